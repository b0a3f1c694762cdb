/** How does a mail get into the page: pasted, typed, dropped, chosen, or one of the samples? */
import type { MessageInput } from '../../src/index.ts'
import { byId, element } from './dom.ts'
import { type FileProblem, type NamedMail, readFiles } from './read-file.ts'
import { pastedInput } from './read-paste.ts'
import { SAMPLE_NAMES, type SampleName, sampleMail } from './samples.ts'
import type { Words } from './words/words.ts'

/** UTF-16 code units that go into the text field: browsers take seconds to lay out a million. */
const FIELD_UNITS = 200_000

export interface Asked {
  /** Gives the mail; called when the page has said that it is at work. */
  read: () => MessageInput
  /** What to say beside the field. */
  told?: (words: Words) => string
  sample?: SampleName
  /** Whether focus goes to the result. */
  isFocused?: boolean
}

export interface Panel {
  onAsk(asked: Asked): void
  onMany(mails: NamedMail[]): void
  onProblem(problem: FileProblem | 'nothing'): void
  onClear(): void
}

export function inputPanel({ onAsk, onMany, onProblem, onClear }: Panel): void {
  const source = byId('source', HTMLTextAreaElement)
  const file = byId('file', HTMLInputElement)
  /** The HTML that came with what stands in the field; typing makes it stale. */
  let html = ''
  /** A paste that was too long for the field. */
  let long = ''

  const judgeField = (isFocused: boolean): void => {
    const text = long || source.value
    if (text.trim() === '') {
      onProblem('nothing')
      return
    }
    const pasted = html
    const asked: Asked = { read: () => pastedInput(text, pasted), isFocused }
    const { length } = long
    if (length > 0) asked.told = ({ input, number }) => input.tooLong(number(length))
    else if (pasted !== '') asked.told = ({ input }) => input.withLinks
    onAsk(asked)
  }
  const judgeFiles = async (chosen: readonly File[]): Promise<void> => {
    if (chosen.length === 0) return
    forget()
    const mails = await readFiles(chosen)
    const [first] = mails
    if (mails.length > 1) onMany(mails)
    else if (first && 'problem' in first) onProblem(first.problem)
    else if (first) onAsk({ read: () => first.input, told: () => first.name })
  }
  const forget = (): void => {
    source.value = ''
    html = ''
    long = ''
  }

  source.addEventListener('paste', (event) => {
    const data = event.clipboardData
    const files = [...(data?.files ?? [])]
    if (files.length > 0) {
      event.preventDefault()
      void judgeFiles(files)
      return
    }
    const text = data?.getData('text/plain') ?? ''
    const isWhole = source.selectionEnd - source.selectionStart === source.value.length
    const brought = data?.getData('text/html') ?? ''
    // Pasted into the middle of a text it is a piece of it.
    html = isWhole && /\shref\s*=/i.test(brought) ? brought : ''
    long = text.length > FIELD_UNITS ? text : ''
    if (long !== '') {
      event.preventDefault()
      source.value = ''
    }
    // Once the browser has put the text into the field.
    setTimeout(() => judgeField(false))
  })
  source.addEventListener('input', ({ inputType }: Event & { inputType?: string }) => {
    if (inputType !== 'insertFromPaste') html = ''
    long = ''
  })
  source.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) judgeField(true)
  })
  byId('judge', HTMLButtonElement).addEventListener('click', () => judgeField(true))
  byId('choose', HTMLButtonElement).addEventListener('click', () => file.click())
  byId('clear', HTMLButtonElement).addEventListener('click', () => {
    forget()
    onClear()
    source.focus()
  })
  file.addEventListener('change', () => {
    void judgeFiles([...(file.files ?? [])])
    // The same file may be chosen again.
    file.value = ''
  })
  listenForDrops((dropped) => void judgeFiles(dropped))
  byId('samples', HTMLUListElement).append(
    ...SAMPLE_NAMES.map((name) => {
      const press = element('button', { type: 'button', id: `sample-${name}` })
      press.addEventListener('click', () => {
        forget()
        onAsk({ read: () => sampleMail(name), sample: name })
      })
      return element('li', {}, press)
    }),
  )
}

/** The whole page takes files: one that misses a smaller target would be opened by the browser. */
function listenForDrops(drop: (files: File[]) => void): void {
  const isFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false
  const mark = (isOver: boolean) => document.body.classList.toggle('dropping', isOver)
  document.addEventListener('dragover', (event) => {
    if (!isFile(event)) return
    event.preventDefault()
    mark(true)
  })
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) mark(false)
  })
  document.addEventListener('drop', (event) => {
    mark(false)
    if (!isFile(event)) return
    event.preventDefault()
    drop([...(event.dataTransfer?.files ?? [])])
  })
}
