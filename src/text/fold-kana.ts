/** Which dashes and kanji in a run of katakana stand for the katakana that they look like? */
import { DASH, DIGIT, type FoldTable, KANJI, KATAKANA, LOOKALIKE } from './fold-table.ts'

const LONG = 0x30fc // ー

/** Katakana for a look-alike kanji or a dash. */
function katakanaFor(unit: number): number {
  if (unit === 0x529b) return 0x30ab // 力 カ
  if (unit === 0x53e3) return 0x30ed // 口 ロ
  if (unit === 0x4e8c) return 0x30cb // 二 ニ
  if (unit === 0x5de5) return 0x30a8 // 工 エ
  if (unit === 0x5915) return 0x30bf // 夕 タ
  if (unit === 0x516b) return 0x30cf // 八 ハ
  if (unit === 0x535c) return 0x30c8 // 卜 ト
  return LONG // 一 and the dashes
}

/**
 * Replaces look-alikes inside runs of katakana, in place, in one pass. A run is katakana, look-alikes and dashes side by
 * side, with two real katakana or more:
 *
 * - between katakana, one look-alike or dash, or two of which at most one is a dash, are replaced (カ-ド, アカウン卜工ラー);
 * - before the first katakana, a single look-alike but 一, when no kanji or digit stands before it (力ゴヤ; not 能力アップ);
 * - after the last, a single 口 工 夕 卜, when no kanji follows (サイ卜; not カード口座, nor コミュニケーション力).
 *
 * All other places stay, and what was replaced is katakana, so a second pass finds nothing to do.
 */
export function unmaskKatakana(units: Uint16Array, length: number, kinds: FoldTable['kinds']): void {
  for (let i = 0; i < length; i++) {
    if ((kinds[units[i]!]! & (KATAKANA | LOOKALIKE | DASH)) === 0) continue
    const start = i
    let katakana = 0
    let masked = 0
    for (; i < length; i++) {
      const kind = kinds[units[i]!]!
      if (kind & KATAKANA) katakana++
      else if (kind & (LOOKALIKE | DASH)) masked++
      else break
    }
    if (katakana >= 2 && masked > 0) unmaskRun(units, start, i, length, kinds)
  }
}

function unmaskRun(units: Uint16Array, start: number, end: number, length: number, kinds: FoldTable['kinds']): void {
  for (let i = start; i < end; i++) {
    if (kinds[units[i]!]! & KATAKANA) continue
    const from = i
    let dashes = 0
    for (; i < end && !(kinds[units[i]!]! & KATAKANA); i++) if (katakanaFor(units[i]!) === LONG) dashes++
    const size = i - from
    const inside = from > start && i < end
    if (
      inside ? size <= 2 && dashes <= 1 : size === 1 && dashes === 0 && isFreeEdge(units, from, start, length, kinds)
    ) {
      for (let k = from; k < i; k++) units[k] = katakanaFor(units[k]!)
    }
  }
}

/** Whether a look-alike at the edge of a run is no part of a kanji word or a count (一口, 3口). */
function isFreeEdge(units: Uint16Array, at: number, start: number, length: number, kinds: FoldTable['kinds']): boolean {
  if (at === start) return at === 0 || (kinds[units[at - 1]!]! & (KANJI | DIGIT)) === 0
  const unit = units[at]!
  const usual = unit === 0x53e3 || unit === 0x5de5 || unit === 0x5915 || unit === 0x535c
  return usual && (at + 1 === length || (kinds[units[at + 1]!]! & KANJI) === 0)
}
