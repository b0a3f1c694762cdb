/** What HTML does an attached page hold? */
import { type Gathered, readBodies, readLeaf } from './body.ts'
import { addLimit, newDraft, type TextLeaf, type Walk } from './draft.ts'
import { walkMessage } from './mime.ts'
import { decodeTransfer } from './transfer.ts'

/**
 * Reads an attached page, up to `htmlAttachmentBytes`; of an archive (MHTML) the pages in it.
 *
 * @param leaf The attachment.
 * @param to Gets notes and the caps that were reached.
 */
export function readPage(leaf: TextLeaf, walk: Walk, to: Gathered): string {
  const most = walk.limits.htmlAttachmentBytes
  if (leaf.holds === 'archive') {
    const archive = newDraft(walk.limits.innerDepth)
    walkMessage(decodeTransfer(leaf.bytes, leaf.encoding, walk.limits.messageBytes), 0, archive, walk)
    const html = readBodies(archive.texts, 'html', most, 'htmlAttachmentBytes', walk, to)
    if (html !== '') return html
  }
  const page = readLeaf(leaf, most, walk, to)
  if (page.isCut) addLimit(to.limits, walk.limits, 'htmlAttachmentBytes', leaf.where)
  return page.text
}
