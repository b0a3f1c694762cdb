/**
 * How does a mail become a lure? Redacts it, keeps shapes, short phrases and a fingerprint, and writes one YAML file.
 *
 * Usage: npm run lure:new -- mail.eml|- --brand ID --pretext ID --slug NAME --publisher NAME [--url URL] [--root FOLDER]
 *
 * The mail's text stays on this machine. What is missing is asked for on a terminal.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { stringify } from 'yaml'
import { createClassifier } from '../src/classify.ts'
import { compileCorpus, matchTerms } from '../src/corpus/compile.ts'
import { gramsOf, similarLures } from '../src/corpus/fingerprint.ts'
import { encodeFingerprint } from '../src/corpus/fingerprint-format.ts'
import { type Frequencies, makeFingerprint, rarityOf } from '../src/corpus/fingerprint-make.ts'
import { parseMessage } from '../src/message/message.ts'
import { fold, foldedString } from '../src/text/fold.ts'
import { isPersonal, linkShape, redactLine } from './corpus/lure/redact.ts'
import { formatProblem } from './corpus/problem.ts'
import { buildCorpus } from './corpus-build.ts'

/** Phrases of one lure; longer ones would be other people's text. */
const PHRASES = 4
const PHRASE_LENGTH = 24

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    brand: { type: 'string' },
    pretext: { type: 'string' },
    slug: { type: 'string' },
    publisher: { type: 'string' },
    url: { type: 'string' },
    root: { type: 'string' },
  },
})
const root = values.root ?? fileURLToPath(new URL('..', import.meta.url))
const fail = (message: string): never => {
  console.error(message)
  process.exit(2)
}

async function ask(name: 'brand' | 'pretext' | 'slug' | 'publisher', example: string): Promise<string> {
  const given = values[name]
  if (given !== undefined) return given
  if (!process.stdin.isTTY) return fail(`--${name} is missing; for example --${name} ${example}`)
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await lines.question(`${name} (${example}): `)
  lines.close()
  return answer.trim()
}

const source = positionals[0] ?? fail('which mail? npm run lure:new -- mail.eml, or - for standard input')
const bytes = readFileSync(source === '-' ? 0 : source)
// Without a header at its head it is text that was pasted.
const message = /^[\w-]+:/.test(bytes.toString('latin1', 0, 200)) ? new Uint8Array(bytes) : bytes.toString('utf8')
const before = buildCorpus(root, '0.0.0')
if (!before.corpus) fail(before.problems.map(formatProblem).join('\n'))
const corpus = before.corpus!
const compiled = compileCorpus(corpus)
const mail = parseMessage(message)
const verdict = createClassifier({ corpus })(message)
const folded = fold(mail.text)
for (const { lure, similarity } of similarLures(compiled, gramsOf(folded)).slice(0, 3)) {
  if (similarity >= 0.35)
    console.log(`already in the corpus: ${corpus.lures[lure]!.id}, similarity ${similarity.toFixed(2)}`)
}

const brandId = await ask('brand', verdict.brand?.id ?? 'kagoya')
const pretext = await ask('pretext', 'mailbox-full')
const slug = await ask('slug', 'mailbox-almost-full')
const publisher = await ask('publisher', "'own mailbox'")
const brand = corpus.brands.find(({ id }) => id === brandId) ?? fail(`no such brand: ${brandId} (corpus/brands/)`)
if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) fail(`--slug: small letters, digits and hyphens, not ${slug}`)
const file = path.join(root, 'corpus', 'lures', brandId, `${slug}.yaml`)
if (existsSync(file)) fail(`${file} is there already; ids are never reused`)

const rarity = rarityOf(JSON.parse(readFileSync(path.join(root, 'corpus', 'frequencies.json'), 'utf8')) as Frequencies)
const masks = matchTerms(compiled, folded).filter(({ term }) => compiled.terms[term]!.kind === 'brand')
const fingerprint =
  makeFingerprint(folded, masks, rarity) ?? fail('the mail has too few words of its own for a fingerprint')

const ordinary = foldedString(fold(readFileSync(path.join(root, 'corpus', 'ordinary.txt'), 'utf8')))
const meanRarity = (text: string): number => {
  const grams = gramsOf(fold(text))
  return grams.reduce((sum, gram) => sum + rarity(gram), 0) / Math.max(1, grams.length)
}
const phrases = [...new Set(mail.text.split(/[\n。！？!?、,，．【】「」()（）<>[\]{}]+/).map((piece) => piece.trim()))]
  .filter(
    (piece) =>
      piece.length >= 8 && piece.length <= PHRASE_LENGTH && /^[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}ー]+$/u.test(piece),
  )
  .filter((piece) => !isPersonal(piece) && !ordinary.includes(foldedString(fold(piece))))
  .map((text) => ({ text, rare: meanRarity(text) }))
  .filter(({ rare }) => rare >= 3.5)
  .sort((a, b) => b.rare - a.rare)
  .slice(0, PHRASES)
const domains = [...brand.domains.official, ...brand.domains.mixed]
const links = verdict.links
  .filter(({ relation }) => relation !== 'official')
  .map(({ href }) => linkShape(href, domains))
  .filter((shape) => shape !== undefined)
const today = new Date().toISOString().slice(0, 10)
const { from } = mail
const senderHost = domains.find((domain) => from?.domain === domain || from?.domain.endsWith(`.${domain}`)) ?? '*'
const name = redactLine(from?.name ?? '')
const subject = redactLine(mail.subject)
const lure = {
  id: `${brandId}/${slug}`,
  brand: brandId,
  pretext,
  status: 'experimental',
  firstSeen: today,
  lastSeen: today,
  sources: [{ ...(values.url !== undefined && { url: values.url }), publisher, accessed: today }],
  subjects: subject === '' ? [] : [subject],
  ...(from && { senders: [name === '' ? `*@${senderHost}` : `${name} <*@${senderHost}>`] }),
  ...(phrases.length > 0 && { phrases: phrases.map(({ text }) => text) }),
  ...(links.length > 0 && { links: [...new Set(links)].slice(0, 4) }),
  fingerprints: [encodeFingerprint(fingerprint)],
}
mkdirSync(path.dirname(file), { recursive: true })
const schemaLine = '# yaml-language-server: $schema=../../schema/lure.schema.json\n'
writeFileSync(
  file,
  schemaLine + stringify(lure, { lineWidth: 0, defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN' }),
)
const after = buildCorpus(root, '0.0.0')
if (!after.corpus) {
  rmSync(file)
  fail(`${after.problems.map(formatProblem).join('\n')}\nnothing written`)
}
const own = similarLures(compileCorpus(after.corpus!), gramsOf(folded)).find(
  ({ lure: index }) => after.corpus!.lures[index]!.id === lure.id,
)
mkdirSync(path.join(root, '.changeset'), { recursive: true })
const changeset = path.join(root, '.changeset', `lure-${brandId}-${slug}.md`)
writeFileSync(changeset, `---\n"lurebook": patch\n---\n\nNew lure: ${lure.id}.\n`)
console.log(
  `${file}\n${changeset}\nthe mail is now caught at similarity ${own?.similarity.toFixed(2) ?? 'below 0.35'}; the checks pass`,
)
