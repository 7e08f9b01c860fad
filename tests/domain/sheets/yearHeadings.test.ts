import { describe, expect, it } from 'vitest'
import { planAcross } from '@/domain/sheets/acrossPaste'
import { planPaste, type PasteCell } from '@/domain/sheets/pastePlan'
import { pasteText, placeInGrid } from '@/views/entry/paste/pasteText'
import { gridOf, MEDICAL } from '../../fixtures/entryProjects'
import { inWan } from '../build'
import { june, yearEnd } from './grids'
import { textBlock } from './textBlock'

const medical = gridOf(MEDICAL)

function told({ row, column, outcome }: PasteCell): string[] {
  if (outcome.kind === 'empty') return []
  if (outcome.kind === 'outside') return [`${row ?? '-'} ${outcome.why}`]
  if (outcome.kind === 'refused') return [`${row ?? '-'} ${outcome.why.reason}!`]
  const value = outcome.kind === 'accepted' ? outcome.value : outcome.suggestion
  const text = value.kind === 'amount' ? inWan(value.amount) : '…'
  return [`${row},${column} ${text}${outcome.kind === 'doubtful' ? ` ${outcome.doubts.join('+')}?` : ''}`]
}

const all = (text: string, grid = yearEnd) =>
  planAcross(textBlock(text), grid, { row: 0, column: 0 }, 'wan').cells.flatMap(told)
const one = (text: string, focus = { row: 0, column: 0 }) =>
  planPaste(textBlock(text), medical, focus, 'wan').cells.flatMap(told)

describe('a heading that begins with a year', () => {
  it.each([
    '2019年累计支出',
    '2019年支出数',
    '2019年执行数',
    '2019年决算数',
    '2019年度支出',
    '2019累计支出',
    '2019年',
    '２０１９年累计支出',
    '累计支出（2019年）',
    '累计支出(2019)',
    '支出数【2019年度】',
    '累计支出（２０１９年）',
    '累计支出（2019年）（万元）',
    '累计支出（元）（2019年）',
    '（2019年）累计支出',
  ])('%s is last year’s: nothing is taken', (head) => {
    const out = ['2 before-column', '3 before-column']
    expect(all(`项目名称\t${head}\n办公楼修缮\t70\n人员招聘费用\t9`)).toEqual(out)
    expect(all(`${head}\n70\n9`).map((text) => text.slice(2))).toEqual(['before-column', 'before-column'])
    expect(one(`项目\t${head}\n累计支出\t70`)).toEqual(['0 before-column'])
  })

  it.each(['2021年累计支出', '2021年支出数', '累计支出（2021年）'])('%s is no money of this year', (head) => {
    expect(all(`项目名称\t${head}\n办公楼修缮\t70`)).toEqual(['2 year-column'])
    expect(one(`项目\t${head}\n累计支出\t70`)).toEqual(['0 year-column'])
  })

  it.each([
    '2020年累计支出',
    '2020年支出',
    '2020年支出数',
    '2020年度执行数',
    '2020累计支出',
    '累计支出（2020年）',
    '累计支出（2020）',
  ])('%s is this year’s money, beside last year’s too', (head) => {
    expect(all(`项目名称\t${head}\n办公楼修缮\t70`)).toEqual(['2,0 70'])
    expect(all(`项目名称\t2019年累计支出\t${head}\n办公楼修缮\t65\t70`)).toEqual([
      '2 before-column',
      '2,0 70',
    ])
    expect(all(`项目名称\t${head}（元）\n办公楼修缮\t700000`)).toEqual(['2,0 70'])
    expect(all(`${head}（元）\n7000000\n600000`)).toEqual(['0,0 700', '1,0 60'])
  })

  it('is asked about where it does not say that it is the spending', () => {
    expect(all('项目名称\t2020年\n办公楼修缮\t70')).toEqual(['2,0 70 heading?'])
    expect(all('项目名称\t2020年决算数\n办公楼修缮\t70')).toEqual(['2,0 70 heading?'])
    expect(all('项目名称\t2020年预算\n办公楼修缮\t70')).toEqual(['2 plan-column'])
  })

  it('stands over the headings below it', () => {
    expect(all('项目名称\t2019年\t\t2020年\t\n\t预算\t支出\t预算\t支出\n办公楼修缮\t80\t65\t80\t70')).toEqual(
      ['2 plan-column', '2 before-column', '2 plan-column', '2,0 70'],
    )
    expect(all('项目名称\t2019年\t2020年\n\t6月底\t6月底\n办公楼修缮\t30\t40', june)).toEqual([
      '2 before-column',
      '2,0 40',
    ])
  })

  it.each([
    ['6月底（2019年）', 'before-column'],
    ['截至6月底累计支出（2021年）', 'year-column'],
  ])('%s is another year’s checkpoint', (head, why) => {
    expect(all(`项目名称\t${head}\n办公楼修缮\t30`, june)).toEqual([`2 ${why}`])
    expect(one(`项目\t${head}\n累计支出\t30`)).toEqual([`0 ${why}`])
  })

  it('names the unit before or behind the year in brackets', () => {
    for (const head of ['累计支出（元）（2020年）', '累计支出（2020年）（元）', '2020年累计支出（元）'])
      expect(all(`项目名称\t${head}\n办公楼修缮\t700000`)).toEqual(['2,0 70'])
  })
})

