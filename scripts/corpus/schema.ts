/** Does a corpus file follow its JSON Schema? */
import { readFileSync } from 'node:fs'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import type { Problem } from './problem.ts'
import { shorten } from './problem.ts'
import type { SourceFile } from './source.ts'

/** Kinds of corpus files, named like their schemas. */
export type Kind = 'brand' | 'pretext' | 'phrases' | 'hosts' | 'lure'

let validators: Map<Kind, ValidateFunction> | undefined

function schemaOf(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../../corpus/schema/${name}.schema.json`, import.meta.url), 'utf8'))
}

function validatorOf(kind: Kind): ValidateFunction {
  if (!validators) {
    const ajv = new Ajv({ allErrors: true, strictTypes: false, verbose: true })
    ajv.addSchema(schemaOf('common'), 'common.schema.json')
    validators = new Map()
    for (const name of ['brand', 'pretext', 'phrases', 'hosts', 'lure'] as const)
      validators.set(name, ajv.compile(schemaOf(name)))
  }
  return validators.get(kind)!
}

/** What in a file its schema does not allow, each place once. */
export function schemaProblems(source: SourceFile): Problem[] {
  const validate = validatorOf(source.kind)
  if (validate(source.data)) return []
  const problems = new Map<string, Problem>()
  for (const error of mostTelling(validate.errors ?? [])) {
    const path = error.instancePath
      .split('/')
      .slice(1)
      .map((part) => {
        const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
        return /^[0-9]+$/.test(key) ? Number(key) : key
      })
    const extra = error.keyword === 'additionalProperties' ? [String(error.params.additionalProperty)] : []
    const where = [...path, ...extra]
    if (problems.has(where.join('/'))) continue
    problems.set(where.join('/'), {
      file: source.file,
      ...(extra.length > 0 ? source.keyPlaceOf(where) : source.placeOf(where)),
      ...saying(error, path.join('.')),
    })
  }
  return [...problems.values()]
}

/** Of the branches of a `oneOf`, those whose type fits; the deepest places say most. */
function mostTelling(errors: ErrorObject[]): ErrorObject[] {
  const telling = errors.filter((error) => {
    if (error.schemaPath.startsWith('#/anyOf/')) return false
    if (error.keyword === 'oneOf')
      return !errors.some((e) => e !== error && e.instancePath.startsWith(error.instancePath))
    // a phrase that is a map is no bad string, and one with `near` is no bad `text`
    if (error.schemaPath.includes('/oneOf/') || error.schemaPath.includes('literal')) {
      const isMap = typeof error.data === 'object'
      if (error.keyword === 'type' && isMap) return false
      if (
        error.keyword === 'required' &&
        isMap &&
        ('near' in (error.data as object) || 'text' in (error.data as object))
      )
        return false
      if (
        error.keyword === 'additionalProperties' &&
        ['near', 'within', 'text'].includes(String(error.params.additionalProperty))
      ) {
        return 'near' in (error.data as object) && 'text' in (error.data as object)
      }
    }
    return true
  })
  return telling.length > 0 ? telling : errors.slice(0, 1)
}

function saying(error: ErrorObject, path: string): Pick<Problem, 'code' | 'message' | 'expected' | 'found'> {
  const at = path === '' ? 'the file' : path
  const found = shorten(error.data)
  switch (error.keyword) {
    case 'additionalProperties':
      return {
        code: 'unknown-key',
        message: `unknown key in ${at}`,
        found: shorten(error.params.additionalProperty),
      }
    case 'required':
      return { code: 'missing', message: `${at} lacks the key ${String(error.params.missingProperty)}` }
    case 'enum':
      return {
        code: 'type',
        message: `${at} is none of the allowed values`,
        expected: (error.params.allowedValues as unknown[]).join(', '),
        found,
      }
    case 'pattern':
      return {
        code: 'type',
        message: `${at} does not have the right form`,
        expected: hint(error) ?? `a match of ${String(error.params.pattern)}`,
        found,
      }
    case 'type':
      return {
        code: 'type',
        message: `${at} is of the wrong type`,
        expected: `${String(error.params.type)}${typeof error.data === 'string' ? '' : ' (quote it?)'}`,
        found,
      }
    case 'anyOf':
      return { code: 'missing', message: `${at} needs \`samples\` or \`fingerprints\`` }
    case 'uniqueItems':
      return { code: 'duplicate-key', message: `${at} holds the same entry twice`, found }
    default:
      return { code: 'length', message: `${at} ${error.message ?? 'is not allowed'}`, found }
  }
}

/** The English half of the schema's description: what a right value looks like. */
function hint(error: ErrorObject): string | undefined {
  const description = (error.parentSchema as { description?: unknown } | undefined)?.description
  return typeof description === 'string' ? description.slice(description.lastIndexOf('。') + 1).trim() : undefined
}
