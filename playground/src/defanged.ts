/** How is a link shown so that nobody opens it, and everybody sees whose site it leads to? */
import { inspectLink, type Link } from '../../src/index.ts'
import { defang } from '../../src/report/index.ts'
import { wholeUntil } from './elide.ts'

export interface DefangedLink {
  /** The host left of the registrable domain, with its dot; empty when there is nothing. */
  before: string
  /** The registrable domain, the whole host where there is none (IP addresses), or empty. */
  domain: string
  /** The host as a reader sees it, where it is written in other letters than ASCII. */
  unicode?: string
  /** The whole URL. */
  url: string
}

/** UTF-16 code units of a URL that are shown. */
const URL_UNITS = 300

export function defangedLink({ href, host, registrableDomain }: Link): DefangedLink {
  const domain = registrableDomain !== '' && host.endsWith(registrableDomain) ? registrableDomain : host
  const url = defang(href.slice(0, wholeUntil(href, URL_UNITS)))
  const parts: DefangedLink = {
    before: dotted(host.slice(0, host.length - domain.length)),
    domain: dotted(domain),
    url: href.length > URL_UNITS ? `${url}…` : url,
  }
  const { unicodeHost } = inspectLink(href)
  if (host.includes('xn--') && unicodeHost !== host) parts.unicode = dotted(unicodeHost)
  return parts
}

const dotted = (host: string): string => host.replaceAll('.', '[.]')
