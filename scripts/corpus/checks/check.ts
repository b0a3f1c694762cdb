/** What is a named check of the corpus, and how does what it found become messages with places? */
import type { Problem, Text } from '../problem.ts'
import type { SourceFile } from '../source.ts'
import type { Kind } from '../types.ts'

/** Where a value stands: keys and indexes from the top of the file. */
export type Path = Array<string | number>

/** What one check found at one place. */
export interface Finding {
  /** The file; only its name and its places are asked for. */
  source: Pick<SourceFile, 'file' | 'placeOf' | 'keyPlaceOf'>
  path: Path
  /** The key is wrong and not its value. */
  atKey?: boolean
  /** The place itself, where no value stands. */
  place?: { line: number; column: number }
  /** Said instead of the check's id, where one check tells several mistakes apart. */
  code?: string
  /** Said instead of the check's title. */
  message?: Text
  expected?: Text
  example?: string
  found?: string
}

/** One question to the corpus; what it needs to answer is its input. */
export interface Check<Input> {
  /** Stands in every message, in kebab case. */
  id: string
  /** What is wrong when it finds something. */
  title: Text
  /** Its findings are said and fail nothing. */
  isWarning?: true
  run(input: Input): Finding[]
}

/** What checks of files among each other look at. */
export interface FilesInput {
  /** All files that could be read. */
  files: SourceFile[]
  /** Those that were asked for. */
  chosen: SourceFile[]
}

/** Runs checks in their order. */
export function runChecks<Input>(checks: ReadonlyArray<Check<Input>>, input: Input): Problem[] {
  return checks.flatMap((check) => check.run(input).map((finding) => toProblem(check, finding)))
}

function toProblem<Input>({ id, title, isWarning }: Check<Input>, finding: Finding): Problem {
  const { source, path, atKey, place, code = id, message, expected, example, found } = finding
  return {
    file: source.file,
    ...(place ?? (atKey ? source.keyPlaceOf(path) : source.placeOf(path))),
    code,
    ...(isWarning && { isWarning }),
    message: message ?? title,
    ...(expected && { expected }),
    ...(example !== undefined && { example }),
    ...(found !== undefined && { found }),
  }
}

/** A finding in a file that holds no values yet: at its beginning, unless it says where. */
export function fileFinding(file: string, finding: Omit<Finding, 'source' | 'path'>): Finding {
  const start = (): { line: number; column: number } => ({ line: 1, column: 1 })
  return { source: { file, placeOf: start, keyPlaceOf: start }, path: [], ...finding }
}

/** The files of one kind with their data, which the schema has seen. */
export function filesOf<T>(files: SourceFile[], kind: Kind): Array<{ source: SourceFile; data: T }> {
  return files.filter((file) => file.kind === kind).map((source) => ({ source, data: source.data as unknown as T }))
}

/** A string of a file with its place. */
export interface Line {
  path: Path
  text: string
}

/** All strings in the values of some keys of a file, in their order. */
export function linesOf(data: Record<string, unknown>, keys: readonly string[]): Line[] {
  const lines: Line[] = []
  const walk = (value: unknown, path: Path): void => {
    if (typeof value === 'string') lines.push({ path, text: value })
    else if (Array.isArray(value)) for (const [i, item] of value.entries()) walk(item, [...path, i])
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) walk(item, [...path, key])
  }
  for (const key of keys) walk(data[key], [key])
  return lines
}
