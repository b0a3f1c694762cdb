/** Do the recipes in docs/recipes run as they are printed? Each is taken from its page and gets what its host would give it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import * as adapters from '../../src/adapters/index.ts'
import * as explain from '../../src/explain/index.ts'
import * as lurebook from '../../src/index.ts'

const ROOT = join(import.meta.dirname, '../..')
const inMails = (name: string): Buffer<ArrayBuffer> => readFileSync(join(ROOT, 'examples/mails', `${name}.eml`))
const binary = (name: string): string => inMails(name).toString('latin1')

/** The code of a page: its first block of JavaScript or TypeScript. */
function codeOf(page: string): string {
  const code = /^```[jt]s\n([\s\S]*?)^```/m.exec(readFileSync(join(ROOT, 'docs/recipes', page), 'utf8'))?.[1]
  if (code === undefined) throw new Error(`${page} has no code`)
  return code
}

/** Runs a page's code with the names that its host provides, and gives what `result` (an expression) is then. */
async function run(page: string, host: Record<string, unknown>, result = 'undefined'): Promise<unknown> {
  const modules: Record<string, object> = { lurebook, 'lurebook/adapters': adapters, 'lurebook/explain': explain }
  const code = codeOf(page)
    .replace(/^import \{ (.*?) \} from '(smtp-server)'$/gm, '')
    .replace(/^import \{ (.*?) \} from '(.*?)'$/gm, "const { $1 } = require('$2')")
    .replace(/^export default /m, 'const exported = ')
  const require = (name: string): object => {
    const found = modules[name]
    if (!found) throw new Error(`${page} imports ${name}`)
    return found
  }
  const names = ['require', ...Object.keys(host)]
  const body = `return (async () => {\n${code}\n;return ${result}\n})()`
  return new Function(...names, body)(require, ...Object.values(host))
}

test('gmail.md: a phishing mail gets the label, an ordinary one does not', async () => {
  const labelled: unknown[] = []
  const gmailWith = (name: string): object => ({
    users: {
      messages: {
        get: async ({ format }: { format: string }) =>
          format === 'raw' ? { data: { id: name, raw: inMails(name).toString('base64url') } } : { data: { id: name } },
        modify: async (request: unknown) => labelled.push(request),
      },
    },
  })
  for (const id of ['phishing', 'ordinary', 'notice']) {
    await run('gmail.md', { gmail: gmailWith(id), id, phishingLabel: 'Label_1' })
  }
  expect(labelled).toEqual([{ userId: 'me', id: 'phishing', requestBody: { addLabelIds: ['Label_1'] } }])
})

test('helpdesk.md: a ticket in HTML gives an answer in Japanese', async () => {
  const ticket = { subject: 'Fwd: サーバー障害通知 2020年2月24日' }
  const comment = {
    html_body: `<p>差出人: Kagoya Japan &lt;info@kagoya.jp&gt;</p><p>システムでサーバー障害が発生しました。</p>
      <p>ご希望の場合は、これがあなたにどのように影響するかを以下にお問い合わせください。</p>
      <p><a href="https://server-status.example/jp/kagoya.net?uid=user@customer.example">こちら</a></p>`,
  }
  expect(await run('helpdesk.md', { ticket, comment }, '[verdict.label, reply.advice.length]')).toEqual(['phishing', 3])
})

describe('mailparser.md', () => {
  class SMTPServer {
    onData: (
      stream: Readable,
      session: object,
      callback: (error?: Error & { responseCode?: number }) => void,
    ) => unknown
    constructor(options: Pick<SMTPServer, 'onData'>) {
      this.onData = options.onData
    }
  }
  async function send(stream: Readable): Promise<{ code: number | undefined; delivered: string[] }> {
    const delivered: string[] = []
    const deliver = async (mail: Buffer): Promise<void> => void delivered.push(mail.toString('latin1'))
    const server = (await run('mailparser.md', { SMTPServer, deliver }, 'server')) as SMTPServer
    const error = await new Promise<(Error & { responseCode?: number }) | undefined>((resolve) => {
      server.onData(stream, { envelope: {} }, resolve)
    })
    return { code: error?.responseCode, delivered }
  }

  test('phishing is refused', async () => {
    expect(await send(Readable.from([inMails('phishing')]))).toEqual({ code: 550, delivered: [] })
  })
  test('a mail that the next server does not take is refused', async () => {
    const deliver = async (): Promise<never> => Promise.reject(new Error('away'))
    const server = (await run('mailparser.md', { SMTPServer, deliver }, 'server')) as SMTPServer
    const error = await new Promise<Error | undefined>((resolve) => {
      server.onData(Readable.from([inMails('ordinary')]), { envelope: {} }, resolve)
    })
    expect(error?.message).toBe('away')
  })
  test('a mail over the limit is refused', async () => {
    const stream = Object.assign(Readable.from([inMails('ordinary')]), { sizeExceeded: true })
    expect(await send(stream)).toEqual({ code: 552, delivered: [] })
  })
  test('a notice is delivered with its verdict and without a forged one', async () => {
    const { code, delivered } = await send(
      Readable.from([Buffer.from('X-Lurebook-Verdict: none\r\n'), inMails('notice')]),
    )
    expect(code).toBeUndefined()
    expect(delivered[0]?.match(/^x-lurebook-verdict.*$/gim)).toEqual([
      'X-Lurebook-Verdict: quoted; score=20; decided-by=own',
    ])
    expect(delivered[0]?.endsWith(binary('notice'))).toBe(true)
  })
})

