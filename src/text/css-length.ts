/** How long is a CSS length on a screen? */

/** A number or percentage as 0 to 1; 1 for what is neither. */
export function ratio(value: string): number {
  const n = Number.parseFloat(value)
  if (Number.isNaN(n)) return 1
  return Math.max(0, Math.min(1, value.endsWith('%') ? n / 100 : n))
}

const PX_OF_UNIT: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 37.8,
  mm: 3.78,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
  vw: 12,
  vh: 8,
}

/** A length in px (em taken as 16), or NaN: for percentages, keywords and what is no length. */
export function pixels(value: string): number {
  const n = Number.parseFloat(value)
  if (Number.isNaN(n) || n === 0) return n
  return n * (PX_OF_UNIT[unitOf(value)] ?? Number.NaN)
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
