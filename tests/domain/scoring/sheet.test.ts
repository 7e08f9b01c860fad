import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { FLOOR_2021 } from '@/domain/scoring/scheme'
import type { Project } from '@/domain/plan/plan'
import { SIX_PROJECTS } from '../../fixtures/sixProjects'
import { actual, adjust, band, pay, reschedule, retarget, split, total, voidOf, zero } from '../build'
import {
  brief,
  laidOut,
  pointsOf,
  projectWith,
  reportedAll,
  rowOf,
  sheetOf,
  summarise,
  takeOff,
  weigh,
} from './sheets'

const project = projectWith()
const id = (position: number) => `${project.id}/${position}`
const full = reportedAll(project)
const problems = (of: Project, entries: readonly Entry[]) =>
  sheetOf(of, entries).problems.map((problem) =>
    'row' in problem ? `${problem.kind} ${problem.row.slice(-2)}` : problem.kind,
  )
const because = { category: 'staff', text: '人手不足' } as const

describe('a sheet filled from the ledger', () => {
  it('gives each row its points and adds them up', () => {
    const sheet = sheetOf(project, [
      ...full,
      actual(id(1), '2020-12-31', '80%'),
      pay(project.id, '2020-12-31', '-8'),
      summarise(project.id),
    ])
    expect(sheet.rows.map(pointsOf)).toEqual([
      '9.20',
      '11.11',
      '12.50',
      '12.50',
      '12.50',
      '15.00',
      '15.00',
      '10.00',
    ])
    expect(brief(sheet)).toBe('97.81 excellent')
    expect(sheet.summary?.text).toBe('年度总体目标完成。')
  })

  it('takes the target in force, the adjusted budget and the last value at 12月31日', () => {
    const sheet = sheetOf(project, [
      ...full,
      adjust(project.id, '2020-09-01', '25'),
      retarget(id(1), '2020-10-01', '≥100百分比'),
      actual(id(2), '2020-12-31', '45%'),
      actual(id(3), '2021-01-01', '0'),
    ])
    expect(sheet.execution.initialBudget.toFixed()).toBe('1000000')
    expect(sheet.execution.budget.toFixed()).toBe('1250000')
    expect(sheet.rows.slice(0, 4).map(pointsOf)).toEqual(['8.00', '11.88', '6.25', '12.50'])
    expect(rowOf(sheet, 1).target.text).toBe('≥100百分比')
    expect(rowOf(sheet, 1).targetChange?.document).toBe('字2号')
  })

  it('has equal grades at the cuts', () => {
    const cut = (points: string) => brief(sheetOf(project, [...full, takeOff(id(5), points)]))
    const both = (points: string) =>
      brief(
        sheetOf(project, [...full, takeOff(id(1), '12.5'), takeOff(id(2), '12.5'), takeOff(id(5), points)]),
      )
    expect(cut('9.99')).toBe('90.01 excellent')
    expect(cut('10')).toBe('90.00 excellent')
    expect(cut('10.01')).toBe('89.99 good')
    expect(both('14.99')).toBe('60.01 fair')
    expect(both('15')).toBe('60.00 fair')
    expect(sheetOf(project, [...full, takeOff(id(5), '10')]).outcome.kind).toBe('complete')
  })
})

describe('what is not known', () => {
  it.each<[string, Entry[], string]>([
    ['an indicator nobody reported', full.filter((entry) => entry.subject !== id(1)), '87.50 + 12.50'],
    ['spending nobody reported', full.filter((entry) => entry.subject !== project.id), '90.00 + 10.00'],
    ['nothing at all', [], '0.00 + 100.00'],
  ])('%s: incomplete, without a grade', (_, entries, expected) => {
    const sheet = sheetOf(project, [...entries, summarise(project.id)])
    expect(brief(sheet)).toBe(`incomplete ${expected}`)
    expect(JSON.stringify(sheet.outcome)).not.toContain('grade')
  })

  it('says which rows are open and why', () => {
    const odd = projectWith(['≥90%', '逐步提高', '逐步提高', '≥90%', '≥90%', '≥90%', '≥90%'])
    const sheet = sheetOf(odd, [
      zero(odd.id, '2020-12-31'),
      actual(id(1), '2020-12-31', '没有数'),
      band(id(2), '2020-12-31', 'achieved', null),
      band(id(3), '2020-12-31', 'partly', 90),
      actual(id(4), '2020-12-31', '90'),
      split(id(5), '2020-01-01', [{ judged: false }]),
      actual(id(5), '2020-12-31', '90', { measure: 'm1' }),
      actual(id(6), '2020-12-31', '0'),
    ])
    expect(sheet.rows.map(pointsOf)).toEqual([
      '0.00',
      'not-judged',
      'band-without-points',
      'outside-band',
      '12.50',
      'not-judged',
      '0.00',
      'unreported',
    ])
    expect(sheet.outcome.kind === 'incomplete' && sheet.outcome.rows.map((row) => row.id.slice(-2))).toEqual([
      '/1',
      '/2',
      '/3',
      '/5',
      '/7',
    ])
    expect(brief(sheet)).toBe('incomplete 12.50 + 62.50')
  })

  it('a voided value is no value', () => {
    const last = full.at(-1)
    expect(last && brief(sheetOf(project, [...full, voidOf(last)]))).toBe('incomplete 90.00 + 10.00')
  })

  it('a zero budget has no rate; with its weight moved away for a reason it holds no grade back', () => {
    const none = [...full, adjust(project.id, '2020-06-01', '-100')]
    expect(pointsOf(sheetOf(project, none).execution)).toBe('no-base')
    expect(brief(sheetOf(project, none))).toBe('incomplete 90.00 + 10.00')
    const moved = { [project.id]: '0', [id(7)]: '20' }
    expect(brief(sheetOf(project, [...none, weigh(project.id, moved, '预算全部收回')]))).toBe(
      '100.00 excellent',
    )
  })

  it('an unreported row holds the grade back even with a weight of 0', () => {
    const open = full.filter((entry) => entry.subject !== id(1))
    const weights = weigh(project.id, { [id(1)]: '0', [id(2)]: '25' })
    expect(brief(sheetOf(project, [...open, weights]))).toBe('incomplete 100.00 + 0.00')
  })
})

