import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Hiding, visibleText } from '../../src/text/html.ts'

interface Vector {
  n: string
  h: string
  e: { v?: string; l?: [href: string, text?: string]; s?: string }
}

const VECTORS = JSON.parse(
  readFileSync(new URL('../vectors/html-vectors.json', import.meta.url), 'utf8'),
) as readonly Vector[]
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()

describe('the shared vectors', () => {
  it.each(VECTORS.map((vector) => [vector.n, vector] as const))('%s', (_name, { h, e }) => {
    const page = visibleText(h)
    if (e.v !== undefined) expect(flat(page.text)).toBe(flat(e.v))
    if (e.l) expect(page.links.map(({ href }) => href)).toContain(e.l[0])
    if (e.l?.[1] !== undefined) expect(page.links.find(({ href }) => href === e.l?.[0])?.text).toBe(e.l[1])
    if (e.s) expect(page.links[0]?.href.startsWith(`${e.s}:`)).toBe(true)
  })
})

const SEEN: ReadonlyArray<readonly [why: string, html: string, text: string]> = [
  ['nothing', '', ''],
  ['plain text', 'カゴヤ', 'カゴヤ'],
  ['blocks are lines', '<div>a</div><div>b</div>c<p>d<p>e', 'a\nb\nc\nd\ne'],
  ['br ends a line, two leave one empty', 'a<br>b<br/><br>c</br>d', 'a\nb\n\nc\nd'],
  ['many br leave one line empty', 'a<br><br><br><br><br>b', 'a\n\nb'],
  ['a br before the end of a block is no line more', '<p>a<br></p>b', 'a\nb'],
  ['cells are parted by a tab, rows by a line', '<table><tr><td>a<td>b<tr><th>c</th><th>d</th></table>', 'a\tb\nc\td'],
  ['blanks collapse', ' a \n\t b  <b> c</b> ', 'a b c'],
  ['blanks between inline elements stay one', '<b>a</b> <i> b</i>', 'a b'],
  ['pre keeps lines and blanks', '<pre>a\n  b\tc \n\n\n d</pre>', 'a\n  b\tc\n\n d'],
  ['white-space: pre-wrap does as well', '<div style="white-space:pre-wrap">a\n b</div>', 'a\n b'],
  ['inline block elements do not break a word', 'ア<div style="display:inline">マ</div>ゾン', 'アマゾン'],
  ['display: block breaks the line', 'a<span style="display:block">b</span>c', 'a\nb\nc'],
  ['list items', '<ul><li>a<li>b<ul><li>c</ul></ul>d', 'a\nb\nc\nd'],
  ['definition lists and options', '<dl><dt>a<dd>b</dl><select><option>c<option>d</select>', 'a\nb\nc\nd'],
  ['headings and rules', '<h1>a</h1>b<hr>c', 'a\nb\nc'],
  [
    'a line breaks before and after hidden blocks only where they take room',
    'ア<div style="display:none">x</div>マ',
    'アマ',
  ],
  ['hidden words inside a word', 'ア<span style="font-size:0">x</span>マ<i style="display:none">y</i>ゾン', 'アマゾン'],
  ['comments of all kinds', 'a<!-- <b>x</b> --><!x><?y?></ z>b<!---->c<!-->d', 'abcd'],
  ['conditional comments are comments', 'a<!--[if mso]><p>x</p><![endif]-->b', 'ab'],
  ['what is shown to others than Outlook', 'a<!--[if !mso]><!-->b<!--<![endif]-->c', 'abc'],
  ['downlevel-revealed text', 'a<![if !mso]>b<![endif]>c', 'abc'],
  [
    'script, style, title and frames are no text',
    '<title>t</title><style>.a{}</style><script>"<b>"</script><iframe>f</iframe>a',
    'a',
  ],
  ['an unclosed style swallows the rest, as in a browser', 'a<style>b', 'a'],
  ['an unclosed comment does too', 'a<!-- b', 'a'],
  ['an unclosed tag does too', 'a<b c="d', 'a'],
  ['a lone < is text', 'a < b <3 c', 'a < b <3 c'],
  ['noscript is seen where no script runs', '<noscript>a</noscript>b', 'ab'],
  ['textarea and its references', '<textarea>a\n&lt;b</textarea>', 'a\n<b'],
  ['xmp shows markup', '<xmp><b>&amp;</xmp>', '<b>&amp;'],
  ['references without a semicolon', 'A&ampB &lt&gt &nbspx &#65&#x42', 'A&B <> \u00a0x AB'],
  ['unknown references stay', '&unknown; &; &# &#x; &', '&unknown; &; &# &#x; &'],
  ['a reference is decoded once', '&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ['references of two code points', '&NotEqualTilde;', '\u2242\u0338'],
  ['references for surrogates and beyond Unicode', '&#xD83D;&#xDE00;&#1114112;', '\ufffd\ufffd\ufffd'],
  ['references for astral characters', '&#128512;', '😀'],
  ['NUL is dropped', 'カ\0ゴ\0ヤ', 'カゴヤ'],
  ['alternative texts are seen, tracking pixels are not', '<img alt="ロゴ"><img alt="x" width=1 height=1>', 'ロゴ'],
  ['alternative texts of hidden pictures are not', 'a<img alt="x" style="display:none">b', 'ab'],
  [
    'values of buttons and fields',
    '<input type=submit value="送信"><input placeholder="氏名"><input type=hidden value=x>',
    '送信 氏名',
  ],
  [
    'a password field shows its hint but not its value',
    '<input type=password value=x placeholder="パスワード">',
    'パスワード',
  ],
  ['upper-case and odd tags', '<DIV>a</DIV><o:p>b</o:p><MADE-UP>c', 'a\nbc'],
  ['misnested formatting', '<b>a<i>b</b>c</i>d', 'abcd'],
  ['end tags without a start', '</div></b></table>a</p>b', 'ab'],
  ['text after </body> and </html>', '<html><body>a</body></html>b', 'ab'],
  ['an element that a block ends stays hidden in it', '<span style="display:none"><div>x</span>y</div></span>z', 'z'],
  ['an end tag does not reach out of a cell', '<div style="display:none"><table><td></div>x</table></div>a', 'a'],
  ['formatting goes on after an unclosed paragraph', '<p><font style="display:none">x<p>y</font>a', 'a'],
  ['formatting does not go on after its cell', '<table><td><font style="display:none">x</td><td>a</table>', 'a'],
  [
    'visibility can be undone by a child',
    '<div style="visibility:hidden">x<b style="visibility:visible">a</b></div>',
    'a',
  ],
  ['font-size too', '<td style="font-size:0px">x<div style="font-size:13px">a</div></td>', 'a'],
  ['display: none cannot', '<div style="display:none">x<b style="display:block">y</b></div>a', 'a'],
  [
    'rules for classes, ids and tags',
    '<style>.h{display:none}#i{font-size:0}u{opacity:0}p.q{visibility:hidden}</style><b class="x h">1</b><b id=i>2</b><u>3</u><p class=q>4</p><b class=q>a</b>',
    'a',
  ],
  [
    'rules in a comment or under a condition do not count',
    '<style><!-- /* .h{display:none} */ @media (max-width:600px){.h{display:none}} .g{color:red} --></style><b class=h>a</b>',
    'a',
  ],
  ['rules of @media all and screen do', '<style>@media screen{.h{display:none}}</style><b class=h>x</b>a', 'a'],
  ['rules that come after the text count as well', '<b class=h>x</b>a<style>.h{display:none}</style>', 'a'],
  ['a style attribute beats a rule', '<style>.h{display:none}</style><b class=h style="display:inline">a</b>', 'a'],
  [
    'a white text on a ground that a rule sets',
    '<style>.h td{background:#00f}</style><table class=h><td style="color:#fff">a</table>',
    'a',
  ],
  ['white text on a dark cell', '<td bgcolor="#003366"><font color="#ffffff">a</font></td>', 'a'],
  ['white text on a picture', '<td background="x.png" style="color:white">a</td>', 'a'],
  ['a white button', '<a href="x" style="background:#f90;color:#fff">a</a>', 'a'],
  ['a link has its own colour inside white text', '<font color=white><a href=x>a</a></font>', 'a'],
  ['text on a faint ground', '<code style="background-color:rgba(27,31,35,0.05)">a</code>', 'a'],
  ['zero height without overflow is seen', '<div style="max-height:0">a</div>', 'a'],
  ['an attribute that hides can be undone', '<p hidden style="display:block">a</p>', 'a'],
]

const HIDDEN: ReadonlyArray<readonly [why: string, html: string, how: Hiding]> = [
  ['display', '<i style="DISPLAY : none !important">x</i>', 'display'],
  ['display with a comment and an escape', '<i style="d\\69splay:/**/none">x</i>', 'display'],
  ['visibility', '<i style="visibility:hidden">x</i>', 'visibility'],
  ['opacity', '<i style="opacity:0.01">x</i>', 'opacity'],
  ['opacity of nested elements', '<i style="opacity:.2"><b style="opacity:20%">x</b></i>', 'opacity'],
  ['font-size', '<i style="font-size:1px">x</i>', 'font-size'],
  ['font-size in em', '<i style="font-size:0.01em">x</i>', 'font-size'],
  ['the font shorthand', '<i style="font:0/0 a">x</i>', 'font-size'],
  ['white on white', '<i style="color:#fff">x</i>', 'colour'],
  ['near-white on white', '<i style="color:rgb(250, 250, 250)">x</i>', 'colour'],
  ['a name for near-white', '<font color=Snow>x</font>', 'colour'],
  ['a colour without #', '<font color=FFFFFF>x</font>', 'colour'],
  ['black on black', '<td bgcolor=#000 style="color:#010101">x</td>', 'colour'],
  [
    'the colour of a ground further out',
    '<div style="background:#336699 repeat"><p>y<i style="color:#336699">x',
    'colour',
  ],
  ['hsl', '<i style="color:hsl(0,0%,100%)">x</i>', 'colour'],
  ['transparent', '<i style="color:rgba(0,0,0,0)">x</i>', 'colour'],
  ['off-screen', '<i style="position:absolute;top:-9999px">x</i>', 'off-screen'],
  ['text-indent', '<p style="text-indent:-9999px">x</p>', 'off-screen'],
  ['zero size', '<div style="height:0;overflow:hidden">x</div>', 'zero-size'],
  ['an empty clip', '<i style="position:absolute;clip:rect(0 0 0 0)">x</i>', 'zero-size'],
  ['the hidden attribute', '<p hidden>x</p>', 'hidden'],
  ['template', '<template>x</template>', 'hidden'],
  ['mso-hide, a few letters', '<i style="mso-hide:all">x</i>', 'mso-hide'],
]

describe('visibleText', () => {
  it.each(SEEN)('%s', (_why, html, text) => {
    expect(visibleText(html).text).toBe(text)
  })

  it.each(HIDDEN)('hides by %s', (_why, html, how) => {
    expect(visibleText(`a${html}`).hidden).toEqual([{ text: 'x', how, at: expect.any(Number) }])
  })

  it('says where hidden text would stand', () => {
    const page = visibleText('アマ<i style="font-size:0">x</i>ゾ<i style="font-size:0">y </i><b hidden>z</b>ン')
    expect(page.text).toBe('アマゾン')
    expect(page.hidden).toEqual([
      { text: 'x', how: 'font-size', at: 2 },
      { text: 'y', how: 'font-size', at: 3 },
      { text: 'z', how: 'hidden', at: 3 },
    ])
  })

  it('keeps the preview line that newsletters hide, with its padding', () => {
    const page = visibleText(
      '<div style="display:none;max-height:0">春のセール&zwnj;&nbsp;&zwnj;&nbsp;</div><p>本文</p>',
    )
    expect(page.text).toBe('本文')
    expect(page.hidden).toEqual([{ text: '春のセール\u200c\u00a0\u200c', how: 'display', at: 0 }])
  })

  it('gives the place of a link text', () => {
    const page = visibleText('こちら <a href="https://evil.example/"> <b>kagoya.jp</b> </a> から')
    expect(page.links).toEqual([{ kind: 'a', href: 'https://evil.example/', text: 'kagoya.jp', start: 4, end: 13 }])
    expect(page.text).toBe('こちら kagoya.jp から')
  })

  it('ends an open link where the next begins, and at the end of its cell', () => {
    const page = visibleText('<td><a href=x>one<p>two<a href=y>three</td><td>four')
    expect(page.links.map(({ href, text }) => [href, text])).toEqual([
      ['x', 'one\ntwo'],
      ['y', 'three'],
    ])
  })

  it('marks links inside hidden text', () => {
    const page = visibleText(
      '<p style="display:none"><a href="https://a.example/">x</a></p><a href="https://b.example/">y</a>',
    )
    expect(page.links).toEqual([
      { kind: 'a', href: 'https://a.example/', text: '', start: 0, end: 0, hidden: 'display' },
      { kind: 'a', href: 'https://b.example/', text: 'y', start: 0, end: 1 },
    ])
  })

  it('finds links of all kinds', () => {
    const page = visibleText(
      '<base href="https://a.example/d/i?q"><form action="post"><input type=password><input type=submit formaction="/f" value="送信"><button formaction=g>次へ</button></form>' +
        '<map><area href="#h" alt="地図" title="t"></map><iframe src="//b.example/"></iframe><meta http-equiv=refresh content="3;url=../r">',
    )
    expect(page.links.map(({ kind, href, text }) => [kind, href, text])).toEqual([
      ['form', 'https://a.example/d/post', ''],
      ['button', 'https://a.example/f', '送信'],
      ['button', 'https://a.example/d/g', '次へ'],
      ['area', 'https://a.example/d/i?q#h', '地図'],
      ['iframe', 'https://b.example/', ''],
      ['refresh', 'https://a.example/r', ''],
    ])
    expect(page.links[3]?.title).toBe('t')
    expect(page.passwordField).toBe(true)
  })

  it('gives addresses of pictures only where there is nothing else', () => {
    const picture = '<a href="https://a.example/"><img src="https://b.example/1.png" alt="重要なお知らせ"></a>'
    expect(visibleText(picture).links.map(({ kind }) => kind)).toEqual(['a', 'img'])
    expect(
      visibleText(`${picture}お客様のアカウントについて重要なお知らせがあります。`).links.map(({ kind }) => kind),
    ).toEqual(['a'])
    expect(visibleText(picture).images).toBe(1)
  })

  it('gives the title, the fonts and the quotations', () => {
    const page = visibleText(
      '<title> A &amp;\n B </title><style>p{font-family:"MS Gothic",Meiryo}</style><p style="font:12px \'微软雅黑\', Meiryo">こんにちは<font face="SimSun;x">。</font>' +
        '<div class="gmail_quote x">あ<blockquote>い</blockquote></div>う<blockquote> <p>え</p></blockquote>',
    )
    expect(page.title).toBe('A & B')
    expect(page.fonts).toEqual(['MS Gothic', 'Meiryo', '微软雅黑', 'SimSun', 'x'])
    expect(page.quotes.map(({ start, end }) => page.text.slice(start, end))).toEqual(['あ\nい', 'え'])
  })

  it('gives the fonts of rules that come after the text', () => {
    const page = visibleText('<b class=h>x</b>a<style>.h{display:none;font-family:SimSun}</style>')
    expect(page.text).toBe('a')
    expect(page.fonts).toEqual(['SimSun'])
  })

  it('says which caps were reached', () => {
    expect(visibleText('<b>a'.repeat(600)).limits).toEqual([{ limit: 'openTags', where: 'html', cap: 512 }])
    expect(visibleText('<a href=x>y</a>'.repeat(3), { links: 2 }).limits).toEqual([
      { limit: 'links', where: 'html', cap: 2 },
    ])
    const cut = visibleText('abcdef', { htmlUnits: 3 })
    expect(cut.text).toBe('abc')
    expect(cut.limits).toEqual([{ limit: 'htmlUnits', where: 'html', cap: 3 }])
  })

  it('reads on beyond the cap of open elements', () => {
    const page = visibleText(`${'<div>'.repeat(1000)}<a href=x>y</a>${'</div>'.repeat(1000)}z`)
    expect(page.text).toBe('y\nz')
    expect(page.links).toEqual([{ kind: 'a', href: 'x', text: 'y', start: 0, end: 1 }])
  })

  it('says what is wrong with an argument that is no string', () => {
    expect(() => visibleText(undefined as unknown as string)).toThrow(TypeError)
  })
})

/** Pieces of markup that end, leave open, hide and nest in every order. */
const PIECES =
  '<|>|</|<b>|</b>|<p>|</p>|<div style="display:none">|</div>|<a href="x">|</a>|<table>|<tr>|<td>|</td>|</table>|<font color=white>|</font>|<style>|.a{display:none}|</style>|<p class=a>|<!--|-->|&amp;|&#|&nbsp;|x|あ| |\n|"|=|<input type=password placeholder=v>|<img alt="k" src=y>|<title>|</title>|<textarea>|</textarea>|<blockquote>|</blockquote>|<li>|<ul>|</ul>|<form action=q>|<button formaction=z>|</button>|<pre>|</pre>|<base href="http://b/">|<option>|<select>|</select>|\0|<br>|<template>|</template>|<i style="font-size:0">|</i>|<o:p>|<caption>|<marquee>|</marquee>|<body text=white bgcolor=#fff>|</body>|\ud800'.split(
    '|',
  )

describe('visibleText on any markup', () => {
  it('never throws, and keeps all its places inside the text', () => {
    const markup = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 })), {
      maxLength: 50,
    })
    fc.assert(
      fc.property(markup, fc.constantFrom(512, 3, 8), (pieces, openTags) => {
        const page = visibleText(pieces.join(''), { openTags })
        for (const { start, end, text, kind } of page.links) {
          expect(0 <= start && start <= end && end <= page.text.length).toBe(true)
          if (kind !== 'area') expect(page.text.slice(start, end)).toBe(text)
        }
        for (const { start, end } of page.quotes)
          expect(0 <= start && start < end && end <= page.text.length).toBe(true)
        for (const { at, text } of page.hidden) expect(at <= page.text.length && text !== '').toBe(true)
        expect(page.text).not.toMatch(/^\n|\n\n\n|\n$/)
      }),
      { numRuns: 3000 },
    )
  })
})

