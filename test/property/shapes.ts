/** In which shapes and under which options is a broken mail tried? */
import type { ClassifyOptions } from '../../src/detect/model.ts'
import type { MessageInput } from '../../src/message/model.ts'

/** None, those that make more checks run, and caps that every mail reaches. */
export const OPTIONS: ClassifyOptions[] = [
  {},
  {},
  { trustedAuthserv: 'mx.example', recipient: 'user@customer.example' },
  { recipient: 'User@Customer.Example', ownDomains: ['customer.example'] },
  { limits: { links: 3, textUnits: 500, htmlUnits: 500, matchUnits: 200, evidence: 5, headers: 5, parts: 3 } },
  { limits: { innerDepth: 1, innerMessages: 2, depth: 2, openTags: 4, addresses: 1, headerBytes: 40, urlUnits: 30 } },
]

/** The same mail as bytes, as a string of bytes, as pasted text, or as the fields of a host program. */
export const SHAPES: Array<(bytes: Uint8Array) => MessageInput> = [
  (bytes) => bytes,
  (bytes) => bytes,
  (bytes) => bytes,
  (bytes) => Buffer.from(bytes).toString('latin1'),
  (bytes) => Buffer.from(bytes).toString('utf8'),
  (bytes) => {
    const text = Buffer.from(bytes).toString('utf8')
    const third = Math.floor(text.length / 3)
    return {
      from: text.slice(0, 60),
      to: { name: text.slice(60, 80), address: 'user@customer.example' },
      subject: text.slice(80, 200),
      text: text.slice(0, third * 2),
      html: text.slice(third),
    }
  },
]
