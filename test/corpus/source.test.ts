import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkSources } from '../../scripts/corpus/checks/build.ts'
import { toCorpus } from '../../scripts/corpus/compile-data.ts'
import type { Problem } from '../../scripts/corpus/problem.ts'
import { readSource, type SourceFile } from '../../scripts/corpus/source.ts'
import type { Kind } from '../../scripts/corpus/types.ts'
import { quietest } from '../support/quietest.ts'

const FOLDER = new URL('broken/', import.meta.url)

function read(name: string): SourceFile | Problem[] {
  const kind = name.split('.')[0] as Kind
  return readSource(
    name,
    kind,
    kind === 'lure' ? 'sample/sample' : kind === 'pretext' ? 'story' : 'sample',
    readFileSync(new URL(`${name}.broken`, FOLDER)),
  )
}

/** All problems of a file among sound ones: its own, then those of files together, then those of the samples. */
function problemsOf(name: string): Problem[] {
  const source = read(name)
  if (Array.isArray(source)) return source
  const others = ['brand.right', 'pretext.right']
    .filter((other) => other.split('.')[0] !== source.kind)
    .map((other) => read(other) as SourceFile)
  const files = [source, ...others]
  const misfits = checkSources(files)
  return misfits.length > 0 ? misfits : toCorpus(files, '1.0.0', () => 5).problems
}

