/** Which organisation does a mail claim when no brand file knows it: the recipient's own, a mail product, or an unknown name? */
import { findDomain } from '../corpus/compile.ts'
import { domainOfAddress, domainParts } from '../link/domain.ts'
import { isWordUnit } from '../text/letter.ts'
import { lowerCase } from '../text/lower.ts'
import type { Claim, ClaimResult } from './brand.ts'
import { findingAt } from './finding.ts'
import { type Found, HEAD_UNITS, type Mail, type View } from './mail.ts'
import { MAIL_PRETEXTS } from './pretext.ts'
import type { Sender } from './sender.ts'

const NO_BRAND = {
  brand: -1,
  id: '',
  group: '',
  verified: false,
  insistent: false,
  greets: false,
  product: false,
  imitated: false,
} as const
/** Names are short; a longer stretch between brackets is a headline. */
const NAME_UNITS = 24

/** Looks for a claim that names no known brand, strongest first. */
export function findOrganisation(mail: Mail, sender: Sender): ClaimResult {
  return ownOrganisation(mail, sender) ?? mailService(mail) ?? unknownOrganisation(mail, sender) ?? { findings: [] }
}

/** The recipient's own domain or its name, in the display name or beside 管理者 / サービス / メールシステム. */
function ownOrganisation(mail: Mail, sender: Sender): ClaimResult | undefined {
  const lowered = new Map<View, string>()
  const lowerOf = (view: View): string => {
    const lower = lowered.get(view) ?? lowerCase(view.text)
    lowered.set(view, lower)
    return lower
  }
  for (const recipient of mail.recipients) {
    const domain = domainOfAddress(recipient)
    const parts = domainParts(domain)
    if (parts.registrableDomain === '' || parts.registrableDomain === sender.registrableDomain) continue
    const names = [domain, parts.registrableDomain]
    const imitated = imitates(mail, sender, domain)
    const label = parts.domainWithoutSuffix
    if (label.length >= 4) names.push(label)
    const lowerName = sender.name.toLowerCase()
    const inName = names.find((n) => isWholeWord(lowerName, n))
    const base: Omit<Claim, 'inDisplayName' | 'claimedIn' | 'speaks'> = {
      ...NO_BRAND,
      kind: 'own-organisation',
      name: domain,
      official: [domain],
    }
    if (inName) {
      const at = lowerOf(mail.from).indexOf(inName)
      return {
        claim: { ...base, speaks: true, inDisplayName: true, claimedIn: ['from'] },
        findings: [
          findingAt('own-organisation-claimed', mail.from, {
            // a quoted pair inside the name (`kago\\ya`) stands in the field but not in the name
            start: Math.max(0, at),
            end: at < 0 ? mail.from.text.length : at + inName.length,
          }),
        ],
      }
    }
    for (const view of [mail.subject, ...mail.bodies]) {
      const service = view.found.find(
        (f) => isList(f, 'mail-service') || isList(f, 'mail-credentials') || isMailPretext(f),
      )
      if (!service) continue
      const at = findSaid(mail, view, lowerOf(view), names[0] ?? '')
      if (at < 0 && !imitated) continue
      const shown = at < 0 ? mail.from : view
      const span = at < 0 ? { start: 0, end: mail.from.text.length } : { start: at, end: at + (names[0] ?? '').length }
      return {
        claim: { ...base, imitated, speaks: false, inDisplayName: false, claimedIn: [shown.field] },
        findings: [findingAt('own-organisation-claimed', shown, span)],
      }
    }
  }
  return undefined
}

/** Shorter names are words of many domains. */
const OWN_LABEL = 5

/** Whether the sender's domain is another with a recipient's name in it: `kanamono-it.example` writes to `kanamono.example`. */
function imitates(mail: Mail, sender: Sender, domain: string): boolean {
  if (sender.owners.length > 0 || sender.registrableDomain === '') return false
  const words = domainParts(sender.registrableDomain).domainWithoutSuffix.split('-')
  const own = domainParts(domain).domainWithoutSuffix
  return (
    words.length > 1 && own.length >= OWN_LABEL && words.includes(own) && findDomain(mail.corpus, domain).length === 0
  )
}

/** A webmail or panel product, or "the mail administrator": a theme, never a contradiction of the sender. */
function mailService(mail: Mail): ClaimResult | undefined {
  for (const view of [mail.from, mail.subject, ...mail.bodies]) {
    const found = view.found.find((f) => isService(mail, f))
    if (!found) continue
    return {
      claim: {
        ...NO_BRAND,
        kind: 'mail-service',
        name: view.text.slice(found.start, found.end),
        official: [],
        speaks: view === mail.from || view === mail.subject,
        inDisplayName: view === mail.from,
        product: found.term.kind === 'brand' || found.term.strength === 3,
        claimedIn: [view.field],
      },
      findings: [findingAt('mail-service-claimed', view, found)],
    }
  }
  return undefined
}

