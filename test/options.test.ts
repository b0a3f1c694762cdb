import { describe, expect, it } from 'vitest'
import { checkOptions } from '../src/options.ts'

describe('checkOptions', () => {
  const good: Array<[name: string, options: unknown]> = [
    ['no options', {}],
    ['absent values', { recipient: undefined, limits: undefined }],
    ['one trusted server', { trustedAuthserv: 'mx.example.com' }],
    ['several trusted servers', { trustedAuthserv: ['mx1.example.com', 'mx2.example.com'] }],
    ['a recipient', { recipient: 'user@example.com' }],
    ['no redaction', { redact: false }],
    ['own domains', { ownDomains: ['example.com'] }],
    ['ids to leave out', { disable: ['kagoya', 'kagoya/server-failure', 'link-ip-host'] }],
    ['a limit', { limits: { links: 10 } }],
    ['the deepest judging', { limits: { innerDepth: 50 } }],
  ]
  for (const [name, options] of good) {
    it(`takes ${name}`, () => {
      expect(() => checkOptions(options)).not.toThrow()
    })
  }

  const bad: Array<[name: string, options: unknown, message: string]> = [
    ['no object', 1, 'options: expected an object, received number'],
    ['null', null, 'options: expected an object, received object'],
    ['an unknown option', { recipients: [] }, 'options.recipients: no such option'],
    ['a name of every object', { constructor: 1 }, 'options.constructor: no such option'],
    ['a number as server', { trustedAuthserv: 1 }, 'options.trustedAuthserv: expected a string or an array of strings'],
    ['a list with a number in it', { ownDomains: ['a', 1] }, 'options.ownDomains: expected an array of domains'],
    ['one id without a list', { disable: 'kagoya' }, 'options.disable: expected an array of ids, received string'],
    ['a word for a boolean', { redact: 'no' }, 'options.redact: expected a boolean'],
    ['a list of recipients', { recipient: ['a@example.com'] }, 'options.recipient: expected a string'],
    ['an unknown limit', { limits: { speed: 1 } }, 'options.limits: expected an object of positive numbers'],
    ['a limit of nothing', { limits: { links: 0 } }, 'options.limits'],
    ['a limit without end', { limits: { links: Number.POSITIVE_INFINITY } }, 'options.limits'],
    ['a limit that is no number', { limits: { links: Number.NaN } }, 'options.limits'],
    ['judging that could end the stack', { limits: { innerDepth: 51 } }, 'options.limits'],
    ['no limits at all', { limits: null }, 'options.limits'],
  ]
  for (const [name, options, message] of bad) {
    it(`throws a TypeError that names the option for ${name}`, () => {
      expect(() => checkOptions(options)).toThrow(TypeError)
      expect(() => checkOptions(options)).toThrow(message)
    })
  }
})
