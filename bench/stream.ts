/** Where do a million mails come from that nobody has to keep? Made one by one, no two alike, for archives of any size. */
import { makeMails, randomFrom } from './mails.ts'

const SENTENCES = [
  'ご注文の商品を発送いたしました。お届けまで今しばらくお待ちください。',
  'アカウントの確認が必要です。下記のリンクよりお手続きをお願いいたします。',
  '今週のおすすめ情報をお届けします。ぜひご覧ください。',
  'メールボックスの容量が残りわずかです。ログインして確認してください。',
  'The invoice of this month is attached to your account page.',
]

/**
 * Makes mails: every second one is a small mail of the bench under another number, the others are written anew, with
 * hosts and senders that no other mail has, so that caches see what they see at a gateway.
 *
 * @param count how many
 */
export function* streamOfMails(count: number): Generator<Uint8Array> {
  const random = randomFrom(count)
  const models = makeMails()
    .filter(({ size }) => size === 'small')
    .map(({ bytes }) => Buffer.from(bytes))
  for (let n = 0; n < count; n++) {
    const head = `X-Number: ${n}\r\n`
    if (n % 2 === 0) yield Buffer.concat([Buffer.from(head), models[(n / 2) % models.length]!])
    else yield Buffer.from(head + written(n, random))
  }
}

function written(n: number, random: () => number): string {
  const name = n.toString(36)
  const lines: string[] = []
  for (let line = 0; line < 12; line++) lines.push(`${SENTENCES[Math.floor(random() * SENTENCES.length)]}${line}`)
  return [
    `From: "${name} shop" <info@${name}.example>`,
    'To: taro@client.example',
    `Subject: ${name} ${SENTENCES[n % SENTENCES.length]}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    ...lines,
    `https://www.${name}.example/login?uid=${n}`,
    `https://${name}.shop.example/${Math.floor(random() * 1e9)}`,
    '',
  ].join('\r\n')
}

/** The same as an mbox, in chunks of some hundred kilobytes. */
export function* streamOfMbox(count: number): Generator<Buffer> {
  let chunk: Uint8Array[] = []
  let size = 0
  for (const mail of streamOfMails(count)) {
    chunk.push(SEPARATOR, mail, BLANK)
    size += mail.length
    if (size < 400_000) continue
    yield Buffer.concat(chunk)
    chunk = []
    size = 0
  }
  yield Buffer.concat(chunk)
}

const SEPARATOR = Buffer.from('From bench@mail.example Mon Nov  2 09:12:33 2026\n')
const BLANK = Buffer.from('\n\n')
