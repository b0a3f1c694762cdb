/**
 * What does one tree say of the mails? Runs that tree's own `classify`, knows nothing else of it, and writes a verdict a mail.
 *
 * Usage, with the tree as working directory: tsx collect.ts MAILS.json VERDICTS.json
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Judged } from './compare.ts'
import type { MailInput } from './mails.ts'

/** The part of the public API that every tree is expected to have. */
interface Face {
  classify(
    message: unknown,
    options?: { trustedAuthserv?: string },
  ): { label: Judged['label']; lures: Array<{ id: string }> }
}

const [mails = '', verdicts = ''] = process.argv.slice(2)
const { classify } = (await import(pathToFileURL(join(process.cwd(), 'src/index.ts')).href)) as Face
const judge = ({ base64, fields, trustedAuthserv }: MailInput): Judged => {
  try {
    const message = base64 === undefined ? fields : new Uint8Array(Buffer.from(base64, 'base64'))
    const { label, lures } = classify(message, trustedAuthserv === undefined ? {} : { trustedAuthserv })
    return { label, lures: lures.map(({ id }) => id) }
  } catch {
    // The message of the exception could quote the mail.
    return { label: 'threw', lures: [] }
  }
}
writeFileSync(verdicts, JSON.stringify((JSON.parse(readFileSync(mails, 'utf8')) as MailInput[]).map(judge)))
