/** Which charset are these bytes in, whatever their label says, and what text are they? */
import { decodeWithCodec } from '#codec'
import { charsetOf, isJapaneseCharset, isMultiByte } from './aliases.ts'
import { detectJapanese, isShiftJisInstead } from './detect-japanese.ts'
import { decodeDoubleByte } from './double-byte.ts'
import { hasEscapes } from './escapes.ts'
import { decodeHz } from './hz.ts'
import { decodeEscapes } from './iso2022jp.ts'
import { readEucJp, readShiftJis } from './japanese.ts'
import { restoreEscapes } from './lost-escapes.ts'
import { metaCharset } from './meta-charset.ts'
import type { DecodeNote, DecodeReason } from './model.ts'
import { decodeLatin, decodeSingleByte } from './single-byte.ts'
import { byteOrderMark, decodeWide, isZeroPadded, utf16Order } from './unicode.ts'
import { decodeUtf7 } from './utf7.ts'
import { looseUtf8, strictUtf8, utf8Damage } from './utf8.ts'

/** What `decodeBytes` returns. */
export interface Decoded {
  text: string
  /** The charset used, by its WHATWG name in lower case. */
  charset: string
  /** One note. */
  notes: DecodeNote[]
}

/** One rung's answer. */
interface Answer {
  text: string
  used: string
  why: DecodeReason
  replaced: number
}

const answer = (text: string, used: string, why: DecodeReason, replaced = 0): Answer => ({ text, used, why, replaced })

/**
 * Decodes the bytes of a header or body, label or no label, right or wrong.
 *
 * @param bytes The bytes, transfer encoding taken off. Encoded-words of one charset that stand side by side are joined first.
 * @param label The charset label of the mail, as written.
 * @param where What `DecodeNote.where` is to say.
 * @returns The text, the charset used, and one note that says what was declared, used, why, and how many U+FFFD stand for bytes
 * that could not be decoded. Nothing throws; an empty input is an empty text in `us-ascii`.
 * @example decodeBytes(Uint8Array.of(0x83, 0x81, 0x81, 0x5b, 0x83, 0x8b)).text // 'メール'
 */
export function decodeBytes(bytes: Uint8Array, label?: string, where = ''): Decoded {
  const { text, used, why, replaced } = climb(bytes, charsetOf(label))
  const note: DecodeNote = { where, used, why, replaced }
  if (label !== undefined && label !== '') note.declared = label.slice(0, 64)
  return { text, charset: used, notes: [note] }
}

/**
 * Decodes the bytes of an HTML part: where the mail has no label, or one that says nothing, the `<meta>` tag has its say.
 *
 * @param bytes The bytes, transfer encoding taken off.
 * @param label The charset label of the part, as written.
 * @param where What `DecodeNote.where` is to say.
 * @returns As `decodeBytes`, `why` being `meta` where the tag decided.
 */
export function decodeHtmlBytes(bytes: Uint8Array, label?: string, where = ''): Decoded {
  const declared = charsetOf(label)
  if (declared !== '' && declared !== 'us-ascii') return decodeBytes(bytes, label, where)
  const meta = metaCharset(bytes)
  if (meta === '') return decodeBytes(bytes, label, where)
  const decoded = decodeBytes(bytes, meta, where)
  const note = decoded.notes[0]
  if (note === undefined) return decoded
  if (note.why === 'label') note.why = 'meta'
  if (label !== undefined && label !== '') note.declared = label.slice(0, 64)
  else delete note.declared
  return decoded
}

