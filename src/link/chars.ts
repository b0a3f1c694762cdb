/** What does a character mean inside a URL that stands in a mail: mask, dot, slash, nothing at all, Japanese? */

/** Characters that Japanese notices blot out parts of a URL with (伏字), besides `*`. */
export function isMaskSign(c: number): boolean {
  switch (c) {
    case 0xd7: // ×
    case 0x25a0: // ■
    case 0x25a1: // □
    case 0x25cb: // ○
    case 0x25ce: // ◎
    case 0x25cf: // ●
    case 0x25ef: // ◯
    case 0x2715: // ✕
    case 0x2716: // ✖
    case 0x3007: // 〇
    case 0xff0a: // ＊
      return true
    default:
      return false
  }
}

/** Signs drawn like `/`, `?` or `:` that end no authority: `kagoya.jp∕login@evil.example` leads to evil.example. */
export function isFakeSeparator(c: number): boolean {
  switch (c) {
    case 0x2044: // ⁄
    case 0x2215: // ∕
    case 0x2571: // ╱
    case 0x29f8: // ⧸
    case 0x2236: // ∶
    case 0xa789: // ꞉
    case 0xff0f: // ／
    case 0xff1a: // ：
    case 0xff1f: // ？
    case 0xff03: // ＃
      return true
    default:
      return false
  }
}

/** Dots of IDNA (RFC 3490 §3.1) and the full-width full stop. */
export function isWideDot(c: number): boolean {
  return c === 0x3002 || c === 0xff0e || c === 0xff61
}

/** Full-width forms of ASCII, U+FF01 to U+FF5E. */
export function isWideAscii(c: number): boolean {
  return c >= 0xff01 && c <= 0xff5e
}

/** Kana, kanji, hangul: where running Japanese text takes over from a host. Half-width kana too. */
export function isEastAsian(c: number): boolean {
  if (c < 0x3005) return c >= 0x1100 && c <= 0x11ff
  return (
    (c <= 0x30ff && c !== 0x30fb && (c >= 0x3041 || c === 0x3005 || c === 0x3006)) ||
    (c >= 0x3131 && c <= 0x318e) ||
    (c >= 0x31f0 && c <= 0x31ff) ||
    (c >= 0x3400 && c <= 0x9fff) ||
    (c >= 0xac00 && c <= 0xd7a3) ||
    (c >= 0xf900 && c <= 0xfaff) ||
    (c >= 0xff66 && c <= 0xff9f)
  )
}

/** Letters and marks of alphabets that can stand in a host label: Latin with accents, Greek, Cyrillic, Armenian, Thai and so on. */
export function isForeignLetter(c: number): boolean {
  if (c < 0xc0 || c === 0xd7 || c === 0xf7) return false
  if (c < 0x2000) return !(c >= 0x1100 && c <= 0x11ff)
  return (c >= 0x24b6 && c <= 0x24e9) || (c >= 0x2c00 && c <= 0x2dff) || (c >= 0xa640 && c <= 0xabff && c !== 0xa789)
}

/** High surrogate of the mathematical letters and digits (U+1D400 to U+1D7FF), which browsers map to ASCII. */
export const MATH_HIGH = 0xd835

export const isDigit = (c: number): boolean => c >= 0x30 && c <= 0x39
export const isAlpha = (c: number): boolean => (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a)
export const isAlnum = (c: number): boolean => isDigit(c) || isAlpha(c)
