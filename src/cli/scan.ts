/** How does `lurebook scan` go from inputs to a report and an exit code? */
import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Label } from '../detect/model.ts'
import type { Options } from './args.ts'
import { type Item, NO_COUNTS, type Settings } from './batch.ts'
import type { Input } from './inputs.ts'
import type { Io } from './main.ts'
import { inOrder } from './ordered.ts'
import { drawProgress } from './progress.ts'
import { NOTHING, readEarlier, Unfinished } from './resume.ts'
import { Rows } from './rows.ts'
import { BEFORE_POOL, runnerOf } from './runner.ts'
import { hasColours } from './terminal.ts'
import { WORDS } from './words.ts'

/** Widest report when the output is no terminal. */
const PLAIN_COLUMNS = 100
/** A batch is sent when it has so many mails or bytes: some ten milliseconds of work, which dwarf the sending. */
const BATCH_MAILS = 32
const BATCH_BYTES = 1 << 19

/**
 * Scans the inputs and prints as it goes.
 *
 * @returns 0 nothing found or quoted, 1 something to fail on, 2 an input could not be read; 1 wins over 2
 */
export async function scan(inputs: string[], options: Options, io: Io): Promise<number> {
  const { lang, resume } = options
  const words = WORDS[lang]
  const single = inputs.length === 1 && resume === undefined && !(await isFolder(inputs[0]!))
  const earlier = resume === undefined ? NOTHING : await readEarlier(resume, options.failOn).catch(() => undefined)
  if (!earlier) {
    io.err(`lurebook: ${words.cannotResume(resume ?? '')}\n`)
    return 2
  }
  const rows = new Rows(resume === undefined ? options.format : 'ndjson', single)
  const settings: Settings = {
    ...options,
    format: rows.format === 'text' ? 'text' : rows.format === 'ndjson' ? 'lines' : single ? 'whole' : 'array',
    width: io.columns ?? PLAIN_COLUMNS,
    colours: hasColours(io.isTerminal, io.env),
    many: !single,
  }
  const file = resume === undefined ? undefined : createWriteStream(resume, { flags: 'a' })
  const progress = io.progress ? drawProgress(io.err, await bytesOf(inputs), words) : undefined
  const runner = runnerOf(options.workers ?? io.workers ?? 0, io.startPool)
  const source = new Unfinished(inputs, io.stdin, earlier)
  const sum = { ...earlier, counts: { ...earlier.counts } }
  let mails = earlier.rows
  const run = async (batch: Batch) => {
    const of = settingsFor(batch, settings)
    return { ...(await runner.run(batch.items, of)), bytes: batch.bytes, format: of.format }
  }
  try {
    for await (const done of inOrder(batches(source.inputs()), runner.width, run)) {
      for (const { name, problem, detail } of done.unread)
        io.err(`lurebook: ${name}: ${words.cannotRead[problem]}${detail ? ` (${detail})` : ''}\n`)
      for (const label of LABELS) sum.counts[label] += done.counts[label]
      sum.unread += done.unread.length
      sum.failed ||= done.failed
      mails += done.rows
      source.bytes += done.bytes
      if (file) await written(file, done.text)
      else if (done.rows > 0) {
        const before = rows.before(done.rows, done.format)
        if (before !== '') io.out(before)
        io.out(done.text)
        await io.drained?.()
      }
      progress?.at(mails, source.bytes)
    }
  } finally {
    progress?.end()
    await runner.close()
    if (file) await new Promise<void>((resolve) => file.end(resolve))
  }
  if (source.isOther) {
    io.err(`lurebook: ${words.otherInputs(resume ?? '')}\n`)
    return 2
  }
  io.out(rows.end())
  const seen = LABELS.filter((label) => sum.counts[label] > 0)
  const total = seen.reduce((n, label) => n + sum.counts[label], 0)
  if ((rows.format === 'text' && total > 1) || resume !== undefined) {
    io.out(`${words.total(total, seen.map((label) => `${words.labels[label]} ${sum.counts[label]}`).join(', '))}\n`)
    if (sum.counts.none > 0) io.out(`${words.none}\n`)
  }
  return sum.failed ? 1 : sum.unread > 0 ? 2 : 0
}

const LABELS = Object.keys(NO_COUNTS) as Label[]

interface Batch {
  items: Item[]
  bytes: number
  /** Of an mbox: it is known for one when it is opened, and its messages are rows, even a lone one. */
  many: boolean
}

/** Inputs in batches; the first of a file or folder go out at once, so that a lone mail waits for nothing. */
async function* batches(source: AsyncIterable<Input>): AsyncGenerator<Batch> {
  let batch: Batch = { items: [], bytes: 0, many: false }
  let seen = 0
  for await (const input of source) {
    batch.items.push(input)
    if ('bytes' in input) {
      batch.bytes += input.bytes.length
      batch.many ||= input.many === true
    }
    if (++seen > BEFORE_POOL && batch.items.length < BATCH_MAILS && batch.bytes < BATCH_BYTES) continue
    yield batch
    batch = { items: [], bytes: 0, many: false }
  }
  if (batch.items.length > 0) yield batch
}

function settingsFor(batch: Batch, settings: Settings): Settings {
  if (!batch.many || settings.many) return settings
  return { ...settings, many: true, format: settings.format === 'whole' ? 'array' : settings.format }
}

/** Waits when the disk is slower than the scan. */
async function written(file: WriteStream, text: string | Uint8Array): Promise<void> {
  if (!file.write(text)) await once(file, 'drain')
}

async function isFolder(path: string): Promise<boolean> {
  if (path === '-') return false
  const found = await stat(path).catch(() => undefined)
  return found?.isDirectory() ?? false
}

/** Bytes of all inputs; 0 when one of them is standard input or a folder. */
async function bytesOf(inputs: string[]): Promise<number> {
  let sum = 0
  for (const input of inputs) {
    const found = input === '-' ? undefined : await stat(input).catch(() => undefined)
    if (!found?.isFile()) return 0
    sum += found.size
  }
  return sum
}
