/** Where could a mail say who received it? One mail with somebody's names and numbers planted in a place, for each place. */

import type { YamlLure } from '../../../../scripts/corpus/types.ts'
import { gramsOf } from '../../../../src/corpus/fingerprint.ts'
import { decodeFingerprint } from '../../../../src/corpus/fingerprint-format.ts'
import type { MessageFields } from '../../../../src/message/model.ts'
import { fold } from '../../../../src/text/fold.ts'
import { visibleText } from '../../../../src/text/html.ts'

/** A mail as the plants change it. */
export interface Bed {
  from: { name: string; address: string }
  subject: string
  text: string
  html: string
}

/** Nobody: made up for these tests. */
const ADDRESS = 'hanako.yamada@kinoshita-kensetsu.example'
const TO = `"山田 花子" <${ADDRESS}>`
const BASE64 = Buffer.from(ADDRESS).toString('base64url')

/** Of a planted person nothing of this may be in a lure, whatever its case. */
const FORBIDDEN = [
  ...['山田', '花子', '木下', 'ヤマダ', 'ハナコ', 'さくら', '佐藤', '美咲', '佐々木'],
  ...['hanako', 'yamada', 'kinoshita', 'kensetsu', 'misaki'],
  ...['090-', '1234', '5678', '100-0001', '丸の内', BASE64.slice(0, 12), 'zk39xqp1', '203.0.113', 'hy7741'],
]

/** Names whole, as a fingerprint would hold pieces of them. */
const NAMES = [
  ...['山田花子', '山田　花子', '木下建設', 'ヤマダ', 'ハナコ', 'さくら様', '佐藤美咲', '佐々木', '丸の内'],
  ...['hanako', 'yamada', 'kinoshita', 'kensetsu', 'misaki', 'hy7741', 'zk39xqp1lm'],
]

/** What of a planted person stands in a lure: words in its lines, pieces of names in its fingerprints. */
export function leaksOf(lure: YamlLure, bed: Bed): string[] {
  const { fingerprints = [], ...lines } = lure
  const text = JSON.stringify(lines).toLowerCase()
  const ownGrams = new Set(gramsOf(fold(textOf(bed))))
  const held = new Set(fingerprints.flatMap((print) => [...(decodeFingerprint(print)?.grams ?? [])]))
  return [
    ...FORBIDDEN.filter((word) => text.includes(word)),
    ...NAMES.filter((name) => [...gramsOf(fold(name))].some((gram) => held.has(gram) && !ownGrams.has(gram))).map(
      (name) => `${name} in the fingerprint`,
    ),
  ]
}

const above = (bed: Bed, line: string): MessageFields => ({
  ...fieldsOf(bed),
  ...(bed.text !== '' && { text: `${line}\n\n${bed.text}` }),
  ...(bed.html !== '' && { html: `<p>${line.replaceAll('\n', '<br>')}</p>\n${bed.html}` }),
})
/** Without a place of its own: what the rest is compared with. */
export const fieldsOf = ({ from, subject, text, html }: Bed): MessageFields => ({
  from,
  subject,
  to: TO,
  ...(text !== '' && { text }),
  ...(html !== '' && { html }),
})
const textOf = ({ text, html }: Bed): string => (text !== '' ? text : visibleText(html).text)

/** A forward by the recipient, as mail programs write it. */
const forwarded = (bed: Bed): MessageFields => ({
  from: { name: '山田 花子', address: ADDRESS },
  to: 'desk@support.example',
  subject: `Fwd: ${bed.subject}`,
  text: `怪しいメールが届きました。山田\n\n---------- Forwarded message ---------\nFrom: ${bed.from.name} <${bed.from.address}>\nDate: 2025年5月6日(火) 10:30\nSubject: ${bed.subject}\nTo: 山田 花子 <${ADDRESS}>\n\n${textOf(bed)}`,
})

/** Each place, and the mail with somebody in it. */
export const PLANTS: Array<[place: string, plant: (bed: Bed) => MessageFields]> = [
  ['a name before 様', (bed) => above(bed, '山田花子様')],
  ['two names and a blank before 様', (bed) => above(bed, '山田　花子 様')],
  ['a name before さん', (bed) => above(bed, 'ヤマダさん、こんにちは')],
  ['a greeting in English', (bed) => above(bed, 'Dear Hanako Yamada,')],
  ['a greeting with the local part', (bed) => above(bed, '親愛なる hanako.yamada')],
  ['a name in hiragana before 様', (bed) => above(bed, 'さくら様')],
  ['a company before 御中', (bed) => above(bed, '株式会社木下建設 御中')],
  [
    'a name in a sentence',
    (bed) => above(bed, 'このたび佐藤美咲様のアカウントに異常が見つかりました。佐藤美咲は至急ご確認ください。'),
  ],
  ['the name of the To field without 様', (bed) => above(bed, '山田花子のメールボックスは容量の上限に達しました')],
  ['the domain of the To field', (bed) => above(bed, 'kinoshita-kensetsu のパスワードは本日期限切れになります')],
  [
    'labelled fields',
    (bed) => above(bed, 'お名前：山田花子\nフリガナ：ヤマダ ハナコ\nお電話番号：090-1234-5678\n会員番号：HY7741'),
  ],
  ['a postal address', (bed) => above(bed, 'お届け先\n〒100-0001 東京都千代田区丸の内1-2-3 木下ビル')],
  ['an address', (bed) => above(bed, `${ADDRESS} は停止されます。送信元 203.0.113.77`)],
  [
    'link paths, queries and base64',
    (bed) =>
      above(bed, `https://hanako-yamada.evil.example/hanako/yamada.html?u=${BASE64}&id=Zk39xQp1Lm&misaki=1#${ADDRESS}`),
  ],
  ['the subject', (bed) => ({ ...fieldsOf(bed), subject: `${bed.subject} 山田花子様 [kinoshita] ID:HY7741 佐藤美咲` })],
  [
    'the subject, unknown to the To field',
    (bed) => ({ ...fieldsOf(bed), to: 'undisclosed-recipients:;', subject: `佐藤美咲 ${bed.subject} Misaki` }),
  ],
  [
    'the display name',
    (bed) => ({ ...fieldsOf(bed), from: { name: `${bed.from.name} (${ADDRESS})`, address: bed.from.address } }),
  ],
  ['the sender’s address', (bed) => ({ ...fieldsOf(bed), from: { name: '佐々木', address: ADDRESS } })],
  [
    'header fields of the recipient’s server',
    (bed) => ({
      ...above(bed, 'yamada のアカウント hy7741 は凍結されました'),
      to: 'undisclosed-recipients:;',
      headers: {
        'Delivered-To': 'hy7741@kinoshita-kensetsu.example',
        'X-Original-To': 'hanako@kinoshita-kensetsu.example',
        Received:
          'from evil.example ([203.0.113.9]) by mx.kinoshita-kensetsu.example for <yamada@kinoshita-kensetsu.example>; Tue, 6 May 2025 10:30:00 +0900',
        'Message-ID': '<Zk39xQp1Lm@kinoshita-kensetsu.example>',
        Subject: bed.subject,
      },
    }),
  ],
  ['a forward by the recipient', forwarded],
]
