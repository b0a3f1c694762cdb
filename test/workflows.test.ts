/** Can nothing of a stranger's pull request reach a token that may write, and does every workflow call what exists? */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const ROOT = join(import.meta.dirname, '..')
const FOLDER = join(ROOT, '.github/workflows')

interface Step {
  uses?: string
  run?: string
  with?: Record<string, unknown>
}
interface Workflow {
  on: Record<string, unknown>
  permissions: Record<string, string>
  jobs: Record<string, { permissions?: Record<string, string>; steps: Step[] }>
}

const workflows = readdirSync(FOLDER).map((name): [string, Workflow] => [
  name,
  parse(readFileSync(join(FOLDER, name), 'utf8')) as Workflow,
])
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
const stepsOf = ({ jobs }: Workflow): Step[] => Object.values(jobs).flatMap(({ steps }) => steps)
/** The only place where a job may write. */
const writes = ({ permissions, jobs }: Workflow) =>
  [permissions, ...Object.values(jobs).map((job) => job.permissions ?? {})].flatMap((scopes) =>
    Object.entries(scopes)
      .filter(([, right]) => right !== 'read')
      .map(([scope]) => scope),
  )

describe.each(workflows)('%s', (_, workflow) => {
  it('grants rights by name, and without a list none but reading', () => {
    expect(workflow.permissions.contents).toBe('read')
    expect(typeof workflow.permissions).toBe('object')
  })

  it('may only read while it runs the code of a pull request', () => {
    expect(workflow.on).not.toHaveProperty('pull_request_target')
    expect('pull_request' in workflow.on ? writes(workflow) : []).toEqual([])
  })

  it('puts nothing that a stranger can name into a script', () => {
    expect(stepsOf(workflow).filter(({ run }) => /\$\{\{/.test(run ?? ''))).toEqual([])
  })

  it('calls npm scripts that exist', () => {
    const called = [...JSON.stringify(workflow).matchAll(/npm run (?:--silent |-s )?([\w:]+)/g)].map(
      ([, name]) => name!,
    )
    expect(called.filter((name) => !(name in scripts))).toEqual([])
  })

  it('names the version of every action', () => {
    const actions = stepsOf(workflow).flatMap(({ uses }) => uses ?? [])
    expect(actions.filter((uses) => !/@v\d+$/.test(uses))).toEqual([])
  })
})

it('the workflow that comments neither checks out nor installs what a pull request brings', () => {
  const [, workflow] = workflows.find(([name]) => name === 'impact-comment.yml')!
  expect(Object.keys(workflow.on)).toEqual(['workflow_run'])
  const steps = stepsOf(workflow)
  expect(steps.filter(({ uses }) => uses?.startsWith('actions/checkout')).map((step) => step.with)).toEqual([
    { 'persist-credentials': false },
  ])
  expect(steps.filter(({ run }) => /npm|npx|tsx/.test(run ?? ''))).toEqual([])
})

it('the release asks npm by OpenID: no token, no registry that would bring one', () => {
  const [, workflow] = workflows.find(([name]) => name === 'release.yml')!
  expect(workflow.jobs.release?.permissions?.['id-token']).toBe('write')
  const steps = JSON.stringify(workflow.jobs.release?.steps)
  expect(steps).not.toMatch(/secrets\.NPM|NODE_AUTH_TOKEN|registry-url/)
  expect(steps).toContain('"NPM_TOKEN":""')
})
