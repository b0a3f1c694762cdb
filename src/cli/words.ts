/** What does the command say in each language, apart from the explanations? Labels, headings, errors. */
import type { Label, Relation } from '../detect/model.ts'
import type { Language } from '../explain/index.ts'
import type { Problem } from './args.ts'
import type { ReadProblem } from './inputs.ts'
import type { Expected } from './values.ts'

export interface Words {
  labels: Record<Label, string>
  relations: Record<Relation, string>
  headings: { lures: string; reasons: string; links: string; notes: string }
  quotedLink: string
  more: (n: number) => string
  /** A cap was reached in reading. */
  limit: (what: string, where: string) => string
  total: (n: number, counts: string) => string
  /** What the label none does not say. */
  none: string
  /** On the terminal while an archive is scanned. */
  progress: (mails: string, rate: string) => string
  cannotResume: (file: string) => string
  otherInputs: (file: string) => string
  cannotRead: Record<ReadProblem, string>
  problems: Record<Problem, (what: string) => string>
  /** Behind a problem: the words, or the kind of value, that can stand there. */
  oneOf: (words: readonly string[]) => string
  expected: Record<Expected, string>
  seeHelp: string
  /** Headings of `explain`. */
  advice: string
  noSuch: (what: string) => string
  /** A name that several entries of the corpus have. */
  severalSuch: (what: string, ids: readonly string[]) => string
  nothingToReport: (label: string) => string
  wrote: (path: string) => string
  /** A corpus of the user's that can be used; `counts` is one number for each list. */
  usableCorpus: (file: string, counts: string, replaced: string[]) => string
  notJson: (file: string, reason: string) => string
  internal: string
}

const ja: Words = {
  labels: { phishing: 'フィッシング', suspicious: '疑いあり', quoted: '注意喚起（例の引用）', none: '該当なし' },
  relations: { official: '公式', customer: '利用者のサイト', foreign: '公式ではない', masked: '伏せ字' },
  headings: { lures: '手口', reasons: '理由', links: 'リンク', notes: '注記' },
  quotedLink: '引用',
  more: (n) => `ほか ${n} 件`,
  limit: (what, where) => `読み取りの上限に達しました: ${what}（${where}）`,
  total: (n, counts) => `計 ${n} 通: ${counts}`,
  none: '「該当なし」は、本物であることを保証するものではありません。',
  progress: (mails, rate) => `${mails} 通（毎秒 ${rate} 通）`,
  cannotResume: (file) => `--resume ${file}: scan の結果ファイルとして読み書きできません`,
  otherInputs: (file) => `--resume ${file}: 別の入力の結果です。何も書き込みませんでした`,
  cannotRead: {
    'not-found': 'ファイルが見つかりません',
    'no-permission': '読み取りが許可されていません',
    unreadable: '読み取れません',
    'empty-file': '空のファイルです',
    'empty-folder': 'メールのファイル（*.eml、*.mail、*.txt、*.mbox、Maildir）がありません',
    archive: '圧縮されたファイルです。展開したフォルダーを指定してください',
    binary: 'メールではありません（バイナリーデータ）',
    'outlook-msg': 'Outlookの.msg形式には対応していません。.emlで保存し直してください',
  },
  problems: {
    'no-command': () => 'コマンドを指定してください（例: lurebook scan mail.eml）',
    'unknown-command': (what) => `不明なコマンドです: ${what}`,
    'unknown-option': (what) => `不明なオプションか、値のないオプションです: ${what}`,
    'bad-value': (what) => `指定できない値です: ${what}`,
    'no-input': (what) =>
      /^(?:scan|explain|report)$/.test(what)
        ? 'ファイルかフォルダー、または - を指定してください'
        : `lurebook ${what} の対象を指定してください`,
  },
  oneOf: (words) => `（指定できる値: ${words.join('、')}）`,
  expected: {
    threads: '（0から999までの数で指定してください）',
    moment: '（RFC 3339 の日時で指定してください。例: 2026-11-25T04:10:00Z）',
    domain: '（ドメインだけを指定してください。例: client.example）',
    authserv: '（Authentication-Results の先頭にあるサーバー名を指定してください。例: mx.client.example）',
    address: '（メールアドレスだけを指定してください。例: taro@client.example）',
    'one-file': '（ファイルは1つだけ指定できます）',
  },
  advice: '対応',
  noSuch: (what) => `コーパスにありません: ${what}（ID は lurebook corpus list brands|lures|pretexts で表示できます）`,
  severalSuch: (what, ids) => `「${what}」に当たるものが複数あります。ID で指定してください: ${ids.join('、')}`,
  nothingToReport: (label) => `判定は「${label}」のため、報告するものはありません`,
  wrote: (path) => `書き込みました: ${path}`,
  usableCorpus: (file, counts, replaced) =>
    `${file}: 使えます（${counts}）${replaced.length > 0 ? `。収録済みのものを置き換えます: ${replaced.join(', ')}` : ''}`,
  notJson: (file, reason) => `${file}: JSON として読めません（${reason}）`,
  seeHelp: '使い方は lurebook --help をご覧ください',
  internal: '内部エラーです。lurebookの不具合としてご報告ください',
}

