/** What kind of element is a tag: does it break the line, stand alone, end others? */
import { NameIndex } from './name-index.ts'

/** Starts and ends on a line of its own. */
export const BLOCK = 1
/** Has no content and no end tag. */
export const VOID = 2
/** Survives the end of the block it was opened in (HTML, 13.2.4.3: the list of active formatting elements). */
export const FORMATTING = 4
/** Stops the end tag of an ordinary element (HTML, 13.2.4.2: special). */
export const SPECIAL = 8
/** Stops every end tag but those of its own table (HTML, 13.2.4.2: has an element in scope). */
export const SCOPE = 16
/** A table cell. */
export const CELL = 32
/** Ends an open paragraph when it opens. */
export const ENDS_P = 64
/** Shows blanks and line ends as written. */
export const PRE = 128
/** Its content is text that is never shown as it is. */
export const RAW = 256
/** Its content is text that is shown. */
export const LITERAL = 2048
/** Its elements are never shown. */
export const CONCEALED = 1024
/** A part of a table: its end tag reaches through cells. */
export const TABLE_PART = 512

/** A table. */
export const TABLE = 4096
/** A field or button, which has letters of its own size and colour (HTML, 15.5). */
export const CONTROL = 8192

/** A tag. */
export interface Tag {
  /** Below `TAG_IDS`; known tags come first. */
  id: number
  name: string
  flags: number
  /** Elements that end when this one opens (`li` ends `li`). */
  ends: readonly Tag[]
  /** Elements that an end by opening does not reach out of (an `li` in a list of its own). */
  within: readonly Tag[]
}

/** Distinct unknown tag names that one mail may bring along; later ones are read as if they were not there. */
const STRANGERS = 64
/** UTF-16 code units by which they are told apart. */
const STRANGER_UNITS = 40
/** Bound of `Tag.id`. */
export const TAG_IDS = 256

const BLOCKS =
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p section summary ul'

/** The known tags, in the order of their numbers. */
interface KnownTags {
  list: Tag[]
  index: NameIndex
  paragraph: Tag
  template: Tag
  select: Tag
  svg: Tag
  math: Tag
  islands: Tag[]
}

let known: KnownTags | undefined

function knownTags(): KnownTags {
  if (known) return known
  const list: Tag[] = []
  const byName = new Map<string, Tag>()
  const add = (names: string, flags: number, ends: string[] = [], within: string[] = []): void => {
    const added = names.split(' ').map((name, i): Tag => ({ id: list.length + i, name, flags, ends: [], within: [] }))
    for (const tag of added) byName.set(tag.name, tag)
    list.push(...added)
    for (const tag of added) {
      tag.ends = ends.map((name) => byName.get(name)!)
      tag.within = within.map((name) => byName.get(name)!)
    }
  }
  add('a', FORMATTING, ['a'])
  add('b big code em font i nobr s small strike strong tt u', FORMATTING)
  add('abbr bdi bdo cite data del dfn ins kbd label map mark q rp rt ruby samp span sub sup time var', 0)
  add('button select', CONTROL)
  add('svg math', 0)
  add('foreignobject desc', 0)
  add(BLOCKS.replace(' hr', ''), BLOCK | SPECIAL | ENDS_P)
  add('hr', BLOCK | VOID | ENDS_P)
  add('pre listing', BLOCK | SPECIAL | ENDS_P | PRE)
  add('xmp plaintext', BLOCK | SPECIAL | ENDS_P | PRE | LITERAL)
  add('textarea', BLOCK | PRE | LITERAL | CONTROL)
  add('li', BLOCK | SPECIAL | ENDS_P, ['li'], ['ul', 'ol', 'menu'])
  add('dd dt', BLOCK | SPECIAL | ENDS_P, ['dd', 'dt'], ['dl'])
  add('option optgroup', BLOCK, ['option'], ['select'])
  add('html', BLOCK | SPECIAL | SCOPE)
  add('body head', BLOCK | SPECIAL)
  add('table', BLOCK | SPECIAL | SCOPE | ENDS_P | TABLE)
  add('caption', BLOCK | SPECIAL | SCOPE | TABLE_PART, ['caption'])
  add('colgroup', SPECIAL | TABLE_PART)
  add('tbody thead tfoot', BLOCK | SPECIAL | TABLE_PART, ['tbody', 'thead', 'tfoot'])
  add('tr', BLOCK | SPECIAL | TABLE_PART, ['tr'])
  add('td th', CELL | SPECIAL | SCOPE | TABLE_PART, ['td', 'th'])
  add('marquee object applet', SPECIAL | SCOPE)
  add('area base br col embed img link meta param source track wbr keygen frame', VOID)
  add('input', VOID | CONTROL)
  add('script style noembed noframes title', RAW)
  add('iframe', RAW | SPECIAL | SCOPE)
  add('datalist', CONCEALED)
  add('template', CONCEALED | SPECIAL | SCOPE)
  add('frameset noscript', SPECIAL)
  const named = (name: string): Tag => byName.get(name)!
  known = {
    list,
    index: new NameIndex(list.map((tag) => tag.name)),
    paragraph: named('p'),
    template: named('template'),
    select: named('select'),
    svg: named('svg'),
    math: named('math'),
    islands: [named('foreignobject'), named('desc')],
  }
  return known
}

/** What ends an SVG or formula when it opens there (HTML, 13.2.6.5). */
const BREAKING_OUT =
  ' b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var '

/** Whether a tag of HTML does not stand in an SVG or formula. */
export function breaksOut({ name }: Tag): boolean {
  return BREAKING_OUT.includes(` ${name} `)
}

/** The tags of one mail: those that lurebook knows, and a few strangers (`o:p`). */
export class Tags {
  private readonly known = knownTags()
  private readonly strangers = new Map<string, Tag>()

  readonly paragraph = this.known.paragraph
  readonly template = this.known.template
  readonly select = this.known.select
  readonly svg = this.known.svg
  readonly math = this.known.math
  /** Elements of other languages that hold HTML again. */
  readonly islands = this.known.islands

  /** The tag whose name stands at a place; undefined for one stranger too many. */
  at(html: string, from: number, to: number): Tag | undefined {
    const i = this.known.index.find(html, from, to)
    return i < 0
      ? this.stranger(html.slice(from, Math.min(to, from + STRANGER_UNITS)).toLowerCase())
      : this.known.list[i]
  }

  private stranger(name: string): Tag | undefined {
    const tag = this.strangers.get(name)
    if (tag || this.strangers.size >= STRANGERS) return tag
    const made: Tag = { id: this.known.list.length + this.strangers.size, name, flags: 0, ends: [], within: [] }
    this.strangers.set(name, made)
    return made
  }
}
