import { describe, expect, it } from 'vitest'
import { type LureState, lureChanges, sectionOf, withSection } from '../../../scripts/release/lure-notes.ts'

const lure = (id: string, status = 'stable', replacedBy?: string): LureState => ({
  id,
  status,
  ...(replacedBy !== undefined && { replacedBy }),
})
const none = { added: [], retired: [], removed: [] }

describe('the lures of two releases', () => {
  it.each<[string, LureState[], LureState[], object]>([
    ['nothing changed', [lure('a/x')], [lure('a/x')], none],
    ['a new one', [lure('a/x')], [lure('a/x'), lure('a/y', 'experimental')], { ...none, added: ['a/y'] }],
    ['from experimental to stable', [lure('a/x', 'experimental')], [lure('a/x')], none],
    ['retired', [lure('a/x')], [lure('a/x', 'retired')], { ...none, retired: [{ id: 'a/x' }] }],
    [
      'retired and replaced',
      [lure('a/x')],
      [lure('a/x', 'retired', 'a/y'), lure('a/y')],
      { ...none, added: ['a/y'], retired: [{ id: 'a/x', replacedBy: 'a/y' }] },
    ],
    ['retired before', [lure('a/x', 'retired')], [lure('a/x', 'retired')], none],
    ['new and already retired', [], [lure('a/x', 'retired')], { ...none, retired: [{ id: 'a/x' }] }],
    ['gone', [lure('a/x')], [], { ...none, removed: ['a/x'] }],
    ['the first release', [], [lure('a/x'), lure('b/x')], { ...none, added: ['a/x', 'b/x'] }],
  ])('%s', (_, before, after, changes) => {
    expect(lureChanges(before, after)).toEqual(changes)
  })
})

describe('the section of the changelog', () => {
  it('lists added and retired ids by brand', () => {
    const changes = {
      added: ['b/z', 'a/y', 'b/c'],
      retired: [{ id: 'a/x', replacedBy: 'a/y' }, { id: 'a/w' }],
      removed: ['c/gone'],
    }
    expect(sectionOf(changes)).toBe(
      '### Lures\n\n- Added, a: a/y\n- Added, b: b/c, b/z\n- Retired, a: a/w, a/x (now a/y)\n- Removed, c: c/gone\n',
    )
  })

  it('is empty when no lure changed', () => {
    expect(sectionOf(none)).toBe('')
  })

  it('takes a brand whose id begins another one for itself', () => {
    expect(sectionOf({ ...none, added: ['jcb/x', 'jcb-card/x'] })).toBe(
      '### Lures\n\n- Added, jcb: jcb/x\n- Added, jcb-card: jcb-card/x\n',
    )
  })
})

describe('the changelog', () => {
  const changelog =
    '# lurebook\n\n## 0.2.0\n\n### Patch Changes\n\n- One.\n\n## 0.1.0\n\n### Lures\n\n- Added, a: a/old\n'
  const section = '### Lures\n\n- Added, a: a/y\n'

  it('gets the section at the end of the newest entry, and older entries stay', () => {
    expect(withSection(changelog, '0.2.0', section)).toBe(
      '# lurebook\n\n## 0.2.0\n\n### Patch Changes\n\n- One.\n\n### Lures\n\n- Added, a: a/y\n\n## 0.1.0\n\n### Lures\n\n- Added, a: a/old\n',
    )
  })

  it('gets it once when the step runs twice', () => {
    const once = withSection(changelog, '0.2.0', section)
    expect(withSection(once, '0.2.0', section)).toBe(once)
  })

  it('stays as it is without changes of lures', () => {
    expect(withSection(changelog, '0.2.0', '')).toBe(changelog)
  })

  it('gets it in the only entry', () => {
    expect(withSection('# lurebook\n\n## 0.1.0\n\n- One.\n', '0.1.0', section)).toBe(
      `# lurebook\n\n## 0.1.0\n\n- One.\n\n${section}`,
    )
  })

  it('must have an entry for the version', () => {
    expect(() => withSection(changelog, '0.2', section)).toThrow('no entry for 0.2')
  })
})
