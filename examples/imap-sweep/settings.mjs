/** What does the command need to know? Read from the environment, so that no password stands in a list of processes. */

export const HELP = `Sweeps an IMAP mailbox and sets $Phishing and $Suspicious.

  node main.mjs            sweep what is new
  node main.mjs --dry-run  say what a sweep would find; change nothing on the server

  IMAP_HOST IMAP_USER      required
  IMAP_PASS | IMAP_TOKEN   a password, or an OAuth2 access token
  IMAP_PORT                default 993
  IMAP_TLS                 tls (default), starttls, or none (loopback only)
  IMAP_MAILBOX             default INBOX
  STATE_FILE               default sweep-state.json
  MAX_BYTES                bytes read of one mail, default 8000000
  TRUSTED_AUTHSERV         authserv-id of your own server, for Authentication-Results
  OWN_DOMAINS              your own domains, with commas
`

const LOOPBACK = ['localhost', '127.0.0.1', '::1']

/**
 * @param {Record<string, string | undefined>} env
 * @throws Error that names the variable, what was expected and what was received
 */
export function settingsFrom(env) {
  const host = needed(env, 'IMAP_HOST')
  const user = needed(env, 'IMAP_USER')
  const auth = env.IMAP_TOKEN ? { user, accessToken: env.IMAP_TOKEN } : { user, pass: needed(env, 'IMAP_PASS') }
  const tls = env.IMAP_TLS ?? 'tls'
  if (!['tls', 'starttls', 'none'].includes(tls)) throw new Error(`IMAP_TLS: tls, starttls or none, received ${tls}`)
  if (tls === 'none' && !LOOPBACK.includes(host))
    throw new Error(`IMAP_TLS=none would send the password to ${host} in clear`)
  return {
    connection: {
      host,
      port: positive(env, 'IMAP_PORT', 993),
      secure: tls === 'tls',
      // Without this, imapflow goes on in clear where a server (or somebody in between) offers no STARTTLS.
      ...(tls !== 'tls' && { doSTARTTLS: tls === 'starttls' }),
      auth,
      logger: false,
      disableAutoIdle: true,
    },
    mailbox: env.IMAP_MAILBOX ?? 'INBOX',
    stateFile: env.STATE_FILE ?? 'sweep-state.json',
    maxBytes: positive(env, 'MAX_BYTES', 8_000_000),
    classify: {
      ...(user.includes('@') && { recipient: user }),
      ...(env.TRUSTED_AUTHSERV && { trustedAuthserv: env.TRUSTED_AUTHSERV }),
      ...(env.OWN_DOMAINS && { ownDomains: env.OWN_DOMAINS.split(/[\s,]+/).filter((domain) => domain !== '') }),
    },
  }
}

function needed(env, name) {
  const value = env[name]
  if (!value) throw new Error(`${name} is not set (node main.mjs --help)`)
  return value
}

function positive(env, name, otherwise) {
  const text = env[name] ?? String(otherwise)
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new Error(`${name}: a whole number above 0, received ${text}`)
  return Number(text)
}
