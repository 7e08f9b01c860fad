import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CellValue, EntryGrid } from '@/domain/desk/entryGrid'
import type { MergedRegion, PastedBlock } from '@/domain/sheets/pastedBlock'
import { holdsFigure } from '@/domain/sheets/headingRows'
import { planPaste, type PasteCell, type PastePreview } from '@/domain/sheets/pastePlan'
import { applyPaste, pasteCellKey, type PasteAnswer } from '@/domain/sheets/pasteStep'
import { gridOf, MEDICAL, MIXED, on, PENSION } from '../../fixtures/entryProjects'

function block(rows: readonly (readonly string[])[], more: Partial<PastedBlock> = {}): PastedBlock {
  return { rows, merged: [], underlying: [], ...more }
}

function words(value: CellValue | null): string {
  if (value === null) return '-'
  if (value.kind === 'amount') return value.amount.toFixed()
  return value.value.kind === 'text' ? value.value.text : value.value.band
}

function told({ row, column, outcome }: PasteCell): string {
  const place = `${row ?? '-'},${column ?? '-'}`
  switch (outcome.kind) {
    case 'accepted':
      return `${place} ${words(outcome.value)}`
    case 'doubtful':
      return `${place} ${outcome.doubts.join('+')}? ${words(outcome.suggestion)}|${words(outcome.asRead)}`
    case 'refused':
      return `${place} ${outcome.why.reason}!`
    case 'empty':
    case 'outside':
      return `${place} ${outcome.why}`
  }
}

function plan(
  grid: EntryGrid,
  rows: readonly (readonly string[])[],
  focus = { row: 0, column: 0 },
  more: Partial<PastedBlock> = {},
): string[] {
  return planPaste(block(rows, more), grid, focus, 'wan').cells.map(told)
}

const medical = gridOf(MEDICAL)
const pension = gridOf(PENSION)

describe('by place', () => {
  it('begins at the focused cell, and what lies beyond the grid is outside', () => {
    expect(
      plan(
        medical,
        [
          ['95%', '96%'],
          ['97%', '98%'],
        ],
        { row: 7, column: 3 },
      ),
    ).toEqual(['7,3 95%', '7,- beyond-columns', '-,3 beyond-rows', '-,- beyond-rows'])
  })

  it('keeps 0 as 0 and a blank as nothing', () => {
    expect(
      plan(medical, [
        ['0', ''],
        ['0%', '—'],
      ]),
    ).toEqual(['0,0 0', '0,1 blank', '1,0 0%', '1,1 blank'])
  })

  it('takes words in a single column for values, not names', () => {
    expect(plan(gridOf(MIXED), [['达成'], ['1年']], { row: 3, column: 1 })).toEqual([
      '3,1 achieved',
      '4,1 1年',
    ])
    expect(plan(medical, [['已知']], { row: 5, column: 1 })).toEqual(['5,1 not-a-number!'])
  })

  it('never moves figures under a column of unknown names', () => {
    expect(plan(medical, [['知晓度', '95%', '96%']], { row: 5, column: 0 })).toEqual([
      '-,0 unknown-row',
      '-,1 unknown-row',
    ])
  })

  it.each([-1, 0.5, Number.NaN, 99])('is outside when the focus is at %s', (at) => {
    expect(plan(medical, [['95%']], { row: at, column: 0 })).toEqual(['-,0 beyond-rows'])
    expect(plan(medical, [['552']], { row: 0, column: at })).toEqual(['0,- beyond-columns'])
  })
})

