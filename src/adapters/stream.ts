/** How does a mail come in that arrives piece by piece, or as a file? */
import { LIMITS } from '../limits.ts'
import { bytesOf } from '../message/bytes.ts'
import { received } from '../received.ts'

/** A web stream, a Node `Readable`, or any async iterable of bytes. */
export type ByteSource = AsyncIterable<Uint8Array | string> | WebStream

/** The part of a `ReadableStream` that is needed, so that no library of types has to be there. */
export interface WebStream {
  /** Locks the stream. */
  getReader(): WebStreamReader
}

/** The part of a `ReadableStreamDefaultReader` that is needed. */
export interface WebStreamReader {
  /** The next piece. */
  read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>
  /** Gives the rest up. */
  cancel(): Promise<void>
}

/**
 * Reads a stream into bytes, up to a cap; the stream is closed then. What was cut shows in `limits` of the verdict when the
 * cap is the default one.
 *
 * @param options `maxBytes`: default one byte more than `LIMITS.messageBytes`
 * @returns bytes for `classify`
 * @throws TypeError when `source` is no stream of bytes; rejects with the stream's own error
 * @example classify(await readStream(message.raw)) // in a Cloudflare Email Worker
 */
export async function readStream(source: ByteSource, options: { maxBytes?: number } = {}): Promise<Uint8Array> {
  const { maxBytes = LIMITS.messageBytes + 1 } = options
  if (!(maxBytes > 0)) throw new TypeError(`readStream: maxBytes must be more than 0, received ${String(maxBytes)}`)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of piecesOf(source)) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
    if (!(bytes instanceof Uint8Array)) throw new TypeError(`readStream: expected bytes, received ${typeof chunk}`)
    chunks.push(bytes.length > maxBytes - size ? bytes.subarray(0, maxBytes - size) : bytes)
    size += chunks[chunks.length - 1]!.length
    if (size >= maxBytes) break
  }
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

function piecesOf(source: ByteSource): AsyncIterable<Uint8Array | string> {
  if (typeof source === 'object' && source !== null) {
    if (Symbol.asyncIterator in source) return source
    // Safari and older Workers cannot iterate over a ReadableStream.
    if ('getReader' in source) return fromReader(source.getReader())
  }
  throw new TypeError(`readStream: expected a ReadableStream or a Readable, received ${received(source)}`)
}

async function* fromReader(reader: WebStreamReader): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      if (value) yield value
    }
  } finally {
    await reader.cancel()
  }
}

/**
 * The mail that Thunderbird's `messages.getRaw` gives: a `File` (manifest v3), or a binary string, one code unit a byte.
 *
 * @returns bytes for `classify`
 * @throws TypeError for another type, or for a string that is decoded text already
 * @example classify(await fromThunderbird(await messenger.messages.getRaw(id)))
 */
export async function fromThunderbird(raw: string | { arrayBuffer(): Promise<ArrayBuffer> }): Promise<Uint8Array> {
  if (typeof raw === 'string') {
    if (/[^\0-\xff]/.test(raw)) throw new TypeError('fromThunderbird: the string is decoded text, not a binary string')
    return bytesOf(raw)
  }
  if (typeof raw === 'object' && raw !== null && typeof raw.arrayBuffer === 'function') {
    return new Uint8Array(await raw.arrayBuffer())
  }
  throw new TypeError(`fromThunderbird: expected a binary string or a File, received ${received(raw)}`)
}
