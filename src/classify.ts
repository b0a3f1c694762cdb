/** What happens to a mail? read -> see -> find -> weigh. Read this file first. */
import { builtin } from './corpus/builtin.ts'
import { type CompiledCorpus, compileCorpus } from './corpus/compile.ts'
import type { Corpus } from './corpus/model.ts'
import { type Allowance, allowanceOf } from './detect/allowance.ts'
import { findAuthentication } from './detect/auth.ts'
import { findClaim } from './detect/brand.ts'
import { costumeOf } from './detect/costume.ts'
import { findCraft } from './detect/craft.ts'
import { judgeLinks } from './detect/link.ts'
import { findLures, lureFindings } from './detect/lure.ts'
import { type Mail, seeMail } from './detect/mail.ts'
import type { ClassifyOptions, Verdict } from './detect/model.ts'
import { isNameless } from './detect/organisation.ts'
import { opened } from './detect/pages.ts'
import { findPretexts } from './detect/pretext.ts'
import { findQuoting } from './detect/quoted.ts'
import {
  findSenderContradictions,
  isOwnedBy,
  isOwnSender,
  isPublicBody,
  repliesElsewhere,
  senderOf,
} from './detect/sender.ts'
import { hasLiveExample, unquoted } from './detect/unquoted.ts'
import { parseMessage } from './message/message.ts'
import type { Message, MessageInput } from './message/model.ts'
import { checkDisabled, checkObject, checkOptions } from './options.ts'
import { toVerdict } from './outcome.ts'
import { type Findings, type Weighed, weigh, worse } from './verdict.ts'

/**
 * Says whether a mail is phishing that impersonates a brand, which documented lure it follows, and why.
 *
 * @param message bytes of an RFC 5322 message, a string (a message or pasted text), or the fields a host program has
 * @param options see `ClassifyOptions`
 * @returns the verdict, plain JSON; mail content never throws, caps that were reached stand in `limits`
 * @throws TypeError when `message` is none (a Promise, an object without a message's fields), or when an option is of a wrong
 *   type or can do nothing (`ownDomains` with a URL in it, an unknown id in `disable`)
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
 * @throws TypeError for options as `classify`
 * @throws CorpusError when `corpus` is anything but a corpus of schema 1, as JSON.parse or `mergeCorpora` gives it
 * @example createClassifier({ trustedAuthserv: 'mx.example.jp' })(mail).label
 */
export function createClassifier(
  defaults: ClassifyOptions & { corpus?: Corpus } = {},
): (message: MessageInput, options?: ClassifyOptions) => Verdict {
  checkObject(defaults)
  const { corpus, ...fixed } = defaults
  checkOptions(fixed)
  const compiled = corpus === undefined ? undefined : compileCorpus(corpus)
  // what is set once is found to be wrong once, and not at the first mail
  if (fixed.disable !== undefined) checkDisabled(fixed, compiled ?? builtin())
  return (message, options = {}) => {
    checkObject(options)
    return classifyWith(compiled ?? builtin(), message, { ...fixed, ...options })
  }
}

function classifyWith(corpus: CompiledCorpus, input: MessageInput, options: ClassifyOptions): Verdict {
  checkOptions(options)
  checkDisabled(options, corpus)
  return judge(parseMessage(input, options.limits), corpus, options, 0, undefined)
}

function judge(
  message: Message,
  corpus: CompiledCorpus,
  options: ClassifyOptions,
  depth: number,
  allowance: Allowance | undefined,
): Verdict {
  const mail = seeMail(message, corpus, options, allowance)
  let seen = look(mail)
  const withPages = seen.own.label === 'phishing' ? undefined : opened(mail)
  if (withPages) {
    const again = look(withPages)
    if (accuses(again, seen)) seen = again
  }
  const forInner = allowance ?? allowanceOf(mail.limits)
  const inner =
    depth < mail.limits.innerDepth
      ? message.inner.map((m) => judge(m, corpus, carried(options), depth + 1, forInner))
      : []
  return toVerdict(seen.mail, seen.found, seen.own, inner)
}

/**
 * Whether what stands in the attached pages makes a mail worse: they excuse nothing. The page that opens an encrypted mail
 * asks for its password in the name of the service that made it, and leads there; the mail itself does not speak for that.
 */
function accuses(pages: Look, mail: Look): boolean {
  if (pages.own.label === mail.own.label || worse(pages.own.label, mail.own.label) === mail.own.label) return false
  if (mail.found.claim !== undefined) return true
  const leadsHome = pages.found.links.some((j) => j.link.kind === 'form' && j.relation === 'official')
  return !leadsHome || !pages.own.evidence.some(({ code }) => code === 'links-official')
}

/** What one look at a mail gave. */
interface Look {
  mail: Mail
  found: Findings
  own: Weighed
}

/** Finds and weighs; an example with a live link is looked at again, as if it were the mail. */
function look(mail: Mail): Look {
  const found = find(mail)
  const own = weigh(found, mail.limits)
  const costume = own.label === 'none' || own.label === 'quoted' ? costumeOf(mail, found) : undefined
  if (costume || (own.label === 'none' && hasLiveExample(found.links))) {
    const bare = unquoted(mail, !costume)
    const again = find(bare)
    if (costume) again.quoting.warningAtHead = false
    const weighed = weigh(again, mail.limits)
    if (weighed.label !== 'none') return { mail: bare, found: again, own: weighed }
  }
  return { mail, found, own }
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
    // asked of who claims a brand without its name in the display name
    nameless: claim?.kind === 'brand' && !claim.inDisplayName && isNameless(mail, sender),
    officialSender:
      claim !== undefined &&
      (isOwnedBy(mail, claim, sender.owners, ['official', 'sender', 'mixed']) !== undefined ||
        isPublicBody(mail, claim, sender.registrableDomain)),
    report: mail.message.report !== undefined,
  }
}
