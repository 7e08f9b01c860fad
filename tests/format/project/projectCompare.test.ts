import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { compareDepartments } from '@/domain/status/compare'
import type { Day } from '@/domain/time/day'
import { cellChanges } from '@/format/board/compareText'
import { phraseText } from '@/format/phrase'
import { projectComparePhrase } from '@/format/project/projectCompare'
import { actual, adjust, day, JUNE, MARCH, OCTOBER, pay } from '../../domain/build'
import { boardOf, PUBLISHED } from '../board'

const P = `${PUBLISHED.id}/3`
const change = (entries: readonly Entry[], before: Day = JUNE) =>
  compareDepartments(boardOf(entries, before), boardOf(entries, OCTOBER)).projects[2]!
const said = (entries: readonly Entry[], before: Day = JUNE) =>
  phraseText(projectComparePhrase(change(entries, before), 'wan'))

describe('one project beside another day', () => {
  it('says spending, gap, light, and each indicator that turned with its values', () => {
    expect(
      said([
        pay(P, '2020-06-01', '31'),
        pay(P, '2020-09-01', '21'),
        actual(`${P}/1`, JUNE, '80%'),
        actual(`${P}/1`, OCTOBER, '92%'),
        actual(`${P}/2`, JUNE, '100%'),
        actual(`${P}/2`, OCTOBER, '98%'),
        actual(`${P}/3`, OCTOBER, '96%'),
      ]),
    ).toMatch(
      /^较6月底：支出 \+21\.00，执行率 \+26\.3 个百分点；按6月底计划差 9\.00，10月底到期后差 12\.00；进度按6月底计划为滞后，10月底到期后为略滞后（转好）；.+ 100% → 98% 转差；.+ 80% → 92% 转好；.+ 96% 首次填报。$/,
    )
  })

  it('tells no collapse where only the checkpoint changed, and 与计划持平 where nothing is missing', () => {
    expect(said([pay(P, '2020-06-01', '48')], day('2020-10-30'))).toBe(
      '较10月30日：支出没有增加；按6月底计划超 8.00，10月底到期后差 16.00；进度按6月底计划为超前，10月底到期后为滞后。',
    )
    expect(said([pay(P, '2020-06-01', '48'), pay(P, '2020-10-31', '16')], day('2020-10-30'))).toContain(
      '按6月底计划超 8.00，10月底到期后与计划持平',
    )
  })

  it('says that nothing changed, and what hinders', () => {
    expect(said([])).toBe(
      '较6月底：没有变化。6月底支出未填报，按计划应支 40.00。10月底支出未填报，按计划应支 64.00。',
    )
    expect(said([pay(P, '2020-02-01', '5')], MARCH)).toContain('3月底尚无到期的计划节点，差额无从对比。')
    expect(said([pay(P, '2020-02-01', '5'), adjust(P, '2020-08-01', '1')])).toContain('其间调整了预算')
  })

  it('keeps the value then beside each indicator; unreported is a word, never 0', () => {
    const cells = cellChanges(change([actual(`${P}/1`, OCTOBER, '92%')]))
    expect(cells.get(`${P}/1`)).toMatchObject({
      earlier: '6月底未填报',
      turned: '首次填报',
      values: { '': null },
    })
  })
})
