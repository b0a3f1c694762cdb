/** How does text become a page? Elements and text nodes only: what a mail holds is never parsed as HTML. */

/** What an element may be given. Nothing here loads, opens or runs anything: no `src`, `href`, `style` or `on...`. */
type Attribute =
  | 'aria-controls'
  | 'aria-describedby'
  | 'aria-hidden'
  | 'aria-label'
  | 'aria-labelledby'
  | 'aria-pressed'
  | 'class'
  | 'data-evidence'
  | 'data-kind'
  | 'data-label'
  | 'data-numbers'
  | 'dir'
  | 'id'
  | 'lang'
  | 'role'
  | 'tabindex'
  | 'title'
  | 'type'

export type Attributes = { [name in Attribute]?: string | undefined }
export type Child = Node | string | undefined

/**
 * Makes one element.
 *
 * @param attributes those that are undefined are left out
 * @param children strings become text nodes
 * @example element('p', { class: 'note' }, 'Hello')
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(name, value)
  }
  made.append(...children.filter((child) => child !== undefined))
  return made
}

/** The element of the page with this id, which index.html holds. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`the page has no ${kind.name} with the id ${id}`)
  return found
}

/** A button that does one thing. */
export function button(label: string, className: string, press: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: className }, label)
  made.addEventListener('click', press)
  return made
}

/** Text that stands in the page for screen readers alone. */
export const unseen = (text: string): HTMLElement => element('span', { class: 'unseen' }, text)

/** Japanese when it holds kana; else the language of a mail is unknown, which HTML writes as an empty `lang`. */
export const languageOf = (text: string): string => (/[\u3041-\u30ff]/.test(text.slice(0, 4_000)) ? 'ja' : '')
