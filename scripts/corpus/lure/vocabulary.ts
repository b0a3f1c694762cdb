/** Which words may a lure made from somebody's mail hold? Those that already stand in the corpus: no name is among them by chance. */
import { isHan, isHiragana, isKatakana, isLatin } from '../personal/letters.ts'
import type { SourceFile } from '../source.ts'

/** Words that are known. */
export interface Vocabulary {
  /** Whether a run of one script is a known word or known words side by side. */
  has(run: string): boolean
}

/** A run of characters of one script. */
export interface Run {
  start: number
  end: number
  script: 'han' | 'katakana' | 'latin' | 'other'
}

const scriptOf = (c: string): Run['script'] =>
  isHan(c) ? 'han' : isKatakana(c) ? 'katakana' : isLatin(c) ? 'latin' : 'other'

/** Splits a text where its script changes; hiragana, digits and marks are `other`. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = []
  let at = 0
  for (const c of text) {
    const script =
      c === 'ー' && runs.at(-1)?.script === 'other' && isHiragana(text.charAt(at - 1)) ? 'other' : scriptOf(c)
    const last = runs.at(-1)
    if (last?.script === script) last.end = at + c.length
    else runs.push({ start: at, end: at + c.length, script })
    at += c.length
  }
  return runs
}

/** A word of the corpus longer than this is several. */
const LONGEST = 12

/**
 * Collects the words of the corpus: all strings of its files, and ordinary.txt.
 *
 * @param files from `readSources`
 * @param ordinary content of corpus/ordinary.txt
 */
export function vocabularyOf(files: SourceFile[], ordinary: string): Vocabulary {
  const words = new Set<string>()
  const add = (text: string): void => {
    const normal = text.normalize('NFKC')
    for (const { start, end, script } of runsOf(normal)) {
      if (script === 'other') continue
      const run = normal.slice(start, end)
      words.add(run.toLowerCase())
      if (script !== 'han') continue
      // 有効期限 knows 期限; one kanji alone is known only where it stood alone
      for (let from = 0; from < run.length; from++)
        for (let to = from + 2; to <= Math.min(run.length, from + LONGEST); to++) words.add(run.slice(from, to))
    }
  }
  for (const { kind, data } of files) if (kind !== 'hosts') for (const text of publishedStrings(data)) add(text)
  add(ordinary)
  const has = (run: string): boolean => {
    const word = run.normalize('NFKC').toLowerCase()
    if (words.has(word)) return true
    const script = scriptOf(word.charAt(0))
    if (script !== 'han' && script !== 'katakana') return false
    return isMadeOf(word, words, script === 'han' ? 2 : 3)
  }
  return { has }
}

/** Whether a run can be cut into known words of at least so many characters. */
function isMadeOf(run: string, words: Set<string>, fewest: number): boolean {
  const reached = new Array<boolean>(run.length + 1).fill(false)
  reached[0] = true
  for (let from = 0; from < run.length; from++) {
    if (!reached[from]) continue
    for (let to = from + fewest; to <= Math.min(run.length, from + LONGEST); to++)
      if (words.has(run.slice(from, to))) reached[to] = true
  }
  return reached[run.length]!
}

/** Keys whose strings say nothing in a reader's language, or name people who published something. */
const UNREAD = new Set(['id', 'fingerprints', 'url', 'source', 'checked', 'accessed', 'evidence', 'publisher', 'owner'])

function publishedStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(publishedStrings)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => (UNREAD.has(key) ? [] : publishedStrings(item)))
}
