/** Which lures does a release add and retire? The lines of the changelog that say so. */

/** What of a lure file counts here. */
export interface LureState {
  id: string
  status: string
  replacedBy?: string
}

/** Differences of two corpora, by id. */
export interface LureChanges {
  added: string[]
  retired: Array<{ id: string; replacedBy?: string }>
  /** Ids that are gone: a major release, as an id is never taken back otherwise. */
  removed: string[]
}

/** Compares the lures of two releases. */
export function lureChanges(before: LureState[], after: LureState[]): LureChanges {
  const known = new Map(before.map((lure) => [lure.id, lure]))
  const left = new Set(after.map(({ id }) => id))
  return {
    added: after.filter(({ id, status }) => !known.has(id) && status !== 'retired').map(({ id }) => id),
    retired: after
      .filter(({ id, status }) => status === 'retired' && known.get(id)?.status !== 'retired')
      .map(({ id, replacedBy }) => ({ id, ...(replacedBy !== undefined && { replacedBy }) })),
    removed: before.filter(({ id }) => !left.has(id)).map(({ id }) => id),
  }
}

const HEADING = '### Lures'

/** The section of the changelog: one line a brand; empty when no lure changed. */
export function sectionOf({ added, retired, removed }: LureChanges): string {
  const lines = [
    ...byBrand('Added', added, (id) => id),
    ...byBrand(
      'Retired',
      retired.map(({ id }) => id),
      (id) => {
        const replacedBy = retired.find((lure) => lure.id === id)?.replacedBy
        return replacedBy === undefined ? id : `${id} (now ${replacedBy})`
      },
    ),
    ...byBrand('Removed', removed, (id) => id),
  ]
  return lines.length === 0 ? '' : `${HEADING}\n\n${lines.join('\n')}\n`
}

function byBrand(what: string, ids: string[], text: (id: string) => string): string[] {
  const brands = [...new Set(ids.map((id) => id.split('/')[0]!))].sort()
  return brands.map((brand) => {
    const own = ids.filter((id) => id.startsWith(`${brand}/`)).sort()
    return `- ${what}, ${brand}: ${own.map(text).join(', ')}`
  })
}

/**
 * Puts the section at the end of a version's entry, in place of one that stands there.
 *
 * @param changelog as changesets writes it: `## 1.2.3`, then `### Patch Changes` and so on
 * @throws Error when the changelog has no such version
 */
export function withSection(changelog: string, version: string, section: string): string {
  const heading = `\n## ${version}\n`
  const start = changelog.indexOf(heading)
  if (start < 0) throw new Error(`CHANGELOG.md has no entry for ${version}`)
  const next = changelog.indexOf('\n## ', start + heading.length)
  const end = next < 0 ? changelog.length : next
  const entry = changelog.slice(start, end)
  const old = entry.indexOf(`\n${HEADING}\n`)
  const kept = (old < 0 ? entry : entry.slice(0, old)).trimEnd()
  const whole = section === '' ? `${kept}\n` : `${kept}\n\n${section}`
  return changelog.slice(0, start) + whole + changelog.slice(end)
}
