/** Is a corpus file small enough to be read by people? */
import { type Check, fileFinding } from './check.ts'
import type { BytesInput } from './encoding.ts'

/** Bytes of one file; the longest real one has about 20 KB. */
export const FILE_BYTES = 131_072

export const size: Check<BytesInput> = {
  id: 'length',
  title: { ja: 'ファイルが大きすぎます', en: 'the file is too large' },
  run: ({ file, bytes }) =>
    bytes.length <= FILE_BYTES
      ? []
      : [
          fileFinding(file, {
            expected: { ja: `${FILE_BYTES} バイトまで`, en: `at most ${FILE_BYTES} bytes` },
            found: `${bytes.length}`,
          }),
        ],
}
