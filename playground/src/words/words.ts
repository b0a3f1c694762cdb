/** What does the page say, apart from the library's own sentences? One shape for both languages. */
import type { DecodeReason, HiddenText, Label, LimitHit, Relation, Skipped } from '../../../src/index.ts'
import type { EvidenceKind } from '../kind.ts'
import type { FileProblem } from '../read-file.ts'
import type { SampleName } from '../samples.ts'

export interface Words {
  title: string
  tagline: string
  skip: string
  language: string
  themes: { toLight: string; toDark: string }
  privacy: string
  input: InputWords
  welcome: { heading: string; points: Array<{ title: string; text: string }> }
  list: ListWords
  verdict: VerdictWords
  mail: MailWords
  findings: FindingWords
  links: LinkWords
  hidden: { heading: string; note: string; how: Record<HiddenText['how'], string>; more: (n: string) => string }
  inner: { heading: string; title: (n: number) => string; untitled: string }
  replies: ReplyWords
  reading: ReadingWords
  json: { heading: string; note: string; cut: (n: string) => string }
  footer: string[]
  /** How numbers are written. */
  number: (n: number) => string
}

/** Which mail? */
export interface InputWords {
  heading: string
  label: string
  placeholder: string
  hint: string
  judge: string
  choose: string
  clear: string
  samples: string
  sample: Record<SampleName, string>
  reading: string
  tooLong: (units: string) => string
  withLinks: string
  nothing: string
  problems: Record<FileProblem, string>
  failed: string
}

/** Several mails. */
export interface ListWords {
  heading: (n: string) => string
  reading: (done: string, all: string) => string
  untitled: string
  unsigned: string
}

/** The label, and what to do. */
export interface VerdictWords {
  labels: Record<Label, string>
  /** One character in the stamp. */
  stamps: Record<Label, string>
  announce: (label: string, title: string) => string
  brand: string
  lures: string
  lure: (id: string, similarity: string) => string
  score: string
  scoreNote: string
  reasons: string
  advice: string
  noText: string
  atLimits: string
}

/** The mail as it was read. */
export interface MailWords {
  heading: string
  how: string
  fields: Record<'from' | 'subject' | 'text' | 'html', string>
  empty: string
  marks: (n: number) => string
  omitted: (units: string) => string
  invisible: (name: string) => string
  kinds: Record<EvidenceKind, string>
}

/** What was found. */
export interface FindingWords {
  heading: string
  none: string
  found: string
  expected: string
  /** In place of `expected` where a documented lure is named. */
  documented: string
  toMail: (n: number) => string
  more: (n: number) => string
  number: (n: number) => string
}

export interface LinkWords {
  heading: string
  none: string
  note: string
  relations: Record<Relation, string>
  quoted: string
  shown: string
  noHost: string
  more: (n: string) => string
}

/** What to tell people. */
export interface ReplyWords {
  heading: string
  customer: string
  agent: string
  reasons: string
  advice: string
  copy: string
  copied: string
  copyFailed: string
}

/** How the mail was read. */
export interface ReadingWords {
  heading: string
  decoded: string
  where: Record<string, string>
  part: (n: string) => string
  columns: { where: string; declared: string; used: string; why: string }
  undeclared: string
  replaced: (n: string) => string
  reasons: Record<DecodeReason, string>
  nothingDecoded: string
  skipped: string
  whys: Record<Skipped['why'], string>
  limits: string
  caps: Record<Exclude<LimitHit['limit'], 'unreadable'>, string>
  atCap: (what: string, where: string, cap: string) => string
  /** The library's hints, which are in English. */
  hints: Record<string, string>
  attachments: string
  bytes: (n: string) => string
  took: (ms: string) => string
  corpus: string
}
