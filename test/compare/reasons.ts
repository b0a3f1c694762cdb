/** Why may two parsers disagree on a real mail? Each reason says so itself; a disagreement that none explains fails the test. */
import type { Peer, Reading, ReadingField, Readings } from './readings.ts'

interface Disagreement {
  field: ReadingField
  peer: Peer
  ours: string
  theirs: string
  readings: Readings
}

interface Reason {
  id: string
  /** Why ours is right. */
  why: string
  explains: (one: Disagreement) => boolean
}

const without = (text: string, pattern: RegExp): string => text.replace(pattern, '')
const isBroken = (text: string): boolean => text.includes('\ufffd') || text.includes('\x1b') || /\$[B@].*\(B/.test(text)

/** What makes a reading of a whole mail differ carries over to its links. */
function textDiffers(one: Disagreement): boolean {
  const theirs: Reading = one.readings.peers[one.peer]
  return theirs.text !== one.readings.ours.text || theirs.html !== one.readings.ours.html
}

export const reasons: Reason[] = [
  {
    id: 'charset',
    why: 'The other shows U+FFFD or raw escapes where the ladder finds the charset.',
    explains: (one) => isBroken(one.theirs) && !isBroken(one.ours),
  },
  {
    id: 'control',
    why: 'The other keeps a NUL in a header.',
    explains: (one) => one.field === 'subject' && without(one.theirs, /\0/g) === one.ours,
  },
  {
    id: 'name-is-address',
    why: 'The other drops a display name that equals the address; mail programs show it.',
    explains: (one) => one.field === 'from' && one.ours.includes('@') && one.ours.endsWith(` ${one.theirs}`),
  },
  {
    id: 'name-in-address-list',
    why: 'The same, somewhere in To.',
    explains: (one) =>
      one.field === 'to' && without(one.ours, /(\S+) (?=<\1>)/g) === without(one.theirs, /(\S+) (?=<\1>)/g),
  },
  {
    id: 'no-domain',
    why: 'A local address (`MAILER-DAEMON`) is no mailbox of the Internet: only its name is kept.',
    explains: (one) =>
      (one.field === 'from' || one.field === 'to') && /<[^@>]+>/.test(one.theirs) && !/<[^@>]+>/.test(one.ours),
  },
  {
    id: 'html-from-text',
    why: 'The other turns text/plain parts into HTML and mixes them in; here text and html stay what the mail has.',
    explains: (one) => one.field === 'html' && isSubsequence(one.ours, one.theirs),
  },
  {
    id: 'report',
    why: 'The other appends the machine-readable part of a report, or a returned message, to the text. Here it is a file or an inner message.',
    explains: (one) =>
      one.field === 'text' &&
      (one.readings.message.report !== undefined || one.readings.message.inner.length > 0) &&
      isSubsequence(one.ours, one.theirs),
  },
  {
    id: 'text-from-html',
    why: 'postal-mime turns HTML parts into text and mixes them in.',
    explains: (one) =>
      one.peer === 'postal-mime' &&
      one.field === 'text' &&
      one.readings.ours.html !== '' &&
      isSubsequence(one.ours, one.theirs),
  },
  {
    id: 'inner-message',
    why: 'An attached message or a returned header is an inner message here, a file or part of the text there.',
    explains: (one) => one.field === 'files' && one.readings.message.inner.length > 0,
  },
  {
    id: 'flowed-quotes',
    why: 'postal-mime joins flowed lines without looking at their quote marks (RFC 3676 §4.5).',
    explains: (one) => one.field === 'text' && without(one.ours, /[>\s]+/g) === without(one.theirs, /[>\s]+/g),
  },
  {
    id: 'lost-boundary',
    why: 'A boundary that stands nowhere: the other drops the text, ours shows it.',
    explains: (one) => one.field === 'text' && one.ours.includes('--') && !one.theirs.includes(one.ours.slice(0, 40)),
  },
  {
    id: 'idn',
    why: 'Domains are ASCII here, as DNS has them; there they stay Unicode.',
    explains: (one) => one.ours.includes('xn--') && !one.theirs.includes('xn--'),
  },
  {
    id: 'partial',
    why: 'A message/partial is a file; mailparser leaves it out.',
    explains: (one) =>
      one.field === 'files' && one.readings.message.attachments.some((file) => file.type === 'message/partial'),
  },
  {
    id: 'links-follow',
    why: 'The links differ because text or html do, for one of the reasons above.',
    explains: (one) => one.field === 'links' && textDiffers(one),
  },
]

/** Whether the words of `short` stand in `long` in this order, with others between them. */
function isSubsequence(short: string, long: string): boolean {
  let at = 0
  for (const word of short.split(' ')) {
    at = long.indexOf(word, at)
    if (at < 0) return false
    at += word.length
  }
  return true
}
