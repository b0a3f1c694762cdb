/** Is a letter a letter on every host? */
import { describe, expect, it } from 'vitest'
import { hasWord, isWordUnit } from '../../src/text/letter.ts'

describe('words', () => {
  it.each([
    'a',
    'Z',
    '7',
    'é',
    'ß',
    'я',
    'Ω',
    'カ',
    'ー',
    'ｶ',
    '々',
    '〆',
    '漢',
    '𠮷',
    '한',
    '①',
    '²',
    'Ａ',
    '５',
    '𝗄',
    'ب',
    'ไ',
  ])('are made of %s', (character) => {
    expect(hasWord(`★${character}`)).toBe(true)
  })

  it.each([
    '',
    ' ',
    '　',
    '【】',
    '「」',
    '!',
    '！',
    '★',
    '■',
    '・',
    '〜',
    '-',
    '—',
    '…',
    '×',
    '©',
    '€',
    '😀',
    '⚠️',
    '㈱',
    '゛',
    '\ufffd',
  ])('are not made of "%s"', (text) => {
    expect(hasWord(text)).toBe(false)
  })

  // Characters that Unicode 16 and 17 added: a host of 2024 knows none of them.
  it.each(['\ua7cb', '\u1c89', '\ua7ce', '\ua7f1', '\u{10d50}', '\u{16ea0}'])(
    'are made of the young letter %s on every host',
    (letter) => {
      expect(hasWord(letter)).toBe(true)
    },
  )

  it.each([
    [0x00, 0x24f],
    [0x2000, 0x2bff],
    [0x2e80, 0xa48f],
    [0xac00, 0xd7a3],
    [0xfe00, 0xffff],
  ])('are made of what this host calls a letter or number from %i to %i', (first, last) => {
    const differing: string[] = []
    for (let unit = first; unit <= last; unit++) {
      const character = String.fromCharCode(unit)
      // What this host has not assigned it can say nothing about; marks go with their letters.
      if (!/[\p{Assigned}]/u.test(character) || /\p{M}/u.test(character)) continue
      if (isWordUnit(unit) !== /[\p{L}\p{N}]/u.test(character)) differing.push(unit.toString(16))
    }
    expect(differing).toEqual([])
  })
})
