/** How the recipients' addresses are kept out of a verdict. */
import { lowerCase } from '../text/lower.ts'
import type { Verdict } from './model.ts'

/** What stands for a redacted address. */
const MARK = '●●●'

/**
 * Replaces the recipients' addresses, plain, percent-encoded, in base64 and in hex, in all strings of a verdict's
 * evidence, links and brand name, its inner verdicts' too.
 */
export function redact(verdict: Verdict, recipients: string[]): Verdict {
  const forms = formsOf(recipients)
  if (forms.length === 0) return verdict
  return cleaned(verdict, (text) => replaceForms(text, forms))
}

function cleaned(verdict: Verdict, clean: (text: string) => string): Verdict {
  const { brand } = verdict
  return {
    ...verdict,
    ...(brand && { brand: { ...brand, name: clean(brand.name) } }),
    evidence: verdict.evidence.map((e) => ({
      ...e,
      found: clean(e.found),
      ...(e.expected !== undefined && { expected: clean(e.expected) }),
    })),
    links: verdict.links.map((l) => ({
      ...l,
      href: clean(l.href),
      host: clean(l.host),
      ...(l.text !== undefined && { text: clean(l.text) }),
    })),
    inner: verdict.inner.map((inner) => cleaned(inner, clean)),
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
  let lower = lowerCase(text)
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
    lower = lowerCase(out)
  }
  return out.length < CUT_UNITS ? out : withoutCutForm(out, forms)
}

/** What is quoted was cut at 200 code units or more; a shorter text has its end. */
const CUT_UNITS = 190
/** So much of an address at a cut gives it away. */
const TELLING_UNITS = 6

/** An address that a cut has left the head of: `…taro@client.exa`. */
function withoutCutForm(text: string, forms: Array<{ form: string; exact: boolean }>): string {
  for (const { form, exact } of forms) {
    const tail = exact ? text.slice(-form.length) : lowerCase(text.slice(-form.length))
    for (let units = Math.min(form.length, tail.length); units >= TELLING_UNITS; units--)
      if (tail.endsWith(form.slice(0, units))) return text.slice(0, text.length - units) + MARK
  }
  return text
}
