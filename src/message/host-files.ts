/** What do the attachments tell that a host program hands over? */
import { assembleMessage } from './assemble.ts'
import { readBodies } from './body.ts'
import { utf8Of } from './bytes.ts'
import { contentOf } from './content.ts'
import { addLimit, mayOpenInner, newDraft, type TextLeaf, type Walk } from './draft.ts'
import { walkMessage } from './mime.ts'
import type { Attachment, Message, MessageFields } from './model.ts'
import { readPage } from './page.ts'
import { parseStructured } from './params.ts'
import { mediaType } from './part.ts'
import { unreadableHint } from './unreadable.ts'

/**
 * Files the attachments: a page is read like a body, an invitation beside the text, an attached mail becomes an inner message, the rest is named and sized.
 *
 * @throws TypeError when the list is none, or holds something else than objects.
 */
export function readHostFiles(input: MessageFields['attachments'] | null, message: Message, walk: Walk): void {
  if (input === undefined || input === null) return
  if (!Array.isArray(input)) throw new TypeError('attachments must be an array')
  const beside: TextLeaf[] = []
  const isBlank = message.text.trim() === '' && message.html.trim() === ''
  const ofBytes = { ...walk, isHostText: false }
  const to = { notes: message.decoding, limits: message.limits }
  for (const [index, file] of input.entries()) {
    if (++walk.parts > walk.limits.parts) {
      addLimit(message.limits, walk.limits, 'parts', 'message')
      break
    }
    if (typeof file !== 'object' || file === null) throw new TypeError('attachments must hold objects')
    const where = `attachment ${index + 1}`
    const filename = typeof file.filename === 'string' ? file.filename : ''
    const field = parseStructured(String(file.contentType ?? file.mimeType ?? ''))
    const type = field.value === '' ? '' : mediaType(field.value, true, false)
    const bytes = contentBytes(file.content)
    const attachment: Attachment = { filename, type, size: file.size ?? bytes?.length ?? 0 }
    const hint = unreadableHint(type, filename, field.params.get('smime-type'))
    if (hint !== undefined) message.limits.push({ limit: 'unreadable', where, hint })
    const holds = bytes === undefined ? undefined : contentOf(type, filename, true)
    // A host files what is marked as an attachment; mail programs show it where there is no other body.
    const isBody = isBlank && holds === undefined && type === 'text/plain'
    if (bytes === undefined || (holds === undefined && !isBody)) {
      message.attachments.push(attachment)
      continue
    }
    if (holds === 'message' && mayOpenInner(walk, 0, message.limits, where)) {
      const draft = newDraft(1)
      walkMessage(bytes, 0, draft, walk)
      message.inner.push({ ...assembleMessage(draft, walk), source: 'inner' })
      continue
    }
    const leaf: TextLeaf = {
      kind: isBody || holds === 'calendar' ? 'text' : 'html',
      where,
      bytes,
      encoding: 'identity',
      // text that the host has decoded is given in UTF-8 here, whatever it was
      charset: typeof file.content === 'string' ? 'utf-8' : field.params.get('charset'),
      flowed: false,
      delSp: false,
      holds,
    }
    if (leaf.kind === 'text') beside.push(leaf)
    if (holds === 'calendar') beside.push({ ...leaf, kind: 'html' })
    else if (!isBody && holds !== 'message') attachment.html = readPage(leaf, ofBytes, to)
    message.attachments.push(attachment)
  }
  addBodies(beside, message, ofBytes)
}

/** Puts the words of invitations behind the text. */
function addBodies(leaves: TextLeaf[], message: Message, walk: Walk): void {
  if (leaves.length === 0) return
  const to = { notes: message.decoding, limits: message.limits }
  for (const [kind, cap] of [
    ['text', 'textUnits'],
    ['html', 'htmlUnits'],
  ] as const) {
    const most = walk.limits[cap] - message[kind].length
    const words = readBodies(leaves, kind, most, cap, walk, to)
    if (words !== '') message[kind] += `${message[kind] === '' || message[kind].endsWith('\n') ? '' : '\n'}${words}`
  }
}

function contentBytes(content: unknown): Uint8Array | undefined {
  if (content instanceof Uint8Array) return content
  if (content instanceof ArrayBuffer) return new Uint8Array(content)
  return typeof content === 'string' ? utf8Of(content) : undefined
}
