import { describe, expect, it } from 'vitest'
import { isHiddenOn, parseColour, TRANSPARENT, UNKNOWN_COLOUR } from '../../src/text/colour.ts'

const COLOURS: ReadonlyArray<readonly [value: string, colour: number]> = [
  ['#fff', 0xffffff],
  ['#123456', 0x123456],
  ['fefefe', 0xfefefe],
  ['#abcf', 0xaabbcc],
  ['#abc0', TRANSPARENT],
  ['#12345678', 0x123456],
  ['#12345601', TRANSPARENT],
  ['white', 0xffffff],
  ['whitesmoke', 0xf5f5f5],
  ['transparent', TRANSPARENT],
  ['rgb(1,2,3)', 0x010203],
  ['rgb(100% 0% 50%)', 0xff0080],
  ['rgba(255, 255, 255, .01)', TRANSPARENT],
  ['rgb(300 -5 0 / 1)', 0xff0000],
  ['hsl(120, 100%, 50%)', 0x00ff00],
  ['hsl(-240deg 100% 50%)', 0x00ff00],
  ['inherit', UNKNOWN_COLOUR],
  ['var(--x)', UNKNOWN_COLOUR],
  ['rgb(a,b,c)', UNKNOWN_COLOUR],
  ['constructor', UNKNOWN_COLOUR],
  ['', UNKNOWN_COLOUR],
  ['#ggg', UNKNOWN_COLOUR],
]

describe('parseColour', () => {
  it.each(COLOURS)('reads %j', (value, colour) => {
    expect(parseColour(value)).toBe(colour)
  })

  it('takes a ground that is nearly transparent for none', () => {
    expect(parseColour('rgba(27,31,35,0.1)', 0.5)).toBe(TRANSPARENT)
    expect(parseColour('rgba(27,31,35,0.9)', 0.5)).toBe(0x1b1f23)
  })
})

describe('isHiddenOn', () => {
  it('hides what is equal, near or transparent, and nothing on a ground that is unknown', () => {
    expect(isHiddenOn(0xffffff, 0xffffff)).toBe(true)
    expect(isHiddenOn(0xeeeeee, 0xffffff)).toBe(true)
    expect(isHiddenOn(0xcccccc, 0xffffff)).toBe(false)
    expect(isHiddenOn(0xffff00, 0xffffff)).toBe(false)
    expect(isHiddenOn(TRANSPARENT, UNKNOWN_COLOUR)).toBe(true)
    expect(isHiddenOn(0xffffff, UNKNOWN_COLOUR)).toBe(false)
  })
})
