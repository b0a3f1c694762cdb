/** A small corpus for link tests: real brands' names, invented hosts of lures. */
import { type CompiledCorpus, compileCorpus } from '../../src/corpus/compile.ts'
import type { BrandEntry, TokenRule } from '../../src/corpus/model.ts'
import { brandOf, corpusOf } from '../corpus/corpus-of.ts'

function brand(
  id: string,
  official: string[],
  tokens: Array<[string, TokenRule]>,
  more: Partial<BrandEntry['domains']> = {},
  group = id,
): BrandEntry {
  return brandOf(id, [id], {
    group,
    domains: { official, senders: [], customers: [], mixed: [], unverified: [], ...more },
    tokens: tokens.map(([token, rule]) => ({ token, rule })),
  })
}

export const BRANDS: BrandEntry[] = [
  brand(
    'kagoya',
    ['kagoya.jp', 'kagoya.com'],
    [
      ['kagoya', 'substring'],
      ['kagoya.net', 'path-or-host'],
      ['kir', 'label+context'],
    ],
    { customers: ['kir.jp', 'kagoya.net'] },
  ),
  brand('amazon-jp', ['amazon.co.jp', 'amazon.com', 'media-amazon.com'], [['amazon', 'substring']], {
    customers: ['amazonaws.com'],
  }),
  brand('rakuten-mobile', ['rakuten.co.jp'], [['rakuten', 'substring']], {}, 'rakuten'),
  brand('rakuten', ['rakuten.co.jp', 'rakuten-card.co.jp'], [['rakuten', 'substring']], {}, 'rakuten'),
  brand(
    'jcb',
    ['jcb.co.jp'],
    [
      ['myjcb', 'substring'],
      ['jcb', 'label'],
    ],
  ),
  brand(
    'smbc-card',
    ['smbc-card.com', 'vpass.ne.jp'],
    [
      ['smbc', 'substring'],
      ['vpass', 'substring'],
    ],
  ),
  brand(
    'eki-net',
    ['eki-net.com'],
    [
      ['eki-net', 'substring'],
      ['ekinet', 'substring'],
    ],
  ),
  brand(
    'etc-meisai',
    ['etc-meisai.jp'],
    [
      ['etc-meisai', 'substring'],
      ['etc', 'never-alone'],
    ],
  ),
  brand('mufg-bank', ['mufg.jp'], [['mufg', 'substring']]),
  brand('nhk', ['nhk.or.jp'], [['nhk', 'label']]),
  brand('monex', ['monex.co.jp'], [['monex', 'substring']]),
  brand('biglobe', ['biglobe.ne.jp'], [['biglobe', 'substring']]),
  brand('plala', ['plala.or.jp'], [['plala', 'substring']], { mixed: ['plala.or.jp'] }),
  brand('yahoo-japan', ['yahoo.co.jp'], [['yahoo', 'label']]),
  brand(
    'microsoft',
    ['microsoft.com', 'microsoftonline.com'],
    [
      ['microsoft', 'substring'],
      ['outlook', 'label+context'],
    ],
    { customers: ['azurefd.net'] },
  ),
  brand(
    'line',
    ['line.me'],
    [
      ['line.me', 'path-or-host'],
      ['line', 'never-alone'],
    ],
  ),
  brand(
    'ocn',
    ['ocn.ne.jp'],
    [
      ['ocn.ne.jp', 'path-or-host'],
      ['ocn', 'never-alone'],
    ],
  ),
  brand('sagawa', ['sagawa-exp.co.jp'], [['sagawa', 'substring']]),
  brand('binance', ['binance.com'], [['binance', 'substring']]),
  brand(
    'saison-card',
    ['saisoncard.co.jp'],
    [
      ['saison', 'label'],
      ['saisoncard', 'substring'],
    ],
  ),
  brand('aeon-card', ['aeon.co.jp'], [['aeon', 'label']]),
  brand('softbank', ['softbank.jp'], [['softbank', 'substring']]),
  brand('google', ['google.com'], [['google', 'label+context']]),
  brand('x-twitter', ['x.com', 't.co'], [['twitter', 'substring']]),
  brand('nintendo', ['nintendo.co.jp'], [['nintendo', 'substring']]),
]

export const CORPUS: CompiledCorpus = compileCorpus(
  corpusOf({
    brands: BRANDS,
    hosts: [
      { id: 'shorteners', hosts: ['t.co', 'bit.ly'] },
      { id: 'free-hosting', hosts: ['duckdns.org', 'web.app', 'docs.google.com/forms'] },
      { id: 'click-trackers', hosts: ['ct.sendgrid.net'] },
      { id: 'redirectors', hosts: ['google.com/url', 'jump.example.org'] },
      { id: 'abused-suffixes', hosts: ['cn', 'top', 'cfd', 'shop', 'xyz', 'buzz'] },
      { id: 'tenant-hosts', hosts: ['surveys.example.net'] },
    ],
  }),
)

/** Index of a brand in the corpus. */
export function brandIndex(id: string): number {
  return BRANDS.findIndex((b) => b.id === id)
}
