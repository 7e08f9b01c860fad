import { describe, expect, it } from 'vitest'
import { checkDraft, type DeskCheck, type TypedCell } from '@/domain/desk/checks'
import { indicatorRowKey } from '@/domain/desk/entryGrid'
import { projectDesk } from '@/domain/desk/projectDesk'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import type { Project } from '@/domain/plan/plan'
import { HEBEI } from '@/domain/plan/preset'
import type { Day } from '@/domain/time/day'
import { PLAN_ID, projectOf } from '../../fixtures/sixProjects'
import {
  actual,
  adjust,
  band,
  DECEMBER,
  inWan,
  JUNE,
  MARCH,
  OCTOBER,
  pay,
  plain,
  retarget,
  split,
  total,
  zero,
} from '../build'

const CELLS = { '03': null, '06': '50', '10': '80', '12': '100' }
const RATES = projectOf(3, '丙', '80', CELLS, ['≥90百分比', '≥90百分比', '≥90百分比'])
const OTHERS = projectOf(4, '丁', '80', CELLS, ['≥100人', '12月底前完成', '逐步提高', '90-95'])
const because = { category: 'other', text: '天气原因' } as const

function checks(
  project: Project,
  entries: readonly Entry[],
  typed: readonly TypedCell[] = [],
  beside: Day | null = null,
): readonly DeskCheck[] {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  return checkDraft(projectDesk(project, 2020, ledger, null, HEBEI, beside), typed, 'wan')
}
const of = <K extends DeskCheck['kind']>(found: readonly DeskCheck[], kind: K) =>
  found.filter((check): check is Extract<DeskCheck, { kind: K }> => check.kind === kind)
const at = (found: readonly DeskCheck[]) =>
  found.map(
    ({ kind, cells }) =>
      `${kind} ${cells.map(({ row, day }) => `${row.key.split('/').slice(2).join('/') || '支出'}@${day.slice(5, 7)}`).join()}`,
  )
const cell = (row: string, day: Day, text: string): TypedCell => ({ row, day, text })
const P = RATES.id
const row = (position: number, project = RATES) => `${project.id}/${position}`
const all = (day: Day, texts: readonly string[], project = RATES) =>
  texts.map((text, index) => actual(row(index + 1, project), day, text, { deviation: because }))

describe('spending as typed', () => {
  it('over the budget is told with both amounts and the day, at every later column it was touched in', () => {
    const [found, ...rest] = of(checks(RATES, [], [cell('spending', JUNE, '80.01')]), 'over-budget')
    expect(rest).toEqual([])
    expect([found?.subject, inWan(found?.total ?? null), inWan(found?.budget ?? null), found?.day]).toEqual([
      P,
      '80.01',
      '80',
      JUNE,
    ])
    const adjusted = of(
      checks(RATES, [adjust(P, JUNE, '1')], [cell('spending', JUNE, '81.01')]),
      'over-budget',
    )
    expect(inWan(adjusted[0]?.budget ?? null)).toBe('81')
  })

  it('below what stood is told with what stood and when: the last column that has a total', () => {
    const [found] = of(
      checks(RATES, [total(P, MARCH, '30')], [cell('spending', OCTOBER, '29.99')]),
      'decreasing',
    )
    expect([inWan(found?.total ?? null), inWan(found?.before ?? null), found?.day, found?.beforeDay]).toEqual(
      ['29.99', '30', OCTOBER, JUNE],
    )
    expect(of(checks(RATES, [], [cell('spending', OCTOBER, '0')]), 'decreasing')).toEqual([])
    expect(of(checks(RATES, [total(P, MARCH, '30')], [cell('spending', JUNE, '30')]), 'decreasing')).toEqual(
      [],
    )
  })

  it('is looked at in the column it belongs to and in no later one', () => {
    expect(at(of(checks(RATES, [total(P, MARCH, '90')]), 'over-budget'))).toEqual(['over-budget 支出@03'])
    expect(at(of(checks(RATES, [total(P, '2020-04-01', '90')]), 'over-budget'))).toEqual([
      'over-budget 支出@06',
    ])
    expect(at(of(checks(RATES, [total(P, JUNE, '90')]), 'over-budget'))).toEqual(['over-budget 支出@06'])
    expect(
      at(of(checks(RATES, [total(P, JUNE, '90')], [cell('spending', OCTOBER, '###')]), 'over-budget')),
    ).toEqual(['over-budget 支出@06'])
  })

  it('a total below 0 is told with its amount; 0 is none', () => {
    const [found] = of(checks(RATES, [pay(P, '2020-05-01', '-2')]), 'negative-total')
    expect([inWan(found?.total ?? null), found?.day]).toEqual(['-2', JUNE])
    expect(
      of(checks(RATES, [pay(P, '2020-05-01', '2'), pay(P, '2020-05-02', '-2')]), 'negative-total'),
    ).toEqual([])
  })

  it('a statement below its payments is told where it stands, by how much; not beside a fall of the same column', () => {
    const paid = pay(P, '2020-05-01', '30')
    const [found, ...rest] = of(checks(RATES, [paid, total(P, '2020-06-15', '20')]), 'surplus')
    expect(rest).toEqual([])
    expect([
      found?.day,
      inWan(found?.total ?? null),
      inWan(found?.over ?? null),
      found?.cells[0]?.day,
    ]).toEqual(['2020-06-15', '20', '10', JUNE])
    expect(of(checks(RATES, [paid, total(P, JUNE, '30')]), 'surplus')).toEqual([])
    const falling = checks(RATES, [pay(P, MARCH, '30')], [cell('spending', JUNE, '20')])
    expect(at(falling)).toEqual(['decreasing 支出@06'])
  })

  it('a stored zero that money contradicts is told with its day and its writer, in its own column', () => {
    const found = checks(RATES, [pay(P, '2020-02-01', '3'), zero(P, '2020-05-01')])
    expect(of(found, 'silent-zero')).toMatchObject([
      { day: '2020-05-01', author: '张三', subject: P, cells: [{ day: JUNE }] },
    ])
    expect(at(of(checks(RATES, [pay(P, '2020-02-01', '3'), zero(P, MARCH)]), 'silent-zero'))).toEqual([
      'silent-zero 支出@03',
    ])
  })
})

