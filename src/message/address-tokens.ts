/** Which pieces does an address field fall into: text, quoted text, `<...>`, and the marks between them? */
import { WordFinder } from './word-finder.ts'

/** A piece of an address field. Encoded-words stay whole inside `text`, because a comma in one separates nothing. */
export interface AddressToken {
  kind: 'text' | 'quoted' | 'angle' | 'separator' | 'colon'
  text: string
}

/** Tokenizes an address field; every character is looked at a bounded number of times. */
export function addressTokens(field: string): AddressToken[] {
  const tokens: AddressToken[] = []
  const words = new WordFinder(field)
  /** Beyond these offsets no `"` and no `)` closes any more. */
  let noQuote = field.length
  let noParen = field.length
  let from = 0
  let at = 0
  const push = (kind: AddressToken['kind'], text: string, next: number): void => {
    if (at > from) tokens.push({ kind: 'text', text: field.slice(from, at) })
    tokens.push({ kind, text })
    from = next
    at = next
  }
  while (at < field.length) {
    const unit = field.charCodeAt(at)
    if (unit === 61 && field.charCodeAt(at + 1) === 63) {
      at = words.wordAt(at)?.end ?? at + 2
    } else if (unit === 34) {
      const close = at < noQuote ? closingQuote(field, at) : -1
      if (close < 0) {
        noQuote = Math.min(noQuote, at)
        push('text', '', at + 1)
      } else if (isBrokenQuote(field, at, close)) push('text', '', at + 1)
      else push('quoted', unescaped(field.slice(at + 1, close)), close + 1)
    } else if (unit === 40) {
      const close = at < noParen ? closingParen(field, at) : -1
      if (close < 0) noParen = Math.min(noParen, at)
      at = close < 0 ? at + 1 : close + 1
    } else if (unit === 60 || unit === 0xff1c) {
      const close = closingAngle(field, at)
      // `<<a@b>>`: the outer brackets are nobody's.
      if (close < 0 && field.charCodeAt(at + 1) === unit) push('text', '', at + 1)
      else if (close < 0) at++
      else push('angle', field.slice(at + 1, close), isCloser(field.charCodeAt(close)) ? close + 1 : close)
    } else if (unit === 44 || unit === 59) push('separator', field.charAt(at), at + 1)
    else if (unit === 58) push('colon', ':', at + 1)
    else at++
  }
  if (at > from) tokens.push({ kind: 'text', text: field.slice(from, at) })
  return tokens
}

function closingQuote(field: string, open: number): number {
  for (let i = open + 1; i < field.length; i++) {
    const unit = field.charCodeAt(i)
    if (unit === 34) return i
    if (unit === 92) i++
  }
  return -1
}

/** `"名前 <a@b>, "x" <c@d>`: the first quote never closed, for a whole mailbox stands in it and a word is glued to its end. */
function isBrokenQuote(field: string, open: number, close: number): boolean {
  const next = field.charCodeAt(close + 1)
  if (Number.isNaN(next) || next <= 32 || next === 60 || next === 0xff1c || next === 44 || next === 59 || next === 64) {
    return false
  }
  const content = field.slice(open + 1, close)
  const angle = content.indexOf('<')
  return angle >= 0 && content.indexOf('@', angle) > 0 && content.indexOf('>', angle) > 0
}

/** A backslash before punctuation escapes it; before a letter it is a yen sign or a path. */
function unescaped(text: string): string {
  return text.includes('\\') ? text.replace(/\\([!-/:-@[-`{-~])/g, '$1') : text
}

function closingParen(field: string, open: number): number {
  let depth = 0
  for (let i = open; i < field.length; i++) {
    const unit = field.charCodeAt(i)
    if (unit === 40) depth++
    else if (unit === 41 && --depth === 0) return i
    else if (unit === 92) i++
  }
  return -1
}

function isCloser(unit: number): boolean {
  return unit === 62 || unit === 0xff1e
}

/** Where the `<...>` ends: at its `>`, or at the next comma or the end when that is lost; -1 when another `<` comes first. */
function closingAngle(field: string, open: number): number {
  let comma = -1
  for (let i = open + 1; i < field.length; i++) {
    const unit = field.charCodeAt(i)
    if (isCloser(unit)) return i
    if (unit === 60 || unit === 0xff1c) return -1
    if (unit === 44 && comma < 0) comma = i
  }
  return comma < 0 ? field.length : comma
}
