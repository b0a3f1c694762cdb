/** What an explanation is made of: the shape of a language's tables, and what `explain` gives. */
import type { EvidenceCode, Group, Label } from '../detect/model.ts'

/** Language of an explanation. */
export type Language = 'ja' | 'en'

/** Who reads it: someone at a support desk (every finding, in technical words) or the person who received the mail (three short lines). */
export type Audience = 'agent' | 'customer'

/** One reason. */
export interface Reason {
  code: EvidenceCode
  /** One sentence. */
  text: string
  /** The words or the defanged link it rests on, on one line; absent when the finding is about the mail as a whole. */
  quote?: string
}

/** A verdict in words. */
export interface Explanation {
  /** One sentence: what this mail is thought to be. */
  title: string
  /** The strongest of each group of findings first, then the rest. */
  reasons: Reason[]
  /** What to do now, one line each; for a customer at most three. */
  advice: string[]
}

/** Sentences of one label. Slots: `{brand}`, and in `notice` also `{url}`. */
export interface LabelText {
  title: string
  /** The title when no brand is claimed. */
  titleWithoutBrand: string
  advice: string[]
}

/**
 * One language. Slots in sentences: `{brand}` the claimed brand, `{pretext}` the pretext's title, `{lure}` a lure's id.
 * The records name every code, group and label, so that the type checker proves the table complete.
 */
export interface LanguageTable {
  codes: Record<EvidenceCode, string>
  /** The brand's own domain, put right behind a code's sentence. Slot: `{expected}`. */
  expected: string
  /** A customer reads one sentence a group; the codes' own sentences are for the desk. */
  customerGroups: Record<Group, string>
  /** Codes whose group sentence would tell a customer something untrue. */
  customerCodes: Partial<Record<EvidenceCode, string>>
  labels: Record<Audience, Record<Label, LabelText>>
  /** Title when a forwarded or attached message decided. Slot: `{title}`. */
  inner: string
  /** Where the brand itself warns of such mail. Slots: `{brand}`, `{url}`. */
  notice: string
  /** Stands for `{brand}` when no brand is known. */
  someBrand: string
  /** Stands for `{pretext}` when the corpus does not know the id. */
  somePretext: string
}
