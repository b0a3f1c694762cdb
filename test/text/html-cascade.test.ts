import { describe, expect, it } from 'vitest'
import { visibleText } from '../../src/text/html.ts'

/** Each page shows `a`, whatever is tried to make it look hidden. */
const SEEN: ReadonlyArray<readonly [why: string, html: string]> = [
  ['a later opacity counts', '<p style="opacity:0;opacity:1">a</p>'],
  ['an opacity of the attribute counts over that of a rule', '<style>p{opacity:0}</style><p style="opacity:1">a</p>'],
  [
    'an important rule counts over the attribute',
    '<style>p{display:block!important}</style><p style="display:none">a</p>',
  ],
  ['an important rule counts over a later one', '<style>p{display:block!important}p{display:none}</style><p>a</p>'],
  [
    'an important rule counts over one for a class',
    '<style>p{opacity:1!important}.x{opacity:0}</style><p class=x>a</p>',
  ],
  [
    'the later of two classes counts, not the last one named',
    '<style>.x{display:none}.y{display:block}</style><p class="y x">a</p>',
  ],
  [
    'a rule for two classes counts over one for one',
    '<style>.x.y{display:block}.x{display:none}</style><p class="x y">a</p>',
  ],
  [
    'a rule for a child counts over one for its class',
    '<style>div .x{display:block}.x{display:none}</style><div><p class=x>a</p></div>',
  ],
  ['a font size of initial', '<div style="font-size:0"><p style="font-size:initial">a</p></div>'],
  ['a computed font size', '<div style="font-size:0"><p style="font-size:calc(10px + 4px)">a</p></div>'],
  ['a font size without a unit', '<div style="font-size:0"><p style="font-size:14">a</p></div>'],
  ['the size of a font element', '<div style="font-size:0"><font size=3>a</font></div>'],
  ['all: initial', '<div style="font-size:0"><p style="all:initial">a</p></div>'],
  ['a button does not inherit the size of letters', '<div style="font-size:0"><button>a</button></div>'],
  ['a submit button does not either', '<div style="font-size:0"><input type=submit value=a></div>'],
  ['a table does not in quirks mode', '<div style="font-size:0"><table><td>a</table></div>'],
  ['a size that is none leaves the one before', '<p style="font-size:14px;font-size:0foo">a</p>'],
  ['a prefix that no browser knows', '<p style="-webkit-display:none">a</p>'],
  ['a value that goes on behind its cap', `<p style="display:none${' '.repeat(1100)}x">a</p>`],
  ['a margin of five values', '<p style="margin:0 0 0 -9999px 0">a</p>'],
  ['a polygon that opens behind 20 points', `<p style="clip-path:polygon(${'0 0,'.repeat(20)}9px 0,9px 9px)">a</p>`],
  ['a condition of two declarations', '<style>@supports (display:block;a:b){p{display:none}}</style><p>a</p>'],
  ['rules for another language', '<style>@namespace url(x);p{display:none}</style><p>a</p>'],
  ['a font of no family is none', '<p style="font:0">a</p>'],
  ['small letters that are scaled up', '<p style="font-size:2px;zoom:8">a</p>'],
  ['a sheet of another type', '<style type="text/plain">p{display:none}</style><p>a</p>'],
  ['a sheet for printing', '<style media=print>p{display:none}</style><p>a</p>'],
  ['a sheet inside of a template', '<template><style>p{display:none}</style></template><p>a</p>'],
  ['a sheet inside of a select', '<select><style></select><p>a</p>'],
  ['a margin with a padding', '<p style="margin-left:-9999px;padding-left:9999px">a</p>'],
  ['a margin inside of a padding', '<div style="padding-left:9999px"><p style="margin-left:-9999px">a</p></div>'],
  ['a margin that a child undoes', '<div style="margin-left:-9999px"><p style="margin-left:9999px">a</p></div>'],
  ['a place above with a padding', '<p style="position:absolute;top:-9999px;padding-top:9999px">a</p>'],
  [
    'a place above inside of a margin',
    '<div style="margin:9999px 0 0"><p style="position:absolute;top:-9999px">a</p></div>',
  ],
  ['a margin that is taken back', '<p style="margin-left:-9999px;margin:0">a</p>'],
  ['a margin of a cell', '<table><td style="margin-left:-9999px">a</table>'],
  ['a place that is taken back', '<p style="position:relative;left:-9999px;margin-left:9999px">a</p>'],
  ['a box that is held at both sides', '<p style="position:absolute;left:-9999px;right:0;text-align:right">a</p>'],
  ['a box as wide as it is moved', '<p style="position:absolute;left:-9999px;width:20000px;text-align:right">a</p>'],
  ['what stands after the first line of an indent', '<p style="text-indent:-9999px"><br>a</p>'],
  ['an indent of a piece of a line', '<span style="text-indent:-9999px">a</span>'],
  ['no width but a least width', '<p style="width:0;overflow:hidden;min-width:500px">a</p>'],
  [
    'a height of the attribute over one of a rule',
    '<style>p{max-height:0;overflow:hidden}</style><p style="max-height:none">a</p>',
  ],
  ['a later height', '<p style="max-height:0;overflow:hidden;max-height:none">a</p>'],
  ['an overflow that is not cut off', '<p style="height:0;overflow:hidden;overflow:visible">a</p>'],
  ['an overflow into a padding', '<p style="height:0;overflow:hidden;padding-bottom:100px">a</p>'],
  ['a size of a cell, which grows with its text', '<table><td style="height:0;overflow:hidden">a</table>'],
  [
    'a child that leaves a box without room',
    '<div style="height:0;overflow:hidden"><p style="position:absolute">a</p></div>',
  ],
  ['a clip without a position', '<p style="clip:rect(0,0,0,0)">a</p>'],
  ['a clip that is taken back', '<style>p{position:absolute;clip:rect(0,0,0,0)}p{clip:auto}</style><p>a</p>'],
  ['a path that cuts off a half', '<p style="clip-path:inset(50% 0 0 0)">a</p>'],
  ['a mirror image', '<p style="transform:scale(-1,1)">a</p>'],
  ['a scale of a piece of a line', '<span style="transform:scale(0)">a</span>'],
  ['a display that may be one', '<p style="display:none;display:var(--q,block)">a</p>'],
  ['an animation', '<p style="opacity:0;animation:x 0s forwards">a</p>'],
  ['a shadow of white letters', '<p style="color:#fff;text-shadow:0 0 1px #000">a</p>'],
  ['a shadow of their box', '<p style="color:#fff;box-shadow:inset 0 0 0 999px #000">a</p>'],
  ['white letters on a ground that is not known', '<p style="color:#fff;background:oklch(0 0 0)">a</p>'],
  [
    'white letters on a ground without a picture',
    '<table><td bgcolor=#000 style="color:#fff;background-image:none">a</table>',
  ],
  ['white letters under a filter', '<div style="filter:invert(1)"><p style="color:#fff">a</p></div>'],
  ['a fill colour of white letters', '<p style="color:#fff;-webkit-text-fill-color:#000">a</p>'],
  ['a colour that is not known', '<p style="color:#fff;color:canvastext">a</p>'],
  ['a rule inside of a string', '<style>b{content:"} p{display:none} "}</style><p>a</p>'],
  ['a comment inside of a string', '<style>p{display:none}b{content:"/*"}p{display:block}/* */</style><p>a</p>'],
  ['a stray brace, which spoils the rule after it', '<style>}p{display:none}</style><p>a</p>'],
  ['a stray semicolon, which does too', '<style>b;p{display:none}</style><p>a</p>'],
  ['a selector that spoils its list', '<style>p,b:foo{display:none}</style><p>a</p>'],
  ['a rule inside of a rule', '<style>p{.x{b:c;display:none}}</style><p>a</p>'],
  [
    'a rule that depends on the screen',
    '<style>p{display:none}@media (min-width:400px){p{display:block}}</style><p>a</p>',
  ],
  [
    'a rule that depends on what is supported',
    '<style>p{display:none}@supports (color:red){p{display:block}}</style><p>a</p>',
  ],
  ['a rule that hides on some screens', '<style>@media (max-width:600px){p{display:none}}</style><p>a</p>'],
  ['a selector that is not followed', '<style>p{display:none}[title]{display:block}</style><p title=x>a</p>'],
  ['a rule for its place among siblings', '<style>p{display:none}p:first-child{display:block}</style><p>a</p>'],
  ['an escaped brace', '<style>p{display:none}.\\7b x,p{display:block}</style><p>a</p>'],
  ['a rule for what it does not stand in', '<style>div p{display:none}</style><p>a</p>'],
  ['a rule for what is no parent', '<style>div>p{display:none}</style><div><b><p>a</p></b></div>'],
  ['a rule for a link under the mouse', '<style>a:hover{display:none}</style><a href=x>a</a>'],
  ['a rule that comes after the text', '<style>p{display:none}</style><p>a</p><style>p{display:block}</style>'],
  ['more rules than are read', `<style>p{display:none}${'b{color:red}'.repeat(2000)}p{display:block}</style><p>a</p>`],
]

