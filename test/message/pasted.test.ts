import { expect, test } from 'vitest'
import { parseMessage } from '../../src/message/message.ts'

const BODY = '\nお客様各位\nhttps://evil.example/\n'

/** Pasted text, then subject, From name and address. */
const heads: Array<[string, string, string, string, string]> = [
  ['件名 and 差出人', '件名: 重要\n差出人: カゴヤ <x@evil.example>\n', '重要', 'カゴヤ', 'x@evil.example'],
  ['full-width colons', '件名：重要\n差出人：カゴヤ＜x@evil.example＞\n', '重要', 'カゴヤ', 'x@evil.example'],
  ['no colons', '差出人 Kagoya Japan<x@evil.example>\n件名  重要\n', '重要', 'Kagoya Japan', 'x@evil.example'],
  [
    'English names',
    'From: Kagoya <x@evil.example>\nSent: Thursday\nTo: a@b.example\nSubject: 重要\n',
    '重要',
    'Kagoya',
    'x@evil.example',
  ],
  [
    '送信者, 宛先 and 日時',
    '送信者: カゴヤ <x@evil.example>\n宛先: a@b.example\n日時: 2020年2月20日\n件名: 重要\n',
    '重要',
    'カゴヤ',
    'x@evil.example',
  ],
  ['送信元アドレス', '送信元アドレス:x@evil.example\n件名:重要\n', '重要', '', 'x@evil.example'],
  [
    'brackets around the names',
    '【件名】重要\n【差出人】カゴヤ <x@evil.example>\n',
    '重要',
    'カゴヤ',
    'x@evil.example',
  ],
  ['bullets', '■件名：重要\n■差出人：カゴヤ <x@evil.example>\n', '重要', 'カゴヤ', 'x@evil.example'],
  ['blanks inside the names', '件　名: 重要\n差出人 : カゴヤ <x@evil.example>\n', '重要', 'カゴヤ', 'x@evil.example'],
  [
    'blank lines before and between',
    '\n\n件名: 重要\n\n差出人: カゴヤ <x@evil.example>\n',
    '重要',
    'カゴヤ',
    'x@evil.example',
  ],
  [
    'encoded-words left in',
    'From: =?UTF-8?B?44Kr44K044Ok?= <x@evil.example>\nSubject: =?UTF-8?B?6YeN6KaB?=\nX: あ\n',
    '重要',
    'カゴヤ',
    'x@evil.example',
  ],
  ['a subject alone', '件名: 重要\n', '重要', '', ''],
  ['CRLF', '件名: 重要\r\n差出人: カゴヤ <x@evil.example>\r\n', '重要', 'カゴヤ', 'x@evil.example'],
]

test.each(heads)('pasted text with %s at its head has these fields', (_, head, subject, name, address) => {
  const message = parseMessage(head + BODY)
  expect(['pasted', 'bytes']).toContain(message.source)
  expect([message.subject, message.from?.name ?? '', message.from?.address ?? '']).toEqual([subject, name, address])
  expect(message.text).toContain('お客様各位')
  expect(message.text).not.toContain('件名')
})

test('本文 at the end of the head begins the text', () => {
  expect(parseMessage('件名: 重要\n本文: お客様各位\n続き').text).toBe('お客様各位\n続き')
  expect(parseMessage('件名: 重要\n本文:\nお客様各位').text).toBe('お客様各位')
})

test('a second 件名 belongs to the text', () => {
  const message = parseMessage('件名: 一\n件名: 二\n')
  expect([message.subject, message.text]).toEqual(['一', '件名: 二\n'])
})

test('accented letters in pasted heads stay as they are', () => {
  expect(parseMessage('Subject: Grüße São\n\nHallo').subject).toBe('Grüße São')
})

test.each([
  ['plain words', 'お客様各位\n件名: 重要\n'],
  ['quoted heads', '> 件名: 重要\n> 差出人: x\n'],
  ['two URLs', 'https://a.example/\nhttps://b.example/\n\nx'],
  ['notes with colons', 'Note: read this\nPrice: 100\n\nx'],
  ['a date alone', '日時: 2020年\nお客様'],
])('pasted text that begins with %s has no fields', (_, text) => {
  const message = parseMessage(text)
  expect([message.source, message.subject, message.headers, message.text]).toEqual(['pasted', '', [], text])
})

test('a string with a header block is a message', () => {
  const message = parseMessage('Subject: s\nFrom: a@b.example\nContent-Transfer-Encoding: base64\n\nSGVsbG8=')
  expect([message.source, message.subject, message.text]).toEqual(['bytes', 's', 'Hello'])
})

test('a binary string is read as bytes', () => {
  const message = parseMessage(
    'Subject: \x83\x81\x81\x5b\x83\x8b\nFrom: a@b.example\nContent-Type: text/plain; charset=Shift_JIS\n\n\x83\x81\x81\x5b\x83\x8b',
  )
  expect([message.subject, message.text]).toEqual(['メール', 'メール'])
})

test('a string of decoded text is not decoded again, whatever its label says', () => {
  const message = parseMessage(
    'Subject: メール\nFrom: カゴヤ <a@b.example>\nContent-Type: text/plain; charset=ISO-2022-JP\n\nメール',
  )
  expect([message.subject, message.from?.name, message.text]).toEqual(['メール', 'カゴヤ', 'メール'])
  expect(message.decoding.at(-1)).toMatchObject({ where: 'part 1', why: 'host', replaced: 0 })
})

test('an encoded part of a string of decoded text is decoded by its label', () => {
  const message = parseMessage(
    'Subject: メール\nFrom: a@b.example\nContent-Type: text/plain; charset=ISO-2022-JP\nContent-Transfer-Encoding: base64\n\nGyRCJWEbKEI=',
  )
  expect(message.text).toBe('メ')
})

test('bytes without a header are pasted text in whatever charset', () => {
  const message = parseMessage(
    Uint8Array.from('\x8c\x8f\x96\xbc: \x83\x81\x81\x5b\x83\x8b\n\x83\x81\x81\x5b\x83\x8b', (unit) =>
      unit.charCodeAt(0),
    ),
  )
  expect([message.source, message.subject, message.text]).toEqual(['pasted', 'メール', 'メール'])
  expect(message.decoding[0]).toMatchObject({ where: 'text', used: 'shift_jis' })
})

test('a ticket with a mail pasted under it carries that mail', () => {
  const message = parseMessage(
    'このメールは本物ですか?\n\n-----Original Message-----\nFrom: Kagoya <x@evil.example>\nSubject: 重要\n\n本文',
  )
  expect(message.inner[0]).toMatchObject({ source: 'inner', subject: '重要', text: '本文' })
})
