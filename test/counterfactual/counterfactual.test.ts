/** Does the verdict follow what is deceitful in a lure, and nothing else? */
import { describe, expect, it } from 'vitest'
import { leaveOneBrandOut } from './leave-out.ts'
import type { Letter } from './letter.ts'
import { byCampaign, encodings, isFlagged, type Outcome, run } from './measure.ts'
import { fixtureLetters, measuredLetters } from './sources.ts'
import { TRANSFORMATIONS } from './transforms.ts'

const measured = measuredLetters()
/** One mail of two campaigns in three: the whole takes a minute, `npm run counterfactual` runs it. */
const sample = measured
  .filter((letter, i) => measured.findIndex((l) => l.campaign === letter.campaign) === i)
  .filter((_, i) => i % 3 !== 2)
const groups: Array<[string, Letter[]]> = [
  ['the documented lures', fixtureLetters()],
  ...(sample.length > 0 ? [['a sample of the measured campaigns', sample] as [string, Letter[]]] : []),
]

function outcomes(id: string, letters: Letter[]): Outcome[] {
  const transformation = TRANSFORMATIONS.find((t) => t.id === id)
  if (!transformation) throw new Error(`no transformation ${id}`)
  const made = run(transformation, letters)
  expect(made.length).toBeGreaterThan(0)
  return made
}

const nameOf = (o: Outcome): string => `${o.letter.id} ${o.variant}`
const share = (all: Outcome[], label: string): number => byCampaign(all, (o) => o.verdict.label === label)
/** Points of recall that a transformation costs. */
const cost = (all: Outcome[]): number =>
  byCampaign(all, (o) => isFlagged(o.base)) - byCampaign(all, (o) => isFlagged(o.verdict))

for (const [group, letters] of groups) {
  describe(`${group}, made honest`, () => {
    it('are never flagged when sender and every link are the brand’s own', () => {
      expect(
        outcomes('all-official', letters)
          .filter((o) => isFlagged(o.verdict))
          .map(nameOf),
      ).toEqual([])
    })
    for (const id of ['unlisted-sender', 'unlisted-links']) {
      it(`are called phishing in 1 % and suspicious in 25 % at most with ${id.replace('-', ' ')}`, () => {
        const all = outcomes(id, letters)
        expect(share(all, 'phishing')).toBeLessThanOrEqual(1)
        expect(share(all, 'suspicious')).toBeLessThanOrEqual(25)
      })
    }
  })

  describe(`${group}, inside a warning`, () => {
    for (const id of ['masked-notice', 'two-in-a-notice']) {
      it(`are never flagged as ${id.replaceAll('-', ' ')}`, () => {
        expect(
          outcomes(id, letters)
            .filter((o) => isFlagged(o.verdict))
            .map(nameOf),
        ).toEqual([])
      })
    }
    for (const id of ['live-under-warning', 'live-in-a-notice']) {
      it(`are flagged as if bare where one has a live hyperlink (${id})`, () => {
        // one measured campaign in a hundred is lost where a desk's subject takes the place of the one that named the brand
        const all = outcomes(id, letters).filter((o) => isFlagged(o.base))
        const lost = all.filter((o) => !isFlagged(o.verdict))
        expect(lost.length, lost.map(nameOf).join(', ')).toBeLessThanOrEqual(all.length / 100)
      })
    }
    for (const where of ['top', 'end']) {
      it(`lose one point of recall at most when a line of warning stands at the ${where}`, () => {
        expect(cost(outcomes(`warning-line-${where}`, letters))).toBeLessThanOrEqual(1)
      })
    }
  })

  describe(`${group}, the same in another form`, () => {
    it('get the same verdict in each charset, transfer encoding and structure', () => {
      // 39 mails of each
      const results = letters
        .filter((_, i) => i % Math.ceil(letters.length / 20) === 0)
        .map((letter) => encodings(letter))
      expect(results.flatMap((r) => r.deviations.map((d) => `${d.letter.id} ${d.encoding}`))).toEqual([])
      expect(results.every((r) => r.tried === 39)).toBe(true)
    })
    const costs: Array<[string, number]> = [
      ['salted-5', 2],
      ['salted-10', 2],
      ['salted-20', 4],
      ['salted-30', 4],
      ['there-and-back', 2],
      ['other-form', 2],
      ['shortened', 4],
      ['re-ordered', 4],
      ['re-branded', 4],
    ]
    for (const [id, points] of costs) {
      it(`lose ${points} points of recall at most when ${id}`, () => {
        expect(cost(outcomes(id, letters))).toBeLessThanOrEqual(points)
      })
    }
  })

  describe(`${group}, of a brand that the corpus does not know`, () => {
    it('stay flagged in 70 % of the campaigns', () => {
      expect(byCampaign(leaveOneBrandOut(letters), (o) => isFlagged(o.verdict))).toBeGreaterThanOrEqual(70)
    })
  })
}
