/** Can what a mail says leave its place in a report: a new line, a new field, a live link, a reversed line? */
import { describe, expect, test } from 'vitest'
import { classify } from '../../src/classify.ts'
import type { Verdict } from '../../src/detect/model.ts'
import { arfReport, customerNotice, iocCsv, iocText, reportDrafts } from '../../src/report/index.ts'

const AT = '2026-11-25T00:00:00Z'

/** What writers of mails try, each in the middle of a name. */
const TRICKS: Array<[name: string, text: string]> = [
  ['a line end and a field', 'KAGOYA\r\nBcc: x@evil.example\r\n\r\nhello'],
  ['a lone line feed', 'KAGOYA\nReported-Domain: kagoya.jp'],
  ['a lone carriage return', 'KAGOYA\rX: 1'],
  ['line ends of Unicode', 'KAGOYA\u2028X: 1\u2029Y: 2\u0085Z: 3'],
  ['the end of a MIME part', 'KAGOYA\r\n--arf-0\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script>'],
  ['a reversed line', 'KAGOYA \u202egpj.exe\u2066'],
  ['a terminal escape', 'KAGOYA\u001b[2J\u009b31m'],
  ['a NUL', 'KAGOYA\u0000X'],
  ['a live link', 'KAGOYA https://evil.example/login'],
  ['patterns of replacements', 'KAGOYA $& $` $\u0027 $1 $$'],
  ['slots', 'KAGOYA {brand} {desk} {text}'],
]

/** A verdict whose every word comes from a hostile mail, or from a store that somebody else wrote to. */
function verdictSaying(text: string): Verdict {
  const verdict = classify({
    from: '"KAGOYA" <a@evil.example>',
    subject: 'メールボックスの容量',
    text: 'KAGOYA JAPAN メールボックスの容量が上限に達しました。ログインしてください。 https://evil.example/jp/kagoya.net?uid=x',
  })
  return {
    ...verdict,
    brand: { id: 'nobody', name: text, claimedIn: ['from'] },
    evidence: verdict.evidence.map((evidence) => ({ ...evidence, found: text, expected: text })),
    links: verdict.links.map((link) => ({
      ...link,
      href: `https://evil.example/${text}`,
      host: `evil.example${text}`,
    })),
  }
}

const FORBIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

describe.each(TRICKS)('%s', (_, text) => {
  const verdict = verdictSaying(text)

  test('stays inside the subject and the lines of a draft', () => {
    for (const lang of ['ja', 'en'] as const) {
      const usual = reportDrafts(verdictSaying('KAGOYA'), { at: AT, lang, subject: 'x' })
      const drafts = reportDrafts(verdict, { at: AT, lang, subject: text })
      for (const [i, { subject, body }] of drafts.entries()) {
        expect(subject).not.toMatch(FORBIDDEN)
        expect(body.replaceAll('\n', '')).not.toMatch(FORBIDDEN)
        expect(body).not.toMatch(/https?:\/\//)
        expect(body.split('\n').length).toBeLessThanOrEqual(usual[i]!.body.split('\n').length)
      }
    }
  })

  test('adds no field and no part to an abuse report', () => {
    const mail = new TextEncoder().encode('From: a@evil.example\r\nSubject: x\r\n\r\nhi\r\n')
    const report = new TextDecoder().decode(
      arfReport(mail, verdict, { from: 'a@b.example', to: 'c@d.example', at: AT }),
    )
    const names = report.split('\r\n').map((line) => /^([A-Za-z-]+): /.exec(line)?.[1])
    expect(new Set(names.filter((name) => name !== undefined))).toEqual(
      new Set([
        'From',
        'To',
        'Subject',
        'Date',
        'Message-ID',
        'MIME-Version',
        'Content-Type',
        'Content-Transfer-Encoding',
        'Content-Disposition',
        'Feedback-Type',
        'User-Agent',
        'Version',
        'Reported-Domain',
        'Reported-URI',
      ]),
    )
    expect(report.split('\r\n').filter((line) => line.startsWith('Reported-Domain: '))).toHaveLength(1)
    expect(report.split(/\r\n--arf-/)).toHaveLength(5)
    for (const line of report.split('\r\n')) expect(line).not.toMatch(FORBIDDEN)
  })

  test('stays inside its line of an indicator list and its cell of a table', () => {
    expect(iocText(verdict).trimEnd().split('\n')).toHaveLength(2)
    expect(iocText(verdict).replaceAll('\n', '')).not.toMatch(FORBIDDEN)
    for (const row of iocCsv(verdict).trimEnd().split('\r\n')) expect(row).not.toMatch(FORBIDDEN)
  })

  test('is written out as it is in a warning where the desk is called so', () => {
    const { subject, greeting } = customerNotice('kagoya', { desk: text })
    expect(subject).toBe('【注意喚起】カゴヤ・ジャパンをかたるフィッシングメールについて')
    expect(greeting).toContain(text)
  })
})
