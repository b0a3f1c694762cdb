/** What do the encoded-words (RFC 2047) in a header say? */

import { PAD, sextetOf } from './base64.ts'
import { newBytes, utf8Of } from './bytes.ts'
import { decodeBytes } from './charset.ts'
import type { DecodeNote } from './model.ts'
import { hexValue } from './quoted-printable.ts'
import { type Word, WordFinder } from './word-finder.ts'

/**
 * Decodes the encoded-words of a text. Blanks between two words go; the BYTES of neighbours of one charset are joined and
 * then decoded once, because mailers cut in the middle of a character, an escape or a base64 quantum.
 *
 * @param text Header text; words are found without blanks around them too.
 * @param where What `DecodeNote.where` is to say.
 * @param notes Gets one note when a word's charset was not simply what its label says.
 * @example decodeWords('=?UTF-8?B?44Oh?= =?UTF-8?B?44O844Or?=', '', []) // 'メール'
 */
export function decodeWords(text: string, where: string, notes: DecodeNote[]): string {
  let at = text.indexOf('=?')
  if (at < 0) return text
  const finder = new WordFinder(text)
  // UTF-8 of a unit takes at most three bytes; raw text inside a Q word is the only thing that grows.
  const bytes = newBytes(text.length * 3)
  let out = text.slice(0, at)
  let size = 0
  let charset = ''
  let previous: Word | undefined
  /** Sextets of a base64 quantum that the last word left open. */
  let bits = 0
  let count = 0
  const flush = (): void => {
    if (previous === undefined) return
    size = writeRest(bytes, size, bits, count)
    const decoded = decodeBytes(bytes.subarray(0, size), charset === '' ? undefined : charset, where)
    if (!isPlain(decoded.notes[0], charset)) joinNotes(notes, decoded.notes)
    out += decoded.text
    size = 0
    bits = 0
    count = 0
  }
  let from = at
  while (at >= 0) {
    const word = finder.wordAt(at)
    if (word === undefined) {
      at = text.indexOf('=?', at + 2)
      continue
    }
    const gap = text.slice(from, at)
    const label = word.charset.toLowerCase()
    if (previous === undefined || label !== charset || !isBlankText(gap)) {
      flush()
      if (previous === undefined || !isBlankText(gap)) out += gap
    } else if (count > 0 && !continuesQuantum(text, word, bits, count)) {
      size = writeRest(bytes, size, bits, count)
      bits = 0
      count = 0
    }
    if (word.base64) {
      for (let i = word.textStart; i < word.textEnd; i++) {
        const value = sextetOf(text.charCodeAt(i))
        if (value === PAD) {
          size = writeRest(bytes, size, bits, count)
          bits = 0
          count = 0
        }
        if (value > 63) continue
        bits = (bits << 6) | value
        if (++count < 4) continue
        bytes[size++] = bits >> 16
        bytes[size++] = bits >> 8
        bytes[size++] = bits
        bits = 0
        count = 0
      }
    } else {
      size = writeQ(text, word, bytes, size)
    }
    charset = label
    previous = word
    from = word.end
    at = text.indexOf('=?', word.end)
  }
  flush()
  return out + text.slice(from)
}

function isBlankText(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 32) return false
  return true
}

/** Whether the next word goes on with the quantum the last one left open, or the last one was merely sent without padding. */
function continuesQuantum(text: string, word: Word, bits: number, count: number): boolean {
  if (!word.base64) return false
  if (count === 1 || (count === 2 && (bits & 15) !== 0) || (count === 3 && (bits & 3) !== 0)) return true
  let length = 0
  for (let i = word.textStart; i < word.textEnd; i++) {
    const value = sextetOf(text.charCodeAt(i))
    if (value < 64 || value === PAD) length++
  }
  return length % 4 !== 0
}

/** Writes the whole bytes of an unfinished quantum. */
function writeRest(bytes: Uint8Array, size: number, bits: number, count: number): number {
  let to = size
  if (count === 2) bytes[to++] = bits >> 4
  else if (count === 3) {
    bytes[to++] = bits >> 10
    bytes[to++] = bits >> 2
  }
  return to
}

/** The Q encoding (RFC 2047 §4.2): `_` is a space, `=XX` a byte, and raw text that should not be there its UTF-8. */
function writeQ(text: string, word: Word, bytes: Uint8Array, size: number): number {
  let to = size
  for (let i = word.textStart; i < word.textEnd; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 61 && i + 2 < word.textEnd) {
      const high = hexValue(text.charCodeAt(i + 1))
      const low = hexValue(text.charCodeAt(i + 2))
      if (high >= 0 && low >= 0) {
        bytes[to++] = (high << 4) | low
        i += 2
        continue
      }
    }
    if (unit < 0x80) {
      bytes[to++] = unit === 95 ? 32 : unit
      continue
    }
    const pair = unit >= 0xd800 && unit < 0xdc00 && i + 1 < word.textEnd ? 2 : 1
    const encoded = utf8Of(text.slice(i, i + pair))
    bytes.set(encoded, to)
    to += encoded.length
    i += pair - 1
  }
  return to
}

/** Whether a field needs no note: ASCII, or what its label says. */
function isPlain(note: DecodeNote | undefined, charset: string): boolean {
  if (note === undefined) return true
  if (note.replaced > 0) return false
  return note.why === 'ascii' || note.why === 'label' || (note.why === 'escapes' && charset.startsWith('iso-2022'))
}

/** Adds notes, one for each place: a field of many words counts its U+FFFD in one note. */
export function joinNotes(notes: DecodeNote[], more: DecodeNote[]): void {
  for (const note of more) {
    const same = notes.find((other) => other.where === note.where)
    if (same === undefined) notes.push(note)
    else same.replaced += note.replaced
  }
}
