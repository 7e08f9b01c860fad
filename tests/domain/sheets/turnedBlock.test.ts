import { describe, expect, it } from 'vitest'
import { planAcross } from '@/domain/sheets/acrossPaste'
import { columnSense } from '@/domain/sheets/columnSense'
import type { PastedBlock } from '@/domain/sheets/pastedBlock'
import { planPaste, type PasteCell } from '@/domain/sheets/pastePlan'
import { SIX_PROJECTS } from '../../fixtures/sixProjects'
import { inWan } from '../build'
import { june, repair } from './grids'
import { textBlock } from './textBlock'

/** Where a cell stood, where it goes and what becomes of it. */
function told({ from, outcome, row, column }: PasteCell): string {
  const stood = `${from.row}:${from.column}`
  if (outcome.kind === 'outside') return `${stood} ${outcome.why}`
  if (outcome.kind !== 'accepted' && outcome.kind !== 'doubtful') return `${stood} ${outcome.kind}`
  const value = outcome.kind === 'accepted' ? outcome.value : outcome.suggestion
  const amount = value.kind === 'amount' ? inWan(value.amount) : '…'
  const asked = outcome.kind === 'doubtful' ? ` ${outcome.doubts.join('+')}?` : ''
  return `${stood} → ${row}:${column} ${amount}${asked}`
}

const one = (block: PastedBlock) => planPaste(block, repair, { row: 0, column: 0 }, 'wan', SIX_PROJECTS)
const all = (block: PastedBlock) => planAcross(block, june, { row: 0, column: 0 }, 'wan')
const oneText = (text: string) => one(textBlock(text)).cells.map(told)
const allText = (text: string) => all(textBlock(text)).cells.map(told)

describe('checkpoints one below the other', () => {
  it.each([
    ['alone beside their figures', '6月底\t40\n10月底\t60', ['0:1 → 0:1 40', '1:1 → 0:2 60']],
    ['under what is spent', '\t支出\n6月底\t40\n10月底\t60', ['1:1 → 0:1 40', '2:1 → 0:2 60']],
    ['in words', '时间\t累计支出\n1-6月\t40\n本年10月底\t60', ['1:1 → 0:1 40', '2:1 → 0:2 60']],
    [
      'under titles, with their unit',
      '办公楼修缮支出情况\t\n\t单位：元\n月份\t累计支出\n6月底\t400000\n10月底\t600000',
      ['3:1 → 0:1 40', '4:1 → 0:2 60'],
    ],
    [
      'with an indicator beside',
      '月份\t累计支出\t办公楼修缮 指标1\n6月底\t40\t95%',
      ['1:1 → 0:1 40', '1:2 → 1:1 …'],
    ],
    [
      'with another project beside',
      '\t办公楼修缮\t创业孵化基地专项补助\n6月底\t40\t7',
      ['1:1 → 0:1 40', '1:2 other-project'],
    ],
    [
      'of months that fall, which are asked about',
      '3月\t10\n6月\t40\n10月\t20',
      ['0:1 → 0:0 10 heading?', '1:1 → 0:1 40 heading?', '2:1 → 0:2 20 falls+heading?'],
    ],
    [
      'of a monthly table with its sum, which holds what each month spent',
      '月份\t支出\n4月\t4\n5月\t5\n6月\t6\n合计\t15',
      ['1:1 monthly-column', '2:1 monthly-column', '3:1 monthly-column', '4:1 unknown-column'],
    ],
    ['over a plan', '\t支出计划\n6月底\t40', ['1:1 unknown-row']],
  ])('%s', (_, text, cells) => {
    expect(one(textBlock(text)).turned).toBe(true)
    expect(oneText(text)).toEqual(cells)
  })
})

