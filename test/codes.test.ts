/** Does docs/codes.md explain every evidence code, and no other? */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CODES } from '../src/verdict.ts'

const documented = readFileSync(join(import.meta.dirname, '../docs/codes.md'), 'utf8')
  .split('\n')
  .flatMap((line) => /^\| `([a-z-]+)` \|/.exec(line)?.[1] ?? [])

test('docs/codes.md explains every evidence code exactly once', () => {
  expect([...documented].sort()).toEqual(Object.keys(CODES).sort())
})

test('no code is explained without saying what was found', () => {
  const text = readFileSync(join(import.meta.dirname, '../docs/codes.md'), 'utf8')
  const empty = text.split('\n').filter((line) => /^\| `[a-z-]+` \|\s*\|/.test(line))
  expect(empty).toEqual([])
})
