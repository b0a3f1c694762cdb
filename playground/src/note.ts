/** What does a marked place in the mail mean? A note beside it, on hover, on keyboard focus, and on a tap. */
import { element } from './dom.ts'
import { finding } from './findings-view.ts'
import { kindOf } from './kind.ts'
import type { View } from './view.ts'

/** Milliseconds in which the pointer may travel from the mark to its note (WCAG 2.2, 1.4.13: hoverable). */
const GRACE = 250
/** Pixels kept free between the note and what is around it. */
const GAP = 8

/**
 * The one note of the page. Screen readers do not need it: marks are described by the list of findings, which says the
 * same. Escape puts it away.
 */
export class Note {
  readonly box = element('div', { class: 'note', 'aria-hidden': 'true' })
  private mark: HTMLElement | undefined
  /** A tap or a key holds it until the next one. */
  private isHeld = false
  private timer = 0

  constructor(home: HTMLElement) {
    this.box.hidden = true
    home.append(this.box)
    this.box.addEventListener('pointerenter', () => clearTimeout(this.timer))
    this.box.addEventListener('pointerleave', () => this.leave())
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.hide()
    })
    document.addEventListener('pointerdown', ({ target }) => {
      if (target instanceof Node && !this.box.contains(target) && !this.mark?.contains(target)) this.hide()
    })
    window.addEventListener('resize', () => this.hide())
  }

  /** Shows notes for the marks inside `root`, and lights up what belongs together. */
  listen(root: HTMLElement, view: View): void {
    root.addEventListener('pointerover', (event) => {
      const mark = markOf(event)
      if (mark && event.pointerType !== 'touch' && !this.isHeld) this.show(mark, view)
      light(root, itemOf(event))
    })
    root.addEventListener('pointerout', (event) => {
      if (markOf(event)) this.leave()
    })
    root.addEventListener('focusin', (event) => {
      const mark = markOf(event)
      if (mark) this.show(mark, view)
      light(root, itemOf(event))
    })
    root.addEventListener('focusout', () => {
      this.hide()
      light(root, undefined)
    })
    root.addEventListener('click', (event) => {
      const mark = markOf(event)
      if (!mark) return
      this.show(mark, view)
      this.isHeld = true
    })
    root.addEventListener('keydown', (event) => {
      const mark = markOf(event)
      if (!mark || (event.key !== 'Enter' && event.key !== ' ')) return
      event.preventDefault()
      if (this.box.hidden) this.show(mark, view)
      else this.hide()
    })
  }

  hide(): void {
    clearTimeout(this.timer)
    this.box.hidden = true
    this.isHeld = false
    this.mark = undefined
  }

  private leave(): void {
    clearTimeout(this.timer)
    if (!this.isHeld && document.activeElement !== this.mark) this.timer = window.setTimeout(() => this.hide(), GRACE)
  }

  private show(mark: HTMLElement, view: View): void {
    clearTimeout(this.timer)
    if (this.mark === mark && !this.box.hidden) return
    this.isHeld = false
    this.mark = mark
    const told = new Set<string>()
    const notes = evidenceOf(mark).map((index) => {
      const evidence = view.verdict.evidence[index]!
      const numbered = element('span', { class: 'badge' }, String(index + 1))
      const said = element('div', {}, ...finding(view, evidence, told))
      return element('div', { class: 'note-finding', 'data-kind': kindOf(evidence) }, numbered, said)
    })
    this.box.replaceChildren(...notes)
    this.box.hidden = false
    this.place(mark)
  }

  /** Below the mark's first line, or above it where there is no room; on small screens the style sheet docks it instead. */
  private place(mark: HTMLElement): void {
    const line = mark.getClientRects()[0] ?? mark.getBoundingClientRect()
    const { offsetWidth: width, offsetHeight: height } = this.box
    const { clientWidth, clientHeight } = document.documentElement
    const left = Math.max(GAP, Math.min(line.left, clientWidth - width - GAP))
    const below = line.bottom + GAP
    const top = below + height <= clientHeight || line.top < height + GAP ? below : line.top - height - GAP
    this.box.style.setProperty('--left', `${left + window.scrollX}px`)
    this.box.style.setProperty('--top', `${top + window.scrollY}px`)
  }
}

const markOf = ({ target }: Event): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('.mark') : null

const itemOf = ({ target }: Event): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-evidence]') : null

const evidenceOf = (holder: HTMLElement): number[] => (holder.dataset.evidence ?? '').split(' ').map(Number)

/** Marks and findings of the same evidence. */
function light(root: HTMLElement, item: HTMLElement | null | undefined): void {
  const wanted = item ? evidenceOf(item) : []
  for (const holder of root.querySelectorAll<HTMLElement>('[data-evidence]')) {
    holder.classList.toggle('lit', holder !== item && evidenceOf(holder).some((index) => wanted.includes(index)))
  }
}
