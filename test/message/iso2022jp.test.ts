/** Is ISO-2022-JP read right, clean and mangled? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBytes } from '../../src/message/charset.ts'
import { decodeEscapes } from '../../src/message/iso2022jp.ts'

/** Bytes of a string in which `␛` stands for ESC and other characters for themselves. */
const esc = (text: string): Uint8Array => Uint8Array.from(text, (c) => (c === '␛' ? 0x1b : c.charCodeAt(0)))

describe('character sets', () => {
  it.each([
    ['JIS X 0208-1983', '␛$B%a!<%k␛(B', 'メール'],
    ['JIS C 6226-1978', '␛$@%a!<%k␛(J', 'メール'],
    ['the four-byte form', '␛$(@%a␛$(B!<␛(B', 'メー'],
    ['the announcer of 1990', '␛&@␛$B%a␛(B', 'メ'],
    ['Roman with yen and overline', '␛(J\\100~␛(B\\', '¥100‾\\'],
    ['7-bit katakana', '␛(I6E␛(B', 'ｶﾅ'],
    ['katakana by SO and SI', '\x0e6E\x0f KANA', 'ｶﾅ KANA'],
    ['8-bit katakana', '\xb6\xc5', 'ｶﾅ'],
    ['8-bit katakana inside double-byte text', '␛$B%a\xb6\xc5!<␛(B', 'メｶﾅー'],
    ['JIS X 0212', '␛$(D0!␛(B?', '丂?'],
    ['NEC row 13', '␛$B-!-j-b␛(B', '①㈱№'],
    ['rows 89 to 92, which NEC chose from IBM', '␛$B|byu␛(B', '髙﨑'],
    ['rows 115 to 119 with an 8-bit lead byte', '␛$B\x93\x21%a␛(B', 'ⅰメ'],
    ['GB 2312', '␛$A::WV␛(B', '汉字'],
    ['KS X 1001', '␛$(C>H3g␛(B', '안녕'],
    ['JIS X 0213 plane 1, as far as JIS X 0208 goes', '␛$(O-!%a␛$(Q%k␛(B', '①メル'],
    ['JIS X 0213 plane 2, of which no host has a table', '␛$(P!!␛(B.', '\ufffd.'],
    ['ISO-8859-1 by single shift', '␛.A␛Ni␛(B', 'é'],
    ['ISO-8859-7 by single shift', '␛.F␛Na␛$B%a␛(B', 'αメ'],
    ['a cell that holds nothing', '␛$B)!%a␛(B', '\ufffdメ'],
  ])('reads %s', (_, bytes, text) => {
    expect(decodeBytes(esc(bytes), 'iso-2022-jp').text).toBe(text)
  })
})

