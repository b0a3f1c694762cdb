/** What did the user ask for? The command line as typed options, or what was wrong with it. */
import { parseArgs } from 'node:util'
import type { Audience, Language } from '../explain/index.ts'
import type { Judging } from './judging.ts'
import { languageOf } from './language.ts'
import { addressNamed, authservNamed, domainNamed, type Expected } from './values.ts'

/** From which label on `scan` exits with 1. */
export type FailOn = 'phishing' | 'suspicious' | 'never'

/** What `report` writes. */
export type ReportFormat = 'text' | 'csv' | 'misp' | 'stix' | 'arf' | 'drafts'

export interface Options extends Judging {
  lang: Language
  format: 'text' | 'json' | 'ndjson'
  failOn: FailOn
  /** Threads of `scan`; absent: as many as there are cores. */
  workers?: number
  /** File with the rows of an earlier scan, which this one goes on with. */
  resume?: string
}

export type Command =
  | { kind: 'scan'; inputs: string[]; options: Options }
  | { kind: 'explain'; inputs: string[]; audience: Audience; options: Options }
  | { kind: 'report'; input: string; as: ReportFormat; at?: string; from?: string; to?: string; options: Options }
  | { kind: 'notice'; brand: string; desk?: string; corpus?: string; lang: Language; json: boolean }
  | {
      kind: 'corpus'
      action: 'list' | 'show' | 'check' | 'rules'
      what: string
      out?: string
      corpus?: string
      lang: Language
      json: boolean
    }
  | { kind: 'completion'; shell: Shell }
  | { kind: 'help'; lang: Language }
  | { kind: 'version' }
  /** `what` names the part of the command line that is wrong, `expected` what can stand there. */
  | { kind: 'usage'; lang: Language; problem: Problem; what: string; expected?: readonly string[] | Expected }

export type Shell = 'bash' | 'zsh' | 'fish'

export type Problem = 'no-command' | 'unknown-command' | 'unknown-option' | 'bad-value' | 'no-input'

/** What may be typed, for the checks below and for the shell completions. */
export const CHOICES = {
  commands: ['scan', 'explain', 'report', 'notice', 'corpus', 'completion', 'help'],
  lang: ['ja', 'en'],
  failOn: ['phishing', 'suspicious', 'never'] satisfies FailOn[] as readonly FailOn[],
  as: ['text', 'csv', 'misp', 'stix', 'arf', 'drafts'] satisfies ReportFormat[] as readonly ReportFormat[],
  audience: ['agent', 'customer'] satisfies Audience[] as readonly Audience[],
  actions: ['list', 'show', 'check', 'rules'] as const,
  lists: ['brands', 'lures', 'pretexts'],
  rules: ['rspamd', 'spamassassin'],
  shells: ['bash', 'zsh', 'fish'] satisfies Shell[] as readonly Shell[],
} as const

export const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  ndjson: { type: 'boolean' },
  'fail-on': { type: 'string' },
  'trusted-authserv': { type: 'string', multiple: true },
  'own-domain': { type: 'string', multiple: true },
  'received-spf': { type: 'boolean' },
  recipient: { type: 'string' },
  corpus: { type: 'string' },
  audience: { type: 'string' },
  as: { type: 'string' },
  at: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  desk: { type: 'string' },
  out: { type: 'string' },
  workers: { type: 'string' },
  resume: { type: 'string' },
} as const

/**
 * Reads the command line.
 *
 * @param argv the arguments after `lurebook`
 * @param env the environment, for the language
 */
