/** What text are bytes in the charset that their label names? */
import { decodeWithCodec } from '#codec'
import { isJapaneseCharset, isMultiByte } from './aliases.ts'
import { type Answer, answer } from './answer.ts'
import { detectJapanese, isEucJpInstead, isShiftJisInstead } from './detect-japanese.ts'
import { decodeDoubleByte } from './double-byte.ts'
import { decodeEscapes } from './iso2022jp.ts'
import { readEucJp, readShiftJis } from './japanese.ts'
import { decodeLatin, decodeSingleByte } from './single-byte.ts'
import { decodeUtf7 } from './utf7.ts'

/** The label, if it names a Chinese or Korean charset, or one of Japan's, in which every byte stands for something. */
export function byMultiByteLabel(bytes: Uint8Array, declared: string): Answer | undefined {
  if (declared === 'shift_jis' || declared === 'euc-jp') {
    const { text, replaced } = declared === 'shift_jis' ? readShiftJis(bytes) : readEucJp(bytes)
    if (replaced === 0) {
      const instead = declared === 'shift_jis' ? isEucJpInstead(bytes, text) : undefined
      return instead === undefined ? answer(text, declared, 'label') : answer(instead.text, 'euc-jp', 'detected')
    }
  }
  if (isJapaneseCharset(declared)) {
    const detected = detectJapanese(bytes, declared)
    if (detected === undefined || detected.reading.replaced > 0) return undefined
    return answer(detected.reading.text, detected.charset, 'detected')
  }
  if (declared === 'utf-8' || !isMultiByte(declared)) return undefined
  const { text, replaced } = decodeDoubleByte(bytes, declared)
  if (replaced > 0) return undefined
  const instead = isShiftJisInstead(bytes, text)
  if (instead !== undefined) return answer(instead.text, 'shift_jis', 'detected', instead.replaced)
  return answer(text, declared, 'label')
}

/**
 * The label's charset, with U+FFFD where it does not fit.
 *
 * @returns Undefined for a label that nobody knows.
 */
export function byLabel(bytes: Uint8Array, declared: string): Answer | undefined {
  const known = byKnownCharset(bytes, declared)
  if (known !== undefined) return answer(known.text, declared, known.replaced > 0 ? 'lossy' : 'label', known.replaced)
  const text = decodeWithCodec(bytes, declared)
  if (text === undefined) return undefined
  const replaced = text.split('\ufffd').length - 1
  return answer(text, declared, replaced > 0 ? 'lossy' : 'label', replaced)
}

/** All charsets but UTF-8 and UTF-16; undefined for a label that `TextDecoder` rejects. */
function byKnownCharset(bytes: Uint8Array, declared: string): { text: string; replaced: number } | undefined {
  switch (declared) {
    case 'shift_jis':
      return readShiftJis(bytes)
    case 'euc-jp':
      return readEucJp(bytes)
    case 'iso-2022-jp':
      return decodeEscapes(bytes)
    case 'iso-2022-kr':
      return decodeEscapes(bytes, true)
    case 'gbk':
    case 'gb18030':
    case 'big5':
    case 'euc-kr':
      return decodeDoubleByte(bytes, declared)
    case 'utf-7':
      return decodeUtf7(bytes)
    case 'windows-1252':
      return { text: decodeLatin(bytes), replaced: 0 }
    default:
      return decodeSingleByte(bytes, declared)
  }
}
