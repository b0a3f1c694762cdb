/** How do the rows of a scan follow one another on the output? */
import type { Options } from './args.ts'
import type { Settings } from './batch.ts'

/** Rows as text: lines, or the elements of one array, which is written as it grows: it may be larger than memory. */
export class Rows {
  private written = 0

  constructor(
    readonly format: Options['format'],
    /** The user named one file: when it is no archive, its verdict stands alone. */
    private readonly single: boolean,
  ) {}

  /** What to write for the rows of a batch. */
  join(rows: string[], made: Settings['format']): string {
    if (made !== 'rows') return rows.join('')
    if (this.format === 'ndjson') return rows.map((row) => `${row}\n`).join('')
    return rows.map((row) => `${this.written++ === 0 ? '[\n' : ',\n'}${row}`).join('')
  }

  /** What to write behind the last row. */
  end(): string {
    if (this.format !== 'json') return ''
    return this.written > 0 ? '\n]\n' : this.single ? '' : '[]\n'
  }
}
