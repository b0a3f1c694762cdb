/** How is the fold table made? Run `npx tsx scripts/fold-table.ts`; it writes src/text/fold.data.ts. */
import { writeFileSync } from 'node:fs'
import { DAKUTEN, foldCodePoint, HANDAKUTEN } from './fold-rules.ts'

/** Values 0xD801 and 0xD802 are the two voicing marks, from 0xD803 on the expansions in their order: no fold ends in a surrogate. */
const FIRST_EXPANSION = 0xd803
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const expansions: string[] = []
const changes: Array<readonly [code: number, value: number]> = []
for (let code = 0; code < 0xe1000; code++) {
  if (code >= 0xd800 && code <= 0xdfff) continue
  if (code === 0x32000) code = 0xe0000 // nothing is assigned between the ideographs and the tags
  const c = String.fromCodePoint(code)
  const folded = foldCodePoint(c)
  if (folded !== c || folded === DAKUTEN || folded === HANDAKUTEN)
    changes.push([code, tableValue(folded, code > 0xffff)])
}

function tableValue(folded: string, astral: boolean): number {
  if (folded === '') return 0
  if (folded === DAKUTEN) return 0xd801
  if (folded === HANDAKUTEN) return 0xd802
  const code = folded.codePointAt(0)!
  if (folded.length === 1 || (astral && code > 0xffff && folded.length === 2)) return code
  expansions.push(folded)
  return FIRST_EXPANSION + expansions.length - 1
}

// One run: gap to the last, 4 * (length - 1) + kind, value of the first as a difference. Kind 0: the value grows with the
// code; 1: it stays; 2: every second code has one, growing by two (Aa Bb cased pairs).
let text = ''
let after = 0
let last = 0
for (let i = 0; i < changes.length; ) {
  const [code, value] = changes[i]!
  const lengths = [1, 0, 1, 2].map((grow, kind) =>
    kind === 3 ? 0 : runLength(i, kind === 2 ? 2 : 1, kind === 2 ? 2 : grow),
  )
  const kind = lengths.indexOf(Math.max(...lengths))
  const length = lengths[kind]!
  const base = kind === 1 ? last : code
  const difference = value - base
  text +=
    number(code - after) +
    number((length - 1) * 4 + kind) +
    number(difference < 0 ? -difference * 2 - 1 : difference * 2)
  last = value
  after = code + (kind === 2 ? length * 2 - 1 : length)
  i += length
}

function runLength(from: number, step: number, grow: number): number {
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
  (s.match(new RegExp(`.{1,${width}}`, 'gsu')) ?? []).map((line) => `  ${quote(line)},`).join('\n')
const list = expansions.join('|')
if (expansions.some((e) => /[|"\\\n]/.test(e))) throw new Error('an expansion holds a separator')
writeFileSync(
  new URL('../src/text/fold.data.ts', import.meta.url),
  `/** What each code point folds to, as runs. Made by scripts/fold-table.ts with Unicode ${process.versions.unicode}; do not edit. */

/** Runs of changed code points; the encoding stands in scripts/fold-table.ts, the decoder in fold-table.ts. */
export const FOLD_RUNS: string = [
${lines(text, 112)}
].join('')

/** Code points that become several units, in the order of their numbers, separated by a bar. */
export const FOLD_EXPANSIONS: string = [
${lines(list, 56)}
].join('')
`,
)
console.log(
  `${changes.length} changed code points, ${text.length} characters of runs, ${expansions.length} expansions, ${list.length} characters`,
)
