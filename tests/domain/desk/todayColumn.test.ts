import { describe, expect, it } from 'vitest'
import { checkDraft } from '@/domain/desk/checks'
import { entryColumns } from '@/domain/desk/entryGrid'
import { projectDesk } from '@/domain/desk/projectDesk'
import { putting } from '@/domain/desk/verbs'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { planPaste } from '@/domain/sheets/pastePlan'
import { asksFirst, submissionOf } from '@/domain/work/submission'
import { deskCheckText } from '@/views/entry/deskCheckText'
import { deskColumns } from '@/views/entry/entryDesk'
import { PLAN_ID, SIX_PROJECTS } from '../../fixtures/sixProjects'
import { day, JUNE, MARCH, pay, total, wan, zero } from '../build'

const PROJECT = SIX_PROJECTS[2]!
const TODAY = day('2020-08-05')
const ledgerOf = (entries: readonly Entry[]) => addEntries(emptyLedger(PLAN_ID), entries).ledger
const deskOn = (today: string, entries: readonly Entry[] = []) =>
  projectDesk(PROJECT, 2020, ledgerOf(entries), day(today), HEBEI, day(today))

describe('截至今日', () => {
  it.each([
    ['2020-08-05', ['03-31', '06-30', '08-05', '10-31', '12-31']],
    ['2020-01-02', ['01-02', '03-31', '06-30', '10-31', '12-31']],
    ['2020-06-30', ['03-31', '06-30', '10-31', '12-31']],
    ['2021-01-05', ['03-31', '06-30', '10-31', '12-31']],
    ['2019-12-31', ['03-31', '06-30', '10-31', '12-31']],
  ])('on %s', (today, wanted) => {
    expect(deskOn(today).grid.columns.map((column) => column.day.slice(5))).toEqual(wanted)
  })

  it('is no checkpoint: it bears its own name, is open, and what lies after it is still ahead', () => {
    const { grid, yearEnd } = deskOn('2020-08-05')
    expect(grid.columns.map(({ month, state }) => [month, state])).toEqual([
      [3, 'open'],
      [6, 'open'],
      [null, 'open'],
      [10, 'future'],
      [12, 'future'],
    ])
    expect(deskColumns(grid, yearEnd)[2]).toEqual({ day: TODAY, name: '截至今日', note: '8月5日' })
  })

  it('is closed with what is closed over it', () => {
    const columns = entryColumns(PROJECT.schedule, day('2020-10-31'), day('2020-11-02'), undefined, TODAY)
    expect(columns.find(({ day: own }) => own === TODAY)?.state).toBe('closed')
  })

  it('takes a total of its own day, also when that day is over by the time it is written', () => {
    const desk = deskOn('2020-08-05')
    const row = desk.grid.rows[0]!
    const value = { kind: 'amount', amount: wan('45') } as const
    for (const today of ['2020-08-05', '2020-08-06']) {
      const drafts = putting({ ledger: ledgerOf([]), preset: HEBEI, today: day(today) }, PROJECT, [
        { place: { project: PROJECT, row, day: TODAY }, value },
      ])
      expect(drafts).toMatchObject([{ kind: 'spending-total', effectiveOn: TODAY }])
    }
  })

  it('is passed over by a block that goes from checkpoint to checkpoint, and begun in by one laid on it', () => {
    const { grid } = deskOn('2020-08-05')
    const block = { rows: [['10', '20', '30']], merged: [], underlying: [] }
    const columns = (column: number) =>
      planPaste(block, grid, { row: 0, column }, 'wan').cells.map((cell) => cell.column)
    expect(columns(0)).toEqual([0, 1, 3])
    expect(columns(2)).toEqual([2, 3, 4])
  })
})

describe('statements that money contradicts', () => {
  const early = pay(PROJECT.id, '2020-02-01', '3')
  const silent = zero(PROJECT.id, MARCH)
  const later = pay(PROJECT.id, '2020-05-01', '4')
  const low = total(PROJECT.id, JUNE, '5')

  it('are looked at in the grid: a stored zero that counts for nothing, a total below its own payments', () => {
    const checks = checkDraft(deskOn('2020-08-05', [early, silent, later, low]), [], 'wan')
    expect(
      checks
        .filter(({ kind }) => kind === 'silent-zero' || kind === 'surplus')
        .map((check) => deskCheckText(check, 'wan').sentence),
    ).toEqual([
      '张三 填报2020年3月31日零支出，但当日以前已有大于 0 的支出，这一条不计入',
      '2020年6月30日累计 5.00 万元，比当日以前逐笔支出合计少 2.00 万元',
    ])
  })

  it('are asked about at 报送', () => {
    const { statuses } = deskOn('2020-08-05', [early, silent])
    expect(asksFirst(submissionOf(statuses[0]!, []))).toBe(true)
    expect(statuses[0]!.silentZeros).toHaveLength(1)
  })
})
