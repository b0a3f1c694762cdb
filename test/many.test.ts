import { describe, expect, it } from 'vitest'
import { demoMails } from '../scripts/demo-mails.ts'
import { classify, classifyMany } from '../src/index.ts'

const MAILS = demoMails().map(({ bytes }) => bytes)

async function all(messages: Parameters<typeof classifyMany>[0], options = {}) {
  const verdicts = []
  for await (const verdict of classifyMany(messages, options)) verdicts.push(verdict)
  return verdicts
}

describe('the mails of an archive', () => {
  it('have the verdicts that they have one by one, in their order', async () => {
    expect(await all(MAILS)).toEqual(MAILS.map((mail) => classify(mail)))
  })

  it('may come from a stream', async () => {
    const stream = (async function* () {
      yield* MAILS
    })()
    expect((await all(stream)).map((v) => v.label)).toEqual([...Array(8).fill('phishing'), 'quoted'])
  })

  it('are counted', async () => {
    const seen: number[] = []
    await all(MAILS, { onProgress: (done: number) => seen.push(done) })
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('stop at the signal, between two of them', async () => {
    const controller = new AbortController()
    const labels: string[] = []
    const run = async () => {
      for await (const { label } of classifyMany(MAILS, { signal: controller.signal })) {
        labels.push(label)
        if (labels.length === 3) controller.abort(new Error('enough'))
      }
    }
    await expect(run()).rejects.toThrow('enough')
    expect(labels).toHaveLength(3)
  })

  it('are read no faster than their verdicts are taken', async () => {
    let read = 0
    const source = (function* () {
      for (const mail of MAILS) {
        read++
        yield mail
      }
    })()
    const verdicts = classifyMany(source)
    await verdicts.next()
    await verdicts.next()
    expect(read).toBe(2)
  })

  it('leave the event loop its turn', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    await all(Array.from({ length: 640 }, () => 'hello'))
    clearInterval(timer)
    expect(turns).toBeGreaterThan(2)
  })

  it.each([
    ['a message that is none', [MAILS[0], 7], {}, 'message'],
    ['an option that is none', [], { onprogress: 1 }, 'options.onprogress'],
    ['a progress that is no function', [], { onProgress: 1 }, 'options.onProgress'],
  ])('refuse %s', async (_, messages, options, named) => {
    await expect(all(messages as never, options)).rejects.toThrow(named)
  })
})
