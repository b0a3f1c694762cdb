/** What must leave a line of someone's mail before it may stand in the corpus? People, addresses, numbers, hosts. */

const ADDRESS = /[\w.+-]{1,64}@[\w.-]{1,253}/g
const URL_RUN = /(?:h(?:tt|xx)ps?:\/\/)[^\s"'<>]{1,2000}/gi
const DATE = /\d{4}[年/-]\d{1,2}(?:[月/-]\d{1,2}日?|月)|\d{1,2}月\d{1,2}日|\d{1,2}:\d{2}/g
const HONORIFIC = /[^\s、。,:：]{1,20}[ 　]?[^\s、。,:：]{0,20}(?:様|さま|殿)/g

/** A subject as it may be published: names, addresses and links gone, dates and numbers as slots. */
export function redactLine(text: string): string {
  return text
    .slice(0, 300)
    .replace(URL_RUN, '')
    .replace(ADDRESS, '')
    .replace(HONORIFIC, '')
    .replace(DATE, '{date}')
    .replace(/\d[\d,.-]*/g, '{num}')
    .replace(/[\s\u00a0\p{Default_Ignorable_Code_Point}\p{Cc}]+/gu, ' ')
    .trim()
}

/** Whether a phrase could say who received the mail: a name before an honorific, an address, a number, a link. */
export const isPersonal = (text: string): boolean => /様|さま|殿|@|＠|:\/\/|\d|[０-９]/.test(text)

/**
 * The shape of a link: host, addresses, tokens and base64 become slots.
 *
 * @param href absolute URL
 * @param domains the brand's domains, shown as `{provider-domain}` in a path
 * @returns undefined for what is no http link
 */
export function linkShape(href: string, domains: string[]): string | undefined {
  if (!URL.canParse(href)) return undefined
  const { protocol, pathname, searchParams } = new URL(href)
  if (protocol !== 'http:' && protocol !== 'https:') return undefined
  const part = (raw: string): string => {
    const text = raw.toLowerCase()
    if (text.includes('@') || text.includes('%40')) return '{victim}'
    if (domains.includes(text)) return '{provider-domain}'
    return /^[a-z-]{0,16}(?:\.[a-z]{2,5})?$/.test(text) ? text : '{token}'
  }
  const path = pathname.split('/').slice(0, 8).map(part).join('/')
  const query = [...searchParams].slice(0, 6).map(([key, value]) => {
    const slot = value.includes('@') ? '{victim}' : domains.includes(value) ? '{provider-domain}' : '{token}'
    return `${part(key)}=${slot}`
  })
  return `${protocol}//{host}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`
}
