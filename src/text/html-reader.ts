/** Which tags, attributes and texts does markup hold, one after the other? The only file that imports `htmlparser2`. */
import { Tokenizer } from 'htmlparser2'
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
  src: 16,
  style: 17,
  text: 18,
  title: 19,
  type: 20,
  value: 21,
  width: 22,
  'xlink:href': 23,
} as const

/** How many there are: one bit each. */
const KINDS = 24

let names: NameIndex | undefined

function attributeNames(): NameIndex {
  names ??= new NameIndex(Object.keys(ATTRIBUTE))
  return names
}

/** The attributes of the start tag that is being read. */
export class Attributes {
  private readonly index = attributeNames()
  private readonly starts = new Int32Array(KINDS)
  private readonly ends = new Int32Array(KINDS)
  /** A bit for each that is there. */
  present = 0
  private reading = -1

  constructor(private readonly html: string) {}

  has(attribute: number): boolean {
    return (this.present & (1 << attribute)) !== 0
  }

  /** The value, its character references decoded; undefined when the attribute is absent. */
  get(attribute: number): string | undefined {
    if ((this.present & (1 << attribute)) === 0) return undefined
    return decodeAttribute(this.html.slice(this.starts[attribute], this.ends[attribute]))
  }

  /** Notes a name; of two attributes of one name, the first counts (HTML, 13.2.5.33). */
  begin(from: number, to: number): void {
    const i = this.index.find(this.html, from, to)
    this.reading = i < 0 || this.present & (1 << i) ? -1 : i
    if (this.reading >= 0) this.starts[i] = this.ends[i] = 0
  }

  data(from: number, to: number): void {
    if (this.reading < 0) return
    this.starts[this.reading] = from
    this.ends[this.reading] = to
  }

  end(): void {
    if (this.reading >= 0) this.present |= 1 << this.reading
    this.reading = -1
  }
}

/** What is told as markup is read; offsets count into the markup. */
export interface HtmlEvents {
  /** A start tag is complete; its name stands at the offsets. */
  open(from: number, to: number, attributes: Attributes): void
  close(from: number, to: number): void
  /** Text, its character references not decoded; inside `script`, `style` and the like as it is. */
  text(from: number, to: number): void
}

/**
 * Reads markup in one pass with the tokenizer alone: the parser on top of it is quadratic on `<b>`*n `</i>`*n.
 * References are left in, so that the tokenizer skips from tag to tag; who needs a text decodes it once.
 */
export function readHtml(html: string, events: HtmlEvents): void {
  const attributes = new Attributes(html)
  let nameStart = 0
  let nameEnd = 0
  const open = (): void => events.open(nameStart, nameEnd, attributes)
  const nothing = (): void => {}
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname(from, to) {
        nameStart = from
        nameEnd = to
        attributes.present = 0
      },
      onattribname: (from, to) => attributes.begin(from, to),
      onattribdata: (from, to) => attributes.data(from, to),
      onattribend: () => attributes.end(),
      onattribentity: nothing,
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag: (from, to) => events.close(from, to),
      ontext: (from, to) => events.text(from, to),
      ontextentity: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
}
