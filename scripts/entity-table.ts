/** How is the table of named references made? Run `npm run entity:table` after an update of `entities`; it writes src/text/entity.data.ts. */
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { DecodingMode, EntityDecoder, htmlDecodeTree } from 'entities/decode'

const NAME_UNITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** The names of HTML's references, with what they stand for; those that need no semicolon are there without one too. */
export function readEntities(): Map<string, string> {
  const found = new Map<string, string>()
  let value = ''
  const decoder = new EntityDecoder(htmlDecodeTree, (code) => {
    value += String.fromCodePoint(code)
  })
  const consumed = (text: string, mode: DecodingMode): number => {
    value = ''
    decoder.startEntity(mode)
    return decoder.write(text, 0)
  }
  const grow = (start: string): void => {
    for (const unit of NAME_UNITS) {
      const name = start + unit
      if (consumed(name, DecodingMode.Legacy) >= 0) continue // no name starts so
      if (consumed(`${name};`, DecodingMode.Strict) === name.length + 2) found.set(`${name};`, value)
      if (consumed(`${name} `, DecodingMode.Legacy) === name.length + 1) found.set(name, value)
      grow(name)
    }
  }
  grow('')
  return found
}

/**
 * Writes the names in the order of what they stand for: for each character the distance to the one before (none for 1),
 * its names, parted by commas, one that needs no semicolon with a `!`, and a `+` with the second character where there are
 * two. In that order names that are alike stand together, which compresses best.
 */
export function packEntities(entities: Map<string, string>): string {
  const names = new Map<string, string[]>()
  for (const [name, value] of entities) {
    if (!name.endsWith(';')) continue
    const bare = name.slice(0, -1)
    const list = names.get(value) ?? []
    list.push(entities.has(bare) ? `${bare}!` : bare)
    names.set(value, list)
  }
  const values = [...names.keys()].sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)! || (a < b ? -1 : 1))
  let last = 0
  return values
    .map((value) => {
      const [first = '', second] = [...value]
      const step = first.codePointAt(0)! - last
      last += step
      const list = names.get(value)!.sort((a, b) => (a < b ? -1 : 1))
      return `${step === 1 ? '' : step}${list.join(',')}${second === undefined ? '' : `+${second.codePointAt(0)}`}`
    })
    .join(' ')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const packed = packEntities(readEntities())
  const lines = (packed.match(/.{1,110}/gs) ?? []).map((line) => `  '${line}'`).join(' +\n')
  writeFileSync(
    new URL('../src/text/entity.data.ts', import.meta.url),
    `/** What do the named references of HTML stand for (13.5)? Made by scripts/entity-table.ts; do not edit. */\nexport const ENTITIES: string =\n${lines}\n`,
  )
  console.log(`${packed.length} characters`)
}
