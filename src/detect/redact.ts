/** How the recipients' addresses are kept out of a verdict. */
import { remember } from '../link/cache.ts'
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
  clean(verdict, forms)
  return verdict
}

/** In place: the verdict was made for this mail alone, and copying it costs more than the search. */
function clean(verdict: Verdict, forms: Form[]): void {
  if (verdict.brand) verdict.brand.name = replaceForms(verdict.brand.name, forms)
  for (const evidence of verdict.evidence) {
    evidence.found = replaceForms(evidence.found, forms)
    if (evidence.expected !== undefined) evidence.expected = replaceForms(evidence.expected, forms)
  }
  for (const link of verdict.links) {
    link.href = replaceForms(link.href, forms)
    link.host = replaceForms(link.host, forms)
    if (link.text !== undefined) link.text = replaceForms(link.text, forms)
  }
  for (const inner of verdict.inner) clean(inner, forms)
}

/** One way to write an address. */
interface Form {
  form: string
  exact: boolean
  /** Where it does not stand in a text, the form does not either; empty where there is none such. */
  sign: '@' | '%' | ''
}

/** Lower-cased forms for case-blind comparison; base64 is compared as written. */
function formsOf(recipients: string[]): Form[] {
  const forms: Form[] = []
  for (const address of recipients) {
    if (address.length >= 6) for (const form of formsOfOne(address)) forms.push(form)
  }
  return forms
}

const formsOfOne = remember((address: string): Form[] => {
  const bytes = new TextEncoder().encode(address)
  let hex = ''
  let binary = ''
  for (const b of bytes) {
    hex += b.toString(16).padStart(2, '0')
    binary += String.fromCharCode(b)
  }
  const base64 = btoa(binary).replace(/=+$/, '')
  const safe = base64.replaceAll('+', '-').replaceAll('/', '_')
  const forms: Form[] = [
    { form: address, exact: false, sign: address.includes('@') ? '@' : '' },
    { form: address.replace('@', '%40'), exact: false, sign: address.includes('@') ? '%' : '' },
    { form: hex, exact: false, sign: '' },
    { form: base64, exact: true, sign: '' },
  ]
  if (safe !== base64) forms.push({ form: safe, exact: true, sign: '' })
  return forms
}, 64)

function replaceForms(text: string, forms: Form[]): string {
  let out = text
  let lower = ''
  for (const { form, exact, sign } of forms) {
    // most evidence is a word or two
    if (out.length < form.length || (sign !== '' && !out.includes(sign))) continue
    if (!exact && lower === '') lower = lowerCase(out)
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
    lower = ''
  }
  return out.length < CUT_UNITS ? out : withoutCutForm(out, forms)
}

/** What is quoted was cut at 200 code units or more; a shorter text has its end. */
const CUT_UNITS = 190
/** So much of an address at a cut gives it away. */
const TELLING_UNITS = 6

/** An address that a cut has left the head of: `…taro@client.exa`. */
function withoutCutForm(text: string, forms: Form[]): string {
  for (const { form, exact } of forms) {
    const tail = exact ? text.slice(-form.length) : lowerCase(text.slice(-form.length))
    for (let units = Math.min(form.length, tail.length); units >= TELLING_UNITS; units--)
      if (tail.endsWith(form.slice(0, units))) return text.slice(0, text.length - units) + MARK
  }
  return text
}