describe('one column with its heading', () => {
  it('is laid below the heading, not shifted', () => {
    expect(all('2020年支出\n700\n60\n8')).toEqual(all('累计支出\n700\n60\n8'))
    expect(all('2020年支出\n700\n60\n8')).toEqual(['0,0 700', '1,0 60', '2,0 8'])
  })

  it.each(['财政拨款', '已付', '2020年底', '本级财力'])('%s is asked about in every cell', (head) => {
    expect(all(`${head}\n700\n60\n8`)).toEqual([
      '0,0 700 no-heading?',
      '1,0 60 no-heading?',
      '2,0 8 no-heading?',
    ])
    expect(one(`${head}\n500`)[0]).toBe('0,0 500 no-heading?')
  })

  it('a cell that says there is nothing is data', () => {
    expect(all('无\n60\n8')).toEqual(['1,0 60', '2,0 8'])
  })
})

describe('a title above the headings', () => {
  it.each([
    '2019年度支出情况表（万元）',
    '上年支出情况（万元）',
    '支出计划表（万元）',
    '2020年支出预算表',
    '2020年6月底支出情况表',
    '2020年上半年支出情况表',
  ])('%s of another time or of a plan is asked about', (title) => {
    expect(all(`${title}\n项目名称\t累计支出\n办公楼修缮\t70`)).toEqual(['2,0 70 heading?'])
    expect(all(`${title}\n办公楼修缮\t70`)).toEqual(['2,0 70 heading?'])
    expect(one(`${title}\n项目\t累计支出\n累计支出\t500`, { row: 0, column: 3 })).toEqual([
      '0,3 500 heading?',
    ])
  })

  it.each([
    '2020年度支出情况表（万元）',
    '部门预算执行情况表',
    '2020年12月底支出情况表',
    '填表日期：2021年1月5日',
    '预算单位：人社局',
  ])('%s leaves the figures as they are', (title) => {
    expect(all(`${title}\n项目名称\t累计支出\n办公楼修缮\t70`)).toEqual(['2,0 70'])
  })

  it('with 进度 does not make the money a rate', () => {
    const text = '2020年6月支出进度（万元）\n项目名称\t累计支出\t执行率\n办公楼修缮\t40\t50'
    expect(all(text, june)).toEqual(['2,0 40', '2 rate-column'])
    expect(all(text)).toEqual(['2,0 40 heading?', '2 rate-column'])
  })
})

describe('what names the rows', () => {
  it.each(['编码', '代码', '编号', '项目编码', '项目代码', '序号'])(
    'a column headed %s before the names is not theirs, though nobody here is named',
    (head) => {
      expect(all(`${head}\t项目名称\t累计支出\n\t合计\t70`)).toEqual(['- total-row'])
    },
  )

  it('takes the unit of whichever label states one', () => {
    expect(one('序号\t项目\t6月底\n1\t累计支出（元）\t5520000')).toEqual(['0,1 552'])
    expect(one('项目（元）\t内容\t6月底\n累计支出\t财政资金\t5520000')).toEqual(['0,1 552'])
  })

  it('a word alone over a figure is a heading over money, over an indicator it is the first cell', () => {
    expect(one('本级财力\n95', { row: 0, column: 1 })).toEqual(['0,1 95 no-heading?'])
    expect(one('本级财力\n95', { row: 3, column: 1 })[0]).toMatch(/^3 .+!$/)
  })

  it('a cell that is refused is no rival of one that is taken', () => {
    expect(one('项目\t6月底\t1-6月\n累计支出\t待定\t552')).toEqual(['0 not-a-number!', '0,1 552'])
  })
})

it('never offers to drop the sign of several totals at once', () => {
  const plan = planPaste(textBlock('6月底\t10月底\n-500.00\t－600'), medical, { row: 0, column: 0 }, 'wan')
  const { shared } = pasteText(plan, new Map(), [], placeInGrid(plan), () => null)
  expect(shared.map(({ choices }) => choices.map(({ text }) => text))).toEqual([['都不录入']])
})
