/** How far did an earlier scan come? Its rows stand in the file that `--resume` names; what is missing is added to them. */
import { createReadStream } from 'node:fs'
import { open, truncate } from 'node:fs/promises'
import type { Label } from '../detect/model.ts'
import type { FailOn } from './args.ts'
import { failsOn, NO_COUNTS } from './batch.ts'
import { type Input, readInputs, type Source } from './inputs.ts'

/** What the rows of an earlier scan say. */
export interface Earlier {
  rows: number
  /** Name of the input of the last row; empty without rows. */
  last: string
  counts: Record<Label, number>
  unread: number
  failed: boolean
}

/** No earlier scan. */
export const NOTHING: Earlier = { rows: 0, last: '', counts: { ...NO_COUNTS }, unread: 0, failed: false }

/**
 * Reads the rows of an earlier scan and cuts off a last line that is not whole, which a killed scan leaves.
 *
 * @param file NDJSON as `scan --ndjson` writes it; it need not exist
 * @param failOn labels that make the scan fail
 * @returns undefined when a line is no such row: the file is something else, and is left as it is
 */
export async function readEarlier(file: string, failOn: FailOn): Promise<Earlier | undefined> {
  const earlier: Earlier = { ...NOTHING, counts: { ...NO_COUNTS } }
  const handle = await open(file, 'a+')
  const { size } = await handle.stat()
  await handle.close()
  let whole = 0
  for await (const line of wholeLines(file)) {
    const row = rowOf(line.toString())
    if (!row) return undefined
    whole += line.length + 1
    earlier.rows++
    earlier.last = row.file
    const label = row.verdict?.label
    if (label === undefined) {
      earlier.unread++
      continue
    }
    earlier.counts[label]++
    earlier.failed ||= failsOn(failOn, label)
  }
  // what is there is cut only when its rows are ours: the first line of other files is no row
  if (whole === 0 && size > 0 && !(await startsLikeRow(file))) return undefined
  if (whole < size) await truncate(file, whole)
  return earlier
}

/** The inputs behind those that an earlier scan has rows of. */
export class Unfinished {
  /** Bytes that are done. */
  bytes = 0
  /** The rows of the earlier scan are of other inputs. */
  isOther = false

  constructor(
    private readonly paths: string[],
    private readonly stdin: Source,
    private readonly earlier: Earlier,
  ) {}

  async *inputs(): AsyncGenerator<Input> {
    const { rows, last } = this.earlier
    let n = 0
    for await (const input of readInputs(this.paths, this.stdin)) {
      n++
      if (n > rows) yield input
      else if ('bytes' in input) this.bytes += input.bytes.length
      this.isOther = n === rows && input.name !== last
      if (this.isOther) return
    }
    this.isOther = n < rows
  }
}

/** Lines that have their line end, as bytes: JSON may hold U+2028, which readers of lines take for one. */
async function* wholeLines(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    let block = Buffer.concat([rest, chunk as Buffer])
    for (let end = block.indexOf(0x0a); end >= 0; end = block.indexOf(0x0a)) {
      yield block.subarray(0, end)
      block = block.subarray(end + 1)
    }
    rest = block
  }
}

/** A first line that is not whole: the head of a row, however short? */
async function startsLikeRow(file: string): Promise<boolean> {
  const head = '{"file":'
  const handle = await open(file)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(head.length), 0, head.length, 0)
  await handle.close()
  return head.startsWith(buffer.toString('latin1', 0, bytesRead))
}

function rowOf(line: string): { file: string; verdict?: { label: Label } } | undefined {
  try {
    const row = JSON.parse(line)
    if (typeof row?.file !== 'string') return undefined
    return row.verdict === undefined || Object.hasOwn(NO_COUNTS, row.verdict?.label) ? row : undefined
  } catch {
    return undefined
  }
}
