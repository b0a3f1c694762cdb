/** How does the cost grow with the size of a mail, from 2 KB to 2 MB, and how far is it from one look at each byte? */
import type { classify } from '../src/classify.ts'
import { quantile } from './measure.ts'
import type { SizeRow } from './results.ts'
import { round } from './speed.ts'

const SENTENCE = 'いつもご利用ありがとうございます。詳しくは https://www.shop.example/news をご覧ください。\n'
const KINDS = {
  plain: SENTENCE,
  html: `<p style="color:#333">${SENTENCE}<a href="https://a.example/x">こちら</a></p>\n`,
} as const

/** A mail of one kind with about so many kilobytes. */
function mailOf(kind: keyof typeof KINDS, kilobytes: number): Uint8Array {
  const piece = KINDS[kind]
  const body = piece.repeat(Math.ceil((kilobytes * 1000) / Buffer.byteLength(piece)))
  return new TextEncoder().encode(`From: a@b.example\nSubject: x\nContent-Type: text/${kind}; charset=utf-8\n\n${body}`)
}

/**
 * Measures `classify` and one TextDecoder pass on growing mails.
 *
 * @param sizes kilobytes
 * @param rounds rounds that count; half as many come before them
 */
export function measureSizes(judge: typeof classify, sizes: number[], rounds: number): SizeRow[] {
  const decoder = new TextDecoder('utf-8')
  const rows: SizeRow[] = []
  for (const kilobytes of sizes) {
    for (const kind of Object.keys(KINDS) as Array<keyof typeof KINDS>) {
      const bytes = mailOf(kind, kilobytes)
      const times = { classify: [] as number[], decode: [] as number[] }
      for (let turn = 0; turn < rounds * 1.5; turn++) {
        const start = performance.now()
        judge(bytes)
        const middle = performance.now()
        decoder.decode(bytes)
        if (turn < rounds / 2) continue
        times.classify.push(middle - start)
        times.decode.push(performance.now() - middle)
      }
      const [classify, decode] = [quantile(times.classify, 0.5), quantile(times.decode, 0.5)]
      rows.push({ kind, kilobytes, classify: round(classify), decode: round(decode) })
    }
  }
  return rows
}