/** The ladder. Each rung either answers or leaves the bytes to the next. */
function climb(bytes: Uint8Array, declared: string): Answer {
  const mark = byteOrderMark(bytes)
  const body = mark === undefined ? bytes : bytes.subarray(mark.length)
  if (mark !== undefined && mark.charset !== 'utf-8') {
    const { text, replaced } = decodeWide(body, mark.charset)
    return answer(text, mark.charset, 'bom', replaced)
  }
  const text = strictUtf8(body)
  // Strings are searched at the speed of memory; typed arrays are not on every host.
  if ((text === undefined ? body.includes(0x1b) : text.includes('\x1b')) && hasEscapes(body)) {
    const decoded = decodeEscapes(body)
    return answer(decoded.text, escapesName(body), 'escapes', decoded.replaced)
  }
  if (mark !== undefined) return text !== undefined ? answer(text, 'utf-8', 'bom') : lossyUtf8(body, 'bom')
  const wide = wideUnits(body, declared, text?.includes('\0') === true)
  if (wide !== undefined) return wide
  if (text === undefined) return eightBit(body, declared)
  if (text.length === body.length) return sevenBit(body, declared, text)
  // Two-byte sequences alone may be a double-byte charset's; where the label says so and agrees, they are.
  if (declared !== 'utf-8' && (isMultiByte(declared) || declared === 'iso-2022-jp') && !hasThreeBytes(text)) {
    const labelled = byMultiByteLabel(body, declared)
    if (labelled !== undefined) return labelled
  }
  return answer(text, 'utf-8', declared === 'utf-8' ? 'label' : 'utf8')
}

/** Whether a UTF-8 text has a character of three or four bytes. */
function hasThreeBytes(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7ff) return true
  return false
}

/** The name of what the escapes were. */
function escapesName(bytes: Uint8Array): string {
  const at = bytes.indexOf(0x1b)
  if (bytes[at + 1] !== 0x24 || bytes[at + 2] !== 0x29) return 'iso-2022-jp'
  return bytes[at + 3] === 0x43 ? 'iso-2022-kr' : 'iso-2022-cn'
}

/** UTF-16 and UTF-32 by their label, unless the bytes are nothing like it; UTF-16 without one by its zero bytes. */
function wideUnits(bytes: Uint8Array, declared: string, zeros: boolean): Answer | undefined {
  if (declared.startsWith('utf-32') && bytes.length % 4 === 0 && bytes.includes(0)) {
    const charset = declared === 'utf-32le' || (declared === 'utf-32' && bytes[0] !== 0) ? 'utf-32le' : 'utf-32be'
    const { text, replaced } = decodeWide(bytes, charset)
    return answer(text, charset, 'label', replaced)
  }
  const labelled = declared.startsWith('utf-16')
  if (!labelled && !zeros) return undefined
  const order = utf16Order(bytes)
  if (order === undefined || (!labelled && !isZeroPadded(bytes, order))) return undefined
  const charset = declared === 'utf-16le' || declared === 'utf-16be' ? declared : order
  const { text, replaced } = decodeWide(bytes, charset)
  return answer(text, charset, labelled ? 'label' : 'detected', replaced)
}

/** 7-bit bytes: ASCII, unless they are Japanese that lost its ESC bytes, or one of the charsets made of ASCII. */
function sevenBit(bytes: Uint8Array, declared: string, text: string): Answer {
  if (declared === 'utf-7' && text.includes('+')) {
    const decoded = decodeUtf7(bytes)
    return answer(decoded.text, 'utf-7', 'label', decoded.replaced)
  }
  if (declared === 'hz-gb-2312' && text.includes('~')) {
    const decoded = decodeHz(bytes)
    return answer(decoded.text, 'hz-gb-2312', 'label', decoded.replaced)
  }
  const shifts = declared.startsWith('iso-2022-')
  if ((shifts || declared === '' || declared === 'us-ascii') && text.includes('\x0e')) {
    const decoded = decodeEscapes(bytes, declared === 'iso-2022-kr')
    return answer(decoded.text, shifts ? declared : 'iso-2022-jp', shifts ? 'label' : 'detected', decoded.replaced)
  }
  if (text.includes('$B') || text.includes('$@')) {
    const restored = restoreEscapes(bytes, isJapaneseCharset(declared))
    if (restored !== undefined) {
      const decoded = decodeEscapes(restored)
      return answer(decoded.text, 'iso-2022-jp', 'lost-escapes', decoded.replaced)
    }
  }
  return answer(text, 'us-ascii', 'ascii')
}

