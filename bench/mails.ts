/** Which mails is speed measured on? Made here, the same at each run: every Japanese encoding, text, HTML, attachments. */
import Encoding from 'encoding-japanese'

/** One mail of the bench. */
export interface BenchMail {
  name: string
  size: 'small' | 'medium' | 'large'
  bytes: Uint8Array
}

/** A small generator of pseudo-random numbers (mulberry32): the same mails for the same seed on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const SENTENCES = [
  'いつもご利用いただき、誠にありがとうございます。',
  '今月の新着情報をお届けいたします。',
  'ご登録内容に変更がある場合は、会員ページよりお手続きください。',
  '季節の変わり目ですので、体調にお気をつけてお過ごしください。',
  '商品の発送が完了しましたので、お知らせいたします。',
  '会議の資料を共有フォルダに置きましたので、ご確認をお願いします。',
  'システムのメンテナンスを下記の日程で実施いたします。',
  '作業中はサービスをご利用いただけない時間帯がございます。',
  'お支払い方法は、クレジットカードまたは銀行振込からお選びいただけます。',
  'ご不明な点がございましたら、サポート窓口までお問い合わせください。',
  'The schedule for next week has been updated; see the calendar for details.',
  'キャンペーン期間中は、ポイントが通常の3倍になります。',
]
const LURES = [
  'メールボックスの容量が上限に達しました。下記よりログインして確認してください。',
  'お客様のアカウントに不審なアクセスが検出されたため、利用を一時的に制限しました。',
  '24時間以内に手続きを完了しない場合、アカウントは停止されます。',
]

type Charset = 'ISO-2022-JP' | 'Shift_JIS' | 'EUC-JP' | 'UTF-8'
type Transfer = '7bit' | '8bit' | 'base64' | 'quoted-printable'
const NAMES = { 'ISO-2022-JP': 'JIS', Shift_JIS: 'SJIS', 'EUC-JP': 'EUCJP', 'UTF-8': 'UTF8' } as const

function encode(text: string, charset: Charset): Uint8Array {
  return Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { to: NAMES[charset], from: 'UNICODE' }))
}

function transferred(bytes: Uint8Array, transfer: Transfer): string {
  if (transfer === 'base64')
    return (
      Buffer.from(bytes)
        .toString('base64')
        .match(/.{1,76}/g) ?? []
    ).join('\r\n')
  if (transfer !== 'quoted-printable') return Buffer.from(bytes).toString('latin1')
  let out = ''
  let line = 0
  for (const byte of bytes) {
    if (byte === 10) {
      out += '\r\n'
      line = 0
      continue
    }
    const piece = (byte > 32 && byte < 127 && byte !== 61) || byte === 32 ? String.fromCharCode(byte) : hexPiece(byte)
    if (line + piece.length > 72) {
      out += '=\r\n'
      line = 0
    }
    out += piece
    line += piece.length
  }
  return out
}

const hexPiece = (byte: number): string => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`

function word(text: string, charset: Charset): string {
  return `=?${charset}?B?${Buffer.from(encode(text, charset)).toString('base64')}?=`
}

function head(subject: string, from: string, charset: Charset, number: number): string {
  return [
    `Return-Path: <bounce-${number}@mail.example>`,
    'Delivered-To: taro@client.example',
    `Received: from mx.mail.example (mx.mail.example [192.0.2.${number % 200}])`,
    '\tby in.client.example (Postfix) with ESMTPS id 4F2A91C0D3',
    '\tfor <taro@client.example>; Mon, 2 Nov 2026 09:12:33 +0900 (JST)',
    'Authentication-Results: in.client.example; spf=pass smtp.mailfrom=mail.example; dkim=none',
    `Date: Mon, 2 Nov 2026 09:12:${String(number % 60).padStart(2, '0')} +0900`,
    `From: ${word(from, charset)} <news@mail.example>`,
    'To: taro@client.example',
    `Subject: ${word(subject, charset)}`,
    `Message-ID: <${number}.bench@mail.example>`,
    'MIME-Version: 1.0',
    'X-Mailer: bench 1.0',
    '',
  ].join('\r\n')
}

function part(type: string, text: string, charset: Charset, transfer: Transfer): string {
  return [
    `Content-Type: ${type}; charset=${charset}`,
    `Content-Transfer-Encoding: ${transfer}`,
    '',
    transferred(encode(text, charset), transfer),
    '',
  ].join('\r\n')
}

function multipart(kind: string, parts: string[]): string {
  const boundary = `=_bench_${kind}`
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${parts
    .map((p) => `--${boundary}\r\n${p}\r\n`)
    .join('')}--${boundary}--\r\n`
}

function prose(random: () => number, units: number, isLure: boolean): string {
  const lines: string[] = ['お客様各位', '']
  let length = 0
  if (isLure) for (const line of LURES) length += lines.push(line)
  while (length < units) {
    const sentence = SENTENCES[Math.floor(random() * SENTENCES.length)]!
    lines.push(sentence)
    if (random() < 0.2) lines.push('')
    length += sentence.length
  }
  lines.push('', `詳細: https://www.shop.example/info/${Math.floor(random() * 1e6)}?mail=${random() < 0.5 ? 1 : 2}`)
  lines.push('', '株式会社サンプル', 'https://www.sample.example/')
  return lines.join('\n')
}

/** A newsletter with a table for each article, inline CSS, and a tracked link in picture, headline and button. */
function newsletter(random: () => number, articles: number): string {
  const out = [
    '<!DOCTYPE html><html><head><meta charset="utf-8"><title>ニュース</title>',
    '<style>body{margin:0;font-family:Meiryo,sans-serif}.b{background:#0a6;color:#fff}.p{color:#888;font-size:12px}</style>',
    '</head><body bgcolor="#ffffff">',
  ]
  for (let i = 0; i < articles; i++) {
    const url = `https://click.news.example/c/${i}/${Math.floor(random() * 1e9).toString(36)}?u=${i}&amp;m=mail`
    const text = SENTENCES[Math.floor(random() * SENTENCES.length)]!
    const style = `style="padding:${8 + (i % 3) * 4}px;font-size:14px;line-height:1.6;color:#333333"`
    out.push(
      `<table width="600" cellpadding="0" cellspacing="0" border="0" align="center"><tr><td ${style}>`,
      `<a href="${url}"><img src="https://img.news.example/${i}.png" width="200" height="120" alt="写真${i}"></a></td>`,
      `<td ${style}><h2 style="font-size:18px;margin:0"><a href="${url}" style="color:#0066cc">${text}</a></h2>`,
      `<p ${style}>${text}${SENTENCES[i % SENTENCES.length]}<br>&nbsp;価格：${i}00円（税込）</p>`,
      `<a class="b" href="${url}" style="display:inline-block;padding:10px 20px">詳しく見る</a></td></tr></table>`,
    )
  }
  out.push('<p class="p">配信停止は<a href="https://www.news.example/stop">こちら</a></p></body></html>')
  return out.join('\n')
}

