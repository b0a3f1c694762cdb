import { describe, expect, it } from 'vitest'
import type { JudgedLink } from '../src/detect/link.ts'
import type { Label } from '../src/detect/model.ts'
import { CODES, capReport, type Findings, scoreIn, weigh, worse } from '../src/verdict.ts'
import { unreached } from './support/covered.ts'
import { against, claim, findings, link, lure, quoting, sender, story } from './support/findings.ts'

const CAPS = { evidence: 100 }
const FOREIGN = against('sender-foreign')
const TWICE = against('sender-foreign', 'sender-lookalike')
const MENTION = claim({ speaks: false, insistent: false })
const OFFICIAL = link([], { relation: 'official' }, 'kagoya.jp')
const OTHER = link([], { ofOtherBrand: true }, 'apple.com')
const TRACKED = link(['link-click-tracker'])
const NO_CALL = link([], { atCall: false })
const own = (parts = {}) =>
  claim({ kind: 'own-organisation', speaks: false, insistent: false, verified: false, ...parts })
const service = claim({ kind: 'mail-service', insistent: false, verified: false })
const unknown = (inDisplayName: boolean) => claim({ kind: 'organisation', verified: false, inDisplayName })
const INSIDE = sender({ internal: true })
const PHRASES: Findings['lureFindings'] = [{ code: 'lure-phrases', found: 'x' }]
/** On the sender's host, where anybody may have a page. */
const SHARED = link([], {}, 'mailer.example')
const SHARED_WEAK = link(['link-free-hosting'], {}, 'mailer.example')
const FAILED = { known: true, aligned: false, failed: true, findings: [] }
const FORM = { ...story(), replyForm: true }
const ASKED = { ...story(0, 0), told: [], credentials: true }
const PERSONAL = link(['link-victim-in-url'])
const COPY = link(['link-brand-in-subdomain'])
const OF_SENDER = link([], { ofSender: true }, 'mailer.example')
const QUOTED_KIT = link(['link-kit-path'], {
  link: {
    kind: 'printed',
    place: 'quoted',
    facts: { host: 'target.example', registrableDomain: 'target.example' },
  } as JudgedLink['link'],
})

const GATE_FUNCTIONS = [
  'gate',
  'gateByClaim',
  'gateCleared',
  'gateBrand',
  'gateMentioned',
  'gateOwnOrganisation',
  'gateMailService',
  'gateOrganisation',
]

