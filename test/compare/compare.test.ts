import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { bytes } from '../message/helpers.ts'
import { fixtures } from './fixtures.ts'
import { known } from './known.ts'
import { FIELDS, type Peer, type Readings, readAll } from './readings.ts'
import { reasons } from './reasons.ts'

const PEERS: Peer[] = ['postal-mime', 'mailparser']

function differences(readings: Readings): Partial<Record<Peer, string[]>> {
  const found: Partial<Record<Peer, string[]>> = {}
  for (const peer of PEERS) {
    const fields = FIELDS.filter((field) => readings.ours[field] !== readings.peers[peer][field])
    if (fields.length > 0) found[peer] = fields
  }
  return found
}

describe.each(fixtures)('a mail with $name', ({ name, mail, reads }) => {
  const read = readAll(bytes(name.startsWith('LF alone') ? mail : mail.replaceAll('\n', '\r\n')))

  test('is read as a person reads it', async () => {
    const { message, ours } = await read
    const files = message.attachments.map((file) => file.filename)
    const from = `${message.from?.name} <${message.from?.address}>`.trim()
    expect({ ...ours, from, files, inner: message.inner[0]?.subject }).toMatchObject(reads)
  })

  test('differs from the other parsers where and only where the list says so', async () => {
    expect(differences(await read)).toEqual(known[name]?.differs ?? {})
  })
})

test('every entry of the list belongs to a fixture', () => {
  const names = fixtures.map((fixture) => fixture.name)
  expect(Object.keys(known).filter((name) => !names.includes(name))).toEqual([])
})

const shared = process.env.LUREBOOK_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url))
const raw = `${shared}/data/dev/raw`

if (existsSync(raw)) {
  test('real mails differ from the other parsers only for the listed reasons', { timeout: 120_000 }, async () => {
    const counts = new Map<string, number>()
    const unexplained: string[] = []
    const files = readdirSync(raw, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.eml'))
    for (const file of files) {
      const readings = await readAll(new Uint8Array(readFileSync(`${raw}/${file}`)))
      for (const peer of PEERS) {
        for (const field of FIELDS) {
          const one = { field, peer, ours: readings.ours[field], theirs: readings.peers[peer][field], readings }
          if (one.ours === one.theirs) continue
          const reason = reasons.find((candidate) => candidate.explains(one))
          const key = `${peer} ${field}: ${reason?.id}`
          counts.set(key, (counts.get(key) ?? 0) + 1)
          if (reason === undefined) unexplained.push(`${file} ${peer} ${field}`)
        }
      }
    }
    expect(unexplained).toEqual([])
    expect(files.length).toBeGreaterThan(0)
    if (process.env.LUREBOOK_COMPARE_TABLE)
      console.log(
        [...counts]
          .sort()
          .map(([key, count]) => `${count} ${key}`)
          .join('\n'),
      )
  })
}