describe('projects beside each other', () => {
  it.each([
    ['over their figures', '办公楼修缮\t人员招聘费用\n40\t7', ['1:0 → 2:0 40', '1:1 → 3:0 7']],
    [
      'over checkpoints, of which one is here',
      '项目\t办公楼修缮\t人员招聘费用\n6月底\t40\t7\n10月底\t50\t8',
      ['1:1 → 2:0 40', '2:1 unknown-column', '1:2 → 3:0 7', '2:2 unknown-column'],
    ],
    [
      'over a plan and what was spent',
      '项目名称\t办公楼修缮\t人员招聘费用\n预算数\t80\t10\n累计支出\t40\t7',
      ['1:1 plan-column', '2:1 → 2:0 40', '1:2 plan-column', '2:2 → 3:0 7'],
    ],
    [
      'with their sum',
      '\t办公楼修缮\t人员招聘费用\t合计\n6月底支出\t40\t7\t47',
      ['1:1 → 2:0 40', '1:2 → 3:0 7', '1:3 total-row'],
    ],
    [
      'over months, which hold what each spent',
      '月份\t办公楼修缮\t人员招聘费用\n5月\t5\t8\n6月\t6\t9',
      ['1:1 monthly-column', '2:1 monthly-column', '1:2 monthly-column', '2:2 monthly-column'],
    ],
    [
      'with one nobody knows',
      '\t办公楼修缮\t人员招聘费用\t食堂改造\n6月底\t40\t7\t9',
      ['1:1 → 2:0 40', '1:2 → 3:0 7', '1:3 unknown-project'],
    ],
  ])('%s', (_, text, cells) => {
    expect(all(textBlock(text)).turned).toBe(true)
    expect(allText(text)).toEqual(cells)
  })

  it('keeps what a spreadsheet noted behind a cell and what is merged', () => {
    const block = textBlock('\t办公楼修缮\t人员招聘费用\n6月底\t40\t7', {
      underlying: [{ row: 1, column: 2, text: '7.04' }],
    })
    expect(all(block).cells.map(told)).toEqual(['1:1 → 2:0 40', '1:2 → 3:0 7.04 rounded?'])
    const merged = textBlock('\t办公楼修缮\t人员招聘费用\n6月底\t40\t', {
      merged: [{ row: 1, column: 1, rows: 1, columns: 2 }],
    })
    expect(all(merged).cells.map(told)).toEqual(['1:1 → 2:0 40', '1:2 → 3:0 40 far-over+merged?'])
  })
})

describe('an upright block is not turned', () => {
  it.each([
    '指标\t6月底\t10月底\n支出\t40\t60',
    '6月底\t10月底\n40\t60',
    '40\t60',
    '支出\t40',
    '6月底',
    '6月底\t10月底\n3月底\t60',
  ])('%j in one project', (text) => {
    expect(one(textBlock(text)).turned).toBe(false)
  })

  it.each(['办公楼修缮\t40\n人员招聘费用\t7', '项目\t累计支出\n办公楼修缮\t40', '办公楼修缮\n40'])(
    '%j of all projects',
    (text) => {
      expect(all(textBlock(text)).turned).toBe(false)
    },
  )
})

describe('a heading that names a period in other words', () => {
  const june = { kind: 'checkpoint', month: 6, year: null, sure: true }
  const october = { ...june, month: 10 }
  it.each([
    ['本年6月底', june],
    ['今年6月末累计支出', june],
    ['支出（6月底）', june],
    ['支出（6月底）（万元）', june],
    ['6月底（本年）', june],
    ['1-10月累计支出', october],
    ['1-10月累计支出金额', october],
    ['累计支出（1-10月）', october],
    ['前10个月累计拨付', october],
    ['自年初至10月底', october],
    ['本年1-10月支出合计', october],
    ['1-10月预算执行数', october],
    ['今年以来累计支出', { kind: 'total', year: null, sure: true }],
    ['年初至今累计支出', { kind: 'total', year: null, sure: true }],
  ])('%s', (text, sense) => {
    expect(columnSense([text])).toEqual(sense)
  })

  it.each([
    ['支出（6月）', 'flow'],
    ['本年6月支出', 'flow'],
    ['10月支出合计', 'flow'],
    ['支出（4-6月）', 'flow'],
    ['去年6月底', 'before'],
    ['6月底（去年）', 'before'],
    ['计划（6月底）', 'plan'],
    ['年初预算', 'plan'],
    ['1-10月累计支出比例', 'rate'],
  ])('%s is left out as %s', (text, why) => {
    expect(columnSense([text])).toEqual({ kind: 'left-out', why })
  })
})