describe('the year as a whole', () => {
  it('compares a total that builds up with its full target, whatever share the schedule ends with', () => {
    const total = projectWith(['≥100人', ...Array.from({ length: 6 }, () => '≥90%')])
    const entries = [
      ...reportedAll(total).filter((entry) => entry.subject !== id(1)),
      split(id(1), '2020-01-01', [{ buildsUp: true }]),
      actual(id(1), '2020-12-31', '80人', { measure: 'm1' }),
    ]
    expect(pointsOf(rowOf(sheetOf(total, entries), 1))).toBe('10.00')
    const blank = reschedule(total.id, '2020-02-01', { '06': null, '10': '80', '12': null })
    expect(pointsOf(rowOf(sheetOf(total, [...entries, blank]), 1))).toBe('10.00')
    const never = reschedule(total.id, '2020-02-01', { '06': null, '10': null, '12': null })
    expect(pointsOf(rowOf(sheetOf(total, [...entries, never]), 1))).toBe('10.00')
    expect(pointsOf(rowOf(sheetOf(total, [never]), 2))).toBe('unreported')
    expect(rowOf(sheetOf(total, [never]), 2).attainment.kind).toBe('unreported')
  })

  it('scores a split indicator by its worst measure', () => {
    const sheet = sheetOf(project, [
      ...full,
      split(id(1), '2020-01-01', [{}, {}, { judged: false }]),
      actual(id(1), '2020-12-31', '45%', { measure: 'm1' }),
      actual(id(1), '2020-12-31', '89%', { measure: 'm2' }),
      actual(id(1), '2020-12-31', '1%', { measure: 'm3' }),
    ])
    expect(pointsOf(rowOf(sheet, 1))).toBe('6.25')
    expect(rowOf(sheet, 1).parts).toHaveLength(3)
  })

  it('scores a split qualitative indicator by its lowest band points', () => {
    const soft = projectWith(['逐步提高', ...Array.from({ length: 6 }, () => '≥90%')])
    const part = (measure: string, percent: number) => ({
      ...band(id(1), '2020-12-31', 'achieved', percent),
      measure,
    })
    const sheet = sheetOf(soft, [
      ...reportedAll(soft).filter((entry) => entry.subject !== id(1)),
      split(id(1), '2020-01-01', [{}, {}]),
      part('m1', 96),
      part('m2', 88),
    ])
    expect(pointsOf(rowOf(sheet, 1))).toBe('11.00')
  })

  it('says what was carried from an earlier checkpoint', () => {
    const early = [...full.filter((entry) => entry.subject !== id(1)), actual(id(1), '2020-10-31', '95%')]
    const sheet = sheetOf(project, early)
    expect(rowOf(sheet, 1).carried).toBe(true)
    expect(rowOf(sheet, 2).carried).toBe(false)
  })
})

describe('weights and points off', () => {
  it('uses the weights that were set', () => {
    const sheet = sheetOf(project, [...full, weigh(project.id, { [id(1)]: '20', [id(2)]: '5' })])
    expect(sheet.rows.slice(1, 3).map(pointsOf)).toEqual(['20.00', '5.00'])
    expect(sheet.weights?.kind).toBe('weights')
  })

  it('has no grade while they do not add up', () => {
    const sheet = sheetOf(project, [...full, weigh(project.id, { [id(1)]: '10' })])
    expect(brief(sheet)).toBe('incomplete 97.50 + 2.50')
  })

  it('keeps weights to the scheme of the year: another has its own equal split', () => {
    const entries = [...full, weigh(project.id, { [id(1)]: '20', [id(2)]: '5' })]
    expect(sheetOf(project, entries, { scheme: FLOOR_2021 }).weights).toBeNull()
  })

  it('takes points off a row or off execution, the last entry of a row standing', () => {
    const sheet = sheetOf(project, [
      ...full,
      takeOff(id(1), '5'),
      takeOff(id(1), '2.5', '年初目标偏低'),
      takeOff(project.id, '1'),
      takeOff(id(2), '5'),
      takeOff(id(2), '0'),
    ])
    expect(sheet.rows.slice(0, 3).map(pointsOf)).toEqual(['9.00', '10.00', '12.50'])
    const [, first, second] = sheet.rows
    expect(typeof first?.score === 'object' && first.score.points.toFixed(2)).toBe('12.50')
    expect(first?.deduction?.reason).toBe('年初目标偏低')
    expect(second?.deduction).toBeNull()
  })

  it('never goes below 0', () => {
    const sheet = sheetOf(project, [...full, takeOff(id(1), '100')])
    expect(pointsOf(rowOf(sheet, 1))).toBe('0.00')
    expect(brief(sheet)).toBe('87.50 good')
  })
})

