import { describe, expect, it } from 'vitest'
import { projectDesk } from '@/domain/desk/projectDesk'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import {
  changeKey,
  readTemplate,
  templateKey,
  type ChangeAnswers,
  type TemplateReading,
  type TemplateRow,
} from '@/domain/sheets/templateSheet'
import type { Day } from '@/domain/time/day'
import { PLAN_ID, projectOf } from '../../fixtures/sixProjects'
import { actual, day, DECEMBER, JUNE, MARCH, OCTOBER, pay, split, step, total } from '../build'

const CELLS = { '03': null, '06': '50', '10': '80', '12': '100' }
const P = projectOf(3, '丙', '80', CELLS, ['≥95百分比', '≥100人'])
const Q = projectOf(4, '丁', '10', CELLS, ['≥90百分比'])
const CHOICES = {
  categories: { 经费保障: 'funding', 其他: 'other' },
  likelihoods: { 确定能: 'certain', 有可能: 'possible' },
} as const

type Cell = TemplateRow['cells'][number]
type Said = TemplateRow['remarks']

const cell = (on: Day, text: string, over: Partial<Cell> = {}): Cell => ({
  day: on,
  column: 4 + [MARCH, JUNE, OCTOBER, DECEMBER].indexOf(on),
  text,
  before: '',
  printed: over.before ?? '',
  full: null,
  unsaved: false,
  ...over,
})
const line = (key: string, cells: readonly Cell[], said: Partial<Said> = {}, at = 2): TemplateRow => ({
  line: at,
  key,
  differs: null,
  relabelled: null,
  cells,
  remarks: { column: 8, category: '', text: '', fullYear: '', likelihood: '', ...said },
})

function read(
  rows: readonly TemplateRow[],
  entries: readonly Entry[] = [],
  today: Day = DECEMBER,
  answers: ChangeAnswers = new Map(),
): TemplateReading {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  return readTemplate(
    [P, Q].map((project) => projectDesk(project, 2020, ledger, today, HEBEI)),
    rows,
    CHOICES,
    answers,
  )
}

function stepOf(reading: TemplateReading) {
  if (reading.kind !== 'step') throw new Error(JSON.stringify(reading.issues))
  return reading
}
const issuesOf = (reading: TemplateReading) => (reading.kind === 'refused' ? reading.issues : [])
const FIRST = `${P.id}/1`

describe('a row of a template', () => {
  it('is known by its key: a project for its spending, else the row of an indicator or part', () => {
    expect(templateKey(P.id, { kind: 'spending', key: 'spending' })).toBe(P.id)
    const reading = stepOf(
      read(
        [
          line(P.id, [cell(JUNE, '40')]),
          line(`${FIRST}#m2`, [cell(JUNE, '96%')], {}, 3),
          line(`${Q.id}/1`, [cell(JUNE, '91%')], {}, 4),
        ],
        [split(FIRST, '2020-01-01', [{}, {}])],
      ),
    )
    expect(reading.drafts).toMatchObject([
      { kind: 'spending-total', subject: P.id, effectiveOn: JUNE },
      { kind: 'indicator-actual', subject: FIRST, measure: 'm2' },
      { kind: 'indicator-actual', subject: `${Q.id}/1`, measure: null },
    ])
    expect([reading.cells, reading.unchanged]).toEqual([3, 0])
  })

  it('that is nobody’s or comes twice is said with its line; nothing of any is taken', () => {
    const reading = read([
      line(P.id, [cell(JUNE, '40')]),
      line('x', [cell(JUNE, '1')], {}, 3),
      line(P.id, [cell(OCTOBER, '50')], {}, 4),
    ])
    expect(issuesOf(reading)).toEqual([
      { kind: 'unknown-row', line: 3, column: 0, text: 'x' },
      { kind: 'row-twice', line: 4, column: 0, text: P.id },
    ])
  })
})

it('an answer to one change is none to another', () => {
  const rows = [
    line(P.id, [
      cell(JUNE, '40', { before: '35.00', printed: '30.00' }),
      cell(OCTOBER, '60', { before: '55.00', printed: '50.00' }),
    ]),
    line(Q.id, [cell(JUNE, '4', { before: '3.50', printed: '3.00' })], {}, 3),
  ]
  const since = [total(P.id, JUNE, '35'), total(P.id, OCTOBER, '55'), total(Q.id, JUNE, '3.5')]
  const { changes, open } = stepOf(read(rows, since))
  expect([changes.map(({ asked }) => asked?.printed), open, new Set(changes.map(changeKey)).size]).toEqual([
    ['30.00', '50.00', '3.00'],
    3,
    3,
  ])
  for (const [index, change] of changes.entries()) {
    const reading = stepOf(read(rows, since, DECEMBER, new Map([[changeKey(change), 'take']])))
    expect(reading.open).toBe(2)
    expect(reading.drafts.map(({ subject, effectiveOn }) => [subject, effectiveOn])).toEqual([
      [
        [P.id, JUNE],
        [P.id, OCTOBER],
        [Q.id, JUNE],
      ][index],
    ])
  }
})

