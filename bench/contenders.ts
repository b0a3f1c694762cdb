/** Who reads the mails of the bench: the library, the parsers it is measured against, and the least that anybody must do. */
import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'
import type { classify } from '../src/classify.ts'
import type { Contender } from './measure.ts'

/** The built package, which is what users run. */
export const BUILT = new URL('../dist/index.js', import.meta.url)

/** The library: the built package, or the sources, which are never stale but a tenth slower (tsx keeps functions' names). */
export async function classifier(isBuilt: boolean): Promise<typeof classify> {
  const file = isBuilt ? BUILT.href : new URL('../src/classify.ts', import.meta.url).href
  return ((await import(file)) as { classify: typeof classify }).classify
}

/** One decoder for all mails: what one look at each byte costs. */
const decoder = new TextDecoder('utf-8')

/** The name of the floor that no reader of mail can go below. */
export const FLOOR = 'TextDecoder'

/** The library and postal-mime. */
export async function pair(isBuilt = false): Promise<Contender[]> {
  const classify = await classifier(isBuilt)
  return [
    { name: 'lurebook', read: (bytes) => classify(bytes) },
    { name: 'postal-mime', read: (bytes) => PostalMime.parse(bytes) },
  ]
}

/** All of them. */
export async function everybody(isBuilt = false): Promise<Contender[]> {
  return [
    ...(await pair(isBuilt)),
    { name: 'mailparser', read: (bytes) => simpleParser(Buffer.from(bytes)) },
    { name: FLOOR, read: (bytes) => decoder.decode(bytes) },
  ]
}
