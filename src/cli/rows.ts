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

  /** What to write before the rows of a batch. */
  before(rows: number, made: Settings['format']): string {
    if (made !== 'array' || rows === 0) return ''
    const isFirst = this.written === 0
    this.written += rows
    return isFirst ? '[\n' : ',\n'
  }

  /** What to write behind the last row. */
  end(): string {
    if (this.format !== 'json') return ''
    return this.written > 0 ? '\n]\n' : this.single ? '' : '[]\n'
  }
}
