/**
 * How does a mail become a lure of the corpus in one command? Redacts it, keeps shapes, short phrases and a fingerprint.
 *
 * Usage: npm run lure:new -- mail.eml|- --brand ID --pretext ID --source WHO|URL [--help for the rest]
 *
 * Exit code 0: written; 1: the mail or the lure made of it does not do; 2: the command was not understood; 3: a lure of the
 * corpus tells the mail already. In all but the first nothing is written.
 */
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { whyNoMail } from '../src/cli/sniff.ts'
import { WORDS as COMMAND_WORDS } from '../src/cli/words.ts'
import { STRONG, SUPPORTING } from '../src/detect/lure.ts'
import { type Answers, seenOn } from './corpus/lure/draft.ts'
import { messageIn, readInput } from './corpus/lure/input.ts'
import { WORDS } from './corpus/lure/words.ts'
import { covering, finishLure, freeSlug, guesses, openWorkshop, readMail, writeLure } from './corpus/lure/workshop.ts'
import { formatProblem, type Lang, type Problem } from './corpus/problem.ts'

/** Ends the command with a message and an exit code. */
class Stop extends Error {
  readonly code: number

  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

async function main(lang: Lang): Promise<void> {
  const words = WORDS[lang]
  const { values, positionals } = parseCommand(words.usage)
  if (values.help) {
    console.log(words.usage)
    return
  }
  const [name, ...rest] = positionals
  if (name === undefined || rest.length > 0) throw new Stop(2, `${words.noMail}\n${words.usage}`)
  const root = values.root ?? fileURLToPath(new URL('..', import.meta.url))
  const workshop = openWorkshop(root, new Date().toISOString().slice(0, 10))
  if (Array.isArray(workshop)) throw new Stop(1, said(workshop, lang))
  const shown = readMail(workshop, messageIn(bytesOf(name, lang)))

  const similar = covering(workshop, shown).filter(({ similarity }) => similarity >= SUPPORTING)
  const [best] = similar
  const isCovered = best !== undefined && best.similarity >= STRONG
  for (const { id, similarity } of similar.slice(isCovered ? 1 : 0, 3))
    console.error(words.near(id, similarity.toFixed(2)))
  if (isCovered) {
    const saying = words.covered(best.id, best.similarity.toFixed(2))
    if (!values.anyway && !process.stdin.isTTY) throw new Stop(3, saying)
    console.error(saying)
    if (!values.anyway && !/^y/i.test(await question(words.anyway))) throw new Stop(3, words.unwritten)
  }

  const guess = guesses(workshop, shown)
  const ask = async (key: 'brand' | 'pretext' | 'slug' | 'source', given: string | undefined, example: string) => {
    if (given !== undefined) return given
    if (!process.stdin.isTTY) throw new Stop(2, words.missing(key, example))
    return (await question(`${words.ask[key]} [${example}]: `)).trim() || example
  }
  const brand = await ask('brand', values.brand, guess.brand ?? 'kagoya')
  if (!workshop.corpus.brands.some(({ id }) => id === brand)) throw new Stop(2, words.noSuch('brand', brand))
  const pretext = await ask('pretext', values.pretext, guess.pretext ?? 'mailbox-full')
  if (!workshop.corpus.pretexts.some(({ id }) => id === pretext)) throw new Stop(2, words.noSuch('pretext', pretext))
  const source = await ask('source', values.source, lang === 'ja' ? '自分の受信箱' : 'own mailbox')
  const slug =
    values.slug ?? freeSlug(workshop, brand, `${pretext}-${seenOn(shown.message, workshop.today).slice(0, 7)}`)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) throw new Stop(2, words.badSlug(slug))
  if (freeSlug(workshop, brand, slug) !== slug) throw new Stop(2, words.taken(`${brand}/${slug}`))
  const url = values.url ?? (URL.canParse(source) ? source : undefined)
  const answers: Answers = {
    brand,
    pretext,
    slug,
    publisher: URL.canParse(source) ? new URL(source).hostname : source,
    ...(url !== undefined && { url }),
    ...(values.subject !== undefined && { subject: values.subject }),
  }

  const finished = finishLure(workshop, shown, answers)
  if (finished === 'too-short') throw new Stop(1, `${words.tooShort}\n${words.unwritten}`)
  if (Array.isArray(finished)) throw new Stop(1, `${said(finished, lang)}\n${words.unwritten}`)
  const similarity = finished.similarity.toFixed(2)
  if (finished.similarity < STRONG) throw new Stop(1, `${words.weak(similarity)}\n${words.unwritten}`)
  if (!values['dry-run']) writeLure(root, finished)
  for (const { file, content } of finished.outputs) console.log(`${file}\n${content.replace(/^/gm, '  ').trimEnd()}`)
  if (finished.hidden > 0) console.error(words.hidden(finished.hidden))
  if (finished.lure.subjects.length === 0) console.error(words.noSubject)
  if (finished.leftOut.length > 0) console.error(words.leftOut(finished.leftOut.join(', ')))
  console.error(`${words.done(similarity)}\n${values['dry-run'] ? words.unwritten : words.review}`)
}

const said = (problems: Problem[], lang: Lang): string => problems.map((p) => formatProblem(p, lang)).join('\n')

function bytesOf(name: string, lang: Lang): Uint8Array {
  let bytes: Uint8Array
  try {
    bytes = readInput(name)
  } catch {
    throw new Stop(2, WORDS[lang].cannotRead(name))
  }
  const problem = whyNoMail(bytes)
  if (problem) throw new Stop(2, `${name}: ${COMMAND_WORDS[lang].cannotRead[problem]}`)
  return bytes
}

/** One reader for all questions: another for each would lose what was typed or pasted ahead. */
let answered: { lines: NodeJS.AsyncIterator<string>; close: () => void } | undefined

async function question(text: string): Promise<string> {
  if (!answered) {
    const reader = createInterface({ input: process.stdin })
    answered = { lines: reader[Symbol.asyncIterator](), close: () => reader.close() }
  }
  process.stderr.write(text)
  const { value, done } = await answered.lines.next()
  if (done) throw new Stop(2, '')
  return value
}

function parseCommand(usage: string) {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        brand: { type: 'string' },
        pretext: { type: 'string' },
        slug: { type: 'string' },
        source: { type: 'string' },
        url: { type: 'string' },
        subject: { type: 'string' },
        anyway: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        lang: { type: 'string' },
        root: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new Stop(2, `${(error as Error).message}\n${usage}`)
  }
}

/** `--lang`, else the language of the terminal. */
function languageOf(args: string[]): Lang {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const asked = at < 0 ? (process.env.LC_ALL ?? process.env.LANG ?? '') : `${args[at]} ${args[at + 1] ?? ''}`
  return /^ja|ja\b/i.test(asked) ? 'ja' : 'en'
}

try {
  await main(languageOf(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof Stop)) throw error
  console.error(error.message)
  process.exitCode = error.code
} finally {
  answered?.close()
}