/** `line:column code message | found`. The files are not named .yaml, so that no formatter mends them. */
const CASES: Array<[name: string, expected: string[]]> = [
  ['brand.alias', ['6:7 yaml aliases (*name) are not allowed']],
  ['brand.ambiguous', ['6:13 reference an ambiguous name must stand in `names` too | 見本']],
  ['brand.anchor', ['4:14 yaml anchors (&name) are not allowed']],
  ['brand.bidi', ['5:15 invisible a character that cannot be seen | U+202E line separator or bidi mark']],
  ['brand.binary', ['5:17 yaml tags (tag:yaml.org,2002:bi...) are not allowed']],
  ['brand.bom', ['1:1 invisible a character that cannot be seen | U+FEFF byte order mark']],
  ['brand.bomb', ['1:7 yaml anchors (&name) are not allowed']],
  ['brand.complex-key', ['7:1 yaml a key is a plain word']],
  ['brand.constructor-key', ['7:1 yaml the key constructor is not allowed']],
  ['brand.crlf', []],
  ['brand.cut-utf-8', ['4:11 encoding the file is not UTF-8 | 0xE5']],
  ['brand.date', ['13:31 type sources.0.checked does not have the right form | 2026-13-24']],
  ['brand.deep-block', ['5:45 yaml nested too deeply']],
  ['brand.deep-flow', ['4:27 yaml nested too deeply']],
  ['brand.directive', ['2:1 yaml directives such as %YAML are not allowed']],
  ['brand.domain-twice', ['12:17 domain the domain stands twice in this list | example.com']],
  ['brand.duplicate-key', ['7:1 duplicate-key a key stands twice']],
  ['brand.empty-key', ['7:1 yaml a key is a plain word']],
  ['brand.empty', ['1:1 type the file is no map']],
  ['brand.euc-jp', ['4:8 encoding the file is not UTF-8 | 0xB8']],
  ['brand.evidence', ['11:40 type domains.official.0.evidence does not have the right form | X']],
  ['brand.explicit-key', ['7:3 yaml a key is a plain word']],
  ['brand.has-own-key', ['7:1 yaml the key hasOwnProperty is not allowed']],
  ['brand.huge-count', ['13:52 type tokens.0.jpcert.host.0 is of the wrong type | Infinity']],
  ['brand.huge-id', ['2:5 type id is of the wrong type | Infinity']],
  ['brand.huge-integer', ['13:52 type tokens.0.jpcert.host.0 is too large | 100000000000000000000']],
  ['brand.inner-merge-key', ['11:43 yaml the key << is not allowed']],
  ['brand.inner-prototype-key', ['11:43 yaml the key __proto__ is not allowed']],
  ['brand.list', ['1:1 type the file is no map']],
  ['brand.lone-cr', ['6:13 invisible a character that cannot be seen | U+000D control character']],
  [
    'brand.long-key',
    [
      '7:1 yaml cannot be read as YAML | The : indicator must be at most 1024 chars after the start of an implicit block mapping key',
    ],
  ],
  ['brand.merge-key', ['7:1 yaml the key << is not allowed']],
  ['brand.missing-key', ['2:1 missing the file lacks the key owner']],
  ['brand.no-break-blank', ['7:14 invisible a character that cannot be seen | U+00A0 no-break blank']],
  ['brand.no-editor-line', ['1:1 editor-line the first line names no schema for editors | id: sample']],
  ['brand.no-name', ['4:3 reference a brand needs a name']],
  ['brand.no-sources', ['12:10 length sources is too short or too long | 0: []']],
  ['brand.not-a-number', ['13:52 type tokens.0.jpcert.host.0 is of the wrong type | NaN']],
  ['brand.number-as-name', ['5:21 type names.en.1 is of the wrong type | 109']],
  ['brand.number-key', ['7:1 yaml a key is a plain word']],
  [
    'brand.other-editor-line',
    [
      '1:1 editor-line the first line names no schema for editors | # yaml-language-server: $schema=../schema/lure.schema.json',
    ],
  ],
  ['brand.other-id', ['2:5 path-is-id the id is not the path | other']],
  ['brand.prototype-key', ['7:1 yaml the key __proto__ is not allowed']],
  ['brand.prototype-word-key', ['7:1 yaml the key prototype is not allowed']],
  ['brand.public-suffix', ['11:17 domain an official domain is a registrable one | co.jp']],
  ['brand.quoted-prototype-key', ['7:1 yaml the key __proto__ is not allowed']],
  [
    'brand.replacement-character',
    ['4:10 invisible a character that cannot be seen | U+FFFD replacement or special character'],
  ],
  ['brand.right', []],
  ['brand.shift-jis', ['4:8 encoding the file is not UTF-8 | 0x8C']],
  ['brand.syntax', ['4:7 yaml cannot be read as YAML | ja: [見本商店']],
  ['brand.tab', ['7:7 invisible a character that cannot be seen | U+0009 tab']],
  ['brand.tag', ['7:8 yaml cannot be read as YAML | Unresolved tag: tag:yaml.org,2002:js/function']],
  ['brand.to-string-key', ['7:1 yaml the key toString is not allowed']],
  [
    'brand.two-documents',
    ['14:1 yaml cannot be read as YAML | Source contains multiple documents; please use YAML.parseAllDocuments()'],
  ],
  ['brand.undated-source', ['13:5 missing sources.0 lacks the key checked']],
  ['brand.unknown-key', ['7:1 unknown-key the file has an unknown key | kindd']],
  ['brand.unregistrable', ['11:17 domain an official domain is a registrable one | www.example.com']],
  ['brand.upper-case-domain', ['11:17 type domains.official.0.domain does not have the right form | Example.com']],
  ['brand.url-as-domain', ['11:17 type domains.official.0.domain does not have the right form | https://example.com/']],
  ['brand.utf-16', ['1:1 encoding the file is not UTF-8 | 0xFF']],
  ['brand.wrong-kind', ['6:7 type kind is none of the allowed values | shop']],
  ['brand.zero-width', ['4:10 invisible a character that cannot be seen | U+200B zero-width or bidi mark']],
  ['lure.bare-year', ['6:12 type firstSeen is of the wrong type | 2024']],
  ['lure.fingerprint', ['11:16 fingerprint the fingerprint cannot be read | ________']],
  [
    'lure.huge-text',
    [
      '12:11 length samples.0.text is too short or too long | 20055: お客様の箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱...',
    ],
  ],
  ['lure.no-sample', ['2:1 missing the file needs `samples` or `fingerprints`']],
  ['lure.other-brand', ['3:8 path-is-id the brand is not the folder | other']],
  ['lure.regex', ['13:13 slot looks like a regular expression | \\d']],
  ['lure.replaced-by-nobody', ['6:13 reference no such lure | sample/smaple']],
  ['lure.right', []],
  ['lure.seen-backwards', ['7:11 seen-order last seen before first seen | 2023-12']],
  ['lure.short-fingerprint', ['11:16 fingerprint the fingerprint is so short that chance would hit it | 3']],
  ['lure.short-sample', ['12:11 fingerprint the sample has too few words of its own for a fingerprint']],
  ['lure.undated-source', ['9:5 missing sources.0 lacks the key accessed']],
  ['lure.unknown-pretext', ['4:10 reference no such pretext | other']],
  ['pretext.empty-phrases', ['4:10 length phrases is too short or too long | 0: []']],
  ['pretext.huge-within', ['5:31 type phrases.0.within is too large | 1000000000']],
  ['pretext.lone-brace', ['5:5 slot a slot that cannot stand there | 残り{num通のメール']],
  [
    'pretext.long',
    [
      '5:5 length phrases.0 is too short or too long | 300: 箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱...',
    ],
  ],
  [
    'pretext.near-and-text',
    ['5:22 unknown-key phrases.0 has an unknown key | near', '5:7 unknown-key phrases.0 has an unknown key | text'],
  ],
  ['pretext.near-key', ['5:23 unknown-key phrases.0 has an unknown key | gap']],
  ['pretext.near-regex', ['5:13 slot looks like a regular expression | [0-9']],
  ['pretext.near-slot', ['5:13 slot a slot that cannot stand there | ["容量","{num}%"]']],
  ['pretext.regex', ['5:5 slot looks like a regular expression | .*']],
  ['pretext.right', []],
  ['pretext.short', ['5:5 length phrases.0 is too short or too long | 1: 箱']],
  ['pretext.slot-alone', ['5:5 length the phrase is too short or too long | {date}']],
  ['pretext.strength', ['5:37 type phrases.0.strength is none of the allowed values | 5']],
  ['pretext.two-slots', ['5:5 slot a slot that cannot stand there | {num}{date}のお知らせ']],
  ['pretext.unknown-slot', ['5:5 slot a slot that cannot stand there | {name}様のメールボックス']],
  ['pretext.unquoted-slot', ['5:10 yaml cannot be read as YAML | Unexpected scalar at node end']],
]

