/** How the recipients' addresses are kept out of a verdict. */
import type { Verdict } from './model.ts'

/** What stands for a redacted address. */
const MARK = '●●●'

/**
 * Replaces the recipients' addresses, plain, percent-encoded, in base64 and in hex, in all strings of a verdict's
 * evidence and links.
 */
export function redact(verdict: Verdict, recipients: string[]): Verdict {
  const forms = formsOf(recipients)
  if (forms.length === 0) return verdict
  const clean = (text: string) => replaceForms(text, forms)
  return {
    ...verdict,
    evidence: verdict.evidence.map((e) => ({
      ...e,
      found: clean(e.found),
      ...(e.expected !== undefined && { expected: clean(e.expected) }),
    })),
    links: verdict.links.map((l) => ({
      ...l,
      href: clean(l.href),
      ...(l.text !== undefined && { text: clean(l.text) }),
    })),
  }
}

/** Lower-cased forms for case-blind comparison; base64 is compared as written. */
function formsOf(recipients: string[]): Array<{ form: string; exact: boolean }> {
  const forms: Array<{ form: string; exact: boolean }> = []
  for (const address of recipients) {
    if (address.length < 6) continue
    forms.push({ form: address, exact: false }, { form: address.replace('@', '%40'), exact: false })
    const bytes = new TextEncoder().encode(address)
    let hex = ''
    let binary = ''
    for (const b of bytes) {
      hex += b.toString(16).padStart(2, '0')
      binary += String.fromCharCode(b)
    }
    const base64 = btoa(binary).replace(/=+$/, '')
    forms.push(
      { form: hex, exact: false },
      { form: base64, exact: true },
      { form: base64.replaceAll('+', '-').replaceAll('/', '_'), exact: true },
    )
  }
  return forms
}

function replaceForms(text: string, forms: Array<{ form: string; exact: boolean }>): string {
  let out = text
  let lower = text.toLowerCase()
  for (const { form, exact } of forms) {
    let at = (exact ? out : lower).indexOf(form)
    if (at < 0) continue
    let result = ''
    let from = 0
    while (at >= 0) {
      result += out.slice(from, at) + MARK
      from = at + form.length
      at = (exact ? out : lower).indexOf(form, from)
    }
    out = result + out.slice(from)
    lower = out.toLowerCase()
  }
  return out
}
