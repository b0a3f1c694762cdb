/** What did the user ask for? The command line as typed options, or what was wrong with it. */
import { parseArgs } from 'node:util'
import type { Language } from '../explain/index.ts'
import { languageOf } from './language.ts'

/** From which label on `scan` exits with 1. */
export type FailOn = 'phishing' | 'suspicious' | 'never'

export interface Options {
  lang: Language
  format: 'text' | 'json' | 'ndjson'
  failOn: FailOn
  trustedAuthserv: string[]
  ownDomains: string[]
}

export type Command =
  | { kind: 'scan'; inputs: string[]; options: Options }
  | { kind: 'help'; lang: Language }
  | { kind: 'version' }
  /** `what` names the part of the command line that is wrong. */
  | { kind: 'usage'; lang: Language; problem: Problem; what: string }

export type Problem = 'no-command' | 'unknown-command' | 'unknown-option' | 'bad-value' | 'no-input'

const FAIL_ON: readonly string[] = ['phishing', 'suspicious', 'never'] satisfies FailOn[]

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  ndjson: { type: 'boolean' },
  'fail-on': { type: 'string' },
  'trusted-authserv': { type: 'string', multiple: true },
  'own-domain': { type: 'string', multiple: true },
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
  if (!isFailOn(failOn)) return usage(lang, 'bad-value', `--fail-on ${failOn}`)

  const [command, ...inputs] = positionals
  if (command === undefined) return usage(lang, 'no-command', '')
  if (command === 'help') return { kind: 'help', lang }
  if (command !== 'scan') return usage(lang, 'unknown-command', command)
  if (inputs.length === 0) return usage(lang, 'no-input', 'scan')
  const options: Options = {
    lang,
    format: values.ndjson ? 'ndjson' : values.json ? 'json' : 'text',
    failOn,
    trustedAuthserv: values['trusted-authserv'] ?? [],
    ownDomains: values['own-domain'] ?? [],
  }
  return { kind: 'scan', inputs, options }
}

const parse = (argv: string[]) => parseArgs({ args: argv, options: OPTIONS, allowPositionals: true, strict: true })

const isFailOn = (value: string): value is FailOn => FAIL_ON.includes(value)

const usage = (lang: Language, problem: Problem, what: string): Command => ({ kind: 'usage', lang, problem, what })

function optionIn(error: unknown, argv: string[]): string {
  const named = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1]
  return named ?? argv.find((arg) => arg.startsWith('-')) ?? ''
}
