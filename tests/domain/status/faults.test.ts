import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readActual } from '@/domain/status/actual'
import { attainmentLight, judge } from '@/domain/status/attainment'
import type { Day } from '@/domain/time/day'
import { departmentStatus, planPoints, spendingCurve } from '@/domain/status/departmentStatus'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { money } from '@/domain/number/money'
import type { Plan } from '@/domain/plan/plan'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus, type ProjectStatus } from '@/domain/status/projectStatus'
import { executionRate } from '@/domain/number/rate'
import { plannedAt } from '@/domain/plan/schedule'
import { paceOf, standingOf } from '@/domain/status/standing'
import { parseTarget } from '@/domain/plan/target'
import { PLAN_ID, projectOf, scheduleOf, SIX_PLAN } from '../../fixtures/sixProjects'
import { amounts, days, decimals, entryLists, schedules } from '../arbitraries'
import {
  actual,
  band,
  adjust,
  day,
  dec,
  DECEMBER,
  inWan,
  JUNE,
  MARCH,
  OCTOBER,
  pay,
  plain,
  split,
  wan,
  zero,
} from '../build'

const ID = `${PLAN_ID}/3`
const SCHEDULE = { '03': null, '06': '50', '10': '80', '12': '100' }

function statusesOf(entries: readonly Entry[], asOf: Day, plan: Plan = SIX_PLAN): ProjectStatus[] {
  const { ledger } = addEntries(emptyLedger(plan.id), entries)
  return plan.projects.map((project) =>
    projectStatus(project, sliceOf(ledger, project.id), { asOf, knownAt: null }, HEBEI),
  )
}

function lightOf(target: string, value: string): string {
  return attainmentLight(judge(parseTarget(target), { kind: 'number', value: dec(value) }, HEBEI), HEBEI)
}

describe('seen elsewhere: 0 stored as blank, blank as 0, 0/0 as 0 % or 100 %', () => {
  it('0 ÷ 0 is no rate, and a missing amount none either', () => {
    expect(executionRate(wan('0'), wan('0'))).toEqual({ kind: 'no-base' })
    expect(executionRate(null, wan('80'))).toEqual({ kind: 'unreported' })
  })

  it('with 0 and missing everywhere, what is missing never becomes a figure and 0 stays one', () => {
    const spending = fc.constantFrom(null, wan('0'), wan('5'))
    const budget = fc.constantFrom(wan('0'), wan('10'))
    fc.assert(
      fc.property(schedules(), budget, spending, days(), (schedule, whole, spent, asOf) => {
        const rate = executionRate(spent, whole)
        expect(rate.kind).toBe(spent === null ? 'unreported' : whole.isZero() ? 'no-base' : 'rate')
        const standing = standingOf(schedule, whole, spent, asOf, HEBEI)
        const set = schedule.some(({ percent, day: end }) => percent !== null && end <= asOf)
        const over = spent !== null && spent.gt(whole)
        expect(standing.kind === 'not-due').toBe(!set && !over)
        expect(standing.kind === 'over-budget').toBe(over)
        expect(standing.kind === 'unreported').toBe(set && spent === null)
        expect('gap' in standing).toBe(set && spent !== null)
      }),
    )
  })

  it('a blank checkpoint is not one of 0 %: the one is not due, the other is', () => {
    const blank = scheduleOf({ '03': null, '12': '100' })
    const nil = scheduleOf({ '03': '0', '12': '100' })
    expect(standingOf(blank, wan('80'), wan('0'), MARCH, HEBEI).kind).toBe('not-due')
    expect(standingOf(nil, wan('80'), wan('0'), MARCH, HEBEI).kind).toBe('on-plan')
  })

  it('an indicator at 0 is far from its target, an unreported one is unreported', () => {
    const lights = (entries: readonly Entry[]) => statusesOf(entries, JUNE)[2]?.indicators[0]?.light
    expect([lights([actual(`${ID}/1`, '2020-06-30', '0')]), lights([])]).toEqual(['far', 'unreported'])
  })
})

