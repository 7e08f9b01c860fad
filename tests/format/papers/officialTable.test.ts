import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { officialTable } from '@/format/papers/officialTable'
import { JUNE, OCTOBER, actual, pay } from '../../domain/build'
import { boardOf, PUBLISHED } from '../board'

const P = PUBLISHED.id
const tables = (entries: Parameters<typeof boardOf>[0], asOf: Parameters<typeof boardOf>[1]) =>
  boardOf(entries, asOf).projects.map((status) => officialTable(PUBLISHED, status))

interface PrintedProject {
  readonly code: string
  readonly name: string
  readonly budget: { readonly total: string; readonly fiscal: string; readonly other: string | null }
  readonly purpose: string
  readonly schedule: Readonly<Record<string, string | null>>
  readonly goals: readonly string[]
  readonly indicators: readonly Readonly<
    Record<'id' | 'level1' | 'level2' | 'level3' | 'description' | 'target' | 'basis', string>
  >[]
}
const printed = JSON.parse(readFileSync('public/data/2020-323002.json', 'utf8')) as {
  readonly projects: readonly PrintedProject[]
}

describe('the official table', () => {
  it('has every cell as printed, whatever was reported since', () => {
    const shown = tables(
      [pay(`${P}/1`, '2020-02-10', '5000'), actual(`${P}/1/1`, '2020-10-31', '88%')],
      OCTOBER,
    )
    expect(
      shown.map(({ code, name, budget, purpose, schedule, goals, rows }) => ({
        code,
        name,
        budget,
        purpose,
        schedule: schedule.map((point) => point.printed),
        goals,
        indicators: rows.map(({ id, level1, level2, level3, description, target, basis }) => ({
          id,
          level1,
          level2,
          level3,
          description,
          target,
          basis,
        })),
      })),
    ).toEqual(
      printed.projects.map(({ code, name, budget, purpose, schedule, goals, indicators }) => ({
        code,
        name,
        budget: { ...budget, other: budget.other ?? '' },
        purpose,
        schedule: ['03', '06', '10', '12'].map((month) => schedule[month] ?? ''),
        goals,
        indicators,
      })),
    )
  })

  it('leaves 3月底 blank, and prints 10.00 and 80 as the document does', () => {
    const shown = tables([], OCTOBER)
    expect(shown.map(({ schedule }) => schedule[0])).toEqual(
      shown.map(() => ({ name: '3月底', printed: '', actual: '未填报' })),
    )
    expect(shown.map(({ budget }) => budget.total)).toEqual([
      '4023.1',
      '920',
      '80',
      '10.00',
      '469',
      '1078.41',
    ])
  })

  it('prints 一级指标 once for its group', () => {
    for (const { rows } of tables([], OCTOBER)) {
      expect(rows.map(({ span }) => span)).toEqual([4, 0, 0, 0, 2, 0, 1])
    }
  })

  it('has the execution rate of each checkpoint that has come, none of one to come', () => {
    const [, , third] = tables(
      [pay(`${P}/3`, '2020-05-01', '40'), pay(`${P}/3`, '2020-09-20', '12')],
      OCTOBER,
    )
    expect(third?.schedule.map((point) => point.actual)).toEqual(['未填报', '50.00%', '65.00%', '未到期'])
    const [, , early] = tables([pay(`${P}/3`, '2020-05-01', '40')], JUNE)
    expect(early?.schedule.map((point) => point.actual)).toEqual(['未填报', '50.00%', '未到期', '未到期'])
  })

  it('never rounds a rate up to what was planned or to all of the budget', () => {
    const near = tables([pay(`${P}/3`, '2020-05-01', '39.9999'), pay(`${P}/3`, '2020-09-20', '40')], OCTOBER)
    expect(near[2]?.schedule.map((point) => point.actual)).toEqual([
      '未填报',
      '49.9999%',
      '99.9999%',
      '未到期',
    ])
  })

  it('puts what was reached beside what was asked', () => {
    const [first] = tables([actual(`${P}/1/2`, '2020-10-31', '94.996%')], OCTOBER)
    expect(
      first?.rows.slice(0, 2).map(({ target, actual: reached, word }) => [target, reached, word]),
    ).toEqual([
      ['=100百分比', '—', '未填报'],
      ['≥95百分比', '94.996%', '接近'],
    ])
  })
})