describe('values as typed', () => {
  it('another unit is told beside the one that is wanted', () => {
    const found = of(
      checks(
        OTHERS,
        [],
        [
          cell(row(1, OTHERS), JUNE, '95个'),
          cell('spending', JUNE, '3人'),
          cell('spending', OCTOBER, '60%'),
          cell(row(1, OTHERS), OCTOBER, '###'),
          cell(row(1, OTHERS), DECEMBER, 'x'),
        ],
      ),
      'unit-mismatch',
    )
    expect(found.map(({ subject, entered, expected }) => [subject, entered, expected])).toEqual([
      [row(1, OTHERS), { kind: 'other', printed: '个' }, { kind: 'other', printed: '人' }],
      [OTHERS.id, { kind: 'other', printed: '人' }, 'money'],
      [OTHERS.id, { kind: 'percent' }, 'money'],
    ])
    expect(at(found)).toEqual(['unit-mismatch 1@06', 'unit-mismatch 支出@06', 'unit-mismatch 支出@10'])
  })

  it('a miss and an overshoot are told with what was reported and the target of the day', () => {
    const changed = retarget(row(1), '2020-09-15', '≥80百分比')
    const found = checks(RATES, [changed], [cell(row(1), JUNE, '85%'), cell(row(1), OCTOBER, '95%')])
    const [missed] = of(found, 'missed-unexplained')
    const [over] = of(found, 'exceeded-unexplained')
    expect([missed?.target.text, missed?.cells[0]?.day, missed?.subject]).toEqual(['≥90百分比', JUNE, row(1)])
    expect(missed?.reported.kind === 'number' && plain(missed.reported.value)).toBe('85')
    expect([over?.target.text, plain(over?.percent ?? null)]).toEqual(['≥80百分比', '18.75'])
  })

  it('a rate over 100 is told although it was explained; a number that is no rate is not', () => {
    const explained = actual(row(1), JUNE, '104%', { deviation: because })
    const [found, ...rest] = checks(RATES, [explained])
    expect(rest).toEqual([])
    expect(found?.kind === 'over-100' && plain(found.value)).toBe('104')
    expect(at(checks(OTHERS, [actual(row(4, OTHERS), JUNE, '93')]))).toEqual([])
  })

  it('a day of another year is told with both years’ side, also where it was explained', () => {
    const late = actual(row(2, OTHERS), DECEMBER, '2021-01-05', { deviation: because })
    expect(of(checks(OTHERS, [late]), 'outside-year')).toMatchObject([{ day: '2021-01-05', year: 2020 }])
    expect(checks(OTHERS, [actual(row(2, OTHERS), DECEMBER, '2020-12-31')])).toEqual([])
  })

  it('what is being typed over is not looked at as it was', () => {
    const saved = actual(row(1), JUNE, '50%')
    expect(at(checks(RATES, [saved]))).toEqual(['missed-unexplained 1@06'])
    for (const text of ['0.95', '95人', 'x'])
      expect(of(checks(RATES, [saved], [cell(row(1), JUNE, text)]), 'missed-unexplained')).toEqual([])
    expect(at(checks(RATES, [saved], [cell(row(1), JUNE, '')]))).toEqual(['missed-unexplained 1@06'])
    expect(at(checks(RATES, [saved], [cell(row(2), JUNE, 'x')]))).toEqual(['missed-unexplained 1@06'])
  })

  it('a cell of no row and of no column is nobody’s', () => {
    expect(checks(RATES, [], [cell('x', JUNE, '50%'), cell(row(1), '2020-05-05' as Day, '50%')])).toEqual([])
  })
})

