/** What can rspamd use of the corpus? Regexp maps for its multimap module, and a composite of them. */
import { builtin } from '../corpus/builtin.ts'
import {
  assertRuleCorpus,
  escaped,
  isAscii,
  madeFrom,
  namesOf,
  phrasesOf,
  type RuleCorpus,
  sendersOf,
} from './rule-parts.ts'

/** Files by their place below rspamd's configuration folder. */
export type RspamdFiles = Record<
  | 'local.d/multimap.conf'
  | 'local.d/composites.conf'
  | 'maps.d/lurebook_names.map'
  | 'maps.d/lurebook_senders.map'
  | 'maps.d/lurebook_phrases.map',
  string
>

/**
 * Maps and settings for rspamd: display names that claim a brand, domains of the brands, phrases of documented lures; and
 * the composite `LUREBOOK_IMPERSONATION` for a name without any brand's domain. A coarse first net: one list for all brands,
 * so a mail of one brand about another passes. `lurebook` itself decides.
 *
 * @param corpus default: the built-in one
 * @returns files to write below `/etc/rspamd`; merge the two in `local.d` when you have such files
 * @throws TypeError when `corpus` is none
 */
export function rspamdMap(corpus: RuleCorpus = builtin()): RspamdFiles {
  assertRuleCorpus(corpus, 'rspamdMap')
  const names = corpus.brands.flatMap(namesOf)
  const domains = [...new Set(corpus.brands.flatMap((brand) => sendersOf(brand, corpus.brands)))].sort()
  const head = madeFrom(corpus)
  const map = (lines: string[]): string => `${[head, ...lines].join('\n')}\n`
  return {
    'local.d/multimap.conf': `${head}
LUREBOOK_NAME {
  type = "header";
  header = "From";
  filter = "email:name";
  map = "$CONFDIR/maps.d/lurebook_names.map";
  regexp = true;
  score = 0.0;
  description = "The display name claims a brand";
}
LUREBOOK_SENDER {
  type = "from";
  filter = "email:domain";
  map = "$CONFDIR/maps.d/lurebook_senders.map";
  regexp = true;
  score = 0.0;
  description = "The sender has a domain of a brand";
}
LUREBOOK_PHRASE {
  type = "content";
  filter = "text";
  map = "$CONFDIR/maps.d/lurebook_phrases.map";
  regexp = true;
  score = 3.0;
  description = "A phrase of a documented lure";
}
`,
    'local.d/composites.conf': `${head}
LUREBOOK_IMPERSONATION {
  expression = "LUREBOOK_NAME & !LUREBOOK_SENDER";
  score = 3.0;
  description = "A brand in the display name, no brand's domain behind it";
}
`,
    'maps.d/lurebook_names.map': map(
      [...new Set(names)].map((name) => (isAscii(name) ? `/\\b${escaped(name)}\\b/iu` : `/${escaped(name)}/iu`)),
    ),
    'maps.d/lurebook_senders.map': map(domains.map((domain) => `/(?:^|\\.)${escaped(domain)}$/i`)),
    'maps.d/lurebook_phrases.map': map([...new Set(phrasesOf(corpus.lures).map(({ pattern }) => `/${pattern}/iu`))]),
  }
}
