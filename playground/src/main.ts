/** What happens on the page: a mail comes in, is judged here and nowhere else, and is shown in the language of the moment. */
import { explain } from '../../src/explain/index.ts'
import { byId } from './dom.ts'
import { type Asked, inputPanel } from './input-panel.ts'
import { type Judged, judge } from './judge.ts'
import { type Language, preferredLanguage, wordsOf } from './language.ts'
import { type ListedMail, mailList } from './mail-list.ts'
import { Note } from './note.ts'
import { sayPage, welcome } from './page-words.ts'
import type { FileProblem, NamedMail } from './read-file.ts'
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
/** Of several mails: all of them, what the list says of each, and which is shown. */
let many: { mails: NamedMail[]; listed: ListedMail[]; chosen: number } | undefined

const words = (): Words => wordsOf(lang)
const theme = themeButton(words)

function show(): void {
  const { input } = words()
  note.hide()
  result.replaceChildren(
    ...(many ? [mailList(many.listed, many.chosen, words(), choose)] : []),
    ...(judged ? resultOf(judged, lang, note) : many ? [] : [welcome(words())]),
  )
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
  many?: typeof many
}

function settle(outcome: Outcome): void {
  judged = outcome.judged
  problem = outcome.problem
  told = outcome.told
  many = outcome.many
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

/** Judges several mails one after the other, the page staying alive, and shows the first. */
async function askMany(mails: NamedMail[]): Promise<void> {
  const mine = ++turn
  const listed: ListedMail[] = []
  document.body.classList.add('busy')
  try {
    for (const mail of mails) {
      if (listed.length % AT_ONCE === 0) {
        status.textContent = words().list.reading(words().number(listed.length), words().number(mails.length))
        await painted()
        if (mine !== turn) return
      }
      listed.push('problem' in mail ? mail : rowOf(mail.name, judge(mail.input)))
    }
    many = { mails, listed, chosen: 0 }
    choose(listed.findIndex((row) => 'label' in row))
  } catch (error) {
    console.error(error)
    settle({ problem: 'failed' })
  } finally {
    document.body.classList.remove('busy')
  }
}

/** Mails that are judged before the page is painted again. */
const AT_ONCE = 20

const rowOf = (name: string, { verdict, message }: Judged): ListedMail => ({
  name,
  label: verdict.label,
  subject: message.subject,
  from: message.fromText,
})

/** Shows one of several mails. */
function choose(chosen: number): void {
  if (!many) return
  const { mails, listed } = many
  const mail = mails[chosen]
  turn++
  if (!mail || 'problem' in mail) settle({ many: { mails, listed, chosen } })
  else settle({ judged: judge(mail.input), told: () => mail.name, many: { mails, listed, chosen } })
  announce(true)
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
  onMany: (mails) => void askMany(mails),
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
