import { describe, expect, it } from 'vitest'
import {
  ABSOLUTE,
  CLIP,
  CLIP_PATH,
  CLIPPED_X,
  CLIPPED_Y,
  FILTERED,
  LEFT,
  MARGIN,
  MIN_WIDTH,
  NO_HEIGHT,
  NO_MAX_HEIGHT,
  NO_MAX_WIDTH,
  PADDING_X,
  PADDING_Y,
  POSITIONED,
  PUSHED,
  SCALED_AWAY,
  SIZED,
  TABLED,
  TRANSFORMED,
} from '../../src/text/box.ts'
import { INHERITED_COLOUR, TRANSPARENT, UNSURE_COLOUR } from '../../src/text/colour.ts'
import { DISPLAY_BLOCK, DISPLAY_INLINE, DISPLAY_NONE, DISPLAY_SHOWN, Style } from '../../src/text/style.ts'
import { parseStyle } from '../../src/text/style-parse.ts'

const STYLES: ReadonlyArray<readonly [css: string, says: Partial<Style>]> = [
  ['', {}],
  ['nonsense', {}],
  ['visibility:collapse', { visibility: 'hidden' }],
  ['visibility:inherit', { visibility: 'inherit' }],
  ['visibility:hidden;visibility:foo', { visibility: 'hidden' }],
  ['content:";visibility:hidden"', {}],
  ['a:{;visibility:hidden}', {}],
  ["a:url(b'c);visibility:hidden", { visibility: 'hidden' }],
  ['vis/**/ibility:hidden', {}],
  ['visibility:hid/**/den', {}],
  ['/* x */visibility:/**/hidden/*', { visibility: 'hidden' }],
  ['v\\69 sibility:hidden', { visibility: 'hidden' }],
  ['visibility\\3ahidden', {}],
  ['background:url(data:a;display:none)', { picture: true }],
  ['background:#fff url(x)', { picture: true }],
  ['background:linear-gradient(red,blue)', { picture: true }],
  ['background:#fff none', { ground: 0xffffff }],
  ['background:#fff no-repeat center / 50%', { ground: 0xffffff }],
  ['background:fff', { picture: true }],
  ['background:windowtext', { picture: true }],
  ['background:oklch(0 0 0)', { picture: true }],
  ['background-image:none', {}],
  ['background-color:rgba(0,0,0,.1)', { ground: TRANSPARENT }],
  ['color:#fff', { colour: 0xffffff }],
  ['color:#fff;color:#ggg', { colour: 0xffffff }],
  ['color:#fff;color:canvastext', { colour: UNSURE_COLOUR }],
  ['color:#fff;color:oklch(0 0 0)', { colour: UNSURE_COLOUR }],
  ['color:#000;color:rgb(255,255,255)x', { colour: UNSURE_COLOUR }],
  ['color:fff', { colour: UNSURE_COLOUR }],
  ['color:inherit', { colour: INHERITED_COLOUR }],
  ['color:#fff;color:initial', { colour: 0 }],
  ['opacity:50%', { opacity: 0.5 }],
  ['opacity:0;opacity:1', { opacity: 1 }],
  ['opacity:0;opacity:initial', { opacity: 1 }],
  ['opacity:0;opacity:calc(1)', { opacity: 1 }],
  ['opacity:0;opacity:x', { opacity: 0 }],
  ['opacity:0x', {}],
  ['font-size:0', { fontPx: 0 }],
  ['font-size:0;font-size:9pt', { fontPx: 12 }],
  ['font-size:50%', { fontEm: 0.5 }],
  ['font-size:small', { fontPx: 13 }],
  ['font-size:smaller', { fontEm: 5 / 6 }],
  ['font-size:constructor', {}],
  ['font-size:-1px', {}],
  ['font-size:1e1px', { fontPx: 10 }],
  ['font-size:0;font-size:initial', { fontPx: 16 }],
  ['font-size:inherit', { fontEm: 1 }],
  ['font-size:calc(1px)', { fontPx: 16 }],
  ['font-size:1', { fontPx: 16 }],
  ['font:bold 12px/1.5 Arial', { fontPx: 12 }],
  ['font:700 0/0 a', { fontPx: 0 }],
  ['font:0', {}],
  ['font-size:0;font:small Arial', { fontPx: 13 }],
  ['font-size:0;font:menu', { fontPx: 16 }],
  ['font-size:0;font:inherit', { fontEm: 1 }],
  ['white-space:pre-line', { pre: true }],
  ['white-space:normal', { pre: false }],
]

