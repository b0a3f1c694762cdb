/** What does `npm run lure:new` say, in Japanese and English? */
import type { Lang } from '../problem.ts'

const ja = {
  usage: `使い方: npm run lure:new -- MAIL.eml --brand ID --pretext ID --source だれが公表したか [--url URL]
  MAIL.eml の代わりに - で標準入力、テキストファイルで貼り付けた本文
  --brand ID        騙られたブランド(corpus/brands/ のファイル名)
  --pretext ID      口実(corpus/pretexts/ のファイル名)
  --source 名前     公表者、または「自分の受信箱」。URL でもよい
  --url URL         公表されたページ
  --slug 名前       ID の後半。省略すると口実と年月から作る
  --subject 件名    メールの件名の代わりに載せる件名
  --anyway          すでにある文面でも作る
  --dry-run         書かずに表示する
メールの本文はこの機械から出ません。書かれるのは件名、差出人の形、短い句、リンクの形、指紋だけです。`,
  noMail: 'メールのファイルを指定してください',
  cannotRead: (name: string) => `${name} を読めません`,
  missing: (name: string, example: string) => `--${name} がありません。例: --${name} ${example}`,
  noSuch: (kind: string, id: string) => `そのような ${kind} はありません: ${id}`,
  badSlug: (slug: string) => `--slug は英小文字、数字、ハイフンだけです: ${slug}`,
  taken: (id: string) => `${id} はもうあります。ID は再利用しません`,
  near: (id: string, similarity: string) => `似た文面: ${id}(類似度 ${similarity})`,
  covered: (id: string, similarity: string) =>
    `この文面はもうあります: ${id}(類似度 ${similarity})。別に作るには --anyway`,
  anyway: 'それでも作りますか? (y/N) ',
  tooShort: 'メールに、ふつうのメールにない言葉が足りず、指紋ができません',
  unwritten: '何も書いていません',
  leftOut: (words: string) => `名前かもしれないので載せませんでした: ${words}(必要なら --subject で指定)`,
  hidden: (count: number) => `本文の ${count} か所(宛先、名前、番号、トークン)を句と指紋から除きました`,
  noSubject: '件名は残りませんでした(--subject で指定できます)',
  done: (similarity: string) => `検査に通りました。このメールは類似度 ${similarity} で当たります`,
  weak: (similarity: string) => `このメール自身との類似度が ${similarity} しかありません`,
  review: 'プルリクエストの前に上の内容を読み、人を示すものがないことを確かめてください',
  ask: { brand: 'ブランドの ID', pretext: '口実の ID', slug: 'ID の後半', source: '公表者または URL' },
}

const en: typeof ja = {
  usage: `Usage: npm run lure:new -- MAIL.eml --brand ID --pretext ID --source WHO [--url URL]
  instead of MAIL.eml: - for standard input, or a text file with a pasted mail
  --brand ID        whom it imitates (name of a file in corpus/brands/)
  --pretext ID      its story (name of a file in corpus/pretexts/)
  --source WHO      who showed it, or "own mailbox"; may be a URL
  --url URL         the page that showed it
  --slug NAME       last part of the id; by default the pretext with year and month
  --subject TEXT    a subject to publish instead of the mail's
  --anyway          although a lure of the corpus tells the mail already
  --dry-run         show it and write nothing
The mail's text stays on this machine. Written are its subject, the sender's shape, short phrases, link shapes and a fingerprint.`,
  noMail: 'which mail?',
  cannotRead: (name) => `cannot read ${name}`,
  missing: (name, example) => `--${name} is missing; for example --${name} ${example}`,
  noSuch: (kind, id) => `no such ${kind}: ${id}`,
  badSlug: (slug) => `--slug: small letters, digits and hyphens, not ${slug}`,
  taken: (id) => `${id} is there already; ids are never reused`,
  near: (id, similarity) => `resembles ${id}, similarity ${similarity}`,
  covered: (id, similarity) => `in the corpus already: ${id}, similarity ${similarity}; --anyway makes another`,
  anyway: 'make another all the same? (y/N) ',
  tooShort: 'the mail has too few words of its own for a fingerprint',
  unwritten: 'nothing was written',
  leftOut: (words) => `left out, because they could be a name: ${words} (give --subject when they are none)`,
  hidden: (count) =>
    `${count} places of the text (recipient, names, numbers, tokens) are in no phrase and no fingerprint`,
  noSubject: 'nothing was left of the subject (--subject gives one)',
  done: (similarity) => `the checks pass; the mail itself is caught at similarity ${similarity}`,
  weak: (similarity) => `the mail itself is caught at similarity ${similarity} only`,
  review: 'before you open a pull request, read what stands above: nothing in it may say who somebody is',
  ask: {
    brand: 'id of the brand',
    pretext: 'id of the pretext',
    slug: 'last part of the id',
    source: 'who showed it, or a URL',
  },
}

export const WORDS: Record<Lang, typeof ja> = { ja, en }
