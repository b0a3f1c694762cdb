/** How does the playground become one file? Script, style and sample mails go into index.html, and its policy allows just those. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { playgroundSamples } from './samples.ts'

const HOME = join(import.meta.dirname, '..')
const ROOT = join(HOME, '..')
export const PAGE = join(HOME, 'dist/index.html')

/**
 * Nothing may be loaded, sent or framed; only this script and this style run, and no string becomes HTML or script
 * (Trusted Types). `{script}` and `{style}` are their hashes.
 */
const POLICY = [
  "default-src 'none'",
  "script-src '{script}'",
  "style-src '{style}'",
  'img-src data:',
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`

function bundle(entry: string, define: Record<string, string> = {}): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(HOME, entry)],
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    format: 'iife',
    platform: 'browser',
    target: ['es2022', 'chrome123', 'firefox120', 'safari17.5'],
    alias: { '#codec': join(ROOT, 'src/message/codec.web.ts') },
    // tldts names its tree-shakable build by `module` alone.
    mainFields: ['module', 'main'],
    define,
    logLevel: 'warning',
  })
  const text = outputFiles[0]!.text.trim()
  // Any of these would end the element early, or be changed by the HTML parser, so that the hash no longer fits.
  const bad = /<\/?(?:script|style)|[\0\r]/i.exec(text)
  if (bad) throw new Error(`${entry}: the bundle holds ${JSON.stringify(bad[0])}`)
  return text
}

/** Writes `playground/dist/index.html`. */
export function buildPlayground(): void {
  const script = bundle('src/main.ts', { SAMPLE_MAILS: JSON.stringify(playgroundSamples()) })
  const style = bundle('style/index.css')
  const policy = POLICY.replace('{script}', hashOf(script)).replace('{style}', hashOf(style))
  const html = readFileSync(join(HOME, 'index.html'), 'utf8')
    .replace('content="default-src \'none\'"', () => `content="${policy}"`)
    .replace('<style></style>', () => `<style>${style}</style>`)
    .replace('<script></script>', () => `<script>${script}</script>`)
  rmSync(join(HOME, 'dist'), { recursive: true, force: true })
  mkdirSync(join(HOME, 'dist'))
  writeFileSync(PAGE, html)
}

if (process.argv[1]?.endsWith('playground/scripts/build.ts')) {
  buildPlayground()
  console.log(`playground/dist/index.html: ${Math.round(readFileSync(PAGE).length / 1000)} KB`)
}
