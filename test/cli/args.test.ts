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
  [['scan', 'x', '--json=yes'], 'unknown-option', '--json'],
])('%j is refused: %s %s', (argv, problem, what) => {
  expect(readArgs(argv, {})).toEqual({ kind: 'usage', lang: 'en', problem, what })
})

test.each<[string[], string, string[] | string]>([
  [['scan', 'x', '--lang', 'de'], '--lang de', ['ja', 'en']],
  [['scan', 'x', '--fail-on', 'none'], '--fail-on none', ['phishing', 'suspicious', 'never']],
  [['scan', 'x', '--fail-on', ''], "--fail-on ''", ['phishing', 'suspicious', 'never']],
  [['report', 'x', '--as', 'pdf'], '--as pdf', ['text', 'csv', 'misp', 'stix', 'arf', 'drafts']],
  [['report', 'x', 'y'], 'report y', 'one-file'],
  [['report', 'x', '--at', 'noon today'], "--at 'noon today'", 'moment'],
  [['explain', 'x', '--audience', 'boss'], '--audience boss', ['agent', 'customer']],
  [['scan', 'x', '--workers=-1'], '--workers -1', 'threads'],
  [['scan', 'x', '--workers', 'all'], '--workers all', 'threads'],
  [['corpus', 'burn'], 'corpus burn', ['list', 'show', 'check', 'rules']],
  [['corpus', 'list', 'mails'], 'corpus list mails', ['brands', 'lures', 'pretexts']],
  [['corpus', 'rules', 'postfix'], 'corpus rules postfix', ['rspamd', 'spamassassin']],
  [['corpus', 'check', 'a.json', 'b.json'], 'corpus check b.json', 'one-file'],
  [['completion', 'csh'], 'completion csh', ['bash', 'zsh', 'fish']],
  [['scan', 'x', '--own-domain', 'foo bar'], "--own-domain 'foo bar'", 'domain'],
  [['scan', 'x', '--own-domain', ''], "--own-domain ''", 'domain'],
  [
    ['scan', 'x', '--own-domain', 'a.example', '--own-domain', 'https://b.example/'],
    '--own-domain https://b.example/',
    'domain',
  ],
  [['scan', 'x', '--own-domain', 'taro@a.example'], '--own-domain taro@a.example', 'domain'],
  [['scan', 'x', '--own-domain', '*.a.example'], '--own-domain *.a.example', 'domain'],
  [['scan', 'x', '--own-domain', 'co.jp'], '--own-domain co.jp', 'domain'],
  [['scan', 'x', '--own-domain', '192.0.2.1'], '--own-domain 192.0.2.1', 'domain'],
  [['scan', 'x', '--trusted-authserv', ''], "--trusted-authserv ''", 'authserv'],
  [
    ['scan', 'x', '--trusted-authserv', 'mx.example; spf=pass'],
    "--trusted-authserv 'mx.example; spf=pass'",
    'authserv',
  ],
  [['scan', 'x', '--trusted-authserv', 'https://mx.example'], '--trusted-authserv https://mx.example', 'authserv'],
  [['scan', 'x', '--recipient', 'foo'], '--recipient foo', 'address'],
  [['scan', 'x', '--recipient', ''], "--recipient ''", 'address'],
  [['scan', 'x', '--recipient', 'Taro <taro@a.example>'], "--recipient 'Taro <taro@a.example>'", 'address'],
  [['scan', 'x', '--recipient', '@a.example'], '--recipient @a.example', 'address'],
])('%j is refused: %s, expected %j', (argv, what, expected) => {
  expect(readArgs(argv, {})).toEqual({ kind: 'usage', lang: 'en', problem: 'bad-value', what, expected })
})

test.each([
  [['--own-domain', 'Client.Example'], { ownDomains: ['client.example'] }],
  [['--own-domain', '花丸.example'], { ownDomains: ['xn--qiq129j.example'] }],
  [['--trusted-authserv', 'mx1'], { trustedAuthserv: ['mx1'] }],
  [['--recipient', 'Taro.Yamada+x@client.example'], { recipient: 'Taro.Yamada+x@client.example' }],
  [['--recipient', 'taro@intranet'], { recipient: 'taro@intranet' }],
  [['--workers', '0'], { workers: 0 }],
])('%j is taken', (argv, options) => {
  expect(readArgs(['scan', 'a.eml', ...argv], {})).toMatchObject({ kind: 'scan', options })
})

test('a name of several words need not be quoted', () => {
  expect(readArgs(['notice', 'KAGOYA', 'JAPAN'], {})).toMatchObject({ kind: 'notice', brand: 'KAGOYA JAPAN' })
  expect(readArgs(['corpus', 'show', 'KAGOYA', 'JAPAN'], {})).toMatchObject({ action: 'show', what: 'KAGOYA JAPAN' })
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
