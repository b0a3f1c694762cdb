/** Which lures are there to transform? Those of the repository always, the measurement mails where they are present. */

import { halfOf, messageOf, readSets, sharedFolder } from '../../scripts/shared-data.ts'
import { builtinCorpus } from '../../src/corpus/builtin.ts'
import { foldText } from '../../src/text/fold.ts'
import { kagoyaLures } from '../support/kagoya-lures.ts'
import { type Letter, letterOf } from './letter.ts'

/** The documented lures of the corpus: each text as plain text and as HTML. */
export function fixtureLetters(): Letter[] {
  return kagoyaLures().flatMap(({ id, sample, draft }) => {
    const lines = (link: string) => draft.lines.map((line) => line.replace('@LINK@', link))
    const base = {
      id: `${id}-${sample}`,
      campaign: `${id}-${sample}`,
      half: 'fixture' as const,
      brand: 'kagoya',
      from: draft.from,
      replyTo: '',
      to: draft.to,
      subject: draft.subject,
    }
    const anchor = `<a href="${draft.link}">${draft.call}</a>`
    return [
      { ...base, text: lines(draft.link).join('\n'), html: '' },
      { ...base, id: `${base.id}-html`, text: '', html: `<html><body>${lines(anchor).join('<br>\n')}</body></html>` },
    ]
  })
}

/** The phishing mails of the measurement data; empty where there is none. */
export function measuredLetters(): Letter[] {
  const folder = sharedFolder()
  if (folder === undefined) return []
  const rows = readSets(folder).get('phish_ja') ?? []
  return rows.map((row) => {
    const known = { id: row.id, campaign: row.campaign ?? row.id, half: halfOf(row) }
    const letter = letterOf(messageOf(folder, row), { ...known, brand: brandIdOf(row.brand ?? '') })
    // where a mail names two brands, the display name says which one speaks
    return { ...letter, brand: brandIdOf(letter.from.name) || letter.brand }
  })
}

const ids = new Map<string, string>()

/** The corpus id of a brand by the name that a measurement row gives; empty when the corpus has none. */
export function brandIdOf(label: string): string {
  if (ids.size === 0) {
    for (const { id, names } of builtinCorpus().brands)
      for (const name of [...names.ja, ...names.en, ...names.aliases]) {
        const folded = foldText(name).folded
        if (!ids.has(folded)) ids.set(folded, id)
      }
  }
  for (const part of [label, ...label.split('/').reverse()]) {
    const id = ids.get(foldText(part).folded)
    if (id !== undefined) return id
  }
  return ''
}
