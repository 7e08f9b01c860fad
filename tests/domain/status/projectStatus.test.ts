import { describe, expect, it } from 'vitest'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import type { Entry } from '@/domain/ledger/entry'
import type { Project } from '@/domain/plan/plan'
import { HEBEI } from '@/domain/plan/preset'
import { reportedBy, type IndicatorStatus } from '@/domain/status/indicatorStatus'
import { projectStatus, type ProjectStatus } from '@/domain/status/projectStatus'
import { parseTarget } from '@/domain/plan/target'
import { PLAN_ID, projectOf, SIX_PROJECTS } from '../../fixtures/sixProjects'
import {
  actual,
  adjust,
  band,
  day,
  dec,
  inWan,
  JUNE,
  MARCH,
  OCTOBER,
  pay,
  plain,
  reschedule,
  retarget,
  split,
  voidOf,
  zero,
} from '../build'

const SCHEDULE = { '03': null, '06': '50.00', '10': '80.00', '12': '100.00' }
const ID = `${PLAN_ID}/3`
const FIRST = `${ID}/1`
const OFFICE = projectOf(3, '办公楼修缮', '80', SCHEDULE, ['≥95百分比', '≥100人', '12月底前完成', '逐步提高'])

function statusOf(entries: readonly Entry[], asOf = OCTOBER, project: Project = OFFICE): ProjectStatus {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  return projectStatus(project, sliceOf(ledger, project.id), { asOf, knownAt: null }, HEBEI)
}

function indicator(entries: readonly Entry[], asOf = OCTOBER, position = 1): IndicatorStatus {
  const found = statusOf(entries, asOf).indicators[position - 1]
  if (!found) throw new Error('no indicator')
  return found
}

describe('spending', () => {
  it('of payments is their sum, with the total after each', () => {
    const status = statusOf([
      pay(ID, '2020-05-01', '30'),
      pay(ID, '2020-04-01', '12'),
      pay(ID, '2020-10-31', '10'),
    ])
    expect(inWan(status.spent)).toBe('52')
    expect(status.spending.map(({ total }) => inWan(total))).toEqual(['12', '42', '52'])
    expect(status.standing.kind).toBe('slightly-behind')
    expect(status.rate.kind === 'rate' && plain(status.rate.percent)).toBe('65')
  })

  it('without an entry is unreported; reported as zero it is 0', () => {
    const nothing = statusOf([])
    expect([nothing.spent, nothing.rate.kind, nothing.standing.kind]).toEqual([
      null,
      'unreported',
      'unreported',
    ])
    const nil = statusOf([zero(ID, '2020-06-30')])
    expect([inWan(nil.spent), nil.rate.kind, nil.standing.kind]).toEqual(['0', 'rate', 'severely-behind'])
  })

  it('zero after payments adds nothing and takes nothing', () => {
    expect(inWan(statusOf([pay(ID, '2020-05-01', '30'), zero(ID, '2020-06-30')]).spent)).toBe('30')
  })

  it('goes below zero by refunds, and says so', () => {
    const status = statusOf([pay(ID, '2020-05-01', '30'), pay(ID, '2020-06-01', '-35')])
    expect([inWan(status.spent), status.standing.kind]).toEqual(['-5', 'severely-behind'])
  })

  it('is unreported again when the only payment is voided', () => {
    const entry = pay(ID, '2020-05-01', '30')
    expect(statusOf([entry, voidOf(entry)]).standing.kind).toBe('unreported')
  })

  it('counts only what is effective on or before the day', () => {
    const entries = [pay(ID, '2020-06-30', '40'), pay(ID, '2020-07-01', '5')]
    expect(inWan(statusOf(entries, JUNE).spent)).toBe('40')
    expect(inWan(statusOf(entries, day('2020-07-01')).spent)).toBe('45')
    expect(statusOf(entries, MARCH).spent).toBeNull()
  })

  it('takes nothing from entries about another project or about an indicator, even in its slice', () => {
    const slice = [
      pay(`${PLAN_ID}/6`, '2020-05-01', '9'),
      pay(FIRST, '2020-05-01', '9'),
      adjust(`${PLAN_ID}/6`, '2020-05-01', '9'),
      reschedule(FIRST, '2020-05-01', { '06': '0' }),
    ]
    const status = projectStatus(OFFICE, slice, { asOf: OCTOBER, knownAt: null }, HEBEI)
    expect([status.spent, inWan(status.budget), status.schedule]).toEqual([null, '80', OFFICE.schedule])
  })

  it('of two projects with the same code stays apart', () => {
    const entries = [pay(`${PLAN_ID}/4`, '2020-06-30', '6'), pay(`${PLAN_ID}/6`, '2020-06-30', '500')]
    const spent = SIX_PROJECTS.filter(({ code }) => code === '323-0105-YBN-V0X2').map((project) =>
      inWan(statusOf(entries, JUNE, project).spent),
    )
    expect(spent).toEqual(['6', '500'])
  })
})

