/** Which checks make up `npm run corpus:check`, beside those that a file must pass to be read and compiled? */
import { BUILD_CHECKS } from './build.ts'
import { calendar } from './calendar.ts'
import type { Check } from './check.ts'
import type { CorpusInput } from './corpus-input.ts'
import { defanged } from './defanged.ts'
import { opensForEditors } from './editor-line.ts'
import { encoding } from './encoding.ts'
import { fileName } from './file-name.ts'
import { invisible } from './invisible.ts'
import { legitimateUntouched } from './legitimate-untouched.ts'
import { nearDuplicate } from './near-duplicate.ts'
import { nearMiss } from './near-miss.ts'
import { ownSample } from './own-sample.ts'
import { pathIsId } from './path-is-id.ts'
import { personalData } from './personal-data.ts'
import { phraseRare } from './phrase-rare.ts'
import { plainYaml } from './plain-yaml.ts'
import { removedId } from './removed-id.ts'
import { schema } from './schema.ts'
import { senderAddress } from './sender-address.ts'
import { senderHost } from './sender-host.ts'
import { size } from './size.ts'
import { sources } from './sources.ts'
import { stale } from './stale.ts'

/** Checks of a corpus that compiles. */
export const CORPUS_CHECKS: ReadonlyArray<Check<CorpusInput>> = [
  removedId,
  sources,
  calendar,
  senderHost,
  defanged,
  senderAddress,
  personalData,
  phraseRare,
  nearDuplicate,
  ownSample,
  nearMiss,
  legitimateUntouched,
  stale,
]

/** Names and titles of all checks, in the order in which they run. */
export const ALL_CHECKS: ReadonlyArray<Pick<Check<never>, 'id' | 'title'>> = [
  fileName,
  size,
  encoding,
  invisible,
  plainYaml,
  schema,
  pathIsId,
  opensForEditors,
  ...BUILD_CHECKS,
  ...CORPUS_CHECKS,
]
