/** What does `lurebook --help` print? */
import type { Language } from '../explain/index.ts'

export const HELP: Record<Language, string> = {
  ja: `使い方: lurebook scan FILE|FOLDER|- ... [オプション]

メールを読み、ブランドをかたるフィッシングかどうかを、理由とともに表示します。
FILE はメールの原本（.eml）または本文を貼り付けたテキスト、- は標準入力です。
FOLDER では *.eml、*.mail、*.txt と Maildir のメールを読みます（下の階層も含む）。

オプション:
  --lang ja|en              表示する言語（省略時は LANG などに従います）
  --json                    判定をJSONで出力（複数の入力やフォルダーでは配列）
  --ndjson                  1通を1行のJSONで出力
  --fail-on LABEL           終了コードを1にする判定: suspicious（既定）、phishing、never
  --trusted-authserv ID     Authentication-Results を信頼するサーバー（複数回指定可）
  --own-domain DOMAIN       自社や関係会社のドメイン（複数回指定可）
  -h, --help                この説明を表示
  -V, --version             バージョンを表示

終了コード:
  0  フィッシングの特徴なし、または注意喚起などの引用
  1  フィッシングまたは疑いのあるメールが1通以上あった
  2  読み取れない入力があった、または使い方の誤り（両方のときは1）

「該当なし」は特徴が見つからなかったという意味で、本物であることを保証するものではありません。
環境変数 NO_COLOR を設定すると、色を付けません。
`,
  en: `Usage: lurebook scan FILE|FOLDER|- ... [options]

Reads mails and says, with reasons, whether they are phishing that impersonates a brand.
FILE is a raw mail (.eml) or a text file with a pasted mail; - is standard input.
Of a FOLDER, *.eml, *.mail, *.txt and Maildir messages are read, subfolders too.

Options:
  --lang ja|en              language of the report (default: from LC_ALL, LC_MESSAGES, LANG)
  --json                    print the verdict as JSON (an array for several inputs or a folder)
  --ndjson                  print one line of JSON a message
  --fail-on LABEL           labels that exit with 1: suspicious (default), phishing, never
  --trusted-authserv ID     server whose Authentication-Results are believed (may be repeated)
  --own-domain DOMAIN       a domain of your own or of a partner (may be repeated)
  -h, --help                print this
  -V, --version             print the version

Exit codes:
  0  nothing found, or only quoted as in a warning
  1  at least one message is phishing or suspicious
  2  an input could not be read, or the command line is wrong (1 wins over 2)

"nothing found" means just that; it never means that a mail is genuine.
Set NO_COLOR to print without colours.
`,
}
