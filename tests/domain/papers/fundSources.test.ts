import { describe, expect, it } from 'vitest'
import type { Entry, FundSource, SpendingBySource } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import type { Money } from '@/domain/number/money'
import { arrivedInAll, fundSources } from '@/domain/papers/fundSources'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus } from '@/domain/status/projectStatus'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { adjust, DECEMBER, pay, wan, zero } from '../build'
import { projectWith } from '../scoring/sheets'

type Printed = { total: string; fiscal: string | null; other: string | null }
type Stated = Partial<
  Record<FundSource, readonly [arrived: string | null, executed: string | null, budget?: string]>
>

function bySource(subject: string, on: string, stated: Stated): SpendingBySource {
  const { memo: _, ...entry } = zero(subject, on)
  const of = (source: FundSource) => {
    const [arrived = null, executed = null, budget = null] = stated[source] ?? []
    return {
      ...(budget === null ? {} : { budget: wan(budget) }),
      arrived: arrived === null ? null : wan(arrived),
      executed: executed === null ? null : wan(executed),
    }
  }
  return {
    ...entry,
    schema: 2,
    kind: 'spending-by-source',
    sources: { fiscal: of('fiscal'), 'carried-over': of('carried-over'), other: of('other') },
  }
}

function sourcesOf(printed: Printed, entries: (id: string) => readonly Entry[]) {
  const base = projectWith()
  const project = { ...base, printed: { ...base.printed, budget: printed } }
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries(project.id))
  const slice = sliceOf(ledger, project.id)
  const standpoint = { asOf: DECEMBER, knownAt: null }
  return fundSources(projectStatus(project, slice, standpoint, HEBEI), slice, standpoint)
}

const shown = (value: Money | null) => (value ? value.div(10_000).toFixed() : '')
const FISCAL = { total: '100', fiscal: '100', other: null }
const MIXED = { total: '100', fiscal: '60', other: '40' }

