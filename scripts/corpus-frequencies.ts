/**
 * How common are three-character pieces in ordinary mail? Counts them and writes corpus/frequencies.json.
 *
 * Usage: npx tsx scripts/corpus-frequencies.ts [--data FOLDER]
 *
 * Counted are corpus/ordinary.txt, the near misses of the lures, and, where a folder with ham_*.jsonl files (subject,
 * body, html) is given, those. Only classes of hashes are written, of pieces that stand in two texts or more; no text.
 * Frequencies stay as they are between minor releases, so that adding a lure moves no other.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gramsOf } from '../src/corpus/fingerprint.ts'
import { encodeFingerprint, GRAM_BITS, MAX_GRAMS } from '../src/corpus/fingerprint-format.ts'
import type { Frequencies } from '../src/corpus/fingerprint-make.ts'
import { fold } from '../src/text/fold.ts'
import { visibleText } from '../src/text/html.ts'
import { ordinaryTexts } from './corpus/context.ts'
import { readSources } from './corpus/read.ts'
import type { YamlLure } from './corpus/types.ts'

/** A piece in more than this share of all texts says nothing; then one that says little. */
const COMMON = 0.04
const USUAL = 0.01

function frequenciesOf(texts: string[]): Frequencies {
  const counts = new Uint16Array(1 << GRAM_BITS)
  for (const text of texts) for (const gram of gramsOf(fold(text))) counts[gram]!++
  const grams: number[] = []
  const levels: number[] = []
  counts.forEach((count, gram) => {
    if (count < 2) return
    grams.push(gram)
    levels.push(count > texts.length * COMMON ? 1 : count > texts.length * USUAL ? 2 : count > 2 ? 3 : 4)
  })
  const written: string[] = []
  for (let i = 0; i < grams.length; i += MAX_GRAMS) {
    written.push(
      encodeFingerprint({
        grams: Int32Array.from(grams.slice(i, i + MAX_GRAMS)),
        weights: Uint8Array.from(levels.slice(i, i + MAX_GRAMS)),
      }),
    )
  }
  return { documents: texts.length, grams: written }
}

function nearMisses(root: string): string[] {
  const { files, problems } = readSources(root)
  if (problems.length > 0) throw new Error('run corpus:build first: the corpus has problems')
  return files
    .flatMap(({ kind, data }) => (kind === 'lure' ? ((data as unknown as YamlLure).legitimate ?? []) : []))
    .map(({ subject = '', text }) => `${subject}\n${text}`)
}

function localTexts(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => /^ham_.*\.jsonl$/.test(name) && !name.includes('warning'))
  return names.sort().flatMap((name) =>
    readFileSync(path.join(folder, name), 'utf8')
      .trim()
      .split('\n')
      .map((line) => {
        const {
          subject = '',
          body = '',
          html = '',
        } = JSON.parse(line) as { subject?: string; body?: string; html?: string }
        return `${subject}\n${body || (html ? visibleText(html).text : '')}`
      }),
  )
}

const root = fileURLToPath(new URL('..', import.meta.url))
const { values } = parseArgs({ options: { data: { type: 'string' } } })
const own = [...ordinaryTexts(root), ...nearMisses(root)]
const local = values.data !== undefined && existsSync(values.data) ? localTexts(values.data) : []
const frequencies = frequenciesOf([...own, ...local])
const file = path.join(root, 'corpus', 'frequencies.json')
writeFileSync(file, `${JSON.stringify(frequencies, null, 2)}\n`)
console.log(
  `${file}: ${own.length} own and ${local.length} local texts, ${frequencies.grams.length} rows of ${MAX_GRAMS} pieces`,
)
