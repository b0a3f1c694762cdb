/** What does a reader of HTML see, what is kept from them, and where do its links lead? */
import { LIMITS, type LimitHit, type Limits } from '../limits.ts'
import { trimSpan } from './html-links.ts'
import type { VisibleText } from './html-model.ts'
import { Page, type Pass } from './html-page.ts'
import { readHtml } from './html-reader.ts'
import { StyleSheet } from './style-sheet.ts'

export type { HiddenText, Hiding, HtmlLink, VisibleText } from './html-model.ts'

/** Code units of text beside pictures up to which a mail is nothing but pictures. */
const BESIDE_PICTURES = 20
/** Code units that may be left unread though some programs show them: salt between letters, no sentence and no link. */
const DOUBTFUL_UNITS = 20

/**
 * Reads HTML as a mail program shows it, in linear time: text, hidden text with the reason, links with their text.
 *
 * Follows the HTML standard's tokenizer and, as far as text depends on it, its tree construction; styles are those of
 * attributes and of `<style>` rules for tags, classes and ids, of the element and of those it stands in. Where it is not
 * certain that text is hidden, it counts as seen. Scripts, what stands between the tags of a frame, and comments
 * (conditional ones too, unless there is nothing else to read) are no text.
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
  const caps = limits === LIMITS ? LIMITS : { ...LIMITS, ...limits }
  const read = html.length > caps.htmlUnits ? html.slice(0, caps.htmlUnits) : html
  const sheet = new StyleSheet()
  const fonts = new Set<string>()
  const pass = { sheetDone: false, doubts: false, conditional: false }
  let page = readPage(read, caps, sheet, fonts, pass)
  if (page.lateRules) {
    pass.sheetDone = true
    page = readPage(read, caps, sheet, fonts, pass)
  }
  pass.sheetDone = true
  if (page.doubtfulUnits > DOUBTFUL_UNITS) {
    pass.doubts = true
    page = readPage(read, caps, sheet, fonts, pass)
  }
  // where all other programs show next to nothing, the mail may be for Outlook
  if (page.wordUnits <= DOUBTFUL_UNITS && read.includes('<!--[if')) {
    const forOutlook = readPage(read, caps, sheet, fonts, { ...pass, conditional: true })
    if (forOutlook.wordUnits > DOUBTFUL_UNITS) page = forOutlook
  }
  return finish(page, limitHits(page, caps, html.length))
}

function readPage(html: string, caps: Limits, sheet: StyleSheet, fonts: Set<string>, pass: Pass): Page {
  const page = new Page(html, caps, sheet, fonts, pass)
  readHtml(html, page, pass.conditional)
  page.end()
  return page
}

function finish(page: Page, limits: LimitHit[]): VisibleText {
  const text = page.visible.text()
  return {
    text,
    hidden: page.hidden.list(),
    links: page.links.list(text, page.wordUnits <= BESIDE_PICTURES),
    title: page.title.replace(/\s+/g, ' ').trim(),
    fonts: [...page.fonts],
    quotes: page.quotes.map(({ start, end }) => trimSpan(text, start, end)).filter(({ start, end }) => start < end),
    passwordField: page.passwordField,
    images: page.images,
    limits,
  }
}

function limitHits(page: Page, caps: Limits, units: number): LimitHit[] {
  const hits: LimitHit[] = []
  if (units > caps.htmlUnits) hits.push({ limit: 'htmlUnits', where: 'html', cap: caps.htmlUnits })
  if (page.elements.capped) hits.push({ limit: 'openTags', where: 'html', cap: caps.openTags })
  if (page.links.capped) hits.push({ limit: 'links', where: 'html', cap: caps.links })
  return hits
}
