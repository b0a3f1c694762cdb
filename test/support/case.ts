/** One row of a table of mails: which evidence a mail must give, and which it must not. */
import { classify } from '../../src/classify.ts'
import type { ClassifyOptions, Evidence, EvidenceCode } from '../../src/detect/model.ts'
import type { MessageInput } from '../../src/message/model.ts'

/** A mail and the evidence codes it must and must not have. */
export interface Case {
  /** A sentence. */
  name: string
  mail: MessageInput
  options?: ClassifyOptions
  has?: EvidenceCode[]
  lacks?: EvidenceCode[]
}

/** The evidence of a case's mail. */
export function evidenceOf({ mail, options }: Pick<Case, 'mail' | 'options'>): Evidence[] {
  return classify(mail, options).evidence
}

/** Which of the codes that a case speaks of its mail has, in the case's order. */
export function shownOf(row: Case): EvidenceCode[] {
  const codes = new Set(evidenceOf(row).map((e) => e.code))
  return [...(row.has ?? []), ...(row.lacks ?? [])].filter((code) => codes.has(code))
}

/** A raw UTF-8 message of header lines and a body. */
export function rawMail(heads: string[], body: string, type = 'text/plain'): Uint8Array {
  const lines = [...heads, `Content-Type: ${type}; charset=utf-8`, 'Content-Transfer-Encoding: 8bit', '', body]
  return new TextEncoder().encode(lines.join('\r\n'))
}

/** A header field's value as an encoded-word. */
export function word(text: string): string {
  return `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`
}
