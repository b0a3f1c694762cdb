/** Which colour does a CSS or HTML value name, and can text in one be seen on the other? */
import { numberEnd } from './css-length.ts'

/** No colour, or one that cannot be known (a picture, `inherit`). */
export const UNKNOWN_COLOUR = -1
/** Fully transparent. */
export const TRANSPARENT = -2
/** The parent's. */
export const INHERITED_COLOUR = -3
/** One that was said but is not known: nothing can be said to be hidden by it. */
export const UNSURE_COLOUR = -4

/** Greatest difference of a channel (0-255) that still hides text: #eee on white is a contrast of 1.16:1, unreadable. */
const HIDING_DIFFERENCE = 18

/** CSS Color 4, section 6.1: the basic names, the near-white ones that hide text best, and those mail uses. */
const NAMES =
  'black 000000 silver c0c0c0 gray 808080 grey 808080 white ffffff maroon 800000 red ff0000 purple 800080 fuchsia ff00ff magenta ff00ff green 008000 lime 00ff00 olive 808000 yellow ffff00 navy 000080 blue 0000ff teal 008080 aqua 00ffff cyan 00ffff orange ffa500 ' +
  'aliceblue f0f8ff antiquewhite faebd7 azure f0ffff beige f5f5dc bisque ffe4c4 blanchedalmond ffebcd cornsilk fff8dc floralwhite fffaf0 gainsboro dcdcdc ghostwhite f8f8ff honeydew f0fff0 ivory fffff0 lavender e6e6fa lavenderblush fff0f5 lemonchiffon fffacd lightcyan e0ffff lightgoldenrodyellow fafad2 lightyellow ffffe0 linen faf0e6 mintcream f5fffa mistyrose ffe4e1 oldlace fdf5e6 papayawhip ffefd5 peachpuff ffdab9 seashell fff5ee snow fffafa whitesmoke f5f5f5 ' +
  'lightgray d3d3d3 lightgrey d3d3d3 darkgray a9a9a9 darkgrey a9a9a9 dimgray 696969 dimgrey 696969 slategray 708090 darkslategray 2f4f4f lightblue add8e6 skyblue 87ceeb deepskyblue 00bfff dodgerblue 1e90ff royalblue 4169e1 steelblue 4682b4 darkblue 00008b mediumblue 0000cd midnightblue 191970 darkred 8b0000 crimson dc143c firebrick b22222 tomato ff6347 orangered ff4500 darkorange ff8c00 gold ffd700 khaki f0e68c pink ffc0cb hotpink ff69b4 deeppink ff1493 violet ee82ee indigo 4b0082 brown a52a2a chocolate d2691e tan d2b48c wheat f5deb3 darkgreen 006400 forestgreen 228b22 limegreen 32cd32 lightgreen 90ee90 seagreen 2e8b57 turquoise 40e0d0'

let names: Map<string, number> | undefined

function namedColour(name: string): number | undefined {
  if (!names) {
    names = new Map()
    const words = NAMES.split(' ')
    for (let i = 0; i < words.length; i += 2) names.set(words[i]!, Number.parseInt(words[i + 1]!, 16))
  }
  return names.get(name)
}

/** Text fainter than this cannot be seen; a ground fainter than half lets the one behind it decide. */
export const FAINT_TEXT = 0.05
export const FAINT_GROUND = 0.5

/**
 * Reads a colour: `#rgb`, `#rrggbb` (without # too, as quirks mode does), with alpha, rgb(), hsl(), a name.
 *
 * @param value - a value in lower case without blanks around
 * @param faint - opacity below which it counts as transparent, 0 to 1
 * @returns 0xRRGGBB, `TRANSPARENT`, or `UNKNOWN_COLOUR`
 * @example
 * parseColour('#fefefe') // 0xfefefe
 */
export function parseColour(value: string, faint: number = FAINT_TEXT): number {
  if (value.length > 64) return UNKNOWN_COLOUR
  if (value === 'transparent') return TRANSPARENT
  const hex = value.charCodeAt(0) === 0x23 ? value.slice(1) : value
  const digits = hexColour(hex, faint)
  if (digits !== UNKNOWN_COLOUR) return digits
  const open = value.indexOf('(')
  return open < 0
    ? (namedColour(value) ?? UNKNOWN_COLOUR)
    : functionColour(value.slice(0, open), value.slice(open + 1), faint)
}