describe('one value in all rows', () => {
  const kinds = (entries: readonly Entry[], typed: readonly TypedCell[] = [], project = RATES) =>
    of(checks(project, entries, typed), 'same-in-all').map(({ day, reported }) => [day, reported.kind])

  it('is asked about from three rows on', () => {
    expect(kinds(all(JUNE, ['95%', '95%', '95.0']))).toEqual([[JUNE, 'number']])
    expect(kinds(all(JUNE, ['95%', '95%', '94%']))).toEqual([])
    expect(kinds(all(JUNE, ['95%', '95%']))).toEqual([])
    const two = { ...RATES, indicators: RATES.indicators.slice(0, 2) }
    expect(kinds(all(JUNE, ['95%', '95%']), [], two)).toEqual([])
  })

  it('is told for each period in which all were entered, not where they were carried', () => {
    expect(kinds([...all(JUNE, ['95%', '95%', '95%']), ...all(OCTOBER, ['96%', '96%', '96%'])])).toEqual([
      [JUNE, 'number'],
      [OCTOBER, 'number'],
    ])
  })

  const soft = projectOf(5, '戊', '80', CELLS, ['逐步提高', '逐步提高', '逐步提高'])
  const bands = (...given: (readonly ['achieved' | 'partly' | 'not', number | null])[]) =>
    given.map(([kind, percent], index) => ({
      ...band(row(index + 1, soft), JUNE, kind, percent),
      deviation: because,
    }))
  it.each([
    [bands(['achieved', 90], ['achieved', 90], ['achieved', 90]), 1],
    [bands(['achieved', 90], ['achieved', 90], ['achieved', 91]), 0],
    [bands(['achieved', null], ['achieved', null], ['achieved', null]), 1],
    [bands(['achieved', null], ['achieved', null], ['achieved', 90]), 0],
    [bands(['achieved', 90], ['achieved', null], ['achieved', 90]), 0],
    [bands(['not', 50], ['partly', 50], ['not', 50]), 0],
  ])('bands alike with their points', (entries, count) => {
    expect(kinds(entries, [], soft)).toHaveLength(count)
  })

  const dated = projectOf(6, '己', '80', CELLS, ['12月底前完成', '12月底前完成', '12月底前完成'])
  const on = (...days: string[]) => days.map((text, index) => actual(row(index + 1, dated), DECEMBER, text))
  it.each([
    [on('2020-11-20', '2020-11-20', '2020-11-20'), 1],
    [on('2020-11-20', '2020-11-20', '2020-11-21'), 0],
  ])('days alike', (entries, count) => {
    expect(kinds(entries, [], dated)).toHaveLength(count)
  })
})

