/** How are lists of strings written one after the other into one text, and read again? */

/** Between the items of a list, between the pieces of an item, and between the two halves of the text. */
const ITEM = '~'
export const PIECE = '^'
const HALF = '\n=\n'

/**
 * Writes values, or reads them again in the same order: whoever describes what to write describes what to read. Words
 * (ASCII) and texts go into halves of their own, which compress better apart.
 */
export interface Tape {
  /** One string that may be empty; a writer gives it back, a reader the one that was written. */
  word(value?: string): string
  words(list?: readonly string[]): string[]
  text(value?: string): string
  texts(list?: readonly string[]): string[]
}

/** Writes. */
export class TapeWriter implements Tape {
  private readonly wordLines: string[] = []
  private readonly textLines: string[] = []

  word(value = ''): string {
    this.wordLines.push(line([value]))
    return value
  }

  words(list: readonly string[] = []): string[] {
    this.wordLines.push(line(list))
    return [...list]
  }

  text(value = ''): string {
    this.textLines.push(line([value]))
    return value
  }

  texts(list: readonly string[] = []): string[] {
    this.textLines.push(line(list))
    return [...list]
  }

  /** What a reader takes. */
  toString(): string {
    return this.textLines.join('\n') + HALF + this.wordLines.join('\n')
  }
}

/** @throws Error when an item holds a sign that parts items or lines */
function line(items: readonly string[]): string {
  const wrong = items.find((item) => item.includes(ITEM) || item.includes('\n') || item === '=')
  if (wrong !== undefined || (items.length > 1 && items.includes('')))
    throw new Error(`cannot be packed: ${JSON.stringify(wrong ?? items)}`)
  return items.join(ITEM)
}

/** Reads what `TapeWriter` wrote. */
export class TapeReader implements Tape {
  private readonly wordLines: string[]
  private readonly textLines: string[]
  private nextWord = 0
  private nextText = 0

  constructor(tape: string) {
    const half = tape.indexOf(HALF)
    this.textLines = tape.slice(0, half).split('\n')
    this.wordLines = tape.slice(half + HALF.length).split('\n')
  }

  word(): string {
    return this.wordLines[this.nextWord++]!
  }

  words(): string[] {
    return items(this.word())
  }

  text(): string {
    return this.textLines[this.nextText++]!
  }

  texts(): string[] {
    return items(this.text())
  }
}

function items(written: string): string[] {
  return written === '' ? [] : written.split(ITEM)
}
