import fc from 'fast-check'
import { Tokenizer } from 'htmlparser2'
import { expect, test } from 'vitest'
import { ATTRIBUTE, type Attributes } from '../../src/text/attributes.ts'
import { decodeAttribute } from '../../src/text/entity.ts'
import { MARKUP, readHtml, TEXT_ONLY, TEXT_TO_END } from '../../src/text/html-reader.ts'

const KINDS = Object.keys(ATTRIBUTE)
const RAW = /^(?:script|style|title|textarea|xmp|iframe|noembed|noframes)$/i

/** Adds a token; text that comes in pieces is one text. */
function put(tokens: string[], kind: string, value: string): void {
  const last = tokens.length - 1
  if (kind === 'text' && tokens[last]?.startsWith('text')) tokens[last] += value
  else tokens.push(`${kind} ${value}`)
}

function ours(html: string): string[] {
  const tokens: string[] = []
  readHtml(html, {
    open(from, to, attributes: Attributes) {
      const name = html.slice(from, to)
      const values = KINDS.map((kind, i) => (attributes.has(i) ? `${kind}=${attributes.get(i)}` : ''))
      put(tokens, 'open', `${name} ${values.filter((value) => value !== '').join('|')}`)
      return RAW.test(name) ? TEXT_ONLY : /^plaintext$/i.test(name) ? TEXT_TO_END : MARKUP
    },
    close: (from, to) => put(tokens, 'close', html.slice(from, to)),
    text: (from, to) => put(tokens, 'text', html.slice(from, to)),
  })
  return tokens
}

function theirs(html: string): string[] {
  const tokens: string[] = []
  let name = ''
  let attribute = ''
  let value = ''
  let values = new Map<string, string>()
  const open = (): void => {
    const known = KINDS.filter((kind) => values.has(kind)).map((kind) => `${kind}=${values.get(kind)}`)
    put(tokens, 'open', `${name} ${known.join('|')}`)
  }
  const nothing = (): void => {}
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname(from, to) {
        name = html.slice(from, to)
        values = new Map()
      },
      onattribname(from, to) {
        attribute = html.slice(from, to).toLowerCase()
        value = ''
      },
      onattribdata: (from, to) => {
        value = decodeAttribute(html.slice(from, to))
      },
      onattribend: () => {
        if (!values.has(attribute)) values.set(attribute, value)
      },
      onattribentity: nothing,
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag: (from, to) => put(tokens, 'close', html.slice(from, to)),
      ontext: (from, to) => put(tokens, 'text', html.slice(from, to)),
      ontextentity: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return tokens
}

const NAMES = [
  'a',
  'B',
  'div',
  'o:p',
  'style',
  'Style',
  'script',
  'title',
  'textarea',
  'xmp',
  'iframe',
  'plaintext',
  's',
]
const TEXTS = [
  'カゴヤ',
  ' ',
  '\n',
  'a',
  '<',
  '< ',
  '<3',
  '<<',
  '>',
  '/',
  '-',
  '!',
  '&#x3c;',
  '"',
  "'",
  '=',
  '</',
  '<!',
  '\0',
]
const BLANKS = ['', ' ', '\t', '\n', '\f ', '/', ' / ']
const VALUES = ['', '="b > c"', "='d \" e'", '=f', '= g/h', ' = "i"', '="j"k', '=l=m', '=', '==n', '="o&#x70;"']

const name = fc.constantFrom(...NAMES)
const blank = fc.constantFrom(...BLANKS)
const attribute = fc.tuple(
  fc.constantFrom(' ', '\n', '/', ' /'),
  fc.constantFrom(...KINDS, 'HREF', 'Style', 'x', '=y', '"z', '<w', 'data-href'),
  fc.constantFrom(...VALUES),
)
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(name, fc.array(attribute, { maxLength: 4 }), blank)
      .map(([tag, attributes, end]) => `<${tag}${attributes.flat().join('')}${end}>`),
  },
  { weight: 3, arbitrary: fc.tuple(name, blank).map(([tag, end]) => `</${tag}${end}>`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom('<!--', '<!-', '<!', '<?', '</ ', '<!doctype', '<!--[if', '<![if'),
        fc.array(fc.constantFrom('-', '--', '!', '>', 'x', '<b>', ' '), { maxLength: 6 }).map((all) => all.join('')),
        fc.constantFrom('-->', '--!>', '->', '>', '---->', '--!-->'),
      )
      .map((all) => all.join('')),
  },
)

/** What htmlparser2 reads otherwise than the standard: an end tag has its attributes, with their quotes, like any other. */
const END_TAG_WITH_VALUE = /<\/[a-z][^>]*["'=]/i

test('any markup has the tags, attributes and texts that htmlparser2 finds', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      // a tag or comment that the end cuts off is the other thing that it reads otherwise
      const html = `${pieces.join('')}'>">-->.`
      fc.pre(!END_TAG_WITH_VALUE.test(html))
      expect(ours(html)).toEqual(theirs(html))
    }),
    { numRuns: 3_000 },
  )
})
