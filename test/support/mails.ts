/** The mails that the tables of evidence vary: one plain lure in the name of Amazon, and its parts. */

export const TO = 'user@client.example.com'
/** Where the lure leads: a host that says nothing by itself. */
export const TARGET = 'https://entry.example.net/a/b'
/** What the lure says, without its link. */
export const STORY = `Amazonをご利用いただき、ありがとうございます。
お客様のアカウントを一時的に停止させていただきました。
24時間以内に下記のURLからログインして情報を更新してください。
`
/** A lure in the name of Amazon by a stranger. */
export const LURE = {
  from: 'Amazon.co.jp <info@mailer.example.org>',
  to: TO,
  subject: '【Amazon】アカウント停止のお知らせ',
  text: `${STORY}${TARGET}\n`,
}

/** The lure with another link. */
export function leadingTo(url: string): typeof LURE {
  return { ...LURE, text: `${STORY}${url}\n` }
}

/** The lure as HTML with an own link. */
export function inHtml(link: string): Omit<typeof LURE, 'text'> & { html: string } {
  const { text: _, ...heads } = LURE
  return { ...heads, html: `<html><body><p>${STORY.replaceAll('\n', '<br>')}</p>${link}</body></html>` }
}
