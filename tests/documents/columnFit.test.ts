import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fittedColumns, textWidth } from '@/documents/forms/columnFit'
import type { FormCell, FormTable } from '@/documents/forms/form'

const head = (words: string): FormCell => ({ kind: 'head', text: words })
const text = (words: string): FormCell => ({ kind: 'text', text: words })
const figure = (words: string): FormCell => ({ kind: 'number', text: words })
const word = (words: string): FormCell => ({ kind: 'text', text: words, align: 'right' })

const MEASURE = { line: 60, sign: 1, margin: 1 }
const fit = (widths: readonly number[], rows: FormTable['rows'], line = MEASURE.line) =>
  fittedColumns({ widths, rows }, { ...MEASURE, line })
const total = (columns: readonly number[]) => columns.reduce((sum, width) => sum + width, 0)

describe('the width of a text', () => {
  it.each([
    ['沿用', 2],
    ['12.50', 2.5],
    ['（沿用6月底）', 7],
    ['95.5%', 2.85],
    ['2020年12月31日', 8.25],
  ])('%s is %f signs', (words, width) => {
    expect(textWidth(words)).toBeCloseTo(width, 6)
  })
})

describe('the columns of a form', () => {
  it.each([
    ['a figure', [head('得分'), head('说明')], [figure('1,234,567.89'), text('')]],
    ['what stands for a figure', [head('复评分'), head('说明')], [word('须重新复评'), text('')]],
    ['a short word', [head('等级'), head('说明')], [text('优（未签认）'), text('')]],
    ['a day', [head('期限'), head('说明')], [text('2020年12月31日（10月底说明）'), text('')]],
    ['a heading at the side', [head('级'), head('说明')], [head('一、基本情况'), text('')]],
  ] as const)('are not so narrow that %s breaks', (_, heads, cells) => {
    const { columns, whole } = fit([4, 96], [heads, cells])
    const longest = cells[0].text.split(/(?=（)/).map(textWidth)
    expect(columns[0]).toBeGreaterThanOrEqual(Math.max(...longest) + MEASURE.margin)
    expect(total(columns)).toBeCloseTo(60, 6)
    expect(whole).toBe(true)
  })

  it('give what a column does not fill to the one whose text then takes a line', () => {
    const named = 20
    const rows = [
      [head('三级指标'), head('年度指标值'), head('说明')],
      [text('按时完成待遇发放，保障人们的基本生活需要'), text('≥95%'), text('')],
    ]
    const { columns } = fit([named, named, named], rows)
    expect(columns[0]).toBeGreaterThanOrEqual(20 + MEASURE.margin)
    expect(columns[1]).toBeLessThan(named)
  })

  it('leave an empty column its width, also where some of it is filled: it is for writing', () => {
    const rows = [
      [head('项目'), head('整改结果')],
      [text('办公楼修缮'), text('')],
      [text('人员招聘费用'), text('尚未答复')],
    ]
    expect(fit([30, 30], rows).columns[1]).toBeGreaterThanOrEqual(30)
  })

  it('leave columns their width that carry a text merged over them', () => {
    const rows: FormTable['rows'] = [
      [head('类别'), head('预算数'), head('备注')],
      [text('支出'), figure('1.00'), text('没有')],
      [{ ...text('促进就业工作，维护社会基本稳定。'.repeat(5)), columns: 2 }, text('达成')],
    ]
    const { columns } = fit([20, 20, 20], rows)
    expect((columns[0] ?? 0) + (columns[1] ?? 0)).toBeGreaterThanOrEqual(40 - 1e-6)
  })

  it('stay as they are named where nothing else is better', () => {
    const rows = [
      [head('项目'), head('金额')],
      [text('办'.repeat(200)), text('修'.repeat(200))],
    ]
    expect(fit([20, 40], rows).columns).toEqual([20, 40])
  })

  it('say that words break where a line is too short for them, and keep figures whole', () => {
    const rows = [
      [head('指标'), head('得分'), head('二级指标')],
      [text('服务对象满意度指标'), figure('100.00'), text('社会效益指标')],
    ]
    const { columns, whole } = fit([10, 2, 10], rows, 20)
    expect(whole).toBe(false)
    expect(columns[1]).toBeGreaterThanOrEqual(textWidth('100.00') + MEASURE.margin)
  })

  it('fill the line, whatever the texts, and none is without width', () => {
    const cell = fc.oneof(
      fc.stringMatching(/^[\u4e00-\u4e50]{0,60}$/).map(text),
      fc.integer({ min: 0, max: 9_999_999 }).map((value) => figure(String(value))),
      fc.constantFrom(head('一级指标'), word('—'), text('')),
    )
    const grid = fc.integer({ min: 1, max: 12 }).chain((count) =>
      fc.record({
        widths: fc.array(fc.integer({ min: 4, max: 40 }), { minLength: count, maxLength: count }),
        rows: fc.array(fc.array(cell, { minLength: count, maxLength: count }), {
          minLength: 1,
          maxLength: 6,
        }),
      }),
    )
    fc.assert(
      fc.property(grid, fc.integer({ min: 20, max: 200 }), ({ widths, rows }, line) => {
        const { columns } = fit(widths, rows, line)
        expect(total(columns)).toBeCloseTo(line, 6)
        for (const width of columns) expect(width).toBeGreaterThan(0)
      }),
      { numRuns: 200 },
    )
  })
})
