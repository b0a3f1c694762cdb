/** Are these bytes a mail at all, and if so, one with a header block, a saved web page, or pasted text? */
import { FROM } from './separator.ts'

/** How many bytes decide; a mail's own text is far from its attachments' bytes there. */
const HEAD_BYTES = 4_096

const LF = 0x0a
const ESC = 0x1b
/** OLE2, the container of an Outlook .msg. */
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0]
/** What the files of archivers begin with: ZIP, gzip, 7-Zip, RAR. */
const ARCHIVES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
]
const UTF8_MARK = [0xef, 0xbb, 0xbf]

const startsWith = (bytes: Uint8Array, mark: number[], at = 0): boolean =>
  mark.every((byte, i) => bytes[at + i] === byte)

/**
 * Says why the bytes cannot be a mail.
 *
 * @returns undefined when they may be one
 */
export function whyNoMail(bytes: Uint8Array): 'empty-file' | 'outlook-msg' | 'archive' | 'binary' | undefined {
  if (bytes.length === 0) return 'empty-file'
  if (startsWith(bytes, OLE2)) return 'outlook-msg'
  if (ARCHIVES.some((mark) => startsWith(bytes, mark))) return 'archive'
  // Junk may follow in a damaged mail; what opens with header fields is given to the library, which never throws.
  if (hasHeaderBlock(bytes)) return undefined
  // UTF-16 text has a NUL in every second byte.
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return undefined
  const head = Math.min(bytes.length, HEAD_BYTES)
  let controls = 0
  for (let i = 0; i < head; i++) {
    const byte = bytes[i]!
    if (byte === 0) return 'binary'
    // Tab to carriage return, and the ESC of ISO-2022-JP with SO and SI, stand in text.
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== ESC && byte !== 0x0e && byte !== 0x0f) controls++
  }
  // Compressed data has about one such byte in ten; broken text has a few.
  return controls * 20 > head ? 'binary' : undefined
}

/**
 * Whether the bytes open with a header block: an mbox `From ` line, or a header field (RFC 5322 §2.2) that another field,
 * a folded line, an empty line or the end follows. One `Note: ...` over running text is pasted text.
 */
export function hasHeaderBlock(bytes: Uint8Array): boolean {
  const start = startsWith(bytes, UTF8_MARK) ? UTF8_MARK.length : 0
  if (startsWith(bytes, FROM, start)) return true
  if (!isField(bytes, start)) return false
  const lineEnd = bytes.indexOf(LF, start)
  const next = bytes[lineEnd + 1]
  if (lineEnd < 0 || next === undefined) return true
  return next === LF || next === 0x0d || next === 0x20 || next === 0x09 || isField(bytes, lineEnd + 1)
}

/** Printable ASCII but the colon, two bytes or more, then a colon; `https://` is none. */
function isField(bytes: Uint8Array, start: number): boolean {
  let i = start
  while (i < bytes.length && i - start < 80 && isNameByte(bytes[i]!)) i++
  const length = i - start
  // A blank before the colon is obsolete syntax (§4.5) and still seen.
  while (bytes[i] === 0x20 || bytes[i] === 0x09) i++
  return bytes[i] === 0x3a && length >= 2 && !(bytes[i + 1] === 0x2f && bytes[i + 2] === 0x2f)
}

const isNameByte = (byte: number): boolean => byte > 0x20 && byte < 0x7f && byte !== 0x3a

/** Whether text is a saved web page or the HTML body of a mail, not plain text. */
export function isHtml(text: string): boolean {
  return /^\s{0,64}<(?:!doctype\s+html|html|head|body|table|div)\b/i.test(text.slice(0, 128))
}