test.each([
  ['raw mail in base64', { json: { raw: inMails('phishing').toString('base64') } }],
  ['an .eml as binary data', { json: {}, binary: { data: { data: '', id: 'filesystem-v2:1' } } }],
])('n8n.md: %s', async (_, item) => {
  // `this` is n8n's: the code runs in a method of it.
  const $input = { all: () => [item] }
  const helpers = { getBinaryDataBuffer: async () => inMails('phishing') }
  const code = codeOf('n8n.md')
  const require = (name: string): object => (name === 'lurebook' ? lurebook : adapters)
  const items = (await new Function('require', '$input', code).call({ helpers }, require, $input)) as Array<{
    json: lurebook.Verdict
  }>
  expect(items.map(({ json }) => json.label)).toEqual(['phishing'])
})

describe('outlook.md', () => {
  const shown = async (result: object): Promise<string> => {
    const lines: string[] = []
    const item = { getAsFileAsync: (callback: (result: object) => void) => callback(result) }
    const Office = { AsyncResultStatus: { Succeeded: 'succeeded' }, context: { mailbox: { item } } }
    await run('outlook.md', { Office, show: (text: string) => lines.push(text) })
    return lines.join('\n')
  }
  test('shows what to do, in Japanese', async () => {
    const text = await shown({ status: 'succeeded', value: inMails('phishing').toString('base64') })
    expect(text).toMatch(/^こちらのメールは、カゴヤ・ジャパンをかたる偽のメール（フィッシング）と思われます。\n/)
  })
  test('shows why the mail could not be read', async () => {
    expect(await shown({ status: 'failed', error: { message: 'no permission' } })).toBe('no permission')
  })
})

test.each([
  ['phishing', { rejected: ['Phishing'], forwarded: [] }],
  ['forwarded', { rejected: [], forwarded: ['inbox@customer.example phishing; score=93; decided-by=inner'] }],
  ['ordinary', { rejected: [], forwarded: ['inbox@customer.example none; score=0; decided-by=own'] }],
])('postal-mime-worker.md: %s.eml', async (name, expected) => {
  const rejected: string[] = []
  const forwarded: string[] = []
  const message = {
    to: 'user@customer.example',
    raw: new Blob([inMails(name)]).stream(),
    setReject: (reason: string) => void rejected.push(reason),
    forward: async (to: string, headers: Headers) => void forwarded.push(`${to} ${headers.get('X-Lurebook-Verdict')}`),
  }
  const worker = (await run('postal-mime-worker.md', {}, 'exported')) as {
    email(message: object, env: object): Promise<void>
  }
  await worker.email(message, { FORWARD_TO: 'inbox@customer.example' })
  expect({ rejected, forwarded }).toEqual(expected)
})

test.each([
  ['phishing', '!', (bytes: Buffer<ArrayBuffer>) => new File([bytes], 'mail.eml')],
  ['phishing', '!', (bytes: Buffer<ArrayBuffer>) => bytes.toString('latin1')],
  ['ordinary', '', (bytes: Buffer<ArrayBuffer>) => new File([bytes], 'mail.eml')],
])('thunderbird.md: %s.eml gets the badge "%s"', async (name, text, given) => {
  const badges: unknown[] = []
  let listen: (tab: object, header: object) => Promise<void> = async () => {}
  const addListener = (added: typeof listen): void => {
    listen = added
  }
  const messenger = {
    messageDisplay: { onMessageDisplayed: { addListener } },
    messages: { getRaw: async () => given(inMails(name)) },
    messageDisplayAction: { setBadgeText: (badge: unknown) => void badges.push(badge) },
  }
  await run('thunderbird.md', { messenger })
  await listen({ id: 7 }, { id: 1 })
  expect(badges).toEqual([{ tabId: 7, text }])
})

test('every recipe is run by a test above', () => {
  const here = readFileSync(import.meta.filename, 'utf8')
  const untested = readdirSync(join(ROOT, 'docs/recipes')).filter(
    (page) => page !== 'README.md' && !here.includes(page),
  )
  expect(untested).toEqual([])
})