/** Each row adds what its label needs, or lacks one thing that the row above has. */
const GATES: Array<[sentence: string, parts: Partial<Findings>, label: Label]> = [
  ['a documented lure that only calls', { lures: lure(0.55), claim: claim(), pretexts: story(0, 1) }, 'phishing'],
  [
    'two contradictions and what resembles a lure, links official',
    { claim: claim(), links: [OFFICIAL], contradictions: TWICE, lureFindings: PHRASES },
    'suspicious',
  ],
  [
    'two contradictions and what resembles a lure, no story',
    { claim: claim(), links: [NO_CALL], contradictions: TWICE, lureFindings: PHRASES },
    'suspicious',
  ],
  [
    'an unlisted sender and a page on its own free host',
    { claim: claim(), pretexts: story(), links: [SHARED_WEAK], contradictions: against('sender-unlisted') },
    'phishing',
  ],
  [
    'a sender that failed authentication and a page on its host',
    { claim: claim(), pretexts: story(), links: [SHARED], authentication: FAILED },
    'phishing',
  ],
  [
    'a mail service and a page on the sender’s free host',
    { claim: service, pretexts: story(), links: [SHARED_WEAK] },
    'suspicious',
  ],
  ['a mail service and a page on the sender’s host', { claim: service, pretexts: story(), links: [SHARED] }, 'none'],
  [
    'a mail service without a sender',
    { claim: service, pretexts: story(), links: [link()], sender: sender({ registrableDomain: '' }) },
    'suspicious',
  ],
  [
    'an unknown organisation in the text and a weak deception',
    { claim: unknown(false), pretexts: story(), links: [link(['link-free-hosting'])] },
    'suspicious',
  ],
  [
    'a name in the sender, the subject and the text that is not the sender’s, and no story that is known',
    {
      claim: claim({ inDisplayName: true, claimedIn: ['from', 'subject', 'text'] }),
      pretexts: { ...story(1, 0), told: [] },
      links: [link()],
      contradictions: FOREIGN,
    },
    'suspicious',
  ],
  [
    'the same name in the sender and the text',
    {
      claim: claim({ inDisplayName: true, claimedIn: ['from', 'text'] }),
      pretexts: { ...story(1, 0), told: [] },
      links: [link()],
      contradictions: FOREIGN,
    },
    'none',
  ],
  [
    'a sender with the reader’s organisation in its domain that asks for the password of the mailbox',
    {
      claim: own({ imitated: true }),
      pretexts: { ...story(1), credentials: true },
      links: [OF_SENDER],
      contradictions: against('sender-lookalike'),
    },
    'suspicious',
  ],
  [
    'a company of the reader’s group that asks for no password',
    {
      claim: own({ imitated: true }),
      pretexts: story(1),
      links: [OF_SENDER],
      contradictions: against('sender-lookalike'),
    },
    'none',
  ],
  [
    'a sender with the reader’s organisation in its domain, and a picture to scan',
    { claim: own({ imitated: true }), pretexts: { ...story(1), unseen: true } },
    'suspicious',
  ],
  [
    'a free host that knows the reader’s address, and half a story',
    { pretexts: story(1, 0), links: [link(['link-free-hosting', 'link-victim-in-url'])] },
    'suspicious',
  ],
  [
    'a free host that asks for the password of the mailbox',
    { pretexts: { ...story(1, 0), credentials: true }, links: [link(['link-free-hosting'])] },
    'suspicious',
  ],
  ['a mail that says nothing', {}, 'none'],
  ['the path of a known kit, printed inside a quote only', { links: [QUOTED_KIT] }, 'suspicious'],
  ['a form for colleagues that is answered to the sender', { claim: service, pretexts: FORM, sender: INSIDE }, 'none'],
  [
    'a form for colleagues that is answered elsewhere',
    { claim: service, pretexts: FORM, sender: INSIDE, replyElsewhere: true },
    'suspicious',
  ],
  [
    'the brand itself, authenticated, behind the links of its mailing service',
    {
      claim: claim(),
      pretexts: story(),
      officialSender: true,
      authentication: { known: true, aligned: true, failed: false, findings: [] },
      links: [link(['link-text-mismatch'])],
    },
    'none',
  ],
  [
    'a story that leads to known brands only, in nobody’s name',
    { pretexts: story(), lures: lure(0.6), links: [OTHER] },
    'none',
  ],
  ['a documented lure on the sender’s own site, in nobody’s name', { lures: lure(0.6), links: [OF_SENDER] }, 'none'],
  [
    'a documented lure on the sender’s own site, in a name in the text',
    { lures: lure(0.6), claim: claim(), pretexts: story(), links: [OF_SENDER] },
    'none',
  ],
  [
    'the own organisation, a story, and a host that copies a name',
    { claim: own(), pretexts: story(3, 0), links: [COPY] },
    'suspicious',
  ],
  [
    'a mail service, a story, and a host that copies a name',
    { claim: service, pretexts: story(3, 0), links: [COPY] },
    'suspicious',
  ],
  [
    'an unknown organisation, a story, and a host that copies a name',
    { claim: unknown(false), pretexts: story(3, 0), links: [COPY] },
    'suspicious',
  ],
  [
    'a mail service whose sender failed authentication, with a story',
    { claim: service, pretexts: story(), authentication: FAILED },
    'suspicious',
  ],
  ['a story, a call and a link in nobody’s name', { pretexts: story(), links: [link()] }, 'none'],
  ['whatever the caller’s own domains send', { ownDomainSender: true, links: [link(['link-kit-path'])] }, 'none'],
  ['the path of a known kit', { links: [link(['link-kit-path'])] }, 'phishing'],
  ['the path of a known kit behind a masked host', { links: [link(['link-kit-path'], { live: false })] }, 'none'],
  ['a documented lure with a live off-brand link', { lures: lure(0.55), links: [link()] }, 'phishing'],
  [
    'a documented lure without a link that tells its story',
    { lures: lure(0.55), claim: claim(), pretexts: story() },
    'phishing',
  ],
  ['a documented lure without a link in nobody’s name', { lures: lure(0.55), pretexts: story() }, 'suspicious'],
  ['a documented lure whose links are official', { lures: lure(0.55), claim: claim(), links: [OFFICIAL] }, 'none'],
  ['what resembles a documented lure in nobody’s name', { lures: lure(0.54), links: [link()] }, 'none'],
  [
    'a form for a password, by a stranger in the brand’s name',
    { claim: claim(), pretexts: FORM, contradictions: FOREIGN },
    'phishing',
  ],
  [
    'a form for a password from free mail',
    { claim: claim(), pretexts: FORM, sender: sender({ freeMail: true }) },
    'phishing',
  ],
  ['a form for a password without a contradiction', { claim: claim(), pretexts: FORM }, 'suspicious'],
  ['a form for a password in nobody’s name', { pretexts: FORM }, 'none'],

  ['a lure whose links are all official', { claim: claim(), pretexts: story(), links: [OFFICIAL] }, 'none'],
  [
    'the same with two contradictions of the sender',
    { claim: claim(), pretexts: story(), links: [OFFICIAL], contradictions: TWICE },
    'suspicious',
  ],
  [
    'the same from the brand, authenticated, with a foreign link',
    {
      claim: claim(),
      pretexts: story(),
      links: [link()],
      officialSender: true,
      authentication: { known: true, aligned: true, failed: false, findings: [] },
    },
    'none',
  ],
  [
    'the same with a password field',
    { claim: claim(), pretexts: story(), links: [OFFICIAL], passwordForm: true },
    'phishing',
  ],

  [
    'a deceptive link and a story',
    { claim: claim(), pretexts: story(), links: [link(['link-brand-in-subdomain'])] },
    'phishing',
  ],
  ['a deceptive link without a word', { claim: claim(), links: [link(['link-brand-in-subdomain'])] }, 'suspicious'],
  [
    'a host that copies a name and a story, although the mail only mentions the brand',
    { claim: MENTION, pretexts: story(), links: [link(['link-brand-in-subdomain'])] },
    'suspicious',
  ],
  [
    'a host that copies a name and a story in nobody’s name',
    { pretexts: story(), links: [link(['link-brand-in-subdomain'])] },
    'suspicious',
  ],
  [
    'the mail password is asked for beside a link with the reader’s address',
    { pretexts: ASKED, links: [PERSONAL] },
    'suspicious',
  ],
  ['the mail password is asked for in an attached page', { pretexts: ASKED, attachedForm: true }, 'suspicious'],
  [
    'the mail password is asked for beside a deceptive link',
    { pretexts: ASKED, links: [link(['link-userinfo'])] },
    'suspicious',
  ],
  ['the mail password is asked for beside a plain link', { pretexts: ASKED, links: [link()] }, 'none'],
  [
    'the mail password is asked for by the caller’s own desk',
    { pretexts: ASKED, links: [PERSONAL], ownDomainSender: true },
    'none',
  ],
  [
    'a code of somebody else is to be entered where it signs in a device',
    {
      pretexts: { ...story(0, 0), told: [], code: true },
      links: [link(['link-device-login'], { relation: 'official' })],
    },
    'suspicious',
  ],
  [
    'a page where a code signs in a device, and no code',
    { pretexts: { ...story(0, 0), told: [] }, links: [link(['link-device-login'], { relation: 'official' })] },
    'none',
  ],
  [
    'a story by a colleague and a link elsewhere with the reader’s address',
    { pretexts: story(), links: [PERSONAL], sender: INSIDE },
    'suspicious',
  ],
  [
    'no story by a colleague and a link elsewhere with the reader’s address',
    { pretexts: { ...story(0, 0), told: [] }, links: [PERSONAL], sender: INSIDE },
    'none',
  ],
  [
    'text that shows the brand’s address over a foreign link, by the brand’s sender, without a call',
    { claim: claim(), links: [link(['link-text-mismatch'], { atCall: false })], officialSender: true },
    'none',
  ],
  [
    'the same with a call',
    {
      claim: claim(),
      pretexts: { ...story(0, 1), told: [] },
      links: [link(['link-text-mismatch'])],
      officialSender: true,
    },
    'phishing',
  ],
  [
    'a story in the brand’s name in words that hide from filters, no link',
    { claim: claim(), pretexts: story(3, 1), craft: [{ code: 'split-words', found: 'ロ グ イ ン' }] },
    'suspicious',
  ],
  [
    'a story in the brand’s name that leads by a QR code',
    { claim: claim(), pretexts: { ...story(3, 1), unseen: true } },
    'suspicious',
  ],
  [
    'the same from the brand',
    { claim: claim(), pretexts: { ...story(3, 1), unseen: true }, officialSender: true },
    'none',
  ],
  [
    'a mail product in the display name, a story and the reader’s address in a link to the sender’s site',
    {
      claim: claim({ kind: 'mail-service', inDisplayName: true, product: true }),
      pretexts: story(),
      links: [link(['link-victim-in-url'], { ofSender: true })],
    },
    'suspicious',
  ],
  [
    'the same in the name of an office',
    {
      claim: claim({ kind: 'mail-service', inDisplayName: true }),
      pretexts: story(),
      links: [link(['link-victim-in-url'], { ofSender: true })],
    },
    'none',
  ],
  [
    'a desk that urges and leads by a QR code',
    { claim: claim({ kind: 'mail-service' }), pretexts: { ...story(), unseen: true, urgency: 1 } },
    'suspicious',
  ],
  [
    'the reader’s own organisation leads by a QR code',
    { claim: claim({ kind: 'own-organisation' }), pretexts: { ...story(), unseen: true } },
    'suspicious',
  ],
  [
    'a stranger in the brand’s name whose link lies on the domain that he wrote into To',
    {
      claim: claim(),
      pretexts: story(3, 0),
      links: [link([], { ofRecipient: true, ofToAlone: true })],
      contradictions: FOREIGN,
    },
    'phishing',
  ],
  [
    'official links, a sender false in two ways, and the words of a documented lure',
    { claim: claim(), pretexts: story(), links: [OFFICIAL], contradictions: TWICE, lures: lure(0.6) },
    'phishing',
  ],
  [
    'official links, a sender false in two ways, and no story',
    { claim: claim(), pretexts: { ...story(0, 1), told: [] }, links: [OFFICIAL], contradictions: TWICE },
    'none',
  ],
  [
    'the reader’s own organisation in words that hide from filters, his address in a link to the sender’s site',
    {
      claim: own(),
      pretexts: story(),
      links: [link(['link-victim-in-url'], { ofSender: true })],
      craft: [{ code: 'foreign-residue', found: 'x' }],
    },
    'suspicious',
  ],
  [
    'the same in plain words',
    { claim: own(), pretexts: story(), links: [link(['link-victim-in-url'], { ofSender: true })] },
    'none',
  ],
  [
    'a mention of the brand, what resembles a lure, and a link elsewhere',
    { claim: MENTION, lureFindings: PHRASES, links: [link()] },
    'suspicious',
  ],
  [
    'the brand’s name, what resembles a lure, and a link elsewhere without a word',
    { claim: claim(), lureFindings: PHRASES, links: [link()] },
    'suspicious',
  ],
  ['the same without a call', { claim: claim(), lureFindings: PHRASES, links: [NO_CALL] }, 'none'],
  ['words that insist in nobody’s name, no link', { pretexts: story(8, 2) }, 'suspicious'],
  [
    'words that insist in nobody’s name, links on the sender’s site only',
    { pretexts: story(8, 2), links: [link([], { ofSender: true })] },
    'none',
  ],
  ['words that insist in nobody’s name from a colleague', { pretexts: story(8, 2), sender: INSIDE }, 'none'],
  [
    'words that insist in nobody’s name from a known brand',
    { pretexts: story(8, 2), sender: sender({ owners: [{ brand: 0, role: 'official', domain: 'kagoya.jp' }] }) },
    'none',
  ],
  [
    'a stranger in the brand’s name, a story and a plain link',
    { claim: claim(), pretexts: story(3, 0), links: [link()], contradictions: FOREIGN },
    'phishing',
  ],
  [
    'a stranger in the name of a brand whose sites are unverified',
    {
      claim: claim({ verified: false }),
      pretexts: story(),
      links: [link(['link-free-hosting'])],
      contradictions: against('sender-unlisted'),
    },
    'suspicious',
  ],
  [
    'an unlisted sender, a story, a call and a link elsewhere',
    { claim: claim(), pretexts: story(), links: [link()], contradictions: against('sender-unlisted') },
    'phishing',
  ],
  [
    'the same from the recipient’s own domain',
    { claim: claim(), pretexts: story(), links: [link()], sender: INSIDE },
    'none',
  ],
  [
    'a story, a call and a link elsewhere without a contradiction',
    { claim: claim(), pretexts: story(), links: [link()] },
    'suspicious',
  ],
  [
    'the same in one place only',
    { claim: claim({ insistent: false, greets: false }), pretexts: story(), links: [link()] },
    'none',
  ],
  [
    'an everyday story by an official sender',
    { claim: claim(), pretexts: story(3, 1, 'campaign-prize'), links: [link()], officialSender: true },
    'none',
  ],
  [
    'a grave story by an official sender',
    { claim: claim(), pretexts: story(), links: [link()], officialSender: true },
    'suspicious',
  ],
  [
    'a stranger in the brand’s name who calls without a story',
    { claim: claim(), pretexts: story(1, 1), links: [link()], contradictions: FOREIGN },
    'suspicious',
  ],
  [
    'words that insist, a stranger in the brand’s name, no link',
    { claim: claim(), pretexts: story(6, 2), contradictions: FOREIGN },
    'phishing',
  ],
  [
    'words that insist and resemble a lure, no link',
    { claim: claim(), pretexts: story(8, 2), lureFindings: PHRASES },
    'phishing',
  ],
  ['words that insist, no contradiction, no link', { claim: claim(), pretexts: story(8, 2) }, 'suspicious'],
  ['words one short of insisting, no link', { claim: claim(), pretexts: story(5, 2) }, 'none'],
  [
    'words that insist from a stranger but not from the brand’s own domain',
    { claim: claim(), pretexts: story(7, 2), officialSender: true },
    'none',
  ],
  [
    'a story by a stranger in the brand’s name, links to an app shop only',
    { claim: claim(), pretexts: story(), contradictions: FOREIGN, links: [OTHER] },
    'suspicious',
  ],
  [
    'a grave story behind a list, the author at the brand’s own domain, a link elsewhere',
    { claim: claim(), pretexts: story(), links: [link()], sender: sender({ rewritten: true }), officialSender: true },
    'suspicious',
  ],
  [
    'the same, the author elsewhere',
    { claim: claim(), pretexts: story(), links: [link()], sender: sender({ rewritten: true }) },
    'none',
  ],
  [
    'two contradictions and a story beside a link that nobody is told to follow',
    { claim: claim(), pretexts: story(), contradictions: TWICE, links: [NO_CALL] },
    'suspicious',
  ],
  [
    'words that insist in a brand’s name, a tracker, and a sender that is no brand’s',
    { claim: claim(), pretexts: story(8, 2), links: [TRACKED] },
    'suspicious',
  ],
  [
    'the same from the recipient’s own domain',
    { claim: claim(), pretexts: story(8, 2), links: [TRACKED], sender: INSIDE },
    'none',
  ],
  [
    'a brand named in subject and greeting, a grave story, and no page but the sender’s own',
    { claim: claim(), pretexts: story(), links: [OF_SENDER] },
    'suspicious',
  ],
  [
    'the same from the recipient’s own desk',
    { claim: claim(), pretexts: story(), links: [OF_SENDER], sender: INSIDE },
    'none',
  ],
  [
    'the same below a warning',
    { claim: claim(), pretexts: story(), links: [OF_SENDER], quoting: quoting({ signals: 1, warningAtHead: true }) },
    'none',
  ],
  [
    'the same by a firm that has a name',
    { claim: claim(), pretexts: story(), links: [OF_SENDER], nameless: false },
    'none',
  ],
  [
    'the same without a greeting in its name',
    { claim: claim({ greets: false }), pretexts: story(), links: [OF_SENDER] },
    'none',
  ],
  [
    'words that insist from the brand’s own domain, and a page elsewhere',
    { claim: claim({ insistent: false, greets: false }), pretexts: story(8, 2), links: [link()], officialSender: true },
    'suspicious',
  ],
  [
    'a mail about the brand that resembles a lure and has a target',
    { claim: MENTION, lures: lure(0.4), links: [link()] },
    'suspicious',
  ],
  [
    'words that insist from the brand’s address, which they only mention, and a target',
    { claim: MENTION, pretexts: story(8, 2), links: [link()], officialSender: true },
    'suspicious',
  ],
  [
    'a story that mentions the brand and a link that wears its name',
    { claim: MENTION, pretexts: story(), links: [link(['link-brand-in-domain'])] },
    'suspicious',
  ],
  [
    'the same below a warning',
    {
      claim: MENTION,
      pretexts: story(),
      links: [link(['link-brand-in-domain'])],
      quoting: quoting({ signals: 1, warningAtHead: true }),
    },
    'none',
  ],
  ['a mail about the brand with a target', { claim: MENTION, links: [link()] }, 'none'],

  [
    'a colleague’s mail about the mailbox and a page that anybody fills',
    { pretexts: story(3, 1, 'held-mail'), links: [link(['link-shortener'])], sender: INSIDE },
    'suspicious',
  ],
  [
    'a colleague’s mail about something else and such a page',
    { pretexts: story(3, 1, 'campaign-prize'), links: [link(['link-shortener'])], sender: INSIDE },
    'none',
  ],
  [
    'a story, a QR code and the mail password asked for',
    { pretexts: { ...story(), credentials: true, unseen: true } },
    'suspicious',
  ],
  ['secrets asked for behind a link', { pretexts: { ...story(0, 0), secrets: true }, links: [link()] }, 'suspicious'],
  ['the same behind a link of a known brand', { pretexts: { ...story(0, 0), secrets: true }, links: [OTHER] }, 'none'],
  ['the same by a colleague', { pretexts: { ...story(0, 0), secrets: true }, links: [link()], sender: INSIDE }, 'none'],
  [
    'the same below a warning',
    {
      pretexts: { ...story(0, 0), secrets: true },
      links: [link()],
      quoting: quoting({ signals: 1, warningAtHead: true }),
    },
    'none',
  ],
  ['the orders of the false president', { pretexts: story(5, 0, 'line-group') }, 'suspicious'],
  [
    'the same under a warning',
    { pretexts: story(5, 0, 'line-group'), quoting: quoting({ signals: 1, warningAtHead: true }) },
    'none',
  ],
  ['one of these orders alone', { pretexts: story(3, 0, 'line-group') }, 'none'],

  [
    'one’s own organisation in the display name, a story and a target, by a stranger',
    { claim: own({ inDisplayName: true }), pretexts: story(), links: [link()], contradictions: FOREIGN },
    'phishing',
  ],
  [
    'the same without a contradiction',
    { claim: own({ inDisplayName: true }), pretexts: story(), links: [link()] },
    'suspicious',
  ],
  [
    'one’s own organisation in the text and a target with a weak deception',
    { claim: own(), pretexts: story(), links: [link(['link-free-hosting'])] },
    'suspicious',
  ],
  [
    'one’s own organisation in the text and a plain target',
    { claim: own(), pretexts: story(), links: [link()] },
    'none',
  ],

  [
    'a mail service, a story and a deceptive link',
    { claim: service, pretexts: story(), links: [link(['link-ip-host'])] },
    'phishing',
  ],
  [
    'a mail service, a story and a plain link elsewhere',
    { claim: service, pretexts: story(), links: [link()] },
    'suspicious',
  ],
  [
    'the same by the recipient’s own desk',
    { claim: service, pretexts: story(), links: [link()], sender: INSIDE },
    'none',
  ],
  [
    'a mail service in words that a machine translated, no page but the sender’s own',
    { claim: service, pretexts: story(), links: [OF_SENDER], craft: [{ code: 'foreign-residue', found: '亲' }] },
    'suspicious',
  ],
  ['the same in words of its own', { claim: service, pretexts: story(), links: [OF_SENDER] }, 'none'],
  [
    'nobody’s story, and a link that shows another address and leads to a suffix that phishing prefers',
    { pretexts: story(), links: [link(['link-text-mismatch', 'link-abused-suffix'])] },
    'suspicious',
  ],
  ['the same on a plain suffix', { pretexts: story(), links: [link(['link-text-mismatch'])] }, 'none'],
  ['a mail service and a link without a story', { claim: service, links: [link()] }, 'none'],

  [
    'an unknown organisation in the display name, a story and a target elsewhere',
    { claim: unknown(true), pretexts: story(), links: [link()] },
    'suspicious',
  ],
  [
    'an unknown organisation in the text, a story and a plain target',
    { claim: unknown(false), pretexts: story(), links: [link()] },
    'none',
  ],
]

