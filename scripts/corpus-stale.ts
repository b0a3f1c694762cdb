/**
 * Which entries of the corpus should be looked up again? Prints those whose newest source was read more than a year ago.
 *
 * Usage: npm run corpus:stale [-- --today YYYY-MM-DD --months N --markdown]
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readSources } from './corpus/read.ts'
import { STALE_MONTHS, type StaleEntry, staleEntries } from './corpus/stale.ts'

/** Entries that one list of an issue shows. */
const SHOWN = 100

const { values } = parseArgs({
  options: {
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    months: { type: 'string', default: String(STALE_MONTHS) },
    markdown: { type: 'boolean' },
  },
})
const { files } = readSources(fileURLToPath(new URL('..', import.meta.url)))
const stale = staleEntries(files, values.today, Number(values.months))
const line = ({ id, checked }: StaleEntry): string => `${id}, ${checked ?? 'no day'}`

if (!values.markdown) {
  for (const entry of stale) console.log(`${entry.kind}\t${line(entry)}`)
  console.error(`${stale.length} of ${files.length} entries were not looked up for ${values.months} months`)
} else if (stale.length > 0) {
  console.log(
    `The sources of these entries were last read more than ${values.months} months ago. Please read them again, put`,
  )
  console.log('the day into `checked` (`accessed` in a lure), and correct what changed.')
  for (const kind of [...new Set(stale.map((entry) => entry.kind))]) {
    const own = stale.filter((entry) => entry.kind === kind)
    console.log(`\n**${kind}** (${own.length})\n`)
    for (const entry of own.slice(0, SHOWN)) console.log(`- [ ] ${line(entry)}`)
    if (own.length > SHOWN) console.log(`- and ${own.length - SHOWN} more: \`npm run corpus:stale\``)
  }
}
