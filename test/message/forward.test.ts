import { expect, test } from 'vitest'
import { findForward } from '../../src/message/forward.ts'
import { parseMessage } from '../../src/message/message.ts'

const HEAD = 'From: Kagoya <x@evil.example>\nDate: Thu, 20 Feb 2020\nSubject: 重要\nTo: a@b.example\n\n本文です\n'

/** Marker and head, then the subject and From address of the carried mail. */
const forwards: Array<[string, string]> = [
  ['Outlook', `-----Original Message-----\n${HEAD}`],
  [
    'Outlook in Japanese',
    '-----元のメッセージ-----\n差出人: Kagoya <x@evil.example>\n送信日時: 2020年2月20日\n宛先: a@b.example\n件名: 重要\n\n本文です\n',
  ],
  ['Gmail', `---------- Forwarded message ---------\n${HEAD}`],
  ['Gmail with its older marker', `---------- Forwarded message ----------\n${HEAD}`],
  ['Gmail in Japanese', `---------- 転送メッセージ ---------\n${HEAD}`],
  [
    'Thunderbird',
    `-------- Forwarded Message --------\nSubject: \t重要\nDate: \tThu, 20 Feb 2020\nFrom: \tKagoya <x@evil.example>\nTo: \ta@b.example\n\n\n本文です\n`,
  ],
  [
    'Thunderbird in Japanese',
    '-------- 転送メッセージ --------\n件名: \t重要\n日付: \tThu, 20 Feb 2020\n差出人: \tKagoya <x@evil.example>\n宛先: \ta@b.example\n\n本文です\n',
  ],
  [
    'Apple Mail, quoted',
    'Begin forwarded message:\n\n> From: Kagoya <x@evil.example>\n> Subject: 重要\n> Date: February 20, 2020\n> To: a@b.example\n> \n> 本文です\n',
  ],
  [
    'Apple Mail in Japanese',
    '転送されたメッセージ：\n\n差出人: Kagoya <x@evil.example>\n件名: 重要\n日付: 2020年2月20日\n宛先: a@b.example\n\n本文です\n',
  ],
  [
    'Outlook with a ruler of underscores',
    `________________________________\nFrom: Kagoya <x@evil.example>\nSent: Thursday, February 20, 2020 9:00\nTo: a@b.example\nSubject: 重要\n\n本文です\n`,
  ],
  [
    'Outlook in bold',
    '________________________________\n*From:* Kagoya <x@evil.example>\n*Sent:* Thursday\n*To:* a@b.example\n*Subject:* 重要\n\n本文です\n',
  ],
  [
    'Becky!',
    `----------------------- Original Message -----------------------\n From:    Kagoya <x@evil.example>\n To:      a@b.example\n Subject: 重要\n----\n\n本文です\n`,
  ],
  ['Notes', `----- Forwarded by Taro/Example on 2020/02/20 -----\n${HEAD}`],
  ['Yahoo!', `----- Forwarded Message -----\n${HEAD}`],
  ['dashes of another kind', `――――― 転送メッセージ ―――――\n${HEAD}`],
  ['full-width colons', '----- Original Message -----\n差出人：Kagoya <x@evil.example>\n件名：重要\n\n本文です\n'],
  [
    'a head with a blank line inside',
    '----- Original Message -----\nFrom: Kagoya <x@evil.example>\n\nSubject: 重要\n\n本文です\n',
  ],
  [
    'an address on a line of its own',
    '----- Original Message -----\nFrom: Kagoya\n<x@evil.example>\nSubject: 重要\n\n本文です\n',
  ],
  [
    'a folded To',
    '----- Original Message -----\nFrom: Kagoya <x@evil.example>\nTo: a@b.example,\n  c@d.example\nSubject: 重要\n\n本文です\n',
  ],
]

test.each(forwards)('a forward as %s writes it carries a message', (_, text) => {
  const message = parseMessage({ subject: 'Fwd: 重要', from: 'taro@b.example', text: `どう思いますか?\n\n${text}` })
  expect(message.forward).toEqual({ field: 'text', start: 'どう思いますか?\n\n'.length })
  expect(message.inner).toHaveLength(1)
  const inner = message.inner[0]!
  expect([inner.source, inner.subject, inner.from?.address]).toEqual(['inner', '重要', 'x@evil.example'])
  expect(inner.text).toMatch(/本文です\n$/)
  expect(inner.text).not.toContain('x@evil.example')
})

test('the same forwards in lines that end in CRLF are found too', () => {
  for (const [, text] of forwards) expect(findForward(text.replaceAll('\n', '\r\n'), '')?.start).toBe(0)
})