/** What is said of a box: all that holds, and all of which something was said. */
const BOXES: ReadonlyArray<readonly [css: string, on: number, said: number]> = [
  ['left:-9999px', LEFT, LEFT],
  ['left:-9999px;left:0', 0, LEFT],
  ['left:-20px', 0, LEFT],
  ['left:-9999', 0, LEFT],
  ['left:9999px', PUSHED, LEFT | PUSHED],
  ['position:absolute', ABSOLUTE | POSITIONED, ABSOLUTE | POSITIONED],
  ['position:absolute;position:relative', POSITIONED, ABSOLUTE | POSITIONED],
  ['position:absolute;position:static', 0, ABSOLUTE | POSITIONED],
  ['position:absolute;position:foo', ABSOLUTE | POSITIONED, ABSOLUTE | POSITIONED],
  ['margin-left:-100em', MARGIN, MARGIN],
  ['margin-left:-9999px;margin:0', 0, MARGIN],
  ['margin:0 0 0 -9999px', MARGIN, MARGIN],
  ['margin:0 auto', 0, MARGIN],
  ['overflow:hidden', CLIPPED_X | CLIPPED_Y, CLIPPED_X | CLIPPED_Y],
  ['overflow:hidden;overflow:visible', 0, CLIPPED_X | CLIPPED_Y],
  ['height:1px', NO_HEIGHT, NO_HEIGHT],
  ['height:100%', 0, NO_HEIGHT],
  ['max-width:0', NO_MAX_WIDTH, NO_MAX_WIDTH],
  ['max-height:0;max-height:none', 0, NO_MAX_HEIGHT],
  ['min-width:100px', MIN_WIDTH, MIN_WIDTH],
  ['padding:0 20px', PADDING_X, PADDING_X | PADDING_Y],
  ['clip:rect(1px,1px,1px,1px)', CLIP, CLIP],
  ['clip:rect(0,10px,10px,0)', 0, CLIP],
  ['clip:rect(0 0 0 0);clip:auto', 0, CLIP],
  ['clip-path:inset(50%)', CLIP_PATH, CLIP_PATH],
  ['clip-path:inset(50% 0 0 0)', 0, CLIP_PATH],
  ['clip-path:polygon(0 0,0 0)', CLIP_PATH, CLIP_PATH],
  ['transform:scaleX(0)', SCALED_AWAY | TRANSFORMED, SCALED_AWAY | TRANSFORMED],
  ['transform:scale(-1)', TRANSFORMED, SCALED_AWAY | TRANSFORMED],
  ['-webkit-transform:scale(0);transform:none', TRANSFORMED, SCALED_AWAY | TRANSFORMED],
  ['filter:opacity(0)', FILTERED, FILTERED],
]

const DISPLAYS: ReadonlyArray<readonly [css: string, display: number, on: number]> = [
  ['display:none', DISPLAY_NONE, 0],
  ['display: BLOCK', DISPLAY_BLOCK, 0],
  ['display:inline', DISPLAY_INLINE, 0],
  ['display:inline-block', DISPLAY_INLINE, SIZED],
  ['display:table-cell', DISPLAY_BLOCK, TABLED],
  ['display:none;display:block', DISPLAY_BLOCK, 0],
  ['display:none;display:foo', DISPLAY_NONE, 0],
  ['display:none;display:-webkit-box', DISPLAY_SHOWN, 0],
  ['display:none;display:var(--x,block)', DISPLAY_SHOWN, 0],
  ['display:none;all:unset', DISPLAY_SHOWN, 0],
]

describe('parseStyle', () => {
  it.each(STYLES)('reads %j', (css, says) => {
    expect(parseStyle(css, () => {})).toEqual(Object.assign(new Style(), says))
  })

  it.each(BOXES)('reads of a box %j', (css, on, said) => {
    const style = parseStyle(css, () => {})
    expect([style.on, style.said]).toEqual([on, said])
  })

  it.each(DISPLAYS)('reads %j', (css, display, on) => {
    const style = parseStyle(css, () => {})
    expect([style.display, style.on]).toEqual([display, on])
  })

  it('keeps apart what is important', () => {
    const style = parseStyle('opacity:0 ! IMPORTANT;opacity:1;color:#fff!notimportant;font-size:0 important', () => {})
    expect([style.opacity, style.important?.opacity]).toEqual([1, 0])
    expect([style.colour, style.fontPx]).toEqual([-1, -1])
  })

  it('lets nothing hide where declarations are cut off', () => {
    expect(parseStyle(`display:none;${'a:b;'.repeat(200)}display:block`, () => {}).display).toBe(0)
  })

  it('names the fonts', () => {
    const fonts: string[] = []
    parseStyle('font-family:"MS PGothic",Meiryo, \'微软雅黑\' ,; font:italic 12px/1 "等线", serif', (name) =>
      fonts.push(name),
    )
    expect(fonts).toEqual(['MS PGothic', 'Meiryo', '微软雅黑', '等线', 'serif'])
  })
})
