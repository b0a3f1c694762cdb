/** Which real mails does the fuzzer start from? The committed ones, and those of the measurement data where it is there. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { fixtures } from '../../test/compare/fixtures.ts'
import { CASES } from '../../test/hostile/cases.ts'
import { FORMS } from '../../test/support/build-mail.ts'
import { demoMails } from '../demo-mails.ts'
import { messageOf, readSets, sharedFolder } from '../shared-data.ts'

/** A mail to start from. */
export interface Seed {
  name: string
  bytes: Uint8Array
  /** Whether a failing input made from it may be kept as a fixture. */
  committed: boolean
}

const ROOT = join(import.meta.dirname, '../..')

/** Hostile mails are taken at a scale at which they still cost next to nothing. */
const HOSTILE_SCALE = 0.001

/** Where the lures of the corpus are sent; the link is one of each kind that they used. */
const LINKS = ['https://kagoya.jp.mail-quota.example/?uid=user@customer.example', 'http://192.0.2.7/www.amazon.co.jp/']

interface Lure {
  brand: string
  senders?: string[]
  samples?: Array<{ subject?: string; text: string }>
  legitimate?: Array<{ subject?: string; text: string }>
}

/** All seeds; the order is that of file names, so a run with the same seed number is the same. */
export function readSeeds(): Seed[] {
  return [...lureSeeds(), ...fixtureSeeds(), ...hostileSeeds(), ...sharedSeeds()]
}

/** Every sample of every lure, in each form of test/support/build-mail.ts by turns. */
function lureSeeds(): Seed[] {
  const seeds: Seed[] = demoMails().map(({ name, bytes }) => ({ name, bytes, committed: true }))
  const forms = Object.entries(FORMS)
  const root = join(ROOT, 'corpus/lures')
  let turn = 0
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!file.endsWith('.yaml')) continue
    const lure = parse(readFileSync(join(root, file), 'utf8')) as Lure
    for (const sample of [...(lure.samples ?? []), ...(lure.legitimate ?? [])]) {
      for (let i = 0; i < 2; i++) {
        const [form, build] = forms[turn++ % forms.length]!
        const bytes = build({
          from: { name: lure.senders?.[0]?.replace(/<.*/, '').trim() ?? lure.brand, address: 'info@mail.example' },
          to: 'user@customer.example',
          subject: sample.subject ?? lure.brand,
          lines: [...sample.text.split('\n'), '@LINK@'],
          link: LINKS[turn % LINKS.length]!,
          call: 'こちらからログイン',
        })
        seeds.push({ name: `${file} as ${form}`, bytes, committed: true })
      }
    }
  }
  return seeds
}

function fixtureSeeds(): Seed[] {
  const seeds: Seed[] = fixtures.map(({ name, mail }) => ({
    name,
    bytes: new Uint8Array(Buffer.from(mail.replaceAll('\n', '\r\n'), 'latin1')),
    committed: true,
  }))
  const folder = join(ROOT, 'test/mails')
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.(eml|txt|bin)$/.test(file))
      seeds.push({ name: file, bytes: new Uint8Array(readFileSync(join(folder, file))), committed: true })
  }
  return seeds
}

function hostileSeeds(): Seed[] {
  const seeds: Seed[] = []
  for (const { name, build } of CASES) {
    const input = build(HOSTILE_SCALE)
    if (input instanceof Uint8Array) seeds.push({ name, bytes: input, committed: true })
  }
  return seeds
}

function sharedSeeds(): Seed[] {
  const folder = sharedFolder()
  if (folder === undefined) return []
  const seeds: Seed[] = []
  for (const [set, rows] of readSets(folder)) {
    for (const row of rows) {
      const input = row.raw_path ? messageOf(folder, row) : undefined
      if (input instanceof Uint8Array) seeds.push({ name: `${set}/${row.id}`, bytes: input, committed: false })
    }
  }
  return seeds
}
