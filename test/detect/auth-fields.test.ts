/** Does what a sender chose stay apart from what a server found? */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { authParts } from '../../src/detect/auth-fields.ts'

const pairsOf = (field: string): string[][] =>
  authParts(field).map(({ pairs }) => pairs.map((p) => `${p.key}=${p.value}`))

describe('a field of authentication results falls into parts', () => {
  test.each<[string, string, string[][]]>([
    ['an id alone', 'mx.example', [[]]],
    ['no result', 'mx.example; none', [[], []]],
    ['semicolons with nothing between them', 'mx.example;; a=b;', [[], ['a=b']]],
    ['nothing before the first semicolon', '; a=b', [[], ['a=b']]],
    ['keys in capitals, values as written', 'DKIM=Pass Header.D=A.example', [['dkim=Pass', 'header.d=A.example']]],
    ['equals signs in a value', 'smtp.mailfrom=b+u=c.example@a.example', [['smtp.mailfrom=b+u=c.example@a.example']]],
    ['an empty value', 'a=; b=c', [['a='], ['b=c']]],
    ['a quoted string in a value', 'a="b; c=d"@e f=g', [['a=b; c=d@e', 'f=g']]],
    ['quoted pairs', 'a="b\\"; c=\\\\"; d=e', [['a=b"; c=\\'], ['d=e']]],
    ['a backslash outside quotes', 'a=b\\; c=d', [['a=b\\'], ['c=d']]],
    ['nested comments', 'a=b (c (d; e=f) g; h=i) j=k', [['a=b', 'j=k']]],
    ['escapes in a comment', 'a=b (\\) ; c=d \\( ) e=f', [['a=b', 'e=f']]],
    ['quotes in a comment', 'a=b (")" ; c=d "(") e=f', [['a=b', 'e=f']]],
    ['a lone quote in a comment', 'a=b (5" ; c=d) e=f', [['a=b', 'e=f']]],
    ['a parenthesis that closes nothing', 'a=b) c=d', [['a=b', 'c=d']]],
    ['a comment that never ends', 'a=b; c=d (e; f=g', [['a=b'], ['c=d']]],
    ['a quote that never ends', 'a=b; c=d e="f; g=h', [['a=b']]],
    ['words between the pairs', 'a=b sender is c d=e', [['a=b', 'd=e']]],
    ['blanks around dots, slashes and equals signs', 'a / 1 = b c . d = e', [['a/1=b', 'c.d=e']]],
    ['nothing', '', [[]]],
  ])('%s', (_, field, expected) => {
    expect(pairsOf(field)).toEqual(expected)
  })

  it('begins with the server’s id, in quotes or with a version too', () => {
    const fields = ['mx.example; a=b', '(c) mx.example 1 (d); a=b', '"mx.example" ; a=b', 'i=1; a=b']
    expect(fields.map((field) => authParts(field)[0]?.word)).toEqual(['mx.example', 'mx.example', 'mx.example', ''])
  })

  it('loses the part in which the cap of 8,192 cuts it', () => {
    const full = `mx.example; ${'a=b; '.repeat(1_636)}`
    expect(full.length).toBe(8_192)
    expect(pairsOf(`${full.slice(0, -5)}c=d.example`).at(-1)).toEqual(['a=b'])
    expect(pairsOf(`${full.slice(0, -5)}c=d.e`).at(-1)).toEqual(['c=d.e'])
  })
})

describe('nothing a sender calls itself makes a result', () => {
  const escaped = fc
    .array(
      fc.oneof(
        fc.constantFrom('"', '\\', '(', ')', ';', '=', ' ', '@', 'dmarc=pass', '; dkim=pass header.d=a.example'),
        fc.string(),
      ),
    )
    .map((words) => words.join('').slice(0, 1_000).replace(/["\\]/g, '\\$&'))

  it('as a quoted local part', () => {
    fc.assert(
      fc.property(escaped, (local) => {
        const parts = authParts(`mx.example; spf=none smtp.mailfrom="${local}"@evil.example; dmarc=fail`)
        expect(parts.map((p) => p.pairs.map((pair) => pair.key))).toEqual([[], ['spf', 'smtp.mailfrom'], ['dmarc']])
        expect(parts[1]?.pairs[1]?.value.endsWith('@evil.example')).toBe(true)
      }),
    )
  })

  it('as a quoted local part in a comment', () => {
    fc.assert(
      fc.property(escaped, (local) => {
        const parts = authParts(`mx.example; spf=none (domain of "${local}"@evil.example) smtp.helo=a; dmarc=fail`)
        expect(parts.map((p) => p.pairs.map((pair) => pair.key))).toEqual([[], ['spf', 'smtp.helo'], ['dmarc']])
      }),
    )
  })
})
