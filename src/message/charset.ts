/** Which charset are these bytes in, whatever their label says, and what text are they? */
import { charsetOf, isJapaneseCharset, isMultiByte } from './aliases.ts'
import { type Answer, answer } from './answer.ts'
import { byLabel, byMultiByteLabel } from './by-label.ts'
import { detectJapanese } from './detect-japanese.ts'
import { escapesName, hasEscapes } from './escapes.ts'
import { decodeHz } from './hz.ts'
import { decodeEscapes } from './iso2022jp.ts'
import { restoreEscapes } from './lost-escapes.ts'
import { metaCharset } from './meta-charset.ts'
import type { DecodeNote, DecodeReason } from './model.ts'
import { decodeLatin } from './single-byte.ts'
import { byteOrderMark, decodeWide, wideUnits } from './unicode.ts'
import { decodeUtf7 } from './utf7.ts'
import { looseUtf8, strictUtf8, type Utf8Damage, utf8Damage } from './utf8.ts'

/** What `decodeBytes` returns. */
export interface Decoded {
  text: string
  /** The charset used, by its WHATWG name in lower case. */
  charset: string
  /** One note. */
  notes: DecodeNote[]
}

/**
 * Decodes the bytes of a header or body, label or no label, right or wrong.
 *
 * @param bytes The bytes, transfer encoding taken off. Encoded-words of one charset that stand side by side are joined first.
 * @param label The charset label of the mail, as written.
 * @param where What `DecodeNote.where` is to say.
 * @returns The text, the charset used, and one note that says what was declared, used, why, and how many U+FFFD stand for bytes
 * that could not be decoded. No bytes and no label throw; an empty input is an empty text in `us-ascii`.
 * @throws TypeError when `bytes` is no typed array.
 * @example decodeBytes(Uint8Array.of(0x83, 0x81, 0x81, 0x5b, 0x83, 0x8b)).text // 'メール'
 */
export function decodeBytes(bytes: Uint8Array, label?: string, where = ''): Decoded {
  // A Uint8Array of another realm is none by `instanceof`.
  if (!ArrayBuffer.isView(bytes)) throw new TypeError('decodeBytes: bytes must be a Uint8Array')
  const { text, used, why, replaced } = climb(bytes, charsetOf(label))
  const note: DecodeNote = { where, used, why, replaced }
  if (canBeLabel(label)) note.declared = label
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
  if (canBeLabel(label)) note.declared = label
  else delete note.declared
  return decoded
}

/** RFC 2978, 2.3: the name of a charset has 40 characters. */
const LABEL_UNITS = 40

/** Whether a label can be one: a mail writes anything there, the address of its reader too. */
function canBeLabel(label: string | undefined): label is string {
  return label !== undefined && label.length <= LABEL_UNITS && /^[\w.:+()-]+$/.test(label)
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
  const wide = wideUnits(body, declared, text)
  if (wide !== undefined) return wide
  if (text === undefined) return eightBit(body, declared)
  if (text.length === body.length) return sevenBit(body, declared, text)
  // Few bytes may be both UTF-8 and a double-byte charset; then the label is believed.
  if (declared !== 'utf-8' && (isMultiByte(declared) || declared === 'iso-2022-jp') && !isSurelyUtf8(text)) {
    const labelled = byMultiByteLabel(body, declared)
    if (labelled !== undefined) return labelled
  }
  return answer(text, 'utf-8', declared === 'utf-8' ? 'label' : 'utf8')
}

/**
 * Whether a text that is strictly valid UTF-8 can be nothing else: it holds a quotation mark or dash of U+20xx, kana, an
 * emoji, or two other characters of three bytes. `墂A` in UTF-8 is `澧侫` in GBK.
 */
function isSurelyUtf8(text: string): boolean {
  let others = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x800) continue
    if ((unit >= 0x2000 && unit < 0x2070) || (unit >= 0x3000 && unit < 0x3100)) return true
    if (unit >= 0xd83c && unit <= 0xd83e) return true
    if ((unit < 0xd800 || unit > 0xdfff) && ++others === 2) return true
  }
  return false
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
  if (saysNothing(declared)) return unlabelled(bytes, declared, damage)
  return japanese(bytes, declared) ?? byLabel(bytes, declared) ?? unlabelled(bytes, '', damage)
}

/** Whether a label leaves the question open; raw bytes under `utf-8` that are none are as common as under no label. */
const saysNothing = (declared: string): boolean => declared === '' || declared === 'us-ascii' || declared === 'utf-8'

function japanese(bytes: Uint8Array, declared: string): Answer | undefined {
  const detected = detectJapanese(bytes, declared)
  if (detected === undefined) return undefined
  const { text, replaced } = detected.reading
  const why = detected.charset !== declared ? 'detected' : replaced > 0 ? 'lossy' : 'label'
  return answer(text, detected.charset, why, replaced)
}

/** Japanese, UTF-8 of which at least half is left, or else Latin letters, which every byte stands for. */
function unlabelled(bytes: Uint8Array, declared: string, damage: Utf8Damage): Answer {
  const detected = japanese(bytes, declared)
  if (detected !== undefined) return detected
  return damage.whole >= damage.broken ? lossyUtf8(bytes, 'lossy') : answer(decodeLatin(bytes), 'windows-1252', 'lossy')
}

/** UTF-8 with U+FFFD for what is broken. */
function lossyUtf8(bytes: Uint8Array, why: DecodeReason): Answer {
  const { text, replaced } = looseUtf8(bytes)
  return answer(text, 'utf-8', why, replaced)
}