describe('mangled mail', () => {
  it.each([
    ['an escape broken by a line end after ESC', '␛\r\n$B%a␛(B', 'メ'],
    ['an escape broken by a line end after $', '␛$\r\nB%a␛(B', 'メ'],
    ['a closing escape broken by a line end', '␛$B%a␛(\r\nB x', 'メ x'],
    ['a line end inside a character', '␛$B%a!\r\n<%k␛(B', 'メール'],
    ['a folded line inside a character', '␛$B%a!\r\n <%k␛(B', 'メール'],
    ['a line end between characters with the escape closing later', '␛$B%a!<\r\n%k␛(B', 'メー\r\nル'],
    [
      'a line end after which the text is ASCII',
      '␛$B%a!<\r\nhttps://a.example/\r\n␛$B%k␛(B',
      'メー\r\nhttps://a.example/\r\nル',
    ],
    ['a line end after which kana go on without any escape', '␛$B%a!<\r\n%k$G$9', 'メー\r\nルです'],
    ['a blank between characters', '␛$B%a!< %k␛(B', 'メー ル'],
    ['a blank inside a character', '␛$B%a! <%k␛(B', 'メール'],
    ['a URL after a blank with no escape', '␛$B%a!< https://a.example/x ok', 'メー https://a.example/x ok'],
    ['a URL right after the text with no escape', '␛$B%a!<https://a.example/x', 'メーhttps://a.example/x'],
    ['a closing escape without its ESC', '␛$B%a!<(B ok', 'メー ok'],
    ['a bad final byte', '␛$B%a␛(Habc', 'メabc'],
    ['no closing escape', '␛$B%a!<%k', 'メール'],
    ['half a character at the end', '␛$B%a!<%', 'メー'],
    ['half an escape at the end', '␛$B%a!<␛(', 'メー'],
    ['an ESC at the end', '␛$B%a!<␛', 'メー'],
    ['half a character before an escape', '␛$B%a!␛(Babc', 'メ\ufffdabc'],
    ['a character split over two encoded-words', '␛$B%a!␛(B␛$B<%k␛(B', 'メール'],
    ['empty runs', '␛$B␛(Babc␛$B%a␛(B␛$B!<␛(B', 'abcメー'],
    ['opening twice', '␛$B%a␛$B!<␛(B', 'メー'],
    ['closing twice', '␛$B%a␛(B␛(Bx', 'メx'],
    ['an escape of a terminal', 'a␛[31mb␛$B%a␛(B', 'a\x1b[31mbメ'],
    ['UTF-8 between escapes', '␛$B%a␛(B \xe3\x81\x82\n␛$B%a␛(B', 'メ あ\nメ'],
    ['EUC-JP between escapes', '␛$B%a␛(B \xa4\xa2\xb0\xec\n', 'メ あ一\n'],
    ['Shift_JIS between escapes', '␛$B%a␛(B \x83\x81\x81[\n', 'メ メー\n'],
  ])('reads %s', (_, bytes, text) => {
    expect(decodeBytes(esc(bytes), 'iso-2022-jp').text).toBe(text)
  })

  it('counts what it could not decode', () => {
    expect(decodeEscapes(esc('␛$B)!%a)!␛(B')).replaced).toBe(2)
  })

  it('leaves escapes of a terminal alone', () => {
    expect(decodeBytes(esc('␛[1mbold␛(B␛[m')).text).toBe('\x1b[1mbold\x1b(B\x1b[m')
  })
})

describe('lost ESC bytes', () => {
  it.each([
    ['$B%a!<%k(B no $B%F%9%H(B', undefined, 'メール no テスト'],
    ['$@%a!<%k(J ok', undefined, 'メール ok'],
    ['Re: $B=EMWDLCN(B', 'iso-2022-jp', 'Re: 重要通知'],
    ["$B3NG'(B $B$*4j$$(B", undefined, '確認 お願い'],
    ['$B%a!<%k%\\%C%/%9$,0lGU$G$9', undefined, 'メールボックスが一杯です'],
  ])('are put back in %s', (bytes, label, text) => {
    const decoded = decodeBytes(esc(bytes), label)
    expect(decoded.text).toBe(text)
    expect(decoded.notes[0]?.why).toBe('lost-escapes')
  })

  it.each([
    'Cost is $Bob (B)',
    'PAY $BTC now (BTC) $BILL(B',
    'PAY $BILLS(B now',
    'cells $B$2:$B$9 and $B$C$D',
    "perl -e 'print $B; print $C{x}(B)'",
    '$B',
    '$B(B',
    '$@$@',
    'a $B b (B c',
  ])('are not seen in %s', (text) => {
    expect(decodeBytes(esc(text)).text).toBe(text)
    expect(decodeBytes(esc(text)).notes[0]?.why).toBe('ascii')
  })
})

