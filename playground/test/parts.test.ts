/** Do the parts that need no browser do what they say? */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Segment } from '../../src/explain/index.ts'
import type { Link } from '../../src/index.ts'
import { defangedLink } from '../src/defanged.ts'
import { elide } from '../src/elide.ts'
import { nameInvisible, partInvisible } from '../src/invisible.ts'
import { preferredLanguage } from '../src/language.ts'
import { inputOf } from '../src/read-file.ts'
import { pastedInput } from '../src/read-paste.ts'
import { en } from '../src/words/en.ts'
import { ja } from '../src/words/ja.ts'

describe('how much of a field is shown', () => {
  const segment = (text: string, ...evidence: number[]): Segment => ({ text, start: 0, end: text.length, evidence })

  test.each<[string, Segment[], number, ReturnType<typeof elide>]>([
    [
      'a short one: all of it',
      [segment('ab'), segment('cd', 0)],
      10,
      [
        { text: 'ab', evidence: [] },
        { text: 'cd', evidence: [0] },
      ],
    ],
    [
      'a long one: its head, and no tail where nothing follows',
      [segment('a'.repeat(900))],
      300,
      [{ text: 'a'.repeat(300), evidence: [] }, { omitted: 600 }],
    ],
    [
      'before a finding far behind: head, number, surroundings',
      [segment('a'.repeat(900)), segment('x', 0)],
      300,
      [
        { text: 'a'.repeat(300), evidence: [] },
        { omitted: 400 },
        { text: 'a'.repeat(200), evidence: [] },
        { text: 'x', evidence: [0] },
      ],
    ],
    [
      'a surrogate pair is never cut',
      [segment(`${'a'.repeat(299)}𠮷${'b'.repeat(300)}`)],
      300,
      [{ text: 'a'.repeat(299), evidence: [] }, { omitted: 302 }],
    ],
  ])('%s', (_, segments, cap, shown) => {
    expect(elide(segments, cap)).toEqual(shown)
  })
})

describe('invisible characters', () => {
  test.each<[string, string, string[]]>([
    ['a plain text', '日本語 text\n\t', []],
    ['a zero-width space', 'カ\u200bゴ', ['U+200B']],
    ['three of them', 'カ\u200b\u200b\u200bゴ', ['U+200B ×3']],
    ['a mixed run', 'a\u200b\u2060b', ['U+200B U+2060']],
    ['a long mixed run', 'a\u200b\u2060\u200c\u200d\ufeffb', ['U+200B … ×5']],
    ['an override of direction', 'evil\u202egpj.exe', ['U+202E']],
    ['a Hangul filler', 'a\u3164b', ['U+3164']],
    ['a control character', 'a\u0007b\u001b', ['U+0007', 'U+001B']],
    ['a tag character', 'a\u{e0041}', ['U+E0041']],
    ['an emoji joined of two', '👩‍💻 ❤️ 👩🏽‍💻', []],
    ['the variant of a kanji in a name', '葛\u{e0100}城', []],
    ['a variation selector on a letter', 'a\ufe0f', ['U+FE0F']],
  ])('%s', (_, text, named) => {
    const stretches = partInvisible(text)
    expect(stretches.map((stretch) => stretch.text).join('')).toBe(text)
    expect(stretches.filter(({ isInvisible }) => isInvisible).map((stretch) => nameInvisible(stretch.text))).toEqual(
      named,
    )
  })

  test('more than the cap are left out, so that none reorders the line', () => {
    expect(partInvisible('a\u202eb\u202ec\u202ed', 1)).toEqual([
      { text: 'a', isInvisible: false },
      { text: '\u202e', isInvisible: true },
      { text: 'bcd', isInvisible: false },
    ])
  })
})