describe('全年预算数', () => {
  it('is the table’s plus the adjustments, from the day they take effect, and rates use it', () => {
    const entries = [
      pay(ID, '2020-06-30', '40'),
      adjust(ID, '2020-09-01', '20'),
      adjust(ID, '2020-09-15', '-50'),
    ]
    const at = (asOf: string) => {
      const { budget, rate, adjustments } = statusOf(entries, day(asOf))
      return [inWan(budget), rate.kind === 'rate' && plain(rate.percent), adjustments.length]
    }
    expect(at('2020-08-31')).toEqual(['80', '50', 0])
    expect(at('2020-09-01')).toEqual(['100', '40', 1])
    expect(at('2020-09-15')).toEqual(['50', '80', 2])
  })

  it('moves the plan with it', () => {
    const { standing } = statusOf([pay(ID, '2020-06-30', '40'), adjust(ID, '2020-09-01', '20')])
    expect('planned' in standing && inWan(standing.planned)).toBe('80')
  })

  it('adjusted to zero has no rate', () => {
    expect(statusOf([pay(ID, '2020-06-30', '40'), adjust(ID, '2020-09-01', '-80')]).rate.kind).toBe('no-base')
  })
})

describe('a change of the schedule', () => {
  const changed = (percents: Record<string, string | null>) =>
    statusOf([reschedule(ID, '2020-03-31', percents)]).schedule.map(({ percent }) => plain(percent))

  it('replaces the cells it names', () => {
    expect(changed({ '10': '70.00' })).toEqual([null, '50', '70', '100'])
    expect(changed({ '10': '70%', '12': '９５' })).toEqual([null, '50', '70', '95'])
  })

  it('adds to the changes before it: the last one wins cell by cell', () => {
    const entries = [
      reschedule(ID, '2020-08-01', { '10': '75' }),
      reschedule(ID, '2020-06-30', { '06': '40', '10': '70' }),
    ]
    expect(statusOf(entries).schedule.map(({ percent }) => plain(percent))).toEqual([null, '40', '75', '100'])
  })

  it('can blank a cell or set a blank one', () => {
    expect(changed({ '03': '10', '06': null })).toEqual(['10', null, '80', '100'])
  })

  it('that cannot be read leaves the cell as it was: nothing is guessed', () => {
    expect(changed({ '06': 'abc', '10': '', '12': '100人' })).toEqual([null, '50', '80', '100'])
  })

  it('can set a month that the table has no column for, in its place', () => {
    const added = [
      pay(ID, '2020-06-30', '40'),
      reschedule(ID, '2020-07-01', { '09': '75', '02': null, '04': 'x' }),
    ]
    const status = statusOf(added, day('2020-09-30'))
    expect(status.schedule.map((milestone) => [milestone.day, plain(milestone.percent)])).toEqual([
      ['2020-03-31', null],
      ['2020-06-30', '50'],
      ['2020-09-30', '75'],
      ['2020-10-31', '80'],
      ['2020-12-31', '100'],
    ])
    expect(status.standing).toMatchObject({ kind: 'behind', due: { month: 9 } })
  })

  it('judges what was before by the schedule of its day', () => {
    const entries = [pay(ID, '2020-06-30', '40'), reschedule(ID, '2020-07-01', { '06': '100', '10': '90' })]
    expect(statusOf(entries, JUNE).standing.kind).toBe('on-plan')
    expect(statusOf(entries, day('2020-07-01')).standing.kind).toBe('on-plan')
    expect(statusOf(entries, OCTOBER).standing).toMatchObject({ kind: 'severely-behind', due: { month: 10 } })
    const same = [pay(ID, '2020-06-30', '40'), reschedule(ID, JUNE, { '06': '100' })]
    expect(statusOf(same, JUNE).standing.kind).toBe('severely-behind')
  })
})