/** 年初, 全年, 到位, 执行 of each source. */
const cases: [string, Printed, (id: string) => readonly Entry[], string[], string][] = [
  ['one source, spent', FISCAL, (id) => [pay(id, '2020-05-01', '90')], ['100 100  90', '', ''], ''],
  ['one source, nothing reported', FISCAL, () => [], ['100 100  ', '', ''], ''],
  ['one source, zero reported', FISCAL, (id) => [zero(id, '2020-12-31')], ['100 100  0', '', ''], ''],
  [
    'one source, adjusted',
    FISCAL,
    (id) => [adjust(id, '2020-11-01', '-12'), pay(id, '2020-05-01', '80')],
    ['100 88  80', '', ''],
    '',
  ],
  [
    'one source printed with 0 of the other',
    { total: '100', fiscal: '100', other: '0' },
    (id) => [pay(id, '2020-05-01', '90')],
    ['100 100  90', '', '0 0  '],
    '',
  ],
  [
    'one source, spent to the last fen',
    FISCAL,
    (id) => [pay(id, '2020-05-01', '100')],
    ['100 100  100', '', ''],
    '',
  ],
  [
    'one source, more spent than it has: nobody knows of what',
    FISCAL,
    (id) => [pay(id, '2020-05-01', '100.000001')],
    ['100 100  ', '', ''],
    'unstated',
  ],
  [
    'one source, more spent than its budget after a cut',
    FISCAL,
    (id) => [adjust(id, '2020-11-01', '-15'), pay(id, '2020-05-01', '100')],
    ['100 85  ', '', ''],
    'unstated',
  ],
  [
    'one source, more spent than it has, 到位数 alone stated',
    FISCAL,
    (id) => [pay(id, '2020-05-01', '110'), bySource(id, '2020-12-31', { fiscal: ['100', null] })],
    ['100 100 100 ', '', ''],
    'unstated',
  ],
  [
    'more spent than the budget, and said of what',
    FISCAL,
    (id) => [
      pay(id, '2020-05-01', '110'),
      bySource(id, '2020-12-31', { fiscal: [null, '100', '100'], other: [null, '10', '0'] }),
    ],
    ['100 100  100', '', ' 0  10'],
    'outside-budget',
  ],
  [
    'two sources, more spent than they have',
    MIXED,
    (id) => [pay(id, '2020-05-01', '110')],
    ['60 60  ', '', '40 40  '],
    '',
  ],
  [
    'no source printed',
    { total: '100', fiscal: null, other: null },
    (id) => [pay(id, '2020-05-01', '90')],
    ['', '', ''],
    '',
  ],
  [
    'two sources, nothing stated',
    MIXED,
    (id) => [pay(id, '2020-05-01', '90')],
    ['60 60  ', '', '40 40  '],
    '',
  ],
  [
    'two sources, adjusted: nobody knows which',
    MIXED,
    (id) => [adjust(id, '2020-11-01', '5'), pay(id, '2020-05-01', '90')],
    ['60   ', '', '40   '],
    '',
  ],
  [
    'two sources, stated in full',
    MIXED,
    (id) => [
      pay(id, '2020-05-01', '90'),
      bySource(id, '2020-12-31', { fiscal: ['60', '55'], other: ['40', '35'] }),
    ],
    ['60 60 60 55', '', '40 40 40 35'],
    '',
  ],
  [
    'two sources, what is stated does not come to 执行数',
    MIXED,
    (id) => [
      bySource(id, '2020-06-30', { fiscal: ['60', '30'], other: ['40', '10'] }),
      pay(id, '2020-11-01', '90'),
    ],
    ['60 60 60 ', '', '40 40 40 '],
    'executed-sum',
  ],
  [
    'one source printed, another stated',
    FISCAL,
    (id) => [
      pay(id, '2020-05-01', '90'),
      bySource(id, '2020-12-31', { fiscal: [null, '70'], 'carried-over': ['20', '20'] }),
    ],
    ['100 100  70', '  20 20', ''],
    'no-arrival outside-budget',
  ],
  [
    'one source printed, another arrived though nothing of it is spent',
    FISCAL,
    (id) => [pay(id, '2020-05-01', '90'), bySource(id, '2020-12-31', { other: ['5', null] })],
    ['100 100  ', '', '  5 '],
    'outside-budget',
  ],
  [
    'one source printed and stated alone',
    FISCAL,
    (id) => [
      pay(id, '2020-05-01', '90'),
      bySource(id, '2020-12-31', { fiscal: ['95', null], other: ['0', '0'] }),
    ],
    ['100 100 95 90', '', '  0 '],
    'executed-sum',
  ],
  [
    'the other source alone',
    { total: '100', fiscal: '0', other: '100' },
    (id) => [pay(id, '2020-05-01', '90')],
    ['0 0  ', '', '100 100  90'],
    '',
  ],
  [
    'both print the whole: nobody knows which',
    { total: '100', fiscal: '100', other: '100' },
    (id) => [adjust(id, '2020-11-01', '5'), pay(id, '2020-05-01', '90')],
    ['100   ', '', '100   '],
    '',
  ],
  [
    'a printed source that is not the whole',
    { total: '100', fiscal: '60', other: null },
    (id) => [pay(id, '2020-05-01', '90')],
    ['60 60  ', '', ''],
    '',
  ],
  [
    'stated before anything is reported',
    MIXED,
    (id) => [bySource(id, '2020-12-31', { fiscal: [null, '30'] })],
    ['60 60  ', '', '40 40  '],
    'executed-sum',
  ],
  [
    'stated twice: the last one stands',
    MIXED,
    (id) => [
      pay(id, '2020-05-01', '90'),
      bySource(id, '2020-06-30', { fiscal: ['1', '1'] }),
      bySource(id, '2020-12-31', { fiscal: ['60', '50'], other: [null, '40'] }),
    ],
    ['60 60 60 50', '', '40 40  40'],
    'no-arrival',
  ],
  [
    'stated about the next year',
    MIXED,
    (id) => [pay(id, '2020-05-01', '90'), bySource(id, '2021-03-31', { fiscal: ['60', '90'] })],
    ['60 60  ', '', '40 40  '],
    '',
  ],
  [
    'stated about an indicator: not the project’s',
    MIXED,
    (id) => [pay(id, '2020-05-01', '90'), bySource(`${id}/1`, '2020-12-31', { fiscal: ['60', '90'] })],
    ['60 60  ', '', '40 40  '],
    '',
  ],
  [
    '全年预算数 stated by source, one printed',
    FISCAL,
    (id) => [
      pay(id, '2020-05-01', '90'),
      bySource(id, '2020-12-31', { fiscal: ['80', '70', '80'], 'carried-over': ['20', '20', '20'] }),
    ],
    ['100 80 80 70', ' 20 20 20', ''],
    '',
  ],
  [
    'adjusted, 全年预算数 stated by source',
    MIXED,
    (id) => [
      adjust(id, '2020-11-01', '5'),
      pay(id, '2020-05-01', '90'),
      bySource(id, '2020-12-31', { fiscal: [null, '60', '65'], other: [null, '30', '40'] }),
    ],
    ['60 65  60', '', '40 40  30'],
    '',
  ],
  [
    '全年预算数 stated before an adjustment: it comes to the total no more',
    MIXED,
    (id) => [
      adjust(id, '2020-11-01', '5'),
      pay(id, '2020-05-01', '90'),
      bySource(id, '2020-06-30', { fiscal: [null, '60', '60'], other: [null, '30', '40'] }),
    ],
    ['60   60', '', '40   30'],
    'budget-sum',
  ],
  [
    '全年预算数 stays as it was last said by source',
    MIXED,
    (id) => [
      adjust(id, '2020-03-01', '5'),
      pay(id, '2020-05-01', '90'),
      bySource(id, '2020-06-30', { fiscal: [null, '60', '65'], other: [null, '30', '40'] }),
      bySource(id, '2020-12-31', { fiscal: [null, '55'], other: [null, '35'] }),
    ],
    ['60 65  55', '', '40 40  35'],
    '',
  ],
  [
    'more executed than arrived',
    MIXED,
    (id) => [
      pay(id, '2020-05-01', '90'),
      bySource(id, '2020-12-31', { fiscal: ['50', '60'], other: ['40', '30'] }),
    ],
    ['60 60 50 60', '', '40 40 40 30'],
    'above-arrived',
  ],
  [
    'of a source that 全年预算数 does not have',
    MIXED,
    (id) => [
      pay(id, '2020-05-01', '90'),
      bySource(id, '2020-12-31', { fiscal: [null, '60', '100'], other: [null, '30', '0'] }),
    ],
    ['60 100  60', '', '40 0  30'],
    'outside-budget',
  ],
]