const OWN_LINK = { links: [link()], lures: [] }
const WARNING = { signals: 3, structural: 1, warningAtHead: true, shown: 1 }
const LURE = { claim: claim(), pretexts: story(), links: [link()], contradictions: FOREIGN }

const QUOTES: Array<[sentence: string, parts: Partial<Findings>, label: Label]> = [
  ['a warning at the head, three signals, one lure printed', { ...LURE, quoting: quoting(WARNING) }, 'quoted'],
  ['the same with the lure’s own hyperlink', { ...LURE, quoting: quoting({ ...WARNING, liveHref: true }) }, 'phishing'],
  ['two lures with hyperlinks', { ...LURE, quoting: quoting({ ...WARNING, shown: 2, liveHref: true }) }, 'quoted'],
  ['no warning at the head', { ...LURE, quoting: quoting({ ...WARNING, warningAtHead: false }) }, 'phishing'],
  ['two signals only', { ...LURE, quoting: quoting({ ...WARNING, signals: 2 }) }, 'phishing'],
  ['no signal in the structure', { ...LURE, quoting: quoting({ ...WARNING, structural: 0 }) }, 'phishing'],
  [
    'a warning whose own words tell a story and lead away',
    { ...LURE, quoting: quoting({ ...WARNING, own: OWN_LINK }) },
    'phishing',
  ],
  [
    'a documented lure in quotes, a foreign link in own words that tell no story',
    { claim: claim(), links: [link()], lures: lure(0.9), quoting: quoting({ ...WARNING, own: OWN_LINK }) },
    'quoted',
  ],
  ['a warning that shows no lure', { quoting: quoting({ ...WARNING, shown: 0 }) }, 'none'],
  ['a report with a lure in its own text', { ...LURE, report: true }, 'suspicious'],
]

