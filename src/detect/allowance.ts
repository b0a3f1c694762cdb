/** How much is looked at of all the messages that one mail carries? */
import type { LimitHit, Limits } from '../limits.ts'
import { cutText } from '../text/cut.ts'

/**
 * What is left for the messages inside a mail. Caps hold for one message, and twenty of them at their caps take seconds:
 * all of them together get what one message has, the caps of its text and of its HTML.
 */
export interface Allowance {
  /** UTF-16 code units of their fields. */
  units: number
  links: number
}

/** What each message gets when nothing is left, so that a stuffed one hides no other: more than most lures have. */
const LEAST: Readonly<Allowance> = { units: 20_000, links: 25 }

/** Where a hit says that the allowance was used up. */
const TOGETHER = 'inner messages together'

/** The allowance of a mail. */
export function allowanceOf(limits: Limits): Allowance {
  return { units: 2 * limits.matchUnits, links: 2 * limits.links }
}

/** What one message may use. Without an allowance, as for the outermost, its own caps are all that holds. */
export class Share {
  private readonly whole: Allowance | undefined
  private readonly limits: Limits
  private readonly hits: LimitHit[]
  private units: number

  constructor(whole: Allowance | undefined, limits: Limits, hits: LimitHit[]) {
    this.whole = whole
    this.limits = limits
    this.hits = hits
    this.units = whole ? Math.max(whole.units, LEAST.units) : Number.POSITIVE_INFINITY
  }

  /** As much of a field's text as may be looked at. */
  textOf(text: string): string {
    const { whole, limits } = this
    if (!whole) return text
    const most = this.units
    // a message's own cap comes first: what lies behind it is not matched, and costs little
    const shown = text.length > most && most < limits.matchUnits ? cutText(text, most) : text
    if (shown !== text && !this.hits.some(isShared))
      this.hits.push({ limit: 'matchUnits', where: TOGETHER, cap: 2 * limits.matchUnits })
    const used = Math.min(shown.length, limits.matchUnits)
    this.units -= used
    whole.units = Math.max(0, whole.units - used)
    return shown
  }

  /** How many more links may be taken, of the text or of the HTML. */
  linkRoom(): number {
    return this.whole ? Math.min(this.limits.links, Math.max(this.whole.links, LEAST.links)) : this.limits.links
  }

  /** Counts links that were taken where `room` were allowed, and gives the cap that was reached. */
  takeLinks(count: number, room: number): LimitHit | undefined {
    if (this.whole) this.whole.links = Math.max(0, this.whole.links - count)
    if (count < room) return undefined
    const { links } = this.limits
    return room < links
      ? { limit: 'links', where: TOGETHER, cap: 2 * links }
      : { limit: 'links', where: 'body', cap: links }
  }
}

/** Whether a hit says that messages inside were not read in full because of what else the mail holds. */
export function isShared({ where }: LimitHit): boolean {
  return where === TOGETHER
}
