/** The public face of lurebook: what `import ... from 'lurebook'` gives. Re-exports only; read classify.ts for what happens. */

export { classify, createClassifier } from './classify.ts'
export { CorpusError, type CorpusErrorCode } from './corpus/errors.ts'
export type { Corpus } from './corpus/model.ts'
export type {
  ClassifyOptions,
  Evidence,
  EvidenceCode,
  Field,
  Group,
  Label,
  Link,
  Relation,
  Skipped,
  Span,
  Verdict,
} from './detect/model.ts'
export { LIMITS, type LimitHit, type Limits } from './limits.ts'
export { extractLinks, type FoundLink } from './link/find.ts'
export { type Deception, type InspectedLink, inspectLink, type LinkCode, type LinkContext } from './link/inspect.ts'
export { classifyMany, type ManyOptions } from './many.ts'
export { type Decoded, decodeBytes } from './message/charset.ts'
export { parseMessage } from './message/message.ts'
export type {
  Attachment,
  DecodeNote,
  DecodeReason,
  ForwardMark,
  Header,
  Mailbox,
  MailboxInput,
  Message,
  MessageFields,
  MessageInput,
} from './message/model.ts'
export { foldText } from './text/fold.ts'
export { type HiddenText, type Hiding, type HtmlLink, type VisibleText, visibleText } from './text/html.ts'
