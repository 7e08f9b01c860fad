import { describe, expect, it } from 'vitest'
import { cellDrafts, cellsDrafts, heldActual, partOfRow } from '@/domain/desk/cellEntry'
import type { CellValue, EntryRow } from '@/domain/desk/entryGrid'
import { draftedStatuses, projectDesk, statusAt } from '@/domain/desk/projectDesk'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { PLAN_ID, projectOf } from '../../fixtures/sixProjects'
import { actual, inWan, JUNE, MARCH, OCTOBER, pay, split, wan } from '../build'

const PROJECT = projectOf(3, '丙', '80', { '03': null, '06': '50', '10': '80', '12': '100' }, [
  '≥95百分比',
  '≥100人',
])
const FIRST = `${PROJECT.id}/1`

function desk(entries: readonly Entry[] = []) {
  return projectDesk(PROJECT, 2020, addEntries(emptyLedger(PLAN_ID), entries).ledger, null, HEBEI)
}

function rowOf(own: ReturnType<typeof desk>, key: string): EntryRow {
  const row = own.grid.rows.find((each) => each.key === key)
  if (!row) throw new Error(`no row ${key}`)
  return row
}

const typed = (text: string): CellValue => ({ kind: 'actual', value: { kind: 'text', text } })

describe('what a cell holds', () => {
  it('is the last value by its day: its own within the period, carried from on or before the column before', () => {
    const own = desk([actual(FIRST, '2020-03-31', '90%'), actual(FIRST, '2020-06-01', '91%')])
    const row = rowOf(own, FIRST)
    const held = (day: typeof JUNE, after: typeof JUNE | null) => {
      const status = statusAt(own, day)
      const found = status && heldActual(status, row, after)
      return found && [found.entry.value.kind === 'text' && found.entry.value.text, found.carried]
    }
    expect(held(MARCH, null)).toEqual(['90%', false])
    expect(held(JUNE, MARCH)).toEqual(['91%', false])
    expect(held(OCTOBER, JUNE)).toEqual(['91%', true])
    const boundary = desk([actual(FIRST, '2020-03-31', '90%')])
    const june = statusAt(boundary, JUNE)
    expect(june && heldActual(june, rowOf(boundary, FIRST), MARCH)?.carried).toBe(true)
  })

  it('is nothing for spending, and nothing where nobody reported', () => {
    const own = desk([pay(PROJECT.id, '2020-06-30', '1')])
    const june = statusAt(own, JUNE)
    expect(june && heldActual(june, rowOf(own, 'spending'), null)).toBeNull()
    expect(june && heldActual(june, rowOf(own, FIRST), null)).toBeNull()
  })

  it('is that of its part; a part that was not there on the day has none', () => {
    const own = desk([
      split(FIRST, '2020-07-01', [{}, {}]),
      actual(FIRST, '2020-10-31', '96%', { measure: 'm2' }),
    ])
    const part = (day: typeof JUNE, key: string) => {
      const status = statusAt(own, day)
      return status && partOfRow(status, rowOf(own, key))
    }
    expect(part(JUNE, `${FIRST}#m2`)).toBeNull()
    expect(part(OCTOBER, `${FIRST}#m1`)?.entry).toBeNull()
    expect(part(OCTOBER, `${FIRST}#m2`)?.light).toBe('met')
  })
})

describe('putting a value into a cell', () => {
  const put = (entries: readonly Entry[], day: typeof JUNE, value: CellValue) => {
    const own = desk(entries)
    const status = statusAt(own, day)
    return status ? cellDrafts(status, own.yearEnd, rowOf(own, FIRST), day, value) : []
  }
  const said = {
    ...actual(FIRST, '2020-06-30', '90%', { deviation: { category: 'funding', text: '资金未到' } }),
    evidence: [{ name: '台账', place: null, size: null, sha256: null }],
    fullYear: '96%',
    likelihood: 'possible',
  } as const

  const besides = (text: string, day = JUNE) =>
    put([said], day, typed(text)).map((draft) => {
      if (draft.kind !== 'indicator-actual') throw new Error('no actual')
      const { effectiveOn, evidence, deviation, fullYear, likelihood } = draft
      return { effectiveOn, evidence, deviation, fullYear, likelihood }
    })
  const nothing = { evidence: [], deviation: null, fullYear: null, likelihood: null }

  it.each(['91%', '99%', '9%', '不明'])(
    'another value (%s) begins without what was said of the old',
    (text) => {
      expect(besides(text)).toEqual([{ effectiveOn: JUNE, ...nothing }])
    },
  )

  it.each(['90', '≥90%', '90.0%', '９０％'])(
    'the same value written %s keeps what was said of it',
    (text) => {
      const { evidence, deviation, fullYear, likelihood } = said
      expect(besides(text)).toEqual([{ effectiveOn: JUNE, evidence, deviation, fullYear, likelihood }])
    },
  )

  it('the same value of another day keeps nothing', () => {
    expect(besides('90%', OCTOBER)).toEqual([{ effectiveOn: OCTOBER, ...nothing }])
  })

  it('makes no entry where the same day says the same; the same value of another day is one', () => {
    expect(put([said], JUNE, typed('90%'))).toEqual([])
    expect(put([said], OCTOBER, typed('90%'))).toHaveLength(1)
  })

  it('puts no amount into an indicator and no actual into spending', () => {
    expect(put([], JUNE, { kind: 'amount', amount: wan('1') })).toEqual([])
    const own = desk()
    expect(cellsDrafts(own, [{ row: rowOf(own, 'spending'), day: JUNE, value: typed('90%') }])).toEqual([])
  })
})

describe('several cells as one step', () => {
  it('fold to the totals and values that were typed, in whatever order they come', () => {
    const own = desk([pay(PROJECT.id, '2020-02-01', '5')])
    const spending = rowOf(own, 'spending')
    const cells = [
      { row: spending, day: OCTOBER, value: { kind: 'amount', amount: wan('60') } },
      { row: rowOf(own, FIRST), day: JUNE, value: typed('96%') },
      { row: spending, day: JUNE, value: { kind: 'amount', amount: wan('40') } },
    ] as const
    for (const order of [cells, [...cells].reverse()]) {
      const after = draftedStatuses(own, cellsDrafts(own, order))
      expect(after.map(({ spent }) => inWan(spent))).toEqual(['5', '40', '60', '60'])
      expect(after.map(({ indicators }) => indicators[0]?.light)).toEqual(['not-due', 'met', 'met', 'met'])
    }
    expect(draftedStatuses(own, [])).toBe(own.statuses)
  })
})
