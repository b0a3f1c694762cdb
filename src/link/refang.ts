/** How is a link as written turned into one that can be split: full-width letters, masks, bracketed dots? */
import { isMaskSign, isWideAscii } from './chars.ts'
import { bracketedDot } from './extent.ts'

/** Masks in path or query; a lone `*` may be a wildcard, two are a mask. */
export function hasMask(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x2a ? text.charCodeAt(i + 1) === 0x2a : isMaskSign(c)) return true
  }
  return false
}

/** Full-width to ASCII, masks to `*`, bracketed dots to dots. */
export function refanged(rest: string, wide: boolean, defanged: boolean): string {
  let plain = true
  for (let i = 0; i < rest.length && plain; i++) {
    const c = rest.charCodeAt(i)
    plain = c < 0x80 && !(defanged && (c === 0x5b || c === 0x28 || c === 0x7b))
  }
  if (plain) return rest
  let out = ''
  for (let i = 0; i < rest.length; i++) {
    const c = rest.charCodeAt(i)
    const dot = defanged ? bracketedDot(rest, i) : 0
    if (dot > 0) {
      out += rest.charCodeAt(i + 1) === 0x40 ? '@' : '.'
      i += dot - 1
    } else if (isMaskSign(c)) out += '*'
    else if (wide && isWideAscii(c)) out += String.fromCharCode(c - 0xfee0)
    else out += rest[i]
  }
  return out
}
