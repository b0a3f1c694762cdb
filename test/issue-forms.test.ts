/** Would GitHub take the issue forms? By the rules of its form schema, which it checks only when the page is opened. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const FOLDER = join(import.meta.dirname, '../.github/ISSUE_TEMPLATE')
const text = { type: 'string', minLength: 1 }
const options = { type: 'array', minItems: 1, uniqueItems: true }

/** The attributes of each type of element, and which it cannot do without. */
const ATTRIBUTES: Record<string, { required: string[]; properties: object }> = {
  markdown: { required: ['value'], properties: { value: text } },
  input: { required: ['label'], properties: { label: text, description: text, placeholder: text, value: text } },
  textarea: {
    required: ['label'],
    properties: { label: text, description: text, placeholder: text, value: text, render: text },
  },
  dropdown: {
    required: ['label', 'options'],
    properties: {
      label: text,
      description: text,
      multiple: { type: 'boolean' },
      options: { ...options, items: { type: 'string', minLength: 1, not: { pattern: '^[Nn]one$' } } },
      default: { type: 'integer', minimum: 0 },
    },
  },
  checkboxes: {
    required: ['label', 'options'],
    properties: {
      label: text,
      description: text,
      options: {
        ...options,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['label'],
          properties: { label: text, required: { type: 'boolean' } },
        },
      },
    },
  },
}

const elements = Object.entries(ATTRIBUTES).map(([type, attributes]) => ({
  type: 'object',
  additionalProperties: false,
  required: ['type', 'attributes'],
  properties: {
    type: { const: type },
    attributes: { type: 'object', additionalProperties: false, ...attributes },
    ...(type !== 'markdown' && { id: { type: 'string', pattern: '^[A-Za-z0-9_-]+$' } }),
    ...(!['markdown', 'checkboxes'].includes(type) && {
      validations: { type: 'object', additionalProperties: false, properties: { required: { type: 'boolean' } } },
    }),
  },
}))
const fitsSchema = new Ajv({ allErrors: true, discriminator: true }).compile({
  type: 'object',
  additionalProperties: false,
  required: ['name', 'description', 'body'],
  properties: {
    name: text,
    description: { ...text, maxLength: 200 },
    title: { type: 'string' },
    labels: { type: 'array', items: text },
    body: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', required: ['type'], discriminator: { propertyName: 'type' }, oneOf: elements },
    },
  },
})

interface Form {
  name: string
  description: string
  body: Array<{
    type: string
    id?: string
    attributes: { label?: string; options?: unknown[]; render?: string }
    validations?: { required?: boolean }
  }>
}
const forms = readdirSync(FOLDER)
  .filter((file) => file !== 'config.yml')
  .map((file): [string, Form] => [file, parse(readFileSync(join(FOLDER, file), 'utf8'))])
const fieldsOf = ({ body }: Form) => body.filter(({ type }) => type !== 'markdown')
const formOf = (file: string) => forms.find(([name]) => name === file)![1]

describe.each(forms)('the form %s', (_, form) => {
  it('is one by GitHub’s schema', () => {
    fitsSchema(form)
    expect(fitsSchema.errors).toBeNull()
  })

  it('has ids and labels of its own for every field', () => {
    const fields = fieldsOf(form)
    for (const values of [fields.map(({ id }) => id), fields.map(({ attributes }) => attributes.label)])
      expect(new Set(values).size).toBe(fields.length)
    expect(fields.filter(({ id }) => id === undefined)).toEqual([])
  })

  it('is in Japanese and in English', () => {
    const labels = fieldsOf(form).flatMap(({ attributes: { label, options = [] } }) => [
      label!,
      ...options.map((option) => (typeof option === 'string' ? option : (option as { label: string }).label)),
    ])
    const inBoth = /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}].* \/ .*[a-z]/u
    expect([form.name, form.description, ...labels].filter((label) => !inBoth.test(label))).toEqual([])
  })
})

it('there is a form for a new lure, a false alarm and a fact about a brand', () => {
  expect(forms.map(([file]) => file)).toEqual(['brand-fact.yml', 'false-alarm.yml', 'new-lure.yml'])
})

it('a false alarm must bring the verdict as JSON', () => {
  const verdict = formOf('false-alarm.yml').body.find(({ id }) => id === 'verdict')
  expect([verdict?.type, verdict?.attributes.render, verdict?.validations?.required]).toEqual([
    'textarea',
    'json',
    true,
  ])
})

it.each([
  ['new-lure.yml', ['brand', 'subject', 'phrases', 'seen']],
  ['false-alarm.yml', ['sender', 'kind', 'verdict', 'why']],
  ['brand-fact.yml', ['brand', 'kind', 'fact', 'source', 'checked']],
])('%s cannot be sent without %j', (file, ids) => {
  const required = formOf(file)
    .body.filter(({ validations }) => validations?.required)
    .map(({ id }) => id)
  expect(required).toEqual(ids)
})

it('what has no form may be written freely', () => {
  expect(parse(readFileSync(join(FOLDER, 'config.yml'), 'utf8'))).toEqual({ blank_issues_enabled: true })
})
