/** Which of many fingerprints may be contained in a mail? An inverted index from gram hashes to samples. */
import { slabs } from '../text/slab.ts'
import { CorpusError } from './errors.ts'
import { GRAM_BITS, MAX_GRAMS, readFingerprint } from './fingerprint-format.ts'
import type { LureEntry } from './model.ts'

/** The index. All arrays are typed: 100,000 lures of 40 grams take about 40 MB. */
export interface FingerprintIndex {
  /** How many fingerprints there are. */
  samples: number
  /** Lure of each sample. */
  lureOf: Uint32Array
  /** First sample of each lure. */
  firstOf: Uint32Array
  /** Where each sample's entries begin; one more at the end. */
  offsets: Uint32Array
  /** All grams of all samples: `gram * 4 + weight - 1`. */
  entries: Int32Array
  /** How many of its indexed grams a mail must show for a sample to be compared. */
  enough: Uint16Array
  /** Gram + 1, or 0 for an empty slot; none where each gram has a slot of its own. */
  keys: Int32Array
  /** Where the samples of the gram in this slot begin, and one more at the end of all. */
  from: Uint32Array
  mask: number
  /** Samples by gram. */
  postings: Uint32Array
  /** A bit for the grams in the index, so that most grams of a mail cost one test. */
  known: Uint32Array
  knownMask: number
  /** All grams of all samples are in the index. */
  isWhole: boolean
  /** Scratch: grams found of each sample; all 0 between calls. */
  counts: Uint16Array
}

/** Up to here all grams are indexed; beyond, only the rarest `RAREST` of each sample, so that lists stay short. */
const ALL_GRAMS = 10_000
const RAREST = 16
/** Share of its indexed grams that a sample must show to be compared: one at similarity 0.35 shows 5 or 6 of 16. */
const SHARE = 0.18
/** Samples read from lists for one mail: rarest grams first until this is used up. */
const READS = 5_000
/** Samples that are compared gram by gram. */
const COMPARED = 64

/**
 * Builds the index.
 *
 * @throws CorpusError when a fingerprint cannot be read
 */
export function indexFingerprints(lures: LureEntry[]): FingerprintIndex {
  const { lureOf, firstOf, offsets, entries } = readAll(lures)
  const samples = lureOf.length
  const indexed = new Uint16Array(samples)
  const isWhole = samples <= ALL_GRAMS
  const chosen = isWhole ? all(offsets, entries, indexed) : rarest(offsets, entries, indexed)
  let slots = 64
  while (slots < chosen.length * 2 && slots < 1 << GRAM_BITS) slots *= 2
  const mask = slots - 1
  const keys = new Int32Array(hasOwnSlots(mask) ? 0 : slots)
  const from = new Uint32Array(slots + 1)
  const knownMask = Math.min(slots * 8, 1 << GRAM_BITS) - 1
  const known = new Uint32Array((knownMask + 1) >>> 5)
  if (hasOwnSlots(mask)) for (let i = 0; i < chosen.length; i++) from[chosen[i]!]!++
  else takeSlots(chosen, keys, from, known, knownMask)
  let sum = 0
  for (let slot = 0; slot <= slots; slot++) {
    // with a slot for each gram the bits are made here, in order, rather than for each of millions of entries
    if (from[slot] !== 0 && hasOwnSlots(mask)) known[slot >>> 5]! |= 1 << (slot & 31)
    sum += from[slot]!
    from[slot] = sum
  }
  const postings = new Uint32Array(chosen.length)
  let at = chosen.length
  for (let sample = samples - 1; sample >= 0; sample--) {
    for (let k = indexed[sample]!; k > 0; k--) postings[--from[chosen[--at]!]!] = sample
  }
  const enough = indexed.map((count) => Math.ceil(count * SHARE))
  const counts = new Uint16Array(samples)
  const lists = { keys, from, mask, postings, known, knownMask, isWhole, counts }
  return { samples, lureOf, firstOf, offsets, entries, enough, ...lists }
}

