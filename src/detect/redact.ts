/** How are the recipients' addresses kept out of a verdict? */

import { MIN_ADDRESS } from '../link/victim.ts'
import { type Forms, formsOf } from '../link/victim-forms.ts'
import { CUT_UNITS, hideAddresses } from './hide-addresses.ts'
import type { Verdict } from './model.ts'

/**
 * Replaces the recipients' addresses, plain, percent-escaped, in base64 and in hex, with `=` for the at-sign and without
 * their plus tag, in all strings of a verdict's evidence, links, decoding and brand name, its inner verdicts' too.
 *
 * @param victims the addresses, as written
 */
export function redact(verdict: Verdict, victims: string[]): Verdict {
  const addresses = withUntagged(victims).filter((address) => address.length >= MIN_ADDRESS)
  if (addresses.length > 0) {
    const forms = addresses.map(formsOf)
    // most evidence is a word or two; no form is shorter than its address
    clean(verdict, forms, Math.min(CUT_UNITS, ...forms.map(({ plain }) => plain[0]!.length)))
  }
  return verdict
}

/** `taro+shop@client.example` is delivered to `taro@client.example` (RFC 5233): who knows the one knows the other. */
function withUntagged(addresses: string[]): string[] {
  const all = new Set(addresses)
  for (const address of addresses) {
    const plus = address.indexOf('+')
    const at = address.lastIndexOf('@')
    if (plus > 0 && plus < at) all.add(address.slice(0, plus) + address.slice(at))
  }
  return [...all]
}

/** In place: the verdict was made for this mail alone, and copying it costs more than the search. Shorter texts hold no address. */
function clean(verdict: Verdict, forms: Forms[], units: number): void {
  if (verdict.brand && verdict.brand.name.length >= units) verdict.brand.name = hideAddresses(verdict.brand.name, forms)
  for (const evidence of verdict.evidence) {
    if (evidence.found.length >= units) evidence.found = hideAddresses(evidence.found, forms)
    if (evidence.expected !== undefined && evidence.expected.length >= units)
      evidence.expected = hideAddresses(evidence.expected, forms)
  }
  for (const link of verdict.links) {
    if (link.href.length >= units) link.href = hideAddresses(link.href, forms)
    if (link.host.length >= units) link.host = hideAddresses(link.host, forms)
    if (link.text !== undefined && link.text.length >= units) link.text = hideAddresses(link.text, forms)
  }
  // the notes are the message's, which its caller may keep
  if (verdict.decoding.some(({ declared }) => declared !== undefined && declared.length >= units))
    verdict.decoding = verdict.decoding.map((note) =>
      note.declared === undefined ? note : { ...note, declared: hideAddresses(note.declared, forms) },
    )
  for (const inner of verdict.inner) clean(inner, forms, units)
}
