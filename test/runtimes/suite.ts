/** What does every runtime compute? The answers of the built package to the same cases, each as one JSON text. */
import type * as adapters from '../../src/adapters/index.ts'
import type * as corpus from '../../src/corpus/index.ts'
import type * as explain from '../../src/explain/index.ts'
import type * as lurebook from '../../src/index.ts'
import type * as report from '../../src/report/index.ts'

/** What the entry files of the runtimes import from the built package. */
export type Package = typeof lurebook & typeof adapters & typeof corpus & typeof explain & typeof report

/** One question: bytes (in base64) or a text, and the stage that it is put to. */
export type Case =
  | { ask: 'decode'; bytes: string; label?: string }
  | { ask: 'mail'; bytes: string }
  | { ask: 'head'; bytes: string }
  | { ask: 'rules' }
  | { ask: 'html' | 'text' | 'link'; text: string }

/** Cases, or the answers to them, by section. */
export type Cases = Record<string, Case[]>
export type Answers = Record<string, string[]>

/** Answers all cases in their order. Uses nothing that a runtime may lack but the package itself. */
export function answerAll(built: Package, cases: Cases): Answers {
  const compiled = built.compileCorpus(built.builtinCorpus())
  const answer = (asked: Case): unknown => {
    switch (asked.ask) {
      case 'decode':
        return built.decodeBytes(bytesOf(asked.bytes), asked.label)
      case 'head':
        return built.parseMessage(bytesOf(asked.bytes))
      case 'mail':
        return everything(built, bytesOf(asked.bytes))
      case 'rules':
        return [built.rspamdMap(), built.spamassassinRules(), built.customerNotice('kagoya'), compiled.digest]
      case 'html':
        return built.visibleText(asked.text)
      case 'link':
        return built.inspectLink(asked.text, compiled)
      case 'text':
        return [
          built.foldText(asked.text),
          built.extractLinks(asked.text).map((link) => [link, built.inspectLink(link.url, compiled)]),
          built.classify({ subject: asked.text, text: asked.text, from: asked.text }),
        ]
    }
  }
  return Object.fromEntries(
    Object.entries(cases).map(([section, asked]) => [section, asked.map((one) => textOf(() => answer(one)))]),
  )
}

/** What the package can say about a mail. */
function everything(built: Package, bytes: Uint8Array): unknown {
  const verdict = built.classify(bytes)
  const accused = verdict.label === 'phishing' || verdict.label === 'suspicious'
  return [
    built.parseMessage(bytes),
    verdict,
    built.explain(verdict, { lang: 'ja', audience: 'customer' }),
    built.explain(verdict, { lang: 'en' }),
    built.toHeaders(verdict),
    built.iocCsv(verdict),
    built.mispEvent(verdict, { at: AT }),
    built.stixBundle(verdict, { at: AT }),
    built.reportDrafts(verdict, { at: AT }),
    accused && built.arfReport(bytes, verdict, { at: AT, from: 'desk@reseller.example', to: 'abuse@host.example' }),
  ]
}

/** The package has no clock. */
const AT = '2026-11-25T04:10:00Z'

/** An exception is an answer too: mail content must throw nowhere. */
function textOf(answer: () => unknown): string {
  try {
    return JSON.stringify(answer(), (_, value) => (ArrayBuffer.isView(value) ? Array.from(value as Uint8Array) : value))
  } catch (error) {
    return `threw ${String(error)}`
  }
}

/** `Buffer` and `Uint8Array.fromBase64` are not everywhere. */
function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0))
}
