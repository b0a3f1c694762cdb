/** What does one rung of the charset ladder say? */
import type { DecodeReason } from './model.ts'

/** One rung's answer. */
export interface Answer {
  text: string
  /** The charset used, by its WHATWG name in lower case. */
  used: string
  why: DecodeReason
  /** U+FFFD that stand for bytes that could not be decoded. */
  replaced: number
}

/** An answer. */
export const answer = (text: string, used: string, why: DecodeReason, replaced = 0): Answer => ({
  text,
  used,
  why,
  replaced,
})
