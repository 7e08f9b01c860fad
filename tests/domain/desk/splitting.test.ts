import { describe, expect, it } from 'vitest'
import { projectDesk, statusAt } from '@/domain/desk/projectDesk'
import { askCell } from '@/domain/desk/readCell'
import { splitting, type TypedPart } from '@/domain/desk/splitting'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { deskRows } from '@/views/entry/entryDesk'
import { PLAN_ID, projectOf } from '../../fixtures/sixProjects'
import { actual, DECEMBER, JUNE, lock, OCTOBER, split } from '../build'

const PROJECT = projectOf(4, '丁', '80', { '03': null, '06': '50', '10': '80', '12': '100' }, ['≥90百分比'])
const ID = `${PROJECT.id}/1`
const PARTS: readonly TypedPart[] = ['登记', '大学生'].map((name) => ({
  name,
  judged: true,
  buildsUp: false,
}))

function desk(entries: readonly Entry[]) {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  return projectDesk(PROJECT, 2020, ledger, DECEMBER, HEBEI)
}
const said = (on: string, text: string, over = {}) => actual(ID, on, text, { author: '李会计', ...over })
const values = (own: readonly { readonly value: unknown }[]) =>
  own.map(({ value }) => (value as { text: string }).text)
const splitOf = (entries: readonly Entry[], parts = PARTS) => splitting(desk(entries), ID, parts)

describe('a split of an indicator', () => {
  it.each<[string, readonly Entry[], string, string[], string[]]>([
    ['nothing reported: the whole year', [], '2020-01-01', [], []],
    ['reported at 10月底', [said(OCTOBER, '68.5')], '2020-11-01', ['68.5'], []],
    ['at two checkpoints', [said(JUNE, '60'), said(OCTOBER, '68.5')], '2020-11-01', ['60', '68.5'], []],
    ['closed through 6月底, nothing reported', [lock(JUNE)], '2020-07-01', [], []],
    ['at the year’s end', [said(JUNE, '60'), said(DECEMBER, '90')], '2020-12-31', ['60'], ['90']],
    ['corrected: the last word', [said(DECEMBER, '89'), said(DECEMBER, '90')], '2020-12-31', [], ['90']],
  ])('%s', (_, entries, day, stays, falls) => {
    const found = splitOf(entries)
    expect([found.day, values(found.stays), values(found.falls)]).toEqual([day, stays, falls])
    expect(found.measures.map(({ id }) => id)).toEqual([`${ID}/1`, `${ID}/2`])
  })

  it('keeps value and judgement of the checkpoints before it, and takes no part there', () => {
    const before = [said(OCTOBER, '68.5')]
    const { day, measures } = splitOf(before)
    const all = [...before, split(ID, day, measures)]
    const then = (entries: readonly Entry[]) => statusAt(desk(entries), OCTOBER)?.indicators[0]
    expect(then(all)?.attainment).toEqual(then(before)?.attainment)
    expect(statusAt(desk(all), DECEMBER)?.indicators[0]?.attainment.kind).toBe('unreported')
    const { grid } = desk(all)
    const [, part] = grid.rows
    const read = grid.columns.map((column) => part && askCell('95', part, column, grid, 'wan').kind)
    expect(read).toEqual(['refused', 'refused', 'refused', 'accepted'])
    expect(deskRows(desk(all), new Map())[1]?.cells.map(({ shown }) => shown)).toEqual([
      '',
      '',
      '整项 68.5%',
      '',
    ])
  })

  it('a part that stands keeps its id and value when the one before it is taken out; a new one gets another', () => {
    const first = split(ID, '2020-01-01', splitOf([]).measures)
    const second = said(DECEMBER, '95', { measure: `${ID}/2` })
    const gone = said(DECEMBER, '80', { measure: `${ID}/1` })
    const kept = { id: `${ID}/2`, name: '大学生', judged: true, buildsUp: false }
    const fresh = { name: '困难人员', judged: true, buildsUp: false }
    const found = splitOf([first, gone, second], [kept, fresh])
    expect(found.measures.map(({ id }) => id)).toEqual([`${ID}/2`, `${ID}/3`])
    expect(values(found.falls)).toEqual(['80'])
  })

  it('is dated no earlier than the split that stands', () => {
    expect(splitOf([split(ID, DECEMBER, splitOf([]).measures)]).day).toBe(DECEMBER)
  })
})
