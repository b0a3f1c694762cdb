/** Is somebody who asks or answers whether a mail is genuine taken for its sender? */
import { describe, expect, it } from 'vitest'
import { classify } from '../src/index.ts'

const LURE = [
  '平素は弊社サービスをご利用いただき誠にありがとうございます。',
  'システムでサーバー障害が発生しました。',
  'ご希望の場合は、これがあなたにどのように影響するかを以下にお問い合わせください。',
  'https://server-status.example/jp/kagoya.net?uid=user@customer.example',
].join('\n')
const cited = (text: string): string => text.replace(/^/gm, '> ')
const judge = (from: string, text: string) =>
  classify({ from, to: 'support@desk.example', subject: 'Re: 届いたメールについて', text })

describe('a mail about a mail', () => {
  it.each([
    ['a customer asks', `以下のメールが届きました。フィッシングでしょうか。\n\n${cited(LURE)}`],
    [
      'a customer asks about two',
      `怪しいメールが続きます。本物でしょうか。\n\n${cited(LURE)}\n\nもう一通です。\n\n${cited(LURE)}`,
    ],
    [
      'the desk answers',
      `お問い合わせの件、フィッシングメールですので、開かずに削除してください。\n\n${cited(`本物でしょうか。\n${LURE}`)}`,
    ],
    [
      'a customer copies its head',
      `下記のメールが届きました。本物かどうか教えてください。\n\n件名：サーバー障害通知\n差出人：Kagoya Japan <info@kagoya.jp>\n\n${LURE}`,
    ],
  ])('%s: quoted', (_, text) => {
    expect(judge('山田 <yamada@client.example>', text).label).toBe('quoted')
  })

  it.each([
    ['a sentence above it', `怪しいメールにご注意ください。フィッシングでしょうか。\n\n${LURE}`],
    [
      'two cited lines above it',
      `フィッシングでしょうか。\n\n${cited('お世話になっております。\n山田です。')}\n\n${LURE}`,
    ],
    [
      'its words cited and its link not',
      `フィッシングでしょうか。\n\n${cited(LURE.replace(/https.*/, '以下です。'))}\n\nhttps://server-status.example/jp/kagoya.net?uid=user@customer.example`,
    ],
    ['nothing but itself cited', cited(LURE)],
  ])('a lure with %s is no such mail', (_, text) => {
    expect(judge('Kagoya Japan <info@kagoya.jp>', text).label).toBe('phishing')
  })
})
