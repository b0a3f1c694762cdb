/** What does the command do with corpora? It shows lists and entries, writes rules for other filters, and checks one of the user's. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { builtinCorpus } from '../corpus/builtin.ts'
import type { CompiledCorpus } from '../corpus/compile.ts'
import { rspamdMap, spamassassinRules } from '../report/index.ts'
import type { Command } from './args.ts'
import type { Io } from './main.ts'
import { entriesNamed, onlyOne } from './named.ts'
import { corpusWith, readOwnCorpus } from './own-corpus.ts'
import { printable } from './terminal.ts'
import { WORDS } from './words.ts'

type CorpusCommand = Extract<Command, { kind: 'corpus' }>

export async function corpusCommand(command: CorpusCommand, io: Io): Promise<number> {
  const { action, what, lang, json } = command
  if (action === 'check') return check(what, lang, io)
  const corpus = corpusWith(command.corpus)
  if (action === 'rules') return rules(corpus, command, io)
  if (action === 'list') {
    const rows =
      what === 'brands'
        ? corpus.brands.map((b) => ({
            id: b.id,
            title: b.names[lang][0] ?? b.names.en[0] ?? '',
            more: b.kind as string,
          }))
        : what === 'lures'
          ? corpus.lures.map((l) => ({
              id: l.id,
              title: l.subjects[0] ?? '',
              more: `${l.status} ${l.firstSeen}..${l.lastSeen}`,
            }))
          : corpus.pretexts.map((p) => ({ id: p.id, title: p.title[lang], more: '' }))
    if (json)
      io.out(
        `${JSON.stringify(
          rows.map(({ id, title }) => ({ id, title })),
          null,
          2,
        )}\n`,
      )
    else for (const { id, title, more } of rows) io.out(`${[id, title, more].join('\t').trimEnd()}\n`)
    return 0
  }
  const found = onlyOne(entriesNamed(corpus, what), what, lang)
  if ('problem' in found) {
    io.err(`lurebook: ${found.problem}\n`)
    return 2
  }
  // A fingerprint is hashes: nothing for a person to read.
  const { fingerprints: _, ...readable } = { fingerprints: [], ...found.entry }
  io.out(`${JSON.stringify(readable, null, 2)}\n`)
  return 0
}

/** SpamAssassin's one file goes to standard output; rspamd's into the folder `--out`, else one after the other. */
async function rules(corpus: CompiledCorpus, { what, out, lang }: CorpusCommand, io: Io): Promise<number> {
  const files: Record<string, string> =
    what === 'rspamd' ? rspamdMap(corpus) : { 'lurebook.cf': spamassassinRules(corpus) }
  for (const [path, text] of Object.entries(files)) {
    if (out === undefined) {
      io.out(what === 'rspamd' ? `# ---- ${path}\n${text}` : text)
      continue
    }
    const target = join(out, path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, text)
    io.err(`${WORDS[lang].wrote(target)}\n`)
  }
  return 0
}

/** Whether a file holds a corpus that merges with the package's: 0, or 2 with what is wrong and where. */
function check(file: string, lang: 'ja' | 'en', io: Io): number {
  const read = readOwnCorpus(file, lang)
  if ('problems' in read) {
    for (const problem of read.problems) io.err(`lurebook: ${problem}\n`)
    return 2
  }
  const base = builtinCorpus()
  const lists = ['brands', 'pretexts', 'phrases', 'lures', 'hosts'] as const
  const known = new Set(lists.flatMap((list) => base[list].map(({ id }) => `${list} ${id}`)))
  const counts = lists.map((list) => `${list}: ${read.own[list]?.length ?? 0}`).join(', ')
  const replaced = lists.flatMap((list) =>
    (read.own[list] ?? []).filter(({ id }) => known.has(`${list} ${id}`)).map(({ id }) => printable(id)),
  )
  io.out(`${WORDS[lang].usableCorpus(printable(file), counts, replaced)}\n`)
  return 0
}
