import { describe, expect, it } from 'vitest'
import { mediaHold } from '../../src/text/media.ts'

const QUERIES: ReadonlyArray<readonly [queries: string, hold: boolean | undefined]> = [
  ['', true],
  ['all', true],
  [' Screen ', true],
  ['only screen', true],
  ['screen and (min-width:1px)', true],
  ['(max-width: 99999px)', true],
  ['print', false],
  ['print, tty', false],
  ['print and (color)', false],
  ['print, screen', true],
  ['screen and (max-width:600px)', undefined],
  ['print, (prefers-color-scheme:dark)', undefined],
  ['not print', undefined],
  ['(min-width:1foo)', undefined],
  ['nonsense', undefined],
  [`${'print,'.repeat(50)}all`, undefined],
  [`screen${' and (min-width:1px)'.repeat(9)} and (min-width:99999px)`, undefined],
]

describe('mediaHold', () => {
  it.each(QUERIES)('judges %j', (queries, hold) => {
    expect(mediaHold(queries)).toBe(hold)
  })
})
