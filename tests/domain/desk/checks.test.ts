import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDraft, type DeskCheck, type TypedCell } from '@/domain/desk/checks'
import { projectDesk } from '@/domain/desk/projectDesk'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { Decimal } from '@/domain/number/decimal'
import { indicatorRowKey } from '@/domain/desk/entryGrid'
import type { Deviation, Entry } from '@/domain/ledger/entry'
import { money } from '@/domain/number/money'
import type { Project } from '@/domain/plan/plan'
import { HEBEI } from '@/domain/plan/preset'
import { MEDICAL, MIXED, on } from '../../fixtures/entryProjects'

const DAYS = {
  '03': on('2020-03-31'),
  '06': on('2020-06-30'),
  '10': on('2020-10-31'),
  '12': on('2020-12-31'),
}
type At = keyof typeof DAYS

let count = 0

function written(day: string) {
  count += 1
  return {
    id: `e${String(count).padStart(6, '0')}`,
    schema: 2 as const,
    role: null,
    account: null,
    plan: '2020-323002',
    effectiveOn: on(day),
    recordedAt: `2020-01-01T00:00:00.${String(count % 1000).padStart(3, '0')}Z`,
    author: '张三',
  }
}

function paid(project: Project, day: string, yuan: number): Entry {
  return {
    ...written(day),
    kind: 'payment',
    subject: project.id,
    amount: money(yuan),
    memo: '',
    voucher: '',
    stated: null,
  }
}

function stated(project: Project, day: string, yuan: number, total: number): Entry {
  const statement: object = { ...paid(project, day, yuan), stated: money(total) }
  return statement as Entry
}

function reached(
  project: Project,
  position: number,
  day: string,
  text: string,
  deviation: Deviation | null = null,
): Entry {
  return {
    ...written(day),
    kind: 'indicator-actual',
    subject: `${project.id}/${position}`,
    measure: null,
    value: { kind: 'text', text },
    evidence: [],
    deviation,
    fullYear: null,
    likelihood: null,
  }
}

function typed(row: string, at: At, text: string): TypedCell {
  return { row, day: DAYS[at], text }
}

const indicator = (project: Project, position: number) => `${project.id}/${position}`

function found(
  project: Project,
  entries: readonly Entry[],
  cells: readonly TypedCell[],
): readonly DeskCheck[] {
  const { ledger } = addEntries(emptyLedger('2020-323002'), entries)
  return checkDraft(projectDesk(project, 2020, ledger, null, HEBEI), cells, 'wan')
}

function told(check: DeskCheck): string {
  const cells = check.cells.map(({ row, day }) => `${row.key.replace('2020-323002/', '')}@${day.slice(5, 7)}`)
  const figures =
    check.kind === 'over-budget'
      ? ` ${check.total.toFixed()} > ${check.budget.toFixed()}`
      : check.kind === 'decreasing'
        ? ` ${check.total.toFixed()} < ${check.before.toFixed()}`
        : check.kind === 'exceeded-unexplained'
          ? ` ${check.percent.toFixed(2)}`
          : check.kind === 'outside-year'
            ? ` ${check.day}`
            : ''
  return `${check.kind} ${cells.join()}${figures}`
}

const kinds = (checks: readonly DeskCheck[]) => checks.map(({ kind }) => kind)
const REASON: Deviation = { category: 'other', text: '疫情影响' }

