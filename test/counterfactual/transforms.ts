/** Which counterfactual mails are made of a lure, and what must hold for them? */
import { allOfficial, brandOf, unlistedLinks, unlistedSender } from './honest.ts'
import type { Letter } from './letter.ts'
import { otherForm, reordered, salted, shortened, thereAndBack } from './noise.ts'
import { othersOf, rebranded } from './rebrand.ts'
import { bare, clickableNotice, isLive, liveNotice, maskedNotice, STYLES, withWarningLine } from './warnings.ts'

/** One way to change a lure. */
export interface Transformation {
  id: string
  about: string
  /** `innocent`: nothing of the lure's deceit is left; `lure`: it still is one. */
  expect: 'innocent' | 'lure'
  /** The lure that a made mail is compared with, where it is not the letter itself. */
  base?: (letter: Letter, variant: string) => Letter
  /** The mails made of a letter, by name of the variant; `next` is a letter of another campaign. */
  make: (letter: Letter, next: Letter) => Record<string, Letter | undefined>
}

/** How many other brands a lure is given. */
const REBRANDS = 4

const inStyles = (make: (style: (typeof STYLES)[string]) => Letter | undefined): Record<string, Letter | undefined> =>
  Object.fromEntries(Object.entries(STYLES).map(([name, style]) => [name, make(style)]))

/** The name by which a warning calls the brand of a lure. */
function nameOf(letter: Letter): string {
  const names = brandOf(letter)?.names
  return names?.ja[0] ?? names?.en[0] ?? '当社'
}

/** All of them, in the order of the report. */
export const TRANSFORMATIONS: Transformation[] = [
  {
    id: 'all-official',
    about: 'sender and every link are the brand’s own',
    expect: 'innocent',
    make: (letter) => ({ '': allOfficial(letter) }),
  },
  {
    id: 'unlisted-sender',
    about: 'links of the brand, sender on a neutral domain',
    expect: 'innocent',
    make: (letter) => ({ '': unlistedSender(letter) }),
  },
  {
    id: 'unlisted-links',
    about: 'links and sender on one neutral domain, no brand in the display name',
    expect: 'innocent',
    make: (letter) => ({ '': unlistedLinks(letter) }),
  },
  {
    id: 'masked-notice',
    about: 'shown in a warning, URLs blotted out',
    expect: 'innocent',
    make: (letter) => inStyles((style) => maskedNotice(letter, style, nameOf(letter))),
  },
  {
    id: 'two-in-a-notice',
    about: 'two lures shown in a warning with clickable URLs',
    expect: 'innocent',
    make: (letter, next) => inStyles((style) => clickableNotice([letter, next], style, nameOf(letter))),
  },
  {
    id: 'live-under-warning',
    about: 'the lure’s own sender puts a whole warning around it, with a live hyperlink',
    expect: 'lure',
    base: bare,
    make: (letter) => (isLive(letter) ? inStyles((style) => liveNotice(letter, style, nameOf(letter), false)) : {}),
  },
  {
    id: 'live-in-a-notice',
    about: 'a help desk shows one lure with its live hyperlink, against the same lure sent bare by that desk',
    expect: 'lure',
    base: (letter, variant) => {
      const { from, subject } = STYLES[variant]!
      return { ...bare(letter), from, subject: subject(nameOf(letter)), replyTo: '', to: 'user@customer.example' }
    },
    make: (letter) => (isLive(letter) ? inStyles((style) => liveNotice(letter, style, nameOf(letter), true)) : {}),
  },
  ...(['top', 'end'] as const).map(
    (where): Transformation => ({
      id: `warning-line-${where}`,
      about: `a line of warning at the ${where}`,
      expect: 'lure',
      make: (letter) => inStyles((style) => withWarningLine(letter, style, where)),
    }),
  ),
  {
    id: 're-branded',
    about: 'in the name of other brands of the same kind',
    expect: 'lure',
    make: (letter) =>
      Object.fromEntries(othersOf(letter, REBRANDS).map((other) => [other.id, rebranded(letter, other)])),
  },
  ...[5, 10, 20, 30].map(
    (percent): Transformation => ({
      id: `salted-${percent}`,
      about: `invisible characters behind ${percent} % of the letters`,
      expect: 'lure',
      make: (letter) => ({ '': salted(letter, percent / 100) }),
    }),
  ),
  { id: 'shortened', about: 'a fifth of the sentences dropped', expect: 'lure', make: (l) => ({ '': shortened(l) }) },
  { id: 're-ordered', about: 'sentences in another order', expect: 'lure', make: (l) => ({ '': reordered(l) }) },
  { id: 'other-form', about: 'HTML as text, text as HTML', expect: 'lure', make: (l) => ({ '': otherForm(l) }) },
  { id: 'there-and-back', about: 'as text and as HTML again', expect: 'lure', make: (l) => ({ '': thereAndBack(l) }) },
]
