/** What do the YAML files hold, once their schemas have seen them? */
import type { BrandEntry, BrandKind } from '../../src/corpus/model.ts'

/** Kinds of corpus files, named like their schemas. */
export type Kind = 'brand' | 'pretext' | 'phrases' | 'hosts' | 'lure'

/** A domain with what speaks for it. */
export interface YamlDomain {
  domain: string
  evidence?: string
  checked?: string
}

/** Where facts come from; of a lure with its publisher. */
export interface YamlSource {
  url?: string
  what?: string
  checked?: string
  publisher?: string
  accessed?: string
}

export interface YamlBrand {
  id: string
  names: { ja: string[]; en: string[]; aliases?: string[] }
  ambiguous?: string[]
  kind: BrandKind
  owner: string
  group: string
  domains: { official: YamlDomain[]; senders?: YamlDomain[]; customers?: YamlDomain[]; mixed?: YamlDomain[] }
  neverSends?: BrandEntry['neverSends']
  tokens?: BrandEntry['tokens']
  noticeUrl?: string
  speakerOnly?: boolean
  theme?: boolean
  sources: YamlSource[]
}

export type YamlPhrase =
  | string
  | { text: string; strength?: 1 | 2 | 3 }
  | { near: string[]; within?: number; strength?: 1 | 2 | 3 }

export interface YamlPretext {
  id: string
  title: { ja: string; en: string }
  phrases: YamlPhrase[]
}

export interface YamlHosts {
  id: string
  hosts: string[]
  sources: YamlSource[]
}

export interface YamlSample {
  subject?: string
  text: string
}

export interface YamlLure {
  id: string
  brand: string
  pretext: string
  status: 'experimental' | 'stable' | 'retired'
  replacedBy?: string
  firstSeen: string
  lastSeen: string
  sources: YamlSource[]
  subjects: string[]
  senders?: string[]
  phrases?: YamlPhrase[]
  links?: string[]
  samples?: YamlSample[]
  fingerprints?: string[]
  legitimate?: YamlSample[]
}
