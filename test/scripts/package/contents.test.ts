import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { misfitsOf } from '../../../scripts/package/contents.ts'

const ROOT = join(import.meta.dirname, '../../..')
const complete = misfitsOf([]).missing

describe('the contents of the package', () => {
  it('are right when every file is there', () => {
    expect(misfitsOf(complete)).toEqual({ odd: [], missing: [] })
  })

  it.each([
    'CHANGELOG.md',
    'dist/chunk-2HOUUVXM.js',
    'dist/chunk-CY6J56PE.cjs',
    'dist/compile-D1oYaClt.d.ts',
    'dist/model-Cw9BhuEm.d.cts',
  ])('may hold %s', (file) => {
    expect(misfitsOf([...complete, file]).odd).toEqual([])
  })

  it.each([
    'src/index.ts',
    'corpus/brands/kagoya.yaml',
    'test/mails/seed-notice.txt',
    '.npmrc',
    '.env',
    'dist/index.js.map',
    'dist/metafile-esm.json',
    'dist/chunk-2HOUUVXM.js.map',
    'dist/schema/other.schema.json',
    'node_modules/tldts/index.js',
  ])('may not hold %s', (file) => {
    expect(misfitsOf([...complete, file]).odd).toEqual([file])
  })

  it('may lack no file, the notices of others included', () => {
    expect(misfitsOf(complete.filter((file) => file !== 'THIRD-PARTY-NOTICES.md')).missing).toEqual([
      'THIRD-PARTY-NOTICES.md',
    ])
  })

  it('include every file that package.json leads to', () => {
    const { exports, imports, bin, main, module, types } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    const leavesOf = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : Object.values(value as object).flatMap(leavesOf)
    const files = leavesOf([exports, imports, bin, main, module, types])
      .filter((file) => !file.includes('*'))
      .map((file) => file.replace('./', ''))
    expect(files.filter((file) => !complete.includes(file))).toEqual([])
  })
})
