/** What is there to know about a piece of HTML once it is read: `VisibleText` and its parts. */
import type { LimitHit } from '../limits.ts'

/** Why a reader does not see a piece of text. */
export type Hiding =
  | 'display'
  | 'visibility'
  | 'opacity'
  | 'font-size'
  | 'colour'
  | 'off-screen'
  | 'zero-size'
  | 'hidden'
  | 'mso-hide'

/** Text that a mail holds but does not show. Newsletters hide their preview line so: being hidden accuses nobody. */
export interface HiddenText {
  text: string
  how: Hiding
  /** UTF-16 offset in the visible text where it would stand. */
  at: number
}

/** Something that leads elsewhere. */
export interface HtmlLink {
  /** `refresh` is a meta refresh; `img` stands only in mail that is nothing but pictures. */
  kind: 'a' | 'area' | 'form' | 'button' | 'refresh' | 'iframe' | 'img'
  /** As a browser reads it: without tabs and line ends, scheme and host in lower case, resolved against `<base>`. */
  href: string
  /** The visible text of the link; the `alt` of an area; empty for forms, refreshes and frames. */
  text: string
  /** Place of the text in the visible text, UTF-16 code units; `start === end` where there is none. */
  start: number
  end: number
  title?: string
  /** Why it cannot be seen, for a link inside hidden text. */
  hidden?: Hiding
}

/** What a reader of HTML sees, and what is kept from them. */
export interface VisibleText {
  /** Lines end in \n; cells of a table are parted by a tab, blanks collapsed, alternative texts of pictures included. */
  text: string
  /** Text that is there and not shown. */
  hidden: HiddenText[]
  /** All that leads elsewhere, in its order. */
  links: HtmlLink[]
  /** Of the `<title>`, which no mail program shows. */
  title: string
  /** Names of font families as written, each once. */
  fonts: string[]
  /** Outermost quotations: `blockquote` and what mail programs wrap an answered mail in. */
  quotes: Array<{ start: number; end: number }>
  /** Whether there is an `<input type="password">`. */
  passwordField: boolean
  /** Number of `<img>`. */
  images: number
  /** Caps that were reached. */
  limits: LimitHit[]
}
