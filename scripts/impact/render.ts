/**
 * How does an impact read? As text for a terminal, or as Markdown for a comment on a pull request.
 *
 * `node scripts/impact/render.ts FILE` prints Markdown from a JSON file. A pull request's own code has made that file, and
 * a workflow with the right to comment reads it: nothing in it is trusted, and this file imports no package.
 */
import { readFileSync } from 'node:fs'
import { CHANGES, type Change, type Impact, type SourceRow } from './compare.ts'

/** Ids that one list of a comment shows; the number of the others follows. A comment holds 65,536 characters. */
const SHOWN = 40
/** Characters of an id or a note in a comment. */
const LENGTH = 100

/** What each change means. */
const TITLES: Record<Change, string> = {
  threw: 'Newly ends in an exception',
  wrong: 'Newly wrong: legitimate mail that is accused, or accused more gravely',
  missed: 'Newly missed: lures that are no longer flagged',
  unnamed: 'Samples whose own lure is no longer named',
  caught: 'Newly caught',
  right: 'Newly right: legitimate mail that is no longer accused, or less gravely',
  weaker: 'Lures that went from phishing to suspicious',
  stronger: 'Lures that went from suspicious to phishing',
  named: 'Samples whose own lure is named now',
  moved: 'Other mail whose label moved',
  'still wrong': 'Added here as legitimate, and accused',
  'still missed': 'Added here as a lure, and not flagged',
}

/** Left of a text when it may hold anything: what ids and notes are written with. No Markdown, no mention, no link survives. */
export function harmless(text: string): string {
  const kept = text.replace(/[^\w ./:(),;~^-]/g, '?')
  // GitHub makes links of bare addresses.
  const unlinked = kept.replace(/:\/\//g, ':??').replace(/\bwww\./gi, 'www?')
  return unlinked.length > LENGTH ? `${unlinked.slice(0, LENGTH)}...` : unlinked
}

/**
 * Reads an impact from JSON that somebody else may have made.
 *
 * @throws Error when it is none
 */
export function readImpact(json: string): Impact {
  const value = JSON.parse(json) as Partial<Impact> | null
  const isText = (item: unknown): item is string => typeof item === 'string'
  const texts = (list: unknown): string[] => {
    if (!Array.isArray(list) || !list.every(isText)) throw new Error('no impact: expected a list of texts')
    return list.map(harmless)
  }
  const count = (n: unknown): number => {
    if (!Number.isSafeInteger(n) || (n as number) < 0) throw new Error('no impact: expected a number')
    return n as number
  }
  const row = (raw: Partial<SourceRow>): SourceRow => ({
    source: harmless(String(raw.source)),
    kind: raw.kind === 'lure' || raw.kind === 'legitimate' ? raw.kind : 'other',
    mails: count(raw.mails),
    before: count(raw.before),
    after: count(raw.after),
  })
  if (!value?.changes || !Array.isArray(value.sources)) throw new Error('no impact: expected changes and sources')
  const { changes } = value
  return {
    changes: Object.fromEntries(CHANGES.map((change) => [change, texts(changes[change])])) as Impact['changes'],
    sources: value.sources.slice(0, 40).map(row),
    notes: texts(value.notes).slice(0, 10),
  }
}

/** The impact as lines of a report. */
export function render({ changes, sources, notes }: Impact, as: 'text' | 'markdown'): string {
  const markdown = as === 'markdown'
  const found = CHANGES.filter((change) => changes[change].length > 0)
  const lines = [markdown ? '### Impact on verdicts' : 'Impact on verdicts', '']
  if (found.length === 0) lines.push('No verdict changes.', '')
  for (const change of found) {
    const ids = changes[change]
    const title = `${TITLES[change]} (${ids.length})`
    const more = ids.length > SHOWN ? [`- and ${ids.length - SHOWN} more`] : []
    if (markdown)
      lines.push(`**${title}**`, '', ...ids.slice(0, SHOWN).map((id) => `- \`${harmless(id)}\``), ...more, '')
    else lines.push(title, ...ids.map((id) => `  ${id}`), '')
  }
  const table = [
    ['mails', 'kind', 'number', 'flagged before', 'flagged now'],
    ...sources.map((row) => [row.source, row.kind, row.mails, row.before, row.after].map(String)),
  ]
  if (markdown)
    lines.push(
      ...table.flatMap((row, i) => [`| ${row.join(' | ')} |`, ...(i === 0 ? ['| --- | --- | --: | --: | --: |'] : [])]),
    )
  else
    lines.push(
      ...table.map((row) =>
        row
          .map((cell, i) => (i < 2 ? cell.padEnd(20) : cell.padStart(15)))
          .join('')
          .trimEnd(),
      ),
    )
  if (notes.length > 0) lines.push('', ...notes.map((note) => `Note: ${markdown ? harmless(note) : note}`))
  return `${lines.join('\n')}\n`
}

if (process.argv[1]?.endsWith('render.ts')) {
  process.stdout.write(render(readImpact(readFileSync(process.argv[2] ?? '', 'utf8')), 'markdown'))
}
