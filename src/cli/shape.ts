/** Where does a value depart from a JSON Schema? Of the schema language only what `schema/corpus.schema.json` uses. */
import type { Flaw, TypeName } from './flaw.ts'

/** The part of JSON Schema (draft 7) that is read here. */
export interface Schema {
  type?: string
  const?: unknown
  enum?: readonly unknown[]
  anyOf?: readonly Schema[]
  required?: readonly string[]
  properties?: Readonly<Record<string, Schema>>
  items?: Schema
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  $ref?: string
}

/** A schema with the definitions that its references name. */
export interface RootSchema extends Schema {
  definitions: Readonly<Record<string, Schema>>
}

/**
 * What is wrong with the shape of a value. Unlike JSON Schema it takes no key that the schema does not name: a key that is
 * spelled wrong says nothing, and nobody would notice.
 *
 * @param value parsed JSON
 * @returns all flaws in the order of the value
 */
export function shapeFlaws(value: unknown, root: RootSchema): Flaw[] {
  const flaws: Flaw[] = []
  look(value, root, '', root, flaws)
  return flaws
}

function look(value: unknown, written: Schema, path: string, root: RootSchema, flaws: Flaw[]): void {
  const schema = resolved(written, root)
  if (schema.anyOf) {
    const branches = schema.anyOf.map((branch) => resolved(branch, root))
    const branch = branches.find(({ type }) => isOfType(value, type))
    if (branch) look(value, branch, path, root, flaws)
    else flaws.push({ kind: 'type', path, types: branches.map(typeOf), found: value })
  } else if ('const' in schema) {
    if (value !== schema.const) flaws.push({ kind: 'schema', path, expected: schema.const, found: value })
  } else if (schema.enum) {
    if (!schema.enum.includes(value)) flaws.push({ kind: 'one-of', path, values: schema.enum, found: value })
  } else if (!isOfType(value, schema.type)) {
    flaws.push({ kind: 'type', path, types: [typeOf(schema)], found: value })
  } else if (typeof value === 'string') {
    within(value.length, 'characters', schema.minLength, schema.maxLength, path, flaws)
  } else if (typeof value === 'number') {
    const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema
    if (value < minimum || value > maximum)
      flaws.push({ kind: 'range', path, min: minimum, max: maximum, found: value })
  } else if (Array.isArray(value)) {
    within(value.length, 'entries', schema.minItems, schema.maxItems, path, flaws)
    const { items } = schema
    if (items) for (const [i, entry] of value.entries()) look(entry, items, `${path}[${i}]`, root, flaws)
  } else if (typeof value === 'object' && value !== null) {
    keys(value as Record<string, unknown>, schema, path, root, flaws)
  }
}

function keys(value: Record<string, unknown>, schema: Schema, path: string, root: RootSchema, flaws: Flaw[]): void {
  const { properties = {}, required = [] } = schema
  for (const key of required) {
    if (!Object.hasOwn(value, key)) flaws.push({ kind: 'missing', path: below(path, key), key })
  }
  for (const [key, entry] of Object.entries(value)) {
    // editors find the schema of a file by `$schema` at its head
    if (path === '' && key === '$schema') continue
    const of = Object.hasOwn(properties, key) ? properties[key] : undefined
    if (of) look(entry, of, below(path, key), root, flaws)
    else flaws.push({ kind: 'unknown-key', path: below(path, key), key, keys: Object.keys(properties) })
  }
}

function within(
  length: number,
  of: 'characters' | 'entries',
  min = 0,
  max = Number.POSITIVE_INFINITY,
  path: string,
  flaws: Flaw[],
): void {
  if (length < min || length > max) flaws.push({ kind: 'length', path, of, min, max, length })
}

const below = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)

function resolved(schema: Schema, root: RootSchema): Schema {
  const of = schema.$ref === undefined ? undefined : root.definitions[schema.$ref.slice('#/definitions/'.length)]
  return of ?? schema
}

const typeOf = ({ type }: Schema): TypeName => (type ?? 'object') as TypeName

function isOfType(value: unknown, type: string | undefined): boolean {
  if (type === undefined) return true
  if (type === 'array') return Array.isArray(value)
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return typeof value === type
}
