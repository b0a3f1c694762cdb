/** Does a problem of the corpus read as a contributor, an editor and a pull request need it? */
import { describe, expect, it } from 'vitest'
import { annotation, formatProblem, type Problem, shorten } from '../../../scripts/corpus/problem.ts'

const problem: Problem = {
  file: 'corpus/brands/a,b.yaml',
  line: 7,
  column: 3,
  code: 'domain',
  message: { ja: '登録できるドメインではありません', en: 'not registrable' },
  expected: { ja: '一つ下のドメイン', en: 'the domain below' },
  example: 'kagoya.jp',
  found: 'co.jp',
}

describe('a problem', () => {
  it('has its place, code and message, then what was expected, an example, and what was found', () => {
    expect(formatProblem(problem)).toBe(
      [
        'corpus/brands/a,b.yaml:7:3 domain not registrable',
        '  expected: the domain below',
        '  example:  kagoya.jp',
        '  found:    co.jp',
      ].join('\n'),
    )
    expect(formatProblem(problem, 'ja')).toBe(
      [
        'corpus/brands/a,b.yaml:7:3 domain 登録できるドメインではありません',
        '  期待: 一つ下のドメイン',
        '  例:   kagoya.jp',
        '  実際: co.jp',
      ].join('\n'),
    )
  })

  it('that is a warning says so', () => {
    expect(formatProblem({ ...problem, isWarning: true }).split('\n')[0]).toBe(
      'corpus/brands/a,b.yaml:7:3 domain warning: not registrable',
    )
  })

  it('is one command for the pull request, whatever stands in the file', () => {
    expect(annotation({ ...problem, found: '100%\n::set-output name=x::y' })).toBe(
      '::error file=corpus/brands/a%2Cb.yaml,line=7,col=3,title=domain::not registrable%0Aexpected: the domain below%0Aexample:  kagoya.jp%0Afound:    100%25%0A::set-output name=x::y',
    )
    expect(annotation({ ...problem, isWarning: true }, 'ja')).toMatch(/^::warning .*::登録できる/)
  })

  it.each([
    ['a long value', 'a'.repeat(70), `${'a'.repeat(60)}...`],
    ['signs that move a cursor', 'a\u001b[2Jb\u202e', 'aU+001B[2JbU+202E'],
    ['a list', ['a'], '["a"]'],
  ])('shows %s on one line', (_, value, shown) => {
    expect(shorten(value)).toBe(shown)
  })
})
