/** What does the command do with its command line? Everything but the process: arguments and streams in, an exit code out. */
import { version } from '../../package.json'
import { builtin } from '../corpus/builtin.ts'
import { readArgs } from './args.ts'
import { completionScript } from './completion.ts'
import { corpusCommand } from './corpus.ts'
import { explainInputs } from './explain.ts'
import { HELP } from './help.ts'
import type { Source } from './inputs.ts'
import { notice } from './notice.ts'
import { readOwnCorpus } from './own-corpus.ts'
import type { Pool } from './pool.ts'
import { report } from './report-command.ts'
import { scan } from './scan.ts'
import { WORDS } from './words.ts'

/** What the command touches of the world, so that a test can stand in for it. */
export interface Io {
  stdin: Source
  /** Text, or the bytes of an ARF report. */
  out: (text: string | Uint8Array) => void
  err: (text: string) => void
  env: Record<string, string | undefined>
  /** Whether standard output is a terminal: colours only there. */
  isTerminal: boolean
  /** The moment of the run, for reports; default the clock. */
  now?: Date
  /** Threads that `scan` uses when the user names no number; default none. */
  workers?: number
  /** Starts threads. */
  startPool?: (workers: number) => Promise<Pool>
  /** Waits until what was written is taken. */
  drained?: () => Promise<void>
  /** Whether to draw progress on standard error, a terminal. */
  progress?: boolean
  /** Columns of the terminal; absent when the output is none. */
  columns?: number
}

/**
 * Runs one command line.
 *
 * @param argv the arguments after `lurebook`
 * @returns the exit code: 0, 1 (flagged) or 2 (not read, or wrong usage)
 */
export async function main(argv: string[], io: Io): Promise<number> {
  const command = readArgs(argv, io.env)
  const options = 'options' in command ? command.options : 'corpus' in command ? command : undefined
  if (options?.corpus !== undefined) {
    const read = readOwnCorpus(options.corpus, options.lang)
    if ('problems' in read) {
      for (const problem of read.problems) io.err(`lurebook: ${problem}\n`)
      return 2
    }
  }
  switch (command.kind) {
    case 'help':
      io.out(HELP[command.lang])
      return 0
    case 'version': {
      const corpus = builtin()
      io.out(`lurebook ${version} (corpus ${corpus.version} ${corpus.digest})\n`)
      return 0
    }
    case 'usage': {
      const { lang, problem, what, expected } = command
      const words = WORDS[lang]
      const hint =
        expected === undefined ? '' : typeof expected === 'string' ? words.expected[expected] : words.oneOf(expected)
      io.err(`lurebook: ${words.problems[problem](what)}${hint}\n${words.seeHelp}\n`)
      return 2
    }
    case 'scan':
      return scan(command.inputs, command.options, io)
    case 'explain':
      return explainInputs(command, io)
    case 'report':
      return report(command, io)
    case 'notice':
      return notice(command, io)
    case 'corpus':
      return corpusCommand(command, io)
    case 'completion':
      io.out(completionScript(command.shell))
      return 0
  }
}