describe('spending', () => {
  it('over the budget is found at the amount, and only past it', () => {
    expect(found(MEDICAL, [], [typed('spending', '06', '920')])).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ kind: 'over-budget' })]),
    )
    expect(found(MEDICAL, [], [typed('spending', '06', '920.000001')]).map(told)).toContain(
      'over-budget spending@06 9200000.01 > 9200000',
    )
  })

  it('over the budget counts the adjustments of that day', () => {
    const more = {
      ...written('2020-07-01'),
      kind: 'budget-adjustment',
      subject: MEDICAL.id,
      amount: money(100_000),
      document: '1',
      reason: 'x',
    } as Entry
    expect(kinds(found(MEDICAL, [more], [typed('spending', '06', '925')]))).toContain('over-budget')
    expect(kinds(found(MEDICAL, [more], [typed('spending', '10', '925')]))).not.toContain('over-budget')
  })

  it('falling below an earlier checkpoint is found, typed against saved and typed against typed', () => {
    expect(
      found(MEDICAL, [paid(MEDICAL, '2020-06-01', 5_520_000)], [typed('spending', '10', '500')]).map(told),
    ).toEqual(['decreasing spending@10 5000000 < 5520000'])
    expect(
      found(MEDICAL, [], [typed('spending', '03', '552'), typed('spending', '10', '551.99')]).map(told),
    ).toEqual(['decreasing spending@10 5519900 < 5520000'])
    expect(found(MEDICAL, [], [typed('spending', '03', '552'), typed('spending', '10', '552')])).toEqual([])
  })

  it('moves the later totals along, but not one that was itself stated', () => {
    const before = [paid(MEDICAL, '2020-06-01', 2_000_000), paid(MEDICAL, '2020-09-01', 3_000_000)]
    expect(found(MEDICAL, before, [typed('spending', '06', '600')])).toEqual([])
    const fixed = [
      paid(MEDICAL, '2020-06-01', 2_000_000),
      stated(MEDICAL, '2020-10-31', 3_000_000, 5_000_000),
    ]
    expect(found(MEDICAL, fixed, [typed('spending', '06', '600')]).map(told)).toEqual([
      'decreasing spending@10 5000000 < 6000000',
    ])
  })

  it('below zero is found where the payments of the period come to it', () => {
    expect(found(MEDICAL, [paid(MEDICAL, '2020-06-01', -1)], []).map(told)).toEqual([
      'negative-total spending@06',
    ])
    expect(found(MEDICAL, [], [typed('spending', '06', '-1')])).toEqual([])
  })

  it('says nothing of what was not entered', () => {
    expect(found(MEDICAL, [], [])).toEqual([])
    expect(
      found(MEDICAL, [], [typed('spending', '06', ''), typed(indicator(MEDICAL, 1), '06', '—')]),
    ).toEqual([])
    expect(
      found(MEDICAL, [], [typed('spending', '06', '####'), typed(indicator(MEDICAL, 1), '06', '0.9')]),
    ).toEqual([])
  })
})

