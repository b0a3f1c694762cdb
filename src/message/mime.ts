/** Which parts does a message have, and where do they stand? A walk over the bytes that neither recurses nor looks twice. */
import { LIMITS } from '../limits.ts'
import { type Boundary, DelimiterScan } from './boundary.ts'
import { addLimit, type Draft, mayOpenInner, newDraft, type TextLeaf, type Walk } from './draft.ts'
import { readHeaders } from './header.ts'
import { describePart, type Part } from './part.ts'
import { decodeTransfer } from './transfer.ts'
import { unreadableHint } from './unreadable.ts'

/** An open multipart. */
interface Level extends Boundary {
  draft: Draft
  /** What stands before a child's number: empty, or `2.`. */
  prefix: string
  children: number
  isDigest: boolean
}

/** Bytes still to be walked, and the message that gets what is found. */
interface Job {
  bytes: Uint8Array
  start: number
  draft: Draft
}

/**
 * Walks a message and every message in it.
 *
 * @param bytes The bytes.
 * @param start Where the header begins.
 * @param root Gets what is found.
 */
export function walkMessage(bytes: Uint8Array, start: number, root: Draft, walk: Walk): void {
  // Attached messages in base64 have bytes of their own and wait here; decoding shrinks them, so their sum is bounded.
  const queue: Job[] = [{ bytes, start, draft: root }]
  for (let job = queue.pop(); job !== undefined; job = queue.pop()) walkBytes(job, walk, queue)
}

function walkBytes(job: Job, walk: Walk, queue: Job[]): void {
  const { bytes } = job
  const { limits } = walk
  const stack: Level[] = []
  const scan = new DelimiterScan(bytes, stack)
  const crOnly = endsLinesInCr(bytes, job.start)
  let draft = job.draft
  let number = '1'
  let isTop = true
  let isDigest = false
  let at = job.start
  for (;;) {
    if (++walk.parts > limits.parts) {
      addLimit(job.draft.limits, limits, 'parts', 'message')
      return
    }
    if (isTop) at = skipBlankLines(bytes, at)
    const block = readHeaders(bytes, at, { limits, crOnly, inPart: stack.length > 0, hits: draft.limits })
    if (isTop) draft.fields = block.fields
    const part = describePart(block.fields, isTop, isDigest, draft.notes, bytes.subarray(block.body))
    if (part.kind === 'multipart' && stack.length < limits.depth) {
      openMultipart(draft, part, isTop, number)
      stack.push({
        boundary: part.boundary,
        draft,
        prefix: isTop ? '' : `${number}.`,
        children: 0,
        isDigest: part.type === 'multipart/digest',
      })
      scan.next(block.body)
      if (scan.level !== stack.length - 1) {
        // Its boundary stands nowhere: readers show nothing or all of it, and nobody shall hide behind the difference.
        addLeaf(draft, { ...part, kind: 'text' }, `part ${number}`, bytes.subarray(block.body, scan.bodyEnd))
      }
    } else {
      const opens = part.kind === 'message' && mayOpenInner(walk, draft.depth, draft.limits, `part ${number}`)
      const inner = newDraft(draft.depth + 1)
      if (opens) draft.inner.push(inner)
      if (opens && part.encoding === 'identity') {
        draft = inner
        number = '1'
        isTop = true
        isDigest = false
        at = block.body
        continue
      }
      scan.next(block.body)
      const body = bytes.subarray(block.body, scan.bodyEnd)
      if (part.kind === 'multipart') addLimit(draft.limits, limits, 'depth', `part ${number}`)
      if (opens) queue.push({ bytes: decodeTransfer(body, part.encoding, limits.messageBytes), start: 0, draft: inner })
      else addLeaf(draft, part, `part ${number}`, body)
    }
    while (scan.level >= 0 && scan.isClose) {
      stack.length = scan.level
      scan.next(scan.after)
    }
    if (scan.level < 0) return
    stack.length = scan.level + 1
    const level = stack[scan.level]!
    draft = level.draft
    number = `${level.prefix}${++level.children}`
    isTop = false
    isDigest = level.isDigest
    at = scan.after
  }
}

function openMultipart(draft: Draft, part: Part, isTop: boolean, number: string): void {
  if (isTop && part.type === 'multipart/report') {
    draft.report = (part.params.params.get('report-type') ?? 'unspecified').toLowerCase()
  }
  if (part.type === 'multipart/encrypted') {
    draft.limits.push({
      limit: 'unreadable',
      where: isTop ? 'message' : `part ${number}`,
      hint: unreadableHint('application/pgp-encrypted', '')!,
    })
  }
}

/** Files a part that has no parts. */
function addLeaf(draft: Draft, part: Part, where: string, body: Uint8Array): void {
  const { params } = part.params
  const isPage = part.kind === 'file' && (part.holds === 'page' || part.holds === 'archive')
  const isHtml = part.kind === 'html' || isPage
  const isCalendar = part.holds === 'calendar'
  const leaf: TextLeaf = {
    kind: isHtml ? 'html' : 'text',
    where,
    bytes: body,
    encoding: part.encoding,
    charset: params.get('charset'),
    flowed: !isHtml && !isCalendar && params.get('format')?.toLowerCase() === 'flowed',
    delSp: params.get('delsp')?.toLowerCase() === 'yes',
    holds: part.holds,
  }
  if (isCalendar) draft.texts.push(leaf, { ...leaf, kind: 'html' })
  else if (part.kind !== 'file') draft.texts.push(leaf)
  if (part.kind === 'text' || part.kind === 'html') {
    draft.charset ??= leaf.charset
    return
  }
  const hint = unreadableHint(part.type, part.filename, params.get('smime-type'))
  if (hint !== undefined) draft.limits.push({ limit: 'unreadable', where, hint })
  draft.files.push({
    filename: part.filename,
    type: part.type,
    size: body.length,
    html: isPage ? leaf : undefined,
    body: part.isBody ? leaf : undefined,
  })
}

/** Blank lines and a UTF-8 mark before a header: web forms and editors put them there. */
function skipBlankLines(bytes: Uint8Array, from: number): number {
  let at = from
  if (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at += 3
  while (bytes[at] === 10 || bytes[at] === 13) at++
  return at
}

/** Where the body of a message begins, by the same rules as the walk: whatever its line ends are, and without a blank line too. */
export function bodyStart(bytes: Uint8Array): number {
  const options = { limits: LIMITS, crOnly: endsLinesInCr(bytes, 0), inPart: false, hits: [] }
  return readHeaders(bytes, skipBlankLines(bytes, 0), options).body
}

/** Whether lines end in a lone CR: the blank line after the header comes before any LF. */
function endsLinesInCr(bytes: Uint8Array, start: number): boolean {
  const newline = bytes.indexOf(10, start)
  if (newline < 0) return bytes.indexOf(13, start) >= 0
  let end = newline
  while (end > start && bytes[end - 1] === 13) end--
  for (let at = bytes.indexOf(13, start); at >= 0 && at < end - 1; at = bytes.indexOf(13, at + 1)) {
    if (bytes[at + 1] === 13) return true
  }
  return false
}
