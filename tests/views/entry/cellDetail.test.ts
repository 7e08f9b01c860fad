import { describe, expect, it } from 'vitest'
import { projectDesk } from '@/domain/desk/projectDesk'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { cellDetail } from '@/views/entry/cellDetail'
import { deskRows } from '@/views/entry/entryDesk'
import { pay, total } from '../../domain/build'
import { PLAN_ID, projectOf } from '../../fixtures/sixProjects'

const SCHEDULE = { '03': null, '06': '50', '10': '80', '12': '100' }
const PROJECT = projectOf(3, '丙', '80', SCHEDULE, ['≥99百分比'])
const { id: P } = PROJECT

/** What the panel says of how far the payments explain the total in a column of the spending row. */
function explained(entries: readonly Entry[], column: number): string {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  const desk = projectDesk(PROJECT, 2020, ledger, null, HEBEI)
  const [row] = desk.grid.rows
  const cell = deskRows(desk, new Map())[0]?.cells[column]
  if (!row || !cell) throw new Error('no such cell')
  const after = desk.grid.columns[column - 1]?.day ?? null
  return cellDetail(row, cell, after, null, desk.yearEnd, sliceOf(ledger, P), 'wan', true).explained
}

describe('how far the payments explain a stated total', () => {
  const stated = total(P, '2020-06-30', '40')
  it.each<[string, readonly Entry[], number, string]>([
    [
      'some of it',
      [stated, pay(P, '2020-03-01', '12.5')],
      1,
      '2020年6月30日累计 40.00 万元，该日及以前逐笔支出 12.50 万元：未逐笔说明 27.50 万元',
    ],
    [
      'none of it',
      [stated],
      1,
      '2020年6月30日累计 40.00 万元，该日及以前逐笔支出 0.00 万元：未逐笔说明 40.00 万元',
    ],
    ['the whole of it', [stated, pay(P, '2020-03-01', '40')], 1, ''],
    [
      'more than it says',
      [stated, pay(P, '2020-03-01', '40.0001')],
      1,
      '2020年6月30日累计 40.00 万元，该日及以前逐笔支出 40.0001 万元：逐笔多 0.0001 万元，请核对',
    ],
    ['payments after it explain nothing', [stated, pay(P, '2020-07-01', '5')], 2, ''],
    ['no total was stated', [pay(P, '2020-03-01', '12.5')], 1, ''],
    ['a statement of another period is not told here', [stated], 2, ''],
  ])('%s', (_, entries, column, expected) => {
    expect(explained(entries, column)).toBe(expected)
  })
})
