/** What does `npm run corpus:check` say, and how does it end? */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const REPOSITORY = join(import.meta.dirname, '../../..')
const root = mkdtempSync(join(tmpdir(), 'corpus-'))
const file = join(root, 'corpus/lures/kagoya/server-failure.yaml')

beforeAll(() => {
  cpSync(join(REPOSITORY, 'corpus'), join(root, 'corpus'), { recursive: true })
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^subjects:/m, 'notes: 担当 taro@hacked.net\nsubjects:'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

function check(args: string[], env: NodeJS.ProcessEnv = {}): { status: number | null; out: string; said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(REPOSITORY, 'scripts/corpus-check.ts'), '--root', root, '--today', '2026-11-25', ...args],
    { encoding: 'utf8', cwd: REPOSITORY, env: { ...process.env, GITHUB_ACTIONS: '', GITHUB_BASE_REF: '', ...env } },
  )
  return { status, out: stdout.replace(/\(\d+\.\d (s|秒)\)/, '(0.1 $1)'), said: stderr }
}

describe('npm run corpus:check', () => {
  it('says file, line, column and code of what is wrong, what was expected, an example and what was found', () => {
    const { status, out, said } = check(['kagoya/server-failure'])
    expect(said.split('\n')).toEqual([
      'corpus/lures/kagoya/server-failure.yaml:11:8 personal-data a mail address',
      '  expected: none, or one on .example',
      '  example:  user@customer.example',
      '  found:    taro@hacked.net',
      '',
    ])
    expect(out).toBe('corpus:check: 1 files, 29 checks, 1 errors, 0 warnings (0.1 s)\n')
    expect(status).toBe(1)
  })

  it('says it in Japanese, and to a pull request beside the line', () => {
    const { status, out, said } = check(['corpus/lures/kagoya/server-failure.yaml', '--lang', 'ja'], {
      GITHUB_ACTIONS: 'true',
    })
    expect(said).toMatch(/personal-data メールアドレスがあります\n {2}期待: /)
    expect(out).toMatch(
      /^::error file=corpus\/lures\/kagoya\/server-failure\.yaml,line=11,col=8,title=personal-data::メール/,
    )
    expect(out).toMatch(/corpus:check: ファイル 1、検査 29、誤り 1、警告 0 \(0\.1 秒\)\n$/)
    expect(status).toBe(1)
  })

  it.each<[string, string[], number, RegExp]>([
    ['passes a file that is right beside one that is not', ['kagoya/service-outage'], 0, /^$/],
    ['knows no file of another name', ['kagoya/nothing'], 2, /there is no kagoya\/nothing/],
    ['knows no branch of another name', ['kagoya/service-outage', '--base', 'nowhere'], 2, /git does not know nowhere/],
    ['takes no branch for an option of git', ['kagoya/service-outage', '--base=--output=x'], 2, /git does not know/],
    ['speaks two languages', ['--lang', 'fr'], 2, /--lang: ja or en, not fr/],
    ['takes days', ['--today', 'today'], 2, /YYYY-MM-DD/],
  ])('%s', (_, args, status, said) => {
    const result = check(args)
    expect(result.said).toMatch(said)
    expect(result.status).toBe(status)
  })

  it.each(['kagoya/Storage', 'kagoya/storage', 'corpus/lures/kagoya/Storage.yml'])(
    'says of a file that was asked for as %s that its name is wrong',
    (name) => {
      const misnamed = join(root, 'corpus/lures/kagoya/Storage.yml')
      writeFileSync(misnamed, 'id: kagoya/storage\n')
      const { status, said } = check([name])
      rmSync(misnamed)
      expect(said).toMatch(/^corpus\/lures\/kagoya\/Storage\.yml:1:1 file-name the name does not end in \.yaml\n/)
      expect(status).toBe(1)
    },
  )

  it('misses an id that was released', () => {
    writeFileSync(join(root, 'corpus/released.txt'), '# remark\nlure kagoya/never-there\nbrand kagoya\n')
    const { status, said } = check(['kagoya/service-outage'])
    rmSync(join(root, 'corpus/released.txt'))
    expect(said).toMatch(/^corpus\/lures\/kagoya\/never-there\.yaml:1:1 removed-id a published id is gone\n/)
    expect(status).toBe(1)
  })
})
