/** How does a pure function remember its last answers without growing? Two generations, each with a bound. */

/**
 * Makes a function of one string that remembers its answers.
 *
 * @param compute the function; must be pure
 * @param size answers kept in one generation; at most twice as many in all
 * @param longest longer arguments (UTF-16 code units) are computed each time, so that a hostile mail cannot fill memory with them
 */
export function remember<T extends object>(
  compute: (key: string) => T,
  size: number,
  longest = 256,
): (key: string) => T {
  let young = new Map<string, T>()
  let old = new Map<string, T>()
  return (key) => {
    const known = young.get(key)
    if (known) return known
    const value = old.get(key) ?? compute(key)
    if (key.length > longest) return value
    if (young.size >= size) {
      old = young
      young = new Map()
    }
    young.set(key, value)
    return value
  }
}
