import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hindrances } from '../../../scripts/release/ready.ts'

const right = {
  version: '0.1.0',
  publishConfig: { provenance: true },
  repository: { type: 'git', url: 'git+https://github.com/someone/lurebook.git' },
}

describe('a release', () => {
  it.each<[string, object]>([
    ['as npm writes it', right.repository],
    ['without git+', { url: 'https://github.com/someone/lurebook' }],
    ['as a shorthand', 'github:someone/lurebook' as never],
  ])('goes on when package.json names the repository %s', (_, repository) => {
    expect(hindrances({ ...right, repository })).toEqual([])
  })

  it.each<[string, object, string]>([
    ['no repository', { repository: undefined }, 'package.json names no repository'],
    ['a repository without an address', { repository: { type: 'git' } }, 'package.json names no repository'],
    ['a repository elsewhere', { repository: 'https://git.example/lurebook.git' }, 'no GitHub address'],
    ['no version yet', { version: '0.0.0' }, 'The version is 0.0.0'],
    ['no provenance', { publishConfig: { access: 'public' } }, 'publishConfig.provenance'],
    ['a private package', { private: true }, '"private": true'],
  ])('stops early with one clear sentence: %s', (_, change, sentence) => {
    expect(hindrances({ ...right, ...change })).toEqual([expect.stringContaining(sentence)])
  })

  it('asks this before it builds or publishes anything', () => {
    const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'))
    expect(scripts.release.split(' && ')[0]).toBe('tsx scripts/release/ready.ts')
  })
})