describe('an indicator', () => {
  it.each<[string, Entry[], string, string]>([
    ['nothing reported, nothing due', [], '2020-03-31', 'not-due'],
    ['nothing reported at a due checkpoint', [], '2020-06-30', 'unreported'],
    ['zero is reported, and far', [actual(FIRST, '2020-06-30', '0')], '2020-06-30', 'far'],
    ['the target is met', [actual(FIRST, '2020-06-30', '95')], '2020-06-30', 'met'],
    ['the exact value decides', [actual(FIRST, '2020-06-30', '94.996')], '2020-06-30', 'near'],
    ['what comes later is not yet there', [actual(FIRST, '2020-07-01', '95')], '2020-06-30', 'unreported'],
    [
      'a text that is no number stays visible, unjudged',
      [actual(FIRST, '2020-06-30', '已完成')],
      '2020-06-30',
      'not-judged',
    ],
    [
      'a doubtful 0.95 is not judged before it is settled',
      [actual(FIRST, '2020-06-30', '0.95')],
      '2020-06-30',
      'not-judged',
    ],
    ['another unit is not judged', [actual(FIRST, '2020-06-30', '95人')], '2020-06-30', 'not-judged'],
    ['less than is no number', [actual(FIRST, '2020-06-30', '<95%')], '2020-06-30', 'not-judged'],
  ])('%s', (_, entries, asOf, light) => {
    expect(indicator(entries, day(asOf)).light).toBe(light)
  })

  it('is spoken for by the last value: of the latest day, and there the last written', () => {
    const june = actual(FIRST, '2020-06-30', '90')
    const corrected = actual(FIRST, '2020-06-30', '91')
    const back = actual(FIRST, '2020-05-01', '10')
    expect(indicator([june, corrected, back]).parts[0]?.entry).toBe(corrected)
    expect(indicator([back, corrected, june]).parts[0]?.entry).toBe(corrected)
    expect(indicator([june, corrected, back, voidOf(corrected)]).parts[0]?.entry).toBe(june)
  })

  it('with a changed target is judged by the target of the day', () => {
    const entries = [actual(FIRST, '2020-06-30', '90'), retarget(FIRST, '2020-08-01', '≥85百分比')]
    expect([indicator(entries, JUNE).light, indicator(entries, JUNE).target.text]).toEqual([
      'near',
      '≥95百分比',
    ])
    expect([indicator(entries).light, indicator(entries).target.text]).toEqual(['met', '≥85百分比'])
    expect(indicator(entries).targetChange?.document).toBe('字2号')
  })

  it('is not touched by a schedule change put on it by mistake', () => {
    const entries = [
      retarget(FIRST, '2020-08-01', '≥85百分比'),
      reschedule(FIRST, '2020-09-01', { '06': '0' }),
    ]
    expect(indicator(entries).target.text).toBe('≥85百分比')
  })

  it('judges a date in its fiscal year', () => {
    const done = (text: string) =>
      indicator([actual(`${ID}/3`, '2020-12-31', text)], day('2020-12-31'), 3).light
    expect([
      done('2020-12-31'),
      done('2020-06-30'),
      done('2021-01-15'),
      done(' ２０２０-12-01 '),
      done('12月'),
    ]).toEqual(['met', 'met', 'far', 'met', 'not-judged'])
  })

  it('judges a band', () => {
    const light = (given: 'achieved' | 'partly' | 'not', percent: number | null) =>
      indicator([band(`${ID}/4`, '2020-06-30', given, percent)], JUNE, 4).light
    expect([light('achieved', 80), light('partly', 79), light('partly', null), light('not', 40)]).toEqual([
      'met',
      'partial',
      'partial',
      'far',
    ])
    expect(indicator([band(FIRST, '2020-06-30', 'achieved', 100)], JUNE).light).toBe('not-judged')
  })

  it('keeps the entries of its neighbours away', () => {
    const { indicators } = statusOf([actual(`${ID}/2`, '2020-06-30', '100人')], JUNE)
    expect(indicators.map(({ light }) => light)).toEqual(['unreported', 'met', 'unreported', 'unreported'])
  })
})

