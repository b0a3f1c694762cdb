/** What kind of machine measures? Nothing that names it: model and cores, memory, Node. */
import { arch, cpus, totalmem } from 'node:os'

/** The machine as far as it matters for the numbers. */
export interface Machine {
  cpu: string
  cores: number
  /** Gigabytes. */
  memory: number
  platform: string
  node: string
}

/** Describes this machine. */
export function describeMachine(): Machine {
  const all = cpus()
  return {
    cpu: all[0]?.model.trim() || 'unknown',
    cores: all.length,
    memory: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${arch()}`,
    node: process.version,
  }
}
