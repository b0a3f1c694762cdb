/** Does a path lie in the folders of a content management system that hold no pages, and is a link one that runs or carries its own content? */
import type { Deception } from './deception.ts'
import { percentDecode } from './host.ts'
import type { UrlParts } from './url.ts'

const PAGE_FILE = /\.(?:avif|bmp|css|gif|ico|jpe?g|js|json|map|mp4|pdf|png|rss|svg|webp|woff2?|xml|zip)$/
/** Documents that sites offer; their names are read, unlike those of what a page loads. */
const DOCUMENT = /\.(?:csv|docx?|ics|mp3|pptx?|txt|xlsx?)$/

/** Whether a path, in lower case, names a file that a page loads. */
export function isPageFile(path: string): boolean {
  return PAGE_FILE.test(path)
}

/**
 * Names the folder where a broken-into site holds a page: wp-includes, wp-content, .well-known, a folder below wp-admin,
 * a PHP script in cgi-bin.
 *
 * @param path of the URL
 * @returns the folder; empty when the page stands where pages do
 * @example cmsFolder('/wp-includes/1/kagoya.net/') // '/wp-includes/'
 */
export function cmsFolder(path: string): string {
  if (path.length < 8) return ''
  const p = path.toLowerCase()
  // honest uses of these folders
  if (isPageFile(p) || DOCUMENT.test(p)) return ''
  if (p.includes('/wp-includes/')) return '/wp-includes/'
  if (p.includes('/wp-content/')) return '/wp-content/'
  // WordPress mails link to /wp-admin/ and its scripts, not to folders below it
  const admin = p.indexOf('/wp-admin/')
  if (admin >= 0) {
    const rest = p.slice(admin + 10)
    return rest.indexOf('/') > 0 && !rest.startsWith('network/') && !rest.startsWith('user/') ? '/wp-admin/' : ''
  }
  const known = p.indexOf('/.well-known/')
  // RFC 8615 registers names; change-password is the one that people are sent to
  if (known >= 0) return !p.startsWith('/.well-known/change-password') && p.length > known + 13 ? '/.well-known/' : ''
  return p.includes('/cgi-bin/') && p.endsWith('.php') ? '/cgi-bin/' : ''
}

/**
 * Looks at a link without a host: script that runs, or a page that the link itself carries.
 *
 * @param parts from `splitUrl`
 */
export function opaqueDeception(parts: UrlParts): Deception | undefined {
  if (parts.scheme === 'data') {
    const type = parts.path.slice(0, 100).toLowerCase()
    // pictures in data URLs are how mail embeds them
    if (/^(?:image\/(?!svg)|font\/|audio\/|video\/)/.test(type)) return undefined
    return { code: 'link-data-url', found: `data:${(/^[^,;]*/.exec(type)?.[0] ?? '').slice(0, 40)}` }
  }
  if (parts.scheme !== 'javascript' && parts.scheme !== 'vbscript') return undefined
  const body = percentDecode(parts.path.slice(0, 1_000)).trim().toLowerCase()
  // what editors leave behind where a link does nothing
  if (/^(?:void\s*\(?\s*0?\s*\)?|;|return false)?;?$/.test(body)) return undefined
  return { code: 'link-script-url', found: `${parts.scheme}:${body}` }
}