describe('a cell of a template', () => {
  it.each<[string, Cell, readonly Entry[], number, number]>([
    ['blank', cell(JUNE, ''), [], 0, 0],
    ['a dash', cell(JUNE, '—'), [], 0, 0],
    ['as it was', cell(JUNE, ' 40.00 ', { before: '40.00' }), [total(P.id, JUNE, '40')], 0, 0],
    [
      'as it stands, written otherwise',
      cell(JUNE, '40', { before: '40.00' }),
      [total(P.id, JUNE, '40')],
      0,
      1,
    ],
    ['another figure', cell(JUNE, '41', { before: '40.00' }), [total(P.id, JUNE, '40')], 1, 0],
    ['of a day without a column', cell(day('2020-05-05'), '41'), [], 0, 0],
    ['zero', cell(JUNE, '0'), [], 1, 0],
  ])('%s', (_, own, entries, cells, unchanged) => {
    const reading = stepOf(read([line(P.id, [own])], entries))
    expect([reading.cells, reading.unchanged, reading.drafts.length]).toEqual([cells, unchanged, cells])
  })

  it('is read in full where it shows less, and asked about', () => {
    const reading = read([line(P.id, [cell(JUNE, '40', { full: '40.04', before: '40' })])])
    expect(issuesOf(reading)).toMatchObject([
      { kind: 'doubtful', line: 2, column: 5, text: '40', doubts: ['rounded'], asRead: null },
    ])
    const both = issuesOf(read([line(FIRST, [cell(JUNE, '1', { full: '0.95' })])]))
    expect(both).toMatchObject([
      {
        doubts: ['fraction', 'rounded'],
        suggestion: { kind: 'actual', value: { text: '95%' } },
        asRead: { value: { text: '0.95%' } },
      },
    ])
    const doubted = issuesOf(read([line(FIRST, [cell(JUNE, '0.95')])]))
    expect(doubted).toMatchObject([{ doubts: ['fraction'] }])
  })

  it.each<[string, Cell, unknown]>([
    [
      'a formula without its result',
      cell(JUNE, '', { unsaved: true }),
      { kind: 'no-value', line: 2, column: 5, text: '' },
    ],
    ['no figure', cell(JUNE, '四十'), { kind: 'refused', text: '四十', why: { reason: 'not-a-number' } }],
    ['what lies ahead', cell(DECEMBER, '80'), { kind: 'refused', column: 7, why: { reason: 'future' } }],
  ])('is refused with its place: %s', (_, own, wanted) => {
    expect(issuesOf(read([line(P.id, [own])], [], day('2020-11-01')))).toMatchObject([wanted])
  })

  it('that is closed is left out and said where it is new; where it says what stands it is nothing', () => {
    const entries = [total(P.id, JUNE, '40'), step('accept', P.id, JUNE)]
    const left = stepOf(read([line(P.id, [cell(JUNE, '41'), cell(OCTOBER, '50')])], entries))
    expect(left.closed).toEqual([
      { kind: 'refused', line: 2, column: 5, text: '41', why: { reason: 'closed' } },
    ])
    expect([left.cells, left.drafts.length]).toEqual([1, 1])
    const same = stepOf(read([line(P.id, [cell(JUNE, '40')])], entries))
    expect([same.closed, same.cells, same.unchanged]).toEqual([[], 0, 1])
    const unread = read([line(P.id, [cell(JUNE, 'x')])], entries)
    expect(issuesOf(unread)).toMatchObject([{ kind: 'refused', why: { reason: 'not-a-number' } }])
  })

  it('over 100 is taken and said', () => {
    const reading = stepOf(read([line(FIRST, [cell(JUNE, '105%'), cell(OCTOBER, '99%')])]))
    expect(reading.over100).toEqual([{ line: 2, column: 5, text: '105%' }])
    expect(reading.cells).toBe(2)
  })

  it('totals of several days are one step in the order of days, zero beside money is refused', () => {
    const reading = stepOf(read([line(P.id, [cell(OCTOBER, '60'), cell(JUNE, '40')])]))
    expect(reading.drafts.map(({ effectiveOn }) => effectiveOn)).toEqual([JUNE, OCTOBER])
    const falls = read([line(P.id, [cell(OCTOBER, '40'), cell(JUNE, '60')])])
    expect(issuesOf(falls)).toMatchObject([{ kind: 'doubtful', text: '40', doubts: ['falls'] }])
    const below = read([line(P.id, [cell(OCTOBER, '40')])], [pay(P.id, '2020-05-01', '60')])
    expect(issuesOf(below)).toMatchObject([{ kind: 'doubtful', text: '40', doubts: ['falls'] }])
    const zero = read([line(P.id, [cell(JUNE, '0')])], [pay(P.id, '2020-05-01', '1')])
    expect(issuesOf(zero)).toMatchObject([{ why: { reason: 'not-zero', day: '2020-05-01' } }])
  })
})

