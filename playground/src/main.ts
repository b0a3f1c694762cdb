/** What happens on the page: a mail comes in, is judged here and nowhere else, and is shown in the language of the moment. */
import { explain } from '../../src/explain/index.ts'
import { byId } from './dom.ts'
import { type Asked, inputPanel } from './input-panel.ts'
import { type Judged, judge } from './judge.ts'
import { type Language, preferredLanguage, wordsOf } from './language.ts'
import { Note } from './note.ts'
import { sayPage, welcome } from './page-words.ts'
import type { FileProblem } from './read-file.ts'
import { resultOf } from './result.ts'
import { themeButton } from './theme.ts'
import type { Words } from './words/words.ts'

const result = byId('result', HTMLElement)
const status = byId('status', HTMLElement)
const note = new Note(byId('result', HTMLElement).parentElement!)

let lang: Language = preferredLanguage(navigator.languages)
let judged: Judged | undefined
let problem: FileProblem | 'nothing' | 'failed' | undefined
let told: Asked['told']

const words = (): Words => wordsOf(lang)
const theme = themeButton(words)

function show(): void {
  const { input } = words()
  note.hide()
  result.replaceChildren(...(judged ? resultOf(judged, lang, note) : [welcome(words())]))
  byId('told', HTMLElement).textContent = told?.(words()) ?? ''
  byId('problem', HTMLElement).textContent =
    problem === undefined
      ? ''
      : problem === 'nothing' || problem === 'failed'
        ? input[problem]
        : input.problems[problem]
}

function speak(chosen: Language): void {
  lang = chosen
  sayPage(lang)
  theme.rename()
  show()
}

interface Outcome {
  judged?: Judged
  problem?: typeof problem
  told?: Asked['told']
  sample?: Asked['sample']
}

function settle(outcome: Outcome): void {
  judged = outcome.judged
  problem = outcome.problem
  told = outcome.told
  for (const button of document.querySelectorAll('#samples button')) {
    button.setAttribute('aria-pressed', String(button.id === `sample-${outcome.sample}`))
  }
  show()
}

/** Lets the browser paint what was written before work begins. */
const painted = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30))

let turn = 0

async function ask({ read, told: said, sample, isFocused }: Asked): Promise<void> {
  const mine = ++turn
  status.textContent = words().input.reading
  document.body.classList.add('busy')
  await painted()
  // Another mail came in meanwhile.
  if (mine !== turn) return
  try {
    settle({ judged: judge(read()), told: said, sample })
  } catch (error) {
    // Mail content never throws; this is a bug, and the console is where its report begins.
    console.error(error)
    settle({ problem: 'failed' })
  } finally {
    document.body.classList.remove('busy')
  }
  announce(isFocused ?? false)
}

function announce(isFocused: boolean): void {
  if (!judged) {
    status.textContent = ''
    return
  }
  const { verdict } = judged
  const { labels, announce } = words().verdict
  status.textContent = announce(labels[verdict.label], explain(verdict, { lang, audience: 'customer' }).title)
  const title = byId('m-title', HTMLElement)
  if (isFocused) title.focus({ preventScroll: true })
  const { top, bottom } = title.getBoundingClientRect()
  // On small screens the result begins below the samples.
  if (top >= 0 && bottom < window.innerHeight) return
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  title.closest('.verdict')?.scrollIntoView({ behavior: isCalm ? 'instant' : 'smooth', block: 'start' })
}

inputPanel({
  onAsk: (asked) => void ask(asked),
  onProblem: (what) => {
    turn++
    status.textContent = ''
    settle({ problem: what })
  },
  onClear: () => {
    turn++
    status.textContent = ''
    settle({})
  },
})
byId('to-ja', HTMLElement).addEventListener('click', () => speak('ja'))
byId('to-en', HTMLElement).addEventListener('click', () => speak('en'))
speak(lang)
