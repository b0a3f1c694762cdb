import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { noticesOf, packagesIn, readPackage } from '../../../scripts/package/third-party.ts'

describe('the packages inside a bundle', () => {
  it.each([
    ['a package, once', '// node_modules/b/x.js\nvar a\n// node_modules/b/y.js\n', ['b']],
    ['a scoped package', '// node_modules/@s/b/x.mjs\n', ['@s/b']],
    ['the innermost of nested ones', '// node_modules/a/node_modules/b/x.js\n', ['b']],
    ['several, sorted', '// node_modules/b/x.js\n// node_modules/a/x.js\n', ['a', 'b']],
    ['our own modules', '// src/index.ts\n', []],
    ['a string that names one', 'const a = "// node_modules/b/x.js"\n', []],
  ])('%s', (_, code, names) => {
    expect(packagesIn(code)).toEqual(names)
  })
})

describe('the notices', () => {
  const a = { name: 'a', version: '1.0.0', license: 'MIT', text: 'Copyright (c) A\r\n\r\nPermission\r\n' }
  const b = { name: 'b', version: '2.0.0', license: 'BSD-2-Clause', text: 'Copyright (c) B\n' }

  it('give each licence in full', () => {
    expect(noticesOf([a])).toBe(
      '# Third-party notices\n\nThe files in `dist` contain code of these packages.\n\n' +
        '## a 1.0.0 (MIT)\n\n```text\nCopyright (c) A\n\nPermission\n```\n',
    )
  })

  it('do not depend on the order of the packages', () => {
    expect(noticesOf([b, a])).toBe(noticesOf([a, b]))
  })

  it('name the licence of the Public Suffix List, which tldts does not', () => {
    expect(noticesOf([{ ...a, name: 'tldts' }])).toContain('Mozilla Public License, v. 2.0')
  })
})

describe('a package in node_modules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'third-party-'))
  const put = (name: string, files: Record<string, string>) => {
    mkdirSync(join(folder, name), { recursive: true })
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, name, file), text)
  }
  put('right', { 'package.json': '{"version":"1.2.3","license":"MIT"}', 'LICENSE.md': 'the text', 'readme.md': '' })
  put('bare', { 'package.json': '{"version":"1.2.3","license":"MIT"}' })
  put('two', { 'package.json': '{"version":"1.2.3","license":"MIT"}', LICENSE: '', 'LICENCE.txt': '' })
  put('unlicensed', { 'package.json': '{"version":"1.2.3"}', LICENSE: '' })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('gives name, version, licence and text', () => {
    expect(readPackage(folder, 'right')).toEqual({ name: 'right', version: '1.2.3', license: 'MIT', text: 'the text' })
  })

  it.each([
    ['bare', 'one licence file, found none'],
    ['two', 'found LICENCE.txt, LICENSE'],
    ['unlicensed', 'expected a version, a licence'],
  ])('stops the build when it cannot be noticed: %s', (name, message) => {
    expect(() => readPackage(folder, name)).toThrow(message)
  })
})
