/** How far is the scan? One line on the terminal, drawn over itself. */
import type { Words } from './words.ts'

/** Redrawing more often would cost more than reading a small mail. */
const EVERY_MS = 200
const BAR = 24

/** A progress line; `end` removes it. */
export interface Progress {
  /** Mails and bytes that are done. */
  at(mails: number, bytes: number): void
  end(): void
}

/**
 * Draws a progress line.
 *
 * @param write where to, a terminal
 * @param total bytes of all inputs; 0 where it is not known (standard input, folders), then there is no bar
 * @param words of the language
 * @param clock milliseconds, for the rate
 */
export function drawProgress(
  write: (text: string) => void,
  total: number,
  words: Words,
  clock: () => number = () => performance.now(),
): Progress {
  const start = clock()
  let drawn = Number.NEGATIVE_INFINITY
  return {
    at(mails, bytes) {
      const now = clock()
      if (now - drawn < EVERY_MS) return
      drawn = now
      const rate = Math.round(mails / Math.max(0.001, (now - start) / 1000))
      const share = total > 0 ? Math.min(1, bytes / total) : 0
      const bar =
        total > 0 ? `${'█'.repeat(Math.floor(share * BAR)).padEnd(BAR, '░')} ${Math.floor(share * 100)} %  ` : ''
      write(`\r\u001b[K${bar}${words.progress(mails.toLocaleString('en'), rate.toLocaleString('en'))}`)
    },
    end() {
      if (drawn > Number.NEGATIVE_INFINITY) write('\r\u001b[K')
    },
  }
}
