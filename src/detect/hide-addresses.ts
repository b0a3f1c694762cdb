/** Where in a text does an address stand, and how does the text read without it? */

import { type Core, type Forms, type Unescaped, unescaped } from '../link/victim-forms.ts'
import { isIgnorable } from '../text/ignorable.ts'
import { lowerCase } from '../text/lower.ts'

/** What stands for a redacted address. */
const MARK = '●●●'

/** What is quoted was cut at 200 code units or more; a shorter text has its end. */
export const CUT_UNITS = 190

/** A place in a text; `end` is behind its last code unit. */
interface Place {
  start: number
  end: number
}

/** The text with a mark for each place where one of the addresses stands in one of its forms. */
export function hideAddresses(text: string, forms: Forms[]): string {
  const view = withoutIgnorables(text.includes('%') ? unescaped(text) : { text, escapes: [] })
  const places: Place[] = []
  for (const form of forms) addPlaces(view.text, form, places)
  if (text.length >= CUT_UNITS) addCutPlaces(view.text, forms, places)
  return places.length === 0 ? text : withMarks(text, view, places)
}

/** Takes out of a text what nobody sees: `ta&shy;ro@client.example`. */
function withoutIgnorables(view: Unescaped): Unescaped {
  // an address has one of these signs, and what vanishes is not ASCII
  if (!(view.text.includes('@') || view.text.includes('=')) || !/[^\0-\x7f]/.test(view.text)) return view
  let first = 0
  while (first < view.text.length && !isIgnorable(view.text.charCodeAt(first))) first++
  if (first === view.text.length) return view
  const escapes: Unescaped['escapes'] = []
  let text = ''
  let next = 0
  for (let i = 0; i < view.text.length; i++) {
    const known = view.escapes[next]
    if (known?.at === i) {
      escapes.push({ at: text.length, more: known.more })
      next++
    }
    if (isIgnorable(view.text.charCodeAt(i))) escapes.push({ at: text.length, more: 1 })
    else text += view.text[i]
  }
  return { text, escapes }
}

function addPlaces(text: string, { plain, verp, hex, base64 }: Forms, places: Place[]): void {
  const units = plain[0]!.length
  if (text.length < units) return
  const isPlain = text.includes('@') || !plain[0]!.includes('@')
  const isVerp = verp !== '' && text.includes('=')
  const isHex = text.length >= units * 2
  if (isPlain || isVerp || isHex) {
    const lower = lowerCase(text)
    if (isVerp) addEach(lower, verp, places)
    if (isPlain) for (const form of plain) addEach(lower, form, places)
    if (isHex) for (const form of hex) addEach(lower, form, places)
  }
  for (const core of base64) {
    const found = places.length
    addEach(text, core.text, places)
    for (let i = found; i < places.length; i++) places[i] = withNeighbours(text, places[i]!, core)
  }
}

function addEach(text: string, form: string, places: Place[]): void {
  for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + form.length))
    places.push({ start, end: start + form.length })
}

/** The characters beside the core that hold bits of the address. */
function withNeighbours(text: string, { start, end }: Place, { before, after }: Core): Place {
  return {
    start: before && isBase64(text.charCodeAt(start - 1)) ? start - 1 : start,
    end: after && isBase64(text.charCodeAt(end)) ? end + 1 : end,
  }
}

/** Of either alphabet; false for NaN. */
function isBase64(c: number): boolean {
  const letter = c | 0x20
  return (letter >= 0x61 && letter <= 0x7a) || (c >= 0x2f && c <= 0x39) || c === 0x2b || c === 0x2d || c === 0x5f
}

/** So much of an address at a cut gives it away. */
const TELLING_UNITS = 6
/** Addresses that a cut has left the head of: `…taro@client.exa`. */
function addCutPlaces(text: string, forms: Forms[], places: Place[]): void {
  for (const { plain, verp, hex, base64 } of forms) {
    if (verp !== '') addHead(text, verp, true, places)
    for (const form of plain) addHead(text, form, true, places)
    for (const form of hex) addHead(text, form, true, places)
    for (const { text: core } of base64) addHead(text, core, false, places)
  }
}

function addHead(text: string, form: string, isFolded: boolean, places: Place[]): void {
  const cut = text.slice(-form.length)
  const tail = isFolded ? lowerCase(cut) : cut
  // hardly any text ends with a piece of an address
  if (!form.includes(tail.slice(-TELLING_UNITS))) return
  const units = headAtEnd(tail, form.slice(0, tail.length))
  if (units >= TELLING_UNITS) places.push({ start: text.length - units, end: text.length })
}

/** The length of the longest head of a form that a text ends with, by the borders of Knuth, Morris and Pratt: `aaaa…` takes no longer. */
function headAtEnd(text: string, form: string): number {
  const both = `${form}\0${text}`
  const borders = new Uint16Array(both.length)
  for (let i = 1; i < both.length; i++) {
    let border = borders[i - 1]!
    while (border > 0 && both[border] !== both[i]) border = borders[border - 1]!
    borders[i] = both[border] === both[i] ? border + 1 : 0
  }
  return borders[both.length - 1]!
}

/** The text with a mark for each place of its view; what overlaps has one mark. */
function withMarks(text: string, { escapes }: Unescaped, places: Place[]): string {
  places.sort((a, b) => a.start - b.start || b.end - a.end)
  let out = ''
  let from = 0
  let last = 0
  let next = 0
  let more = 0
  // places are asked for in their order
  const inText = (at: number): number => {
    for (let e = escapes[next]; e !== undefined && e.at < at; e = escapes[++next]) more += e.more
    return at + more
  }
  for (const { start, end } of places) {
    if (end <= last) continue
    if (start >= last) out += text.slice(from, inText(start)) + MARK
    from = inText(end)
    last = end
  }
  return out + text.slice(from)
}
