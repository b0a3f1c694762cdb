import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mboxMessages } from '../../src/cli/mbox.ts'
import { cutMbox, isMbox } from '../../src/cli/separator.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const cut = (text: string, most = 100): string[] => cutMbox(bytesOf(text), most).map(textOf)

const FROM = 'From a@b.example Wed Nov 25 10:00:00 2026'

describe('an mbox in memory', () => {
  const cases: Array<[name: string, text: string, messages: string[]]> = [
    ['one message', `${FROM}\nSubject: x\n\nhi\n`, ['Subject: x\n\nhi\n']],
    [
      'two messages',
      `${FROM}\nSubject: x\n\nhi\n\n${FROM}\nSubject: y\n\n`,
      ['Subject: x\n\nhi\n\n', 'Subject: y\n\n'],
    ],
    ['lines that end in CR LF', `${FROM}\r\nA: x\r\n\r\n${FROM}\r\nA: y\r\n`, ['A: x\r\n\r\n', 'A: y\r\n']],
    ['a separator that no empty line precedes', `${FROM}\nA: x\n\nhi\n${FROM}\n`, [`A: x\n\nhi\n${FROM}\n`]],
    ['running text that begins with From', `${FROM}\nA: x\n\nFrom here on: x\n`, ['A: x\n\nFrom here on: x\n']],
    ['a quoted separator', `${FROM}\nA: x\n\n>${FROM}\n`, [`A: x\n\n>${FROM}\n`]],
    ['a last separator with nothing behind it', `${FROM}\nA: x\n\n${FROM}`, ['A: x\n\n', '']],
  ]
  for (const [name, text, messages] of cases) {
    it(name, () => {
      expect(isMbox(bytesOf(`${text}\n`))).toBe(true)
      expect(cut(text)).toEqual(messages)
    })
  }

  it('is left after as many messages as are asked for', () => {
    expect(cut(`${FROM}\nA: x\n\n`.repeat(5), 2)).toEqual(['A: x\n\n', 'A: x\n\n'])
  })

  it('is cut as the same bytes from a stream are', async () => {
    const line = fc.constantFrom(FROM, '', 'From here', 'A: x', `>${FROM}`, ' ')
    const box = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n')), { maxLength: 24 })
    await fc.assert(
      fc.asyncProperty(box, fc.integer({ min: 1, max: 200 }), async (lines, size) => {
        const bytes = bytesOf(`${FROM}\n${lines.map(([text, end]) => text + end).join('')}`)
        async function* chunks() {
          for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
        }
        const streamed: string[] = []
        for await (const message of mboxMessages(chunks())) streamed.push(textOf(message))
        expect(cutMbox(bytes, 100).map(textOf)).toEqual(streamed)
      }),
    )
  })
})
