/** What did the user ask for? The command line as typed options, or what was wrong with it. */
import { parseArgs } from 'node:util'
import type { Audience, Language } from '../explain/index.ts'
import { isAddress, isDomain } from '../options.ts'
import type { Judging } from './judging.ts'
import { languageOf } from './language.ts'

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
  | { kind: 'notice'; brand: string; desk?: string; lang: Language; json: boolean }
  | {
      kind: 'corpus'
      action: 'list' | 'show' | 'check' | 'rules'
      what: string
      out?: string
      lang: Language
      json: boolean
    }
  | { kind: 'completion'; shell: Shell }
  | { kind: 'help'; lang: Language }
  | { kind: 'version' }
  /** `what` names the part of the command line that is wrong. */
  | { kind: 'usage'; lang: Language; problem: Problem; what: string }

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
  if (lang !== 'ja' && lang !== 'en') return usage(ofEnvironment, 'bad-value', `--lang ${lang}`)
  if (values.help) return { kind: 'help', lang }
  if (values.version) return { kind: 'version' }
  const failOn = values['fail-on'] ?? 'suspicious'
  if (!isOneOf(CHOICES.failOn, failOn)) return usage(lang, 'bad-value', `--fail-on ${failOn}`)
  const as = values.as ?? 'text'
  if (!isOneOf(CHOICES.as, as)) return usage(lang, 'bad-value', `--as ${as}`)
  const audience = values.audience ?? 'agent'
  if (!isOneOf(CHOICES.audience, audience)) return usage(lang, 'bad-value', `--audience ${audience}`)
  const { at, from, to, desk, out, workers, resume, recipient, corpus } = values
  if (workers !== undefined && !/^\d{1,3}$/.test(workers)) return usage(lang, 'bad-value', `--workers ${workers}`)
  if (at !== undefined && !(Date.parse(at) >= 0)) return usage(lang, 'bad-value', `--at ${at}`)

  const odd = uselessIn(values)
  if (odd !== undefined) return usage(lang, 'bad-value', odd)

  const [command, ...inputs] = positionals
  const [first, second] = inputs
  const json = values.json === true
  if (command === undefined) return usage(lang, 'no-command', '')
  const options: Options = {
    lang,
    format: values.ndjson ? 'ndjson' : json ? 'json' : 'text',
    failOn,
    trustedAuthserv: values['trusted-authserv'] ?? [],
    ownDomains: values['own-domain'] ?? [],
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
      if (second !== undefined) return usage(lang, 'bad-value', second)
      return { kind: 'report', input: first, as, ...given({ at, from, to }), options }
    case 'notice':
      return { kind: 'notice', brand: first, ...given({ desk }), lang, json }
    case 'corpus': {
      if (!isOneOf(CHOICES.actions, first)) return usage(lang, 'bad-value', first)
      const what = second ?? (first === 'list' ? 'brands' : '')
      if (what === '') return usage(lang, 'no-input', `corpus ${first}`)
      if ((first === 'list' || first === 'rules') && !isOneOf(first === 'list' ? CHOICES.lists : CHOICES.rules, what))
        return usage(lang, 'bad-value', what)
      return { kind: 'corpus', action: first, what, ...given({ out }), lang, json }
    }
    default:
      if (!isOneOf(CHOICES.shells, first)) return usage(lang, 'bad-value', first)
      return { kind: 'completion', shell: first }
  }
}

/** The first option whose value `classify` would refuse. */
function uselessIn(values: { recipient?: string; 'own-domain'?: string[] }): string | undefined {
  const domain = values['own-domain']?.find((one) => !isDomain(one))
  if (domain !== undefined) return `--own-domain ${domain}`
  const { recipient } = values
  return recipient === undefined || isAddress(recipient) ? undefined : `--recipient ${recipient}`
}

const parse = (argv: string[]) => parseArgs({ args: argv, options: OPTIONS, allowPositionals: true, strict: true })

const isOneOf = <T extends string>(choices: readonly T[], value: string): value is T =>
  (choices as readonly string[]).includes(value)

/** Without the keys that were not given. */
const given = <K extends string>(values: Record<K, string | undefined>): Partial<Record<K, string>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Record<K, string>>

const usage = (lang: Language, problem: Problem, what: string): Command => ({ kind: 'usage', lang, problem, what })

function optionIn(error: unknown, argv: string[]): string {
  const named = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1]
  return named ?? argv.find((arg) => arg.startsWith('-')) ?? ''
}
