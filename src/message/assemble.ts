/** How does what the walk found become a `Message`? */
import { readBodies } from './body.ts'
import type { Draft, TextLeaf, Walk } from './draft.ts'
import { splitForwards } from './forward-split.ts'
import { emptyMessage, readFields } from './head.ts'
import type { Attachment, Message } from './model.ts'
import { readPage } from './page.ts'

/**
 * Decodes a draft and all messages inside it.
 *
 * @param root What `walkMessage` filled.
 * @param walk What all messages of the input share.
 */
export function assembleMessage(root: Draft, walk: Walk): Message {
  const drafts = [root]
  for (let i = 0; i < drafts.length; i++) for (const inner of drafts[i]!.inner) drafts.push(inner)
  const done = new Map<Draft, Message>()
  // Children come after their parents in the list, so from its end every inner message is there when it is needed.
  for (let i = drafts.length - 1; i >= 0; i--) {
    const draft = drafts[i]!
    const inner = draft.inner.map((child) => done.get(child)!)
    done.set(draft, assembleOne(draft, inner, i === 0 ? 'bytes' : 'inner', walk))
  }
  return done.get(root)!
}

function assembleOne(draft: Draft, inner: Message[], source: Message['source'], walk: Walk): Message {
  const { limits } = walk
  const message = emptyMessage(source)
  message.limits = draft.limits
  message.inner = inner
  if (draft.report !== undefined) message.report = draft.report
  readFields(message, draft.fields, walk, walk.isHostText ? 'utf-8' : draft.charset)
  const to = { notes: message.decoding, limits: message.limits }
  const read = (leaves: TextLeaf[]): void => {
    message.text = readBodies(leaves, 'text', limits.textUnits, 'textUnits', walk, to)
    message.html = readBodies(leaves, 'html', limits.htmlUnits, 'htmlUnits', walk, to)
  }
  read(draft.texts)
  if (message.text.trim() === '' && message.html.trim() === '') read(attachedBodies(draft))
  for (const file of draft.files) {
    const attachment: Attachment = { filename: file.filename, type: file.type, size: file.size }
    if (file.html !== undefined) {
      attachment.html = readPage(file.html, walk, to)
    }
    message.attachments.push(attachment)
  }
  message.decoding.push(...draft.notes)
  splitForwards(message, draft.depth, walk)
  return message
}

/**
 * The texts and pages that only pretend to be files: mail programs show what is marked as an attachment where the message
 * has no other body.
 */
function attachedBodies(draft: Draft): TextLeaf[] {
  const bodies: TextLeaf[] = []
  for (const file of draft.files) {
    if (file.body === undefined) continue
    bodies.push(file.body)
    file.html = undefined
  }
  return bodies
}