describe('seen elsewhere: direction ignored; strict > where people mean ≥', () => {
  it.each([
    ['≥95%', 'near', 'met', 'met'],
    ['>95%', 'near', 'near', 'met'],
    ['≤95%', 'met', 'met', 'near'],
    ['<95%', 'met', 'near', 'near'],
    ['=95%', 'near', 'met', 'met'],
  ])('%s: below is %s, at the target %s, above %s', (target, below, at, above) => {
    expect([lightOf(target, '94.99'), lightOf(target, '95'), lightOf(target, '95.01')]).toEqual([
      below,
      at,
      above,
    ])
  })

  it('the direction comes from the comparator, never from the category: a 成本指标 of ≥95 is a floor', () => {
    const plan = {
      ...SIX_PLAN,
      projects: [projectOf(3, '丙', '80', SCHEDULE, ['≥95百分比', '≥95百分比', '≥95百分比', '≥95百分比'])],
    }
    const costs = plan.projects.map((project) => ({
      ...project,
      indicators: project.indicators.map((indicator) => ({ ...indicator, level2: '成本指标' })),
    }))
    const [status] = statusesOf([actual(`${ID}/4`, '2020-06-30', '96')], JUNE, { ...plan, projects: costs })
    expect(status?.indicators[3]?.light).toBe('met')
  })
})

describe('seen elsewhere: a score of exactly 90 has no grade', () => {
  it('every ratio has one light and every amount one pace: no gap between the cuts', () => {
    fc.assert(
      fc.property(decimals({ min: 0, max: 300 }), (percent) => {
        const light = attainmentLight({ kind: 'missed', ratio: percent.div(100), band: null }, HEBEI)
        expect(light).toBe(percent.gte(80) ? 'near' : percent.gte(60) ? 'partial' : 'far')
        const pace = paceOf(money(percent), money(100), money(1000), HEBEI)
        expect(pace).toBe(
          percent.gte(120)
            ? 'ahead'
            : percent.gte(100)
              ? 'on-plan'
              : percent.gte(80)
                ? 'slightly-behind'
                : percent.gte(60)
                  ? 'behind'
                  : 'severely-behind',
        )
      }),
    )
  })
})

describe('seen elsewhere: ±15 % tolerance calls 81 % of a ≥95 % target on track', () => {
  it.each(['81', '94.9', '94.99', '94.999999'])('%s against ≥95 %% is missed', (value) => {
    expect(judge(parseTarget('≥95百分比'), { kind: 'number', value: dec(value) }, HEBEI).kind).toBe('missed')
  })

  it('the 15 % only ask for a reason above the target', () => {
    const judged = judge(parseTarget('≥80人'), { kind: 'number', value: dec('92.01') }, HEBEI)
    expect(judged.kind === 'met' && [plain(judged.ratio), judged.exceeded !== null]).toEqual(['1', true])
  })
})

describe('seen elsewhere: rates pro-rated by month (28.5 % satisfaction in June is "not red")', () => {
  it('a rate is far at every checkpoint, even marked as building up', () => {
    const indicator = `${ID}/7`
    const marked = [
      split(indicator, '2020-01-01', [{ buildsUp: true }]),
      actual(indicator, '2020-06-30', '28.5', { measure: 'm1' }),
    ]
    const plainly = [actual(indicator, '2020-06-30', '28.5')]
    for (const asOf of [JUNE, OCTOBER, DECEMBER]) {
      for (const entries of [marked, plainly])
        expect(statusesOf(entries, asOf)[2]?.indicators[6]?.light).toBe('far')
    }
  })

  it('a total is pro-rated only when it is marked', () => {
    const plan = { ...SIX_PLAN, projects: [projectOf(3, '丙', '80', SCHEDULE, ['≥100人'])] }
    const light = (entries: readonly Entry[]) => statusesOf(entries, JUNE, plan)[0]?.indicators[0]?.light
    const first = `${ID}/1`
    expect(light([actual(first, '2020-06-30', '50')])).toBe('far')
    expect(
      light([
        split(first, '2020-01-01', [{ buildsUp: true }]),
        actual(first, '2020-06-30', '50', { measure: 'm1' }),
      ]),
    ).toBe('met')
  })
})

