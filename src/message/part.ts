/** What does a part's header say it is? */
import type { RawField } from './draft.ts'
import { rawValue } from './header.ts'
import { decodeRaw } from './header-text.ts'
import type { DecodeNote } from './model.ts'
import { boundaryOf, parameter, parseStructured, type Structured } from './params.ts'
import { type TransferEncoding, transferEncodingOf } from './transfer.ts'

/** A part by its header. */
export interface Part {
  /** Media type in lower case. */
  type: string
  kind: 'multipart' | 'message' | 'text' | 'html' | 'file'
  encoding: TransferEncoding
  /** Of a multipart. */
  boundary: Uint8Array
  filename: string
  /** A `file` that a browser would show as a page. */
  isPage: boolean
  params: Structured
}

const NO_BYTES = new Uint8Array(0)

/** Messages inside messages, and the headers that bounces bring back of one. */
const MESSAGE_TYPES = new Set(['message/rfc822', 'message/global', 'message/news', 'text/rfc822-headers'])

/**
 * Reads what decides how a part is treated.
 *
 * @param fields The part's header.
 * @param isTop The part is a message's own body: whatever text type it has, a reader sees it.
 * @param isDigest The part stands in a multipart/digest, where the default is message/rfc822 (RFC 2046 §5.1.5).
 * @param notes Gets notes on file names.
 */
export function describePart(fields: RawField[], isTop: boolean, isDigest: boolean, notes: DecodeNote[]): Part {
  const rawType = rawValue(fields, 'content-type')
  const params = parseStructured(decodeRaw(rawType, undefined, 'filename', notes))
  const rawDisposition = rawValue(fields, 'content-disposition')
  const disposition =
    rawDisposition === '' ? undefined : parseStructured(decodeRaw(rawDisposition, undefined, 'filename', notes))
  const named = disposition === undefined ? '' : parameter(disposition, 'filename', 'filename', notes)
  const filename = named !== '' ? named : parameter(params, 'name', 'filename', notes)
  const type = mediaType(params.value, filename !== '', isDigest)
  const part: Part = {
    type,
    kind: 'file',
    encoding: transferEncodingOf(rawValue(fields, 'content-transfer-encoding')),
    boundary: NO_BYTES,
    filename,
    isPage: false,
    params,
  }
  const isAttachment = disposition?.value.startsWith('attachment') ?? false
  const extension = filename.slice(filename.lastIndexOf('.') + 1).toLowerCase()
  if (type.startsWith('multipart/')) {
    part.boundary = boundaryOf(parseStructured(rawType))
    // Without a boundary nobody can tell its parts apart: readers show it as it stands.
    part.kind = part.boundary.length > 0 ? 'multipart' : 'text'
  } else if (MESSAGE_TYPES.has(type) || (extension === 'eml' && isOpaque(type, isAttachment))) part.kind = 'message'
  else if (type === 'text/html' || type === 'application/xhtml+xml') {
    part.kind = isAttachment ? 'file' : 'html'
    part.isPage = true
  } else if (!isAttachment && (type === 'text/plain' || (isTop && type.startsWith('text/')))) part.kind = 'text'
  else part.isPage = ['htm', 'html', 'shtml', 'xhtml'].includes(extension)
  return part
}

/** A type that says nothing of what is inside. */
function isOpaque(type: string, isAttachment: boolean): boolean {
  return type === 'application/octet-stream' || (type === 'text/plain' && isAttachment)
}

/** `type/subtype`; what is no type at all is text/plain (RFC 2045 §5.2), or with a file name a file. */
function mediaType(value: string, isNamed: boolean, isDigest: boolean): string {
  if (value === '') return isDigest ? 'message/rfc822' : 'text/plain'
  const blank = value.indexOf(' ')
  const type = blank < 0 ? value : value.slice(0, blank)
  const slash = type.indexOf('/')
  return slash > 0 && slash < type.length - 1 ? type : isNamed ? 'application/octet-stream' : 'text/plain'
}