describe('a link', () => {
  const link = (href: string, host: string, registrableDomain: string): Link => ({
    ...{ href, host, registrableDomain },
    ...{ deceptions: [], place: 'own' },
  })

  test.each<[string, Link, ReturnType<typeof defangedLink>]>([
    [
      'its registrable domain apart',
      link('https://www.kagoya.jp.evil.example/x?y=1', 'www.kagoya.jp.evil.example', 'evil.example'),
      {
        before: 'www[.]kagoya[.]jp[.]',
        domain: 'evil[.]example',
        url: 'hxxps://www[.]kagoya[.]jp[.]evil[.]example/x?y=1',
      },
    ],
    [
      'an IP address whole',
      link('http://192.0.2.1/x', '192.0.2.1', ''),
      {
        ...{ before: '', domain: '192[.]0[.]2[.]1', url: 'hxxp://192[.]0[.]2[.]1/x' },
      },
    ],
    ['one without a host', link('mailto:', '', ''), { before: '', domain: '', url: 'mailto:' }],
    [
      'other letters beside its ASCII form',
      link('https://xn--wgv71a119e.example/', 'xn--wgv71a119e.example', 'xn--wgv71a119e.example'),
      {
        ...{ before: '', domain: 'xn--wgv71a119e[.]example', unicode: '日本語[.]example' },
        url: 'hxxps://xn--wgv71a119e[.]example/',
      },
    ],
    [
      'a long one cut',
      link(`https://a.example/${'x'.repeat(400)}`, 'a.example', 'a.example'),
      { before: '', domain: 'a[.]example', url: `hxxps://a[.]example/${'x'.repeat(282)}…` },
    ],
  ])('%s', (_, given, shown) => {
    expect(defangedLink(given)).toEqual(shown)
  })
})

describe('what is given to the library', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

  test.each([
    ['a mail: its bytes', 'From: a@b.example\n\nx', bytes('From: a@b.example\n\nx')],
    ['a saved web page: HTML', '<html><p>x</p></html>', { html: '<html><p>x</p></html>' }],
    ['a text file: its text', '件名: x\n\n本文', '件名: x\n\n本文'],
  ])('of a file that holds %s', (_, file, input) => {
    expect(inputOf(bytes(file))).toEqual(input)
  })

  const A = '<a href="https://evil.example/">x</a>'
  test.each([
    ['text alone', 'x', '', 'x'],
    ['HTML source', '<html>x</html>', '', { html: '<html>x</html>' }],
    [
      'text with a link behind it',
      '件名: s\n差出人: a@b.example\n\nx',
      A,
      { html: A, subject: 's', from: 'a@b.example' },
    ],
    ['text with formatting alone', 'x', '<b>x</b>', 'x'],
    [
      'a mail source that a viewer coloured',
      'From: a@b.example\nSubject: s\n\nx',
      A,
      'From: a@b.example\nSubject: s\n\nx',
    ],
  ])('of pasted %s', (_, text, html, input) => {
    expect(pastedInput(text, html)).toEqual(input)
  })
})

test.each([
  [['ja-JP', 'en'], 'ja'],
  [['fr', 'ja'], 'ja'],
  [['en-US', 'ja'], 'en'],
  [['de'], 'en'],
  [[], 'en'],
])('a browser that asks for %j gets %s', (languages, lang) => {
  expect(preferredLanguage(languages)).toBe(lang)
})

describe('the words', () => {
  test('every hint of the library has its Japanese', () => {
    const source = readFileSync(join(import.meta.dirname, '../../src/message/unreadable.ts'), 'utf8')
    const hints = [...source.matchAll(/(?:const [A-Z_]+ =) '([^']+)'/g)].map(([, hint]) => hint)
    expect(hints.length).toBe(5)
    expect(Object.keys(ja.reading.hints).sort()).toEqual(hints.sort())
  })

  test('both languages say that nothing is sent, and neither calls a mail safe', () => {
    expect(ja.privacy).toContain('どこにも送信されません')
    expect(en.privacy).toContain('is sent nowhere')
    expect(JSON.stringify([ja, en])).not.toMatch(/\bsafe\b|安全(?:な|です)|安心/i)
  })

  test('no Japanese is left in the English words', () => {
    expect(JSON.stringify(en)).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/)
  })
})
