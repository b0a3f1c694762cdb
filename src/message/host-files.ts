/** What do the attachments tell that a host program hands over? */
import { assembleMessage } from './assemble.ts'
import { readLeaf } from './body.ts'
import { utf8Of } from './bytes.ts'
import { addLimit, mayOpenInner, newDraft, type Walk } from './draft.ts'
import { walkMessage } from './mime.ts'
import type { Attachment, Message, MessageFields } from './model.ts'
import { unreadableHint } from './unreadable.ts'

/**
 * Files the attachments: HTML is read like a body, an attached mail becomes an inner message, the rest is named and sized.
 *
 * @throws TypeError when the list is none, or holds something else than objects.
 */
export function readHostFiles(input: MessageFields['attachments'] | null, message: Message, walk: Walk): void {
  if (input === undefined || input === null) return
  if (!Array.isArray(input)) throw new TypeError('attachments must be an array')
  for (const [index, file] of input.entries()) {
    if (++walk.parts > walk.limits.parts) {
      addLimit(message.limits, walk.limits, 'parts', 'message')
      return
    }
    if (typeof file !== 'object' || file === null) throw new TypeError('attachments must hold objects')
    const where = `attachment ${index + 1}`
    const filename = typeof file.filename === 'string' ? file.filename : ''
    const type = String(file.contentType ?? file.mimeType ?? '').toLowerCase()
    const bytes = contentBytes(file.content)
    const attachment: Attachment = { filename, type, size: file.size ?? bytes?.length ?? 0 }
    const hint = unreadableHint(type, filename)
    if (hint !== undefined) message.limits.push({ limit: 'unreadable', where, hint })
    const extension = filename.slice(filename.lastIndexOf('.') + 1).toLowerCase()
    if (bytes !== undefined && (type === 'message/rfc822' || extension === 'eml')) {
      if (mayOpenInner(walk, 0, message.limits, where)) {
        const draft = newDraft(1)
        walkMessage(bytes, 0, draft, walk)
        message.inner.push({ ...assembleMessage(draft, walk), source: 'inner' })
        continue
      }
    } else if (bytes !== undefined && (type === 'text/html' || extension === 'html' || extension === 'htm')) {
      const most = walk.limits.htmlAttachmentBytes
      const leaf = {
        kind: 'html',
        where,
        bytes,
        encoding: 'identity',
        charset: undefined,
        flowed: false,
        delSp: false,
        holds: undefined,
      } as const
      const page = readLeaf(
        leaf,
        most,
        { ...walk, isHostText: false },
        { notes: message.decoding, limits: message.limits },
      )
      attachment.html = page.text
      if (page.isCut) addLimit(message.limits, walk.limits, 'htmlAttachmentBytes', where)
    }
    message.attachments.push(attachment)
  }
}

function contentBytes(content: unknown): Uint8Array | undefined {
  if (content instanceof Uint8Array) return content
  if (content instanceof ArrayBuffer) return new Uint8Array(content)
  return typeof content === 'string' ? utf8Of(content) : undefined
}
