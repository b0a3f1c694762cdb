/** Does an editor that opens a corpus file know its schema, and say what each key means in Japanese and English? */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const SCHEMAS = join(ROOT, 'corpus/schema')
const KINDS = ['brand', 'hosts', 'lure', 'phrases', 'pretext']
const read = (path: string): string => readFileSync(path, 'utf8')

const COMMON = JSON.parse(read(join(SCHEMAS, 'common.schema.json'))).definitions as Record<string, Property>

interface Property {
  description?: string
  $ref?: string
}

/** What an editor shows: the property's own words, else those of what it refers to. */
const saidOf = ({ description, $ref }: Property): string =>
  description ?? COMMON[/^common\.schema\.json#\/definitions\/(\w+)$/.exec($ref ?? '')?.[1] ?? '']?.description ?? ''

/** Keys of a schema, however deep, whose descriptions lack one of the languages. */
function undescribed(schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key !== 'properties') return undescribed(value, path)
    return Object.entries(value as Record<string, Property>).flatMap(([name, property]) => {
      const text = saidOf(property)
      const isSaid = /[\u3040-\u30ff\u4e00-\u9fff]/.test(text) && /[A-Za-z]{3}/.test(text)
      return [...(isSaid ? [] : [`${path}${name}: ${text}`]), ...undescribed(property, `${path}${name}.`)]
    })
  })
}

describe('an editor', () => {
  it.each(KINDS)('is told what each key of a %s file means, in both languages', (kind) => {
    const schema = JSON.parse(read(join(SCHEMAS, `${kind}.schema.json`)))
    expect(schema.description).toMatch(/[\u3040-\u30ff\u4e00-\u9fff].*[A-Za-z]{3}/)
    expect(undescribed(schema)).toEqual([])
  })

  it('finds the schema of each kind by the folder, in Visual Studio Code', () => {
    const { 'yaml.schemas': mapped } = JSON.parse(read(join(ROOT, '.vscode/settings.json')))
    expect(Object.keys(mapped).sort()).toEqual(KINDS.map((kind) => `./corpus/schema/${kind}.schema.json`))
  })

  it('finds it by the first line of each file, in others', () => {
    const files = readdirSync(join(ROOT, 'corpus'), { recursive: true, encoding: 'utf8' }).filter((f) =>
      f.endsWith('.yaml'),
    )
    expect(files.length).toBeGreaterThan(400)
    for (const file of files) {
      const [, named] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(read(join(ROOT, 'corpus', file))) ?? []
      expect(
        KINDS.map((kind) => join(SCHEMAS, `${kind}.schema.json`)),
        file,
      ).toContain(join(ROOT, 'corpus', file, '..', named ?? ''))
    }
  })
})