describe('remarks of a template', () => {
  const held = actual(FIRST, JUNE, '80%', { deviation: { category: 'other', text: '旧' } })

  it('go with the new value of the last day that has one', () => {
    const { drafts } = stepOf(
      read([
        line(FIRST, [cell(JUNE, '80%'), cell(OCTOBER, '90%'), cell(DECEMBER, ' ')], {
          category: ' 经费保障 ',
          text: ' 拨款晚 ',
          fullYear: ' 96% ',
          likelihood: ' 有可能 ',
        }),
      ]),
    )
    expect(drafts).toMatchObject([
      { effectiveOn: JUNE, deviation: null, fullYear: null, likelihood: null },
      {
        effectiveOn: OCTOBER,
        deviation: { category: 'funding', text: '拨款晚' },
        fullYear: '96%',
        likelihood: 'possible',
      },
    ])
  })

  it('alone enter the value that stands again, with its evidence; said already they are nothing', () => {
    const proven = { ...held, evidence: [{ name: '台账', place: null, size: null, sha256: null }] }
    const shown = [cell(JUNE, '80%', { before: '80%' })]
    const reading = stepOf(read([line(FIRST, shown, { text: '验收推迟' })], [proven]))
    expect(reading.drafts).toEqual([
      {
        kind: 'indicator-actual',
        subject: FIRST,
        effectiveOn: JUNE,
        measure: null,
        value: held.value,
        evidence: proven.evidence,
        deviation: { category: 'other', text: '验收推迟' },
        fullYear: null,
        likelihood: null,
      },
    ])
    expect(reading.cells).toBe(1)
    expect(stepOf(read([line(FIRST, shown, { category: '其他', text: '旧' })], [held])).drafts).toEqual([])
  })

  it.each<[string, Partial<Said>, unknown]>([
    [
      'a reason without a category',
      { text: '验收推迟' },
      { deviation: { category: 'other', text: '验收推迟' } },
    ],
    [
      'a category without a reason',
      { category: '经费保障' },
      { deviation: { category: 'funding', text: '' } },
    ],
    ['the year alone', { fullYear: '96%' }, { deviation: null, fullYear: '96%', likelihood: null }],
    [
      'the chance alone',
      { likelihood: '确定能' },
      { deviation: null, fullYear: null, likelihood: 'certain' },
    ],
  ])('%s', (_, said, wanted) => {
    expect(stepOf(read([line(FIRST, [cell(JUNE, '90%')], said)])).drafts).toMatchObject([wanted])
  })

  it('that are no choice are said, each in its own column', () => {
    const reading = read([line(FIRST, [cell(JUNE, '90%')], { category: '缺钱', likelihood: '大概' })])
    expect(issuesOf(reading)).toEqual([
      { kind: 'not-a-choice', line: 2, column: 8, text: '缺钱' },
      { kind: 'not-a-choice', line: 2, column: 11, text: '大概' },
    ])
  })

  it('beside no value, or beside spending, are said', () => {
    const without = (said: Partial<Said>, key = FIRST, cells: readonly Cell[] = [cell(JUNE, ' ')]) =>
      issuesOf(read([line(key, cells, said)]))
    expect(without({ text: '晚', category: '其他' })).toEqual([
      { kind: 'remark-without-value', line: 2, column: 8, text: '晚' },
    ])
    expect(without({ category: '其他' })).toMatchObject([{ kind: 'remark-without-value', text: '其他' }])
    expect(without({ text: '晚' }, P.id, [cell(JUNE, '40')])).toMatchObject([
      { kind: 'remark-without-value' },
    ])
    expect(without({ text: ' ', category: ' ' })).toEqual([])
  })

  it('stay with their own row and project', () => {
    const { drafts } = stepOf(
      read([
        line(FIRST, [cell(JUNE, '90%')], { text: '甲' }),
        line(`${Q.id}/1`, [cell(JUNE, '80%')], { text: '乙' }, 3),
        line(`${P.id}/2`, [cell(JUNE, '90人')], {}, 4),
      ]),
    )
    expect(
      drafts.map((draft) => 'deviation' in draft && [draft.subject, draft.deviation?.text ?? null]),
    ).toEqual([
      [FIRST, '甲'],
      [`${P.id}/2`, null],
      [`${Q.id}/1`, '乙'],
    ])
  })
})
