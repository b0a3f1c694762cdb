/** What if the sender salts the words, drops and reorders sentences, or turns HTML into text and back? */
import { type Letter, randomOf } from './letter.ts'
import { htmlOfText, mapHtml, mapWords, textOfHtml } from './places.ts'

/** Zero-width, variation selectors, invisible operators, soft hyphen. */
const SALT = ['\u200b', '\u200c', '\u200d', '\ufe00', '\ufe0f', '\u2061', '\u2062', '\u2063', '\u2064', '\u00ad']

/** Puts invisible characters behind this share of the letters of subject, display name and body; links stay. */
export function salted(letter: Letter, share: number): Letter {
  const random = randomOf(`${letter.id} salt ${share}`)
  const salt = (text: string): string =>
    // a character reference is one letter
    text.replace(/&#?\w{1,10};|[\p{L}\p{N}]/gu, (c) =>
      random() < share ? c + SALT[Math.floor(random() * SALT.length)] : c,
    )
  const body = (text: string): string => mapWords(text, salt)
  return {
    ...letter,
    from: { ...letter.from, name: salt(letter.from.name) },
    subject: salt(letter.subject),
    text: body(letter.text),
    html: mapHtml(letter.html, body),
  }
}

/** Drops a fifth of the sentences that hold no link. */
export function shortened(letter: Letter): Letter {
  const random = randomOf(`${letter.id} drop`)
  const drop = (text: string): string =>
    sentences(text)
      .filter((s) => s.trim() === '' || hasLink(s) || random() >= 0.2)
      .join('')
  return {
    ...letter,
    text: drop(letter.text),
    html: letter.html === '' ? '' : htmlOfText(drop(textOfHtml(letter.html))),
  }
}

/** Brings the sentences into another order, each link with the sentence before it. */
export function reordered(letter: Letter): Letter {
  const random = randomOf(`${letter.id} order`)
  const shuffle = (text: string): string => {
    const blocks: string[] = []
    for (const s of sentences(text)) {
      if (blocks.length > 0 && (hasLink(s) || s.trim() === '')) blocks.push(blocks.pop() + s)
      else blocks.push(s)
    }
    for (let i = blocks.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[blocks[i], blocks[j]] = [blocks[j]!, blocks[i]!]
    }
    return blocks.map((b) => (b.endsWith('\n') ? b : `${b}\n`)).join('')
  }
  return {
    ...letter,
    text: shuffle(letter.text),
    html: letter.html === '' ? '' : htmlOfText(shuffle(textOfHtml(letter.html))),
  }
}

const hasLink = (s: string): boolean => /https?:/i.test(s)

/** Lines, parted at 。 too; each keeps what ends it. */
function sentences(text: string): string[] {
  return text.match(/[^\n。]*(?:。|\n|$)/g)?.filter((s) => s !== '') ?? []
}

/** HTML as text, text as HTML. */
export function otherForm(letter: Letter): Letter {
  return letter.html === ''
    ? { ...letter, text: '', html: htmlOfText(letter.text) }
    : { ...letter, text: textOfHtml(letter.html), html: '' }
}

/** HTML as text and then as HTML again; text likewise. */
export function thereAndBack(letter: Letter): Letter {
  return letter.html === ''
    ? { ...letter, text: textOfHtml(htmlOfText(letter.text)) }
    : { ...letter, text: '', html: htmlOfText(textOfHtml(letter.html)) }
}
