/** Which code units vanish on screen, so that lures are salted with them? */

/** Default-ignorable code units: they vanish on screen, so lures and line breakers put them into hosts (Unicode DerivedCoreProperties). */
export function isIgnorable(c: number): boolean {
  if (c < 0xad) return false
  if (c === 0xad || c === 0x34f || c === 0x61c || c === 0x3164 || c === 0xfeff || c === 0xffa0) return true
  if (c < 0x180b) return c === 0x115f || c === 0x1160 || c === 0x17b4 || c === 0x17b5
  if (c <= 0x180f) return true
  if (c < 0x200b) return false
  return c <= 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || (c >= 0xfe00 && c <= 0xfe0f)
}
