/**
 * How many phishing campaigns and legitimate mails hold each phrase? Recounts and rewrites `count` in corpus/pretexts
 * and corpus/phrases. `npm run corpus:counts -- [FOLDER]`: the folder that holds data/dev, else `LUREBOOK_SHARED`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Document, isMap, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import { type CompiledCorpus, compileCorpus, matchTerms } from '../src/corpus/compile.ts'
import type { Phrase } from '../src/corpus/model.ts'
import { fold } from '../src/text/fold.ts'
import { visibleText } from '../src/text/html.ts'
import { halfOf, type Row, readSets, sharedFolder } from './shared-data.ts'

/** Where the phrases of a list are looked for: in what a reader reads, unless the list is about something else. */
type Place = 'text' | 'hidden' | 'name' | 'fonts' | 'link'
const PLACES: Record<string, Place> = {
  'sender-generic-words': 'name',
  'foreign-fonts': 'fonts',
  'leaked-template': 'hidden',
  'link-words': 'link',
}

/** What one mail shows at each place, folded. */
interface Mail {
  /** Campaign of a phishing mail; undefined for a legitimate one. */
  campaign?: string
  half: 'even' | 'odd'
  /** A notice that warns about phishing: it quotes lures, so only the list of warnings counts it. */
  warns: boolean
  places: Record<Place, ReturnType<typeof fold>[]>
}

const folder = process.argv[2] ? resolve(process.argv[2]) : sharedFolder()
if (folder === undefined) {
  console.log('corpus:counts: no measurement data here (name its folder, or set LUREBOOK_SHARED); nothing was counted')
  process.exit(0)
}
const mails = readMails(folder)
const corpusFolder = resolve(import.meta.dirname, '../corpus')
for (const part of ['pretexts', 'phrases']) {
  for (const file of readdirSync(join(corpusFolder, part))
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    recount(join(corpusFolder, part, file), file.slice(0, -5))
  }
}

function readMails(shared: string): Mail[] {
  const found: Mail[] = []
  for (const [set, rows] of readSets(shared)) {
    if (set !== 'phish_ja' && !set.startsWith('ham_')) continue
    for (const row of rows) found.push(mailOf(set, row))
  }
  return found
}

function mailOf(set: string, row: Row): Mail {
  const html = visibleText(row.html)
  const text = [row.subject, row.body, html.text].map((part) => fold(part))
  const places = {
    text,
    hidden: [...text, fold(html.title), ...html.hidden.map((part) => fold(part.text))],
    name: [fold(row.from.replace(/<[^>]*>/, ''))],
    fonts: html.fonts.map((font) => fold(font)),
    link: html.links.map((link) => fold(link.text)),
  }
  const common = { half: halfOf(row), warns: set === 'ham_warning_ja', places }
  return set === 'phish_ja' ? { ...common, campaign: row.campaign ?? row.id } : common
}

/** Rewrites the counts of one file; everything else in it stays as it is. */
function recount(path: string, id: string): void {
  const document = parseDocument(readFileSync(path, 'utf8'))
  const items = document.get('phrases') as YAMLSeq
  const compiled = compilePhrases(items.items.map((item) => phraseOf((item as YAMLMap).toJSON())))
  const counts = items.items.map(() => ({ even: new Set<string>(), odd: new Set<string>(), ham: 0 }))
  const place = PLACES[id] ?? 'text'
  for (const mail of mails) {
    if (mail.warns && id !== 'warnings') continue
    for (const phrase of phrasesIn(compiled, mail.places[place], place === 'link')) {
      if (mail.campaign === undefined) counts[phrase]!.ham++
      else counts[phrase]![mail.half].add(mail.campaign)
    }
  }
  items.items.forEach((item, i) => {
    const { even, odd, ham } = counts[i]!
    setCount(document, items, item, i, { phish: [even.size, odd.size], ham })
  })
  writeFileSync(path, document.toString({ lineWidth: 0, flowCollectionPadding: true }).replace(/\[ (.*?) \]/g, '[$1]'))
}

/** One pretext a phrase, so that a hit's `ref` says which phrase it is. */
function compilePhrases(phrases: Phrase[]): CompiledCorpus {
  const pretexts = phrases.map((phrase, i) => ({
    id: `phrase-${i}`,
    title: { ja: '句', en: 'phrase' },
    phrases: [phrase],
  }))
  return compileCorpus({
    schema: 1,
    version: '0.0.0',
    digest: '0',
    brands: [],
    pretexts,
    phrases: [],
    lures: [],
    hosts: [],
  })
}

function phraseOf(written: unknown): Phrase {
  if (typeof written === 'string') return { text: written, strength: 2 }
  const { text, near, within } = written as { text?: string; near?: string[]; within?: number }
  return { text: text ?? near!, ...(within !== undefined && { within }), strength: 2 }
}

/** The phrases that stand in a mail; with `whole`, those that are all of a text. */
function phrasesIn(compiled: CompiledCorpus, texts: ReturnType<typeof fold>[], whole: boolean): Set<number> {
  const found = new Set<number>()
  for (const text of texts) {
    for (const hit of matchTerms(compiled, text)) {
      if (whole && (hit.start > 0 || hit.end < text.length)) continue
      found.add(compiled.terms[hit.term]!.ref)
    }
  }
  return found
}

function setCount(
  document: Document,
  items: YAMLSeq,
  item: unknown,
  index: number,
  count: { phish: [number, number]; ham: number },
): void {
  const node = document.createNode(count, { flow: true })
  if (isMap(item)) item.set('count', node)
  else items.items[index] = document.createNode({ text: item, count: node }, { flow: true })
}
