/** Is an invitation read as calendars show it? */
import { expect, test } from 'vitest'
import { parseMessage } from '../../src/message/message.ts'
import type { Message } from '../../src/message/model.ts'
import { bytes, utf8 } from './helpers.ts'

/** A mail with a text and an invitation of these lines. */
function invite(lines: string[], head = 'text/calendar; charset=utf-8; method=REQUEST'): Message {
  const body = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n')
  return parseMessage(
    utf8(
      `Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\n\r\nhello\r\n--x\r\nContent-Type: ${head}\r\n\r\n${body}--x--`,
    ),
  )
}

test.each([
  ['its words stand behind the text', ['SUMMARY:会議', 'DESCRIPTION:本文'], 'hello\n会議\n本文'],
  [
    '\\n is a line end',
    ['DESCRIPTION:https://a.example/login\\nnext\\NLast'],
    'hello\nhttps://a.example/login\nnext\nLast',
  ],
  ['\\, \\; and \\\\ are the characters', ['SUMMARY:a\\, b\\; c:\\\\nd'], 'hello\na, b; c:\\nd'],
  ['another backslash is one', ['SUMMARY:C:\\dir\\'], 'hello\nC:\\dir\\'],
  ['a folded line goes on', ['DESCRIPTION:https://a.exa', ' mple/lo', '\tgin'], 'hello\nhttps://a.example/login'],
  ['a name in lower case is one', ['summary:a'], 'hello\na'],
  ['parameters are no words', ['SUMMARY;LANGUAGE=ja;ALTREP="cid:a;b":題'], 'hello\n題'],
  ['an address keeps its backslash', ['URL:https://a.example/\\n'], 'hello\nhttps://a.example/\\n'],
  ['what calendars do not show is left out', ['UID:a', 'X-NOTE:b', 'ATTENDEE:mailto:c@d.example', 'junk'], 'hello'],
])('of an invitation %s', (_, lines, text) => {
  expect(invite(lines).text).toBe(text)
})

test('a line that was folded inside a character is put together before it is decoded', () => {
  const folded = bytes('DESCRIPTION:\xe4\xbc\r\n \x9a\xe8\xad\xb0')
  const mail = [utf8('Content-Type: text/calendar; charset=utf-8\r\n\r\nBEGIN:VCALENDAR\r\n'), folded]
  expect(parseMessage(new Uint8Array(mail.flatMap((part) => [...part]))).text).toBe('会議')
})

test('the description as HTML is read as HTML', () => {
  const message = invite(['DESCRIPTION:plain', 'X-ALT-DESC;FMTTYPE=text/html:<a href="https://a.example/">b</a>\\n'])
  expect([message.text, message.html]).toEqual(['hello\nplain', '<a href="https://a.example/">b</a>\n'])
})

test.each([
  ['application/ics; name=invite.ics\r\nContent-Disposition: attachment; filename=invite.ics'],
  ['application/octet-stream; name="invite.ics"'],
  ['text/calendar\r\nContent-Disposition: attachment'],
])('an attached invitation is read: %s', (head) => {
  const message = invite(['SUMMARY:会議'], head)
  expect(message.text).toBe('hello\n会議')
  expect(message.attachments).toHaveLength(1)
})

test('the same invitation as part and as file is read once', () => {
  const part = (type: string): string =>
    `--x\r\nContent-Type: ${type}\r\n\r\nBEGIN:VCALENDAR\r\nSUMMARY:a\r\nEND:VCALENDAR\r\n`
  const mail = `Content-Type: multipart/mixed; boundary=x\r\n\r\n${part('text/calendar')}${part('application/ics')}--x--`
  expect(parseMessage(utf8(mail)).text).toBe('a')
})

test('what is called a calendar and is none is shown as it stands', () => {
  expect(parseMessage(utf8('Content-Type: text/calendar\r\n\r\nhello: you')).text).toBe('hello: you')
})

test('of an invitation longer than the cap on texts the beginning is read', () => {
  const mail = 'Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nSUMMARY:abcdef\r\nSUMMARY:ghi\r\nEND:VCALENDAR'
  const message = parseMessage(utf8(mail), { textUnits: 8 })
  expect([message.text, message.limits]).toEqual(['abcdef', [{ limit: 'textUnits', where: 'text', cap: 8 }]])
})