describe('seen elsewhere: cumulative values summed again; carried into future periods', () => {
  it('a value reported twice is not summed: the last one speaks', () => {
    const entries = [actual(`${ID}/1`, '2020-06-30', '40'), actual(`${ID}/1`, '2020-10-31', '60')]
    const reported = statusesOf(entries, OCTOBER)[2]?.indicators[0]?.parts[0]?.reported
    expect(reported?.kind === 'number' && plain(reported.value)).toBe('60')
  })

  it('the future is not due and never a value', () => {
    const entries = [actual(`${ID}/1`, '2020-06-30', '95'), pay(ID, '2020-06-30', '40')]
    const [, , before] = statusesOf(entries, MARCH)
    expect([before?.standing.kind, before?.spent, before?.indicators[0]?.light]).toEqual([
      'not-due',
      null,
      'not-due',
    ])
    expect(
      planPoints(statusesOf(entries, MARCH)).map(({ month, planned }) => [month, planned === null]),
    ).toEqual([
      [3, true],
      [6, false],
      [10, false],
      [12, false],
    ])
  })

  it('a value of an earlier period says that it is one', () => {
    expect(statusesOf([actual(`${ID}/1`, '2020-06-30', '95')], OCTOBER)[2]?.indicators[0]?.carried).toBe(true)
  })
})

describe('seen elsewhere: the same figure computed in three places', () => {
  it('a project alone, in its department, in the curve and in the plan points has the same figures', () => {
    fc.assert(
      fc.property(entryLists(SIX_PLAN), days(), (entries, asOf) => {
        const [alone] = statusesOf(entries, asOf)
        if (!alone) throw new Error('no project')
        const department = departmentStatus(2020, asOf, [alone], HEBEI)
        expect(department.spent?.toFixed()).toBe(alone.spent?.toFixed())
        expect(department.rate).toEqual(alone.rate)
        expect(department.standing.kind).toBe(alone.standing.kind)
        if ('gap' in alone.standing && 'gap' in department.standing) {
          expect(plain(department.standing.points)).toBe(plain(alone.standing.points))
        }
        expect(spendingCurve([alone]).at(-1)?.total.toFixed()).toBe(alone.spent?.toFixed())
        for (const { month, planned } of planPoints([alone])) {
          const milestone = alone.schedule.find((each) => each.month === month)
          const percent = milestone?.percent ?? null
          const then = milestone && milestone.day < asOf ? statusesOf(entries, milestone.day)[0] : alone
          expect(plain(planned)).toBe(
            milestone && percent && then ? plain(plannedAt({ ...milestone, percent }, then.budget)) : null,
          )
        }
      }),
      { examples: [[[adjust(`${PLAN_ID}/1`, '2020-07-31', '-0.000001')], day('2020-07-31')]] },
    )
  })
})

describe('seen elsewhere: refreshing the targets wipes what was entered', () => {
  it('a plan with other texts, names, codes and targets keeps every entry by its id', () => {
    const entries = [pay(ID, '2020-06-30', '40'), actual(`${ID}/1`, '2020-06-30', '92')]
    const refreshed: Plan = {
      ...SIX_PLAN,
      projects: SIX_PLAN.projects.map((project) => ({
        ...project,
        code: `${project.code}-改`,
        name: `${project.name}（调整）`,
        indicators: project.indicators.map((each) => ({
          ...each,
          level3: '改',
          target: parseTarget('≥92百分比'),
        })),
      })),
    }
    const [before, after] = [SIX_PLAN, refreshed].map((plan) => statusesOf(entries, JUNE, plan)[2])
    expect([inWan(before?.spent ?? null), inWan(after?.spent ?? null)]).toEqual(['40', '40'])
    expect(after?.indicators[0]?.parts[0]?.entry).toBe(before?.indicators[0]?.parts[0]?.entry)
    expect([before?.indicators[0]?.light, after?.indicators[0]?.light]).toEqual(['met', 'met'])
  })
})

