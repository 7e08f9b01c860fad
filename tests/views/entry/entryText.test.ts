import { describe, expect, it } from 'vitest'
import type { DeskCheck } from '@/domain/desk/checks'
import { Decimal } from '@/domain/number/decimal'
import { readAmountCell } from '@/domain/desk/amountCell'
import { readIndicatorCell } from '@/domain/desk/indicatorCell'
import type { BlockIssue } from '@/domain/sheets/pastedBlock'
import { money } from '@/domain/number/money'
import { planPaste, type PasteOutcome } from '@/domain/sheets/pastePlan'
import { blockIssueText } from '@/views/entry/paste/blockIssueText'
import { cellOutcomeText, refusalText } from '@/format/cellOutcomeText'
import { deskCheckText } from '@/views/entry/deskCheckText'
import { gridOf, MEDICAL, MIXED, on } from '../../fixtures/entryProjects'

const grid = gridOf(MEDICAL)
const [spending, first, second] = grid.rows
const mixed = gridOf(MIXED)

function row(from: typeof grid, index: number) {
  const found = from.rows[index]
  if (found?.kind !== 'indicator') throw new Error('no such indicator')
  return found
}

const JUNE = on('2020-06-30')
const OCTOBER = on('2020-10-31')
const at = (...rows: (typeof spending)[]) =>
  rows.flatMap((found) => (found ? [{ row: found, day: OCTOBER }] : []))
const number = (value: string) => ({ kind: 'number' as const, value: new Decimal(value) })

describe('checks in words', () => {
  const subject = MEDICAL.id
  const texts: readonly (readonly [DeskCheck, string])[] = [
    [
      {
        kind: 'over-budget',
        subject,
        cells: at(spending),
        day: OCTOBER,
        total: money(9_300_000),
        budget: money(9_200_000),
      },
      '10月底累计支出 930.00 万元，超出全年预算数 920.00 万元 达 10.00 万元',
    ],
    [
      {
        kind: 'decreasing',
        subject,
        cells: at(spending),
        day: OCTOBER,
        total: money(5_000_000),
        before: money(5_520_000),
        beforeDay: JUNE,
      },
      '10月底累计支出 500.00 万元，比6月底的 552.00 万元 少 52.00 万元',
    ],
    [
      { kind: 'outside-year', subject, cells: at(row(grid, 5)), day: on('2021-01-05'), year: 2020 },
      '「政策知晓率」的日期 2021年1月5日 不在 2020 年度内',
    ],
    [
      { kind: 'over-100', subject, cells: at(row(grid, 5)), value: new Decimal('100.5') },
      '「政策知晓率」的完成值 100.5%，超过 100%',
    ],
    [
      {
        kind: 'unit-mismatch',
        subject,
        cells: at(row(grid, 5)),
        entered: { kind: 'other', printed: '人' },
        expected: { kind: 'percent' },
      },
      '「政策知晓率」填的单位是「人」，指标值的单位是「%」',
    ],
    [
      {
        kind: 'unit-mismatch',
        subject,
        cells: at(spending),
        entered: { kind: 'percent' },
        expected: 'money',
      },
      '「支出」填的单位是「%」，这里填金额',
    ],
    [
      {
        kind: 'missed-unexplained',
        subject,
        cells: at(row(grid, 5)),
        reported: number('94.996'),
        target: row(grid, 5).target,
      },
      '「政策知晓率」的完成值 94.996%，未达到指标值 ≥95%，尚未说明原因',
    ],
    [
      {
        kind: 'missed-unexplained',
        subject,
        cells: at(row(mixed, 3)),
        reported: { kind: 'band', band: 'partly', percent: new Decimal(70) },
        target: row(mixed, 3).target,
      },
      '「社会影响」的完成值 部分达成并具有一定效果 70%，未达到指标值 明显提升，尚未说明原因',
    ],
    [
      {
        kind: 'exceeded-unexplained',
        subject,
        cells: at(row(mixed, 1)),
        reported: number('1500'),
        target: row(mixed, 1).target,
        percent: new Decimal(25),
      },
      '「培训人数」的完成值 1,500人，比指标值 ≥1,200人 超出 25.0%，尚未说明原因',
    ],
    [
      { kind: 'same-in-all', subject, cells: at(first, second), day: OCTOBER, reported: number('95') },
      '10月底 2 项指标的完成值都是 95%',
    ],
    [
      { kind: 'spent-but-unreported', subject, cells: at(row(grid, 3), row(grid, 4)), day: OCTOBER },
      '10月底支出已达全年预算数，还有 2 项产出指标未填报：规定时间内完成情况、基金监管完成情况',
    ],
    [
      { kind: 'same-as-last', subject, cells: at(spending, first), day: OCTOBER, lastDay: JUNE },
      '10月底填的 2 个数与6月底完全相同',
    ],
  ]

  it.each(texts)('$kind', (check, sentence) => {
    const text = deskCheckText(check, 'wan')
    expect(text.sentence).toBe(sentence)
    expect(text.mend).not.toBe('')
  })

  it('give amounts in the unit of the screen', () => {
    const [over] = texts[0] ?? []
    expect(over && deskCheckText(over, 'yuan').sentence).toBe(
      '10月底累计支出 9,300,000.00 元，超出全年预算数 9,200,000.00 元 达 100,000.00 元',
    )
  })
})

