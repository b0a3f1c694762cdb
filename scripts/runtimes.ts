/** Does the built package give the same answers in every runtime? `npm run test:runtimes`; test/runtimes holds the parts. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sizeOfEverything } from '../test/runtimes/bundle.ts'
import { allCases, CODEC_SECTION } from '../test/runtimes/cases.ts'
import { chromium } from '../test/runtimes/chromium.ts'
import { commandLines, reference, referenceWithoutCodec } from '../test/runtimes/command-line.ts'
import { compare, type Row, tableOf, thrown } from '../test/runtimes/compare.ts'
import { type Answered, Missing, type Runtime, type Work } from '../test/runtimes/runtime.ts'
import { installTools } from '../test/runtimes/tools.ts'
import { workerd } from '../test/runtimes/workerd.ts'

const ROOT = join(import.meta.dirname, '..')
const CACHE = join(ROOT, '.cache/runtimes')
/** The design's budget for everything in a browser, in KB gzipped. */
const BUDGET = 130

let failed = 0
let skipped = 0
function fail(message: string): void {
  failed++
  console.log(`FAIL ${message}`)
}

/** Installs the built package as npm would: `lurebook` and its dependencies resolve from the folder. */
function installPackage(): { app: string; exports: string[] } {
  if (!existsSync(join(ROOT, 'dist/index.js'))) throw new Error('dist is not built: npm run build')
  rmSync(CACHE, { recursive: true, force: true })
  const home = join(CACHE, 'node_modules/lurebook')
  mkdirSync(home, { recursive: true })
  cpSync(join(ROOT, 'package.json'), join(home, 'package.json'))
  cpSync(join(ROOT, 'dist'), join(home, 'dist'), { recursive: true })
  writeFileSync(join(CACHE, 'package.json'), '{ "private": true, "dependencies": { "lurebook": "*" } }\n')
  const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    exports: Record<string, unknown>
  }
  const modules = Object.keys(exports).filter((path) => typeof exports[path] === 'object')
  return { app: CACHE, exports: modules.map((path) => path.replace('.', 'lurebook')) }
}

async function ask(runtime: Runtime, work: Work): Promise<Answered | undefined> {
  const started = Date.now()
  try {
    const answered = await runtime.answer(work)
    console.log(`${runtime.name} ${answered.version}: ${((Date.now() - started) / 1000).toFixed(1)} s`)
    return answered
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    if (error instanceof Missing && !process.env.CI) {
      skipped++
      console.log(`${runtime.name} is skipped: ${why}`)
    } else fail(`${runtime.name}: ${why}`)
    return undefined
  }
}

const { app, exports } = installPackage()
installTools()
const cases = allCases()
const casesFile = join(app, 'cases.json')
writeFileSync(casesFile, JSON.stringify(cases))
const work: Work = { app, casesFile, cases: readFileSync(casesFile, 'utf8') }

const expected = await ask(reference, work)
const bare = await ask(referenceWithoutCodec, work)
if (expected && bare) await compareAll(expected, bare)
else if (failed === 0) fail('there is nothing to compare with')

const { minified, gzipped } = sizeOfEverything(app, exports)
const over = gzipped > BUDGET * 1000 ? `over the budget of ${BUDGET}` : `budget ${BUDGET}`
// Reported only: the gate for it is `npm run bench:size`.
console.log(
  `everything in one bundle for browsers, without iconv-lite: ${Math.round(minified / 1000)} KB minified, ` +
    `${(gzipped / 1000).toFixed(1)} KB gzipped (${over})`,
)
console.log(`runtimes: ${failed === 0 ? 'all answers are the same' : `${failed} failures`}, ${skipped} skipped`)
process.exitCode = failed === 0 ? 0 : 1

/** Asks the other runtimes, and prints the table and what differs. */
async function compareAll(expected: Answered, bare: Answered): Promise<void> {
  for (const line of thrown(cases, expected.answers)) fail(`${reference.name} threw: ${line}`)
  const withoutCodec = { ...expected.answers, [CODEC_SECTION]: bare.answers[CODEC_SECTION] ?? [] }
  const rows: Row[] = []
  const add = ({ name, codec }: Runtime, { version, answers }: Answered): void => {
    rows.push({
      name: `${name} (${version})`,
      compared: compare(cases, codec ? expected.answers : withoutCodec, answers),
    })
  }
  add(referenceWithoutCodec, bare)
  for (const runtime of [...commandLines, workerd, chromium]) {
    const answered = await ask(runtime, work)
    if (answered) add(runtime, answered)
  }
  console.log(`\n${tableOf(cases, `${reference.name} (${expected.version})`, expected.answers, rows)}\n`)
  for (const { name, compared } of rows) {
    for (const { section, differing, first } of compared) {
      if (differing > 0) fail(`${name}, ${section}: ${differing} differ; ${first}`)
    }
  }
}