describe('a value from before the due checkpoint’s period', () => {
  it('is marked as carried, not hidden and not a new value', () => {
    const entries = [actual(FIRST, '2020-06-30', '95')]
    expect([JUNE, day('2020-10-30'), OCTOBER].map((asOf) => indicator(entries, asOf).carried)).toEqual([
      false,
      false,
      true,
    ])
    expect(indicator([...entries, actual(FIRST, '2020-07-01', '95')]).carried).toBe(false)
    expect(indicator([]).carried).toBe(false)
  })
})

describe('two entries for the same indicator and day', () => {
  const zhang = actual(FIRST, '2020-06-30', '95')
  const by = (author: string, text: string) => actual(FIRST, '2020-06-30', text, { author })

  it('by two people are shown as a conflict, the last one speaking meanwhile', () => {
    const li = by('李四', '90')
    const status = indicator([zhang, li])
    expect(status.conflict).toEqual([zhang, li])
    expect(status.parts[0]?.entry).toBe(li)
  })

  it.each<[string, Entry[]]>([
    ['by the same person are a correction', [zhang, by('张三', '90')]],
    ['with the same value agree', [zhang, by('李四', '95')]],
    ['with the same value written otherwise agree', [zhang, by('李四', '≥95%')]],
    ['on two days are no conflict', [zhang, actual(FIRST, '2020-07-01', '90', { author: '李四' })]],
    [
      'about two measures are no conflict',
      [
        split(FIRST, '2020-01-01', [{}, {}]),
        actual(FIRST, '2020-06-30', '95', { measure: 'm1' }),
        actual(FIRST, '2020-06-30', '90', { measure: 'm2', author: '李四' }),
      ],
    ],
  ])('%s', (_, entries) => {
    expect(indicator(entries).conflict).toEqual([])
  })

  it('are settled by voiding one', () => {
    const li = by('李四', '90')
    expect(indicator([zhang, li, voidOf(li)]).conflict).toEqual([])
    expect(indicator([zhang, li, voidOf(zhang)]).conflict).toEqual([])
  })
})

describe('rivals of an earlier day', () => {
  const by = (author: string, on: string, text: string, over = {}) =>
    actual(FIRST, on, text, { author, ...over })

  it('stay a conflict to settle although a later value speaks, each day and each part by itself', () => {
    const june = [by('张三', '2020-06-30', '95'), by('李四', '2020-06-30', '90')]
    const status = indicator([...june, by('张三', '2020-09-30', '96')])
    expect(status.conflict).toEqual([])
    expect(status.conflicts).toEqual([{ measure: null, day: JUNE, rivals: june }])
    const parts = split(FIRST, '2020-01-01', [{ name: '甲' }, { name: '乙' }])
    const two = ['m1', 'm2'].flatMap((measure) => [
      by('张三', '2020-06-30', '95', { measure }),
      by('李四', '2020-06-30', '90', { measure }),
    ])
    expect(
      indicator([parts, ...two]).conflicts.map(({ measure, rivals }) => [measure?.name, rivals.length]),
    ).toEqual([
      ['甲', 2],
      ['乙', 2],
    ])
  })

  it('of one man, before and after he had an account, are his correction', () => {
    const earlier = by('张三', '2020-06-30', '95')
    const later = by('张三', '2020-06-30', '90', { account: 'm1' })
    expect(indicator([earlier, later]).conflicts).toEqual([])
    expect(indicator([later, by('张三', '2020-06-30', '91', { account: 'm2' })]).conflicts).toHaveLength(1)
  })
})

describe('a target that changes its unit', () => {
  const changed = retarget(FIRST, '2020-09-01', '≥99人')

  it('does not give an earlier bare figure the new unit: it stays visible and is not judged', () => {
    const entries = [actual(FIRST, '2020-06-30', '95'), changed]
    expect(indicator(entries, JUNE).light).toBe('met')
    expect(indicator(entries)).toMatchObject({ light: 'not-judged', parts: [{ reported: null }] })
    expect(indicator([...entries, actual(FIRST, '2020-10-31', '99')]).light).toBe('met')
    expect(indicator([actual(FIRST, '2020-06-30', '99人'), changed]).light).toBe('met')
  })

  it('keeps a figure whose unit stays the same', () => {
    expect(indicator([actual(FIRST, '2020-06-30', '95'), retarget(FIRST, '2020-09-01', '≥99%')]).light).toBe(
      'near',
    )
  })
})