function hexColour(hex: string, faint: number): number {
  const length = hex.length
  if (length !== 3 && length !== 6 && length !== 4 && length !== 8) return UNKNOWN_COLOUR
  for (let i = 0; i < length; i++) {
    const c = hex.charCodeAt(i) | 0x20
    if (!((c >= 0x30 && c <= 0x39) || (c >= 0x61 && c <= 0x66))) return UNKNOWN_COLOUR
  }
  const n = Number.parseInt(hex, 16)
  if (length === 6) return n
  if (length === 8) return n % 256 < faint * 255 ? TRANSPARENT : Math.floor(n / 256)
  const rgb = length === 4 ? n >> 4 : n
  if (length === 4 && (n & 15) < faint * 15) return TRANSPARENT
  return (((rgb >> 8) * 0x11) << 16) | ((((rgb >> 4) & 15) * 0x11) << 8) | ((rgb & 15) * 0x11)
}

function functionColour(name: string, rest: string, faint: number): number {
  // a browser passes over what is not quite a colour, and keeps the one it had
  if (rest.indexOf(')') !== rest.length - 1) return UNKNOWN_COLOUR
  const parts = rest
    .slice(0, -1)
    .split(/[\s,/]+/)
    .filter((part) => part !== '')
  if (parts.length < 3 || parts.length > 4 || !parts.every(isAmount)) return UNKNOWN_COLOUR
  const alpha = parts[3] === undefined ? 1 : Number.parseFloat(parts[3]) / (parts[3].endsWith('%') ? 100 : 1)
  if (alpha < faint) return TRANSPARENT
  const [a, b, c] = parts.map((part) => Number.parseFloat(part)) as [number, number, number]
  if (Number.isNaN(a + b + c)) return UNKNOWN_COLOUR
  if (name === 'hsl' || name === 'hsla') return hsl(a, b / 100, c / 100)
  if (name !== 'rgb' && name !== 'rgba') return UNKNOWN_COLOUR
  const whole = parts[0]!.endsWith('%') ? 100 : 255
  return (byte((a * 255) / whole) << 16) | (byte((b * 255) / whole) << 8) | byte((c * 255) / whole)
}

function isAmount(part: string): boolean {
  const end = numberEnd(part)
  const unit = part.slice(end)
  return end > 0 && (unit === '' || unit === '%' || unit === 'deg')
}

const byte = (n: number): number => Math.max(0, Math.min(255, Math.round(n)))

/** CSS Color 4, section 7.1. */
function hsl(hue: number, saturation: number, lightness: number): number {
  const channel = (n: number): number => {
    const k = (((n + hue / 30) % 12) + 12) % 12
    const spread = saturation * Math.min(lightness, 1 - lightness)
    return byte(255 * (lightness - spread * Math.max(-1, Math.min(k - 3, 9 - k, 1))))
  }
  return (channel(0) << 16) | (channel(8) << 8) | channel(4)
}

/**
 * Whether text of one colour cannot be told from its ground.
 *
 * @param text - 0xRRGGBB, or what `parseColour` gives else
 * @param ground - the same
 */
export function isHiddenOn(text: number, ground: number): boolean {
  if (text === TRANSPARENT) return true
  if (text < 0 || ground < 0) return false
  return isNear(text >> 16, ground >> 16) && isNear(text >> 8, ground >> 8) && isNear(text, ground)
}

function isNear(text: number, ground: number): boolean {
  return Math.abs((text & 255) - (ground & 255)) <= HIDING_DIFFERENCE
}

/** A colour of text: a word or function that is not known here may be one to a browser (`canvastext`, `oklch()`). */
export function textColour(value: string): number {
  if (value === 'inherit' || value === 'currentcolor' || value === 'unset') return INHERITED_COLOUR
  if (value === 'initial') return 0
  const colour = isBareHex(value) ? UNSURE_COLOUR : parseColour(value)
  return colour === UNKNOWN_COLOUR && value.charCodeAt(0) !== 0x23 && value !== '' ? UNSURE_COLOUR : colour
}

/** `fff` is a colour in quirks mode alone. */
export function isBareHex(value: string): boolean {
  return value.charCodeAt(0) !== 0x23 && hexColour(value, 0) !== UNKNOWN_COLOUR
}
