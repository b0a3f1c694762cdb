/** How is a long URL cut without losing its host? */

/** Units of the user information that are kept of a URL that is too long: enough to see whose host it plays. */
const USERINFO_UNITS = 256

/**
 * Cuts a URL to what is looked at. Browsers take user information of any length, so `https://kagoya.jp%20%20…@evil.example/`
 * would hide its host behind any cap: of user information that is too long only the head is kept.
 *
 * @param url - as written
 * @param most - UTF-16 code units
 * @returns `url` itself when it is no longer
 * @example
 * shortUrl(`https://kagoya.jp${'%20'.repeat(9000)}@evil.example/a`, 4096).endsWith('@evil.example/a') // true
 */
export function shortUrl(url: string, most: number): string {
  if (url.length <= most) return url
  const colon = url.indexOf(':')
  if (colon < 1 || colon > 20) return url.slice(0, most)
  let start = colon + 1
  while (isSlash(url.charCodeAt(start))) start++
  // most long URLs have none: that is seen at the speed of memory
  if (url.indexOf('@', start) < 0) return url.slice(0, most)
  let sign = -1
  for (let i = start; i < url.length; i++) {
    const c = url.charCodeAt(i)
    if (isSlash(c) || c === 0x3f || c === 0x23) break
    if (c === 0x40) sign = i
  }
  if (sign - start <= USERINFO_UNITS) return url.slice(0, most)
  return (url.slice(0, start + USERINFO_UNITS) + url.slice(sign)).slice(0, most)
}

function isSlash(c: number): boolean {
  return c === 0x2f || c === 0x5c
}
