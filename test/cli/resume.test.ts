import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoMails } from '../../scripts/demo-mails.ts'
import { main } from '../../src/cli/main.ts'

let folder = ''
const at = (name: string) => join(folder, name)
const MBOX = demoMails()
  .map(({ bytes }) => `From a@b.example Mon Nov 23 10:00:00 2026\n${Buffer.from(bytes).toString('latin1')}\n\n`)
  .join('')

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lurebook-resume-'))
  writeFileSync(at('archive.mbox'), MBOX, 'latin1')
  writeFileSync(at('one.eml'), demoMails()[0]!.bytes)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function scan(...args: string[]) {
  let out = ''
  let err = ''
  const code = await main(['scan', '--lang', 'en', ...args], {
    stdin: (async function* () {})(),
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    env: {},
    isTerminal: false,
  })
  return { code, out, err }
}

describe('a scan that was stopped', () => {
  it('goes on behind the last whole row, and ends as if it had never stopped', async () => {
    const whole = await scan(at('archive.mbox'), '--resume', at('rows.ndjson'))
    expect(whole.out).toContain('9 messages: phishing 8, quoted (a warning or report) 1')
    const rows = readFileSync(at('rows.ndjson'), 'utf8')
    expect(rows.trimEnd().split('\n')).toHaveLength(9)
    for (const cut of [0, 10, Math.floor(rows.length / 2), rows.length - 3, rows.length]) {
      writeFileSync(at('rows.ndjson'), Buffer.from(rows).subarray(0, cut))
      expect(await scan(at('archive.mbox'), '--resume', at('rows.ndjson'))).toEqual(whole)
      expect(readFileSync(at('rows.ndjson'), 'utf8')).toBe(rows)
    }
  })

  it('refuses the rows of other inputs and leaves them as they are', async () => {
    await scan(at('archive.mbox'), '--resume', at('rows.ndjson'))
    const rows = readFileSync(at('rows.ndjson'), 'utf8')
    const { code, err } = await scan(at('one.eml'), '--resume', at('rows.ndjson'))
    expect([code, err]).toEqual([
      2,
      `lurebook: --resume ${at('rows.ndjson')}: holds the rows of other inputs; nothing was added\n`,
    ])
    expect(readFileSync(at('rows.ndjson'), 'utf8')).toBe(rows)
  })

  it('refuses a file that is something else and leaves it as it is', async () => {
    writeFileSync(at('notes.txt'), 'buy milk\n')
    const { code, err } = await scan(at('one.eml'), '--resume', at('notes.txt'))
    expect([code, err]).toEqual([
      2,
      `lurebook: --resume ${at('notes.txt')}: is no file with rows of scan, or cannot be written\n`,
    ])
    expect(readFileSync(at('notes.txt'), 'utf8')).toBe('buy milk\n')
  })
})