export function readArgs(argv: string[], env: Record<string, string | undefined>): Command {
  const ofEnvironment = languageOf(env)
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(argv)
  } catch (error) {
    // parseArgs throws for an option it does not know and for one that lacks its value; its message names the option.
    return { kind: 'usage', lang: ofEnvironment, problem: 'unknown-option', what: optionIn(error, argv) }
  }
  const { values, positionals } = parsed
  const lang = values.lang ?? ofEnvironment
  if (lang !== 'ja' && lang !== 'en') return badValue(ofEnvironment, '--lang', lang, CHOICES.lang)
  if (values.help) return { kind: 'help', lang }
  if (values.version) return { kind: 'version' }
  const failOn = values['fail-on'] ?? 'suspicious'
  if (!isOneOf(CHOICES.failOn, failOn)) return badValue(lang, '--fail-on', failOn, CHOICES.failOn)
  const as = values.as ?? 'text'
  if (!isOneOf(CHOICES.as, as)) return badValue(lang, '--as', as, CHOICES.as)
  const audience = values.audience ?? 'agent'
  if (!isOneOf(CHOICES.audience, audience)) return badValue(lang, '--audience', audience, CHOICES.audience)
  const { at, from, to, desk, out, workers, resume, corpus } = values
  if (workers !== undefined && !/^\d{1,3}$/.test(workers)) return badValue(lang, '--workers', workers, 'threads')
  if (at !== undefined && !(Date.parse(at) >= 0)) return badValue(lang, '--at', at, 'moment')
  const ownDomains = readEach(values['own-domain'], domainNamed)
  if ('wrong' in ownDomains) return badValue(lang, '--own-domain', ownDomains.wrong, 'domain')
  const trustedAuthserv = readEach(values['trusted-authserv'], authservNamed)
  if ('wrong' in trustedAuthserv) return badValue(lang, '--trusted-authserv', trustedAuthserv.wrong, 'authserv')
  const recipient = values.recipient === undefined ? undefined : addressNamed(values.recipient)
  if (recipient === undefined && values.recipient !== undefined)
    return badValue(lang, '--recipient', values.recipient, 'address')

  const [command, ...inputs] = positionals
  const [first, ...rest] = inputs
  const json = values.json === true
  if (command === undefined) return usage(lang, 'no-command', '')
  const options: Options = {
    lang,
    format: values.ndjson ? 'ndjson' : json ? 'json' : 'text',
    failOn,
    trustedAuthserv: trustedAuthserv.read,
    ownDomains: ownDomains.read,
    ...(workers !== undefined && { workers: Number(workers) }),
    receivedSpf: values['received-spf'] === true,
    ...given({ resume, recipient, corpus }),
  }
  if (command === 'help') return { kind: 'help', lang }
  if (!isOneOf(CHOICES.commands, command)) return usage(lang, 'unknown-command', command)
  if (first === undefined) return usage(lang, 'no-input', command)
  switch (command) {
    case 'scan':
      return { kind: 'scan', inputs, options }
    case 'explain':
      return { kind: 'explain', inputs, audience, options }
    case 'report':
      if (rest[0] !== undefined) return badValue(lang, 'report', rest[0], 'one-file')
      return { kind: 'report', input: first, as, ...given({ at, from, to }), options }
    case 'notice':
      // a name of several words need not be quoted
      return { kind: 'notice', brand: inputs.join(' '), ...given({ desk, corpus }), lang, json }
    case 'corpus': {
      if (!isOneOf(CHOICES.actions, first)) return badValue(lang, 'corpus', first, CHOICES.actions)
      const what = rest.join(' ') || (first === 'list' ? 'brands' : '')
      if (what === '') return usage(lang, 'no-input', `corpus ${first}`)
      if (first === 'check' && rest.length > 1) return badValue(lang, 'corpus check', rest[1] ?? '', 'one-file')
      const choices = first === 'list' ? CHOICES.lists : first === 'rules' ? CHOICES.rules : undefined
      if (choices && !isOneOf(choices, what)) return badValue(lang, `corpus ${first}`, what, choices)
      return { kind: 'corpus', action: first, what, ...given({ out, corpus }), lang, json }
    }
    default:
      if (!isOneOf(CHOICES.shells, first)) return badValue(lang, 'completion', first, CHOICES.shells)
      return { kind: 'completion', shell: first }
  }
}

const parse = (argv: string[]) => parseArgs({ args: argv, options: OPTIONS, allowPositionals: true, strict: true })

const isOneOf = <T extends string>(choices: readonly T[], value: string): value is T =>
  (choices as readonly string[]).includes(value)

/** Without the keys that were not given. */
const given = <K extends string>(values: Record<K, string | undefined>): Partial<Record<K, string>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Record<K, string>>

const usage = (lang: Language, problem: Problem, what: string): Command => ({ kind: 'usage', lang, problem, what })

/** An empty value, and one of several words, in quotes: else nobody sees where it begins. */
function badValue(lang: Language, of: string, value: string, expected: readonly string[] | Expected): Command {
  const shown = /^\S+$/.test(value) ? value : `'${value}'`
  return { kind: 'usage', lang, problem: 'bad-value', what: `${of} ${shown}`, expected }
}

/** Values that may be repeated, or the first that means nothing. */
function readEach(
  typed: readonly string[] = [],
  read: (value: string) => string | undefined,
): { read: string[] } | { wrong: string } {
  const wrong = typed.find((value) => read(value) === undefined)
  return wrong === undefined ? { read: typed.flatMap((value) => read(value) ?? []) } : { wrong }
}

function optionIn(error: unknown, argv: string[]): string {
  const named = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1]
  return named ?? argv.find((arg) => arg.startsWith('-')) ?? ''
}
