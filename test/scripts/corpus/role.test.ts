/** Is an office's address told from somebody's? */
import { describe, expect, it } from 'vitest'
import { isRole } from '../../../scripts/corpus/personal/role.ts'

describe('what stands before an @', () => {
  it.each<[string, every: boolean, some: boolean]>([
    ['info', true, true],
    ['No-Reply', true, true],
    ['account_post2', true, true],
    ['support-amazon.jp', true, true],
    ['amazom', true, true],
    ['{num}', true, true],
    ['*', true, true],
    ['smb-card', false, true],
    ['taro-info', false, true],
    ['taro', false, false],
    ['t.yamada', false, false],
    ['山田', false, false],
    ['infotaro', false, false],
  ])('%s: in every part an office’s %s, in some part %s', (local, every, some) => {
    expect([isRole(local, ['amazon'], 'every'), isRole(local, ['amazon'], 'some')]).toEqual([every, some])
  })
})