describe('indicators', () => {
  it('miss without a reason is found, to the last place, and rests once a reason is given of that value', () => {
    const cell = (text: string, before: readonly Entry[] = []) =>
      found(MEDICAL, before, [typed(indicator(MEDICAL, 4), '06', text)])
    const said = (deviation: Deviation) => [reached(MEDICAL, 4, '2020-06-30', '93%', deviation)]
    expect(cell('94.996%').map(told)).toEqual(['missed-unexplained 2/4@06'])
    expect(cell('95%')).toEqual([])
    expect(cell('93', said(REASON))).toEqual([])
    expect(cell('94%', said(REASON)).map(told)).toEqual(['missed-unexplained 2/4@06'])
    expect(kinds(cell('94%', said({ category: 'other', text: '  ' })))).toEqual(['missed-unexplained'])
    expect(kinds(cell('94%', [reached(MEDICAL, 4, '2020-06-20', '93%', REASON)]))).toEqual([
      'missed-unexplained',
    ])
  })

  it('saved with a reason stay at rest; another value typed over asks again', () => {
    expect(kinds(found(MEDICAL, [reached(MEDICAL, 4, '2020-06-30', '90%')], []))).toEqual([
      'missed-unexplained',
    ])
    expect(found(MEDICAL, [reached(MEDICAL, 4, '2020-06-30', '90%', REASON)], [])).toEqual([])
    expect(
      found(
        MEDICAL,
        [reached(MEDICAL, 4, '2020-06-30', '90%', REASON)],
        [typed(indicator(MEDICAL, 4), '06', '80%')],
      ).map(told),
    ).toEqual(['missed-unexplained 2/4@06'])
  })

  it('are looked at in their own period, not carried into the next', () => {
    expect(found(MEDICAL, [reached(MEDICAL, 4, '2020-06-30', '90%')], []).map(told)).toEqual([
      'missed-unexplained 2/4@06',
    ])
  })

  it('exceed without a reason: = at once, ≥ past 15 %', () => {
    expect(found(MEDICAL, [], [typed(indicator(MEDICAL, 2), '06', '101%')]).map(told)).toEqual([
      'over-100 2/2@06',
      'exceeded-unexplained 2/2@06 1.00',
    ])
    expect(kinds(found(MIXED, [], [typed(indicator(MIXED, 1), '06', '1380')]))).toEqual([])
    expect(kinds(found(MIXED, [], [typed(indicator(MIXED, 1), '06', '1381')]))).toEqual([
      'exceeded-unexplained',
    ])
    expect(found(MIXED, [reached(MIXED, 1, '2020-06-30', '1381', REASON)], [])).toEqual([])
  })

  it('over 100 are found for rates alone', () => {
    expect(kinds(found(MEDICAL, [], [typed(indicator(MEDICAL, 4), '06', '100.01')]))).toEqual(['over-100'])
    expect(kinds(found(MEDICAL, [], [typed(indicator(MEDICAL, 4), '06', '100')]))).toEqual([])
    expect(kinds(found(MIXED, [], [typed(indicator(MIXED, 4), '06', '1')]))).toEqual([])
  })

  it('in another unit are found while typed', () => {
    expect(kinds(found(MEDICAL, [], [typed(indicator(MEDICAL, 1), '06', '99人')]))).toEqual(['unit-mismatch'])
    expect(found(MEDICAL, [], [typed('spending', '06', '60%')])).toMatchObject([
      { kind: 'unit-mismatch', entered: { kind: 'percent' }, expected: 'money', subject: MEDICAL.id },
    ])
    expect(found(MIXED, [], [typed('spending', '06', '3人')])).toMatchObject([
      { kind: 'unit-mismatch', entered: { kind: 'other', printed: '人' } },
    ])
  })

  it('with a day outside the year are found', () => {
    expect(found(MIXED, [reached(MIXED, 2, '2020-12-31', '2021-01-05', REASON)], []).map(told)).toEqual([
      'outside-year 9/2@12 2021-01-05',
    ])
    expect(found(MIXED, [], [typed(indicator(MIXED, 2), '06', '6月20日')])).toEqual([])
  })

  it('split into measures are looked at each for itself, unless marked as not judged', () => {
    const measures = ['参保率', '救助水平'].map((name, index) => ({
      id: `m${index}`,
      name,
      judged: index === 0,
      buildsUp: false,
    }))
    const split = {
      ...written('2020-01-01'),
      kind: 'measures',
      subject: indicator(MEDICAL, 1),
      measures,
    } as Entry
    const cells = measures.map(({ id }) => typed(indicatorRowKey(indicator(MEDICAL, 1), id), '06', '90%'))
    expect(found(MEDICAL, [split], cells).map(told)).toEqual(['missed-unexplained 2/1#m0@06'])
  })

  it('that build up are compared with the share that is due', () => {
    const measures = [{ id: 'm', name: '人数', judged: true, buildsUp: true }]
    const split = {
      ...written('2020-01-01'),
      kind: 'measures',
      subject: indicator(MIXED, 1),
      measures,
    } as Entry
    const row = indicatorRowKey(indicator(MIXED, 1), 'm')
    expect(found(MIXED, [split], [typed(row, '06', '720')])).toEqual([])
    expect(kinds(found(MIXED, [split], [typed(row, '06', '719')]))).toEqual(['missed-unexplained'])
    expect(found(MIXED, [split], [typed(row, '03', '1')])).toEqual([])
  })

  it('are compared with the target of their own day, as the board does', () => {
    const changed = {
      ...written('2020-09-15'),
      kind: 'target-change',
      subject: indicator(MEDICAL, 4),
      change: { kind: 'target', text: '≥90百分比' },
      document: '1',
      reason: 'x',
    } as Entry
    const cell = (at: At) => kinds(found(MEDICAL, [changed], [typed(indicator(MEDICAL, 4), at, '92%')]))
    expect(cell('06')).toEqual(['missed-unexplained'])
    expect(cell('10')).toEqual([])
  })
})

