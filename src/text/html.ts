/** What does a reader of HTML see, what is kept from them, and where do its links lead? */
import { LIMITS, type LimitHit, type Limits } from '../limits.ts'
import { resolveBase, resolveHref } from './href.ts'
import type { HtmlLink, VisibleText } from './html-model.ts'
import { Page, type WrittenLink } from './html-page.ts'
import { readHtml } from './html-reader.ts'
import { StyleSheet } from './style-sheet.ts'

export type { HiddenText, Hiding, HtmlLink, VisibleText } from './html-model.ts'

/** Code units of text beside pictures up to which a mail is nothing but pictures. */
const BESIDE_PICTURES = 20

/**
 * Reads HTML as a mail program shows it, in linear time: text, hidden text with the reason, links with their text.
 *
 * Follows the HTML standard's tokenizer and, as far as text depends on it, its tree construction; styles are those of
 * attributes and of `<style>` rules for tags, classes and ids. Scripts, frames' contents and comments (conditional ones
 * too) are no text.
 *
 * @param html - any string, a whole document or a piece
 * @param limits - caps to change: `htmlUnits`, `openTags`, `links`
 * @returns what is seen; for an empty string, nothing
 * @throws TypeError when `html` is not a string
 * @example
 * visibleText('カ<!-- x -->ゴ<i style="font-size:0">x</i>ヤ').text // 'カゴヤ'
 */
export function visibleText(html: string, limits: Partial<Limits> = {}): VisibleText {
  if (typeof html !== 'string') throw new TypeError('visibleText: html must be a string')
  const caps = { ...LIMITS, ...limits }
  const read = html.length > caps.htmlUnits ? html.slice(0, caps.htmlUnits) : html
  const sheet = new StyleSheet()
  let page = pageOf(read, caps, sheet, false)
  if (page.lateRules) page = pageOf(read, caps, sheet, true)
  return {
    ...finish(page),
    limits: limitHits(page, caps, html.length),
  }
}

function pageOf(html: string, caps: Limits, sheet: StyleSheet, sheetDone: boolean): Page {
  const page = new Page(html, caps, sheet, sheetDone)
  readHtml(html, page)
  page.end()
  return page
}

function finish(page: Page): Omit<VisibleText, 'limits'> {
  const text = page.visible.text()
  const base = resolveBase(page.base)
  const written = page.wordUnits <= BESIDE_PICTURES ? [...page.links, ...page.pictures] : page.links
  return {
    text,
    hidden: page.hidden.list(),
    links: written.map((link) => finishLink(link, text, base)),
    title: page.title.replace(/\s+/g, ' ').trim(),
    fonts: [...page.presentation.fonts],
    quotes: page.quotes.map(({ start, end }) => trimSpan(text, start, end)).filter(({ start, end }) => start < end),
    passwordField: page.passwordField,
    images: page.images,
  }
}

function finishLink(link: WrittenLink, text: string, base: string): HtmlLink {
  const span = trimSpan(text, link.start, Math.max(link.start, link.end))
  const done: HtmlLink = {
    kind: link.kind,
    href: resolveHref(link.href, base),
    text: link.text ?? text.slice(span.start, span.end),
    ...span,
  }
  if (link.title !== undefined) done.title = link.title
  if (link.hidden !== undefined) done.hidden = link.hidden
  return done
}

/** Leaves out blanks at both ends of a place in the text. */
function trimSpan(text: string, from: number, to: number): { start: number; end: number } {
  let start = from
  let end = to
  while (start < end && isBlank(text.charCodeAt(start))) start++
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  return { start, end }
}

function isBlank(c: number): boolean {
  return c <= 0x20 || c === 0xa0 || c === 0x3000
}

function limitHits(page: Page, caps: Limits, units: number): LimitHit[] {
  const hits: LimitHit[] = []
  const hit = (limit: 'htmlUnits' | 'openTags' | 'links', reached: boolean): void => {
    if (reached) hits.push({ limit, where: 'html', cap: caps[limit] })
  }
  hit('htmlUnits', units > caps.htmlUnits)
  hit('openTags', page.elements.capped)
  hit('links', page.linksCapped)
  return hits
}
