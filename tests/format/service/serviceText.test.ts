import { describe, expect, it } from 'vitest'
import type { ServiceRefusal } from '@/documents/outcome/serviceRefusal'
import { readRefusal } from '@/documents/service/answers'
import type { Role } from '@/domain/ledger/role'
import type { Permission } from '@/domain/work/permission'
import { permissionText } from '@/format/permissionText'
import { awaitingText, awaitingWord } from '@/format/service/awaitingText'
import { againText, serviceRefusalText } from '@/format/service/refusalText'
import { signOutText } from '@/format/service/signOutText'
import { passwordFault, syncMeaning, syncText, whyNotText } from '@/format/service/syncText'
import { emptyLedger } from '@/domain/ledger/ledger'
import { answered } from '@/storage/service/line'
import { step } from '../../domain/build'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'

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
    expect(syncMeaning({ state, waiting, refused }).includes('一致。')).toBe(
      state === 'synced' && refused === 0,
    )
  })
})

describe('what an account may not do', () => {
  const missing = (role: Role, whole: boolean, before: boolean) =>
    ({ kind: 'not-granted', role, whole, before }) as const
  it.each<[Permission, string]>([
    [missing('manager', false, false), '没有授予您填报本项目的权限，需要填报的，请系统管理员授权。'],
    [missing('manager', true, false), '没有授予您填报全部项目的权限，需要填报的，请系统管理员授权。'],
    [missing('manager', true, true), '您填报全部项目的授权已被收回，需要继续填报的，请系统管理员重新授权。'],
    [missing('manager', false, true), '您填报本项目的授权已被收回，需要继续填报的，请系统管理员重新授权。'],
    [missing('leader', false, false), '没有授予您办理此项的权限，需要办理的，请系统管理员授权。'],
    [missing('leader', true, true), '您办理此项的授权已被收回，需要继续办理的，请系统管理员重新授权。'],
    [{ kind: 'role', who: ['leader'], held: false }, '此项由分管领导办理，您的账户没有这一身份。'],
    [{ kind: 'role', who: ['leader'], held: true }, '此项由分管领导办理，请切换身份。'],
    [{ kind: 'role', who: ['leader'] }, '此项由分管领导办理，请切换身份。'],
  ])('%o: %s', (permission, said) => {
    expect(permissionText(permission)).toBe(said)
  })
})

const row = (position: number) => ({
  position,
  receivedAt: '2020-07-01T00:00:00.000Z',
  via: 'own',
  by: 'account-2',
  entry: { id: `entry-${position}` },
})

describe('what is of use against a refusal', () => {
  it.each<[unknown, string | null]>([
    [{ kind: 'moved', index: 0, since: 3, news: [row(4)] }, '看过了，照原样再送'],
    [{ kind: 'not-granted', index: 0, role: 'manager' }, '照原样再送'],
    [{ kind: 'refused', index: 0, refusal: { kind: 'closed' } }, '照原样再送'],
    [{ kind: 'aside', index: 0, because: { kind: 'unknown' } }, '照原样再送'],
    [{ kind: 'unknown-plan' }, '照原样再送'],
    [{ kind: 'clock', index: 0, ahead: 600_000 }, null],
    [{ kind: 'differing', ids: ['a'] }, null],
    [{ kind: 'not-yourself', index: 0 }, null],
    [{ kind: 'unreadable', index: 0, issues: [] }, null],
    [{ kind: 'mixed-roles', index: 0 }, null],
    [{ kind: 'too-large', limit: 1 }, null],
  ])('%j', (error, button) => {
    expect(againText(readRefusal({ error }))).toBe(button)
  })
})

describe('what waits for the service', () => {
  const accepted = step('accept', `${PLAN_ID}/3`, '2020-06-30')
  it.each(['synced', 'sending', 'away', 'full', 'signed-out'] as const)('%s', (state) => {
    const { head, lines, next } = awaitingText([accepted], SIX_PLAN, emptyLedger(PLAN_ID), state)
    expect(head).toBe('1 项办理已保存到本机，待同步，尚未生效')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/办公楼修缮.*2020年6月30日.*通过/)
    expect(next).toMatch(/送出/)
  })

  it('is said at its place', () => {
    expect([awaitingWord(accepted), awaitingWord(null)]).toEqual(['通过待同步，尚未生效', ''])
  })
})

describe('before signing out', () => {
  it.each([
    [0, 0, null],
    [3, 0, '还有 3 条没有送到服务器。'],
    [0, 2, '还有 2 条未能同步。'],
    [3, 2, '还有 3 条没有送到服务器，2 条未能同步。'],
  ])('%d waiting, %d refused', (waiting, refused, head) => {
    const text = signOutText({ name: '王芳', waiting, refused, away: false })
    expect(text?.head ?? null).toBe(head)
    if (text) expect(text.next).toMatch(/不会丢.*王芳 下次在这台电脑登录后.*看不到也送不出/)
  })
})

it('before signing out without the line it says what ends when', () => {
  const text = (waiting: number) => signOutText({ name: '王芳', waiting, refused: 0, away: true })
  expect(text(0)?.head).toBe('现在没有连上服务器。')
  expect(text(2)?.head).toBe('还有 2 条没有送到服务器。')
  for (const waiting of [0, 2]) expect(text(waiting)?.next).toMatch(/立即退出.*下次连上登录页时结束/)
})

describe('why the service did not take a step', () => {
  it.each<[unknown, RegExp]>([
    [{ kind: 'refused', index: 0, refusal: { kind: 'negative-total' } }, /累计支出不能小于 0/],
    [{ kind: 'not-granted', index: 0, role: 'manager' }, /“项目负责人”/],
    [{ kind: 'clock', index: 0, ahead: 600_000, now: 'x' }, /快 10 分钟/],
    [{ kind: 'clock', index: 0, ahead: 3 * 3_600_000, now: 'x' }, /快 3 小时/],
    [{ kind: 'clock', index: 0, ahead: 30 * 86_400_000, now: 'x' }, /快 30 天/],
    [
      { kind: 'moved', index: 0, since: 3, news: [row(4), row(5)] },
      /^在送达之前，他人又写入了 2 条（列在“账户与同步”页）/,
    ],
    [{ kind: 'moved', index: 0, since: 3, news: [] }, /已不是服务器上的/],
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
