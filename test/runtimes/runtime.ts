/** What is a runtime to the comparison: a name, a version, and a way to put the cases to the built package in it. */
import type { Answers } from './suite.ts'

export interface Runtime {
  name: string
  /** Whether the package finds iconv-lite there. */
  codec: boolean
  /** Starts the runtime, puts the cases to it and ends it. */
  answer(work: Work): Promise<Answered>
}

/** What the runtimes work on. */
export interface Work {
  /** Folder in which `lurebook` resolves to the built package; a runtime writes its files here. */
  app: string
  /** The cases, as JSON: a file, and its text. */
  casesFile: string
  cases: string
}

export interface Answered {
  version: string
  answers: Answers
}

/** A runtime that is not on this machine; the message says why. */
export class Missing extends Error {}

/** Milliseconds after which a runtime is given up. */
export const PATIENCE = 60_000

/** The outcome of `work`, or an error when it takes longer than that. */
export function withinPatience<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE / 1000} s`)), PATIENCE)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
