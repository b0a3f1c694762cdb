/** Does a media query hold where mail is read? */
import { pixels } from './css-length.ts'

/** Width in px that every screen has, and one that none has. */
const EVERY_WIDTH = 300
const NO_WIDTH = 10_000

/** Queries of a list, and conditions of a query, that are judged; what has more depends on the screen. */
const QUERIES = 50
const CONDITIONS = 10

/** Media on which nobody reads mail. */
const OTHER_MEDIA = ' print speech aural braille embossed handheld projection tty tv '

/**
 * Judges a list of media queries (Media Queries 4, 2 and 3).
 *
 * @param queries - what stands after `@media`, or in a `media` attribute
 * @returns true or false where it is certain; undefined where it depends on the screen, or is not understood
 */
export function mediaHold(queries: string): boolean | undefined {
  if (queries.trim() === '') return true
  let all: boolean | undefined = false
  const list = queries.toLowerCase().split(',', QUERIES + 1)
  if (list.length > QUERIES) return undefined
  for (const query of list) {
    const holds = queryHolds(query.trim())
    if (holds) return true
    if (holds === undefined) all = undefined
  }
  return all
}

function queryHolds(query: string): boolean | undefined {
  const parts = query.split(/\sand\s/, CONDITIONS + 1)
  let certain: boolean | undefined = parts.length > CONDITIONS ? undefined : true
  for (const [i, part] of parts.entries()) {
    const word = part.trim()
    const type = i === 0 && word.startsWith('only ') ? word.slice(5).trim() : word
    if (i === 0 && OTHER_MEDIA.includes(` ${type} `)) return false
    if (!(i === 0 ? type === 'all' || type === 'screen' || featureHolds(word) : featureHolds(word))) certain = undefined
  }
  return certain
}

/** Whether `(min-width: 1px)` and the like hold on every screen. */
function featureHolds(feature: string): boolean {
  if (!feature.startsWith('(') || feature.indexOf(')') !== feature.length - 1) return false
  const colon = feature.indexOf(':')
  const name = feature.slice(1, colon < 0 ? -1 : colon).trim()
  const px = colon < 0 ? Number.NaN : pixels(feature.slice(colon + 1, -1).trim())
  return (name === 'min-width' && px <= EVERY_WIDTH) || (name === 'max-width' && px >= NO_WIDTH)
}
