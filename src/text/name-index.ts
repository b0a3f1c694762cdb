/** Which of a few known names stands in the markup here? Asked for every tag and attribute, so no string is made for it. */

/** Slots of the table; more than twice the names, so that probing ends soon. */
const SLOTS = 512
/** No known name is longer. */
const LONGEST = 12

/** An index of lower-case ASCII names. */
export class NameIndex {
  private readonly slots = new Int16Array(SLOTS).fill(-1)

  /** @param names - at most 200, each up to 12 code units */
  constructor(private readonly names: readonly string[]) {
    for (const [i, name] of names.entries()) {
      let slot = hash(name, 0, name.length)
      while (this.slots[slot]! >= 0) slot = (slot + 1) % SLOTS
      this.slots[slot] = i
    }
  }

  /**
   * Finds the name that stands at a place, whatever its case.
   *
   * @returns its index, or -1
   */
  find(source: string, from: number, to: number): number {
    if (to <= from || to - from > LONGEST) return -1
    let slot = hash(source, from, to)
    for (let i = this.slots[slot]!; i >= 0; i = this.slots[slot]!) {
      if (isAt(source, from, to, this.names[i]!)) return i
      slot = (slot + 1) % SLOTS
    }
    return -1
  }
}

/** Factors that give nearly all tags and attributes of HTML a slot of their own. */
function hash(source: string, from: number, to: number): number {
  const first = source.charCodeAt(from) & 31
  const middle = source.charCodeAt((from + to) >> 1) & 31
  const last = source.charCodeAt(to - 1) & 31
  return (first * 317 + middle * 178 + last * 420 + (to - from) * 351) & (SLOTS - 1)
}

function isAt(source: string, from: number, to: number, name: string): boolean {
  if (to - from !== name.length) return false
  for (let i = from; i < to; i++) {
    const c = source.charCodeAt(i)
    if ((c >= 0x41 && c <= 0x5a ? c | 0x20 : c) !== name.charCodeAt(i - from)) return false
  }
  return true
}
