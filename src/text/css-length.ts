/** How long is a CSS length on a screen? */

/**
 * Where the number ends that a value starts with (CSS Syntax 3, 4.3.12); 0 where it starts with none. `Number.parseFloat`
 * would take `0foo` for 0 and `1e1px` for 10 of a unit that nobody knows.
 */
export function numberEnd(value: string): number {
  const first = value.charCodeAt(0)
  const start = first === 0x2b || first === 0x2d ? 1 : 0
  let at = afterDigits(value, start)
  if (value.charCodeAt(at) === 0x2e && isDigit(value.charCodeAt(at + 1))) at = afterDigits(value, at + 1)
  if (at === start) return 0
  if ((value.charCodeAt(at) | 0x20) !== 0x65) return at
  const sign = value.charCodeAt(at + 1)
  const digits = sign === 0x2b || sign === 0x2d ? at + 2 : at + 1
  return isDigit(value.charCodeAt(digits)) ? afterDigits(value, digits) : at
}

function afterDigits(value: string, from: number): number {
  let at = from
  while (isDigit(value.charCodeAt(at))) at++
  return at
}

function isDigit(c: number): boolean {
  return c >= 0x30 && c <= 0x39
}

/** A number or percentage as 0 to 1, or NaN. */
export function ratio(value: string): number {
  const end = numberEnd(value)
  const unit = value.slice(end)
  if (end === 0 || (unit !== '' && unit !== '%')) return Number.NaN
  const n = Number(value.slice(0, end))
  return Math.max(0, Math.min(1, unit === '%' ? n / 100 : n))
}

/** CSS Values 4, 6: em as 16 px, and a window of 500 by 800, a small one: what is off it may be on a wider one. */
function pixelsOfUnit(unit: string): number {
  switch (unit) {
    case 'px':
      return 1
    case 'pt':
      return 4 / 3
    case 'em':
    case 'rem':
    case 'pc':
    case 'ic':
      return 16
    case 'lh':
    case 'rlh':
      return 19
    case 'ex':
    case 'ch':
    case 'vh':
      return 8
    case 'vw':
    case 'vmin':
    case 'vmax':
      return 5
    case 'in':
      return 96
    case 'cm':
      return 37.8
    case 'mm':
      return 3.78
    case 'q':
      return 0.945
  }
  return Number.NaN
}

/** A length in px, or NaN: for percentages, keywords, functions, and what is no length, as 5 without a unit. */
export function pixels(value: string): number {
  const end = numberEnd(value)
  if (end === 0) return Number.NaN
  const n = Number(value.slice(0, end))
  if (end === value.length) return n === 0 ? 0 : Number.NaN
  return n * pixelsOfUnit(value.slice(end))
}

/** The values of a shorthand for all four sides: `margin: 0 auto` (CSS Box 4, 4.2); none where there are five. */
export function sidesOf(value: string): { top: string; right: string; bottom: string; left: string } | undefined {
  const parts = value.includes('(') ? [value] : value.split(/\s+/, 5)
  if (parts.length > 4) return undefined
  const [top = '', right = top, bottom = top, left = right] = parts
  return { top, right, bottom, left }
}

/** `rect(0 0 0 0)` and `rect(1px, 1px, 1px, 1px)`: the usual way to keep text for screen readers alone. */
export function isEmptyClip(value: string): boolean {
  if (!value.startsWith('rect(') || value.indexOf(')') !== value.length - 1) return false
  const sides = value
    .slice(5, -1)
    .trim()
    .split(/[\s,]+/, 5)
    .map(pixels)
  return sides.length === 4 && sides[1]! - sides[3]! <= 1 && sides[2]! - sides[0]! <= 1
}