/** Each page shows `ab`: what stands between is hidden for certain. */
const HIDDEN: ReadonlyArray<readonly [why: string, html: string]> = [
  ['an important declaration over a later one', 'a<i style="display:none!important;display:inline">x</i>b'],
  [
    'an important declaration of the attribute',
    '<style>i{display:inline}</style>a<i style="display:none!important">x</i>b',
  ],
  ['a value that is none leaves the one before', 'a<i style="display:none;display:foo">x</i>b'],
  ['a rule for what stands in an element', '<style>p .x{display:none}</style><p>a<i class=x>x</i>b</p>'],
  ['a rule for a child', '<style>p>i{display:none}</style><p>a<i>x</i>b</p>'],
  ['a rule for a grandchild of classes', '<style>.k .l i{display:none}</style><div class=k><p class=l>a<i>x</i>b'],
  ['a rule for what stands in the body, written or not', '<style>body i{display:none}</style>a<i>x</i>b'],
  ['a rule for two classes', '<style>.x.y{display:none}</style>a<i class="x y">x</i>b'],
  [
    'a rule for every screen',
    '<style>@media only screen and (min-width:1px){.x{display:none}}</style>a<i class=x>x</i>b',
  ],
  ['a sheet for every screen', '<style media="only screen">.x{display:none}</style>a<i class=x>x</i>b'],
  ['an escaped class', '<style>.\\78{display:none}</style>a<i class=x>x</i>b'],
  [
    'a rule for what every browser supports',
    '<style>@supports (display:block){.x{display:none}}</style>a<i class=x>x</i>b',
  ],
  ['a place left of the window', 'a<i style="position:fixed;left:-100vw">x</i>b'],
  ['a rule of a style in an SVG', '<svg><style>.x{display:none}</style></svg>a<i class=x>x</i>b'],
  ['a frame that is not displayed', 'a<iframe style="display:none" srcdoc="x"></iframe>b'],
  ['a frame of no size', 'a<iframe width=0 height=0 srcdoc="x"></iframe>b'],
  ['a transparent filter', 'a<i style="filter:opacity(0)">x</i>b'],
  ['a scale of nothing', 'a<i style="display:inline-block;transform:scaleX(0)">x</i>b'],
  ['a scale of 0.0', 'a<i style="display:inline-block;transform:scale(0.0)">x</i>b'],
  ['a polygon of one point', 'a<i style="clip-path:polygon(0 0,0 0)">x</i>b'],
  ['no width of a floating box', 'a<i style="float:left;width:0;overflow:hidden">x</i>b'],
  ['a transparent fill', 'a<i style="-webkit-text-fill-color:transparent">x</i>b'],
  ['a colour that a link inherits', '<font color=white>x<a href=y style="color:inherit">x</a></font>ab'],
]