/** Weighs all rows by a copy of verdict.ts that is loaded anew. */
const weighAll = async (rows: typeof GATES): Promise<void> => {
  const fresh = await import('../src/verdict.ts')
  for (const [, parts] of rows) fresh.weigh(findings(parts), CAPS)
}

describe('the gates', () => {
  for (const [sentence, parts, label] of GATES) {
    it(`${label}: ${sentence}`, () => {
      expect(weigh(findings(parts), CAPS).label).toBe(label)
    })
  }
  it('are all reached by the rows above, each return and each condition of them', async () => {
    for (const name of GATE_FUNCTIONS) {
      expect(await unreached('src/verdict.ts', name, () => weighAll(GATES)), name).toEqual([])
    }
  })
})

describe('a warning', () => {
  for (const [sentence, parts, label] of QUOTES) {
    it(`${label}: ${sentence}`, () => {
      expect(weigh(findings(parts), CAPS).label).toBe(label)
    })
  }
  it('is looked at on each path by the rows above', async () => {
    expect(await unreached('src/verdict.ts', 'isQuotedWarning', () => weighAll(QUOTES))).toEqual([])
  })
})

describe('the score', () => {
  const bands: Array<[label: Label, parts: Partial<Findings>, score: number]> = [
    ['none', {}, 0],
    ['phishing', { links: [link(['link-kit-path'])] }, 70],
    ['suspicious', { lures: lure(0.6) }, 40],
  ]
  for (const [label, parts, score] of bands) {
    it(`of ${label} without weighed evidence is the floor of its band, ${score}`, () => {
      expect(weigh(findings(parts), CAPS)).toEqual({ label, score, evidence: [] })
    })
  }
  it('counts a code once, shows it three times, and puts the strongest first', () => {
    const { evidence } = weigh(
      findings({
        claim: claim(),
        links: [link(['link-kit-path'])],
        contradictions: against(
          'sender-unlisted',
          'sender-foreign',
          'sender-unlisted',
          'sender-unlisted',
          'sender-unlisted',
        ),
      }),
      CAPS,
    )
    expect(evidence.map((e) => [e.code, e.weight])).toEqual([
      ['sender-foreign', 14],
      ['sender-unlisted', 4],
      ['sender-unlisted', 0],
      ['sender-unlisted', 0],
    ])
  })
  it('counts craft up to 8', () => {
    const craft: Findings['craft'] = [
      { code: 'homoglyphs', found: 'а' },
      { code: 'hidden-salting', found: 'x' },
      { code: 'foreign-fonts', found: 'x' },
    ]
    expect(weigh(findings({ craft }), CAPS).evidence.map((e) => e.weight)).toEqual([4, 4, 0])
  })
  it('leaves signs of quoting and trackers out of an innocent mail', () => {
    const signs = quoting({ findings: [{ code: 'warning-at-head', found: 'x' }] })
    expect(weigh(findings({ quoting: signs }), CAPS).evidence).toEqual([])
  })
  it('keeps to the cap on evidence', () => {
    expect(weigh(findings({ contradictions: TWICE }), { evidence: 1 }).evidence).toHaveLength(1)
  })
})

describe('labels of inner messages', () => {
  it('worse is the first of phishing, suspicious, quoted, none', () => {
    expect(worse('phishing', 'none')).toBe('phishing')
    expect(worse('quoted', 'suspicious')).toBe('suspicious')
    expect(worse('none', 'quoted')).toBe('quoted')
    expect(worse('none', 'none')).toBe('none')
  })
  it('a report is at most suspicious', () => {
    expect((['phishing', 'suspicious', 'quoted', 'none'] as const).map(capReport)).toEqual([
      'suspicious',
      'suspicious',
      'quoted',
      'none',
    ])
  })
  it('a carried score stays inside the band of its label', () => {
    expect([scoreIn('suspicious', 95), scoreIn('phishing', 80), scoreIn('quoted', 0), scoreIn('phishing', 10)]).toEqual(
      [69, 80, 0, 70],
    )
  })
})

describe('the weights', () => {
  it('speak for a mail in the groups Q and N alone', () => {
    const negative = Object.values(CODES).filter((c) => c.weight < 0)
    expect([...new Set(negative.map((c) => c.group))].sort()).toEqual(['N', 'Q'])
  })
})
