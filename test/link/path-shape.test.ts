import { describe, expect, it } from 'vitest'
import { isCmsPath, opaqueDeception } from '../../src/link/path-shape.ts'
import { splitUrl } from '../../src/link/url.ts'

describe('folders of a content management system that hold no pages', () => {
  it.each([
    '/wp-includes/1/kagoya.net/',
    '//wp-includes/1/',
    '/blog/wp-content/plugins/x/login.php',
    '/wp-admin/LinkedIn/linkedin/',
    '/.well-known/acme-challenge/login2.php',
    '/cgi-bin/mail/login.php',
  ])('%s', (path) => {
    expect(isCmsPath(path)).toBe(true)
  })
})

describe('what honest mail links to in those folders', () => {
  it.each([
    '/wp-content/uploads/2024/05/notice.pdf',
    '/wp-content/uploads/logo.PNG',
    '/wp-admin/',
    '/wp-admin/post.php',
    '/wp-admin/network/sites.php',
    '/wp-login.php',
    '/.well-known/change-password',
    '/cgi-bin/inquiry.cgi',
    '/',
  ])('%s', (path) => {
    expect(isCmsPath(path)).toBe(false)
  })
})

describe('links without a host', () => {
  it.each([
    ['javascript:alert(1)', 'link-script-url'],
    ['JavaScript:%61lert(1)', 'link-script-url'],
    ['vbscript:x', 'link-script-url'],
    ['data:text/html;base64,PGh0bWw+', 'link-data-url'],
    ['data:image/svg+xml,<svg>', 'link-data-url'],
    ['data:,x', 'link-data-url'],
    ['javascript:void(0)', undefined],
    ['javascript:;', undefined],
    ['javascript:', undefined],
    ['data:image/png;base64,iVBOR', undefined],
    ['mailto:a@example.jp', undefined],
  ])('%s', (url, code) => {
    expect(opaqueDeception(splitUrl(url))?.code).toBe(code)
  })
})