/** Bytes >= 0x80 that are not UTF-8. */
function eightBit(bytes: Uint8Array, declared: string): Answer {
  const labelled = byMultiByteLabel(bytes, declared)
  if (labelled !== undefined) return labelled
  // UTF-8 that was cut, or has a few broken bytes, is nothing else: other charsets hardly ever form its sequences.
  const damage = utf8Damage(bytes)
  if (damage.whole >= damage.broken * 10 || (damage.cut && damage.whole >= 2)) return lossyUtf8(bytes, 'lossy')
  const detected = detectJapanese(bytes, declared)
  if (detected !== undefined) {
    const { text, replaced } = detected.reading
    return answer(text, detected.charset, detected.charset === declared ? 'label' : 'detected', replaced)
  }
  // Raw Latin-1 under these labels is commoner than UTF-8 of which less than half is left.
  const open = declared === '' || declared === 'us-ascii' || declared === 'utf-8'
  if (open && damage.whole >= damage.broken) return lossyUtf8(bytes, 'lossy')
  return open ? answer(decodeLatin(bytes), 'windows-1252', 'lossy') : byLabel(bytes, declared)
}

/** The label, if it names a Chinese or Korean charset, or one of Japan's, in which every byte stands for something. */
function byMultiByteLabel(bytes: Uint8Array, declared: string): Answer | undefined {
  if (isJapaneseCharset(declared)) {
    const detected = detectJapanese(bytes, declared)
    if (detected === undefined || detected.reading.replaced > 0) return undefined
    return answer(detected.reading.text, detected.charset, detected.charset === declared ? 'label' : 'detected')
  }
  if (declared === 'utf-8' || !isMultiByte(declared)) return undefined
  const { text, replaced } = decodeDoubleByte(bytes, declared)
  if (replaced > 0) return undefined
  const instead = isShiftJisInstead(bytes, text)
  if (instead !== undefined) return answer(instead.text, 'shift_jis', 'detected', instead.replaced)
  return answer(text, declared, 'label')
}

/** The last rung: the label's charset, with U+FFFD where it does not fit. */
function byLabel(bytes: Uint8Array, declared: string): Answer {
  const known = byKnownCharset(bytes, declared)
  if (known !== undefined) return answer(known.text, declared, known.replaced > 0 ? 'lossy' : 'label', known.replaced)
  const text = decodeWithCodec(bytes, declared)
  if (text === undefined) return answer(decodeLatin(bytes), 'windows-1252', 'lossy')
  const replaced = text.split('\ufffd').length - 1
  return answer(text, declared, replaced > 0 ? 'lossy' : 'label', replaced)
}

/** All charsets but UTF-8 and UTF-16; undefined for a label that `TextDecoder` rejects too. */
function byKnownCharset(bytes: Uint8Array, declared: string): { text: string; replaced: number } | undefined {
  switch (declared) {
    case 'shift_jis':
      return readShiftJis(bytes)
    case 'euc-jp':
      return readEucJp(bytes)
    case 'iso-2022-jp':
      return decodeEscapes(bytes)
    case 'iso-2022-kr':
      return decodeEscapes(bytes, true)
    case 'gbk':
    case 'gb18030':
    case 'big5':
    case 'euc-kr':
      return decodeDoubleByte(bytes, declared)
    case 'utf-7':
      return decodeUtf7(bytes)
    case 'windows-1252':
      return { text: decodeLatin(bytes), replaced: 0 }
    default:
      return decodeSingleByte(bytes, declared)
  }
}

/** UTF-8 with U+FFFD for what is broken. */
function lossyUtf8(bytes: Uint8Array, why: DecodeReason): Answer {
  const { text, replaced } = looseUtf8(bytes)
  return answer(text, 'utf-8', why, replaced)
}
