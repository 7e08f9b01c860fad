import { describe, expect, it } from 'vitest'
import { noSuchPlanText, sampleFailureText, unfetchedText, unreadableText } from '@/format/failureText'

const FILE = '2020-323002.json'
const details = [{ where: '办公楼修缮', what: '缺少指标值', mend: '补上' }]

describe('failures of data files', () => {
  it('tell an absent file, a dead server and a wrong file apart, each by name', () => {
    expect(unfetchedText(FILE, { kind: 'absent', status: 404 }).what).toBe(
      '没有找到数据文件 data/2020-323002.json（404）',
    )
    expect(unfetchedText(FILE, { kind: 'absent', status: 500 }).what).toBe(
      '服务器没有给出数据文件 data/2020-323002.json（500）',
    )
    expect(unfetchedText(FILE, { kind: 'foreign' }).what).toContain('可能要先登录上网认证')
    expect(unfetchedText(FILE, { kind: 'unreachable' }).what).toBe('数据文件 data/2020-323002.json 读取不到')
    expect(unreadableText(FILE, details)).toMatchObject({
      what: '数据文件 data/2020-323002.json 有误，无法显示',
      details,
    })
  })

  it('name the plans there are when the one asked for is not', () => {
    expect(noSuchPlanText('1999-1', ['2020-323002', '2021-323002'])).toMatchObject({
      what: '没有编号为“1999-1”的绩效目标表',
      mend: '现有：2020-323002、2021-323002。请修改地址中的 plan，或去掉它。',
    })
    expect(noSuchPlanText('1999-1', []).what).toBe('还没有任何年度的绩效目标表')
    expect(noSuchPlanText('', [], 'no-grant')).toMatchObject({
      what: '您的账户还没有分配项目',
      mend: expect.stringContaining('请联系系统管理员') as string,
    })
    expect(noSuchPlanText('', [], 'no-plan').mend).toContain('导入')
    expect(noSuchPlanText('', [], 'no-grant').mend).not.toContain('index.json')
  })

  it('each have a way on, and none shouts', () => {
    const all = [
      unfetchedText(FILE, { kind: 'absent', status: 404 }),
      unfetchedText(FILE, { kind: 'foreign' }),
      unfetchedText(FILE, { kind: 'unreachable' }),
      unreadableText(FILE, details),
      noSuchPlanText('1999-1', []),
      noSuchPlanText('1999-1', ['2020-323002']),
      sampleFailureText(),
    ]
    expect(new Set(all.map(({ what }) => what)).size).toBe(all.length)
    for (const { what, mend } of all) {
      expect(mend).toMatch(/[。]$/)
      expect(what + mend).not.toMatch(/[!！]|undefined|null/)
    }
  })
})
