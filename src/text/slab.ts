/** How do short typed arrays come at the price of a view? Hosts take half a microsecond and more to make one of its own. */

/** Elements that are made at once. */
const SLAB = 16_384

/**
 * Makes a function that gives typed arrays of zeros. Short ones are cut from a larger one, each element of which is given
 * once: they must not be written to by others, sent to another thread, or handed out of the library.
 *
 * @param make makes an array of that many elements
 * @example slabs((length) => new Uint16Array(length))(3).length // 3
 */
export function slabs<T extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(
  make: (length: number) => T,
): (length: number) => T {
  let slab = make(0)
  let used = 0
  return (length) => {
    if (length > SLAB / 8) return make(length)
    if (used + length > slab.length) {
      slab = make(SLAB)
      used = 0
    }
    used += length
    return slab.subarray(used - length, used) as T
  }
}
