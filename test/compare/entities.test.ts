import { decodeHTML, decodeHTMLAttribute } from 'entities'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packEntities, readEntities } from '../../scripts/entity-table.ts'
import { ENTITIES } from '../../src/text/entity.data.ts'
import { decodeAttribute, decodeText } from '../../src/text/entity.ts'

const names = [...readEntities().keys()]

test('the table is made from the entities that is installed; npm run entity:table makes it anew', () => {
  expect(names.length).toBe(2231)
  expect(packEntities(readEntities()) === ENTITIES).toBe(true)
})

test('every name stands for what it stands for in entities, with and without what it ends with', () => {
  const texts = names.flatMap((name) => [`&${name}`, `&${name.slice(0, -1)}`, `&${name}x`, `a&${name}=`, `&${name};`])
  expect(texts.filter((text) => decodeText(text) !== decodeHTML(text))).toEqual([])
  expect(texts.filter((text) => decodeAttribute(text) !== decodeHTMLAttribute(text))).toEqual([])
})

const number = fc.oneof(
  fc.integer({ min: 0, max: 0x120 }),
  fc.integer({ min: 0xd700, max: 0xe100 }),
  fc.constantFrom(0xfffd, 0x1f600, 0x10ffff, 0x110000, 0xffffffff, 1e20),
)
const piece = fc.oneof(
  fc.constantFrom(
    '&',
    '&#',
    '&#x',
    '#',
    ';',
    'x',
    '=',
    '2',
    ' ',
    'カ',
    'n',
    'amp',
    'not',
    '&amp',
    '&NOT',
    '&#0;',
    '&#X',
  ),
  fc.constantFrom(...names).map((name) => `&${name}`),
  number.map((n) => `&#${n}`),
  number.map((n) => `&#x${n.toString(16)};`),
)

test('any text is decoded as entities decodes it', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      (text) => {
        expect(decodeText(text)).toBe(decodeHTML(text))
        expect(decodeAttribute(text)).toBe(decodeHTMLAttribute(text))
      },
    ),
    { numRuns: 5_000 },
  )
})