const LURE = 'お支払い方法に問題があります。下記をクリックして更新してください。'

/** Each page shows the lure, though some programs hide it. */
const DOUBTFUL: ReadonlyArray<readonly [why: string, html: string]> = [
  ['mso-hide hides in Outlook alone', `<p style="mso-hide:all">${LURE}</p>`],
  ['a comment for Outlook, where there is nothing else', `<!--[if mso]><p>${LURE}</p><![endif]-->`],
  ['a page inside of a frame', `<iframe srcdoc="<p>${LURE}</p>"></iframe>`],
  ['rules of the page around a frame', `<style>p{display:none}</style><iframe srcdoc="<p>${LURE}</p>"></iframe>`],
  ['rules of a frame', `<iframe srcdoc="<style>p{display:none}</style>"></iframe><p>${LURE}</p>`],
  ['letters of no size around a frame', `<div style="font-size:0"><iframe srcdoc="<p>${LURE}</p>"></iframe></div>`],
  ['an element of HTML in the style of an SVG', `<svg><style><p>${LURE}</p>`],
  ['what stands after a title in an SVG', `<svg><title>x</title></svg><p>${LURE}</p>`],
  ['a piece of a line takes no size', `<span style="width:0;overflow:hidden">${LURE}</span>`],
]

describe('what CSS shows', () => {
  it.each(SEEN)('is seen: %s', (_why, html) => {
    expect(visibleText(html).text).toBe('a')
  })

  it.each(DOUBTFUL)('is seen unless it is only a few letters: %s', (_why, html) => {
    expect(visibleText(html).text).toBe(LURE)
  })

  it('reads the links of a frame', () => {
    const page = visibleText('<iframe srcdoc="&lt;a href=https://a.example/&gt;b&lt;/a&gt;"></iframe>c')
    expect(page.text).toBe('b\nc')
    expect(page.links).toEqual([{ kind: 'a', href: 'https://a.example/', text: 'b', start: 0, end: 1 }])
  })

  it.each(HIDDEN)('is not seen: %s', (_why, html) => {
    expect(visibleText(html).text).toBe('ab')
  })
})
