/** Which mails does a change have to answer for? Those of the repository, and the measurement data where it is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parse } from 'yaml'
import type { MessageFields } from '../../src/message/model.ts'
import { type ServiceMail, serviceMails } from '../../test/support/service-mails.ts'
import type { YamlLure } from '../corpus/types.ts'
import { sampleMails, warningNotice } from '../demo-mails.ts'
import { messageOf, readSets } from '../shared-data.ts'
import type { Kind, Mail } from './compare.ts'

/** A mail with its content, as JSON can carry it. */
export interface MailInput extends Mail {
  base64?: string
  fields?: MessageFields
  /** The server whose Authentication-Results count. */
  trustedAuthserv?: string
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/**
 * The mails of a tree.
 *
 * @param root a folder that holds corpus/ and test/; what it lacks is left out
 */
export function repositoryMails(root: string): MailInput[] {
  return [...lureMails(root), ...notice(root), ...fixtures(root)]
}

/** The warning that quotes the lures. */
function notice(root: string): MailInput[] {
  if (!existsSync(join(root, 'test/mails/seed-notice.txt'))) return []
  const { name, bytes } = warningNotice(root)
  return [{ id: name, source: 'demo mails', kind: 'legitimate', base64: base64(bytes) }]
}

/** Every sample and near miss of every lure, as the pasted text and, for samples, as the mail that the demo makes of it. */
function lureMails(root: string): MailInput[] {
  const folder = join(root, 'corpus/lures')
  if (!existsSync(folder)) return []
  const brands = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return brands
    .map(({ name }) => name)
    .sort()
    .flatMap((brand) => {
      const files = readdirSync(join(folder, brand))
        .filter((name) => name.endsWith('.yaml'))
        .sort()
      const pasted = files.flatMap((file) => {
        const lure = parse(readFileSync(join(folder, brand, file), 'utf8')) as YamlLure
        const subject = lure.subjects[0] ?? ''
        return [
          ...(lure.samples ?? []).map(
            (sample, i): MailInput => ({
              id: `${lure.id} sample ${i + 1}`,
              source: 'lure samples',
              kind: 'lure',
              lure: lure.id,
              fields: { subject: sample.subject ?? subject, text: sample.text },
            }),
          ),
          ...(lure.legitimate ?? []).map(
            ({ subject = '', text }, i): MailInput => ({
              id: `${lure.id} legitimate ${i + 1}`,
              source: 'near misses',
              kind: 'legitimate',
              fields: { subject, text },
            }),
          ),
        ]
      })
      const raw = sampleMails(brand, root).map(({ name, bytes }): MailInput => {
        return { id: `${brand}/${name}`, source: 'demo mails', kind: 'lure', base64: base64(bytes) }
      })
      return [...pasted, ...raw]
    })
}

/** Where `serviceMails` looks. */
const OWN = join(import.meta.dirname, '../../test/mails')
/** Kinds of the entries in test/mails. */
const KINDS: Record<ServiceMail['kind'], Kind> = { lure: 'lure', notice: 'legitimate', warning: 'legitimate' }

/** The mails that stand as YAML in test/mails: without authentication, and with it where it is given. */
function fixtures(root: string): MailInput[] {
  const folder = join(root, 'test/mails')
  if (!existsSync(folder)) return []
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
  return files.flatMap((file) =>
    serviceMails(relative(OWN, join(folder, file))).flatMap(({ id, kind, message }) => {
      const { headers, ...fields } = message
      const mail = { id: `${file} ${id}`, source: 'test/mails', kind: KINDS[kind] }
      const authenticated = {
        ...mail,
        id: `${mail.id} (authenticated)`,
        fields: message,
        trustedAuthserv: 'mx.client.example.jp',
      }
      return [{ ...mail, fields }, ...(headers ? [authenticated] : [])]
    }),
  )
}

/** The measurement mails. Their texts are other people's: only ids ever leave the comparison. */
export function measuredMails(shared: string): MailInput[] {
  return [...readSets(shared)].flatMap(([set, rows]) =>
    rows.map((row): MailInput => {
      const message = messageOf(shared, row)
      const kind = set.startsWith('phish') ? 'lure' : set.startsWith('ham') ? 'legitimate' : 'other'
      const content = message instanceof Uint8Array ? { base64: base64(message) } : { fields: message as MessageFields }
      return { id: `${set} ${row.id}`, source: 'measurement data', kind, ...content }
    }),
  )
}

/**
 * The mails of both trees: those of the changed one, marked where the other lacks them, and those that the change takes
 * away, as a lost sample must not hide a lost verdict. A mail that changed is in it twice.
 */
export function mailsOfBoth(before: MailInput[], after: MailInput[]): MailInput[] {
  const contentOf = ({ id, base64, fields }: MailInput): string => JSON.stringify([id, base64, fields])
  const [old, current] = [new Set(before.map(contentOf)), new Set(after.map(contentOf))]
  return [
    ...after.map((mail) => (old.has(contentOf(mail)) ? mail : { ...mail, added: true })),
    ...before
      .filter((mail) => !current.has(contentOf(mail)))
      .map((mail) => ({ ...mail, id: `${mail.id} (as it was)` })),
  ]
}
