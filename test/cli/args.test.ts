/** Is the command line read as the help says? */
import { expect, test } from 'vitest'
import { readArgs } from '../../src/cli/args.ts'

const JA = { LANG: 'ja_JP.UTF-8' }
const DEFAULTS = {
  lang: 'en',
  format: 'text',
  failOn: 'suspicious',
  trustedAuthserv: [],
  ownDomains: [],
  receivedSpf: false,
}

test.each([
  [['scan', 'a.eml'], {}, DEFAULTS],
  [['scan', 'a.eml'], JA, { ...DEFAULTS, lang: 'ja' }],
  [['scan', 'a.eml', '--lang', 'en'], JA, DEFAULTS],
  [['scan', 'a.eml', '--json'], {}, { ...DEFAULTS, format: 'json' }],
  [['scan', 'a.eml', '--json', '--ndjson'], {}, { ...DEFAULTS, format: 'ndjson' }],
  [['scan', 'a.eml', '--fail-on=phishing'], {}, { ...DEFAULTS, failOn: 'phishing' }],
  [
    ['scan', 'a.eml', '--own-domain', 'a.example', '--own-domain', 'b.example'],
    {},
    { ...DEFAULTS, ownDomains: ['a.example', 'b.example'] },
  ],
  [['scan', 'a.eml', '--trusted-authserv', 'mx.example'], {}, { ...DEFAULTS, trustedAuthserv: ['mx.example'] }],
  [['scan', 'a.eml', '--received-spf'], {}, { ...DEFAULTS, receivedSpf: true }],
  [
    ['scan', 'a.eml', '--recipient', 'a@b.example', '--corpus', 'c.json'],
    {},
    { ...DEFAULTS, recipient: 'a@b.example', corpus: 'c.json' },
  ],
])('%j with %o', (argv, env, options) => {
  expect(readArgs(argv, env)).toEqual({ kind: 'scan', inputs: ['a.eml'], options })
})

test('several inputs, standard input, and names that begin with a dash behind --', () => {
  expect(readArgs(['scan', 'a', '-', '--', '--b'], {})).toMatchObject({ kind: 'scan', inputs: ['a', '-', '--b'] })
})

test.each([
  [[], 'no-command', ''],
  [['scna', 'x'], 'unknown-command', 'scna'],
  [['scan'], 'no-input', 'scan'],
  [['scan', 'x', '--jsno'], 'unknown-option', '--jsno'],
  [['scan', 'x', '--lang'], 'unknown-option', '--lang'],
  [['scan', 'x', '--lang', 'de'], 'bad-value', '--lang de'],
  [['scan', 'x', '--fail-on', 'none'], 'bad-value', '--fail-on none'],
  [['scan', 'x', '--json=yes'], 'unknown-option', '--json'],
  [['scan', 'x', '--own-domain', 'https://a.example/'], 'bad-value', '--own-domain https://a.example/'],
  [['scan', 'x', '--recipient', 'taro'], 'bad-value', '--recipient taro'],
])('%j is refused: %s %s', (argv, problem, what) => {
  expect(readArgs(argv, {})).toEqual({ kind: 'usage', lang: 'en', problem, what })
})

test.each([
  [['--help'], { kind: 'help', lang: 'en' }],
  [['help'], { kind: 'help', lang: 'en' }],
  [['scan', '--help', '--lang', 'ja'], { kind: 'help', lang: 'ja' }],
  [['-V'], { kind: 'version' }],
])('%j', (argv, command) => {
  expect(readArgs(argv, {})).toEqual(command)
})

test.each([
  [{ LANG: 'ja' }, 'ja'],
  [{ LANG: 'ja_JP.eucJP' }, 'ja'],
  [{ LANG: 'C', LC_ALL: 'ja_JP.UTF-8' }, 'ja'],
  [{ LANG: 'ja_JP.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'ja_JP.UTF-8', LC_ALL: '' }, 'ja'],
  [{ LANG: 'jam' }, 'en'],
  [{}, 'en'],
])('the locale %o speaks %s', (env, lang) => {
  expect(readArgs(['--help'], env)).toEqual({ kind: 'help', lang })
})