describe('a compound indicator', () => {
  const parts = split(FIRST, '2020-01-01', [{ name: '医疗保险参保率' }, { name: '医疗救助水平' }])
  const value = (measure: string, text: string) => actual(FIRST, '2020-06-30', text, { measure })

  it.each<[string, Entry[], string]>([
    ['is met when all are', [parts, value('m1', '95'), value('m2', '99')], 'met'],
    ['has the worst ratio', [parts, value('m1', '95'), value('m2', '19')], 'far'],
    ['is unreported while one is', [parts, value('m1', '95')], 'unreported'],
    [
      'does not take the value of the whole for one of its parts',
      [parts, actual(FIRST, '2020-06-30', '95')],
      'unreported',
    ],
    [
      'leaves out a part marked as not judged',
      [split(FIRST, '2020-01-01', [{}, { judged: false }]), value('m1', '95')],
      'met',
    ],
    ['is not judged when no part is', [split(FIRST, '2020-01-01', [{ judged: false }])], 'not-judged'],
    [
      'is whole again when the split is voided',
      [parts, voidOf(parts), actual(FIRST, '2020-06-30', '95')],
      'met',
    ],
    [
      'is whole again by an empty split',
      [parts, split(FIRST, '2020-02-01', []), actual(FIRST, '2020-06-30', '95')],
      'met',
    ],
  ])('%s', (_, entries, light) => {
    expect(indicator(entries, JUNE).light).toBe(light)
  })

  it('says what was reported for each part', () => {
    const status = indicator([parts, value('m1', '95'), value('m2', '19')], JUNE)
    expect(
      status.parts.map(({ measure, reported }) => [
        measure?.name,
        reported?.kind === 'number' && plain(reported.value),
      ]),
    ).toEqual([
      ['医疗保险参保率', '95'],
      ['医疗救助水平', '19'],
    ])
  })
})

describe('a total marked as building up', () => {
  const SECOND = `${ID}/2`
  const marked = split(SECOND, '2020-01-01', [{ buildsUp: true }])
  const people = (text: string, on = '2020-06-30') => actual(SECOND, on, text, { measure: 'm1' })

  it('is compared with target × the due checkpoint’s plan share', () => {
    expect(indicator([marked, people('50人')], JUNE, 2).light).toBe('met')
    expect(indicator([marked, people('49人')], JUNE, 2).light).toBe('near')
    expect(indicator([marked, people('50人')], OCTOBER, 2).light).toBe('partial')
  })

  it('unmarked is compared with the full target', () => {
    expect(indicator([actual(SECOND, '2020-06-30', '50人')], JUNE, 2).light).toBe('far')
  })

  it('follows a changed schedule', () => {
    expect(
      indicator([marked, people('50人'), reschedule(ID, '2020-06-01', { '06': '60' })], JUNE, 2).light,
    ).toBe('near')
  })

  it('is not due before the first checkpoint, whatever was reached', () => {
    expect(indicator([marked, people('5人', '2020-02-01')], MARCH, 2).light).toBe('not-due')
  })

  it('marked on a rate changes nothing', () => {
    const rate = [
      split(FIRST, '2020-01-01', [{ buildsUp: true }]),
      actual(FIRST, '2020-02-01', '28.5', { measure: 'm1' }),
    ]
    expect(indicator(rate, JUNE).light).toBe('far')
    expect(indicator(rate, MARCH).light).toBe('far')
  })
})

describe('reportedBy', () => {
  it('takes a number, a day or a band, and nothing else', () => {
    const rate = parseTarget('≥95百分比')
    expect(reportedBy(actual(FIRST, '2020-06-30', '95%'), rate)).toEqual({ kind: 'number', value: dec(95) })
    expect(reportedBy(actual(FIRST, '2020-06-30', '2020-06-01'), parseTarget('6月底前完成'))).toEqual({
      kind: 'day',
      day: '2020-06-01',
    })
    expect(reportedBy(band(FIRST, '2020-06-30', 'partly', 70), parseTarget('逐步提高'))).toMatchObject({
      kind: 'band',
      band: 'partly',
    })
    expect(reportedBy(actual(FIRST, '2020-06-30', '####'), rate)).toBeNull()
  })
})
