/** Can each phrase be looked for: a literal with known slots, no regular expression? */
import { phraseProblem } from '../../../src/corpus/phrase.ts'
import { shorten, type Text } from '../problem.ts'
import type { YamlPhrase } from '../types.ts'
import type { Check, FilesInput, Finding, Path } from './check.ts'
import { UNPAIRED, WIDE_SLOT } from './shape-slot.ts'

/** Signs of a regular expression in what should be a literal. */
const REGEX_SIGNS = [
  '.*',
  '.+',
  '.?',
  '\\d',
  '\\w',
  '\\s',
  '\\b',
  '(?',
  '[^',
  '[a-z',
  '[0-9',
  ']+',
  ']*',
  ')?',
  ')*',
  '{1,',
  '{0,',
]

const SLOTS: Text = {
  ja: '{num}、{date}、{brand}、{host} のどれかを、文字と並べて',
  en: '{num}, {date}, {brand} or {host}, with text beside it',
}

export const phraseForm: Check<FilesInput> = {
  id: 'slot',
  title: { ja: '句の書き方が正しくありません', en: 'the phrase cannot be looked for' },
  run: ({ chosen }) =>
    chosen.flatMap((source) => {
      const phrases = (source.data.phrases ?? []) as YamlPhrase[]
      return phrases.flatMap((phrase, i): Finding[] => {
        const text = textOf(phrase)
        const path: Path =
          typeof phrase === 'string' ? ['phrases', i] : ['phrases', i, 'near' in phrase ? 'near' : 'text']
        const sign = REGEX_SIGNS.find((s) => [text].flat().some((literal) => literal.includes(s)))
        if (sign !== undefined) {
          return [
            {
              source,
              path,
              message: { ja: '正規表現のようです', en: 'looks like a regular expression' },
              expected: { ja: '{num} などのスロット、または near', en: 'slots such as {num}, or near' },
              example: '{ near: [容量, 超え], within: 8 }',
              found: sign,
            },
          ]
        }
        const [wide] = [text].flat().flatMap((literal) => WIDE_SLOT.exec(literal)?.[0] ?? [])
        if (wide !== undefined) {
          return [{ source, path, message: UNPAIRED, expected: SLOTS, example: "'{num}通のメール'", found: wide }]
        }
        const wrong = phraseProblem(text)
        if (!wrong) return []
        const isShort = wrong.code === 'length'
        return [
          {
            source,
            path,
            code: wrong.code,
            message: isShort
              ? { ja: '句の長さが合いません', en: 'the phrase is too short or too long' }
              : { ja: 'スロットの使い方が違います', en: 'a slot that cannot stand there' },
            expected: isShort
              ? { ja: 'スロットのほかに 2 文字から 120 文字', en: '2 to 120 characters beside the slots' }
              : SLOTS,
            example: "'{num}通のメール'",
            found: shorten(text),
          },
        ]
      })
    }),
}

/** The text of a phrase, or the pieces of one with `near`. */
export function textOf(phrase: YamlPhrase): string | string[] {
  return typeof phrase === 'string' ? phrase : 'near' in phrase ? phrase.near : phrase.text
}
