/** Which message does the label of a verdict come from: the mail itself, or one that it forwards or attaches? */
import type { Verdict } from './model.ts'

/**
 * The verdict that the label comes from: the message's own, or that of the forwarded message that decided.
 *
 * @param verdict what `classify` returned
 * @returns `verdict` itself where `decidedBy` is `own`
 * @example decidingVerdict(classify(forward)).brand?.name
 */
export function decidingVerdict(verdict: Verdict): Verdict {
  let at = verdict
  while (at.decidedBy === 'inner') {
    const { inner, label } = at
    // A report that carries a phish is itself at most `suspicious`, so no inner label may equal its own.
    const next = inner.find((v) => v.label === label) ?? [...inner].sort((a, b) => b.score - a.score)[0]
    if (!next) break
    at = next
  }
  return at
}
