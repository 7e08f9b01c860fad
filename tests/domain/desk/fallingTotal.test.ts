import { describe, expect, it } from 'vitest'
import { projectDesk } from '@/domain/desk/projectDesk'
import { askCell } from '@/domain/desk/readCell'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { planPaste } from '@/domain/sheets/pastePlan'
import { PLAN_ID, projectOf } from '../../fixtures/sixProjects'
import { inWan, JUNE, OCTOBER, pay, total } from '../build'

const PROJECT = projectOf(3, '办公楼修缮', '80', { '03': null, '06': '50', '10': '80', '12': '100' }, [
  '≥90百分比',
])
const { id: P } = PROJECT
const desk = (entries: readonly Entry[]) =>
  projectDesk(PROJECT, 2020, addEntries(emptyLedger(PLAN_ID), entries).ledger, null, HEBEI)

/** What typing a total of 10月底 is asked, and what it would be taken as. */
function october(text: string, entries: readonly Entry[]): string {
  const { grid } = desk(entries)
  const column = grid.columns.find(({ day }) => day === OCTOBER)!
  const reading = askCell(text, grid.rows[0]!, column, grid, 'wan')
  if (reading.kind !== 'doubtful') return reading.kind
  const { suggestion, asRead } = reading
  const said = [suggestion, asRead].map((value) => (value?.kind === 'amount' ? inWan(value.amount) : '—'))
  return `${reading.doubts.join(' ')} ${said.join(' ')}`
}

describe('a cumulative total below the one before it (domain.md §6)', () => {
  it.each<[string, readonly Entry[], string, string]>([
    ['below a statement', [total(P, JUNE, '60')], '50', 'falls 50 50'],
    ['a 分 below', [total(P, JUNE, '60')], '59.9999', 'falls 59.9999 59.9999'],
    ['the same', [total(P, JUNE, '60')], '60', 'accepted'],
    ['below what payments come to', [pay(P, '2020-05-01', '60')], '50', 'falls 50 50'],
    ['after money came back', [total(P, JUNE, '60'), pay(P, '2020-08-01', '-12')], '50', 'accepted'],
    [
      'less than what came back explains',
      [total(P, JUNE, '60'), pay(P, '2020-08-01', '-5')],
      '50',
      'falls 50 50',
    ],
    [
      'money that came back on the very day',
      [total(P, JUNE, '60'), pay(P, OCTOBER, '-12')],
      '50',
      'accepted',
    ],
    ['below an earlier statement of the day only', [total(P, OCTOBER, '60')], '50', 'accepted'],
    ['what is stated of the day already', [total(P, JUNE, '60'), total(P, OCTOBER, '50')], '50', 'accepted'],
    ['what comes later', [total(P, '2020-12-31', '40')], '50', 'accepted'],
    ['nothing before', [], '50', 'accepted'],
    ['beside another question', [total(P, JUNE, '60')], '5e1', 'scientific falls 50 50'],
  ])('%s', (_, entries, text, wanted) => {
    expect(october(text, entries)).toBe(wanted)
  })

  it('is asked of a pasted block too, against what stands and against the column before it', () => {
    const outcomes = (texts: readonly string[], entries: readonly Entry[]) => {
      const { grid } = desk(entries)
      const block = { rows: [texts], merged: [], underlying: [] }
      return planPaste(block, grid, { row: 0, column: 1 }, 'wan').cells.map(({ outcome }) =>
        outcome.kind === 'doubtful' ? outcome.doubts.join() : outcome.kind,
      )
    }
    expect(outcomes(['40', '50', '60'], [])).toEqual(['accepted', 'accepted', 'accepted'])
    expect(outcomes(['60', '50', '70'], [])).toEqual(['accepted', 'falls', 'accepted'])
    expect(outcomes(['60', '50', '55'], [])).toEqual(['accepted', 'falls', 'falls'])
    expect(outcomes(['50', '55'], [total(P, '2020-03-31', '60')])).toEqual(['falls', 'falls'])
  })
})
