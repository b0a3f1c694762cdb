/** Which attributes has a tag? */
import { decodeAttribute } from './entity.ts'
import { NameIndex } from './name-index.ts'

/** The number of each attribute that is kept; others are passed over. */
export const ATTRIBUTE = {
  action: 0,
  alt: 1,
  background: 2,
  bgcolor: 3,
  class: 4,
  color: 5,
  content: 6,
  face: 7,
  formaction: 8,
  height: 9,
  hidden: 10,
  href: 11,
  'http-equiv': 12,
  id: 13,
  media: 14,
  placeholder: 15,
  size: 16,
  src: 17,
  srcdoc: 18,
  style: 19,
  text: 20,
  title: 21,
  type: 22,
  value: 23,
  width: 24,
  'xlink:href': 25,
} as const

/** How many there are: one bit each. */
const KINDS = 26

const GREATER = 0x3e
const SLASH = 0x2f
const EQUALS = 0x3d

let names: NameIndex | undefined

function attributeNames(): NameIndex {
  names ??= new NameIndex(Object.keys(ATTRIBUTE))
  return names
}

/** The attributes of the tag that was read last. */
export class Attributes {
  private readonly index = attributeNames()
  private readonly starts: number[] = new Array(KINDS).fill(0)
  private readonly ends: number[] = new Array(KINDS).fill(0)
  /** A bit for each that is there. */
  present = 0

  constructor(private readonly html: string) {}

  has(attribute: number): boolean {
    return (this.present & (1 << attribute)) !== 0
  }

  /** The value, its character references decoded; undefined when the attribute is absent. */
  get(attribute: number): string | undefined {
    if ((this.present & (1 << attribute)) === 0) return undefined
    return decodeAttribute(this.html.slice(this.starts[attribute], this.ends[attribute]))
  }

  /**
   * Reads the attributes of a tag (HTML, 13.2.5.32 to 13.2.5.40).
   *
   * @param from - where its name ends
   * @returns the place after its `>`, or -1 when it has none: such a tag is none
   */
  read(from: number): number {
    const { html } = this
    const { length } = html
    this.present = 0
    let at = from
    while (at < length) {
      const c = html.charCodeAt(at)
      if (c === GREATER) return at + 1
      if (c === SLASH || isBlank(c)) {
        at++
        continue
      }
      const nameStart = at
      const nameEnd = endOfName(html, at + 1)
      at = afterBlanks(html, nameEnd)
      if (at >= length || html.charCodeAt(at) !== EQUALS) {
        this.note(nameStart, nameEnd, at, at)
        continue
      }
      at = afterBlanks(html, at + 1)
      if (at >= length) return -1
      const quote = html.charCodeAt(at)
      if (quote === 0x22 || quote === 0x27) {
        const end = html.indexOf(quote === 0x22 ? '"' : "'", at + 1)
        if (end < 0) return -1
        this.note(nameStart, nameEnd, at + 1, end)
        at = end + 1
      } else {
        const start = at
        at = endOfValue(html, at)
        this.note(nameStart, nameEnd, start, at)
      }
    }
    return -1
  }

  /** Keeps one; of two attributes of one name, the first counts (HTML, 13.2.5.33). */
  private note(nameStart: number, nameEnd: number, start: number, end: number): void {
    const i = this.index.find(this.html, nameStart, nameEnd)
    if (i < 0 || this.present & (1 << i)) return
    this.present |= 1 << i
    this.starts[i] = start
    this.ends[i] = end
  }
}

function afterBlanks(html: string, from: number): number {
  let at = from
  while (at < html.length && isBlank(html.charCodeAt(at))) at++
  return at
}

function endOfName(html: string, from: number): number {
  let at = from
  for (; at < html.length; at++) {
    const c = html.charCodeAt(at)
    if (c === EQUALS || c === GREATER || c === SLASH || isBlank(c)) break
  }
  return at
}

/** Where a value without quotes ends. */
function endOfValue(html: string, from: number): number {
  let at = from
  for (; at < html.length; at++) {
    const c = html.charCodeAt(at)
    if (c === GREATER || isBlank(c)) break
  }
  return at
}

/** What parts attributes (HTML, 13.2.5.32). */
export function isBlank(c: number): boolean {
  return c <= 0x20 && (c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09 || c === 0x0c)
}