describe('everything as at the last checkpoint', () => {
  const june = all(JUNE, ['91%', '92%', '93%'])
  const last = (entries: readonly Entry[], typed: readonly TypedCell[] = []) =>
    of(checks(RATES, entries, typed), 'same-as-last')

  it('is told with both days, the spending among the cells where it was entered', () => {
    const [found] = last([...june, ...all(OCTOBER, ['91%', '92.0%', '93'])])
    expect([found?.day, found?.lastDay, found?.subject]).toEqual([OCTOBER, JUNE, P])
    const paid = [total(P, JUNE, '40'), total(P, OCTOBER, '40')]
    expect(at(last([...june, ...all(OCTOBER, ['91%', '92%', '93%']), ...paid]))).toEqual([
      'same-as-last 支出@10,1@10,2@10,3@10',
    ])
  })

  it('is not told where anything moved, was newly entered or is one cell alone', () => {
    expect(last([...june, ...all(OCTOBER, ['91%', '92%', '94%'])])).toEqual([])
    expect(last([...june.slice(1), ...all(OCTOBER, ['91%', '92%', '93%'])])).toEqual([])
    expect(last([...june, ...all(OCTOBER, ['91%'])])).toEqual([])
    expect(at(last([...june, ...all(OCTOBER, ['91%', '92%'])]))).toEqual(['same-as-last 1@10,2@10'])
    expect(last([...june, ...all(OCTOBER, ['91%', '92%', '93%']), total(P, OCTOBER, '40')])).toEqual([])
    const moved = [total(P, JUNE, '40'), total(P, OCTOBER, '41')]
    expect(last([...june, ...all(OCTOBER, ['91%', '92%', '93%']), ...moved])).toEqual([])
    expect(at(last([...june, total(P, JUNE, '40'), ...all(OCTOBER, ['91%', '92%', '93%'])]))).toEqual([
      'same-as-last 1@10,2@10,3@10',
    ])
  })
})

describe('all spent and outputs not reported', () => {
  const missing = (entries: readonly Entry[], project = RATES) =>
    of(checks(project, entries), 'spent-but-unreported')

  it('names the rows of 产出 that have no value of the period', () => {
    expect(at(missing([total(P, JUNE, '80'), ...all(JUNE, ['95%'])]))).toEqual([
      'spent-but-unreported 2@06,3@06',
    ])
    expect(missing([total(P, JUNE, '79.99'), ...all(JUNE, ['95%'])])).toEqual([])
    expect(at(missing([total(P, JUNE, '81')]))).toEqual(['spent-but-unreported 1@06,2@06,3@06'])
    expect(missing([total(P, JUNE, '80'), ...all(JUNE, ['95%', '96%', '97%'])])).toEqual([])
  })

  it('is of 产出 alone, and of a period in which something was said', () => {
    const effects = { ...RATES, indicators: RATES.indicators.map((own) => ({ ...own, level1: '效果指标' })) }
    expect(missing([total(P, JUNE, '80')], effects)).toEqual([])
    expect(at(missing([total(P, JUNE, '80'), ...all(OCTOBER, ['95%'])]))).toEqual([
      'spent-but-unreported 1@06,2@06,3@06',
      'spent-but-unreported 2@10,3@10',
    ])
  })

  it('is not asked of a budget of nothing', () => {
    expect(missing([adjust(P, '2020-01-01', '-80'), total(P, JUNE, '0')])).toEqual([])
  })
})

it('parts of a split are rows of their own', () => {
  const entries = [split(row(1), '2020-01-01', [{}, {}]), actual(row(1), JUNE, '50%', { measure: 'm2' })]
  const typed = [cell(indicatorRowKey(row(1), 'm1'), JUNE, '60%')]
  expect(at(checks(RATES, entries, typed))).toEqual([
    'missed-unexplained 1#m1@06',
    'missed-unexplained 1#m2@06',
  ])
})

describe('payments of one day and amount', () => {
  const same = (first: Own, second: Own, days: readonly [string, string] = ['2020-09-01', '2020-09-01']) =>
    of(
      checks(RATES, [
        { ...pay(P, days[0], '5', { author: '王芳' }), ...first },
        { ...pay(P, days[1], '5', { author: '李明' }), ...second },
      ]),
      'same-payment',
    ).map(({ day, amount, authors, cells }) => [
      day,
      inWan(amount),
      authors.join('、'),
      cells.map((own) => own.day).join(),
    ])
  type Own = Readonly<{ voucher?: string; author?: string }>

  it.each([
    [{ voucher: '' }, { voucher: '' }],
    [{ voucher: '记-12' }, { voucher: '' }],
    [{ voucher: '记-12' }, { voucher: ' 记－12' }],
    [{ voucher: 'a1' }, { voucher: 'A1', author: '王芳' }],
  ] as readonly (readonly [Own, Own])[])(
    'by %j and %j may be one, in the period of its day',
    (first, second) => {
      expect(same(first, second)).toEqual([['2020-09-01', '5', `王芳、${second.author ?? '李明'}`, OCTOBER]])
    },
  )

  it('under different vouchers, of one person without them, or of another day are two', () => {
    expect(same({ voucher: '记-12' }, { voucher: '记-13' })).toEqual([])
    expect(same({}, { author: '王芳' })).toEqual([])
    expect(same({}, {}, ['2020-09-01', '2020-09-02'])).toEqual([])
  })
})
