import { describe, expect, it } from 'vitest'
import { cmsFolder, opaqueDeception } from '../../src/link/path-shape.ts'
import { splitUrl } from '../../src/link/url.ts'

describe('folders of a content management system that hold no pages', () => {
  it.each([
    ['/wp-includes/1/kagoya.net/', '/wp-includes/'],
    ['//wp-includes/1/', '/wp-includes/'],
    ['/blog/wp-content/plugins/x/login.php', '/wp-content/'],
    ['/wp-admin/LinkedIn/linkedin/', '/wp-admin/'],
    ['/.well-known/acme-challenge/login2.php', '/.well-known/'],
    ['/cgi-bin/mail/login.php', '/cgi-bin/'],
  ])('%s', (path, folder) => {
    expect(cmsFolder(path)).toBe(folder)
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
    expect(cmsFolder(path)).toBe('')
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
