/** Does a file that the corpus would pass over say so, and how it has to be called? */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { fileName } from '../../../scripts/corpus/checks/file-name.ts'
import { formatProblem } from '../../../scripts/corpus/problem.ts'
import { readSources } from '../../../scripts/corpus/read.ts'

const found = (file: string): string[] =>
  fileName.run({ file }).map(({ message, example }) => `${message?.en ?? fileName.title.en} | ${example}`)

describe('the name of a corpus file', () => {
  it.each([
    'corpus/brands/kagoya.yaml',
    'corpus/lures/kagoya/storage-notice.yaml',
    'corpus/lures/3com/2.yaml',
    'corpus/schema/brand.schema.json',
    'corpus/README.md',
    'corpus/frequencies.json',
    'corpus/ordinary.txt',
    'corpus/released.txt',
    'corpus/brands/.DS_Store',
  ])('%s is right', (file) => {
    expect(found(file)).toEqual([])
  })

  it.each([
    ['corpus/lures/kagoya/Storage.yml', 'the name does not end in .yaml | corpus/lures/kagoya/storage.yaml'],
    ['corpus/lures/kagoya/storage.YAML', 'the name does not end in .yaml | corpus/lures/kagoya/storage.yaml'],
    ['corpus/lures/kagoya/storage', 'the name does not end in .yaml | corpus/lures/kagoya/storage.yaml'],
    ['corpus/lures/kagoya/storage.yaml.txt', 'the name does not end in .yaml | corpus/lures/kagoya/storage.yaml'],
    ['corpus/lures/kagoya/storage．yaml', 'the name does not end in .yaml | corpus/lures/kagoya/storage.yaml'],
    ['corpus/brands/.kagoya.yml', 'the name does not end in .yaml | corpus/brands/kagoya.yaml'],
    ['corpus/lures/kagoya/Storage_Notice 2.yaml', `${fileName.title.en} | corpus/lures/kagoya/storage-notice-2.yaml`],
    ['corpus/lures/Kagoya/storage.yaml', `${fileName.title.en} | corpus/lures/kagoya/storage.yaml`],
    ['corpus/lures/kagoya/保存容量.yaml', `${fileName.title.en} | corpus/lures/kagoya/mailbox-full.yaml`],
    ['corpus/lures/storage.yaml', 'the file is in the wrong folder | corpus/lures/kagoya/storage.yaml'],
    ['corpus/brands/hosting/kagoya.yaml', 'the file is in the wrong folder | corpus/brands/kagoya.yaml'],
    ['corpus/lure/kagoya/storage.yaml', 'the file is in the wrong folder | corpus/lures/kagoya/storage.yaml'],
    ['corpus/brand/kagoya.yml', 'the file is in the wrong folder | corpus/brands/kagoya.yaml'],
    ['corpus/kagoya/storage.yaml', 'the file is in the wrong folder | corpus/lures/kagoya/storage.yaml'],
    ['corpus/storage.yaml', 'the file is in the wrong folder | corpus/lures/kagoya/storage.yaml'],
  ])('%s is not', (file, said) => {
    expect(found(file)).toEqual([said])
  })
})

describe('a corpus folder with a file of a wrong name', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'corpus-'))
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  it('is not read as if the file were not there: the error says what to rename, in both languages', () => {
    mkdirSync(path.join(root, 'corpus/lures/kagoya'), { recursive: true })
    writeFileSync(path.join(root, 'corpus/lures/kagoya/Storage.yml'), 'id: kagoya/storage\n')
    const { files, problems } = readSources(root)
    expect(files).toEqual([])
    expect(problems.map((problem) => [formatProblem(problem, 'ja'), formatProblem(problem, 'en')])).toEqual([
      [
        [
          'corpus/lures/kagoya/Storage.yml:1:1 file-name ファイル名が .yaml で終わっていません',
          '  期待: ファイル名を例のように変える。コーパスのファイルでなければ削除する',
          '  例:   corpus/lures/kagoya/storage.yaml',
          '  実際: corpus/lures/kagoya/Storage.yml',
        ].join('\n'),
        [
          'corpus/lures/kagoya/Storage.yml:1:1 file-name the name does not end in .yaml',
          '  expected: the file renamed as in the example; delete it if it is no file of the corpus',
          '  example:  corpus/lures/kagoya/storage.yaml',
          '  found:    corpus/lures/kagoya/Storage.yml',
        ].join('\n'),
      ],
    ])
  })
})
