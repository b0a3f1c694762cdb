/** How far did an earlier scan come? Its rows stand in the file that `--resume` names; what is missing is added to them. */
import { createReadStream } from 'node:fs'
import { open, truncate } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Label } from '../detect/model.ts'
import type { FailOn } from './args.ts'
import { NO_COUNTS } from './batch.ts'

/** What the rows of an earlier scan say. */
export interface Earlier {
  rows: number
  /** Name of the input of the last row; empty without rows. */
  last: string
  counts: Record<Label, number>
  unread: number
  failed: boolean
}

/**
 * Reads the rows of an earlier scan and cuts off a last line that is not whole, which a killed scan leaves.
 *
 * @param file NDJSON as `scan --ndjson` writes it; it need not exist
 * @param failOn labels that make the scan fail
 * @returns undefined when a line is no such row: the file is something else, and is left as it is
 */
export async function readEarlier(file: string, failOn: FailOn): Promise<Earlier | undefined> {
  const earlier: Earlier = { rows: 0, last: '', counts: { ...NO_COUNTS }, unread: 0, failed: false }
  const handle = await open(file, 'a+')
  const { size } = await handle.stat()
  await handle.close()
  let whole = 0
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })
  for await (const line of lines) {
    const end = whole + Buffer.byteLength(line) + 1
    // the last line lacks its line end: it was being written
    if (end > size) break
    const row = rowOf(line)
    if (!row) return undefined
    whole = end
    earlier.rows++
    earlier.last = row.file
    const label = row.verdict?.label
    if (label === undefined) earlier.unread++
    else earlier.counts[label]++
    if (label === 'phishing' || label === 'suspicious')
      earlier.failed ||= failOn === 'suspicious' || (failOn === 'phishing' && label === 'phishing')
  }
  if (whole < size) await truncate(file, whole)
  return earlier
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
