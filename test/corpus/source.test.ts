import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkSources } from '../../scripts/corpus/check.ts'
import { toCorpus } from '../../scripts/corpus/compile-data.ts'
import type { Problem } from '../../scripts/corpus/problem.ts'
import type { Kind } from '../../scripts/corpus/schema.ts'
import { readSource, type SourceFile } from '../../scripts/corpus/source.ts'

const FOLDER = new URL('broken/', import.meta.url)

function read(name: string): SourceFile | Problem[] {
  const kind = name.split('.')[0] as Kind
  return readSource(
    name,
    kind,
    kind === 'lure' ? 'sample/sample' : 'sample',
    readFileSync(new URL(`${name}.broken`, FOLDER), 'utf8'),
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
  ['brand.ambiguous', ['6:13 reference an ambiguous name must stand in `names` too | 見本']],
  ['brand.anchor', ['4:14 yaml anchors (&name) are not allowed']],
  ['brand.bomb', ['1:7 yaml anchors (&name) are not allowed']],
  ['brand.date', ['13:31 type sources.0.checked does not have the right form | 2026-13-24']],
  ['brand.duplicate-key', ['7:1 duplicate-key a key stands twice']],
  ['brand.empty', ['1:1 type the file is no map']],
  ['brand.evidence', ['11:40 type domains.official.0.evidence does not have the right form | X']],
  ['brand.list', ['1:1 type the file is no map']],
  ['brand.merge-key', ['7:1 yaml the key << is not allowed']],
  ['brand.missing-key', ['2:1 missing the file lacks the key owner']],
  ['brand.no-break-blank', ['7:14 invisible a character that cannot be seen | U+00A0 no-break blank']],
  ['brand.number-as-name', ['5:21 type names.en.1 is of the wrong type | 109']],
  ['brand.other-id', ['2:5 path-is-id the id is not the path | other']],
  ['brand.prototype-key', ['7:1 yaml the key __proto__ is not allowed']],
  ['brand.public-suffix', ['11:17 domain an official domain is a registrable one | co.jp']],
  ['brand.right', []],
  ['brand.syntax', ['5:3 yaml Flow sequence in block collection must be sufficiently indented and end with a ]']],
  ['brand.tab', ['7:7 invisible a character that cannot be seen | U+0009 tab']],
  ['brand.tag', ['7:8 yaml Unresolved tag: tag:yaml.org,2002:js/function']],
  ['brand.unknown-key', ['7:1 unknown-key unknown key in the file | kindd']],
  ['brand.unregistrable', ['11:17 domain an official domain is a registrable one | www.example.com']],
  ['brand.upper-case-domain', ['11:17 type domains.official.0.domain does not have the right form | Example.com']],
  ['brand.url-as-domain', ['11:17 type domains.official.0.domain does not have the right form | https://example.com/']],
  ['brand.wrong-kind', ['6:7 type kind is none of the allowed values | shop']],
  ['brand.zero-width', ['4:10 invisible a character that cannot be seen | U+200B zero-width or bidi mark']],
  ['lure.bare-year', ['6:12 type firstSeen is of the wrong type | 2024']],
  ['lure.fingerprint', ['11:16 fingerprint cannot be read | ________']],
  ['lure.no-sample', ['2:1 missing the file needs `samples` or `fingerprints`']],
  ['lure.other-brand', ['3:8 path-is-id the brand is not the folder | other', '3:8 reference no such brand | other']],
  ['lure.right', []],
  ['lure.seen-backwards', ['7:11 type last seen before first seen | 2023-12']],
  ['lure.short-sample', ['12:11 fingerprint the sample has too few words of its own for a fingerprint']],
  ['lure.unknown-pretext', ['4:10 reference no such pretext | other']],
  [
    'pretext.long',
    [
      '5:5 length phrases.0 must NOT have more than 120 characters | 箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱箱...',
    ],
  ],
  [
    'pretext.near-and-text',
    ['5:22 unknown-key unknown key in phrases.0 | near', '5:7 unknown-key unknown key in phrases.0 | text'],
  ],
  ['pretext.near-key', ['5:23 unknown-key unknown key in phrases.0 | gap']],
  ['pretext.regex', ['5:5 slot looks like a regular expression | .*']],
  ['pretext.right', []],
  ['pretext.short', ['5:5 length phrases.0 must NOT have fewer than 2 characters | 箱']],
  ['pretext.strength', ['5:37 type phrases.0.strength is none of the allowed values | 5']],
  [
    'pretext.unknown-slot',
    ['5:5 slot expected one of {num}, {date}, {brand}, {host}, found {name} | {name}様のメールボックス'],
  ],
  ['pretext.unquoted-slot', ['5:10 yaml Unexpected scalar at node end']],
]

describe('each broken corpus file has its own error with line and column', () => {
  it.each(CASES)('%s', (name, expected) => {
    expect(
      problemsOf(name).map(
        ({ line, column, code, message, found }) =>
          `${line}:${column} ${code} ${message}${found === undefined ? '' : ` | ${found}`}`,
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
