/** A Cloudflare Email Worker: rejects phishing, and forwards the rest with the verdict in its header. */
import { classify } from 'lurebook'
import { readStream, toHeaders } from 'lurebook/adapters'
import { explain } from 'lurebook/explain'

/** Bytes of a mail that are looked at. What the lure says stands at its beginning; the whole mail is forwarded. */
const MAX_BYTES = 5_000_000

export default {
  async email(message, env) {
    const verdict = await judge(message)
    if (verdict && isRefused(verdict, env)) return message.setReject(reason(verdict))
    await message.forward(env.FORWARD_TO, verdict && headersOf(verdict))
  },
}

/** The verdict, or nothing for a mail that cannot be judged: better unmarked than lost. */
async function judge({ raw, to }) {
  try {
    return classify(await readStream(raw, { maxBytes: MAX_BYTES }), { recipient: to })
  } catch (error) {
    console.error(`forwarded without a verdict: ${error?.stack ?? error}`)
    return undefined
  }
}

/** A forwarded mail is judged by what it forwards, and whoever forwards it may only be asking: it is marked, never refused. */
const isRefused = ({ label, decidedBy }, { ON_PHISHING }) =>
  label === 'phishing' && decidedBy === 'own' && ON_PHISHING !== 'mark'

/** What the sender's server is told. In English: a reply may hold other letters only where the client announced SMTPUTF8. */
function reason(verdict) {
  const { title, reasons } = explain(verdict, { lang: 'en', audience: 'agent' })
  const text = [title, reasons[0]?.text].filter(Boolean).join(': ')
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 400)
}

/** Cloudflare lets a Worker add X-* fields to what it forwards. */
const headersOf = (verdict) => new Headers(toHeaders(verdict).map(({ name, value }) => [name, value]))
