/** Which entry of the corpus does a user mean who types an id or a name, in whatever case and width? */
import type { CompiledCorpus } from '../corpus/compile.ts'
import type { BrandEntry, LureEntry, PretextEntry } from '../corpus/model.ts'
import type { Language } from '../explain/index.ts'
import { foldText } from '../text/fold.ts'
import { printable } from './terminal.ts'
import { WORDS } from './words.ts'

/** The brand of an id or, where no id is so called, all brands of a name: a company may have several. */
export function brandsNamed({ brands }: Pick<CompiledCorpus, 'brands'>, typed: string): BrandEntry[] {
  const wanted = folded(typed)
  const ofId = brands.filter(({ id }) => folded(id) === wanted)
  if (ofId.length > 0) return ofId
  return brands.filter(({ names }) =>
    [...names.ja, ...names.en, ...names.aliases].some((name) => folded(name) === wanted),
  )
}

/** As `brandsNamed`, among lures and pretexts too: these have ids alone. */
export function entriesNamed(
  corpus: Pick<CompiledCorpus, 'brands' | 'lures' | 'pretexts'>,
  typed: string,
): Array<BrandEntry | LureEntry | PretextEntry> {
  const wanted = folded(typed)
  const ofId = [...corpus.lures, ...corpus.pretexts].filter(({ id }) => folded(id) === wanted)
  return ofId.length > 0 ? ofId : brandsNamed(corpus, typed)
}

/** The only entry that was found, or one line that says what to type instead. */
export function onlyOne<T extends { id: string }>(
  found: readonly T[],
  typed: string,
  lang: Language,
): { entry: T } | { problem: string } {
  const [entry, other] = found
  const words = WORDS[lang]
  if (entry === undefined) return { problem: words.noSuch(printable(typed)) }
  return other === undefined
    ? { entry }
    : {
        problem: words.severalSuch(
          printable(typed),
          found.map(({ id }) => id),
        ),
      }
}

const folded = (text: string): string => foldText(text.trim()).folded
