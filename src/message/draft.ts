/** What is known of a message after the walk over its bytes and before any text is decoded? */
import type { LimitHit, Limits } from '../limits.ts'
import type { Content } from './content.ts'
import type { DecodeNote } from './model.ts'
import type { TransferEncoding } from './transfer.ts'

/** One header field as it stands in the mail. */
export interface RawField {
  /** Lower case. */
  name: string
  /** A binary string, unfolded, nothing decoded. */
  raw: string
  /** `raw` is known to hold visible ASCII and blanks only. */
  isPlain?: boolean
  /** `raw` is text that a host or a person has read already: only encoded-words may be left in it. */
  isText?: boolean
}

/** A text part: where its bytes stand and how to read them. */
export interface TextLeaf {
  kind: 'text' | 'html'
  /** `part 1.2`. */
  where: string
  bytes: Uint8Array
  encoding: TransferEncoding
  charset: string | undefined
  flowed: boolean
  delSp: boolean
  /** What has to be taken out of it before it is a text: an invitation's words of this kind, or the pages of an archive. */
  holds: Content | undefined
}

/** A part that is only named and sized. */
export interface FileLeaf {
  filename: string
  type: string
  /** Encoded bytes. */
  size: number
  /** Set for HTML that is read like a body. */
  html: TextLeaf | undefined
  /** Set for a text or page that becomes the body where the message has none. */
  body: TextLeaf | undefined
}

/** A message as the walk found it. */
export interface Draft {
  /** 0 for the outermost. */
  depth: number
  fields: RawField[]
  texts: TextLeaf[]
  files: FileLeaf[]
  inner: Draft[]
  report: string | undefined
  /** The charset of the first text part that names one: raw 8-bit headers are most likely in it. */
  charset: string | undefined
  notes: DecodeNote[]
  limits: LimitHit[]
}

/** What all messages of one input share. */
export interface Walk {
  limits: Limits
  /** The input was a string of decoded characters: unencoded parts are UTF-8, whatever their label says. */
  isHostText: boolean
  /** MIME parts met. */
  parts: number
  /** Messages met, the outermost not counted. */
  inner: number
}

/** An empty draft. */
export function newDraft(depth: number): Draft {
  return {
    depth,
    fields: [],
    texts: [],
    files: [],
    inner: [],
    report: undefined,
    charset: undefined,
    notes: [],
    limits: [],
  }
}

/** Notes a cap that was reached, once for each place. */
export function addLimit(hits: LimitHit[], limits: Limits, limit: keyof Limits, where: string): void {
  if (!hits.some((hit) => hit.limit === limit && hit.where === where)) hits.push({ limit, where, cap: limits[limit] })
}

/** Whether one more message may be opened inside this one; counts it, or notes the cap. */
export function mayOpenInner(walk: Walk, depth: number, hits: LimitHit[], where: string): boolean {
  if (depth >= walk.limits.innerDepth) addLimit(hits, walk.limits, 'innerDepth', where)
  else if (walk.inner >= walk.limits.innerMessages) addLimit(hits, walk.limits, 'innerMessages', 'message')
  else {
    walk.inner++
    return true
  }
  return false
}