describe('pasted cells in words', () => {
  const outcomeOf = (raw: string, index = 0, from = grid): PasteOutcome => {
    const [cell] = planPaste(
      { rows: [[raw]], merged: [], underlying: [] },
      from,
      { row: index, column: 1 },
      'wan',
    ).cells
    if (!cell) throw new Error('no cell')
    return cell.outcome
  }

  it.each([
    ['552.465', 0, '可录入', '', []],
    ['96%', 5, '可录入', '', []],
    ['105%', 5, '可录入', '超过 100%，请核对', []],
    ['', 5, '空白', '空白不录入，也不记为 0', []],
    ['96%', 8, '不在表内', '超出本项目的行', []],
    ['####', 5, '不能录入', '显示为 ####：Excel 列太窄，没有复制到数值', []],
    ['96人', 5, '不能录入', '填的单位是“人”，指标值的单位是“%”', []],
    ['96人', 0, '不能录入', '“人”不是金额的单位', []],
    ['0.96', 5, '待确认', '是小数，可能指百分比', ['按 96% 录入', '按 0.96% 录入', '不录入']],
    [
      '5,520,000',
      0,
      '待确认',
      '与全年预算数相差约一万倍，可能把元与万元弄混了',
      ['按 552.00 万元 录入', '按 5,520,000.00 万元 录入', '不录入'],
    ],
    ['4.02E+02', 0, '待确认', '是科学计数法，原数可能已被 Excel 舍入', ['按 402.00 万元 录入', '不录入']],
  ] as const)('%s in row %s', (raw, index, state, why, choices) => {
    const text = cellOutcomeText(outcomeOf(raw, index), 'wan')
    expect([text.state, text.why, text.choices.map((choice) => choice.text)]).toEqual([state, why, choices])
  })

  it('offer a band by its full name', () => {
    expect(
      cellOutcomeText(outcomeOf('基本完成 70', 3, mixed), 'wan').choices.map(({ text }) => text),
    ).toEqual(['按 部分达成并具有一定效果 70% 录入', '不录入'])
  })

  it('say of every refusal why, and how to mend it', () => {
    const amounts = ['####', '#REF!', '3/4', 'x', '12,34', '60%', '0.0000001', '1E+20', '3人'].map((text) =>
      readAmountCell(text, { unit: 'wan' }),
    )
    const actuals = [
      ['完成', 1],
      ['99人', 1],
      ['<99%', 1],
      ['x', 2],
      ['x', 3],
      ['达成 70', 3],
    ].map(([text, index]) =>
      readIndicatorCell(String(text), row(index === 1 ? grid : mixed, Number(index)).target, 2020),
    )
    const reasons = [...amounts, ...actuals].flatMap((reading) =>
      reading.kind === 'refused' ? [reading] : [],
    )
    expect(new Set(reasons.map(({ reason }) => reason)).size).toBe(14)
    for (const why of [...reasons, { reason: 'closed' as const }]) {
      const text = refusalText(why)
      expect(text.why).not.toBe('')
      expect(text.mend).not.toBe('')
    }
  })
})

describe('what a clipboard left out, in words', () => {
  it.each<[BlockIssue, string]>([
    [{ kind: 'nothing' }, '剪贴板里没有可以录入的内容'],
    [
      { kind: 'too-large', limit: 5000 },
      '内容过大：一次最多粘贴 5000 格，本次没有录入任何内容；请只复制需要的区域',
    ],
    [{ kind: 'hidden-rows', count: 2 }, '原表隐藏的 2 行没有读入'],
    [{ kind: 'hidden-cells', count: 3 }, '原表隐藏的 3 格没有读入'],
    [{ kind: 'tables-left-out', count: 1 }, '剪贴板里另有 1 张列数不同的表没有读入'],
    [{ kind: 'split-by', separator: 'bar' }, '按竖线分列，请核对'],
    [{ kind: 'not-split', separator: 'comma' }, '各行的逗号不整齐，没有分列，按一列读入'],
  ])('%j', (issue, text) => {
    expect(blockIssueText(issue)).toBe(text)
  })
})
