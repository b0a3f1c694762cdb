/** What must hold for the verdict of any input whatever? Shared by the property tests, the fuzzer and its kept inputs. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import Ajv from 'ajv'
import { classify } from '../../src/classify.ts'
import type { ClassifyOptions, Field, Span, Verdict } from '../../src/detect/model.ts'
import type { Limits } from '../../src/limits.ts'
import { extractLinks } from '../../src/link/find.ts'
import { parseMessage } from '../../src/message/message.ts'
import type { Message, MessageInput } from '../../src/message/model.ts'
import { visibleText } from '../../src/text/html.ts'

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../schema/verdict.schema.json'), 'utf8'))
const isValid = new Ajv({ strict: true }).compile(schema)

/** Addresses shorter than this are not redacted: they are too likely to be a part of something else. */
const REDACTED_UNITS = 6

/**
 * Classifies an input and checks all that must hold: no throw, plain JSON, the same again, spans inside their fields,
 * the schema, no recipient in evidence.
 *
 * @returns one sentence for each broken promise; empty when all is well
 */
export function problemsOf(input: MessageInput, options: ClassifyOptions = {}): string[] {
  try {
    const verdict = classify(input, options)
    const problems: string[] = []
    const json = JSON.stringify(verdict)
    if (!isDeepStrictEqual(JSON.parse(json), verdict)) problems.push('the verdict is not plain JSON')
    if (JSON.stringify(classify(input, options)) !== json) problems.push('a second run gives another verdict')
    if (!isValid(verdict)) problems.push(`not valid: ${JSON.stringify(isValid.errors?.[0])}`)
    const message = parseMessage(input, options.limits)
    checkSpans(verdict, message, options.limits ?? {}, problems)
    const recipients = recipientsOf(message, options)
    checkRedaction(verdict, recipients, problems)
    return [...problems, ...messageProblems(message, options.limits ?? {})]
  } catch (error) {
    return [`throws ${error instanceof Error ? error.stack : String(error)}`]
  }
}

/** Milliseconds of work that this process has done: what other processes do meanwhile does not count. */
export function workTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The work of the shortest of up to three runs, in milliseconds. */
export function timeOf(input: MessageInput, options: ClassifyOptions, enough: number): number {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < 3 && best > enough; i++) {
    const start = workTime()
    classify(input, options)
    best = Math.min(best, workTime() - start)
  }
  return best
}

/**
 * Milliseconds of work that an input of so many bytes may take: some ten times what it takes at worst, as caches are
 * cold and garbage is collected meanwhile. This finds what hangs or is quadratic; test/hostile measures.
 */
export function allowedTime(bytes: number): number {
  return 300 + bytes * 0.0003
}

function messageProblems(message: Message, limits: Partial<Limits>): string[] {
  const problems: string[] = []
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(message)), message)) problems.push('the message is not plain JSON')
  const { forward } = message
  const shown = message.html === '' ? '' : visibleText(message.html, limits).text
  if (forward && forward.start > (forward.field === 'text' ? message.text : shown).length)
    problems.push('a forward begins behind its field')
  for (const text of [message.text, shown]) {
    let last = 0
    for (const link of extractLinks(text)) {
      if (link.start < last || link.end <= link.start || link.end > text.length)
        problems.push(`a link at ${link.start}-${link.end} after ${last}, of ${text.length}`)
      if (text.slice(link.start, link.end) !== link.raw) problems.push(`a link that is not its own text: ${link.raw}`)
      last = link.end
    }
  }
  return problems
}

/** Every span of a verdict and of its inner ones lies in its field. */
function checkSpans(verdict: Verdict, message: Message, limits: Partial<Limits>, problems: string[]): void {
  const lengths: Record<Field, number> = {
    subject: message.subject.length,
    from: message.fromText.length,
    text: message.text.length,
    html: message.html === '' ? 0 : visibleText(message.html, limits).text.length,
  }
  const check = (what: string, span: Span | undefined): void => {
    if (!span) return
    const { field, start, end } = span
    const inside = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end
    if (!inside || end > lengths[field]) problems.push(`${what}: ${field} ${start}-${end} of ${lengths[field]}`)
    if (span.inner) problems.push(`${what}: an inner path where none belongs`)
  }
  for (const e of verdict.evidence) {
    check(e.code, e.span)
    if (e.span && e.field !== e.span.field) problems.push(`${e.code}: field ${e.field}, span in ${e.span.field}`)
  }
  for (const lure of verdict.lures) for (const span of lure.passages) check(lure.id, span)
  verdict.inner.forEach((inner, i) => {
    const of = message.inner[i]
    if (of) checkSpans(inner, of, limits, problems)
    else problems.push('an inner verdict without a message')
  })
}

/** Whom a mail was delivered to, as far as its own fields say. */
function recipientsOf(message: Message, options: ClassifyOptions): string[] {
  const found = message.to.slice(0, 10).map((box) => box.address)
  if (options.recipient) found.push(options.recipient)
  return found.filter((a) => a.includes('@') && a.length >= REDACTED_UNITS).map(lower)
}

const lower = (text: string): string => text.replace(/[A-Z]/g, (c) => c.toLowerCase())

function checkRedaction(verdict: Verdict, recipients: string[], problems: string[]): void {
  const { evidence, links, brand } = verdict
  const said = [
    ...evidence.flatMap((e) => [e.found, e.expected ?? '']),
    ...links.flatMap((l) => [l.href, l.text ?? '', l.host]),
    brand?.name ?? '',
  ].map(lower)
  for (const recipient of recipients) {
    for (const form of [recipient, recipient.replace('@', '%40')]) {
      const leak = said.find((s) => s.includes(form))
      if (leak !== undefined) problems.push(`the recipient ${form} stands in ${leak}`)
    }
  }
}
