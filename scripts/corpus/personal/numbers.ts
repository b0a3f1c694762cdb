/** Which numbers and tokens of a text could say who somebody is? */
import type { Span, SpanKind } from './spans.ts'

/** Quantifiers are bounded and neighbours differ, so each place costs a bounded number of steps. */
const FORMS: Array<[SpanKind, RegExp]> = [
  ['address', /[\w.+'=-]{1,64}[@＠][\w.-]{1,253}/g],
  ['telephone', /(?<![\d-])(?:\+\d{1,3}[- ]?)?\(?\d{2,5}\)?[-‐－ー ]\d{1,4}[-‐－ー ]\d{3,4}(?![\d-])/g],
  ['postal', /〒 ?\d{3}[-‐－]\d{4}[^\n]{0,80}/g],
  ['ip', /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g],
  ['number', /(?<!\d)\d{7,}(?!\d)/g],
]
/** Characters of a token. */
const TOKEN = /[A-Za-z0-9+/_=-]{6,}/g

/** Numbers written for nobody: all zeros or nines, RFC 5737's addresses, 127.0.0.1. */
const isMadeUp = (kind: SpanKind, text: string): boolean => {
  if (kind === 'ip') return /^(?:192\.0\.2|198\.51\.100|203\.0\.113|127\.0\.0|0\.0\.0)\./.test(text)
  if (kind !== 'telephone' && kind !== 'number') return false
  const digits = text.replace(/\D/g, '')
  return /^(?:0{2,3})?0*(?:0+|9+|1234567890?)$/.test(digits) || /^0\d{1,3}0{6,}$/.test(digits)
}

/** Addresses, telephone numbers, postal codes with what follows, IP addresses and long numbers. */
export function numberSpans(text: string): Span[] {
  return FORMS.flatMap(([kind, form]) =>
    [...text.matchAll(form)]
      .filter(([found]) => !isMadeUp(kind, found))
      .map(({ 0: found, index }) => ({ start: index, end: index + found.length, kind })),
  )
}

/**
 * Runs that nobody can read: letters and digits mixed, or letters of both cases without a word in them.
 *
 * @param fewest characters of a run
 */
export function tokenSpans(text: string, fewest: number): Span[] {
  return [...text.matchAll(TOKEN)]
    .filter(([run]) => run.length >= fewest && isToken(run))
    .map(({ 0: run, index }) => ({ start: index, end: index + run.length, kind: 'token' }))
}

function isToken(run: string): boolean {
  const letters = run.replace(/[^A-Za-z]/g, '')
  const digits = run.replace(/\D/g, '')
  if (letters.length >= 2 && digits.length >= 2) return true
  // aGVsbG8gd29ybGQ: small and capital letters change places often
  const changes = letters.match(/[a-z][A-Z]|[A-Z]{2,}[a-z]/g)?.length ?? 0
  return letters.length >= 12 && changes >= 3
}
