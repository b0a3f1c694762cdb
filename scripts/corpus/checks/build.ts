/** Which checks must pass before a corpus can be compiled? Those that need neither a clock nor a compiled corpus. */
import type { Problem } from '../problem.ts'
import type { SourceFile } from '../source.ts'
import { type Check, type FilesInput, runChecks } from './check.ts'
import { oneGroup } from './one-group.ts'
import { phraseForm } from './phrase-form.ts'
import { readableFingerprint } from './readable-fingerprint.ts'
import { references } from './references.ts'
import { registrableDomain } from './registrable-domain.ts'
import { seenOrder } from './seen-order.ts'
import { shapeSlot } from './shape-slot.ts'
import { uniqueId } from './unique-id.ts'

export const BUILD_CHECKS: ReadonlyArray<Check<FilesInput>> = [
  uniqueId,
  references,
  registrableDomain,
  oneGroup,
  seenOrder,
  phraseForm,
  shapeSlot,
  readableFingerprint,
]

/** Checks all files against each other. */
export function checkSources(files: SourceFile[]): Problem[] {
  return runChecks(BUILD_CHECKS, { files, chosen: files })
}