const en: Words = {
  labels: {
    phishing: 'phishing',
    suspicious: 'suspicious',
    quoted: 'quoted (a warning or report)',
    none: 'nothing found',
  },
  relations: { official: 'official', customer: "a customer's site", foreign: 'not official', masked: 'masked' },
  headings: { lures: 'lure', reasons: 'why', links: 'links', notes: 'note' },
  quotedLink: 'quoted',
  more: (n) => `and ${n} more`,
  limit: (what, where) => `a reading limit was reached: ${what} (${where})`,
  total: (n, counts) => `${n} ${n === 1 ? 'message' : 'messages'}: ${counts}`,
  none: '"nothing found" does not prove a mail genuine.',
  progress: (mails, rate) => `${mails} mails (${rate}/s)`,
  cannotResume: (file) => `--resume ${file}: is no file with rows of scan, or cannot be written`,
  otherInputs: (file) => `--resume ${file}: holds the rows of other inputs; nothing was added`,
  cannotRead: {
    'not-found': 'no such file',
    'no-permission': 'permission denied',
    unreadable: 'cannot be read',
    'empty-file': 'the file is empty',
    'empty-folder': 'holds no mail files (*.eml, *.mail, *.txt, *.mbox, Maildir)',
    archive: 'is a compressed archive: unpack it and scan the folder',
    binary: 'is not a mail (binary data)',
    'outlook-msg': 'is an Outlook .msg, which is not supported: save it as .eml',
  },
  problems: {
    'no-command': () => 'name a command, as in: lurebook scan mail.eml',
    'unknown-command': (what) => `unknown command: ${what}`,
    'unknown-option': (what) => `unknown option, or one without its value: ${what}`,
    'bad-value': (what) => `not a possible value: ${what}`,
    'no-input': (what) =>
      /^(?:scan|explain|report)$/.test(what) ? 'name a file, a folder, or -' : `name what lurebook ${what} is about`,
  },
  oneOf: (words) => ` (expected one of: ${words.join(', ')})`,
  expected: {
    threads: ' (expected a number from 0 to 999)',
    moment: ' (expected a time of RFC 3339, as in 2026-11-25T04:10:00Z)',
    domain: ' (expected a domain alone, as in client.example)',
    authserv: ' (expected the server that Authentication-Results begins with, as in mx.client.example)',
    address: ' (expected an address alone, as in taro@client.example)',
    'one-file': ' (expected one file alone)',
  },
  advice: 'what to do',
  noSuch: (what) => `not in the corpus: ${what} (lurebook corpus list brands|lures|pretexts shows the ids)`,
  severalSuch: (what, ids) => `several entries are called ${what}; name one by its id: ${ids.join(', ')}`,
  nothingToReport: (label) => `judged "${label}": there is nothing to report`,
  wrote: (path) => `wrote ${path}`,
  usableCorpus: (file, counts, replaced) =>
    `${file}: usable (${counts})${replaced.length > 0 ? `; replaces what the package has: ${replaced.join(', ')}` : ''}`,
  notJson: (file, reason) => `${file}: not JSON (${reason})`,
  seeHelp: 'see lurebook --help',
  internal: 'internal error: please report it as a bug of lurebook',
}

export const WORDS: Record<Language, Words> = { ja, en }