function readAll(lures: LureEntry[]): Pick<FingerprintIndex, 'lureOf' | 'firstOf' | 'offsets' | 'entries'> {
  let samples = 0
  let digits = 0
  for (const { fingerprints } of lures) {
    samples += fingerprints.length
    for (const text of fingerprints) digits += text.length
  }
  const lureOf = new Uint32Array(samples)
  const firstOf = new Uint32Array(lures.length)
  const offsets = new Uint32Array(samples + 1)
  // a gram of a fingerprint of 40 has four digits, seldom three; only full ones, of up to 400, have fewer
  let entries = new Int32Array(Math.ceil(digits / 3.5) + MAX_GRAMS)
  let sample = 0
  let at = 0
  for (let lure = 0; lure < lures.length; lure++) {
    firstOf[lure] = sample
    for (const text of lures[lure]!.fingerprints) {
      if (at + MAX_GRAMS > entries.length) entries = longer(entries)
      const count = readFingerprint(text, entries, at)
      if (count < 1) throw new CorpusError('fingerprint', `lures[${lure}].fingerprints`, 'cannot be read')
      at += count
      lureOf[sample++] = lure
      offsets[sample] = at
    }
  }
  return { lureOf, firstOf, offsets, entries: entries.subarray(0, at) }
}

function longer(entries: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const result = new Int32Array(Math.ceil(entries.length * 1.5))
  result.set(entries)
  return result
}

/** With 2^20 slots the gram is the slot. */
const hasOwnSlots = (mask: number): boolean => mask + 1 === 1 << GRAM_BITS

/** Puts grams into slots and counts them there; afterwards `chosen` holds the slots. */
function takeSlots(
  chosen: Int32Array,
  keys: Int32Array,
  from: Uint32Array,
  known: Uint32Array,
  knownMask: number,
): void {
  for (let i = 0; i < chosen.length; i++) {
    const gram = chosen[i]!
    const slot = slotOf(keys, keys.length - 1, gram)
    keys[slot] = gram + 1
    from[slot]!++
    known[(gram & knownMask) >>> 5]! |= 1 << (gram & 31)
    chosen[i] = slot
  }
}

/** Grams are hashes already. */
function slotOf(keys: Int32Array, mask: number, gram: number): number {
  let slot = gram & mask
  while (keys[slot] !== 0 && keys[slot] !== gram + 1) slot = (slot + 1) & mask
  return slot
}

/** All grams of all samples; counts go into `indexed`. */
function all(offsets: Uint32Array, entries: Int32Array, indexed: Uint16Array): Int32Array {
  for (let sample = 0; sample < indexed.length; sample++) indexed[sample] = offsets[sample + 1]! - offsets[sample]!
  return entries.map((entry) => entry >>> 2)
}

/**
 * The grams of each sample that the fewest samples hold, by powers of two, in the order of the samples; counts go into
 * `indexed`.
 */
function rarest(offsets: Uint32Array, entries: Int32Array, indexed: Uint16Array): Int32Array {
  const held = new Uint32Array(1 << GRAM_BITS)
  for (let i = 0; i < entries.length; i++) held[entries[i]! >>> 2]!++
  const levels = new Uint8Array(1 << GRAM_BITS)
  for (let gram = 0; gram < levels.length; gram++) levels[gram] = 32 - Math.clz32(held[gram]!)
  const sizes = new Uint16Array(33)
  const own = new Uint8Array(MAX_GRAMS)
  const chosen = new Int32Array(indexed.length * RAREST)
  let at = 0
  for (let sample = 0; sample < indexed.length; sample++) {
    const start = offsets[sample]!
    const end = offsets[sample + 1]!
    sizes.fill(0)
    for (let i = start; i < end; i++) {
      const level = levels[entries[i]! >>> 2]!
      own[i - start] = level
      sizes[level]!++
    }
    let level = 0
    let below = 0
    while (level < 32 && below + sizes[level]! <= RAREST) below += sizes[level++]!
    let left = RAREST - below
    const first = at
    for (let i = start; i < end; i++) {
      const its = own[i - start]!
      if (its < level || (its === level && left-- > 0)) chosen[at++] = entries[i]! >>> 2
    }
    indexed[sample] = at - first
  }
  return chosen.slice(0, at)
}