describe('money by source (domain.md §7)', () => {
  it.each(cases)('%s', (_, printed, entries, rows, faults) => {
    const found = sourcesOf(printed, entries)
    expect(
      found.rows.map((row) =>
        [row.initial, row.budget, row.arrived, row.executed].map(shown).join(' ').replace(/^ +$/, ''),
      ),
    ).toEqual(rows)
    expect(found.faults.map(({ kind }) => kind).join(' ')).toBe(faults)
  })

  it('adds 到位数 up only where something is stated', () => {
    expect(arrivedInAll(sourcesOf(FISCAL, () => []))).toBeNull()
    const found = sourcesOf(MIXED, (id) => [
      bySource(id, '2020-12-31', { fiscal: ['60', null], other: ['0', null] }),
    ])
    expect(shown(arrivedInAll(found))).toBe('60')
    const half = sourcesOf(MIXED, (id) => [
      pay(id, '2020-05-01', '90'),
      bySource(id, '2020-12-31', { fiscal: ['60', '60'], other: [null, '30'] }),
    ])
    expect(arrivedInAll(half)).toBeNull()
  })

  it('says where the table’s own sources do not come to its total', () => {
    expect(shown(sourcesOf({ total: '100', fiscal: '60', other: '30' }, () => []).printedSum)).toBe('90')
    expect(sourcesOf({ total: '100', fiscal: '60', other: null }, () => []).printedSum).toBeNull()
  })
})
