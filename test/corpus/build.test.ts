import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { digestOf } from '../../scripts/corpus/compile-data.ts'
import { buildCorpus, dataModule } from '../../scripts/corpus-build.ts'
import { builtin } from '../../src/corpus/builtin.ts'
import { compileCorpus } from '../../src/corpus/compile.ts'
import { gramsOf, similarLures } from '../../src/corpus/fingerprint.ts'
import type { Corpus } from '../../src/corpus/model.ts'
import { packCorpus, unpackCorpus } from '../../src/corpus/pack.ts'
import { fold } from '../../src/text/fold.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

describe('building the corpus', () => {
  const built = buildCorpus(ROOT, '1.2.3')
  const corpus = built.corpus as Corpus

  it('finds no problem in the repository', () => {
    expect(built.problems).toEqual([])
  })

  it('gives the same bytes twice', () => {
    expect(dataModule(buildCorpus(ROOT, '1.2.3').corpus as Corpus)).toBe(dataModule(corpus))
  })

  it('gives a digest of the content, whatever the version and the order of keys', () => {
    const reordered = {
      ...corpus,
      version: '9.9.9',
      brands: corpus.brands.map((b) => Object.fromEntries(Object.entries(b).reverse())),
    }
    expect(corpus.digest).toMatch(/^[0-9a-f]{16}$/)
    expect(digestOf(reordered as unknown as Corpus)).toBe(corpus.digest)
    expect(digestOf({ ...corpus, lures: [] })).not.toBe(corpus.digest)
  })

  it('loses nothing by packing', () => {
    expect(unpackCorpus(packCorpus(corpus))).toEqual(corpus)
  })

  it('passes the checks that a foreign corpus must pass', () => {
    expect(compileCorpus(corpus).terms.length).toBeGreaterThan(2000)
  })

  it('keeps its data small enough for a browser', () => {
    expect(dataModule(corpus).length).toBeLessThan(250_000)
  })

  it('knows each documented text again', () => {
    const compiled = builtin()
    compiled.lures.forEach((lure, i) => {
      if (lure.id.startsWith('kagoya/')) expect(lure.fingerprints.length).toBeGreaterThan(0)
      for (let sample = 0; sample < lure.fingerprints.length; sample++) {
        const { offsets, entries, firstOf } = compiled.fingerprints
        const first = firstOf[i]! + sample
        const grams = entries.slice(offsets[first]!, offsets[first + 1]!).map((entry) => entry >>> 2)
        expect(similarLures(compiled, grams).find((found) => found.lure === i)?.similarity).toBe(1)
      }
    })
  })

  it('does not take an ordinary notice for a lure', () => {
    const paragraphs = readFileSync(path.join(ROOT, 'corpus', 'ordinary.txt'), 'utf8').split('\n\n')
    const found = paragraphs.flatMap((text) => similarLures(builtin(), gramsOf(fold(text))))
    expect(found).toEqual([])
  })
})

describe('a corpus folder with a broken file', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'corpus-'))
  for (const folder of ['brands', 'pretexts', 'phrases', 'hosts', 'lures'])
    mkdirSync(path.join(root, 'corpus', folder), { recursive: true })
  writeFileSync(path.join(root, 'corpus', 'brands', 'a.yaml'), 'id: a\nid: b\n')
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  it('gives problems and no corpus', () => {
    const { corpus, problems } = buildCorpus(root, '1.0.0')
    expect(corpus).toBeUndefined()
    expect(problems).toEqual([
      {
        file: 'corpus/brands/a.yaml',
        line: 2,
        column: 1,
        code: 'duplicate-key',
        message: { ja: '同じキーが二度あります', en: 'a key stands twice' },
        expected: { ja: 'キーは一度だけ', en: 'each key once' },
      },
    ])
  })
})