const HOSTILE: ReadonlyArray<readonly [why: string, make: (n: number) => string]> = [
  ['misnested formatting', (n) => '<b>'.repeat(n) + '</i>'.repeat(n) + '</b>'.repeat(n)],
  ['deep blocks', (n) => '<div>'.repeat(n) + '</div>'.repeat(n)],
  ['deep tables', (n) => '<table><tr><td>'.repeat(n)],
  ['unclosed paragraphs', (n) => '<p>x'.repeat(n)],
  [
    'formatting carried over blocks',
    (n) => ('<div>'.repeat(250) + '<font>'.repeat(250) + '</div>'.repeat(250)).repeat(n / 500),
  ],
  [
    'formatting adopted by blocks',
    (n) => ('<font>'.repeat(8) + '<div>'.repeat(8) + '</font>'.repeat(8)).repeat(n / 16),
  ],
  ['unclosed links', (n) => '<a href=x>y'.repeat(n)],
  [
    'links to relative addresses',
    (n) => `<base href="http://a/${'../'.repeat(n)}">${'<a href="../x">y</a>'.repeat(n / 20)}`,
  ],
  ['references', (n) => '&amp;&#12459;&'.repeat(n)],
  ['tags that never end', (n) => '<a href="<!--<'.repeat(n)],
  ['comments of dashes', (n) => `${'<!----!'.repeat(n)}${'-'.repeat(n)}`],
  ['comments that end', (n) => '<!-- -- --><!><?>'.repeat(n)],
  ['end tags inside of a style', (n) => `<style>${'</sty</style'.repeat(n)}`],
  ['end tags with attributes', (n) => '</a b="c" d>'.repeat(n)],
  ['attributes', (n) => `<a ${'a=b '.repeat(n)}>`],
  ['style sheets', (n) => `<style>${'.a,.b{display:none}/**/'.repeat(n)}</style><p class="${'a '.repeat(n)}">x`],
  [
    'rules for what stands deep inside',
    (n) =>
      `<style>${'.a .b .c i{color:red}'.repeat(200)}</style>${'<div class=a>'.repeat(250)}${'<i>x</i>'.repeat(n / 8)}`,
  ],
  [
    'rules for classes in all combinations',
    (n) =>
      `<style>${'b{color:red}'.repeat(1_500)}</style>${Array.from({ length: n / 10 }, (_, i) => `<b class="a c${i}">x</b>`).join('')}`,
  ],
  ['pages inside of pages', (n) => '<iframe srcdoc="<iframe srcdoc=<p>x>"></iframe>'.repeat(n / 30)],
  ['brackets', (n) => `<style>${'a{b:('.repeat(n)}</style><i style="${'a:['.repeat(n)}">x`],
  ['drawings', (n) => '<svg><style><p>x</svg>'.repeat(n / 10)],
  ['lines of an indent', (n) => '<div style="text-indent:-9999px"><div><br>x'.repeat(n / 20)],
  ['braces', (n) => `<style>${'@media x{'.repeat(n)}</style>`],
  ['declarations', (n) => `<i style="${'a;('.repeat(n)}:">x`],
  ['different styles', (n) => Array.from({ length: n / 10 }, (_, i) => `<i style="left:${i}px">x</i>`).join('')],
  ['salted letters', (n) => 'あ<i style="font-size:0">x</i>'.repeat(n / 4)],
]

/** Milliseconds of processor time. */
function cost(html: string): number {
  const start = process.cpuUsage()
  visibleText(html)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

describe('visibleText on hostile markup', () => {
  it.each(HOSTILE)('takes linear time on %s', (_why, make) => {
    const few = make(8_000)
    const many = make(64_000)
    let small = Number.POSITIVE_INFINITY
    let large = Number.POSITIVE_INFINITY
    // by turns, and in processor time: other test files share the machine
    for (let round = 0; round < 4; round++) {
      small = Math.min(small, cost(few))
      large = Math.min(large, cost(many))
    }
    // Eight times the input in at most 20 times the time: a quadratic reader needs 64 times. 40 ms are lost to chance.
    expect(large).toBeLessThan(20 * small + 40)
  })
})
