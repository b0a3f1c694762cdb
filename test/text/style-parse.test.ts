import { describe, expect, it } from 'vitest'
import { DISPLAY_BLOCK, DISPLAY_INLINE, DISPLAY_NONE, Style } from '../../src/text/style.ts'
import { parseStyle } from '../../src/text/style-parse.ts'

const STYLES: ReadonlyArray<readonly [css: string, says: Partial<Style>]> = [
  ['', {}],
  ['nonsense', {}],
  ['display:none', { display: DISPLAY_NONE }],
  ['display: BLOCK', { display: DISPLAY_BLOCK }],
  ['display:inline-block', { display: DISPLAY_INLINE }],
  ['margin:0;;;display : none ! important ;x', { display: DISPLAY_NONE }],
  ['/* x */display:/**/none/*', { display: DISPLAY_NONE }],
  ['dis/**/play:none', {}],
  ['display:no/**/ne', {}],
  ['\\64 isplay:none', { display: DISPLAY_NONE }],
  ['content:";display:none"', {}],
  ['background:url(data:a;display:none)', { picture: true }],
  ['background:#fff url(x)', { picture: true }],
  ['background:linear-gradient(red,blue)', { picture: true }],
  ['background:#fff none', { ground: 0xffffff }],
  ['background-color:rgba(0,0,0,.1)', { ground: -2 }],
  ['color:#fff', { colour: 0xffffff }],
  ['visibility:collapse', { visibility: 'hidden' }],
  ['opacity:50%', { opacity: 0.5 }],
  ['opacity:x', {}],
  ['font-size:0', { fontPx: 0 }],
  ['font-size:9pt', { fontPx: 12 }],
  ['font-size:50%', { fontEm: 0.5 }],
  ['font-size:small', { fontPx: 13 }],
  ['font-size:constructor', {}],
  ['font-size:calc(1px)', {}],
  ['font:bold 12px/1.5 Arial', { fontPx: 12 }],
  ['font:700 0/0 a', { fontPx: 0 }],
  ['left:-9999px', {}],
  ['left:-9999px;position:absolute', { offScreen: true }],
  ['position:static;left:-9999px', {}],
  ['position:absolute;left:-20px', {}],
  ['margin-left:-100em', { offScreen: true }],
  ['height:0', {}],
  ['overflow:hidden;max-width:1px', { zeroSize: true }],
  ['height:100%;overflow:hidden', {}],
  ['clip:rect(1px,1px,1px,1px)', { zeroSize: true }],
  ['clip:rect(0,10px,10px,0)', {}],
  ['clip-path:inset(50%)', { zeroSize: true }],
  ['transform:scale(0)', { zeroSize: true }],
  ['mso-hide:all', { msoHide: true }],
  ['white-space:pre-line', { pre: true }],
  ['white-space:normal', { pre: false }],
]

describe('parseStyle', () => {
  it.each(STYLES)('reads %j', (css, says) => {
    expect(parseStyle(css, () => {})).toEqual(Object.assign(new Style(), says))
  })

  it('names the fonts', () => {
    const fonts: string[] = []
    parseStyle('font-family:"MS PGothic",Meiryo, \'微软雅黑\' ,; font:italic 12px/1 "等线", serif', (name) =>
      fonts.push(name),
    )
    expect(fonts).toEqual(['MS PGothic', 'Meiryo', '微软雅黑', '等线', 'serif'])
  })
})
