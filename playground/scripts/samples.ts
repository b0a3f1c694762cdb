/** Which mails does the playground hold? The demo mails, and three of the project's own that show what those do not. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoMails } from '../../scripts/demo-mails.ts'
import { SAMPLE_NAMES, type SampleName } from '../src/samples.ts'

const FOLDER = join(import.meta.dirname, '../samples')

/** Base64 of each raw mail. */
export function playgroundSamples(): Record<SampleName, string> {
  const demos = new Map(demoMails().map(({ name, bytes }) => [name.replace(/\.eml$/, ''), bytes]))
  const entries = SAMPLE_NAMES.map((name) => {
    const bytes = demos.get(name) ?? readFileSync(join(FOLDER, `${name}.eml`))
    return [name, Buffer.from(bytes).toString('base64')]
  })
  return Object.fromEntries(entries) as Record<SampleName, string>
}
