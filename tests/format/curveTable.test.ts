import { describe, expect, it } from 'vitest'
import type { Day } from '@/domain/time/day'
import { planPoints, spendingCurve } from '@/domain/status/departmentStatus'
import type { Entry } from '@/domain/ledger/entry'
import { curveTable } from '@/format/curveTable'
import { OCTOBER, day, pay, reschedule } from '../domain/build'
import { boardOf, PUBLISHED } from './board'

const P = PUBLISHED.id

function tableOf(entries: readonly Entry[], asOf: Day, unit: 'wan' | 'yuan' = 'wan') {
  const { projects } = boardOf(entries, asOf)
  return curveTable(planPoints(projects), spendingCurve(projects), asOf, unit).map(
    ({ day: on, plan, actual }) => [on, plan, actual],
  )
}

describe('the curve as a table', () => {
  it('shows the plan with nothing reported, and no actual of days to come', () => {
    expect(tableOf([], OCTOBER)).toEqual([
      ['3月底', '未设定', '未填报'],
      ['6月底', '3,832.47（58.24%）', '未填报'],
      ['10月底', '5,264.91（80.01%）', '未填报'],
      ['12月底', '6,580.51（100%）', ''],
    ])
  })

  it('has a row a day of spending and one for the day looked at, each once and in order', () => {
    const entries = [
      pay(`${P}/1`, '2020-06-30', '1000'),
      pay(`${P}/3`, '2020-06-30', '20'),
      pay(`${P}/1`, '2020-04-15', '500'),
      pay(`${P}/1`, '2020-11-01', '7'),
    ]
    expect(tableOf(entries, day('2020-08-15'))).toEqual([
      ['3月底', '未设定', '未填报'],
      ['4月15日', '', '500.00'],
      ['6月底', '3,832.47（58.24%）', '1,520.00'],
      ['8月15日', '', '1,520.00'],
      ['10月底', '5,264.91（80.01%）', ''],
      ['12月底', '6,580.51（100%）', ''],
    ])
  })

  it('sets no plan where one project of six has set none', () => {
    const [march, june] = tableOf(
      [reschedule(`${P}/3`, '2020-01-02', { '03': '10', '06': null })],
      OCTOBER,
      'yuan',
    )
    expect([march?.[1], june?.[1]]).toEqual(['未设定', '未设定'])
  })
})
