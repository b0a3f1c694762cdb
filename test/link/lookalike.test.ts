import { describe, expect, it } from 'vitest'
import { latinLook, mixesAlphabets } from '../../src/link/confusable.ts'
import { likeness, shapeOf } from '../../src/link/lookalike.ts'

describe('names that are drawn alike', () => {
  it.each([
    ['amzaon', 'amazon'],
    ['raktuen', 'rakuten'],
    ['rakutem', 'rakuten'],
    ['mnfg', 'mufg'],
    ['eklnet', 'ekinet'],
    ['etcmelsai', 'etcmeisai'],
    ['smdccarb', 'smbccard'],
    ['uccord', 'uccard'],
    ['amazzon', 'amazon'],
    ['biglobc', 'biglobe'],
    ['amaz0n', 'amazon'],
  ])('%s is taken for %s', (name, known) => {
    expect(likeness(name, known)).toBe('shape')
  })
})

describe('names that differ by one letter', () => {
  it.each([
    ['amoazon', 'amazon'],
    ['bigobe', 'biglobe'],
    ['docooo', 'docomo'],
    ['mercani', 'mercari'],
  ])('%s differs from %s by one edit', (name, known) => {
    expect(likeness(name, known)).toBe('edit')
  })
})

describe('honest names near a brand', () => {
  it.each([
    ['nagoya', 'kagoya'],
    ['kagawa', 'sagawa'],
    ['finance', 'binance'],
    ['maison', 'saison'],
    ['persona', 'resona'],
    ['site', 'tsite'],
    ['money', 'monex'],
    ['robin', 'rokin'],
    ['abode', 'adobe'],
    ['edison', 'edion'],
    ['diner', 'diners'],
    ['stone', 'atone'],
    ['planet', 'eonet'],
    ['amazon', 'amazon'],
    ['jab', 'jcb'],
    ['', 'amazon'],
  ])('%s is not taken for %s', (name, known) => {
    expect(likeness(name, known)).toBeUndefined()
  })
})

describe('shapes', () => {
  it.each([
    ['arnaz0n', 'amazon'],
    ['etcnneisai', 'etcmelsal'],
    ['vvestern', 'westem'],
    ['5mbc', 'smbc'],
  ])('%s reads as %s', (name, shape) => {
    expect(shapeOf(name)).toBe(shape)
  })
})

describe('labels of other alphabets', () => {
  it.each([
    ['kаgoya', 'kagoya', true],
    ['аррӏе', 'apple', false],
    ['lоliрор', 'lolipop', true],
    ['rakutén', 'rakuten', false],
    ['αmazon', 'amazon', true],
    ['日本語', '日本語', false],
    ['abc日本', 'abc日本', false],
    ['кофе', 'koфe', false],
  ])('%s looks like %s', (label, look, mixed) => {
    expect([latinLook(label), mixesAlphabets(label)]).toEqual([look, mixed])
  })
})