describe('by headings', () => {
  it('finds the columns wherever they stand, and rows go by place', () => {
    expect(
      plan(
        medical,
        [
          ['10月底', '1-6月'],
          ['736', '552'],
          ['99%', '98%'],
        ],
        { row: 0, column: 3 },
      ),
    ).toEqual(
      ['0,2 736', '0,1 552', '1,2 99%', '1,1 98%'].map((line) =>
        line.replace(/ (736|552)$/, (_, wan: string) => ` ${wan}0000`),
      ),
    )
  })

  it('leaves out columns of another month, another year or another meaning, but not in silence', () => {
    expect(
      plan(medical, [
        ['6月底', '9月底', '2019年10月底', '6月计划', ''],
        ['552', '600', '1', '2', ''],
      ]),
    ).toEqual(['0,1 5520000', '0,- unknown-column', '0,- before-column', '0,- plan-column', '0,- blank'])
  })

  it('asks about both when two columns are of one checkpoint', () => {
    expect(
      plan(medical, [
        ['6月底', '1-6月'],
        ['552', '553'],
      ]),
    ).toEqual(['0,1 same-place? 5520000|5520000', '0,1 same-place? 5530000|5530000'])
  })

  it('passes over titles, and takes the unit they state', () => {
    expect(
      plan(medical, [
        ['执行情况（单位：元）', ''],
        ['6月底', '10月底'],
        ['5,520,000', '7,360,000.50'],
      ]),
    ).toEqual(['0,1 5520000', '0,2 7360000.5'])
  })

  it('takes the unit of a heading and of a row before that of the screen', () => {
    expect(
      plan(medical, [
        ['', '6月底（元）', '10月底'],
        ['支出', '5520000', '736'],
      ]),
    ).toEqual(['0,1 5520000', '0,2 7360000'])
    expect(plan(medical, [['支出（元）', '5520000', '736万元']], { row: 3, column: 1 })).toEqual([
      '0,1 5520000',
      '0,2 7360000',
    ])
  })

  it('takes a checkpoint before a figure for its heading', () => {
    expect(plan(medical, [['6月底', '552']])).toEqual(['0,1 5520000'])
  })

  it('goes by place down the rows when only numbers count them', () => {
    expect(
      plan(medical, [
        ['序号', '6月底'],
        ['1', '552'],
        ['2', '98%'],
      ]),
    ).toEqual(['0,1 5520000', '1,1 98%'])
  })
})

describe('by names', () => {
  it('finds rows in any order, and unknown ones are outside', () => {
    expect(
      plan(
        medical,
        [
          ['政策知晓率', '96%'],
          ['支出', '552'],
          ['合计', '1'],
          ['', ''],
          ['持续影响程度', '92%'],
        ],
        { row: 2, column: 1 },
      ),
    ).toEqual(['5,1 96%', '0,1 5520000', '-,1 unknown-row', '-,1 blank', '6,1 92%'])
  })

  it('reads the official table: groups printed once, a column of 指标值, numbers before', () => {
    const rows = [
      ['1', '产出指标', '数量指标', '医疗保险参保率；医疗救助水平', '≥99百分比', '98%'],
      ['2', '', '质量指标', '困难人口参保率；医疗救助后个人负担比例', '＝100百分比', '100%'],
      ['3', '效果指标', '社会效益指标', '政策知晓率', '≥95百分比', '96%'],
    ]
    const merged: MergedRegion[] = [{ row: 0, column: 1, rows: 2, columns: 1 }]
    expect(plan(medical, rows, { row: 0, column: 2 }, { merged })).toEqual(['1,2 98%', '2,2 100%', '5,2 96%'])
  })

  it('takes a column beside the names that is not their 指标值 for figures', () => {
    expect(
      plan(
        medical,
        [
          ['政策知晓率', '≥95百分比', '96%'],
          ['持续影响程度', '≥95%', '92%'],
        ],
        { row: 0, column: 1 },
      ),
    ).toEqual(['5,1 ≥95百分比', '5,2 96%', '6,1 ≥95%', '6,2 92%'])
  })

  it('asks about namesakes, with their order as the suggestion', () => {
    const name = '按时完成待遇发放，保障人们生活'
    expect(
      plan(
        pension,
        [
          [name, '95%'],
          ['支出', '552'],
          [name, '96%'],
          [name, '97%'],
        ],
        { row: 0, column: 1 },
      ),
    ).toEqual(['2,1 namesake? 95%|95%', '0,1 5520000', '3,1 namesake? 96%|96%', '-,1 unknown-row'])
    expect(plan(pension, [['可持续影响指标', name, '95%']], { row: 0, column: 1 })).toEqual(['3,1 95%'])
  })

  it('asks about both when one name comes twice', () => {
    expect(
      plan(
        medical,
        [
          ['政策知晓率', '95%'],
          ['政策知晓率', '96%'],
          ['政策知晓率', ''],
        ],
        { row: 0, column: 1 },
      ),
    ).toEqual(['5,1 same-place? 95%|95%', '5,1 same-place? 96%|96%', '5,1 blank'])
  })
})

