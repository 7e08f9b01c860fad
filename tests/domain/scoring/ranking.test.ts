import { describe, expect, it } from 'vitest'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { sideBySide } from '@/domain/scoring/comparison'
import { whatMovesMost } from '@/domain/scoring/lostPoints'
import { ranking } from '@/domain/scoring/ranking'
import { FLOOR_2021, LINEAR_2020 } from '@/domain/scoring/scheme'
import type { Sheet } from '@/domain/scoring/sheet'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { actual, dec } from '../build'
import { BASIS, laidOut, projectWith, reportedAll, sheetOf, takeOff } from './sheets'

const project = projectWith()
const id = (position: number) => `${project.id}/${position}`
const full = reportedAll(project)

describe('ranking', () => {
  const sheet = (position: number, points: string | null) => {
    const base = sheetOf({ ...project, position }, points === null ? [] : full)
    if (points === null) return base
    return { ...base, outcome: { kind: 'complete' as const, total: dec(points), grade: 'good' as const } }
  }
  const places = (...sheets: Sheet[]) =>
    ranking(sheets).map(({ rank, sheet: { project: ranked } }) => [rank, ranked.position])

  it('goes by total, equal totals share a rank and the next is skipped', () => {
    expect(places(sheet(3, '85'), sheet(1, '85.00'), sheet(2, '90'), sheet(4, '84.99'))).toEqual([
      [1, 2],
      [2, 1],
      [2, 3],
      [4, 4],
    ])
  })

  it('puts incomplete sheets last, without a rank, in the order of the document', () => {
    expect(places(sheet(5, null), sheet(1, null), sheet(2, '10'), sheet(6, '0'))).toEqual([
      [1, 2],
      [2, 6],
      [null, 1],
      [null, 5],
    ])
    expect(places()).toEqual([])
  })
})

describe('what moves the total most', () => {
  it('lists rows by points lost, points off included, open rows not at all', () => {
    const sheet = sheetOf(project, [
      ...full.filter((entry) => entry.subject !== id(7)),
      actual(id(2), '2020-12-31', '45%'),
      takeOff(id(5), '3'),
      takeOff(project.id, '3'),
    ])
    expect(whatMovesMost(sheet).map(({ row, lost }) => `${row.id.slice(-2)} ${lost.toFixed(2)}`)).toEqual([
      '/2 6.25',
      '/1 3.00',
      '/5 3.00',
    ])
  })
})

describe('side by side', () => {
  const plan = laidOut([
    ['产出指标', '数量指标', '≥100%'],
    ['产出指标', '成本指标', '≥100%'],
    ['效益指标', '社会效益指标', '≥100%'],
    ['满意度指标', '服务对象满意度指标', '≥100%'],
  ])
  const compare = (value: string, spent: string) => {
    const { ledger } = addEntries(emptyLedger(PLAN_ID), reportedAll(plan, value, spent))
    return sideBySide(plan, sliceOf(ledger, plan.id), [
      BASIS,
      { ...BASIS, scheme: FLOOR_2021 },
      { ...BASIS, preset: { ...HEBEI, id: 'own', overshoot: dec(1) } },
    ])
  }

  it('shows the total under each and the difference to the one that counts', () => {
    const [own, other, preset] = compare('59', '90')
    expect(own?.basis.scheme).toBe(LINEAR_2020)
    expect(own?.difference?.toFixed(2)).toBe('0.00')
    expect(own?.sheet.outcome.kind === 'complete' && own.sheet.outcome.total.toFixed(2)).toBe('62.10')
    expect(other?.sheet.outcome.kind === 'complete' && other.sheet.outcome.total.toFixed(2)).toBe('8.00')
    expect(other?.difference?.toFixed(2)).toBe('-54.10')
    expect(preset?.difference?.toFixed(2)).toBe('0.00')
  })

  it('another preset moves no points, only what asks for a reason', () => {
    const [own, , preset] = compare('110', '100')
    expect(own?.sheet.indicators[0]?.needsReason).toBe(false)
    expect(preset?.sheet.indicators[0]?.needsReason).toBe(true)
    expect(preset?.difference?.toFixed(2)).toBe('0.00')
  })

  it('has no difference while a sheet is incomplete', () => {
    const { ledger } = addEntries(emptyLedger(PLAN_ID), [])
    const compared = sideBySide(plan, sliceOf(ledger, plan.id), [BASIS, { ...BASIS, scheme: FLOOR_2021 }])
    expect(compared.map(({ difference }) => difference)).toEqual([null, null])
    expect(sideBySide(plan, [], [])).toEqual([])
  })
})
