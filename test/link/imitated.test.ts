import { describe, expect, it } from 'vitest'
import { builtin } from '../../src/corpus/builtin.ts'
import { linkKnowledge } from '../../src/link/host-facts.ts'
import { imitated } from '../../src/link/imitated.ts'

const { index } = linkKnowledge(builtin())

describe('a word that a reader takes for a brand', () => {
  it.each([
    ['arnazon', 'amazon'],
    ['aamzon', 'amazon'],
    ['micr0soft', 'microsoft'],
    ['amozon', 'amazon'],
    ['rakuteen', 'rakuten'],
    ['mlcrosoft', 'microsoft'],
  ])('%s is taken for %s', (word, expected) => {
    expect(imitated(index, word)?.text).toBe(expected)
  })

  it.each([
    'amazon',
    'nagoya',
    'amazing',
    'support',
    'yamada',
    'tanaka',
    'info',
    'newsletter',
    'recruit',
    'a'.repeat(30),
  ])('%s imitates nobody', (word) => {
    expect(imitated(index, word)).toBeUndefined()
  })
})