describe('each broken corpus file has its own error with line and column', () => {
  it.each(CASES)('%s', (name, expected) => {
    expect(
      problemsOf(name).map(
        ({ line, column, code, message, found }) =>
          `${line}:${column} ${code} ${message.en}${found === undefined ? '' : ` | ${found}`}`,
      ),
    ).toEqual(expected)
  })

  it('and each file of the folder is tried', () => {
    const files = readdirSync(FOLDER)
      .filter((f) => f.endsWith('.broken'))
      .map((f) => f.replace('.broken', ''))
    expect(CASES.map(([name]) => name).sort()).toEqual(files.sort())
  })
})

describe('a file of 10 MB', () => {
  const head = '# yaml-language-server: $schema=../schema/brand.schema.json\nid: sample\n'
  it.each([
    ['of one string', `${head}owner: ${'x'.repeat(10_000_000)}\n`],
    ['of nested lists', `${head}owner: ${'['.repeat(10_000_000)}\n`],
    ['of keys', head + 'a: 1\n'.repeat(2_000_000)],
  ])('%s is refused before it is parsed', (_, text) => {
    const bytes = new TextEncoder().encode(text)
    let problems: ReturnType<typeof readSource> | undefined
    const milliseconds = quietest(100, () => {
      problems = readSource('corpus/brands/sample.yaml', 'brand', 'sample', bytes)
    })
    expect(milliseconds).toBeLessThan(100)
    expect(problems).toMatchObject([{ line: 1, column: 1, code: 'length', found: expect.stringMatching(/^\d{8}$/) }])
  })
})
