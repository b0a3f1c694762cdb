/** Does the comparison of runtimes see what differs? */
import { expect, test } from 'vitest'
import { allCases } from './cases.ts'
import { compare, tableOf, thrown } from './compare.ts'
import type { Cases } from './suite.ts'

const cases: Cases = {
  links: [
    { ask: 'text', text: 'a' },
    { ask: 'text', text: 'b' },
  ],
  html: [{ ask: 'html', text: 'c' }],
}
const expected = { links: ['"a"', '"b"'], html: ['"c"'] }

test('the same answers are the same', () => {
  expect(compare(cases, expected, structuredClone(expected)).map(({ differing }) => differing)).toEqual([0, 0])
})

test('another answer is counted, and shown from where it parts', () => {
  expect(compare(cases, expected, { links: ['"a"', '"x"'], html: ['"c"'] })[0]).toEqual({
    section: 'links',
    differing: 1,
    first: 'case 1, {"ask":"text","text":"b"}\n  expected "\\"b\\""\n  found    "\\"x\\""',
  })
})

test('a section that a runtime did not answer differs as a whole', () => {
  expect(compare(cases, expected, { html: ['"c"'] })[0]?.differing).toBe(2)
})

test('nothing in the reference is no agreement', () => {
  expect(compare(cases, {}, {}).map(({ differing }) => differing)).toEqual([2, 1])
})

test('the table has a line for each section', () => {
  const rows = [{ name: 'Bun (1)', compared: compare(cases, expected, { links: expected.links, html: ['"x"'] }) }]
  expect(tableOf(cases, 'Node 20 (20)', expected, rows).replaceAll(/[0-9a-f]{8}/g, 'hash')).toBe(
    [
      '| section | cases | Node 20 (20) | Bun (1) |',
      '| --- | --- | --- | --- |',
      '| links | 2 | hash | ok |',
      '| html | 1 | hash | 1 differ |',
    ].join('\n'),
  )
})

test('an exception is found among the answers', () => {
  expect(thrown(cases, { links: ['"a"', 'threw TypeError: x'], html: ['"c"'] })).toEqual([
    'links 1: threw TypeError: x',
  ])
})

test('the cases are the same at every run', () => {
  expect(allCases()).toEqual(allCases())
})