describe('a whole checkpoint', () => {
  const all = (at: At, text: (position: number) => string) =>
    MEDICAL.indicators.map((_, index) => typed(indicator(MEDICAL, index + 1), at, text(index + 1)))
  const UNEXPLAINED = new Set<string>(['missed-unexplained', 'exceeded-unexplained', 'over-100'])
  const alike = (entries: readonly Entry[], cells: readonly TypedCell[]) =>
    found(MEDICAL, entries, cells).filter(({ kind }) => !UNEXPLAINED.has(kind))

  it('with one value in all indicators is found, however it is written', () => {
    expect(
      kinds(
        alike(
          [],
          all('06', (position) => (position % 2 ? '96%' : '96.0')),
        ),
      ),
    ).toEqual(['same-in-all'])
    expect(
      alike(
        [],
        all('06', (position) => (position === 7 ? '96.1%' : '96%')),
      ),
    ).toEqual([])
    expect(alike([], all('06', () => '96%').slice(1))).toEqual([])
    const saved = MEDICAL.indicators
      .slice(1)
      .map((_, index) => reached(MEDICAL, index + 2, '2020-06-20', '96%', REASON))
    expect(kinds(alike(saved, all('06', () => '96%').slice(0, 1)))).toEqual(['same-in-all'])
  })

  it('with all the money spent and outputs not reported is found, and names them', () => {
    const spent = typed('spending', '10', '920')
    const [first, ...rest] = all('10', (position) => `${95 + position / 10}%`)
    expect(alike([], [spent]).map(told)).toEqual(['spent-but-unreported 2/1@10,2/2@10,2/3@10,2/4@10'])
    expect(alike([], [spent, ...rest]).map(told)).toEqual(['spent-but-unreported 2/1@10'])
    expect(alike([], [spent, ...(first ? [first] : []), ...rest])).toEqual([])
    expect(alike([], [typed('spending', '10', '919.99')])).toEqual([])
    expect(alike([], [spent, typed(indicator(MEDICAL, 1), '10', '0.99'), ...rest])).toEqual([])
  })

  it('equal to the last in every figure is found', () => {
    const june = MEDICAL.indicators.map((_, index) =>
      reached(MEDICAL, index + 1, '2020-06-30', `${93 + index}%`, REASON),
    )
    const october = all('10', (position) => `${92 + position}.0`)
    expect(alike(june, october).map(told)).toEqual([
      'same-as-last 2/1@10,2/2@10,2/3@10,2/4@10,2/5@10,2/6@10,2/7@10',
    ])
    expect(
      alike([...june, paid(MEDICAL, '2020-06-01', 1)], [...october, typed('spending', '10', '0.0001')]).map(
        told,
      ),
    ).toEqual(['same-as-last spending@10,2/1@10,2/2@10,2/3@10,2/4@10,2/5@10,2/6@10,2/7@10'])
    expect(
      alike([...june, paid(MEDICAL, '2020-06-01', 1)], [...october, typed('spending', '10', '1')]),
    ).toEqual([])
    expect(alike(june, [...october.slice(1), typed(indicator(MEDICAL, 1), '10', '95.1%')])).toEqual([])
    expect(alike(june, october.slice(0, 1))).toEqual([])
    expect(alike(june.slice(1), october)).toEqual([])
  })
})

describe('every draft', () => {
  const text = fc.oneof(
    fc.constantFrom('', '95%', '0.95', '120%', '552', '1000', '-5', '达成', '2021-01-05', '####', '3人'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  )

  it('is looked over whatever it holds, and each finding names a cell of the grid', () => {
    for (const project of [MEDICAL, MIXED]) {
      const keys = ['spending', ...project.indicators.map(({ id }) => id), 'unknown']
      const cell = fc.record({
        row: fc.constantFrom(...keys),
        day: fc.constantFrom(...Object.values(DAYS), on('2020-05-05')),
        text,
      })
      fc.assert(
        fc.property(
          fc.array(cell, { maxLength: 12 }),
          fc.array(fc.tuple(text, fc.integer({ min: 1, max: 8 })), { maxLength: 4 }),
          (cells, saved) => {
            const entries = saved.map(([value, position]) => reached(project, position, '2020-06-30', value))
            for (const check of found(project, [...entries, paid(project, '2020-06-01', 5_000_000)], cells)) {
              expect(check.cells.length).toBeGreaterThan(0)
              for (const { row, day } of check.cells) {
                expect(keys).toContain(row.key)
                expect(Object.values(DAYS)).toContain(day)
              }
            }
          },
        ),
        { numRuns: 300 },
      )
    }
  })

  it('keeps exact amounts', () => {
    const [check] = found(MIXED, [], [typed('spending', '06', '10.00000100')])
    expect(check?.kind === 'over-budget' && check.total.eq(new Decimal('100000.01'))).toBe(true)
  })
})
