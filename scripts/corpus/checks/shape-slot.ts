/** Are the slots of subjects, senders and links known ones? An unknown one would be shown as it stands and match nothing. */
import { shorten, type Text } from '../problem.ts'
import { type Check, type FilesInput, type Finding, linesOf } from './check.ts'
import { nearest } from './references.ts'

/** What each slot of a shape stands for; phrases have fewer. */
const SLOTS: Readonly<Record<string, Text>> = {
  host: { ja: 'ホスト名', en: 'a host' },
  'provider-domain': { ja: 'ブランドのドメイン', en: 'the brand’s domain' },
  'brand-domain': { ja: '似せたドメイン', en: 'one made to look like it' },
  brand: { ja: 'ブランド名', en: 'a brand’s name' },
  victim: { ja: '受信者', en: 'the recipient' },
  token: { ja: '意味のない文字列', en: 'letters without meaning' },
  num: { ja: '数字', en: 'digits' },
  date: { ja: '日付', en: 'a date' },
  noise: { ja: '紛れ込ませた文字', en: 'filling' },
}

const allSlots = (lang: keyof Text): string =>
  Object.entries(SLOTS)
    .map(([name, meaning]) => `{${name}} ${meaning[lang]}`)
    .join(lang === 'ja' ? '、' : ', ')

export const shapeSlot: Check<FilesInput> = {
  id: 'shape-slot',
  title: { ja: '知らないスロットです', en: 'an unknown slot' },
  run: ({ chosen }) =>
    chosen
      .filter(({ kind }) => kind === 'lure')
      .flatMap((source): Finding[] =>
        linesOf(source.data, ['subjects', 'senders', 'links']).flatMap(({ path, text }) => {
          const found = wrongSlot(text)
          if (found === undefined) return []
          const isPair = /^\{.*\}$/.test(found)
          return [
            {
              source,
              path,
              ...(!isPair && { message: UNPAIRED }),
              expected: { ja: allSlots('ja'), en: allSlots('en') },
              example: meant(found) ?? "'https://{host}/{provider-domain}?uid={victim}'",
              found: shorten(found),
            },
          ]
        }),
      ),
}

/** Said of braces that hold no slot, whatever stands in them. */
export const UNPAIRED: Text = {
  ja: 'スロットは半角の { と } で囲みます',
  en: 'a slot stands between { and }, both of half width',
}

/** `｛victim｝` is typed with a Japanese keyboard; `｛重要｝` is how some subjects open. */
export const WIDE_SLOT = /[｛{][ \w-]{0,32}｝|｛[ \w-]{0,32}\}/

/** The first piece that is no slot. */
function wrongSlot(text: string): string | undefined {
  const wide = WIDE_SLOT.exec(text)
  if (wide) return wide[0]
  for (let at = text.search(/[{}]/); at >= 0; ) {
    const length = text.slice(at + 1).search(/[{}]/) + 2
    const piece = length < 2 ? text.slice(at) : text.slice(at, at + length)
    if (!/^\{.*\}$/.test(piece) || !Object.hasOwn(SLOTS, piece.slice(1, -1))) return piece
    const next = text.slice(at + length).search(/[{}]/)
    at = next < 0 ? -1 : at + length + next
  }
  return undefined
}

/** The slot that was misspelled, when it opens alike. */
function meant(found: string): string | undefined {
  const name = found
    .normalize('NFKC')
    .replaceAll(/[{}\s]/g, '')
    .toLowerCase()
    .replaceAll('_', '-')
  const near = nearest(name, Object.keys(SLOTS))
  return near !== undefined && name !== '' && near[0] === name[0] ? `{${near}}` : undefined
}
