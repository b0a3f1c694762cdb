/** How long is a CSS length on a screen? */

/** A number or percentage as 0 to 1; 1 for what is neither. */
export function ratio(value: string): number {
  const n = Number.parseFloat(value)
  if (Number.isNaN(n)) return 1
  return Math.max(0, Math.min(1, value.endsWith('%') ? n / 100 : n))
}

/** CSS Values 4, 6: em as 16 px, and a window of 1,200 by 800. */
function pixelsOfUnit(unit: string): number {
  switch (unit) {
    case '':
    case 'px':
      return 1
    case 'pt':
      return 4 / 3
    case 'em':
    case 'rem':
    case 'pc':
      return 16
    case 'ex':
    case 'ch':
    case 'vh':
      return 8
    case 'vw':
      return 12
    case 'in':
      return 96
    case 'cm':
      return 37.8
    case 'mm':
      return 3.78
  }
  return Number.NaN
}

/** A length in px, or NaN: for percentages, keywords and what is no length. */
export function pixels(value: string): number {
  const n = Number.parseFloat(value)
  if (Number.isNaN(n) || n === 0) return n
  return n * pixelsOfUnit(unitOf(value))
}

/** The letters or % after a number. */
export function unitOf(value: string): string {
  let i = 0
  while (i < value.length && value.charCodeAt(i) < 0x3a && value.charCodeAt(i) !== 0x25) i++
  return value.slice(i).trim()
}

/** `rect(0 0 0 0)` and `rect(1px, 1px, 1px, 1px)`: the usual way to keep text for screen readers alone. */
export function isEmptyClip(value: string): boolean {
  if (!value.startsWith('rect(')) return false
  const sides = value
    .slice(5)
    .split(/[\s,]+/, 4)
    .map((side) => Number.parseFloat(side))
  return sides.length === 4 && Math.abs(sides[1]! - sides[3]!) <= 1 && Math.abs(sides[0]! - sides[2]!) <= 1
}
