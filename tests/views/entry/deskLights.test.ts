import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { projectDesk } from '@/domain/desk/projectDesk'
import { countingSlice } from '@/domain/ledger/aside'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { UNPLACED } from '@/domain/ledger/receipts'
import type { Day } from '@/domain/time/day'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus } from '@/domain/status/projectStatus'
import { deskRows, type DeskRow } from '@/views/entry/entryDesk'
import { PLAN_ID, projectOf, SIX_PLAN } from '../../fixtures/sixProjects'
import { entryLists } from '../../domain/arbitraries'
import { actual, day, pay, retarget, split } from '../../domain/build'

const SCHEDULE = { '03': null, '06': '50', '10': '80', '12': '100' }
const PROJECT = projectOf(3, '丙', '80', SCHEDULE, ['≥99百分比', '≥100人'])
const [RATE, PEOPLE] = [`${PROJECT.id}/1`, `${PROJECT.id}/2`]

function rowsOf(entries: readonly Entry[], project = PROJECT, today: Day | null = null): DeskRow[] {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  return deskRows(projectDesk(project, 2020, ledger, today, HEBEI, today), new Map())
}

const lights = (entries: readonly Entry[], row: number) =>
  rowsOf(entries)[row]?.cells.map(({ light }) => light)

describe('a column that lies ahead', () => {
  const entries = [pay(PROJECT.id, '2020-05-01', '20'), actual(RATE, '2020-06-30', '99.1%')]
  const words = (today: Day | null) =>
    rowsOf(entries, PROJECT, today).map(({ cells }) =>
      cells.map(({ shown, word, light }) => [shown, word, light].join(' ').trim()),
    )

  it('is not due, never a value carried into it', () => {
    const rows = words(day('2020-08-15'))
    expect(rows.map((cells) => cells.slice(3))).toEqual([
      ['未到期', '未到期'],
      ['未到期', '未到期'],
      ['未到期', '未到期'],
    ])
    expect(rows[0]?.[2]).toBe('20.00 本期无新支出')
    expect(rows[1]?.[2]).toContain('沿用上一节点')
  })

  it('is carried into once its day has come', () => {
    expect(words(day('2020-10-31'))[0]?.slice(2)).toEqual(['20.00 本期无新支出', '未到期'])
    expect(words(null)[0]?.slice(2)).toEqual(['20.00 本期无新支出', '20.00 本期无新支出'])
  })
})

describe('a cell that two people filled differently', () => {
  it('says who put what, in the period of its day and part alone', () => {
    const entries = [
      split(RATE, '2020-01-01', [{}, {}]),
      actual(RATE, '2020-06-30', '99.1%', { measure: 'm1', author: '王芳' }),
      actual(RATE, '2020-06-30', '98.4%', { measure: 'm1', author: '陈红' }),
      actual(RATE, '2020-06-30', '98.4%', { measure: 'm2', author: '王芳' }),
    ]
    const [, first, second] = rowsOf(entries)
    expect(first?.cells.map(({ word }) => word)).toEqual(['未填报', '有冲突', '沿用上一节点', '沿用上一节点'])
    expect(first?.cells[1]?.why).toBe(
      '同一日填报不同：王芳 99.1%、陈红 98.4%。请在“审核”页核定其一，未核定前不能报送',
    )
    expect(second?.cells[1]?.word).toContain('已保存')
  })
})

