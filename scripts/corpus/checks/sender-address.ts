/** Does a lure's sender keep who stands before the @? Only an office may stay: of a brand's own host, or of none. */
import { isRole } from '../personal/role.ts'
import { shorten } from '../problem.ts'
import type { YamlBrand } from '../types.ts'
import { type Check, type FilesInput, type Finding, filesOf, linesOf } from './check.ts'
import { namesOf, officesOf } from './offices.ts'
import { isReserved } from './reserved.ts'

/** Neighbours differ, so each place costs a bounded number of steps. */
const ADDRESS = /[^\s<>"'@,;:()[\]]{1,64}@[^\s<>"'@,;:()[\]]{1,253}/g

export const senderAddress: Check<FilesInput> = {
  id: 'sender-address',
  title: { ja: '差出人の @ より前が伏せてありません', en: 'what stands before the @ of a sender is not blotted out' },
  run({ files, chosen }) {
    const offices = officesOf(files)
    const brands = new Map(filesOf<YamlBrand>(files, 'brand').map(({ data }) => [data.id, data]))
    return chosen
      .filter(({ kind }) => kind === 'lure')
      .flatMap((source): Finding[] => {
        const names = namesOf(brands.get(String(source.data.brand)))
        const isOpen = (address: string): boolean => {
          const at = address.indexOf('@')
          const local = address.slice(0, at)
          const host = address.slice(at + 1).toLowerCase()
          if (/^[*._-]*$/.test(local.replaceAll(/\{[\w-]*\}/g, ''))) return true
          // a host that is nobody's: the shape of the forgery may stay
          if (/[*{]/.test(host) || isReserved(host)) return isRole(local, names, 'some')
          return offices.isOpen(address)
        }
        return linesOf(source.data, ['senders']).flatMap(({ path, text }) => {
          const plain = text.normalize('NFKC')
          const found = [...plain.matchAll(ADDRESS)].map(([address]) => address).find((address) => !isOpen(address))
          if (found === undefined) return []
          const host = found.slice(found.indexOf('@') + 1).toLowerCase()
          const mended = plain.replace(found, () => `*@${offices.isBrands(host) ? host : '*'}`)
          return [
            {
              source,
              path,
              expected: {
                ja: '@ より前は *(ブランド自身のホストの info や no-reply など、役割の名前は残せる)',
                en: '* before the @; a role such as info or no-reply may stay before the brand’s own host',
              },
              example: `'${mended.replaceAll("'", "''")}'`,
              found: shorten(found),
            },
          ]
        })
      })
  },
}