describe('what is asked and refused besides the cell itself', () => {
  it('offers the value of a merged cell to those it covers, and nothing for an empty one', () => {
    const merged: MergedRegion[] = [
      { row: 0, column: 0, rows: 2, columns: 1 },
      { row: 0, column: 1, rows: 2, columns: 1 },
    ]
    expect(
      plan(
        medical,
        [
          ['98%', ''],
          ['', ''],
        ],
        { row: 1, column: 1 },
        { merged },
      ),
    ).toEqual(['1,1 98%', '1,2 blank', '2,1 merged? 98%|98%', '2,2 merged'])
    expect(plan(medical, [['552'], ['']], { row: 0, column: 1 }, { merged })).toEqual([
      '0,1 5520000',
      '1,1 far-over-100+merged? 552|552',
    ])
  })

  it('takes a row name that reaches over a figure for a name, not for the figure', () => {
    const merged: MergedRegion[] = [{ row: 1, column: 0, rows: 1, columns: 2 }]
    const rows = [
      ['指标', '6月底', '10月底'],
      ['支出', '', '736'],
    ]
    expect(plan(medical, rows, { row: 0, column: 0 }, { merged })).toEqual(['0,1 blank', '0,2 7360000'])
  })

  it('asks which is meant when the cell shows a rounded number', () => {
    const underlying = [
      { row: 0, column: 0, text: '552.465' },
      { row: 1, column: 0, text: '94.96%' },
    ]
    expect(plan(medical, [['552.47'], ['95%']], { row: 0, column: 1 }, { underlying })).toEqual([
      '0,1 rounded? 5524650|5524700',
      '1,1 rounded? 94.96%|95%',
    ])
  })

  it('refuses what is closed and what lies ahead', () => {
    const grid = gridOf(MEDICAL, { closedThrough: on('2020-03-31'), today: on('2020-06-30') })
    expect(plan(grid, [['1', '2', '3', '#N/A']])).toEqual([
      '0,0 closed!',
      '0,1 20000',
      '0,2 future!',
      '0,3 error-value!',
    ])
    expect(plan(grid, [['', 'x']])).toEqual(['0,0 blank', '0,1 not-a-number!'])
  })

  it('asks about a negative total, and adds its questions to those of the cell', () => {
    expect(plan(medical, [['-1', '', '-5,520,000']])).toEqual([
      '0,0 negative-total? 10000|-',
      '0,1 blank',
      '0,2 ten-thousand+negative-total? 5520000|-',
    ])
  })

  it('notes a rate over 100 on an accepted cell', () => {
    const [cell] = planPaste(block([['105%']]), medical, { row: 5, column: 1 }, 'wan').cells
    expect(cell?.outcome).toMatchObject({ kind: 'accepted', over100: true })
  })
})

