/** How are the mails judged by a tree? Its corpus is built there, and its classifier runs in a process of its own. */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Judged } from './compare.ts'

/**
 * Judges mails by the code and the corpus of a tree.
 *
 * @param tree a folder with package.json, src/, corpus/ and the dependencies
 * @param mails a JSON file
 * @param verdicts the JSON file to write
 * @throws Error that says so when the tree is too old to be asked
 */
export async function judgeBy(tree: string, mails: string, verdicts: string): Promise<Judged[]> {
  const manifest = join(tree, 'package.json')
  const { scripts } = existsSync(manifest)
    ? (JSON.parse(readFileSync(manifest, 'utf8')) as { scripts?: Record<string, string> })
    : {}
  if (!scripts?.['corpus:build'] || !existsSync(join(tree, 'src/index.ts')))
    throw new Error('its code is too old for the comparison: no corpus:build or no src/index.ts')
  const run = promisify(execFile)
  const options = { cwd: tree, maxBuffer: 64 * 1024 * 1024 }
  try {
    await run('npm', ['run', '--silent', 'corpus:build'], { ...options, shell: process.platform === 'win32' })
  } catch (error) {
    throw new Error(`its corpus cannot be built:\n${(error as { stderr?: string }).stderr ?? String(error)}`)
  }
  await run(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'collect.ts'), mails, verdicts], options)
  return JSON.parse(readFileSync(verdicts, 'utf8')) as Judged[]
}
