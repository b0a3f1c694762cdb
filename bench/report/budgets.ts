/** Which of the budgets are met? The design's table, filled with what was measured. */
import type { Results, Size } from '../results.ts'
import { figure } from './figure.ts'

/** Largest bundle with everything in it, minified and compressed, in kilobytes. */
export const BUNDLE_KB = 130
/** Most memory of a process that goes through an archive, in megabytes. */
export const MEMORY_MB = 300

/** One line of the table. */
export interface BudgetRow {
  what: string
  budget: string
  /** Figures with their spread; `not measured` where there are none. */
  measured: string
  /** Undefined where nothing was measured. */
  isMet?: boolean
}

/** All budgets, in the order of the design. */
export function budgetRows(results: Results): BudgetRow[] {
  return [
    speedRow(results, 'small', 'classify, mails up to 30 KB', 1),
    speedRow(results, 'medium', '30 KB to 1 MB', 1),
    speedRow(results, 'large', 'over 1 MB, with attachments', 0.1),
    peerRow(results),
    lureRow(results),
    hostileRow(results),
    coldRow(results),
    bundleRow(results),
    scanRow(results),
    memoryRow(results),
  ]
}

const NOTHING = { measured: 'not measured' }

function speedRow({ speed }: Results, size: Size, what: string, budget: number): BudgetRow {
  const row = { what, budget: `<= ${figure(budget)} x postal-mime's parse alone` }
  const found = speed?.rows.find((one) => one.size === size && one.who === 'lurebook')
  if (!found) return { ...row, ...NOTHING }
  const { ratio, p10, p90, fastest } = found
  const spread = `(${figure(p10)} to ${figure(p90)}, fastest ${figure(fastest)})`
  return { ...row, measured: `${figure(ratio)} x ${spread}`, isMet: ratio <= budget }
}

function peerRow({ peers = [] }: Results): BudgetRow {
  const row = { what: 'throughput on one core', budget: '>= 30 x rspamd, >= 300 x spamd' }
  const rateOf = (who: string): number | undefined => peers.find((peer) => peer.who === who)?.perSecond
  const [own, rspamd, spamd] = [rateOf('lurebook'), rateOf('rspamd'), rateOf('spamd')]
  if (own === undefined || rspamd === undefined || spamd === undefined) return { ...row, ...NOTHING }
  return {
    ...row,
    measured: `${figure(own / rspamd)} x rspamd, ${figure(own / spamd)} x spamd`,
    isMet: own >= 30 * rspamd && own >= 300 * spamd,
  }
}

function lureRow({ lures = [] }: Results): BudgetRow {
  const row = { what: '100,000 lures against 100', budget: '<= 1.5 x time a mail, <= 150 MB, <= 1 s to load' }
  const found = lures.find((one) => one.lures >= 100_000)
  if (!found) return { ...row, ...NOTHING }
  const { ratio, megabytes, parse, compile } = found
  const seconds = (parse + compile) / 1000
  return {
    ...row,
    measured: `${figure(ratio)} x, ${figure(megabytes)} MB, ${figure(seconds)} s`,
    isMet: ratio <= 1.5 && megabytes <= 150 && seconds <= 1,
  }
}

function hostileRow({ hostile }: Results): BudgetRow {
  const row = { what: 'any hostile mail up to 10 MB', budget: '<= 1 s, <= 300 MB, growth exponent <= 1.1' }
  if (!hostile) return { ...row, ...NOTHING }
  const { cases, milliseconds, megabytes, exponent, failed } = hostile
  return {
    ...row,
    measured: `worst of ${cases}: ${milliseconds} ms, ${megabytes} MB, ${figure(exponent)}`,
    isMet: failed === 0,
  }
}

function coldRow({ cold = [] }: Results): BudgetRow {
  const row = { what: 'import and first verdict', budget: '<= 80 ms over bare node' }
  const found = cold.at(-1)
  if (!found) return { ...row, ...NOTHING }
  const measured = `${figure(found.over)} ms (fastest ${figure(found.fastestOver)})`
  return { ...row, measured, isMet: found.over <= 80 }
}

function bundleRow({ bundles }: Results): BudgetRow {
  const row = { what: 'browser bundle, everything', budget: `<= ${BUNDLE_KB} KB gz` }
  const found = bundles?.targets.find(({ what }) => what === 'browser, everything')
  return found
    ? { ...row, measured: `${figure(found.gz)} KB gz`, isMet: found.gz <= BUNDLE_KB }
    : { ...row, ...NOTHING }
}

function scanRow({ scan = [] }: Results): BudgetRow {
  const row = { what: 'scan with two workers', budget: '>= 1.8 x one' }
  const found = scan.find(({ workers }) => workers === 2)
  if (!found) return { ...row, ...NOTHING }
  const measured = `${figure(found.gain)} x (${found.mails.toLocaleString('en')} mails)`
  return { ...row, measured, isMet: found.gain >= 1.8 }
}

function memoryRow({ memory = [] }: Results): BudgetRow {
  const row = { what: '1,000,000 mails', budget: `< ${MEMORY_MB} MB` }
  if (memory.length === 0) return { ...row, ...NOTHING }
  const measured = memory
    .map(({ what, mails, most }) => `${most} MB ${what} (${mails.toLocaleString('en')} mails)`)
    .join(', ')
  return { ...row, measured, isMet: memory.every(({ mails, most }) => mails >= 1_000_000 && most < MEMORY_MB) }
}