const noForwards: Array<[string, string, string]> = [
  ['a reply', 'Re: a', 'Yes.\n\nOn Thu, Feb 20, 2020 Taro wrote:\n> From: me\n> Subject: x\n'],
  ['a reply that quotes a forward', 'Re: a', `No.\n\n> -----Original Message-----\n> ${HEAD.replaceAll('\n', '\n> ')}`],
  ['a marker without a head', '', '-----Original Message-----\n\nHello\n'],
  ['the end mark of Becky!', '', '--------------------- Original Message Ends --------------------\nFrom: here on\n'],
  [
    'a notice with rulers and heads',
    '【注意喚起】',
    '────────────\n件名:緊急の重要な通知\n差出人:KAGOYA <○○@kir.example>\n\n本文\n',
  ],
  ['a notice with a ruler of dashes', '', '--------------------------------\n件名:緊急\n差出人:x\n\n本文\n'],
  ['an underscore ruler over a subject alone', '', '________________________________\nSubject: a\n\nb\n'],
  ['a head without a marker', 'Hello', HEAD],
  ['words about a forward', 'a', 'Forwarded message from Taro\nFrom: here\n'],
  ['a list footer', 'a', '_______________________________________________\nList mailing list\nList@b.example\n'],
]

test.each(noForwards)('%s is no forward', (_, subject, text) => {
  expect(findForward(text, subject)).toBeUndefined()
})

test.each(['FW: a', 'Fwd: a', 'fwd：a', '転送: a', '[Fwd: a]'])(
  'in a mail with the subject %j a bare Outlook head is a forward',
  (subject) => {
    const text = `FYI\n\nFrom: x@evil.example\nSent: Thursday\nTo: a@b.example\nSubject: s\n\nbody\n`
    expect(findForward(text, subject)?.start).toBe(5)
  },
)

test('a forward inside a forward is an inner message of the inner message', () => {
  const text = `a\n-----Original Message-----\n${HEAD}-----Original Message-----\nFrom: y@z.example\nSubject: deeper\n\nb\n`
  const message = parseMessage({ text })
  expect(message.inner[0]?.inner[0]).toMatchObject({ subject: 'deeper', text: 'b\n' })
})

test('forwards deeper than the cap stay text, and the cap shows', () => {
  const text = `-----Original Message-----\n${HEAD}`.repeat(9)
  const message = parseMessage({ text })
  const deepest = message.inner[0]!.inner[0]!.inner[0]!
  expect(deepest.inner).toEqual([])
  expect(deepest.limits).toEqual([{ limit: 'innerDepth', where: 'text', cap: 3 }])
})

test('an HTML forward keeps the links of the mail that it carries', () => {
  const html =
    '<div>FYI <a href="https://own.example/">mine</a></div><div class="gmail_quote">---------- Forwarded message ---------<br>From: <b>Kagoya</b> &lt;x@evil.example&gt;<br>Subject: 重要<br><br><a href="https://evil.example/">click</a></div>'
  const message = parseMessage({ subject: 'Fwd: 重要', html })
  expect(message.forward?.field).toBe('html')
  expect(message.inner[0]).toMatchObject({ subject: '重要', text: '' })
  expect(message.inner[0]?.from?.address).toBe('x@evil.example')
  expect(message.inner[0]?.html).toContain('https://evil.example/')
  expect(message.inner[0]?.html).not.toContain('https://own.example/')
  expect(message.inner[0]?.inner).toEqual([])
})

test('an Outlook forward in HTML without a marker is found by its subject', () => {
  const html =
    '<p>ご確認ください</p><div><p><b>差出人:</b> Kagoya &lt;x@evil.example&gt;<br><b>送信日時:</b> 2020年2月20日<br><b>宛先:</b> a@b.example<br><b>件名:</b> 重要</p></div><p><a href="https://evil.example/">こちら</a></p>'
  const message = parseMessage({ subject: 'FW: 重要', html })
  expect(message.inner[0]).toMatchObject({ subject: '重要', html: expect.stringContaining('https://evil.example/') })
  expect(message.inner[0]?.inner).toEqual([])
})

test('a forward marker inside the quote of an HTML reply is no forward', () => {
  const html =
    '<p>Thanks</p><blockquote><p>A long answer that was there before the marker.</p><p>-----Original Message-----<br>From: a@b.example<br>Subject: s</p></blockquote>'
  expect(parseMessage({ subject: 'Re: s', html }).inner).toEqual([])
})

test('of a multipart/alternative both parts are cut', () => {
  const text = '---------- Forwarded message ---------\nFrom: x@evil.example\nSubject: s\n\nbody\n'
  const html =
    '<p>---------- Forwarded message ---------<br>From: x@evil.example<br>Subject: s<br><br><a href="https://evil.example/">b</a></p>'
  const inner = parseMessage({ text, html }).inner[0]
  expect(inner?.text).toBe('body\n')
  expect(inner?.html).toContain('evil.example/')
})

test('a message/rfc822 part comes before a plain forward', () => {
  const mail =
    'Subject: o\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\n-----Original Message-----\nFrom: p@q.example\nSubject: plain\n\nb\n--x\nContent-Type: message/rfc822\n\nSubject: attached\n\nb\n--x--'
  expect(parseMessage(mail).inner.map((inner) => inner.subject)).toEqual(['attached', 'plain'])
})
