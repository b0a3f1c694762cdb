/** Which numbers does the bench give? Plain data: what the tables on the terminal and docs/benchmarks.md are made from. */
import type { Machine } from './machine.ts'

/** The classes of mails that are measured apart. */
export type Size = 'small' | 'medium' | 'large'

/** One reader on the mails of one size. */
export interface SpeedRow {
  size: Size
  /** How many mails, and their bytes together. */
  mails: number
  bytes: number
  who: string
  /** Sum over mails of median times, in that sum of postal-mime; the same of the fastest times. */
  ratio: number
  fastest: number
  /** The ratio of whole rounds: a tenth of them lie below, a tenth above. */
  p10: number
  p90: number
  perSecond: number
  megabytesPerSecond: number
  p50: number
  p99: number
}

/** Time of one stage: microseconds a mail, and times postal-mime. */
export interface StageRow {
  stage: string
  microseconds: number
  ratio: number
}

/** A corpus of so many lures. */
export interface LureRow {
  lures: number
  microseconds: number
  /** Times the time with the fewest lures. */
  ratio: number
  /** Milliseconds: JSON.parse and compileCorpus. */
  parse: number
  compile: number
  /** Megabytes of the parsed and the compiled corpus together. */
  megabytes: number
}

/** Mails of one kind and size: milliseconds a mail, of `classify` and of one TextDecoder pass over its bytes. */
export interface SizeRow {
  kind: string
  kilobytes: number
  classify: number
  decode: number
}

/** Milliseconds of a process. */
export interface ColdRow {
  what: string
  median: number
  fastest: number
  /** The same over bare node. */
  over: number
  fastestOver: number
}

/** A bundle or a part of it: kilobytes, minified and compressed. */
export interface BundleRow {
  what: string
  min?: number
  gz: number
}

/** `lurebook scan` of one archive with so many workers. */
export interface ScanRow {
  workers: number
  mails: number
  /** The fastest of several runs, seconds. */
  seconds: number
  /** One worker's time in this one. */
  gain: number
}

/** Resident memory of a process while it reads mail after mail. */
export interface MemoryRow {
  what: string
  mails: number
  seconds: number
  /** Megabytes at equal steps, and the most there ever was. */
  megabytes: number[]
  most: number
}

/** A daemon beside the library, on the same mails in one run. */
export interface PeerRow {
  who: string
  perSecond: number
  p50: number
  p99: number
}

/** The worst of the hostile mails. */
export interface HostileResult {
  cases: number
  milliseconds: number
  megabytes: number
  exponent: number
  failed: number
}

/** All that was measured; a part that was never measured is absent. */
export interface Results {
  machine: Machine
  speed?: { rows: SpeedRow[]; rounds: number; peakMegabytes: number }
  stages?: Partial<Record<Size, StageRow[]>>
  lures?: LureRow[]
  sizes?: SizeRow[]
  cold?: ColdRow[]
  bundles?: { targets: BundleRow[]; parts: BundleRow[] }
  scan?: ScanRow[]
  memory?: MemoryRow[]
  peers?: PeerRow[]
  hostile?: HostileResult
}