/** What a slow and simple reader makes of clean ISO-2022-JP: one escape, one character at a time, no look-ahead. */
function slowly(bytes: Uint8Array): string {
  const euc = new TextDecoder('euc-jp')
  let rest = String.fromCharCode(...bytes)
  let set = '(B'
  let text = ''
  while (rest !== '') {
    const open = ['$@', '$B', '$(D', '(B', '(J', '(I'].find((one) => rest.startsWith(`\x1b${one}`))
    if (open !== undefined) {
      set = open
      rest = rest.slice(open.length + 1)
    } else if (set.startsWith('$')) {
      const pair = [rest.charCodeAt(0) | 0x80, rest.charCodeAt(1) | 0x80]
      text += euc.decode(Uint8Array.from(set === '$(D' ? [0x8f, ...pair] : pair))
      rest = rest.slice(2)
    } else {
      const code = rest.charCodeAt(0)
      if (set === '(I') text += String.fromCharCode(code + 0xff40)
      else text += set === '(J' && code === 0x5c ? '¥' : set === '(J' && code === 0x7e ? '‾' : (rest[0] as string)
      rest = rest.slice(1)
    }
  }
  return text
}

describe('a soup of escapes and characters', () => {
  const pair = fc.tuple(fc.integer({ min: 0x30, max: 0x4e }), fc.integer({ min: 0x21, max: 0x7e }))
  const kana = fc.tuple(fc.constantFrom(0x24, 0x25), fc.integer({ min: 0x21, max: 0x73 }))
  const wide = fc.array(fc.oneof(pair, kana), { maxLength: 6 }).map((pairs) => pairs.flat())
  const single = fc.array(fc.integer({ min: 0x21, max: 0x7e }), { maxLength: 6 })
  const half = fc.array(fc.integer({ min: 0x21, max: 0x5f }), { maxLength: 6 })
  const rare = fc.array(fc.tuple(fc.integer({ min: 0x30, max: 0x60 }), fc.integer({ min: 0x21, max: 0x7e })), {
    maxLength: 4,
  })
  const run = (open: string, body: fc.Arbitrary<number[]>): fc.Arbitrary<number[]> =>
    body.map((codes) => [0x1b, ...Array.from(open, (c) => c.charCodeAt(0)), ...codes])
  const soup = fc.array(
    fc.oneof(
      run('$B', wide),
      run('$@', wide),
      run(
        '$(D',
        rare.map((pairs) => pairs.flat()),
      ),
      run('(B', single),
      run('(J', single),
      run('(I', half),
    ),
    { maxLength: 12 },
  )

  it('reads as a slow and simple reader reads it', () => {
    fc.assert(
      fc.property(soup, (runs) => {
        const bytes = Uint8Array.from(runs.flat())
        expect(decodeEscapes(bytes).text).toBe(slowly(bytes))
      }),
      { numRuns: 2000 },
    )
  })

  it('reads the same however transports broke its lines inside escapes', () => {
    fc.assert(
      fc.property(soup, fc.constantFrom([0x0d, 0x0a], [0x0a]), (runs, lineEnd) => {
        const clean = Uint8Array.from(runs.flat())
        const broken: number[] = []
        for (const byte of clean) broken.push(byte, ...(byte === 0x1b ? lineEnd : []))
        expect(decodeEscapes(Uint8Array.from(broken)).text).toBe(decodeEscapes(clean).text)
      }),
      { numRuns: 500 },
    )
  })

  it('never throws and never grows past its bytes, whatever is in it', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '\x1b',
        '\x1b$B',
        '\x1b(B',
        '\x1b(I',
        '\x1b(J',
        '\x1b$(D',
        '\x1b$A',
        '\x1b$(C',
        '\x1b$)C',
        '\x0e',
        '\x0f',
        '\r\n',
        '\n',
        ' ',
        '(B',
        '$B',
        'http',
        '\x1b.A',
        '\x1bN',
      ),
      fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)), maxLength: 3 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const bytes = Uint8Array.from(pieces.join(''), (c) => c.charCodeAt(0))
        const { text, replaced } = decodeEscapes(bytes)
        expect(text.length).toBeLessThanOrEqual(bytes.length)
        expect(text.split('\ufffd').length - 1).toBeGreaterThanOrEqual(replaced)
      }),
      { numRuns: 3000 },
    )
  })
})
