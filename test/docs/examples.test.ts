/** Do the examples in the comments run, and do they give what they say? */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Readable } from 'node:stream'
import { transform } from 'esbuild'
import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import * as adapters from '../../src/adapters/index.ts'
import { builtin } from '../../src/corpus/builtin.ts'
import * as corpora from '../../src/corpus/index.ts'
import * as explanations from '../../src/explain/index.ts'
import * as library from '../../src/index.ts'
import { linkKnowledge } from '../../src/link/host-facts.ts'
import { splitUrl } from '../../src/link/url.ts'
import * as reports from '../../src/report/index.ts'
import { fold, foldedString } from '../../src/text/fold.ts'

const SRC = join(import.meta.dirname, '../../src')
const RAW =
  'From: KAGOYA JAPAN <info@a.example>\r\nTo: user@client.example\r\nSubject: =?utf-8?B?44Oh44O844Or44Oc44OD44Kv44K544GM44GE44Gj44Gx44GE44Gn44GZ?=\r\n' +
  'Content-Type: text/plain; charset=utf-8\r\n\r\nKAGOYA のメールボックスがいっぱいです。以下のリンクをクリックしてください。\r\nhttps://a.example/jp/\r\n'
const bytes = new TextEncoder().encode(RAW)

/** What examples may take for given, beside what their file and the package export. */
const GIVEN: Record<string, unknown> = {
  ...adapters,
  ...corpora,
  ...explanations,
  ...library,
  ...reports,
  fold,
  foldedString,
  raw: bytes,
  bytes,
  forward: bytes,
  verdict: library.classify(bytes),
  corpus: builtin(),
  index: linkKnowledge(builtin()).index,
  mine: { ...corpora.builtinCorpus(), brands: [], pretexts: [], phrases: [], lures: [], hosts: [] },
  text: '{}',
  mail: bytes,
  messages: [bytes],
  readFileSync: () => bytes,
  readFile: async () => JSON.stringify(corpora.builtinCorpus()),
  console: { log: () => undefined, error: () => undefined },
  mark: () => undefined,
  plain: () => undefined,
  transaction: { add_header: () => undefined },
  ticket: { subject: 'メールボックスがいっぱいです' },
  comment: { html_body: '<p>KAGOYA</p>' },
  gmail: { users: { messages: { get: async () => ({ data: { raw: Buffer.from(bytes).toString('base64url') } }) } } },
  messenger: { messages: { getRaw: async () => Buffer.from(bytes).toString('latin1') } },
  id: 1,
  PostalMime,
  simpleParser,
  stream: Readable.from([bytes]),
}

/** The same name is another thing in another program. */
const GIVEN_IN: Record<string, Record<string, unknown>> = {
  'adapters/base64.ts': { message: { raw: Buffer.from(bytes).toString('base64') } },
  'link/victim.ts': { splitUrl },
  'adapters/stream.ts': { message: { raw: new Blob([bytes]).stream() } },
}

interface Example {
  file: string
  code: string
  /** The comment behind the last expression. */
  result: string
}

/** Examples of one file: what follows `@example` up to the next tag or the end of the comment. */
function examplesIn(file: string): Example[] {
  const found: Example[] = []
  for (const part of readFileSync(file, 'utf8').split('* @example').slice(1)) {
    const lines = part
      .slice(0, part.indexOf('*/'))
      .split('\n')
      .map((line) => line.replace(/^ *\* ?/, ''))
    const end = lines.findIndex((line) => line.startsWith('@'))
    const code = (end < 0 ? lines : lines.slice(0, end)).join('\n').trim()
    const comment = code.lastIndexOf(' // ')
    const isLast = comment > 0 && !code.slice(comment).includes('\n')
    found.push({
      file: relative(SRC, file),
      code: isLast ? code.slice(0, comment) : code,
      result: isLast ? code.slice(comment + 4) : '',
    })
  }
  return found
}

const examples = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => examplesIn(join(SRC, name)))

async function run({ file, code }: Example): Promise<unknown> {
  const own = (await import(join(SRC, file))) as Record<string, unknown>
  const scope = { ...GIVEN, ...GIVEN_IN[file], ...own }
  const lines = code.split('\n')
  const last = lines.findLastIndex((line) => /^[\w[(]/.test(line))
  if (!/^(?:const|for|try) /.test(lines[last] ?? '')) lines.splice(last, 0, 'return (', ...lines.splice(last), ')')
  const source = `async function example() {\n${lines.join('\n')}\n}`
  const { code: body } = await transform(source, { loader: 'ts' })
  const names = Object.keys(scope)
  return await new Function(...names, `${body}\nreturn example()`)(...names.map((name) => scope[name]))
}

describe('the examples in the comments', () => {
  it('are found', () => {
    expect(examples.length).toBeGreaterThan(50)
  })

  it.each(examples.map((example) => [example.file, example.code.split('\n')[0], example] as const))(
    '%s: %s',
    async (_file, _line, example) => {
      const value = await run(example)
      if (!/^['"[{\d]|^(?:true|false|undefined)$/.test(example.result)) return
      expect(value).toEqual(new Function(`return (${example.result})`)())
    },
  )
})
