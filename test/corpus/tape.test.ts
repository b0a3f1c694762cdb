import { describe, expect, it } from 'vitest'
import { TapeReader, TapeWriter } from '../../src/corpus/tape.ts'

describe('a tape', () => {
  it('gives what was written, in the same order', () => {
    const writer = new TapeWriter()
    writer.word('a')
    writer.texts(['件名', '差出人'])
    writer.words([])
    writer.text('')
    writer.words(['b', 'c'])
    const reader = new TapeReader(writer.toString())
    expect([reader.word(), reader.texts(), reader.words(), reader.text(), reader.words()]).toEqual([
      'a',
      ['件名', '差出人'],
      [],
      '',
      ['b', 'c'],
    ])
  })

  it.each([[['a~b']], [['a\nb']], [['=']], [['a', '']]])('does not take %j, which would be read otherwise', (list) => {
    expect(() => new TapeWriter().words(list)).toThrow('cannot be packed')
  })
})
