/** Does the built package give the same answers in every runtime? `npm run test:runtimes`; test/runtimes holds the parts. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sizeOfEverything } from '../test/runtimes/bundle.ts'
import { allCases, CODEC_SECTION } from '../test/runtimes/cases.ts'
import { chromium } from '../test/runtimes/chromium.ts'
import { commandLines, reference, referenceWithoutCodec } from '../test/runtimes/command-line.ts'
import { type Compared, compare, hashOf, thrown } from '../test/runtimes/compare.ts'
import { type Answered, Missing, type Runtime, type Work } from '../test/runtimes/runtime.ts'
import { installTools } from '../test/runtimes/tools.ts'
import { workerd } from '../test/runtimes/workerd.ts'

const ROOT = join(import.meta.dirname, '..')
const CACHE = join(ROOT, '.cache/runtimes')
/** The design's budget for everything in a browser, in KB gzipped. */
const BUDGET = 130

let failed = 0
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
    if (error instanceof Missing && !process.env.CI) console.log(`${runtime.name} is skipped: ${why}`)
    else fail(`${runtime.name}: ${why}`)
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
const expectedWithoutCodec = await ask(referenceWithoutCodec, work)
const rows: Array<{ name: string; compared: Compared[] }> = []
if (expected && expectedWithoutCodec) {
  for (const line of thrown(cases, expected.answers)) fail(`${reference.name} threw: ${line}`)
  const withoutCodec = { ...expected.answers, [CODEC_SECTION]: expectedWithoutCodec.answers[CODEC_SECTION] ?? [] }
  const add = (runtime: Runtime, { version, answers }: Answered): void => {
    const right = runtime.codec ? expected.answers : withoutCodec
    rows.push({ name: `${runtime.name} (${version})`, compared: compare(cases, right, answers) })
  }
  add(referenceWithoutCodec, expectedWithoutCodec)
  for (const runtime of [...commandLines, workerd, chromium]) {
    const answered = await ask(runtime, work)
    if (answered) add(runtime, answered)
  }
  console.log(
    `\n| section | cases | ${reference.name} (${expected.version}) | ${rows.map((row) => row.name).join(' | ')} |`,
  )
  console.log(`| --- | --- | --- |${' --- |'.repeat(rows.length)}`)
  Object.keys(cases).forEach((section, i) => {
    const cells = rows.map(({ compared }) => (compared[i]?.differing ? `${compared[i].differing} differ` : 'ok'))
    console.log(
      `| ${section} | ${cases[section]?.length} | ${hashOf(expected.answers[section] ?? [])} | ${cells.join(' | ')} |`,
    )
  })
  console.log('')
  for (const { name, compared } of rows) {
    for (const { section, differing, first } of compared) {
      if (differing > 0) fail(`${name}, ${section}: ${differing} differ; ${first}`)
    }
  }
}

const { minified, gzipped } = sizeOfEverything(app, exports)
const size = `everything for browsers: ${Math.ceil(minified / 1000)} KB minified, ${(gzipped / 1000).toFixed(1)} KB gzipped`
console.log(`${size} (budget ${BUDGET}), without iconv-lite`)
if (gzipped > BUDGET * 1000) fail(`${size}: more than ${BUDGET}`)
console.log(failed === 0 ? 'runtimes: all answers are the same' : `runtimes: ${failed} failures`)
process.exitCode = failed === 0 ? 0 : 1
