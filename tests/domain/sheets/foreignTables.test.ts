import { describe, expect, it } from 'vitest'
import { acrossCell } from '@/domain/desk/acrossGrid'
import { planAcross } from '@/domain/sheets/acrossPaste'
import { columnSense } from '@/domain/sheets/columnSense'
import type { PastedBlock } from '@/domain/sheets/pastedBlock'
import { planPaste, type PasteCell } from '@/domain/sheets/pastePlan'
import { gridOf, MEDICAL } from '../../fixtures/entryProjects'
import { inWan } from '../build'
import { june } from './grids'
import { textBlock } from './textBlock'

const medical = gridOf(MEDICAL)

function told({ row, column, outcome }: PasteCell): string[] {
  if (outcome.kind === 'empty') return []
  const place = `${row ?? '-'},${column ?? '-'}`
  if (outcome.kind === 'outside') return [`${place} ${outcome.why}`]
  if (outcome.kind === 'refused') return [`${place} ${outcome.why.reason}!`]
  const value = outcome.kind === 'accepted' ? outcome.value : outcome.suggestion
  const text =
    value.kind === 'amount'
      ? inWan(value.amount)
      : value.value.kind === 'text'
        ? value.value.text
        : value.value.band
  return [`${place} ${text}${outcome.kind === 'doubtful' ? ` ${outcome.doubts.join('+')}?` : ''}`]
}

const all = (text: string, more: Partial<PastedBlock> = {}) =>
  planAcross(textBlock(text, more), june, { row: 0, column: 0 }, 'wan').cells.flatMap(told)
const one = (text: string, focus = { row: 0, column: 1 }, more: Partial<PastedBlock> = {}) =>
  planPaste(textBlock(text, more), medical, focus, 'wan').cells.flatMap(told)