describe('the light of a cell', () => {
  it('is the part’s own, not the whole’s', () => {
    const entries = [
      split(RATE, '2020-01-01', [{}, {}]),
      actual(RATE, '2020-06-30', '99.1%', { measure: 'm1' }),
      actual(RATE, '2020-06-30', '98.4%', { measure: 'm2' }),
    ]
    expect([lights(entries, 1)?.[1], lights(entries, 2)?.[1]]).toEqual(['met', 'near'])
  })

  it('is 不评判 for a part marked so', () => {
    const entries = [
      split(RATE, '2020-01-01', [{ judged: false }]),
      actual(RATE, '2020-06-30', '5%', { measure: 'm1' }),
    ]
    expect(lights(entries, 1)?.[1]).toBe('not-judged')
  })

  it('is not due for a total that builds up at a checkpoint that was not set', () => {
    const entries = [
      split(PEOPLE, '2020-01-01', [{ buildsUp: true }]),
      actual(PEOPLE, '2020-03-31', '5人', { measure: 'm1' }),
    ]
    expect(lights(entries, 2)).toEqual(['not-due', 'far', 'far', 'far'])
  })

  it('goes by the target of the cell’s day when the target was changed later', () => {
    const entries = [actual(RATE, '2020-06-30', '95%'), retarget(RATE, '2020-09-15', '≥90百分比')]
    expect(lights(entries, 1)).toEqual(['not-due', 'near', 'met', 'met'])
  })

  it('is the board’s at every column, whatever the ledger holds', () => {
    fc.assert(
      fc.property(entryLists(SIX_PLAN), (entries) => {
        const { ledger } = addEntries(emptyLedger(SIX_PLAN.id), entries)
        for (const project of SIX_PLAN.projects) {
          const desk = projectDesk(project, 2020, ledger, null, HEBEI)
          const rows = deskRows(desk, new Map())
          const slice = countingSlice(ledger, project.id)
          for (const [line, row] of desk.grid.rows.entries()) {
            if (row.kind === 'spending') continue
            for (const cell of rows[line]?.cells ?? []) {
              const board = projectStatus(project, slice, { asOf: cell.day, knownAt: null }, HEBEI)
              const part = board.indicators
                .find(({ indicator }) => indicator.id === row.indicator.id)
                ?.parts.find(({ measure }) => measure?.id === row.measure?.id)
              expect(cell.light).toBe(part?.light ?? null)
            }
          }
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('behind a shared service', () => {
  it('what one entered earlier elsewhere and the service received later is said in the cell, never silent', () => {
    const own = { author: '刘' }
    const standing = actual(RATE, '2020-06-30', '95.5%', { ...own, recordedAt: '2020-07-01T02:00:00.000Z' })
    const lost = actual(RATE, '2020-06-30', '94.4%', { ...own, recordedAt: '2020-07-01T01:00:00.000Z' })
    const { ledger } = addEntries(emptyLedger(PLAN_ID), [standing, lost])
    const cellWith = (order: readonly Entry[]) =>
      deskRows(projectDesk(PROJECT, 2020, ledger, null, HEBEI), new Map(), {
        reachOf: () => 'server',
        refusedAt: () => null,
        voiding: () => false,
        positions: UNPLACED.withAll(order.map(({ id }, index) => [id, index + 1] as const)),
      })[1]?.cells.find(({ day: on }) => on === '2020-06-30')
    expect(cellWith([lost, standing])).toMatchObject({ why: null })
    const told = cellWith([standing, lost])
    expect(told?.word).toBe('另有未采用')
    expect(told?.why).toContain(
      '刘 2020-07-01 09:00 填报的 94.4% 后到服务器，但填得早于 2020-07-01 10:00 填报的 95.5%，未采用',
    )
  })
  it.each([
    [[actual(RATE, '2020-06-30', '96.2%', { id: 'a' })], '未能同步，现为 96.2%'],
    [[], '未能同步，现未填报'],
  ])('a refused value is shown as what was refused, beside what stands', (entries, word) => {
    const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
    const refused = actual(RATE, '2020-06-30', '96.9%', { id: 'b' })
    const cell = deskRows(projectDesk(PROJECT, 2020, ledger, null, HEBEI), new Map(), {
      reachOf: () => 'server',
      refusedAt: (subject, on) =>
        subject === RATE && on === '2020-06-30' ? { entry: refused, why: '没有权限' } : null,
      voiding: () => false,
      positions: UNPLACED,
    })[1]?.cells.find(({ day: on }) => on === '2020-06-30')
    expect(cell).toMatchObject({ shown: '96.9%', word, unsynced: true, state: 'failed' })
    expect(cell?.why).toBe('刚才录入的 96.9% 没有计入：没有权限')
  })
})
