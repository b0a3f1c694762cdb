/** What does a part's header say it is? */
import { type Content, contentOf } from './content.ts'
import type { RawField } from './draft.ts'
import { decodeRaw } from './header-text.ts'
import type { DecodeNote } from './model.ts'
import { boundaryOf, parameter, parseStructured, type Structured } from './params.ts'
import { believedEncoding, believedType, rawValues } from './repeated.ts'
import type { TransferEncoding } from './transfer.ts'

/** A part by its header. */
export interface Part {
  /** Media type in lower case. */
  type: string
  kind: 'multipart' | 'message' | 'text' | 'html' | 'file'
  encoding: TransferEncoding
  /** Of a multipart. */
  boundary: Uint8Array
  filename: string
  /** What a `file` holds that a reader would read all the same. */
  holds: Content | undefined
  /** A `file` that mail programs show as the body when the message has no other. */
  isBody: boolean
  params: Structured
}

const NO_BYTES = new Uint8Array(0)

/**
 * Reads what decides how a part is treated.
 *
 * @param fields The part's header.
 * @param isTop The part is a message's own body: whatever text type it has, a reader sees it.
 * @param isDigest The part stands in a multipart/digest, where the default is message/rfc822 (RFC 2046 §5.1.5).
 * @param notes Gets notes on file names.
 * @param body All bytes from the part's body on: what repeated fields are held against.
 */
export function describePart(
  fields: RawField[],
  isTop: boolean,
  isDigest: boolean,
  notes: DecodeNote[],
  body: Uint8Array,
): Part {
  const rawType = believedType(rawValues(fields, 'content-type'), body)
  const params = parseStructured(decodeRaw(rawType, undefined, 'filename', notes))
  const dispositions = rawValues(fields, 'content-disposition').map((raw) =>
    parseStructured(decodeRaw(raw, undefined, 'filename', notes)),
  )
  let named = ''
  for (const disposition of dispositions) named ||= parameter(disposition, 'filename', 'filename', notes)
  const filename = named !== '' ? named : parameter(params, 'name', 'filename', notes)
  const type = mediaType(params.value, filename !== '', isDigest)
  const part: Part = {
    type,
    kind: 'file',
    encoding: believedEncoding(rawValues(fields, 'content-transfer-encoding'), body),
    boundary: NO_BYTES,
    filename,
    holds: undefined,
    isBody: false,
    params,
  }
  const isAttachment =
    dispositions.length > 0 && dispositions.every((disposition) => disposition.value.startsWith('attachment'))
  if (type.startsWith('multipart/')) {
    part.boundary = boundaryOf(parseStructured(rawType))
    // Without a boundary nobody can tell its parts apart: readers show it as it stands.
    part.kind = part.boundary.length > 0 ? 'multipart' : 'text'
    return part
  }
  part.holds = contentOf(type, filename, isAttachment)
  if (part.holds === 'message') part.kind = 'message'
  else if (type === 'text/html' || type === 'application/xhtml+xml') part.kind = 'html'
  else if (type === 'text/plain' || (isTop && type.startsWith('text/'))) part.kind = 'text'
  if (isAttachment && (part.kind === 'html' || part.kind === 'text')) {
    // A page beside other parts is a file to open, and read as one.
    part.isBody = isTop || part.holds === undefined
    part.kind = 'file'
  }
  return part
}

/** `type/subtype`; what is no type at all is text/plain (RFC 2045 §5.2), or with a file name a file. */
export function mediaType(value: string, isNamed: boolean, isDigest: boolean): string {
  if (value === '') return isDigest ? 'message/rfc822' : 'text/plain'
  const blank = value.indexOf(' ')
  const type = blank < 0 ? value : value.slice(0, blank)
  const slash = type.indexOf('/')
  return slash > 0 && slash < type.length - 1 ? type : isNamed ? 'application/octet-stream' : 'text/plain'
}
