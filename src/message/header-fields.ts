/** What do the fields of a header block hold, once their places are known? */
import type { LimitHit, Limits } from '../limits.ts'
import { binaryString, isBlank, trimmed } from './bytes.ts'
import { addLimit, type RawField } from './draft.ts'

/** Header blocks up to this size become one string that the fields are cut from; of larger ones only what is kept is read. */
const BLOCK = 65_536

/**
 * Cuts the fields out of a header block, each to `headerBytes`.
 *
 * @param marks For each field: its first byte, its colon, the byte after its last.
 * @param isAscii No byte of the block is >= 0x80.
 * @param isPlain Nor is any a control character but those of line ends and tabs.
 */
export function cutFields(
  bytes: Uint8Array,
  marks: number[],
  { isAscii, isPlain }: { isAscii: boolean; isPlain: boolean },
  options: { limits: Limits; hits: LimitHit[] },
): RawField[] {
  const fields: RawField[] = []
  if (marks.length === 0) return fields
  const base = marks[0]!
  const last = marks[marks.length - 1]!
  const block = last - base <= BLOCK ? binaryString(bytes, base, last, isAscii) : undefined
  const cap = options.limits.headerBytes
  for (let i = 0; i < marks.length; i += 3) {
    const line = marks[i]!
    const colon = marks[i + 1]!
    let stop = marks[i + 2]!
    if (colon - line > cap) {
      addLimit(options.hits, options.limits, 'headerBytes', 'header')
      continue
    }
    const name = trimmed(
      block !== undefined ? block.slice(line - base, colon - base) : binaryString(bytes, line, colon, isAscii),
    ).toLowerCase()
    if (stop - colon - 1 > cap) {
      addLimit(options.hits, options.limits, 'headerBytes', `header ${name.slice(0, 40)}`)
      stop = colon + 1 + cap
    }
    let from = colon + 1
    while (from < stop && isBlank(bytes[from]!)) from++
    while (stop > from && isBlank(bytes[stop - 1]!)) stop--
    const value = block !== undefined ? block.slice(from - base, stop - base) : binaryString(bytes, from, stop, isAscii)
    fields.push({ name, raw: unfolded(value, !isPlain), isPlain })
  }
  return fields
}

/** Unfolding takes the line ends out and leaves the blank (RFC 5322 §2.2.3); tabs and lone CRs become blanks. */
export function unfolded(value: string, hasControls = true): string {
  let text = value
  if (value.includes('\n') || value.includes('\r')) {
    const lone = (end: string): string => (end.includes('\n') ? '' : ' ')
    text = hasControls ? value.replace(/[\r\n]+/g, lone) : withoutLineEnds(value)
  }
  return text.includes('\t') ? text.replace(/\t/g, ' ') : text
}

function withoutLineEnds(value: string): string {
  let out = ''
  let from = 0
  for (let i = 0; i < value.length; i++) {
    const c = value.charCodeAt(i)
    if (c !== 10 && c !== 13) continue
    if (i > from) out += value.slice(from, i)
    from = i + 1
  }
  return out + value.slice(from)
}
