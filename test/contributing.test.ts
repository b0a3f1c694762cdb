/** Does what CONTRIBUTING tells somebody to paste pass the checks that the pull request must pass? */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { buildCorpus } from '../scripts/corpus-build.ts'
import { createClassifier } from '../src/classify.ts'
import { compileCorpus } from '../src/corpus/compile.ts'
import { gramsOf, similarLures } from '../src/corpus/fingerprint.ts'
import { fold } from '../src/text/fold.ts'

const ROOT = join(import.meta.dirname, '..')
const DOCS = ['CONTRIBUTING.md', 'CONTRIBUTING.ja.md']
const root = mkdtempSync(join(tmpdir(), 'contributing-'))
mkdirSync(root, { recursive: true })
cpSync(join(ROOT, 'corpus'), join(root, 'corpus'), { recursive: true })
afterAll(() => rmSync(root, { recursive: true, force: true }))

const textOf = (doc: string) => readFileSync(join(ROOT, doc), 'utf8')
const templateOf = (doc: string) => /```yaml\n([\s\S]*?)```/.exec(textOf(doc))?.[1] ?? ''
const template = templateOf(DOCS[0]!)

it('leads through the web editor in ten lines, in both languages', () => {
  const numbers = DOCS.map((doc) =>
    [
      ...textOf(doc)
        .split('```yaml')[0]!
        .matchAll(/^(\d+)\. /gm),
    ].map(([, n]) => n),
  )
  const ten = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']
  expect(numbers).toEqual([ten, ten])
})

it('gives the same template in both languages', () => {
  expect(templateOf(DOCS[1]!)).toBe(template)
})

describe('the template as it stands', () => {
  const lure = parse(template) as {
    id: string
    samples: Array<{ text: string }>
    legitimate: Array<{ subject: string; text: string }>
  }
  writeFileSync(join(root, 'corpus/lures', `${lure.id}.yaml`), template)
  const { corpus, problems } = buildCorpus(root, '0.0.0')

  it('is a lure without problems', () => {
    expect(problems).toEqual([])
  })

  it('catches its own sample and spares its near miss', () => {
    const compiled = compileCorpus(corpus!)
    const found = similarLures(compiled, gramsOf(fold(lure.samples[0]!.text))).map((hit) => [
      corpus!.lures[hit.lure]!.id,
      hit.similarity,
    ])
    expect(found[0]).toEqual([lure.id, 1])
    expect(createClassifier({ corpus: corpus! })(lure.legitimate[0]!).label).toBe('none')
  })

  it('is an example only: no such lure is in the corpus', () => {
    expect(buildCorpus(ROOT, '0.0.0').corpus!.lures.map(({ id }) => id)).not.toContain(lure.id)
  })
})