describe('what a column holds by its headings', () => {
  it.each([
    [['6月底'], 'checkpoint 6'],
    [['6月底', '实际'], 'checkpoint 6'],
    [['6月底', '执行数'], 'checkpoint 6'],
    [['6月底', '本年'], 'checkpoint 6'],
    [['6月底', '累计'], 'checkpoint 6'],
    [['累计支出', '6月底'], 'checkpoint 6'],
    [['6月底（千元）'], 'checkpoint 6'],
    [['1-6月支出'], 'checkpoint 6'],
    [['6月底支出'], 'checkpoint 6'],
    [['6月', '累计支出'], 'checkpoint 6'],
    [['6月底', '甲'], 'checkpoint 6 ?'],
    [['支出', '6月'], 'checkpoint 6 ?'],
    [['支出'], 'total'],
    [['本年累计支出'], 'total'],
    [['预算执行数'], 'total'],
    [['截至本月累计'], 'total'],
    [['截至目前支出（元）'], 'total'],
    [['金额'], 'total ?'],
    [['6月底', '计划'], 'plan'],
    [['6月底计划'], 'plan'],
    [['计划', '6月底'], 'plan'],
    [['预算数'], 'plan'],
    [['全年预算'], 'plan'],
    [['年初预算数'], 'plan'],
    [['6月底', '上年'], 'before'],
    [['上年同期累计支出'], 'before'],
    [['6月底', '当月'], 'flow'],
    [['本月支出'], 'flow'],
    [['6月支出'], 'flow'],
    [['10月份实际支出数'], 'flow'],
    [['6月', '支出'], 'flow'],
    [['本月累计'], 'flow'],
    [['结余'], 'rest'],
    [['未支付金额'], 'rest'],
    [['执行率'], 'rate'],
    [['6月底执行率'], 'rate'],
    [['6月底（美元）'], 'unit'],
    [['项目名称'], 'label'],
    [['政策知晓率'], 'unknown'],
    [[''], 'blank'],
  ] as const)('%j is %s', (stack, said) => {
    const sense = columnSense(stack)
    expect(
      [
        sense.kind === 'left-out' ? sense.why : sense.kind,
        'month' in sense ? sense.month : '',
        'sure' in sense && !sense.sure ? '?' : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    ).toBe(said)
  })
})

describe('a table of all projects', () => {
  it('takes the column of this checkpoint, and says why it leaves the others', () => {
    expect(all('项目名称\t3月底\t6月底\t10月底\n办公楼修缮\t10\t40\t60')).toEqual([
      '2,- unknown-column',
      '2,0 40',
      '2,- unknown-column',
    ])
    expect(all('项目名称\t预算数\t本月支出\t累计支出\n办公楼修缮\t80\t5\t40')).toEqual([
      '2,- plan-column',
      '2,- flow-column',
      '2,0 40',
    ])
  })

  it('has headings without names, too', () => {
    expect(all('本月支出\t累计支出\n100\t2000')).toEqual(['0,- flow-column', '0,0 2000'])
  })

  it('finds indicators by their names and kinds', () => {
    const indicator = (column: number) => acrossCell(june, 2, column)?.row
    const [first, last] = [indicator(1), indicator(7)]
    if (first?.kind !== 'indicator' || last?.kind !== 'indicator') throw new Error('no indicators')
    expect(
      all(
        `项目名称\t${last.indicator.level3}\t累计支出\t${first.indicator.level3}\n办公楼修缮\t95%\t40\t93%`,
      ),
    ).toEqual(['2,7 95%', '2,0 40', '2,1 93%'])
  })

  it('asks where several columns have no heading, and where one says 金额 alone', () => {
    expect(all('办公楼修缮\t80\t40')).toEqual(['2,0 80 no-heading?', '2,1 40 no-heading?'])
    expect(all('项目名称\t金额\n办公楼修缮\t40')).toEqual(['2,0 40 heading?'])
  })

  it('finds projects row by row: totals, titles and strangers are said and change nothing for the others', () => {
    expect(
      all(
        '金额单位：元\n2020年办公楼修缮\t400000\n社会医疗保险基金财政补助\t5520000\n养老保险基金财政补助\t2413.86\n食堂\t1\n合计\t5922414.86',
      ),
    ).toEqual([
      '2,0 40 near-name?',
      '1,0 552',
      '0,0 2413.86 ten-thousand+near-name?',
      '-,0 unknown-project',
      '-,0 total-row',
    ])
    expect(all('社会医疗保险基金财政补助\t552\n小计\t552\n（办公楼修缮）\t40\n办公楼\u200b修缮\t41')).toEqual(
      ['1,0 552', '-,0 total-row', '2,0 40 same-place?', '2,0 41 same-place?'],
    )
    expect(all('食堂\t1\n车队\t2')).toEqual(['-,0 unknown-project', '-,0 unknown-project'])
  })

  it('has its names and codes in any column', () => {
    expect(all('序号\t项目编码\t项目名称\t单位\t支出\n1\t323-9\t办公楼修缮\t某局\t40')).toEqual(['2,0 40'])
    expect(all('1\t办公楼修缮\t40\n2\t人员招聘费用\t6')).toEqual(['2,0 40', '3,0 6'])
  })
})

describe('two levels of headings', () => {
  it.each([
    [
      '项目\t6月底\t\t10月底\t\n\t计划\t实际\t计划\t实际\n办公楼修缮\t40\t35\t64\t60',
      ['plan-column', '2,0 35'],
    ],
    ['项目\t6月底\t\n\t上年\t本年\n办公楼修缮\t40\t35', ['before-column', '2,0 35']],
    ['项目\t6月底\t\n\t当月\t累计\n办公楼修缮\t4\t35', ['flow-column', '2,0 35']],
    [
      '项目\t计划\t\t实际\t\n\t6月底\t10月底\t6月底\t10月底\n办公楼修缮\t40\t64\t35\t60',
      ['plan-column', '2,0 35'],
    ],
    ['项目\t6月底\t\n\t甲\t累计\n办公楼修缮\t4\t35', ['2,0 4 heading+same-place?', '2,0 35 same-place?']],
  ] as const)('%j', (text, expected) => {
    const said = all(text).join('; ')
    for (const part of expected) expect(said).toContain(part)
    expect(said.match(/ \d[\d.]*(?=;|$)/g)?.length ?? 0).toBeLessThan(2)
  })

  it('in the grid of one project as in that of all, in text and merged', () => {
    expect(one('指标\t6月底\t\t10月底\t\n\t计划\t实际\t计划\t实际\n支出\t552\t500\t736\t700')).toEqual([
      '0,- plan-column',
      '0,1 500',
      '0,- plan-column',
      '0,2 700',
    ])
    const merged = [
      { row: 0, column: 0, rows: 2, columns: 1 },
      { row: 0, column: 1, rows: 1, columns: 2 },
    ]
    expect(one('指标\t6月底\t\n\t计划\t实际\n支出\t552\t500', undefined, { merged })).toEqual([
      '0,- plan-column',
      '0,1 500',
    ])
  })
})

describe('headings in the grid of one project', () => {
  it('name what is spent without a month: it goes to the column that has the focus', () => {
    expect(one('项目名称\t预算数\t累计支出\n社会医疗保险基金财政补助\t920\t552')).toEqual([
      '0,- plan-column',
      '0,1 552',
    ])
    expect(one('累计支出\n552')).toEqual(['0,1 552'])
    expect(one('6月支出\t10月支出\n92\t100')).toEqual(['0,- flow-column', '0,- flow-column'])
  })

  it('keep their order and unit in 千元, 百万元, 亿元, 十万元', () => {
    expect(one('10月底（千元）\t6月底（千元）\n7360\t5520')).toEqual(['0,2 736', '0,1 552'])
    expect(one('单位：百万元\t\n指标\t6月底\n支出\t5.52')).toEqual(['0,1 552'])
    expect(one('指标\t6月底（亿元）\n支出\t0.0552')).toEqual(['0,1 552'])
    expect(one('指标\t6月底（十万元）\n支出\t55.2')).toEqual(['0,1 552'])
    expect(one('指标\t6月底（美元）\n支出\t552')).toEqual(['0,- unit-column'])
    expect(one('单位：美元\t\n指标\t6月底\n支出\t552')).toEqual(['0,- unit-column'])
  })

  it('that nobody knows make every cell a question', () => {
    expect(one('6月底（估）\t10月底（估）\n552\t736')).toEqual(['0,1 552 no-heading?', '0,2 736 no-heading?'])
  })

  it('a title with a unit is no row', () => {
    expect(one('金额单位：元\t\n支出\t5520000')).toEqual(['0,1 552'])
  })
})
