/** What is wrong with a corpus file, said so that a contributor can mend it. */
import type { CorpusErrorCode } from '../../src/corpus/errors.ts'

/** One thing that is wrong. */
export interface Problem {
  /** Path of the file from the repository's root. */
  file: string
  /** From 1. */
  line: number
  column: number
  code: CorpusErrorCode
  message: string
  /** What would be right, with an example. */
  expected?: string
  /** What stands there instead, shortened. */
  found?: string
}

/** `file:line:column code message`, then what was expected and found. */
export function formatProblem({ file, line, column, code, message, expected, found }: Problem): string {
  const lines = [`${file}:${line}:${column} ${code} ${message}`]
  if (expected !== undefined) lines.push(`  expected: ${expected}`)
  if (found !== undefined) lines.push(`  found:    ${found}`)
  return lines.join('\n')
}

/** A value as a message may show it. */
export function shorten(value: unknown, most = 60): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > most ? `${text.slice(0, most)}...` : text
}
