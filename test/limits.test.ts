/** Does each cap hold, as default and as option, and does the outermost verdict tell of what nobody read further in? */
import { describe, expect, it } from 'vitest'
import { classify } from '../src/index.ts'
import { FORMS } from './support/build-mail.ts'
import { kagoyaLures } from './support/kagoya-lures.ts'

const { draft, id } = kagoyaLures()[0]!
const LURE = Buffer.from(FORMS['UTF-8 text, base64']!(draft)).toString('latin1')
const NOTE = 'From: <a@b.example>\r\nSubject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n'

/** A mail with messages attached, as a binary string; no boundary is that of a mail inside. */
function carrying(...inner: string[]): string {
  const boundary = `b${inner.join('').length}`
  const parts = inner.map((message) => `--${boundary}\r\nContent-Type: message/rfc822\r\n\r\n${message}\r\n`)
  return `From: <a@b.example>\r\nSubject: Fwd\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n${parts.join('')}--${boundary}--\r\n`
}
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
const utf8 = (text: string): string => Buffer.from(text).toString('latin1')
const FILLER = utf8('カゴヤのお知らせです。'.repeat(30_000))

describe('a cap that is given as option', () => {
  const URL = `https://h.example/${'a'.repeat(60)}/kagoya.jp/`
  it.each([
    ['is looked at whole', {}, [], ['link-brand-domain-in-path']],
    ['is cut where urlUnits says', { urlUnits: 40 }, [{ limit: 'urlUnits', where: 'link', cap: 40 }], []],
  ])('a long URL %s', (_, limits, hits, deceptions) => {
    const verdict = classify({ text: `カゴヤ ${URL}` }, { limits })
    expect(verdict.limits).toEqual(hits)
    expect(verdict.links[0]!.deceptions).toEqual(deceptions)
  })
})

describe('what is nested too deep to be judged is told in the verdict of the whole mail', () => {
  const FORWARD = '-----Original Message-----\nFrom: a@b.example\nSubject: x\n\n'
  it.each([
    ['attached', bytes(carrying(carrying(carrying(carrying(LURE))))), 'inner 1.1.1, part 1'],
    [
      'attached to the second of two',
      bytes(carrying(`${NOTE}x`, carrying(carrying(carrying(LURE))))),
      'inner 2.1.1, part 1',
    ],
    ['forwarded in the text', { text: `${FORWARD.repeat(4)}x` }, 'inner 1.1.1, text'],
  ])('%s', (_, mail, where) => {
    const verdict = classify(mail)
    expect(verdict.label).toBe('none')
    expect(verdict.limits).toEqual([{ limit: 'innerDepth', where, cap: 3 }])
  })

  it('and nothing is told of one that is judged', () => {
    const verdict = classify(bytes(carrying(carrying(carrying(LURE)))))
    expect([verdict.label, verdict.limits]).toEqual(['phishing', []])
  })

  it('so is the message after the twentieth', () => {
    const verdict = classify(bytes(carrying(carrying(...Array.from({ length: 20 }, () => `${NOTE}x`)))))
    expect(verdict.limits).toEqual([{ limit: 'innerMessages', where: 'inner 1, message', cap: 20 }])
  })
})

describe('the messages inside a mail share what one message may cost', () => {
  const stuffed = Array.from({ length: 6 }, () => NOTE + FILLER)
  it('so that the text of twenty at their caps is not read twenty times', () => {
    const verdict = classify(bytes(carrying(...stuffed)))
    const hit = { limit: 'matchUnits', where: 'inner messages together', cap: 1_000_000 }
    expect(verdict.limits).toEqual([hit])
    expect(verdict.inner.map(({ limits }) => limits)).toEqual([[], [], [], [hit], [hit], [hit]])
  })

  it('and the links of twenty are not all inspected', () => {
    const links = (n: number) =>
      NOTE + Array.from({ length: 900 }, (_, i) => `https://h${n}x${i}.example/`).join('\r\n')
    const verdict = classify(bytes(carrying(links(1), links(2), links(3), links(4))))
    const hit = { limit: 'links', where: 'inner messages together', cap: 2000 }
    expect(verdict.limits).toEqual([hit])
    expect(verdict.inner.map(({ limits }) => limits.filter(({ where }) => where !== 'verdict'))).toEqual([
      [],
      [],
      [hit],
      [hit],
    ])
  })

  it('and yet no stuffed message hides the lure behind it', () => {
    const verdict = classify(bytes(carrying(...stuffed, LURE)))
    expect([verdict.label, verdict.inner.at(-1)?.lures[0]?.id]).toEqual(['phishing', id])
  })

  it('and one that is long by itself is read as if it came alone', () => {
    const long = bytes(NOTE + utf8('カゴヤのお知らせです。'.repeat(110_000)))
    const own = classify(long).limits
    expect(own).toEqual([{ limit: 'matchUnits', where: 'text', cap: 500_000 }])
    const verdict = classify(bytes(carrying(Buffer.from(long).toString('latin1'))))
    expect([verdict.limits, verdict.inner[0]!.limits]).toEqual([[], own])
  })

  it('and what the outer message says takes nothing from them', () => {
    const outer = carrying(LURE).replace('\r\n\r\n', `\r\n\r\n--b${LURE.length}\r\n\r\n${FILLER}\r\n`)
    expect(classify(bytes(outer)).inner[0]!.limits).toEqual([])
  })
})
