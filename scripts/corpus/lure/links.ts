/** What shape has a link, without what says to whom it was sent? Hosts, ids, tokens, addresses and base64 become slots. */

/** Words of paths and keys of queries that say what a page is for; whatever is not here could be somebody's. */
const WORDS = new Set(
  (
    'account accounts active admin ap api app apps auth authentication authorize bank bill billing bin bonus brand c card ' +
    'cardmember cart cas cgi cgi-bin change check checkout claim client com common config confirm contact content context ' +
    'cp css customer dashboard data default delivery do domain download e ec edit email en entry error etc exec file files ' +
    'form forms fp gateway go guide help home host htm html id identity images img inc include includes index info input ' +
    'invoice ja jp js lang language link list ln login loginid logon logout m mail mailbox main manage member members memx menu ' +
    'message mobile model my mypage name net new news next notice npoint ns oauth openid order orders p page pages panel park pass ' +
    'password path pay payment payments pc personal php plugins point points portal post privacy product profile public quota ' +
    'r redirect ref refresh refund reg register renew renewal reset return s sc secure security server servers service ' +
    'services session set setting settings setup shop sign signin signup site sites sms sp src sso start static status stop ' +
    'sub subscription support svc sys system t task tax terms theme themes tmp token top track tracking transfer u uid ui ' +
    'unlock up update upgrade upload url user userid username users v validate verification verify view w web webmail ' +
    'webapp webapps webmaster wp wp-admin wp-content wp-includes www www2 x y z'
  ).split(' '),
)
const EXTENSION = /^(.+)\.(html?|php|aspx?|jsp|cgi|do|shtml|action)$/
/** Labels that lures put before their own host, to look like the brand's. */
const HOST_WORDS = new Set([
  'www',
  'co',
  'jp',
  'ne',
  'or',
  'com',
  'go',
  'login',
  'secure',
  'mail',
  'webmail',
  'account',
])
const PARTS = 8
const PARAMETERS = 6

/** Whose words a link may hold. */
export interface LinkWords {
  /** The brand's domains, shown as `{provider-domain}` in a path. */
  domains: readonly string[]
  /** The brand's tokens for URLs. */
  tokens: readonly string[]
  /** The recipient's names and parts of addresses. */
  recipient: readonly string[]
}

/**
 * The shape of a link.
 *
 * @param href absolute URL
 * @param words what may stand in it and what is the recipient's
 * @returns undefined for what is no http link
 * @example linkShape('https://a.example/jp/kagoya.jp?uid=taro@customer.example', words) // 'https://{host}/jp/{provider-domain}?uid={victim}'
 */
export function linkShape(href: string, words: LinkWords): string | undefined {
  if (!URL.canParse(href)) return undefined
  const { protocol, hostname, pathname, search, hash } = new URL(href)
  if (protocol !== 'http:' && protocol !== 'https:') return undefined
  const part = (raw: string): string => shapeOf(raw, words)
  const path = pathname.split('/').slice(0, PARTS).map(part).join('/')
  const pairs = search.length > 1 ? search.slice(1).split('&').slice(0, PARAMETERS) : []
  const query = pairs.map((pair) => {
    const equals = pair.indexOf('=')
    // `?taro@customer.example` is a value without a key
    if (equals < 0) return part(pair)
    const key = pair.slice(0, equals).toLowerCase()
    const value = pair.slice(equals + 1)
    const shape = value === '' ? '' : valueShape(value, words)
    return `${WORDS.has(key) ? key : '{token}'}=${shape}`
  })
  const fragment = hash.length > 1 ? `#${valueShape(hash.slice(1), words)}` : ''
  return `${protocol}//${hostShape(hostname, words)}${path}${query.length > 0 ? `?${query.join('&')}` : ''}${fragment}`
}

function shapeOf(raw: string, words: LinkWords): string {
  if (raw === '') return ''
  const text = decoded(raw).toLowerCase()
  if (isRecipients(text, words)) return '{victim}'
  if (words.domains.includes(text)) return '{provider-domain}'
  const extension = EXTENSION.exec(text)
  const stem = extension?.[1] ?? text
  const isKnown = stem.split(/[_-]/).every((word) => WORDS.has(word) || words.tokens.includes(word)) || WORDS.has(stem)
  return `${isKnown ? stem : '{token}'}${extension ? `.${extension[2]}` : ''}`
}

function valueShape(raw: string, words: LinkWords): string {
  const text = decoded(raw).toLowerCase()
  if (isRecipients(text, words) || isRecipients(fromBase64(raw), words)) return '{victim}'
  return words.domains.includes(text) ? '{provider-domain}' : '{token}'
}

const isRecipients = (text: string, { recipient }: LinkWords): boolean =>
  text.includes('@') || recipient.some((word) => word.length >= 4 && text.includes(word))

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // a percent sign that begins nothing
    return text
  }
}

/** What stands in base64, in small letters; empty where it is none. */
function fromBase64(text: string): string {
  return /^[A-Za-z0-9+/_=-]{8,400}$/.test(text) ? Buffer.from(text, 'base64').toString('latin1').toLowerCase() : ''
}

/** `www.amazon.co.jp.{host}`: leading labels that are the brand's or anybody's, then the slot. */
function hostShape(hostname: string, { domains, tokens }: LinkWords): string {
  const labels = hostname.split('.')
  const own = new Set([...tokens, ...domains.flatMap((domain) => domain.split('.'))])
  let kept = 0
  while (kept < labels.length - 2 && (own.has(labels[kept]!) || HOST_WORDS.has(labels[kept]!))) kept++
  return [...labels.slice(0, kept), '{host}'].join('.')
}
