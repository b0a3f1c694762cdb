/** What does `lurebook --help` print? */
import type { Language } from '../explain/index.ts'

export const HELP: Record<Language, string> = {
  ja: `使い方: lurebook scan FILE|FOLDER|- ... [オプション]
        lurebook explain FILE|FOLDER|- ... [--audience agent|customer]
        lurebook report FILE|- [--as text|csv|misp|stix|arf|drafts]
        lurebook notice BRAND [--desk 名前]
        lurebook corpus list [brands|lures|pretexts] | show ID | check FILE | rules rspamd|spamassassin
        lurebook completion bash|zsh|fish

メールを読み、ブランドをかたるフィッシングかどうかを、理由とともに表示します。
FILE はメールの原本（.eml）または本文を貼り付けたテキスト、- は標準入力です。
FOLDER では *.eml、*.mail、*.txt、*.mbox と Maildir のメールを読みます（下の階層も含む）。
mbox 形式の FILE と標準入力は、1通ずつ順に読みます。

scan は判定、explain は説明と対応方法を表示します。report は指標（URLなど）や報告文を作ります（送信はしません）。
notice は、ブランドをかたるメールについてのお客様向けの注意喚起文を作ります。
corpus は収録内容の一覧と、rspamd・SpamAssassin 用の規則を出力し、独自のコーパス（JSON）を検査します。

オプション:
  --lang ja|en              表示する言語（省略時は LANG などに従います）
  --json                    判定をJSONで出力（複数の入力やフォルダーでは配列）
  --ndjson                  1通を1行のJSONで出力
  --fail-on LABEL           終了コードを1にする判定: suspicious（既定）、phishing、never
  --workers N               scan に使うスレッド数（省略時はCPUのコア数、0と1は使わない）
  --resume FILE             結果をNDJSONで FILE に書き、途中で止まった scan の続きから始める
  --trusted-authserv ID     Authentication-Results を信頼するサーバー（複数回指定可）
  --own-domain DOMAIN       自社や関係会社のドメイン（複数回指定可）
  --received-spf            先頭の Received-SPF も信頼する
  --recipient ADDR          届いたメールボックス（省略時は To）
  --corpus FILE             独自のコーパス（JSON）を加える
  --audience agent|customer explain の読み手: 窓口の担当者（既定）またはお客様
  --as FORMAT               report の形式: text（既定、無害化したURL）、csv、misp、stix、arf、drafts（報告文）
  --at TIME                 report に記す日時（RFC 3339。省略時は現在）
  --from ADDR --to ADDR     arf の差出人と宛先
  --desk NAME               notice の差出人となる窓口の名前
  --out FOLDER              corpus rules の書き込み先
  -h, --help                この説明を表示
  -V, --version             バージョンを表示

終了コード:
  0  フィッシングの特徴なし、または注意喚起などの引用
  1  フィッシングまたは疑いのあるメールが1通以上あった
  2  読み取れない入力があった、または使い方の誤り（両方のときは1）
  1 は scan だけが返します。explain、report、notice、corpus は 0 または 2 です。
  report は、報告するものがないときにも 2 を返します。

「該当なし」は特徴が見つからなかったという意味で、本物であることを保証するものではありません。
環境変数 NO_COLOR を設定すると、色を付けません。
`,
  en: `Usage: lurebook scan FILE|FOLDER|- ... [options]
       lurebook explain FILE|FOLDER|- ... [--audience agent|customer]
       lurebook report FILE|- [--as text|csv|misp|stix|arf|drafts]
       lurebook notice BRAND [--desk NAME]
       lurebook corpus list [brands|lures|pretexts] | show ID | check FILE | rules rspamd|spamassassin
       lurebook completion bash|zsh|fish

Reads mails and says, with reasons, whether they are phishing that impersonates a brand.
FILE is a raw mail (.eml) or a text file with a pasted mail; - is standard input.
Of a FOLDER, *.eml, *.mail, *.txt, *.mbox and Maildir messages are read, subfolders too.
An mbox, as FILE or on standard input, is read message by message.

scan judges; explain says why and what to do now. report writes indicators or a report (nothing is sent).
notice writes a warning for customers about mails in a brand's name.
corpus shows what lurebook knows, writes rules for rspamd and SpamAssassin, and checks a corpus of yours (JSON).

Options:
  --lang ja|en              language of the report (default: from LC_ALL, LC_MESSAGES, LANG)
  --json                    print the verdict as JSON (an array for several inputs or a folder)
  --ndjson                  print one line of JSON a message
  --fail-on LABEL           labels that exit with 1: suspicious (default), phishing, never
  --workers N               threads that scan uses (default: one a core; 0 and 1 use none)
  --resume FILE             write the rows of scan as NDJSON to FILE, and go on where an earlier scan stopped
  --trusted-authserv ID     server whose Authentication-Results are believed (may be repeated)
  --own-domain DOMAIN       a domain of your own or of a partner (may be repeated)
  --received-spf            believe the topmost Received-SPF field too
  --recipient ADDR          the mailbox it was delivered to (default: To)
  --corpus FILE             add a corpus of your own (JSON)
  --audience agent|customer who reads explain: a support desk (default) or a customer
  --as FORMAT               form of report: text (default; defanged URLs), csv, misp, stix, arf, drafts
  --at TIME                 time that report names (RFC 3339; default: now)
  --from ADDR --to ADDR     sender and recipient of arf
  --desk NAME               who writes the notice
  --out FOLDER              where corpus rules writes its files
  -h, --help                print this
  -V, --version             print the version

Exit codes:
  0  nothing found, or only quoted as in a warning
  1  at least one message is phishing or suspicious
  2  an input could not be read, or the command line is wrong (1 wins over 2)
  Only scan gives 1; explain, report, notice and corpus give 0 or 2.
  report gives 2, too, when there is nothing to report.

"nothing found" means just that; it never means that a mail is genuine.
Set NO_COLOR to print without colours.
`,
}
