/** What do mail programs and people call the fields of a mail that they write out? */

/** Names by field. `body` is no field: the text begins behind it. */
const NAMES: Record<string, string[]> = {
  subject: [
    'subject',
    '件名',
    '題名',
    '表題',
    '標題',
    'タイトル',
    'メール件名',
    '主题',
    '主旨',
    '제목',
    'betreff',
    'objet',
    'asunto',
    'assunto',
  ],
  from: [
    'from',
    '差出人',
    '差出人名',
    '差出人アドレス',
    '差出元',
    '送信者',
    '送信元',
    '送信元アドレス',
    '送信元メールアドレス',
    '発信者',
    '发件人',
    '寄件者',
    '보낸사람',
    'von',
    'de',
  ],
  to: ['to', '宛先', '宛て先', 'あて先', '受信者', '送信先', '收件人', '收件者', '받는사람', 'an', 'à', 'para'],
  cc: ['cc', 'ｃｃ', '抄送'],
  'reply-to': ['reply-to', '返信先', '返信先アドレス'],
  date: [
    'date',
    'sent',
    '日時',
    '日付',
    '送信日時',
    '送信日',
    '受信日時',
    '受信日',
    '配信日時',
    '时间',
    '日期',
    '发送时间',
    '날짜',
    '보낸날짜',
    'datum',
    'gesendet',
  ],
  attachments: ['attachments', '添付ファイル', '添付'],
  importance: ['importance', '重要度'],
  body: ['本文', '内容'],
}

/** What a field is called. */
export function labelsOf(field: string): readonly string[] {
  return NAMES[field] ?? []
}

let byLabel: Map<string, string> | undefined

/** The field a label names (lower case, blanks out), or undefined. `body` stands for labels of the text itself. */
export function fieldOfLabel(label: string): string | undefined {
  if (byLabel === undefined) {
    byLabel = new Map()
    for (const [field, labels] of Object.entries(NAMES)) for (const name of labels) byLabel.set(name, field)
  }
  return byLabel.get(label)
}
