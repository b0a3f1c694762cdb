/** What if the lure were the brand's own mail, or came from a sender or led to a host that the corpus does not know? */
import { builtin, builtinCorpus } from '../../src/corpus/builtin.ts'
import { findDomain } from '../../src/corpus/compile.ts'
import type { BrandEntry } from '../../src/corpus/model.ts'
import type { Letter } from './letter.ts'
import { mapHtml, mapLinks, mapWords, plainHtml } from './places.ts'

/** A domain without any deception. */
export const NEUTRAL = 'mail-delivery.example'
const BRANDS = new Map(builtinCorpus().brands.map((brand) => [brand.id, brand]))
const LEAKED = builtinCorpus()
  .phrases.filter((list) => list.id === 'leaked-template')
  .flatMap((list) => list.phrases.flatMap((p) => (typeof p.text === 'string' && !p.text.includes('{') ? [p.text] : [])))

/** The corpus' entry of the brand that a letter claims. */
export function brandOf(letter: Letter): BrandEntry | undefined {
  return BRANDS.get(letter.brand)
}

/** The domain of the brand that a letter claims; undefined where no brand is claimed. */
export function officialDomain(letter: Letter): string | undefined {
  const domains = brandOf(letter)?.domains
  return domains?.official[0] ?? domains?.unverified[0]
}

/** Sender and every link are the brand's own; the rest stays as it was. */
export function allOfficial(letter: Letter): Letter | undefined {
  const domain = officialDomain(letter)
  if (domain === undefined) return undefined
  return { ...withLinks(letter, `www.${domain}`), from: sentFrom(letter, domain), replyTo: '' }
}

/** The links are the brand's own and the sender's domain is unknown; craft removed, the brand still in the display name. */
export function unlistedSender(letter: Letter): Letter | undefined {
  const domain = officialDomain(letter)
  if (domain === undefined) return undefined
  return { ...withLinks(withoutCraft(letter), `www.${domain}`), from: sentFrom(letter, NEUTRAL), replyTo: '' }
}

/** The links lead to a domain without any deception, the sender is on it too, the display name names no brand; craft removed. */
export function unlistedLinks(letter: Letter): Letter | undefined {
  if (letter.brand === '') return undefined
  const from = { name: '自動配信メール', address: `info@${NEUTRAL}` }
  return { ...withLinks(withoutCraft(letter), `www.${NEUTRAL}`), from, replyTo: '' }
}

/** The display name without an address in it, on another domain. */
function sentFrom(letter: Letter, domain: string): Letter['from'] {
  const name = cleared(letter.from.name)
  return { name: name.includes('@') ? '' : name, address: `info@${domain}` }
}

/**
 * Every link leads to one host; a brand's name that looks like a host (`Amazon.co.jp`) is no link. Where list software
 * flattened the links away, the link comes back at the end: the mail must be one that leads somewhere.
 */
export function withLinks(letter: Letter, host: string): Letter {
  const url = `https://${host}/`
  let links = 0
  const text = (words: string): string =>
    mapLinks(words, ({ raw, url: target, scheme }) => {
      if (scheme === 'explicit') {
        links++
        return url
      }
      return findDomain(builtin(), hostOf(target)).length > 0 ? raw : host
    })
  const tag = (t: string): string => {
    const base = /^<base\b/i.test(t) ? '' : t
    return base.replace(
      /\b(href|src|action|background)(\s*=\s*)("[^"]*"|'[^']*'|[^\s>]+)/gi,
      (all, name, is, value) => {
        if (/^["']?\s*(mailto|tel|cid|#)/i.test(value)) return all
        if (/href|action/i.test(name)) links++
        return `${name}${is}"${url}"`
      },
    )
  }
  const led = {
    ...letter,
    subject: text(letter.subject),
    text: text(letter.text),
    html: mapHtml(letter.html, text, tag),
  }
  if (links > 0) return led
  return led.html === ''
    ? { ...led, text: `${led.text}\n${url}\n` }
    : { ...led, html: `${led.html}<p><a href="${url}">${url}</a></p>` }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : ''
}

/** Without salting, split words, homoglyphs, template marks that were not filled, hidden text and fonts. */
export function withoutCraft(letter: Letter): Letter {
  const words = (text: string): string => mapWords(text, cleared)
  return {
    ...letter,
    from: { ...letter.from, name: cleared(letter.from.name) },
    subject: cleared(letter.subject),
    text: words(letter.text),
    html: letter.html === '' ? '' : plainHtml(letter.html, words),
  }
}

const LOOKALIKES: Record<string, string> = Object.fromEntries(
  [...'аеорсухіјѕһԁɡӏАВЕКМНОРСТХУІЈЅοναιρΑΒΕΖΗΙΚΜΝΟΡΤΥΧ'].map((c, i) => [
    c,
    'aeopcyxijshdglABEKMHOPCTXYIJSovaipABEZHIKMNOPTYX'.charAt(i),
  ]),
)

function cleared(text: string): string {
  let clear = text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\u{1d400}-\u{1d7ff}]/gu, (c) => c.normalize('NFKC'))
    .replace(/[\u0370-\u052f]/g, (c) => LOOKALIKES[c] ?? c)
    .replace(/(?<=[\u3041-\u30ff\u4e00-\u9fff\uff21-\uff5a]) (?=[\u3041-\u30ff\u4e00-\u9fff\uff21-\uff5a])/g, '')
    .replace(/\*\|MC[:_][^|\s]*\|?\*?|\[hide\d*\]/gi, '')
  for (const mark of LEAKED) {
    for (let at = clear.toLowerCase().indexOf(mark); at >= 0; at = clear.toLowerCase().indexOf(mark))
      clear = clear.slice(0, at) + clear.slice(at + mark.length)
  }
  return clear
}
