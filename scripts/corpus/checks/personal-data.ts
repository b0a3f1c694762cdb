/** Does a file say who received a mail? */
import { honorificNames } from '../personal/honorific.ts'
import { numberSpans, tokenSpans } from '../personal/numbers.ts'
import { LONG_TOKEN, type Span, type SpanKind } from '../personal/spans.ts'
import type { Text } from '../problem.ts'
import { shorten } from '../problem.ts'
import { type Check, type FilesInput, type Finding, linesOf } from './check.ts'
import { officesOf } from './offices.ts'
import { isReserved } from './reserved.ts'

const KEYS = ['title', 'subjects', 'senders', 'phrases', 'links', 'samples', 'legitimate', 'notes'] as const

const WHAT: Record<SpanKind, Text> = {
  address: { ja: 'メールアドレスがあります', en: 'a mail address' },
  name: { ja: '人の名前のようです', en: 'looks like somebody’s name' },
  value: { ja: '人の名前のようです', en: 'looks like somebody’s name' },
  telephone: { ja: '電話番号のようです', en: 'looks like a telephone number' },
  postal: { ja: '住所のようです', en: 'looks like a postal address' },
  ip: { ja: 'IP アドレスがあります', en: 'an IP address' },
  number: { ja: '長い番号があります', en: 'a long number' },
  token: { ja: 'トークンのようです', en: 'looks like a token' },
}

const INSTEAD: Record<SpanKind, Text & { example: string }> = {
  address: { ja: 'アドレスは書かないか .example に', en: 'none, or one on .example', example: 'user@customer.example' },
  name: { ja: '名前は書かないか ● で伏せる', en: 'none, or blotted out', example: '●●様' },
  value: { ja: '名前は書かないか ● で伏せる', en: 'none, or blotted out', example: '●●様' },
  telephone: { ja: '番号は書かないか 0 だけに', en: 'none, or zeros', example: '00-0000-0000' },
  postal: { ja: '住所は書かない', en: 'none', example: '〒000-0000' },
  ip: { ja: '文書用のアドレス', en: 'one for documentation', example: '192.0.2.1' },
  number: { ja: '番号は {num} に', en: 'a slot', example: '{num}' },
  token: { ja: 'トークンは {token} に', en: 'a slot', example: '{token}' },
}

export const personalData: Check<FilesInput> = {
  id: 'personal-data',
  title: { ja: '個人を示すものがあります', en: 'something that says who somebody is' },
  run({ files, chosen }) {
    const offices = officesOf(files)
    const isOpen = (written: string): boolean => {
      // the stop of a sentence is part of no address
      const address = written.replace(/[.-]+$/, '')
      return isReserved(address.slice(address.lastIndexOf('@') + 1).toLowerCase()) || offices.isOpen(address)
    }
    return chosen
      .filter(({ kind }) => kind !== 'brand' && kind !== 'hosts')
      .flatMap((source): Finding[] =>
        linesOf(source.data, KEYS).flatMap(({ path, text }) =>
          spansIn(text)
            .filter(({ kind, start, end }) =>
              // addresses of senders have a check of their own
              kind !== 'address' ? true : path[0] !== 'senders' && !isOpen(text.slice(start, end)),
            )
            .slice(0, 1)
            .map(({ kind, start, end }) => ({
              source,
              path,
              message: WHAT[kind],
              expected: INSTEAD[kind],
              example: INSTEAD[kind].example,
              found: shorten(text.slice(start, end)),
            })),
        ),
      )
  },
}

/** What stands in a text. Slots are no words, and names are looked for where people are addressed. */
function spansIn(text: string): Span[] {
  const slotless = text.replaceAll(/\{[\w-]+\}/g, (slot) => ' '.repeat(slot.length))
  return [...numberSpans(slotless), ...tokenSpans(slotless, LONG_TOKEN), ...honorificNames(slotless)].sort(
    (a, b) => a.start - b.start,
  )
}
