/** Does a lure hold no live host? Links are shapes, samples are on .example; nobody opens a lure by reading the corpus. */
import { findLinks } from '../../../src/link/find.ts'
import type { YamlHosts } from '../types.ts'
import { type Check, type FilesInput, type Finding, filesOf, linesOf } from './check.ts'
import { ownersAbove, ownersOf } from './owners.ts'
import { isReserved } from './reserved.ts'

const KEYS = ['subjects', 'senders', 'phrases', 'samples', 'legitimate', 'notes'] as const

export const defanged: Check<FilesInput> = {
  id: 'defanged',
  title: { ja: '生きたホスト名があります', en: 'a live host' },
  run({ files, chosen }) {
    const owners = ownersOf(files)
    const isBrands = (host: string): boolean => ownersAbove(owners, host).length > 0
    // a lure that leads through a shortener is told by it
    const services = new Set(
      filesOf<YamlHosts>(files, 'hosts').flatMap(({ data }) => data.hosts.map((host) => host.split('/')[0]!)),
    )
    return chosen
      .filter(({ kind }) => kind === 'lure')
      .flatMap((source): Finding[] => {
        const wrong = (path: Finding['path'], found: string): Finding => ({
          source,
          path,
          expected: {
            ja: 'ホストは {host}、.example のどれか、またはブランドの公式ドメイン',
            en: 'the host as {host}, on .example, or an official domain of a brand',
          },
          example: 'https://{host}/jp/{provider-domain}?uid={victim}',
          found,
        })
        const links = linesOf(source.data, ['links']).flatMap(({ path, text }) => {
          const host = hostOfShape(text)
          return host.includes('{') || isReserved(host) || services.has(host) ? [] : [wrong(path, host)]
        })
        const lines = linesOf(source.data, KEYS).flatMap(({ path, text }) => {
          const hosts = path[0] === 'senders' ? [senderHost(text)] : hostsIn(text)
          const live = hosts.find((host) => !isShape(host) && !isReserved(host) && !isBrands(host))
          return live === undefined ? [] : [wrong(path, live)]
        })
        return [...links, ...lines]
      })
  },
}

const isShape = (host: string): boolean => host === '' || host.includes('*') || host.includes('{')

/** `https://www.{host}/x` leads to `www.{host}`; a shape without a scheme is a path. */
function hostOfShape(shape: string): string {
  const at = shape.indexOf('://')
  if (at < 0) return '{host}'
  const rest = shape.slice(at + 3)
  const end = rest.search(/[/?#]/)
  return (end < 0 ? rest : rest.slice(0, end)).toLowerCase()
}

/** `KAGOYA <*@kir.jp>` and `info@kagoya.net`. */
function senderHost(sender: string): string {
  const at = sender.lastIndexOf('@')
  return at < 0
    ? ''
    : sender
        .slice(at + 1)
        .replace(/>.*$/, '')
        .trim()
        .toLowerCase()
}

function hostsIn(text: string): string[] {
  return findLinks(text).links.flatMap(({ url, masked }) => {
    if (masked || url.startsWith('mailto:') || !URL.canParse(url)) return []
    return [new URL(url).hostname]
  })
}
