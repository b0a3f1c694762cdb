/** Which mails of the repository can be evaluated as the measurement sets are? */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { MessageInput } from '../src/message/model.ts'
import { serviceMails } from '../test/support/service-mails.ts'
import { demoMails } from './demo-mails.ts'

/** A mail with what it is, in the name of its set: `phish…` is to be flagged, `ham…` is not. */
export interface FixtureMail {
  id: string
  from: string
  subject: string
  message: MessageInput
}

/** The mails of the repository by set: the documented lures as raw mails, near misses, and the mail-service theme. */
export function fixtureSets(): Map<string, FixtureMail[]> {
  const demo = demoMails().map(({ name, bytes }) => ({ id: name, from: '', subject: '', message: bytes }))
  const service = (file: string): FixtureMail[] =>
    serviceMails(file).map(({ id, message }) => {
      const { headers: _, ...fields } = message
      return { id, from: String(fields.from ?? ''), subject: fields.subject ?? '', message: fields }
    })
  const nearMisses = lureFiles().flatMap(({ id, legitimate = [] }) =>
    legitimate.map(({ subject = '', text }, i) => ({
      id: `${id} ${i + 1}`,
      from: '',
      subject,
      message: { subject, text },
    })),
  )
  return new Map([
    ['phish_documented', demo.filter((m) => !m.id.startsWith('warning'))],
    ['phish_service', service('service-lures.yaml')],
    ['phish_service_2', service('service-lures-2.yaml')],
    ['ham_warning', demo.filter((m) => m.id.startsWith('warning'))],
    ['ham_service', service('service-notices.yaml')],
    ['ham_service_2', service('service-notices-2.yaml')],
    ['ham_near_miss', nearMisses],
  ])
}

interface LureFile {
  id: string
  legitimate?: Array<{ subject?: string; text: string }>
}

function lureFiles(): LureFile[] {
  const folder = join(import.meta.dirname, '../corpus/lures')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => parse(readFileSync(join(folder, file), 'utf8')) as LureFile)
}