describe('problems before sign-off', () => {
  const ready = [...full, summarise(project.id)]

  it('has none when everything is there', () => {
    expect(problems(project, ready)).toEqual([])
  })

  it.each<[string, Entry[], string[]]>([
    ['a missed row', [actual(id(1), '2020-12-31', '89.99%')], ['missing-reason /1']],
    ['its reason', [actual(id(1), '2020-12-31', '89.99%', { deviation: because })], []],
    [
      'a blank reason',
      [actual(id(1), '2020-12-31', '89.99%', { deviation: { category: 'other', text: ' ' } })],
      ['missing-reason /1'],
    ],
    ['15 % over', [actual(id(1), '2020-12-31', '103.5%')], []],
    ['more than 15 % over', [actual(id(1), '2020-12-31', '103.51%')], ['missing-reason /1']],
    ['over, with its reason', [actual(id(1), '2020-12-31', '110%', { deviation: because })], []],
    ['points off without a reason', [takeOff(id(1), '1', ' ')], ['deduction-without-reason /1']],
    ['a blank summary', [summarise(project.id, ' ')], ['missing-summary']],
    ['weights that do not add up', [weigh(project.id, { [id(1)]: '10' })], ['group-sum', 'total']],
    ['two people, two values', [actual(id(1), '2020-12-31', '96%', { author: '李四' })], ['conflict /1']],
    [
      'two people, two totals',
      [
        total(project.id, '2020-12-31', '1', { author: '张三' }),
        total(project.id, '2020-12-31', '2', { author: '李四' }),
      ],
      [`conflict ${project.id.slice(-2)}`],
    ],
  ])('%s', (_, entries, expected) => {
    expect(problems(project, [...ready, ...entries])).toEqual(expected)
  })

  it('an exceeded = asks for a reason and keeps its points', () => {
    const equal = projectWith(['=100%', ...Array.from({ length: 6 }, () => '≥90%')])
    const sheet = sheetOf(equal, [
      ...reportedAll(equal),
      actual(id(1), '2020-12-31', '100.01%'),
      summarise(equal.id),
    ])
    expect(pointsOf(rowOf(sheet, 1))).toBe('12.50')
    expect(rowOf(sheet, 1).needsReason).toBe(true)
    expect(sheet.problems.map(({ kind }) => kind)).toEqual(['missing-reason'])
  })

  it('every missed measure of a split wants its own reason', () => {
    const measured = (measure: string, text: string, deviation: typeof because | null) =>
      actual(id(1), '2020-12-31', text, { measure, deviation })
    const cut = split(id(1), '2020-01-01', [{}, {}])
    const one = [...ready, cut, measured('m1', '50', because), measured('m2', '60', null)]
    expect(problems(project, one)).toEqual(['missing-reason /1'])
    expect(problems(project, [...one, measured('m2', '60', because)])).toEqual([])
  })

  it('lists everything at once', () => {
    expect(problems(project, [])).toEqual([
      'open /1',
      ...Array.from({ length: 7 }, (_, index) => `open /${index + 1}`),
      'missing-summary',
    ])
  })
})

describe('the six published tables', () => {
  it.each(SIX_PROJECTS)('$name: everything met is 100', (six) => {
    const entries = [
      pay(six.id, '2020-12-31', six.printed.budget.total),
      ...six.indicators.map(({ id: subject, target }) =>
        actual(subject, '2020-12-31', 'unit' in target && target.unit.kind === 'percent' ? '100' : '1年'),
      ),
    ]
    expect(brief(sheetOf(six, entries))).toBe('100.00 excellent')
  })

  it('a plan the 2021 scheme cannot place is incomplete there, not guessed', () => {
    const none = laidOut([
      ['产出指标', '数量指标', '≥90%'],
      ['效益指标', '社会效益指标', '≥90%'],
      ['满意度指标', '服务对象满意度指标', '≥90%'],
    ])
    const entries = reportedAll(none)
    expect(brief(sheetOf(none, entries))).toBe('100.00 excellent')
    const other = sheetOf(none, entries, { scheme: FLOOR_2021 })
    expect(brief(other)).toBe('incomplete 80.00 + 20.00')
    expect(other.problems.map(({ kind }) => kind)).toContain('empty-group')
  })
})
