/** Can this package be released at all? `npm run release` asks first, before it builds anything. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What keeps a package from being released.
 *
 * @param manifest parsed package.json
 * @returns one sentence each; empty when nothing does
 */
export function hindrances(manifest: Record<string, unknown>): string[] {
  const { repository, version, publishConfig, private: isPrivate } = manifest
  const url = typeof repository === 'string' ? repository : (repository as { url?: unknown } | undefined)?.url
  const found: string[] = []
  if (isPrivate === true) found.push('package.json says "private": true.')
  if (version === '0.0.0') found.push('The version is 0.0.0: take the version step first (npm run release:version).')
  if ((publishConfig as { provenance?: unknown } | undefined)?.provenance !== true)
    found.push('publishConfig.provenance in package.json is not true: nobody could tell where the package was built.')
  if (typeof url !== 'string' || url === '')
    found.push(
      'package.json names no repository: npm refuses a package with provenance unless `repository` is the one that the ' +
        'release workflow runs in. Add "repository": { "type": "git", "url": "git+https://github.com/OWNER/NAME.git" }.',
    )
  else if (!/^(?:git\+)?https:\/\/github\.com\/[\w.-]+\/[\w.-]+$|^github:[\w.-]+\/[\w.-]+$/.test(url))
    found.push(`repository in package.json is no GitHub address, and the release workflow runs there: ${url}`)
  return found
}

if (process.argv[1]?.endsWith('ready.ts')) {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
  const found = hindrances(manifest as Record<string, unknown>)
  for (const sentence of found) console.error(`release: ${sentence}`)
  process.exitCode = found.length > 0 ? 1 : 0
}
