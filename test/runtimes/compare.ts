/** Which answers of a runtime differ from those of the reference, and how? */
import { createHash } from 'node:crypto'
import type { Answers, Cases } from './suite.ts'

/** How a section of one runtime compares. */
export interface Compared {
  section: string
  differing: number
  /** The first case that differs, and both answers from a little before the place where they part. */
  first?: string
}

/** Characters shown before and after the place where two answers part. */
const BEFORE = 60
const AFTER = 100

/** Compares section by section, in the order of the cases. */
export function compare(cases: Cases, expected: Answers, found: Answers): Compared[] {
  return Object.entries(cases).map(([section, asked]) => {
    const right = expected[section] ?? []
    const answers = found[section] ?? []
    const differing = asked.flatMap((_, i) => (right[i] === answers[i] && right[i] !== undefined ? [] : [i]))
    const [index] = differing
    if (index === undefined) return { section, differing: 0 }
    const where = `case ${index}, ${JSON.stringify(asked[index]).slice(0, 200)}`
    const first = `${where}\n${apart(right[index] ?? 'nothing', answers[index] ?? 'nothing')}`
    return { section, differing: differing.length, first }
  })
}

function apart(expected: string, found: string): string {
  let at = 0
  while (at < expected.length && expected[at] === found[at]) at++
  const from = Math.max(0, at - BEFORE)
  const show = (answer: string): string => JSON.stringify(answer.slice(from, at + AFTER))
  return `  expected ${show(expected)}\n  found    ${show(found)}`
}

/** A runtime and how its answers compare. */
export interface Row {
  name: string
  compared: Compared[]
}

/** A section a line in Markdown: how many cases, a hash of the right answers, and `ok` or how many differ by runtime. */
export function tableOf(cases: Cases, reference: string, expected: Answers, rows: Row[]): string {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`
  const head = ['section', 'cases', reference, ...rows.map(({ name }) => name)]
  return [
    line(head),
    line(head.map(() => '---')),
    ...Object.entries(cases).map(([section, asked], i) =>
      line([
        section,
        String(asked.length),
        hashOf(expected[section] ?? []),
        ...rows.map(({ compared }) => (compared[i]?.differing ? `${compared[i].differing} differ` : 'ok')),
      ]),
    ),
  ].join('\n')
}

/** A short hash of a section's answers, to compare runs by eye. */
function hashOf(answers: string[]): string {
  return createHash('sha256').update(answers.join('\n')).digest('hex').slice(0, 8)
}

/** Cases that threw, which mail content must never make happen. */
export function thrown(cases: Cases, answers: Answers): string[] {
  return Object.keys(cases).flatMap((section) =>
    (answers[section] ?? []).flatMap((answer, i) =>
      answer.startsWith('threw') ? [`${section} ${i}: ${answer.slice(0, 200)}`] : [],
    ),
  )
}
