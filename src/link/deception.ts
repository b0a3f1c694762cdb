/** What is one deception of a link? */

/** Codes that `inspectLink` gives; each is an `EvidenceCode` of detect/model.ts, which this side does not import. */
export type LinkCode =
  | 'link-brand-in-subdomain'
  | 'link-suffix-in-subdomain'
  | 'link-brand-in-domain'
  | 'link-lookalike-domain'
  | 'link-homograph'
  | 'link-brand-domain-in-path'
  | 'link-brand-in-path'
  | 'link-kit-path'
  | 'link-victim-in-url'
  | 'link-userinfo'
  | 'link-ip-host'
  | 'link-fake-separator'
  | 'link-odd-port'
  | 'link-cms-path'
  | 'link-shortener'
  | 'link-free-hosting'
  | 'link-redirector'
  | 'link-device-login'
  | 'link-click-tracker'
  | 'link-abused-suffix'
  | 'link-data-url'
  | 'link-script-url'

/** A fact about a link that misleads its reader, or that lures have in common. */
export interface Deception {
  code: LinkCode
  /** What was found: the host, or the part of path or query; never a recipient's address. */
  found: string
  /** The domain a genuine link would have. */
  expected?: string
  /** Index into the corpus' brands. */
  brand?: number
}
