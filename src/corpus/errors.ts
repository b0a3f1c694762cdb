/** What can be wrong with a corpus, and where? */

/** Kinds of corpus errors; a closed list. */
export type CorpusErrorCode =
  /** Another schema major, or none. */
  | 'schema'
  /** A value of the wrong type, or not among the allowed ones. */
  | 'type'
  /** A required key is missing. */
  | 'missing'
  /** A key that no corpus file has. */
  | 'unknown-key'
  /** A key stands twice. */
  | 'duplicate-key'
  /** `__proto__`, `constructor` or `prototype` as a key, or an object with a prototype of its own. */
  | 'prototype-key'
  /** An id that stands twice. */
  | 'duplicate-id'
  /** An id that is not the file's path. */
  | 'path-is-id'
  /** An id that refers to nothing. */
  | 'reference'
  /** A slot that does not exist or may not stand there. */
  | 'slot'
  /** Text that is too short or too long, or a list with too many entries. */
  | 'length'
  /** A fingerprint that cannot be read. */
  | 'fingerprint'
  /** A domain that is not registrable, or that two brands claim. */
  | 'domain'
  /** Invisible or undecodable characters. */
  | 'invisible'
  /** A YAML feature that corpus files may not use, or a syntax error. */
  | 'yaml'

/**
 * A corpus that cannot be used.
 *
 * @example
 * try {
 *   compileCorpus(JSON.parse(text))
 * } catch (error) {
 *   if (error instanceof CorpusError) console.error(error.code, error.path)
 * }
 */
export class CorpusError extends Error {
  override readonly name = 'CorpusError'
  readonly code: CorpusErrorCode
  /** Where: `brands[3].names.ja[0]`, or a file's path. */
  readonly path: string
  /** Line of the file, from 1, when the corpus came from files. */
  declare readonly line?: number
  /** Column of the line, from 1. */
  declare readonly column?: number

  /** Made by the library alone; code and place are put into the message. */
  constructor(code: CorpusErrorCode, path: string, message: string, place?: { line: number; column: number }) {
    super(`${path}${place ? `:${place.line}:${place.column}` : ''}: ${message} (${code})`)
    this.code = code
    this.path = path
    if (place) {
      this.line = place.line
      this.column = place.column
    }
  }
}
