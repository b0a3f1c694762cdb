/** How is the fold table made? Run `npm run fold:table`; it writes src/text/fold.data.ts. */
import { writeFileSync } from 'node:fs'
import { DERIVED, EXPANSION, SEMI_VOICED, VOICED } from '../src/text/fold-table.ts'
import { DAKUTEN, foldCodePoint, HANDAKUTEN } from './fold-rules.ts'

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const expansions: string[] = []
const changes: Array<readonly [code: number, value: number]> = []
for (let code = 0; code < 0xe1000; code++) {
  if (code >= 0xd800 && code <= 0xdfff) continue
  if (code === 0x32000) code = 0xe0000 // nothing is assigned between the ideographs and the tags
  if (DERIVED.some(([from, to]) => code >= from && code <= to)) continue
  const c = String.fromCodePoint(code)
  const folded = foldCodePoint(c)
  if (folded !== c || folded === DAKUTEN || folded === HANDAKUTEN)
    changes.push([code, tableValue(folded, code > 0xffff)])
}

function tableValue(folded: string, astral: boolean): number {
  if (folded === '') return 0
  if (folded === DAKUTEN) return VOICED
  if (folded === HANDAKUTEN) return SEMI_VOICED
  const code = folded.codePointAt(0)!
  if (folded.length === 1 || (astral && code > 0xffff && folded.length === 2)) return code
  expansions.push(folded)
  return EXPANSION + expansions.length - 1
}

/**
 * Writes runs of changes as three texts, which compress better apart: the gap to the run before, 4 * (length - 1) + kind, and
 * the value of the first as a difference. Kind 0: the value grows with the code, and the difference is to the code; 1: it
 * stays, to the value before; 2: every second code has one, growing by two (Aa Bb cased pairs), to the code; 3: one code
 * alone, to the value before.
 */
function packRuns(changes: ReadonlyArray<readonly [code: number, value: number]>): [string, string, string] {
  const packed: [string, string, string] = ['', '', '']
  let after = 0
  let last = 0
  for (let i = 0; i < changes.length; ) {
    const [code, value] = changes[i]!
    const lengths = [runLength(changes, i, 1, 1), runLength(changes, i, 1, 0), runLength(changes, i, 2, 2)]
    const longest = lengths.indexOf(Math.max(...lengths))
    const length = lengths[longest]!
    const kind = longest === 0 && length === 1 && Math.abs(value - last) < Math.abs(value - code) ? 3 : longest
    const difference = value - (kind & 1 ? last : code)
    packed[0] += number(code - after)
    packed[1] += number((length - 1) * 4 + kind)
    packed[2] += number(difference < 0 ? -difference * 2 - 1 : difference * 2)
    i += length
    ;[after, last] = changes[i - 1]!
    after++
  }
  return packed
}

function runLength(changes: Parameters<typeof packRuns>[0], from: number, step: number, grow: number): number {
  const [code, value] = changes[from]!
  let n = 1
  for (
    let next = changes[from + n];
    next && next[0] === code + n * step && next[1] === value + n * grow;
    next = changes[from + n]
  )
    n++
  return n
}

/** Five bits a character, the lowest first; 32 says that more follow. */
function number(n: number): string {
  let out = ''
  for (; n > 31; n >>>= 5) out += DIGITS[(n & 31) | 32]
  return out + DIGITS[n]
}

const quote = (s: string): string => (s.includes("'") ? `"${s}"` : `'${s}'`)
const lines = (s: string, width: number): string =>
  (s.match(new RegExp(`.{1,${width}}`, 'gsu')) ?? []).map((line) => `  ${quote(line)}`).join(' +\n')
const list = expansions.join('|')
if (expansions.some((e) => /[|"\\\n]/.test(e))) throw new Error('an expansion holds a separator')
const [gaps, heads, differences] = packRuns(changes)
writeFileSync(
  new URL('../src/text/fold.data.ts', import.meta.url),
  `/** What each code point folds to, as runs. Made by scripts/fold-table.ts with Unicode ${process.versions.unicode}; do not edit. */

/** Gaps, heads and differences of the runs; scripts/fold-table.ts says how they are written. */
export const FOLD_GAPS: string =
${lines(gaps, 112)}
export const FOLD_HEADS: string =
${lines(heads, 112)}
export const FOLD_DIFFERENCES: string =
${lines(differences, 112)}

/** Code points that become several units, in the order of their numbers, separated by a bar. */
export const FOLD_EXPANSIONS: string =
${lines(list, 56)}
`,
)
const runs = gaps.length + heads.length + differences.length
console.log(
  `${changes.length} changed code points, ${runs} characters of runs, ${expansions.length} expansions, ${list.length} characters`,
)
