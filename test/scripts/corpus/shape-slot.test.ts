/** Does an unknown slot say which ones there are, and which was meant? */
import { expect, it } from 'vitest'
import { shapeSlot } from '../../../scripts/corpus/checks/shape-slot.ts'
import type { SourceFile } from '../../../scripts/corpus/source.ts'

const place = () => ({ line: 1, column: 1 })
const lure = (link: string): SourceFile =>
  ({ kind: 'lure', file: 'a', data: { links: [link] }, placeOf: place, keyPlaceOf: place }) as unknown as SourceFile
const findingsOf = (link: string) => shapeSlot.run({ files: [], chosen: [lure(link)] })

it.each([
  ['{victm}', '{victim}'],
  ['{hsot}', '{host}'],
  ['{Provider_Domain}', '{provider-domain}'],
  ['{ token }', '{token}'],
  ['｛num｝', '{num}'],
  ['{email}', "'https://{host}/{provider-domain}?uid={victim}'"],
  ['{', "'https://{host}/{provider-domain}?uid={victim}'"],
])('for %s the example is %s', (slot, example) => {
  expect(findingsOf(`https://{host}/${slot}`).map((finding) => finding.example)).toEqual([example])
})

it('all known slots are named with their meaning, in both languages', () => {
  expect(findingsOf('{x}')[0]?.expected).toEqual({
    ja: '{host} ホスト名、{provider-domain} ブランドのドメイン、{brand-domain} 似せたドメイン、{brand} ブランド名、{victim} 受信者、{token} 意味のない文字列、{num} 数字、{date} 日付、{noise} 紛れ込ませた文字',
    en: '{host} a host, {provider-domain} the brand’s domain, {brand-domain} one made to look like it, {brand} a brand’s name, {victim} the recipient, {token} letters without meaning, {num} digits, {date} a date, {noise} filling',
  })
})
