/** What can be sent to the customer, and what does a support desk do? Text ready to be copied. */
import { type Audience, explain } from '../../src/explain/index.ts'
import { copyButton } from './copy.ts'
import { element } from './dom.ts'
import type { View } from './view.ts'

export function repliesView(view: View): HTMLElement {
  return element('div', { class: 'replies' }, reply(view, 'customer'), reply(view, 'agent'))
}

function reply(view: View, audience: Audience): HTMLElement {
  const { words, id } = view
  const text = replyText(view, audience)
  const headingId = `${id}-reply-${audience}`
  return element(
    'section',
    { class: 'reply', 'aria-labelledby': headingId },
    element('h4', { id: headingId }, words.replies[audience]),
    element('div', { class: 'reply-text', role: 'group', tabindex: '0', 'aria-labelledby': headingId }, text),
    copyButton(view, text, headingId),
  )
}

/** The explanation as plain text. */
export function replyText({ verdict, lang, words }: View, audience: Audience): string {
  const { title, reasons, advice } = explain(verdict, { lang, audience })
  const bullet = lang === 'ja' ? '・' : '- '
  const said = reasons.map(({ text, quote }) =>
    audience === 'agent' && quote !== undefined
      ? `${bullet}${text}\n　${quote}`.replace('　', '    ')
      : `${bullet}${text}`,
  )
  const parts = [title]
  if (said.length > 0) parts.push([`${words.replies.reasons}${lang === 'ja' ? '：' : ':'}`, ...said].join('\n'))
  const lines = audience === 'agent' ? advice.map((line) => bullet + line) : advice
  parts.push(
    audience === 'agent'
      ? [`${words.replies.advice}${lang === 'ja' ? '：' : ':'}`, ...lines].join('\n')
      : lines.join('\n'),
  )
  return parts.join('\n\n')
}
