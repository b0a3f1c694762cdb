/** Do the public stages keep their promises on inputs that nobody would think of? */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extractLinks } from '../../src/link/find.ts'
import { inspectLink } from '../../src/link/inspect.ts'
import { decodeBytes } from '../../src/message/charset.ts'
import { parseMessage } from '../../src/message/message.ts'
import { foldText } from '../../src/text/fold.ts'
import { visibleText } from '../../src/text/html.ts'
import { limits, mailBytes, mailText, pageText } from './inputs.ts'

const RUNS = { numRuns: 500 }

describe('extractLinks', () => {
  test('gives links in order, without overlap, each of them the text at its place', () => {
    fc.assert(
      fc.property(mailText, (text) => {
        let last = 0
        for (const { raw, start, end } of extractLinks(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(start, end)).toBe(raw)
          last = end
        }
      }),
      RUNS,
    )
  })

  test('gives no more links than the cap', () => {
    fc.assert(
      fc.property(mailText, limits, (text, caps) => {
        expect(extractLinks(text, caps).length).toBeLessThanOrEqual(caps.links ?? Number.POSITIVE_INFINITY)
      }),
      RUNS,
    )
  })
})

describe('inspectLink', () => {
  test('says the same of what it made of a URL', () => {
    fc.assert(
      fc.property(fc.oneof(mailText, fc.webUrl()), (url) => {
        const { host, registrableDomain, unicodeHost } = inspectLink(url)
        expect(host).toBe(host.toLowerCase())
        expect(`.${host}`.endsWith(registrableDomain)).toBe(true)
        expect(typeof unicodeHost).toBe('string')
      }),
      RUNS,
    )
  })
})

describe('visibleText', () => {
  test('gives places inside its text, whatever the caps', () => {
    fc.assert(
      fc.property(pageText, limits, (html, caps) => {
        const { text, links, hidden, quotes } = visibleText(html, caps)
        for (const { start, end } of [...links, ...quotes]) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
        for (const { at } of hidden) expect(at).toBeLessThanOrEqual(text.length)
        for (const link of links) if (link.kind === 'a') expect(text.slice(link.start, link.end)).toBe(link.text)
      }),
      RUNS,
    )
  })

  test('never shows more than what stands in the HTML', () => {
    fc.assert(
      fc.property(pageText, (html) => {
        // a line end or a tab for a tag is the most that is added; a reference gives at most two units for three
        expect(visibleText(html).text.length).toBeLessThanOrEqual(html.length * 2)
      }),
      RUNS,
    )
  })
})

describe('parseMessage', () => {
  test('reads any bytes under any caps, the same each time', () => {
    fc.assert(
      fc.property(mailBytes, limits, (bytes, caps) => {
        const message = parseMessage(bytes, caps)
        expect(parseMessage(bytes, caps)).toEqual(message)
        expect(message.text.length).toBeLessThanOrEqual(caps.textUnits ?? Number.POSITIVE_INFINITY)
        expect(message.html.length).toBeLessThanOrEqual(caps.htmlUnits ?? Number.POSITIVE_INFINITY)
        expect(message.inner.length).toBeLessThanOrEqual(caps.innerMessages ?? Number.POSITIVE_INFINITY)
      }),
      RUNS,
    )
  })

  test('does not change the bytes it is given', () => {
    fc.assert(
      fc.property(mailBytes, (bytes) => {
        const before = bytes.slice()
        parseMessage(bytes)
        expect(bytes).toEqual(before)
      }),
      RUNS,
    )
  })

  test('reads a view into a larger buffer as it reads a copy', () => {
    fc.assert(
      fc.property(mailBytes, (bytes) => {
        const larger = new Uint8Array(bytes.length + 20).fill(0x41)
        larger.set(bytes, 10)
        expect(parseMessage(larger.subarray(10, 10 + bytes.length))).toEqual(parseMessage(bytes))
      }),
      RUNS,
    )
  })
})

describe('decodeBytes', () => {
  test('counts the U+FFFD it writes, and writes no lone surrogate', () => {
    fc.assert(
      fc.property(
        mailBytes,
        fc.constantFrom(undefined, 'iso-2022-jp', 'euc-jp', 'x', 'utf-7', 'gb18030'),
        (b, label) => {
          const { text, charset, notes } = decodeBytes(b, label)
          expect(charset).toBe(notes[0]?.used)
          expect(notes[0]?.replaced).toBeGreaterThanOrEqual(0)
          // it throws on a lone surrogate
          expect(() => encodeURIComponent(text)).not.toThrow()
        },
      ),
      RUNS,
    )
  })
})

describe('foldText', () => {
  test('maps every unit to a place inside the text, in order', () => {
    fc.assert(
      fc.property(mailText, (text) => {
        const { folded, map } = foldText(text)
        expect(map.length).toBe(folded.length + 1)
        expect(map[folded.length]).toBe(text.length)
        for (let i = 1; i < map.length; i++) expect(map[i]!).toBeGreaterThanOrEqual(map[i - 1]!)
        expect(foldText(folded).folded).toBe(folded)
      }),
      RUNS,
    )
  })
})
