/** Which kinds of content does lurebook name but not open, and what can be done instead? */

const TNEF = 'Outlook rich text (TNEF): have the sender send HTML or plain text, or convert it before scanning'
const ENCRYPTED = 'encrypted mail: scan it where it is decrypted'
const OPAQUE = 'signed in opaque form (S/MIME): take the signature off before scanning'
const OUTLOOK = 'Outlook message file: save the mail as .eml and scan that'

const BY_TYPE: Record<string, string> = {
  'application/ms-tnef': TNEF,
  'application/vnd.ms-tnef': TNEF,
  'application/pkcs7-mime': ENCRYPTED,
  'application/x-pkcs7-mime': ENCRYPTED,
  'application/pgp-encrypted': ENCRYPTED,
  'application/vnd.ms-outlook': OUTLOOK,
}

/**
 * What to do instead of reading a part, or undefined for a part that is simply an attachment.
 *
 * @param type Media type in lower case.
 * @param filename Decoded file name.
 * @param smimeType The smime-type parameter of application/pkcs7-mime (RFC 8551 §3.2.2).
 */
export function unreadableHint(type: string, filename: string, smimeType = ''): string | undefined {
  const hint = Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : undefined
  const name = filename.toLowerCase()
  if (hint === ENCRYPTED || name.endsWith('.p7m')) return smimeType.toLowerCase() === 'signed-data' ? OPAQUE : ENCRYPTED
  if (hint !== undefined) return hint
  if (name === 'winmail.dat') return TNEF
  return name.endsWith('.msg') ? OUTLOOK : undefined
}

/** OLE compound file: an Outlook .msg when it is given as the message. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

/** What to do when the input as a whole is no mail, or undefined when it may be one. */
export function unreadableMessage(bytes: Uint8Array): string | undefined {
  if (OLE.every((byte, i) => bytes[i] === byte)) return OUTLOOK
  return undefined
}

/** Said of bytes that have neither a header field nor the look of text. */
export const NO_MAIL = 'not a mail: no header field and binary content'
