/** The documented lures of the seed notice as drafts, taken from the corpus. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Draft } from './build-mail.ts'

const FOLDER = join(import.meta.dirname, '../../corpus/lures/kagoya')
/** Senders the notice shows. */
const SENDERS: Record<string, Draft['from']> = {
  'mailbox-almost-full': { name: 'KAGOYA JAPAN Inc.', address: 'support01@kir.jp' },
  'server-failure': { name: 'Kagoya Japan', address: 'info@kagoya.jp' },
  'upgrade-held-mail': { name: '', address: 'info@kagoya.net' },
  'service-outage': { name: 'Kagoya', address: 'info@kagoya.net' },
  'mailbox-over-limit': { name: 'カゴヤウェブメールサービス', address: 'webmaster@mail.example.org' },
  'server-maintenance-upgrade': { name: 'KAGOYA JAPAN Inc.', address: 'info@kagoya.jp' },
}

/** One draft for each sample text. */
export function kagoyaLures(): Array<{ id: string; sample: number; draft: Draft }> {
  return readdirSync(FOLDER)
    .sort()
    .flatMap((file) => {
      const lure = parse(readFileSync(join(FOLDER, file), 'utf8')) as {
        id: string
        subjects: string[]
        samples: Array<{ subject?: string; text: string }>
      }
      const name = file.replace('.yaml', '')
      return lure.samples.map((s, sample) => {
        const url = /https?:\/\/\S+/.exec(s.text)?.[0]
        const link = url ?? 'https://forms.example.org/upgrade/login.html'
        const lines = s.text
          .trimEnd()
          .split('\n')
          .map((line) => (line.trim() === url ? '@LINK@' : line))
        const call = lines.findIndex((line) => line.startsWith('今すぐアップグレードするにはここ'))
        if (call >= 0) lines[call] = '@LINK@'
        return {
          id: lure.id,
          sample,
          draft: {
            from: SENDERS[name] as Draft['from'],
            to: 'user@customer.example',
            subject: s.subject ?? lure.subjects[0] ?? '',
            lines,
            link,
            call: '今すぐアップグレードするにはここをクリックしてください!',
          },
        }
      })
    })
}
