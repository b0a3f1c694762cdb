/** How is a warning to customers worded in each language? After the notice of 2020: no blame, what to do, whom to ask. */
import type { Language } from '../explain/model.ts'

/** Slots: `{brand}`, `{desk}`; in `quote` `{text}`. */
export interface NoticeWords {
  subject: string
  greeting: string
  affectedHead: string
  affected: string
  situation: string
  advice: string[]
  sourceHead: string
  examplesHead: string
  subjectHead: string
  senderHead: string
  quote: string
  desk: string
}

export const NOTICE: Record<Language, NoticeWords> = {
  ja: {
    subject: '【注意喚起】{brand}をかたるフィッシングメールについて',
    greeting:
      '平素よりお世話になっております。\n{desk}でございます。\n\n{brand}をかたるフィッシングメールについてご案内いたします。',
    affectedHead: '【対象のお客様】',
    affected: '{brand}のサービスをご利用のお客様',
    situation:
      '{brand}の名前をかたり、アカウント情報などを不正に取得すると思われるページへ誘導するフィッシングメールが確認されております。',
    advice: [
      '【お願い】',
      '・このようなメールを受け取られた際は、記載されているURLをクリックせず、削除していただきますようお願いいたします。',
      '・アカウント情報やパスワード、カード番号などを入力しないでください。メールへの返信もなさらないでください。',
      '・もしパスワードを入力された場合は、すぐにパスワードを変更し、お心当たりのないメールアドレスの追加や設定の変更がないかをご確認のうえ、{desk}までご連絡ください。',
      '・不審な操作にお気づきの際や、ご不明な点がございましたら、{desk}までお問い合わせください。',
    ],
    sourceHead: '※公式のお知らせ: ',
    examplesHead: 'フィッシングメールの例（URLとアドレスは伏せています）',
    subjectHead: '件名: ',
    senderHead: '差出人: ',
    quote: '「{text}」',
    desk: '（貴社名）サポート窓口',
  },
  en: {
    subject: '[Warning] Phishing mails in the name of {brand}',
    greeting: 'Dear customers,\n\n{desk} informs you about phishing mails in the name of {brand}.',
    affectedHead: 'Who is affected',
    affected: 'Customers who use services of {brand}',
    situation:
      'Phishing mails are going round that use the name of {brand} and lead to pages which are thought to steal account data.',
    advice: [
      'What to do',
      '- If you receive such a mail, please do not click its links, and delete it.',
      '- Please do not enter account data, passwords or card numbers, and do not reply.',
      '- If you have entered a password, please change it at once, look for mail accounts or settings that you did not add or change, and contact {desk}.',
      '- If you notice anything unusual, or if anything is unclear, please contact {desk}.',
    ],
    sourceHead: 'Official notice: ',
    examplesHead: 'Examples of the phishing mails (links and addresses are masked)',
    subjectHead: 'Subject: ',
    senderHead: 'From: ',
    quote: '"{text}"',
    desk: '(your company) support desk',
  },
}
