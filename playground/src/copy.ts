/** How does text get to the clipboard? By the browser's own interface, or by a selection where it is refused. */
import { button, element } from './dom.ts'
import type { View } from './view.ts'

/** A button that copies, with the outcome said beside it and to screen readers. */
export function copyButton({ words }: View, text: string, describedBy: string): HTMLElement {
  const { copy, copied, copyFailed } = words.replies
  const outcome = element('span', { class: 'copied', role: 'status' })
  const press = button(copy, 'small', () => {
    outcome.textContent = ''
    void write(text).then((isWritten) => {
      outcome.textContent = isWritten ? copied : copyFailed
    })
  })
  press.setAttribute('aria-describedby', describedBy)
  return element('div', { class: 'copy' }, press, outcome)
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // No permission, no focus, or an origin that is not secure.
    return false
  }
}
