/** Is a host one that nobody can own? RFC 2606 and 6761. */

const RESERVED = ['example', 'test', 'invalid', 'localhost']
const RESERVED_DOMAINS = ['example.com', 'example.net', 'example.org', 'example.jp', 'example.co.jp']

/** @param host small letters */
export function isReserved(host: string): boolean {
  const labels = host.split('.')
  return RESERVED.includes(labels.at(-1)!) || RESERVED_DOMAINS.some((d) => host === d || host.endsWith(`.${d}`))
}
