/** Does a file that YAML can read say something other than what was meant? Quotes that are part of a text, a text cut at `#`. */
import { type Document, visit } from 'yaml'
import { shorten } from '../problem.ts'
import type { Finding } from './check.ts'

/** A slip with the place where it stands, in code units. */
export type Slip = Required<Pick<Finding, 'message' | 'expected' | 'example'>> & { at: number }

const STRAY_QUOTE = {
  message: { ja: '引用符が対になっていません', en: 'a quote without its pair, or one that is not straight' },
  expected: { ja: "始まりと終わりの両方に半角の '", en: "a straight ' at both ends" },
}

/** `subject: 請求書 #12` would be `請求書`; remarks of this corpus have a blank behind the sign. */
const CUT = {
  message: { ja: '# から後ろが読まれません', en: 'what follows the # is not read' },
  expected: {
    ja: '# を含む文字列は引用符で囲む。注釈なら # のあとに空白',
    en: 'text with # in quotes; a remark has a blank behind the #',
  },
}

const OPENING = '“”‘’＂＇'
const CLOSING = `${OPENING}'"`

/** The first slip of a document without errors. Whoever means such a quote puts straight ones around it. */
export function findSlip(document: Document): Slip | undefined {
  let slip: Slip | undefined
  visit(document, {
    Scalar: (_, { type, value, comment, range }) => {
      if (type !== 'PLAIN' || typeof value !== 'string') return undefined
      const at = range?.[0] ?? 0
      const isWrapped = OPENING.includes(value.charAt(0)) && value.length > 1
      const isLone = value.search(/['"]/) === value.length - 1
      if (value !== '' && CLOSING.includes(value.charAt(value.length - 1)) && (isWrapped || isLone)) {
        const text = value.slice(isWrapped ? 1 : 0, -1)
        slip = { at, ...STRAY_QUOTE, example: `'${shorten(text)}'` }
        return visit.BREAK
      }
      if (comment == null || comment.startsWith(' ')) return undefined
      slip = { at, ...CUT, example: `'${shorten(`${value} #${comment}`)}'` }
      return visit.BREAK
    },
  })
  return slip
}
