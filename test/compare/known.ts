/** Where do other parsers read something else in a fixture, and why is ours right? */
import type { Peer, ReadingField } from './readings.ts'

interface Known {
  why: string
  differs: Partial<Record<Peer, ReadingField[]>>
}

/** One reading of several fixtures is wrong in both parsers alike. */
const both = (...fields: ReadingField[]): Known['differs'] => ({ 'postal-mime': fields, mailparser: fields })

/** By fixture; a fixture that is not here reads the same in all three. */
export const known: Record<string, Known> = {
  'ISO-2022-JP without a label': {
    why: 'They decode as UTF-8 and show the escapes. Seven-bit Japanese mail without a label is ISO-2022-JP: nothing else has ESC $ B.',
    differs: both('text'),
  },
  'ISO-2022-JP under the label utf-8': {
    why: 'They believe the label. Bytes with escapes decode as ISO-2022-JP whatever the label says.',
    differs: both('text'),
  },
  'ISO-2022-JP that lost its ESC bytes': {
    why: 'They show `$B%a!<%k(B`. Gateways strip ESC as a control character; every pair between the marks is a JIS character.',
    differs: both('text'),
  },
  'a raw ISO-2022-JP header': {
    why: 'They take the header apart before they decode it, and read the second byte of `ー` (0x3C) as the bracket of an address.',
    differs: both('subject', 'from'),
  },
  'a raw Shift_JIS header': {
    why: 'They read 8-bit headers as UTF-8. The charset of the body is what such mailers wrote the header in too.',
    differs: both('subject', 'from'),
  },
  'EUC-JP without a label': {
    why: 'They decode as UTF-8 or Latin-1, in which these bytes are nothing; as EUC-JP they are katakana.',
    differs: both('text'),
  },
  'Shift_JIS under the label ISO-2022-JP': {
    why: 'They believe the label, in which bytes above 0x7F do not exist.',
    differs: both('text'),
  },
  'HTML whose charset only a meta tag names': {
    why: 'They do not look into the HTML; browsers and mail programs do.',
    differs: both('html'),
  },
  'encoded-words cut in the middle of a character': {
    why: 'postal-mime decodes each word alone; RFC 2047 forbids the cut, Japanese mailers make it.',
    differs: { 'postal-mime': ['subject'] },
  },
  'encoded-words cut in the middle of an escape': {
    why: 'postal-mime decodes each word alone.',
    differs: { 'postal-mime': ['subject'] },
  },
  'encoded-words cut in the middle of a base64 quantum': {
    why: 'postal-mime decodes each word alone.',
    differs: { 'postal-mime': ['subject'] },
  },
  'an encoded-word in ISO-2022-JP under the label iso-8859-1': {
    why: 'They believe the label and show the escapes.',
    differs: both('subject'),
  },
  'the sender’s own address as the display name': {
    why: 'They drop a name that equals the address. Mail programs show it, and a name that is an address is evidence.',
    differs: both('from'),
  },
  'an unquoted comma in the display name': {
    why: 'postal-mime reads a list of two and takes the first, which has no address.',
    differs: { 'postal-mime': ['from'] },
  },
  'a quote that never closes in From': {
    why: 'They take the whole rest for a quoted local part. Mail programs show name and address.',
    differs: both('from'),
  },
  'a delivery report': {
    why: 'mailparser appends the machine-readable report to the text; postal-mime counts the returned header as a file. Here the returned header is an inner message.',
    differs: { 'postal-mime': ['files'], mailparser: ['text'] },
  },
  'flowed lines of a quote': {
    why: 'postal-mime joins flowed lines without looking at their quote marks (RFC 3676 §4.5).',
    differs: { 'postal-mime': ['text'] },
  },
  'base64 with the footer of a mailing list behind it': {
    why: 'They decode the footer as base64.',
    differs: both('text'),
  },
  'no blank line between header and text': {
    why: 'They read the text as header fields. Postfix and Python let the first line that is no field begin the text, and so do readers.',
    differs: both('text', 'links'),
  },
  'a boundary that stands nowhere': {
    why: 'They drop the text. Some readers show it, so nobody shall hide a link there.',
    differs: both('text', 'links'),
  },
  'a NUL in a subject': {
    why: 'They keep the NUL; headers here hold no control characters.',
    differs: both('subject'),
  },
}