const ENCODINGS: Array<[Charset, Transfer]> = [
  ['ISO-2022-JP', '7bit'],
  ['Shift_JIS', '8bit'],
  ['EUC-JP', 'base64'],
  ['UTF-8', '8bit'],
  ['UTF-8', 'base64'],
  ['UTF-8', 'quoted-printable'],
  ['EUC-JP', '8bit'],
  ['Shift_JIS', 'quoted-printable'],
  ['ISO-2022-JP', 'base64'],
]
/** Articles of a newsletter, three links each: a hundred links, and pages of some 200 and 500 KB to 1 MB. */
const ARTICLES = [34, 200, 550]

/**
 * Makes the mails.
 *
 * @param seed decides all that is random in them
 */
export function makeMails(seed = 20_261_101): BenchMail[] {
  const random = randomFrom(seed)
  const mails: BenchMail[] = []
  const add = (name: string, subject: string, charset: Charset, body: string): void => {
    const binary = `${head(subject, '株式会社サンプル', charset, mails.length + 1)}${body}`
    const bytes = Uint8Array.from(Buffer.from(binary, 'latin1'))
    const size = bytes.length <= 30_000 ? 'small' : bytes.length <= 1_000_000 ? 'medium' : 'large'
    mails.push({ name, size, bytes })
  }
  for (const [charset, transfer] of ENCODINGS) {
    const label = `${charset} ${transfer}`
    for (const units of [300, 1_500, 6_000]) {
      const text = prose(random, units, units === 300)
      const page = `<html><body><p>${text.replaceAll('\n', '<br>\n')}</p></body></html>`
      add(`text ${units} ${label}`, '重要なお知らせ', charset, part('text/plain', text, charset, transfer))
      if (units === 6_000) continue
      add(`html ${units} ${label}`, 'アカウントのご確認', charset, part('text/html', page, charset, transfer))
      const both = [part('text/plain', text, charset, transfer), part('text/html', page, charset, transfer)]
      add(`alternative ${units} ${label}`, '会議資料の共有', charset, multipart('alternative', both))
    }
    const letter = newsletter(random, 12)
    add(`newsletter 12 ${label}`, '今週の新着', charset, part('text/html', letter, charset, transfer))
  }
  for (const [charset, transfer] of [ENCODINGS[4]!, ENCODINGS[5]!, ENCODINGS[1]!]) {
    const label = `${charset} ${transfer}`
    for (const articles of ARTICLES)
      add(
        `newsletter ${articles} ${label}`,
        '月刊ニュース',
        charset,
        part('text/html', newsletter(random, articles), charset, transfer),
      )
  }
  for (const kilobytes of [1_400, 2_000]) {
    const file = Uint8Array.from({ length: kilobytes * 740 }, () => Math.floor(random() * 256))
    const attached = `Content-Type: application/pdf; name="report.pdf"\r\nContent-Disposition: attachment; filename="report.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${transferred(file, 'base64')}\r\n`
    const text = part('text/plain', prose(random, 400, false), 'ISO-2022-JP', '7bit')
    add(`attachment ${kilobytes} KB`, '見積書の送付', 'ISO-2022-JP', multipart('mixed', [text, attached]))
  }
  return mails
}
