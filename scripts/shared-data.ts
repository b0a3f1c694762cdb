/** Where the measurement data lies, when it is there, and how its rows become messages. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { MessageInput } from '../src/message/model.ts'

/** One row of a set. */
export interface Row {
  id: string
  subject: string
  from: string
  body: string
  html: string
  raw_path?: string
  brand?: string
  campaign?: string
  family?: string
}

/** The folder with the measurement data: `LUREBOOK_SHARED`, else `../shared`; undefined when there is none. */
export function sharedFolder(): string | undefined {
  const folder = process.env.LUREBOOK_SHARED ?? resolve(import.meta.dirname, '../../shared')
  return existsSync(join(folder, 'data/dev')) ? folder : undefined
}

/** The sets of a data folder, by name. */
export function readSets(folder: string): Map<string, Row[]> {
  const dev = join(folder, 'data/dev')
  const sets = new Map<string, Row[]>()
  for (const file of readdirSync(dev)
    .filter((f) => f.endsWith('.jsonl'))
    .sort()) {
    const lines = readFileSync(join(dev, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
    sets.set(
      file.slice(0, -6),
      lines.map((line) => JSON.parse(line) as Row),
    )
  }
  return sets
}

/** A row as bytes where it has them, else as fields; `fields` asks for fields always. */
export function messageOf(folder: string, row: Row, fields = false): MessageInput {
  if (row.raw_path && !fields) return new Uint8Array(readFileSync(join(folder, 'data', row.raw_path)))
  return {
    from: row.from || undefined,
    subject: row.subject || undefined,
    text: row.body || undefined,
    html: row.html || undefined,
  }
}

/** Which half of the families a row belongs to: thresholds are tuned on `even` only. */
export function halfOf(row: Row): 'even' | 'odd' {
  return Number(/\d+$/.exec(row.family ?? '')?.[0] ?? 0) % 2 === 0 ? 'even' : 'odd'
}