describe('seen elsewhere: a gauge clipped at 100 %; no chart when over budget', () => {
  it('over budget keeps its rate, its pace and its points past 100', () => {
    const [, , status] = statusesOf([pay(ID, '2020-06-30', '100')], JUNE)
    const rate = status?.rate.kind === 'rate' ? plain(status.rate.percent) : null
    const standing = status && 'gap' in status.standing ? status.standing : null
    expect([rate, standing?.kind, plain(standing?.pace ?? null), plain(standing?.points ?? null)]).toEqual([
      '125',
      'over-budget',
      '250',
      '75',
    ])
  })
})

describe('seen elsewhere: 99.96 % shown as 100 %', () => {
  it.each(['99.96', '99.996', '99.9999999999'])('%s of =100 %% is not met, however near', (value) => {
    expect(lightOf('=100百分比', value)).toBe('near')
  })

  it('spending a 分 short of the plan is not on plan', () => {
    fc.assert(
      fc.property(amounts({ min: 100 }), (planned) => {
        const short = money(planned.minus('0.01'))
        expect(paceOf(short, planned, planned, HEBEI)).not.toBe('on-plan')
        expect(paceOf(planned, planned, planned, HEBEI)).toBe('on-plan')
        expect(paceOf(money(planned.plus('0.01')), planned, planned, HEBEI)).toBe('over-budget')
      }),
    )
  })
})

describe('seen elsewhere: Excel turns 3/4 into a date, shows ####', () => {
  it.each(['####', '########', '3/4', '3月4日', '2020/3/4', '#VALUE!', '#N/A', '#REF!'])(
    '%s is refused as an actual',
    (text) => {
      expect(readActual(text, parseTarget('≥95百分比'))).toMatchObject({ kind: 'refused' })
    },
  )

  it.each(['####', '3/4', '2020/3/4', '#N/A'])('%s is no target', (text) => {
    expect(parseTarget(text).kind).toBe('qualitative')
  })
})

describe('a zero that was reported and a zero that was not', () => {
  it('stay apart through the department', () => {
    const said = departmentStatus(2020, JUNE, statusesOf([zero(ID, '2020-06-30')], JUNE), HEBEI)
    const silent = departmentStatus(2020, JUNE, statusesOf([], JUNE), HEBEI)
    expect([inWan(said.spent), silent.spent]).toEqual(['0', null])
    expect([said.unreported.length, silent.unreported.length]).toEqual([5, 6])
    expect([said.standing.kind, silent.standing.kind]).toEqual(['severely-behind', 'unreported'])
  })

  it('a band of 0 points is a judgement, a band without points is not 0', () => {
    const plan = { ...SIX_PLAN, projects: [projectOf(3, '丙', '80', SCHEDULE, ['逐步提高'])] }
    const ratio = (points: number | null) => {
      const attainment = statusesOf([band(`${ID}/1`, '2020-06-30', 'not', points)], JUNE, plan)[0]
        ?.indicators[0]?.attainment
      return attainment && 'ratio' in attainment ? plain(attainment.ratio) : 'none'
    }
    expect([ratio(0), ratio(null)]).toEqual(['0', null])
  })

  it('a day past the year is still a day of the last checkpoint', () => {
    expect(statusesOf([pay(ID, '2020-06-30', '80')], day('2021-02-01'))[2]?.standing.kind).toBe('on-plan')
  })
})
