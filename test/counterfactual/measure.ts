/** What does the classifier say of the counterfactual mails? */
import { classify } from '../../src/classify.ts'
import type { Label, Verdict } from '../../src/detect/model.ts'
import type { MessageInput } from '../../src/message/model.ts'
import { bytesOf, CHARSETS, carries, encodable, STRUCTURES, TRANSFERS } from './encode.ts'
import { fieldsOf, type Letter } from './letter.ts'
import { htmlOfText, textOfHtml } from './places.ts'
import type { Transformation } from './transforms.ts'

/** One counterfactual mail with its verdict. */
export interface Outcome {
  letter: Letter
  variant: string
  made: Letter
  verdict: Verdict
  /** Verdict of the lure itself, in the same form. */
  base: Verdict
}

export type Judge = (message: MessageInput) => Verdict

export const isFlagged = ({ label }: { label: Label }): boolean => label === 'phishing' || label === 'suspicious'

/** Runs one transformation over letters; a neighbour of another campaign serves where two are needed. */
export function run(transformation: Transformation, letters: Letter[], judge: Judge = classify): Outcome[] {
  const outcomes: Outcome[] = []
  letters.forEach((letter, i) => {
    const next = neighbour(letters, i)
    const own = judge(fieldsOf(letter))
    for (const [variant, made] of Object.entries(transformation.make(letter, next))) {
      if (!made) continue
      const base = transformation.base ? judge(fieldsOf(transformation.base(letter, variant))) : own
      outcomes.push({ letter, variant, made, verdict: judge(fieldsOf(made)), base })
    }
  })
  return outcomes
}

function neighbour(letters: Letter[], i: number): Letter {
  for (let step = 1; step < letters.length; step++) {
    const other = letters[(i + step) % letters.length]!
    // the HTML form of a documented lure is the same lure
    if (other.campaign !== letters[i]!.campaign) return other
  }
  return letters[i]!
}

/** Mean over campaigns of the share of mails for which `is` holds, in percent; 0 for none. */
export function byCampaign(outcomes: Outcome[], is: (o: Outcome) => boolean): number {
  const campaigns = new Map<string, { n: number; yes: number }>()
  for (const o of outcomes) {
    const counts = campaigns.get(o.letter.campaign) ?? { n: 0, yes: 0 }
    campaigns.set(o.letter.campaign, counts)
    counts.n++
    if (is(o)) counts.yes++
  }
  let sum = 0
  for (const { n, yes } of campaigns.values()) sum += yes / n
  return campaigns.size === 0 ? 0 : (100 * sum) / campaigns.size
}

/** One encoding whose verdict is not that of the text it encodes. */
export interface Deviation {
  letter: Letter
  encoding: string
  expected: string
  received: string
}

/** Encodes a letter in every charset, transfer encoding and structure and compares the verdicts. */
export function encodings(letter: Letter, judge: Judge = classify): { tried: number; deviations: Deviation[] } {
  const kept = encodable(letter)
  const forms: Letter = {
    ...kept,
    text: kept.text === '' ? textOfHtml(kept.html) : kept.text,
    html: kept.html === '' ? htmlOfText(kept.text) : kept.html,
  }
  const deviations: Deviation[] = []
  let tried = 0
  for (const structure of STRUCTURES) {
    const asFields = {
      ...forms,
      ...(structure === 'text' && { html: '' }),
      ...(structure === 'html' && { text: '' }),
    }
    const expected = summary(judge(fieldsOf(asFields)))
    for (const charset of CHARSETS)
      for (const transfer of TRANSFERS) {
        if (!carries(charset, transfer)) continue
        tried++
        const received = summary(judge(bytesOf(forms, structure, charset, transfer)))
        if (received !== expected)
          deviations.push({ letter, encoding: `${structure} ${charset} ${transfer}`, expected, received })
      }
  }
  return { tried, deviations }
}

/** Label, brand, lures and codes in one line. */
export function summary(verdict: Verdict): string {
  const codes = verdict.evidence.map((e) => e.code)
  return [verdict.label, verdict.brand?.id ?? '-', verdict.lures.map((l) => l.id).join('+'), codes.join(',')].join(
    ' | ',
  )
}
