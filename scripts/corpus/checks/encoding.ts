/** Is a corpus file UTF-8? Japanese editors still save Shift_JIS. */
import { hex } from '../problem.ts'
import { type Check, fileFinding } from './check.ts'

/** A file before anything of it is understood. */
export interface BytesInput {
  file: string
  bytes: Uint8Array
}

export const encoding: Check<BytesInput> = {
  id: 'encoding',
  title: { ja: 'UTF-8 ではありません', en: 'the file is not UTF-8' },
  run({ file, bytes }) {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    const at = text.indexOf('\ufffd')
    // a U+FFFD that was written as such is found by the check for characters
    const offset = at < 0 ? -1 : new TextEncoder().encode(text.slice(0, at)).length
    if (offset < 0 || (bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd)) return []
    const before = text.slice(0, at)
    return [
      fileFinding(file, {
        place: { line: before.split('\n').length, column: at - before.lastIndexOf('\n') },
        expected: { ja: 'UTF-8 で保存したファイル', en: 'a file saved as UTF-8' },
        found: `0x${hex(bytes[offset]!).slice(-2)}`,
      }),
    ]
  },
}