/**
 * Gives the samples of which enough grams stand in a mail, at most 64, those with the largest share.
 *
 * @param grams gram hashes of the mail, each once
 */
export function candidates(index: FingerprintIndex, grams: Int32Array): number[] {
  const slots = slotsOf(index, grams)
  const { from, postings, counts, enough } = index
  const found: number[] = []
  for (let k = 0; k < slots.length; k++) {
    for (let i = from[slots[k]!]!; i < from[slots[k]! + 1]!; i++) {
      const sample = postings[i]!
      if (++counts[sample]! === enough[sample]!) found.push(sample)
    }
  }
  const chosen = found.length <= COMPARED ? found : best(index, found)
  for (let k = 0; k < slots.length; k++) {
    for (let i = from[slots[k]!]!; i < from[slots[k]! + 1]!; i++) counts[postings[i]!] = 0
  }
  return chosen
}

/** The samples with the largest share of their grams found. */
function best({ counts, enough }: FingerprintIndex, found: number[]): number[] {
  // shares in steps of an eighth of what is enough; 5 or 6 times that is all
  const levelOf = (sample: number): number => Math.min(63, Math.floor((counts[sample]! * 8) / enough[sample]!))
  const levels = new Uint32Array(64)
  for (const sample of found) levels[levelOf(sample)]!++
  let level = 63
  for (let total = levels[63]!; level > 0 && total < COMPARED; ) total += levels[--level]!
  const chosen = found.filter((sample) => levelOf(sample) > level)
  for (const sample of found) if (chosen.length < COMPARED && levelOf(sample) === level) chosen.push(sample)
  return chosen
}

const newSlots = slabs((length) => new Int32Array(length))

/** The slots of the mail's grams that are in the index; where their lists are long together, those with the shortest. */
function slotsOf(index: FingerprintIndex, grams: Int32Array): Int32Array {
  const { keys, from, mask, known, knownMask } = index
  const slots = newSlots(grams.length)
  const ownSlots = hasOwnSlots(mask)
  let count = 0
  let total = 0
  for (let i = 0; i < grams.length; i++) {
    const gram = grams[i]!
    if ((known[(gram & knownMask) >>> 5]! & (1 << (gram & 31))) === 0) continue
    // where each gram has a slot of its own, the bit has said it all
    const slot = ownSlots ? gram : slotOf(keys, mask, gram)
    if (!ownSlots && keys[slot] === 0) continue
    slots[count++] = slot
    total += from[slot + 1]! - from[slot]!
  }
  if (total <= READS) return slots.subarray(0, count)
  const sizes = new Uint32Array(33)
  for (let i = 0; i < count; i++) {
    const size = from[slots[i]! + 1]! - from[slots[i]!]!
    sizes[32 - Math.clz32(size)]! += size
  }
  // lists are taken whole, by powers of two of their length
  let longest = 0
  for (let reads = sizes[0]!; reads <= READS; ) reads += sizes[++longest]!
  const left = READS - sizes.subarray(0, longest).reduce((sum, size) => sum + size, 0)
  let kept = 0
  let read = 0
  for (let i = 0; i < count; i++) {
    const size = from[slots[i]! + 1]! - from[slots[i]!]!
    const group = 32 - Math.clz32(size)
    if (group > longest) continue
    if (group === longest) {
      if (read + size > left) continue
      read += size
    }
    slots[kept++] = slots[i]!
  }
  return slots.subarray(0, kept)
}
