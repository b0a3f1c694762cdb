/** Which stretches of one function ran: for tests that promise to reach every path of it. */
import { Session } from 'node:inspector/promises'
import { vi } from 'vitest'

/**
 * Runs a task and tells what of a function did not run.
 *
 * @param file end of the script's URL; the task must import it anew, as only what is compiled from here on is counted
 * @param name the function
 * @returns source text of each stretch that never ran; `undefined` when the function never ran or was not found
 */
export async function unreached(
  file: string,
  name: string,
  task: () => Promise<unknown>,
): Promise<string[] | undefined> {
  const session = new Session()
  session.connect()
  try {
    await session.post('Debugger.enable')
    await session.post('Profiler.enable')
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
    vi.resetModules()
    await task()
    const { result } = await session.post('Profiler.takePreciseCoverage')
    await session.post('Profiler.stopPreciseCoverage')
    const scripts = result.filter(({ url }) => url.endsWith(file))
    const script = scripts.find((s) => s.functions.some((f) => f.functionName === name && f.isBlockCoverage))
    const ranges = script?.functions.find((f) => f.functionName === name)?.ranges
    if (!script || !ranges?.[0]?.count) return undefined
    const { scriptSource } = await session.post('Debugger.getScriptSource', { scriptId: script.scriptId })
    return ranges
      .filter((r) => r.count === 0)
      .map((r) => scriptSource.slice(r.startOffset, r.endOffset).replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '' && text !== '}')
  } finally {
    session.disconnect()
  }
}