describe('applying', () => {
  const preview = planPaste(
    block([
      ['552', '0.95E+01', 'x'],
      ['0.98', '99%', ''],
    ]),
    medical,
    { row: 0, column: 1 },
    'wan',
  )
  const answers = (given: Readonly<Record<string, PasteAnswer>>) => new Map(Object.entries(given))
  const values = (preview: PastePreview, given: Readonly<Record<string, PasteAnswer>>) => {
    const step = applyPaste(preview, answers(given))
    return step.kind === 'step'
      ? step.values.map(({ row, column, value }) => `${row},${column} ${words(value)}`)
      : step.why
  }

  it('does nothing while a question is open, and names the open cells', () => {
    expect(values(preview, {})).toBe('open')
    expect(values(preview, { '0:1': 'suggestion' })).toBe('open')
    const step = applyPaste(preview, new Map())
    expect(step.kind === 'nothing' && step.cells.map(pasteCellKey)).toEqual(['0:1', '1:0'])
  })

  it('takes what was accepted and answered as one step', () => {
    expect(values(preview, { '0:1': 'skip', '1:0': 'suggestion' })).toEqual([
      '0,1 5520000',
      '1,1 98%',
      '1,2 99%',
    ])
    expect(values(preview, { '0:1': 'suggestion', '1:0': 'as-read' })).toEqual([
      '0,1 5520000',
      '0,2 95000',
      '1,1 0.98%',
      '1,2 99%',
    ])
  })

  it('takes no answer that was not offered', () => {
    const band = planPaste(block([['基本完成']]), gridOf(MIXED), { row: 3, column: 1 }, 'wan')
    expect(values(band, { '0:0': 'as-read' })).toBe('open')
    expect(values(band, { '0:0': 'suggestion' })).toEqual(['3,1 partly'])
  })

  it('does nothing when two values are for one place', () => {
    const twice = planPaste(
      block([
        ['6月底', '1-6月', '10月底'],
        ['552', '553', '600'],
      ]),
      medical,
      { row: 0, column: 0 },
      'wan',
    )
    expect(values(twice, { '1:0': 'suggestion', '1:1': 'suggestion' })).toBe('same-place')
    expect(values(twice, { '1:0': 'skip', '1:1': 'as-read' })).toEqual(['0,1 5530000', '0,2 6000000'])
  })

  it('does nothing when nothing is left', () => {
    expect(values(planPaste(block([['x', '']]), medical, { row: 0, column: 0 }, 'wan'), {})).toBe('no-values')
    expect(values(planPaste(block([]), medical, { row: 0, column: 0 }, 'wan'), {})).toBe('no-values')
  })
})

describe('every block', () => {
  const text = fc.oneof(
    fc.constantFrom(
      '',
      '—',
      '0',
      '95%',
      '0.95',
      '552',
      '5,520,000',
      '####',
      '支出',
      '政策知晓率',
      '6月底',
      '1-6月',
      '三级指标',
      '达成',
      '合计',
      '3/4',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )
  const rows = fc
    .tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 6 }))
    .chain(([height, width]) =>
      fc.array(fc.array(text, { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    )
  const region = fc.record({
    row: fc.integer({ min: 0, max: 11 }),
    column: fc.integer({ min: 0, max: 7 }),
    rows: fc.integer({ min: 1, max: 12 }),
    columns: fc.integer({ min: 1, max: 8 }),
  })

  it('is laid out whole: each data cell once, places only inside the grid', () => {
    fc.assert(
      fc.property(
        rows,
        fc.array(region, { maxLength: 2 }),
        fc.constantFrom(medical, pension, gridOf(MIXED)),
        fc.integer({ min: -2, max: 9 }),
        (cells, merged, grid, at) => {
          const preview = planPaste(block(cells, { merged }), grid, { row: at, column: at % 4 }, 'wan')
          const keys = preview.cells.map(pasteCellKey)
          expect(new Set(keys).size).toBe(keys.length)
          const dataRows = new Set(preview.cells.map(({ from }) => from.row))
          const dataColumns = new Set(preview.cells.map(({ from }) => from.column))
          expect(keys).toHaveLength(dataRows.size * dataColumns.size)
          const above = cells.slice(0, Math.min(...dataRows))
          if (!preview.byHeading) {
            expect(dataRows.size).toBe(cells.length - above.length)
            expect(above.flat().filter(holdsFigure)).toEqual([])
          }
          if (!preview.byHeading && !preview.byName)
            expect(keys).toHaveLength(cells.slice(above.length).flat().length)
          for (const { row, column, outcome } of preview.cells) {
            if (outcome.kind === 'accepted' || outcome.kind === 'doubtful' || outcome.kind === 'refused') {
              expect(grid.rows[row ?? -1]).toBeDefined()
              expect(grid.columns[column ?? -1]).toBeDefined()
            }
          }
        },
      ),
      { numRuns: 1000 },
    )
  })
})
