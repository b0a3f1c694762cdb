/** What happens to a mail: read -> see -> find -> weigh. Read this file first. */
import { builtin } from './corpus/builtin.ts'
import { type CompiledCorpus, compileCorpus } from './corpus/compile.ts'
import type { Corpus } from './corpus/model.ts'
import { findAuthentication } from './detect/auth.ts'
import { findClaim } from './detect/brand.ts'
import { findCraft } from './detect/craft.ts'
import { judgeLinks } from './detect/link.ts'
import { findLures, lureFindings } from './detect/lure.ts'
import { type Mail, seeMail } from './detect/mail.ts'
import type { ClassifyOptions, Verdict } from './detect/model.ts'
import { findPretexts } from './detect/pretext.ts'
import { findQuoting } from './detect/quoted.ts'
import { findSenderContradictions, isOwnedBy, isOwnSender, repliesElsewhere, senderOf } from './detect/sender.ts'
import { hasLiveExample, unquoted } from './detect/unquoted.ts'
import { parseMessage } from './message/message.ts'
import type { Message, MessageInput } from './message/model.ts'
import { checkOptions } from './options.ts'
import { toVerdict } from './outcome.ts'
import { type Findings, weigh } from './verdict.ts'

/**
 * Says whether a mail is phishing that impersonates a brand, which documented lure it follows, and why.
 *
 * @param message bytes of an RFC 5322 message, a string (a message or pasted text), or the fields a host program has
 * @param options see `ClassifyOptions`
 * @returns the verdict, plain JSON; mail content never throws, caps that were reached stand in `limits`
 * @throws TypeError when `message` or an option is of a wrong type
 * @example classify(readFileSync('mail.eml')).label // 'phishing'
 */
export function classify(message: MessageInput, options: ClassifyOptions = {}): Verdict {
  return classifyWith(builtin(), message, options)
}

/**
 * A classifier with fixed options and, if wanted, another corpus.
 *
 * @param defaults options for every mail, and the corpus; without one, the package's own
 * @returns `classify` with those options; options of a call go before them, each as a whole
 * @throws TypeError when an option is of a wrong type
 * @throws CorpusError when `corpus` is anything but a corpus of schema 1, as JSON.parse or `mergeCorpora` gives it
 * @example createClassifier({ trustedAuthserv: 'mx.example.jp' })(mail).label
 */
export function createClassifier(
  defaults: ClassifyOptions & { corpus?: Corpus } = {},
): (message: MessageInput, options?: ClassifyOptions) => Verdict {
  const { corpus, ...fixed } = defaults
  checkOptions(fixed)
  const compiled = corpus === undefined ? undefined : compileCorpus(corpus)
  return (message, options = {}) => classifyWith(compiled ?? builtin(), message, { ...fixed, ...options })
}

function classifyWith(corpus: CompiledCorpus, input: MessageInput, options: ClassifyOptions): Verdict {
  checkOptions(options)
  return judge(parseMessage(input, options.limits), corpus, options, 0)
}

function judge(message: Message, corpus: CompiledCorpus, options: ClassifyOptions, depth: number): Verdict {
  let mail = seeMail(message, corpus, options, depth > 0)
  let found = find(mail)
  let own = weigh(found, mail.limits)
  if (own.label === 'none' && hasLiveExample(found.links)) {
    const bare = unquoted(mail)
    const again = find(bare)
    const weighed = weigh(again, mail.limits)
    if (weighed.label !== 'none') {
      mail = bare
      found = again
      own = weighed
    }
  }
  const inner =
    depth < mail.limits.innerDepth ? message.inner.map((m) => judge(m, corpus, carried(options), depth + 1)) : []
  return toVerdict(mail, found, own, inner)
}

/** The options for a mail that another carries: its sender wrote every header of it, those of the reader's server too. */
function carried(options: ClassifyOptions): ClassifyOptions {
  if (options.trustedAuthserv === undefined && options.receivedSpf === undefined) return options
  const { trustedAuthserv: _, receivedSpf: __, ...rest } = options
  return rest
}

function find(mail: Mail): Findings {
  const sender = senderOf(mail)
  const authentication = findAuthentication(mail, sender.box)
  const { claim, findings: claimFindings } = findClaim(mail, sender)
  const links = judgeLinks(mail, claim, sender)
  const lures = findLures(mail)
  return {
    claim,
    claimFindings,
    sender,
    contradictions: claim ? findSenderContradictions(mail, claim, sender) : [],
    pretexts: findPretexts(mail),
    links,
    lures,
    lureFindings: lureFindings(mail, lures, claim),
    craft: findCraft(mail),
    quoting: findQuoting(mail, lures, links, claim),
    authentication,
    passwordForm: mail.passwordForm,
    attachedForm: mail.attachedForm,
    replyElsewhere: repliesElsewhere(mail, sender),
    ownDomainSender: isOwnSender(mail, sender, authentication),
    officialSender:
      claim !== undefined && isOwnedBy(mail, claim, sender.owners, ['official', 'sender', 'mixed']) !== undefined,
    report: mail.message.report !== undefined,
  }
}
