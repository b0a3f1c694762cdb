/** Which Latin letters does a Unicode label pretend to be made of, and does it mix alphabets to do so? */

/**
 * Letters that are drawn like a Latin one: the letters of Unicode UTS #39 confusables.txt that registries allow in labels.
 * Cyrillic, Greek, Armenian and a few more; each string is the Latin letter and then what looks like it.
 */
const ROWS = [
  'aаαɑạа',
  'bЬьƅᏏ',
  'cсϲᴄⅽ',
  'dԁժɗⅾ',
  'eеєҽęẹ',
  'fƒքғ',
  'gɡցԍ',
  'hһհկ',
  'iіιıίỉɩⅰ',
  'jјϳյ',
  'kкκқ',
  'lӏⅼɭ',
  'mмⅿʍ',
  'nпηոռ',
  'oоοօσഠ໐ọ',
  'pрρք',
  'qԛզգ',
  'rгᴦɼ',
  'sѕʂꜱ',
  'tтτէ',
  'uυսցʋᴜ',
  'vνѵⅴᴠ',
  'wѡԝաᴡ',
  'xхχ×ⅹ',
  'yуγүўʏ',
  'zᴢʐ',
]

const TO_LATIN = new Map<string, string>()
for (const row of ROWS) {
  const [latin = '', ...others] = row
  for (const other of others) if (!TO_LATIN.has(other)) TO_LATIN.set(other, latin)
}

/**
 * Reduces a label to the Latin letters it looks like; accents are dropped.
 *
 * @param label lower-case Unicode
 * @returns ASCII where every letter has a Latin look; other characters stay
 * @example latinLook('kаgoya') // 'kagoya'
 */
export function latinLook(label: string): string {
  let out = ''
  for (const ch of label.normalize('NFD')) {
    const c = ch.codePointAt(0) ?? 0
    if (c >= 0x300 && c <= 0x36f) continue
    out += c < 0x80 ? ch : (TO_LATIN.get(ch) ?? ch)
  }
  return out
}

type Script = 'latin' | 'greek' | 'cyrillic' | 'armenian' | 'other'

function scriptOf(c: number): Script | undefined {
  if ((c >= 0x61 && c <= 0x7a) || (c >= 0xdf && c <= 0x24f) || (c >= 0x1e00 && c <= 0x1eff)) return 'latin'
  if (c < 0x370) return undefined
  if (c <= 0x3ff || (c >= 0x1f00 && c <= 0x1fff)) return 'greek'
  if (c <= 0x52f) return 'cyrillic'
  if (c >= 0x531 && c <= 0x58f) return 'armenian'
  return undefined
}

/**
 * A label that joins Latin with Greek, Cyrillic or Armenian letters. No language is written so, and registries refuse it;
 * Latin with kana or kanji is ordinary Japanese.
 *
 * @param label lower-case Unicode
 * @example mixesAlphabets('kаgoya') // true
 */
export function mixesAlphabets(label: string): boolean {
  let seen: Script | undefined
  for (const ch of label) {
    const script = scriptOf(ch.codePointAt(0) ?? 0)
    if (script === undefined) continue
    if (seen !== undefined && script !== seen) return true
    seen = script
  }
  return false
}

/** Mathematical letters, and letters in circles, squares and brackets: browsers map them to ASCII, no keyboard makes them. */
export function hasStyledLetters(host: string): boolean {
  for (let i = 0; i < host.length; i++) {
    const c = host.charCodeAt(i)
    if (c >= 0x249c && c <= 0x24e9) return true
    if (c === 0xd835) return true
    if (c === 0xd83c) {
      const low = host.charCodeAt(i + 1)
      if (low >= 0xdd10 && low <= 0xdd89) return true
    }
  }
  return false
}
