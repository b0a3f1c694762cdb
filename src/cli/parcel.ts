/** How does a batch of mails go to another thread? */
import type { Item, Settings } from './batch.ts'

/** A batch as it is sent: all mails in one buffer, which changes hands without being copied. */
export interface Parcel {
  items: Array<{ name: string; length: number } | Exclude<Item, { bytes: Uint8Array }>>
  bytes: Uint8Array
  settings: Settings
}

/** Small buffers of Node share one slab, which must not change hands: the mails are copied into one of their own. */
export function pack(items: Item[], settings: Settings): Parcel {
  const bytes = new Uint8Array(items.reduce((sum, item) => sum + ('bytes' in item ? item.bytes.length : 0), 0))
  let at = 0
  return {
    items: items.map((item) => {
      if (!('bytes' in item)) return item
      bytes.set(item.bytes, at)
      at += item.bytes.length
      return { name: item.name, length: item.bytes.length }
    }),
    bytes,
    settings,
  }
}

/** The items of a parcel, in the worker. */
export function unpack({ items, bytes }: Parcel): Item[] {
  let at = 0
  return items.map((item) => {
    if (!('length' in item)) return item
    at += item.length
    return { name: item.name, bytes: bytes.subarray(at - item.length, at) }
  })
}
