/** What does one code point fold to, by rule? The generated table and its test are made from these rules. */
import { MAX_UNITS } from '../src/text/fold-table.ts'

/** What U+3099, U+309B and U+FF9E fold to: the mark that voices the kana before it. */
export const DAKUTEN = '\u3099'
/** What U+309A, U+309C and U+FF9F fold to. */
export const HANDAKUTEN = '\u309a'

/**
 * Letters that look like a Latin one: by hand from Unicode's confusables.txt (16.0), reduced to what is used to write
 * brand names. Capitals and small letters apart, for they look like different letters (Greek Η is an H, η an n).
 * Left out: what needs goodwill (и for u, ш for w) and what stands for a digit (З, б).
 */
const LATIN_LOOKALIKES: ReadonlyArray<readonly [from: string, to: string]> = [
  ['АВЕЅІЈКМНОРСТУХҮԀԌԚԜӀ', 'abesijkmhopctyxydgqwl'],
  ['авеѕіјкмнорстухүԁԍԛԝӏһ', 'abesijkmhopctyxydgqwlh'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'abezhikmnoptyx'],
  ['αεικνορτυχγωηϲϳ', 'aeikvoptuxywncj'],
  ['ՕՏԼՍօոսհյցզ', 'osluonuhjgq'],
  ['ᎠᎡᎢᎪᎫᎬᎳᎷᎻᎽᏀᏂᏃᏏᏒᏔᏕᏙᏚᏞᏟᏢᏦᏴ', 'drtajewmhygnzbrwsvslcpkb'],
  ['ꓐꓑꓒꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓥꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ', 'bpddtgkjczfmnlsrvvhwxyaeiou'],
  ['ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɑɡıȷɩɛɾʋ', 'abcdefghijklmnoprstuvwyzagijierv'],
  ['øđłħŧƀɓƈɗƒɠɨƙɲƥʈʉƴƶɇɉɍɏȼⱥⱦ', 'odlhtbbcdfgiknptuyzejrycat'],
]

/** Signs that stand for one another; ヘベペ look the same in hiragana, and へ is a particle too, so hiragana it is. */
const SIGNS: ReadonlyArray<readonly [from: string, to: string]> = [
  ['‘’‚‛′´`＇ʼʹ', "''''''''''"],
  ['“”„‟″〝〞〟', '""""""""'],
  ['〜～∼∾⁓〰˜', '~~~~~~~'],
  ['⺟⺠⻁⻄⻆⻑⻘⻝⻩⻫⻭⻯⻲囗㇐', '母民虎西角長青食黄斉歯竜亀口一'],
  ['ヘベペ', 'へべぺ'],
]

const signs = new Map<string, string>([
  ['ß', 'ss'],
  ['ẞ', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ς', 'σ'],
  ['゛', DAKUTEN],
  ['゜', HANDAKUTEN],
])
for (const [from, to] of [...LATIN_LOOKALIKES, ...SIGNS]) {
  const target = [...to]
  for (const [i, c] of [...from].entries()) signs.set(c, target[i]!)
}

// Dingbats and enclosed letters that have no decomposition: ❶➀➊⓵ are one to ten, ⓫ eleven, 🅐 and 🅰 letters, 🇦 half a flag.
for (const first of [0x2776, 0x2780, 0x278a, 0x24f5])
  for (let i = 0; i < 10; i++) signs.set(String.fromCharCode(first + i), `${i + 1}`)
for (let i = 0; i < 10; i++) signs.set(String.fromCharCode(0x24eb + i), `${i + 11}`)
signs.set('⓿', '0')
for (const first of [0x1f150, 0x1f170, 0x1f1e6]) {
  for (let i = 0; i < 26; i++) signs.set(String.fromCodePoint(first + i), String.fromCharCode(97 + i))
}

/** Dropped beside the default-ignorable code points: controls that are no blank, interlinear marks, marks that dress Latin letters. */
const DROPPED: ReadonlyArray<readonly [from: number, to: number]> = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f],
  [0x300, 0x36f],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe20, 0xfe2f],
  [0xfff9, 0xfffb],
]
/** Zero-width characters, bidi controls, variation selectors, Hangul fillers, tags. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u
/** Blanks; U+2800, the empty Braille cell, is one to the eye. */
const BLANK = /[\s\x85\u2800]/u
/** Dashes; the box-drawing lines pass for ー and −. */
const DASH = /[\p{Pd}\u2043\u2212\u02d7\u2500\u2501]/u
const DRESSED = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}+$/u
const DIGIT = /\p{Nd}/u

/**
 * Folds one code point: NFKC, then case, look-alikes, dashes, blanks, digits and dress marks, until nothing changes.
 *
 * @param c - one code point as a string
 * @returns its folded form, at most `MAX_UNITS` code units; empty when the code point is dropped
 */
export function foldCodePoint(c: string): string {
  let s = c
  for (let round = 0; round < 8; round++) {
    let next = ''
    for (const x of s) next += step(x)
    if (next === s) break
    s = next
  }
  let out = ''
  for (const x of s) if (out.length + x.length <= MAX_UNITS) out += x
  return out
}

function step(c: string): string {
  const sign = signs.get(c)
  if (sign !== undefined) return sign
  const code = c.codePointAt(0)!
  if (IGNORABLE.test(c) || DROPPED.some(([from, to]) => code >= from && code <= to)) return ''
  if (BLANK.test(c)) return ' '
  if (DASH.test(c)) return '-'
  if (DIGIT.test(c)) return digit(code)
  const bare = c.normalize('NFD')
  if (DRESSED.test(bare)) return bare.charAt(0)
  const nfkc = c.normalize('NFKC')
  // Spacing accents and Arabic signs decompose to a blank and a mark: a blank where the reader sees ink would split words.
  if (nfkc !== c && !nfkc.startsWith(' ')) return nfkc
  return c.toLowerCase()
}

/** Decimal digits stand in runs of ten in every script. */
function digit(code: number): string {
  let zero = code
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero--
  return `${(code - zero) % 10}`
}
