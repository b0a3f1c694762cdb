/** Does a hit stand for itself, or is it a piece of a longer word? */

const LATIN = 1
const KATAKANA = 2
const KANJI = 3

/** Script of a folded unit where words of that script may be glued; 0 for all others. */
function scriptOf(unit: number): number {
  if (unit < 0x80) return unit >= 0x61 && unit <= 0x7a ? LATIN : 0
  if (unit < 0x250) return unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7 ? LATIN : 0
  if (unit >= 0x30a1 && unit <= 0x30ff) return unit === 0x30fb ? 0 : KATAKANA
  if (unit >= 0x31f0 && unit <= 0x31ff) return KATAKANA
  return (unit >= 0x3400 && unit <= 0x4dbf) || (unit >= 0x4e00 && unit <= 0x9fff) || unit === 0x3005 ? KANJI : 0
}

/** Forms of companies and of address that stand at a name without being part of it: 株式会社三井住友銀行, 楽天銀行様. */
const BEFORE = ['株式会社', '有限会社', '合同会社']
const AFTER = ['株式会社', '有限会社', '合同会社', '様', '御中', '各位', '公式', '会員']

/** Whether the hit's first unit continues a word of its own script. */
export function isGluedBefore(units: Uint16Array, start: number): boolean {
  if (start === 0) return false
  const script = scriptOf(units[start]!)
  if (script === 0 || scriptOf(units[start - 1]!) !== script) return false
  return script !== KANJI || !BEFORE.some((form) => standsAt(units, start - form.length, start, form))
}

/** Whether the hit's last unit is continued by a word of its own script. */
export function isGluedAfter(units: Uint16Array, length: number, end: number): boolean {
  if (end >= length) return false
  const script = scriptOf(units[end - 1]!)
  if (script === 0 || scriptOf(units[end]!) !== script) return false
  return script !== KANJI || !AFTER.some((form) => standsAt(units, end, length, form))
}

/** Whether a folded unit is a Latin letter. */
export function isLatin(unit: number): boolean {
  return scriptOf(unit) === LATIN
}

function standsAt(units: Uint16Array, at: number, limit: number, form: string): boolean {
  if (at < 0 || at + form.length > limit) return false
  for (let i = 0; i < form.length; i++) if (units[at + i] !== form.charCodeAt(i)) return false
  return true
}
