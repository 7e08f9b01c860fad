import { describe, expect, it } from 'vitest'
import { planAcross } from '@/domain/sheets/acrossPaste'
import { planPaste, type PasteCell } from '@/domain/sheets/pastePlan'
import { SIX_PROJECTS } from '../../fixtures/sixProjects'
import { inWan } from '../build'
import { june, repair } from './grids'
import { textBlock } from './textBlock'

function told({ row, column, outcome }: PasteCell): string[] {
  if (outcome.kind === 'empty') return []
  if (outcome.kind === 'outside') return [outcome.why + (outcome.named ? ` ${outcome.named}` : '')]
  if (outcome.kind === 'refused') return [`${outcome.why.reason}!`]
  const value = outcome.kind === 'accepted' ? outcome.value : outcome.suggestion
  const actual = value.kind === 'actual' && value.value.kind === 'text' ? value.value.text : '…'
  const text = value.kind === 'amount' ? inWan(value.amount) : actual
  return [`${row},${column} ${text}${outcome.kind === 'doubtful' ? ` ${outcome.doubts.join('+')}?` : ''}`]
}

const all = (text: string, focus = { row: 0, column: 0 }) =>
  planAcross(textBlock(text), june, focus, 'wan').cells.flatMap(told)
const one = (text: string, focus = { row: 0, column: 1 }) =>
  planPaste(textBlock(text), repair, focus, 'wan', SIX_PROJECTS).cells.flatMap(told)

describe('a quarter alone is a flow', () => {
  it.each([
    '一季度',
    '第一季度',
    '二季度',
    '第2季度',
    '四季度',
    '2020年二季度',
    '二季度支出',
    '第二季度支出',
    '二季度实际支出数（万元）',
    '季度',
    '季度支出',
    '各季度',
    'Q1',
    'q2',
    '2020年Q2',
    '4-6月',
    '4月-6月',
    '10—12月支出',
    '下半年',
  ])('%s is not taken', (head) => {
    expect(all(`项目\t${head}\n办公楼修缮\t30`)).toEqual(['flow-column'])
    expect(one(`指标\t${head}\n累计支出\t30`)).toEqual(['flow-column'])
    expect(one(`指标\t${head}\n\t实际\n累计支出\t30`)).toEqual(['flow-column'])
  })

  it.each([
    ['二季度末', '30'],
    ['前二季度', '30'],
    ['前两季度', '30'],
    ['上半年', '30'],
    ['1-6月', '30'],
    ['截至二季度末', '30'],
  ])('%s reaches from the beginning of the year', (head, value) => {
    expect(all(`项目\t${head}\n办公楼修缮\t${value}`)).toEqual([`2,0 ${value}`])
    expect(one(`指标\t${head}\n累计支出\t${value}`)).toEqual([`0,1 ${value}`])
  })

  it.each(['累计', '累计支出', '截至目前累计支出'])('over %s it is cumulative', (below) => {
    expect(all(`项目\t二季度\n\t${below}\n办公楼修缮\t30`)).toEqual(['2,0 30'])
  })

  it('is asked about where only a title says it', () => {
    for (const title of ['2020年二季度支出情况表', '6月份支出情况表', '本月支付情况', '4-6月支出表']) {
      expect(all(`${title}\n项目\t支出\n办公楼修缮\t30`)).toEqual(['2,0 30 heading?'])
      expect(all(`${title}\n项目\t累计支出\n办公楼修缮\t30`)).toEqual(['2,0 30'])
    }
    for (const title of ['2020年6月底支出情况表', '上半年支出情况表', '1-6月支出情况表', '截至6月支出情况表'])
      expect(all(`${title}\n项目\t支出\n办公楼修缮\t30`)).toEqual(['2,0 30'])
  })
})

describe('a heading of rates holds no money', () => {
  it.each([
    '6月底进度',
    '6月底完成率',
    '6月完成率',
    '6月底率',
    '6月底完成进度',
    '6月底比例',
    '6月底完成比例',
    '6月底（%）',
    '6月底累计（百分比）',
    '6月底\t',
  ])('%s', (head) => {
    const two = head.endsWith('\t')
    const over = two ? '6月底' : head
    const below = two ? '\n\t完成率' : ''
    expect(one(`指标\t${over}${below}\n累计支出\t60`)).toEqual(['rate-column'])
    expect(all(`项目\t${over}${below}\n办公楼修缮\t60`)).toEqual(['rate-column'])
    expect(one(`指标\t${over}${below}\n办公楼修缮 指标1\t60`)).toEqual(['1,1 60'])
    expect(all(`项目\t${over}${below}\n办公楼修缮\t60`, { row: 2, column: 1 })).toEqual(['2,1 60'])
  })

  it.each(['进度', '完成率', '完成比例', '比例', '支出进度', '执行率'])('%s alone', (head) => {
    expect(one(`指标\t${head}\n累计支出\t60`)).toEqual(['rate-column'])
    expect(all(`项目\t${head}\n办公楼修缮\t60`)).toEqual(['rate-column'])
    expect(one(`指标\t${head}\n\t6月底\n累计支出\t60`)).toEqual(['rate-column'])
  })

  it('a title of rates, or in percent, is no title of money', () => {
    expect(one('单位：%\n指标\t6月底\n累计支出\t60')).toEqual(['rate-column'])
    expect(one('各项目执行进度表\n指标\t6月底\n累计支出\t60')).toEqual(['0,1 60 heading?'])
    expect(one('各项目执行进度表\n指标\t6月底累计支出\n累计支出\t60')).toEqual(['0,1 60'])
    expect(one('6月支出进度（万元）\n指标\t6月底\n累计支出\t60')).toEqual(['0,1 60'])
  })
})

