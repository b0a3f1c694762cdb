/** Which charset does a label in a mail mean? */

/**
 * Labels that WHATWG's `TextDecoder` rejects or that mean more in mail than there, by what they mean. Written without
 * `-`, `_`, blanks and case. Sources: IANA character sets, the labels of Java, .NET, iconv, PHP and Python, and labels
 * seen in mail. Left out: what `TextDecoder` knows under the same name.
 */
const LABELS: Record<string, string> = {
  'us-ascii': `usascii ascii ansix341968 iso646us us ascii7bit unknown unknown8bit xunknown unknowncharset xuserdefined
    8bit 7bit default none binary base64 quotedprintable hex auto null undefined charset`,
  'utf-8': 'utf8 utf8mb4 unicode11utf8 unicode20utf8 xunicode20utf8 xutf8 cp65001 windows65001 csutf8 utf utf88bit',
  'utf-7': 'utf7 unicode11utf7 csunicode11utf7 unicode20utf7 xunicode20utf7 cp65000 windows65000 csutf7',
  'utf-16': 'utf16 ucs2 iso10646ucs2 csunicode unicode csutf16',
  'utf-16le': 'utf16le unicodefeff unicodelittle cp1200 ucs2le',
  'utf-16be': 'utf16be unicodefffe unicodebig cp1201 ucs2be',
  'utf-32': 'utf32 ucs4 iso10646ucs4',
  'utf-32le': 'utf32le cp12000 ucs4le',
  'utf-32be': 'utf32be cp12001 ucs4be',
  'iso-2022-jp': `iso2022jp iso2022jp1 iso2022jp2 iso2022jp3 iso2022jp3plane1 iso2022jp3strict iso2022jp3compatible
    iso2022jp2003 iso2022jp2004 iso2022jp2004strict iso2022jpext iso2022jpms iso2022jpmsft iso2022jp1984 iso2022
    iso2022jp8bit csiso2022jp csiso2022jp2 windows50220 windows50221 windows50222 cp50220 cp502201 cp502202 cp502203
    cp502211 cp50220raw cp50221 cp50222 cp5022x xwindows50220 xwindows50221 xwindowsiso2022jp xiso2022jp jis jis7 jis8
    xjis jisencoding csjisencoding`,
  shift_jis: `shiftjis sjis xsjis xshiftjis shiftjisms sjiswin sjisms sjismac sjisopen sjisjp sjisx0213 mskanji csshiftjis
    shiftjisx0213 shiftjis2003 shiftjis2004 sjis2003 sjis2004 cp932 ms932 xms932 xmscp932 windows932 ibm932 xibm932
    cp943 cp943c ibm943 xibm943 cp942 ibm942 windows31j win31j ms31j xwindows31j cswindows31j macjapanese xmacjapanese
    japanese shiftjiscp932`,
  'euc-jp': `eucjp xeucjp xeuc euc ujis xujis eucj eucjpms eucjpwin eucjpopen eucjpascii eucjplinux xeucjplinux eucjp2003
    eucjp2004 eucjpx0213 eucjisx0213 eucjis2003 eucjis2004 cp51932 cp20932 cp954 ibm954 ibm33722 xeucjpopen
    cseucpkdfmtjapanese cseucfixwidjapanese`,
  'euc-kr': `euckr xeuckr cseuckr ksc5601 ksc56011987 ksc56011989 ksc56011992 ksx1001 ksc csksc56011987 korean isoir149
    cp949 ms949 xmswin949 xwindows949 windows949 win949 cp51949 windows51949 uhc xjohab`,
  'iso-2022-kr': 'iso2022kr csiso2022kr cp50225 windows50225',
  'iso-2022-cn': 'iso2022cn iso2022cnext csiso2022cn cp50227',
  'hz-gb-2312': 'hzgb2312 hz cp52936 windows52936',
  gbk: `gb2312 gb23121980 gb231280 csgb2312 csgb231280 csiso58gb231280 isoir58 gb2312charset euccn xeuccn eucgb2312cn chinese
    gb gbk xgbk csgbk cp936 ms936 xmswin936 windows936 win936 cp51936 zhcn`,
  gb18030: 'gb18030 gb180302000 gb180302005 gb180302022 cp54936 csgb18030',
  big5: `big5 big5hkscs big5hkscs2004 big5eten big5tw cnbig5 csbig5 xbig5 xxbig5 cp950 ms950 windows950 xwindows950 win950
    zhtw euctw xeuctw`,
  'windows-1252': `iso88591 iso885911987 iso8859 isolatin1 csisolatin1 latin1 latin l1 cp819 ibm819 isoir100 cp1252 ms1252
    windows1252 win1252 xcp1252 ansi westerneuropean western`,
}

let aliases: Map<string, string> | undefined

function aliasOf(bare: string): string | undefined {
  if (aliases === undefined) {
    // A Map, so that a label such as `constructor` finds nothing.
    aliases = new Map()
    for (const [charset, labels] of Object.entries(LABELS)) {
      for (const label of labels.split(/\s+/)) aliases.set(label, charset)
    }
  }
  return aliases.get(bare)
}

/** Charsets whose characters take more than one byte: bytes that are strictly valid in one are hardly anything else. */
const MULTI_BYTE = new Set(['utf-8', 'shift_jis', 'euc-jp', 'euc-kr', 'gbk', 'gb18030', 'big5'])

/** Results of `charsetOf`, as a mail repeats its labels; emptied when senders' inventions fill it. */
const known = new Map<string, string>()
const KNOWN_CAP = 128

/**
 * The charset a label means.
 *
 * @param label As written in the mail; quotes, blanks and RFC 2231 language suffixes are taken off, 64 characters are read.
 * @returns A WHATWG name in lower case, or one of `us-ascii` (also for "unknown-8bit" and the like), `utf-7`, `utf-16`,
 * `utf-32`, `utf-32le`, `utf-32be`, `iso-2022-kr`, `iso-2022-cn`, `hz-gb-2312`; a label nobody knows comes back trimmed and in
 * lower case; empty for none.
 * @example charsetOf('"CP932"') // 'shift_jis'
 */
export function charsetOf(label: string | undefined): string {
  if (label === undefined || label === '') return ''
  const cut = label.slice(0, 64)
  let charset = known.get(cut)
  if (charset === undefined) {
    charset = readLabel(cut)
    if (known.size >= KNOWN_CAP) known.clear()
    known.set(cut, charset)
  }
  return charset
}

function readLabel(label: string): string {
  let bare = label.toLowerCase().replace(/["'<>;,\\]/g, '')
  const star = bare.indexOf('*')
  if (star >= 0) bare = bare.slice(0, star)
  bare = bare.trim()
  // Labels such as `charset=utf-8` inside a charset parameter come from templates that wrote the name twice.
  if (bare.startsWith('charset=')) bare = bare.slice(8).trim()
  const alias = aliasOf(bare.replace(/[-_ .:/()]/g, ''))
  if (alias !== undefined) return alias
  try {
    return new TextDecoder(bare).encoding.toLowerCase()
  } catch {
    return bare
  }
}

/** Whether a charset is one of Japan's. */
export function isJapaneseCharset(charset: string): boolean {
  return charset === 'iso-2022-jp' || charset === 'shift_jis' || charset === 'euc-jp'
}

/** Whether a charset is a multi-byte one without escapes. */
export function isMultiByte(charset: string): boolean {
  return MULTI_BYTE.has(charset)
}
