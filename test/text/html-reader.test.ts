import { describe, expect, it } from 'vitest'
import { MARKUP, readHtml, TEXT_ONLY, TEXT_TO_END } from '../../src/text/html-reader.ts'

function tokens(html: string): string[] {
  const list: string[] = []
  readHtml(html, {
    open(from, to) {
      list.push(`<${html.slice(from, to)}>`)
      const name = html.slice(from, to).toLowerCase()
      return name === 'style' || name === 'title' ? TEXT_ONLY : name === 'plaintext' ? TEXT_TO_END : MARKUP
    },
    close: (from, to) => list.push(`</${html.slice(from, to)}>`),
    text: (from, to) => list.push(html.slice(from, to)),
  })
  return list
}

const READ: ReadonlyArray<readonly [why: string, html: string, tokens: string[]]> = [
  ['nothing', '', []],
  ['text, with what is no tag', 'a < b <3 <<> </', ['a < b <3 <<> </']],
  ['tags', 'a<b>c</b >d<BR/>', ['a', '<b>', 'c', '</b>', 'd', '<BR>']],
  ['a > inside quotes', '<a b=">" c=\'>\'>d', ['<a>', 'd']],
  ['a quote that opens late belongs to the value', '<a b=c">d', ['<a>', 'd']],
  ['comments', 'a<!-->b<!--->c<!-- > -- -!> --!>d<!-----e-->f', ['a', 'b', 'c', 'd', 'f']],
  [
    'declarations and the like end with the first >',
    '<!doctype a "b>c<?d?>e<!f>g</ h>i</>j',
    ['c', 'e', 'g', 'i', 'j'],
  ],
  ['CDATA is no text before its first > and text after it', '<![CDATA[a>b]]>c', ['b]]>c']],
  ['an end tag has attributes like any other', '<p>a</p b=">c">d', ['<p>', 'a', '</p>', 'd']],
  [
    'a style holds text up to its end tag',
    '<style>a</b><</sty></styles></STYLE x>b',
    ['<style>', 'a</b><</sty></styles>', '</STYLE>', 'b'],
  ],
  ['a style that is not ended goes on to the end', '<style>a</b></style', ['<style>', 'a</b></style']],
  ['plaintext does always', '<plaintext>a</plaintext>', ['<plaintext>', 'a</plaintext>']],
  ['a start tag that is cut off is no text', 'a<b', ['a']],
  ['nor one that is cut off after its name', 'a<s', ['a']],
  ['nor one that is cut off in a value', 'a<b c="d>e', ['a']],
  ['nor one that is cut off after its slash', 'a<br/', ['a']],
  ['nor an end tag', 'a</p ', ['a']],
  ['nor a comment', 'a<!-- b --', ['a']],
]

describe('what markup holds', () => {
  it.each(READ)('%s', (_why, html, expected) => {
    expect(tokens(html)).toEqual(expected)
  })
})
