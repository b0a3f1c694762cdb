/** What can be read inside a part or an attachment, by its type or the name of its file? */

/** A mail, a page, a page saved with its pictures, an invitation. */
export type Content = 'message' | 'page' | 'archive' | 'calendar'

/** Messages inside messages, and the headers that bounces bring back of one. */
const MESSAGE_TYPES = new Set(['message/rfc822', 'message/global', 'message/news', 'text/rfc822-headers'])

/** Invitations: every real one has such a part beside its text, and calendars and mail programs show what it says. */
const CALENDAR_TYPES = new Set(['text/calendar', 'application/ics'])

/** What a browser opens as a page, or Windows as a program that is one (.hta). A picture in SVG may hold forms and scripts. */
const PAGE_TYPES = new Set(['text/html', 'application/xhtml+xml', 'image/svg+xml', 'application/hta'])
const PAGE_NAMES = new Set(['htm', 'html', 'shtml', 'xhtml', 'xht', 'svg', 'hta'])

/** MHTML (RFC 2557): a browser's "save as one file". Some senders call it message/rfc822, which its form is. */
const ARCHIVE_TYPES = new Set(['application/x-mimearchive', 'application/x-mhtml'])
const ARCHIVE_NAMES = new Set(['mht', 'mhtml'])

/**
 * What a part or an attachment holds, by its type or the name of its file.
 *
 * @param type Media type in lower case, without parameters.
 * @param isAttachment It is a file and no body, whatever its type.
 */
export function contentOf(type: string, filename: string, isAttachment: boolean): Content | undefined {
  const extension = extensionOf(filename)
  if (ARCHIVE_TYPES.has(type) || ARCHIVE_NAMES.has(extension)) return 'archive'
  if (MESSAGE_TYPES.has(type) || (extension === 'eml' && isOpaque(type, isAttachment))) return 'message'
  if (CALENDAR_TYPES.has(type)) return 'calendar'
  if (PAGE_TYPES.has(type) || PAGE_NAMES.has(extension)) return 'page'
  return extension === 'ics' ? 'calendar' : undefined
}

/** What stands behind the last dot; Windows drops blanks and dots at the end of a name. */
function extensionOf(filename: string): string {
  let end = filename.length
  while (end > 0 && (filename.charCodeAt(end - 1) <= 32 || filename.charAt(end - 1) === '.')) end--
  return filename.slice(filename.lastIndexOf('.', end - 1) + 1, end).toLowerCase()
}

/** A type that says nothing of what is inside. */
function isOpaque(type: string, isAttachment: boolean): boolean {
  return type === 'application/octet-stream' || (type === 'text/plain' && isAttachment)
}
