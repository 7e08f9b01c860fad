import { describe, expect, it } from 'vitest'
import type { ServiceRefusal } from '@/documents/outcome/serviceRefusal'
import { readRefusal } from '@/documents/service/answers'
import { serviceRefusalText } from '@/format/service/refusalText'
import { passwordFault, syncMeaning, syncText, whyNotText } from '@/format/service/syncText'
import { answered } from '@/storage/service/line'

describe('how this browser stands to the service', () => {
  it.each([
    ['synced', 0, 0, '● 已同步'],
    ['sending', 3, 0, '◐ 已保存到本机，正在同步 3 条'],
    ['away', 5, 0, '○ 未连上服务器，5 条已保存到本机'],
    ['away', 0, 0, '○ 未连上服务器'],
    ['full', 3, 0, '▲ 服务器磁盘已满，3 条已保存到本机'],
    ['signed-out', 2, 0, '▲ 请重新登录，2 条已保存到本机'],
    ['synced', 0, 2, '▲ 2 条未能同步'],
  ] as const)('%s, %d waiting, %d refused: %s', (state, waiting, refused, said) => {
    const { mark, text } = syncText({ state, waiting, refused })
    expect(`${mark} ${text}`).toBe(said)
    expect(syncMeaning({ state, waiting })).not.toBe('')
  })
})

describe('why the service did not take a step', () => {
  it.each<[unknown, RegExp]>([
    [{ kind: 'refused', index: 0, refusal: { kind: 'negative-total' } }, /累计支出不能小于 0/],
    [{ kind: 'not-granted', index: 0, role: 'manager' }, /“项目负责人”/],
    [{ kind: 'clock', index: 0, ahead: 600_000, now: 'x' }, /快 10 分钟/],
    [{ kind: 'moved', index: 0, since: 3, news: [{}, {}] }, /又写入了 2 条/],
    [{ kind: 'aside', index: 0, because: { kind: 'unknown' } }, /所指的记录不在本台账/],
    [{ kind: 'differing', ids: ['a'] }, /编号相同而内容不同/],
    [{ kind: 'not-yourself', index: 0 }, /不是现在登录的账户/],
    [{ kind: 'something new' }, /服务器没有采用/],
  ])('%j', (error, said) => {
    const refusal: ServiceRefusal = readRefusal({ error })
    expect(serviceRefusalText(refusal)).toMatch(said)
  })
})

describe('what an answer means', () => {
  it.each([
    [200, '{"a":1}', 'yes'],
    [204, '', 'yes'],
    [401, '{"error":{"kind":"signed-out"}}', 'signed-out'],
    [401, '{"error":{"kind":"wrong-login-or-password"}}', 'no'],
    [429, '{"error":{"kind":"slowed","seconds":3}}', 'no'],
    [429, '{"error":{"kind":"busy"}}', 'away'],
    [503, '{"error":{"kind":"stopping"}}', 'away'],
    [500, '{"error":{"kind":"fault"}}', 'away'],
    [507, '{"error":{"kind":"disk-full"}}', 'away'],
    [502, '<html>Bad Gateway</html>', 'away'],
    [404, '<html>not ours</html>', 'away'],
    [409, '{"error":{"kind":"moved"}}', 'no'],
  ] as const)('%d %s: %s', (status, text, kind) => {
    expect(answered(status, text).kind).toBe(kind)
  })
})

it('says why something about people was not done, and when to try again', () => {
  expect(whyNotText({ why: 'slowed', seconds: 12 })).toContain('12 秒')
  expect(whyNotText({ why: 'taken', seconds: null })).toContain('已有人使用')
  expect(whyNotText({ why: 'never heard of', seconds: null })).toContain('没有办成')
})

it.each([
  ['short', 'short', /至少 10 位/],
  ['long enough', 'long enouhg', /不一样/],
  ['long enough', 'long enough', /^$/],
])('a new password %s, repeated %s', (next, repeated, said) => {
  expect(passwordFault(next, repeated)).toMatch(said)
})
