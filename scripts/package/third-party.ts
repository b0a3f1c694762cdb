/** Whose code is inside dist, and what do their licences ask to be said? Writes THIRD-PARTY-NOTICES.md. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package whose code is part of our files. */
export interface Bundled {
  name: string
  version: string
  license: string
  /** The text of its licence file. */
  text: string
}

/** What esbuild writes above each module it takes in: `// node_modules/tldts/dist/es6/index.js`. */
const MODULE = /^\/\/ (?:.*\/)?node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm

/** What a licence file does not say by itself. */
const REMARKS: Record<string, string> = {
  tldts:
    'Its data is compiled from the Public Suffix List (https://publicsuffix.org/list/), which is subject to the terms of ' +
    'the Mozilla Public License, v. 2.0 (https://mozilla.org/MPL/2.0/).',
}

/**
 * Names of the packages whose modules stand in a bundle.
 *
 * @param code an unminified file that esbuild wrote
 */
export function packagesIn(code: string): string[] {
  return [...new Set([...code.matchAll(MODULE)].map(([, name]) => name!))].sort()
}

/**
 * Reads what a package says of itself.
 *
 * @throws Error when it has no licence file, or several
 */
export function readPackage(nodeModules: string, name: string): Bundled {
  const folder = join(nodeModules, name)
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i.test(file))
  if (files.length !== 1 || !version || !license)
    throw new Error(`${name}: expected a version, a licence and one licence file, found ${files.join(', ') || 'none'}`)
  return { name, version, license, text: readFileSync(join(folder, files[0]!), 'utf8') }
}

/** The notices as Markdown: the same packages give the same bytes, in whatever order they come. */
export function noticesOf(packages: Bundled[]): string {
  const sorted = [...packages].sort((a, b) => (a.name < b.name ? -1 : 1))
  const parts = sorted.map(({ name, version, license, text }) =>
    [
      `## ${name} ${version} (${license})`,
      ...(REMARKS[name] ? [REMARKS[name]] : []),
      `\`\`\`text\n${text.replaceAll('\r\n', '\n').trim()}\n\`\`\``,
    ].join('\n\n'),
  )
  return `${['# Third-party notices', 'The files in `dist` contain code of these packages.', ...parts].join('\n\n')}\n`
}

if (process.argv[1]?.endsWith('third-party.ts')) {
  const root = join(import.meta.dirname, '../..')
  const code = readdirSync(join(root, 'dist'))
    .filter((file) => /\.c?js$/.test(file))
    .map((file) => readFileSync(join(root, 'dist', file), 'utf8'))
  const names = packagesIn(code.join('\n'))
  // Without any, the bundles were minified and the module lines are gone: the notices would be empty and wrong.
  if (names.length === 0) throw new Error('dist names no bundled package; build it unminified')
  const packages = names.map((name) => readPackage(join(root, 'node_modules'), name))
  writeFileSync(join(root, 'THIRD-PARTY-NOTICES.md'), noticesOf(packages))
}