/** `【X】` at the head of the subject, `Xをご利用いただき` in the greeting, a display name of letters: a name no file knows. */
function unknownOrganisation(mail: Mail, sender: Sender): ClaimResult | undefined {
  const names: Array<{ name: string; view: View; start: number; end: number }> = []
  const open = mail.subject.text.indexOf('【')
  if (open >= 0 && open < 12) {
    const close = mail.subject.text.indexOf('】', open)
    if (close > open + 2 && close - open <= NAME_UNITS)
      names.push({
        name: mail.subject.text.slice(open + 1, close).trim(),
        view: mail.subject,
        start: open + 1,
        end: close,
      })
  }
  for (const view of mail.bodies) {
    const greeting = view.found.find((f) => isList(f, 'organisation-heads') && f.start < HEAD_UNITS)
    if (!greeting) continue
    const name = nameBefore(view.text, greeting.start)
    if (name) names.push({ ...name, view })
    break
  }
  const display = sender.name.trim()
  if (display !== '' && display.length <= NAME_UNITS && !display.includes('@'))
    names.push({ name: display, view: mail.from, start: 0, end: Math.min(display.length, mail.from.text.length) })
  const named = names.filter((n) => !isGeneric(n.view, n.start, n.end) && n.name.length >= 2)
  const first = named[0]
  if (!first) return undefined
  // one name in two places, or a name that stands where the organisation greets
  const agreed = named.find((a) =>
    named.some((b) => b.view !== a.view && (a.name.includes(b.name) || b.name.includes(a.name))),
  )
  const greeted = named.find((n) => n.view.field === 'text' || n.view.field === 'html')
  const chosen = agreed ?? greeted
  if (!chosen) return undefined
  const inDisplayName = named.some(
    (n) => n.view === mail.from && (n.name.includes(chosen.name) || chosen.name.includes(n.name)),
  )
  return {
    claim: {
      ...NO_BRAND,
      kind: 'organisation',
      name: chosen.name,
      official: [],
      speaks: true,
      inDisplayName,
      claimedIn: [...new Set(named.map((n) => n.view.field))],
    },
    findings: [findingAt('unknown-organisation-claimed', chosen.view, chosen)],
  }
}

const isInName = (character: string): boolean => isWordUnit(character.charCodeAt(0)) || "・&.'’-".includes(character)

/** The name that ends at `end`: back over letters to a blank, a bracket or a particle. */
function nameBefore(text: string, end: number): { name: string; start: number; end: number } | undefined {
  let stop = end
  while (stop > 0 && /[\s」』】＞>]/.test(text.charAt(stop - 1))) stop--
  let start = stop
  while (start > 0 && stop - start < NAME_UNITS && isInName(text.charAt(start - 1))) start--
  // `平素よりX`, `いつもX`, `この度はX`: what leads in is not part of the name
  let name = text.slice(start, stop)
  for (const lead of ['平素より', '平素は', '日頃より', '日頃は', 'いつも', 'この度は', 'このたびは', '毎度', '誠に']) {
    const at = name.lastIndexOf(lead)
    if (at >= 0) {
      start += at + lead.length
      name = text.slice(start, stop)
    }
  }
  name = name.trim()
  return name.length >= 2 && /[\p{Script=Han}\p{Script=Katakana}A-Za-z]/u.test(name)
    ? { name, start, end: stop }
    : undefined
}

/** Whether the display name names nobody: it is empty, an address, an office. */
export function isNameless(mail: Mail, sender: Sender): boolean {
  const name = sender.name.trim()
  return name === '' || name.includes('@') || isGeneric(mail.from, 0, Math.min(name.length, mail.from.text.length))
}

/** A display name or bracket that names nobody: 自動配信メール, 重要, お知らせ, サポート. */
function isGeneric(view: View, start: number, end: number): boolean {
  const name = view.text.slice(start, end)
  if (
    /重要|緊急|至急|お知らせ|ご案内|通知|注意|確認|件|限定|本日|お願い|再送|警告|必読|回答|予告|障害|復旧|完了|速報|更新/.test(
      name,
    )
  )
    return true
  const generic = view.found.some(
    (f) => isList(f, 'sender-generic-words') && f.start < end && f.end > start && (f.end - f.start) * 2 >= end - start,
  )
  return generic
}

function isMailPretext(found: Found): boolean {
  return found.term.kind === 'pretext' && found.term.strength >= 2 && MAIL_PRETEXTS.has(found.id)
}

/** A phrase that names a mail service, or a product that runs on its users' own domains. */
function isService(mail: Mail, found: Found): boolean {
  if (!found.bounded && found.term.text.charCodeAt(0) < 0x250) return false
  if (found.term.kind === 'brand') return mail.corpus.brands[found.term.ref]?.theme === true
  return isList(found, 'mail-service') && found.term.strength >= 2
}

function isList(found: Found, list: string): boolean {
  return found.term.kind === 'list' && found.id === list
}

function isWholeWord(text: string, word: string): boolean {
  return findWord(text, word) >= 0
}

/** The first place where a domain is said: an address in a link that ends a subscription says nothing. */
function findSaid(mail: Mail, view: View, text: string, domain: string): number {
  let at = findWord(text, domain)
  const isInLink = (): boolean =>
    mail.links.some((l) => l.kind === 'printed' && !l.implied && l.view === view && l.start <= at && at < l.end)
  while (at >= 0 && isInLink()) at = findWord(text, domain, at + 1)
  return at
}

function findWord(text: string, word: string, from = 0): number {
  if (word === '') return -1
  let at = text.indexOf(word, from)
  while (at >= 0) {
    const before = at === 0 ? '' : text.charAt(at - 1)
    const after = text.charAt(at + word.length)
    if (!/[a-z0-9]/.test(before) && !/[a-z0-9]/.test(after)) return at
    at = text.indexOf(word, at + 1)
  }
  return -1
}