describe('a block of another project', () => {
  const other = '创业孵化基地专项补助'
  it.each([
    `项目：${other}\n\t6月底\n累计支出\t41`,
    `项目名称：${other}\n\t6月底\n累计支出\t41`,
    `项目名称\t${other}\n指标\t6月底\n累计支出\t41`,
    `${other}\t6月底\n累计支出\t41`,
    `${other}\n指标\t6月底\n累计支出\t41`,
    `${other}支出情况表\n指标\t6月底\n累计支出\t41`,
    `323-0105-JBN-YWGV ${other}\n指标\t6月底\n累计支出\t41`,
    `${other}\n41`,
    `项目：${other}\n累计支出\t41`,
    `项目名称\t指标\t6月底\n${other}\t累计支出\t41`,
  ])('%j is refused with its name', (text) => {
    expect(one(text)).toEqual([`other-project ${other}`])
  })

  it('a project nobody here knows is another one', () => {
    expect(one('项目：食堂改造\n指标\t6月底\n累计支出\t41')).toEqual(['other-project 食堂改造'])
    expect(one('项目名称：\t食堂改造\n指标\t6月底\n累计支出\t41')).toEqual(['other-project 食堂改造'])
  })

  it('changes the project from where it stands', () => {
    expect(one(`项目：办公楼修缮\n指标\t6月底\n累计支出\t40\n项目：${other}\n累计支出\t41`)).toEqual([
      '0,1 40',
      `other-project ${other}`,
    ])
  })

  it.each([
    '项目：办公楼修缮\n\t6月底\n累计支出\t41',
    '项目名称：2020年办公楼修缮\n\t6月底\n累计支出\t41',
    '办公楼修缮\t6月底\n累计支出\t41',
    '323-0701-JBN-YQI0 办公楼修缮\n指标\t6月底\n累计支出\t41',
    '办公楼修缮支出情况表\n指标\t6月底\n累计支出\t41',
    '项目名称\t指标\t6月底\n办公楼修缮\t累计支出\t41',
    '项目单位：某局\n指标\t6月底\n累计支出\t41',
  ])('%j is this one', (text) => {
    expect(one(text)).toEqual(['0,1 41'])
  })

  it('in the grid of all projects goes to no other one by its place', () => {
    expect(all(`项目：${other}\n6月底\n41`, { row: 2, column: 0 })).toEqual([`other-project ${other}`])
    expect(all(`项目：${other}\n6月底\n41`, { row: 4, column: 0 })).toEqual(['4,0 41'])
  })
})

describe('a title above the headings', () => {
  it.each([
    '2020年6月底执行情况\n单位：元\n项目\t累计支出\n办公楼修缮\t410000',
    '2020年6月底执行情况\t\n\t单位：元\n项目\t累计支出\n办公楼修缮\t410000',
    '2020年6月底执行情况\t单位：元\n项目\t累计支出\n办公楼修缮\t410000',
    '单位：元\n2020年6月30日\n项目\t累计支出\n办公楼修缮\t410000',
    '某局\n2020年6月底执行情况\n制表日期：2020年7月3日\n单位：元\n项目\t累计支出\n办公楼修缮\t410000',
    '2020年6月底执行情况\n单位：元\n项目\t6月底\t10月底\n办公楼修缮\t410000\t',
    '项目\t累计支出\n\t（元）\n办公楼修缮\t410000',
  ])('%j is one', (text) => {
    expect(all(text)).toEqual(['2,0 41'])
    expect(one(text)).toEqual(['0,1 41'])
  })

  it('over one column', () => {
    expect(one('2020年6月底执行情况\n单位：元\n累计支出\n410000')).toEqual(['0,1 41'])
    expect(one('2020年6月底执行情况\n41')).toEqual(['0,1 41'])
  })

  it('of another month is asked about', () => {
    expect(all('2020年10月底执行情况\n单位：元\n项目\t累计支出\n办公楼修缮\t410000')).toEqual([
      '2,0 41 heading?',
    ])
  })

  it('a checkpoint over 计划 and 实际 stays a heading', () => {
    expect(one('6月底\t\n计划\t实际\n40\t41', { row: 0, column: 2 })).toEqual(['plan-column', '0,1 41'])
  })
})
