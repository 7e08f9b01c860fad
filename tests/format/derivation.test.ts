import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '@/domain/time/day'
import type { Entry } from '@/domain/ledger/entry'
import { planRateOf } from '@/domain/status/projectStatus'
import { nextNeed } from '@/domain/status/outlook'
import { HEBEI } from '@/domain/plan/preset'
import {
  explainAttainment,
  explainBudget,
  explainDepartmentGap,
  explainDepartmentPlan,
  explainDepartmentRate,
  explainDepartmentSpent,
  explainIndicatorCounts,
  explainNextNeed,
  explainSpent,
  explainStanding,
  type Derivation,
} from '@/format/derivation'
import type { MoneyUnit } from '@/format/figures'
import { days, entryLists } from '../domain/arbitraries'
import { DECEMBER, MARCH, OCTOBER, actual, adjust, dec, pay, retarget, split, zero } from '../domain/build'
import { boardOf, PUBLISHED, read } from './board'

const P = PUBLISHED.id
const boards = fc
  .record({
    entries: entryLists(PUBLISHED, { maxLength: 15 }),
    asOf: days(),
    unit: fc.constantFrom<MoneyUnit>('wan', 'yuan'),
  })
  .map(({ entries, asOf, unit }) => ({ board: boardOf(entries, asOf), unit }))

const statusOf = (position: number, entries: readonly Entry[], asOf: Day) => {
  const status = boardOf(entries, asOf).projects[position - 1]
  if (!status) throw new Error(`no project ${position}`)
  return status
}

/** The first figure of a printed value. */
const value = (text: string) => read(/[−+]?[\d,]+(?:\.\d+)?/.exec(text)?.[0] ?? 'none')
const input = ({ inputs }: Derivation, label: string) => {
  const found = inputs.find((candidate) => candidate.label.endsWith(label))
  if (!found) throw new Error(`no ${label}`)
  return value(found.value)
}
const total = (values: readonly string[]) => values.reduce((sum, text) => sum.plus(value(text)), dec(0))
const figures = ({ inputs }: Derivation) =>
  inputs.map((candidate) => candidate.value).filter((text) => /\d/.test(text))

/** A printed product, `4,023.10 × 80%`, worked out. */
function product(note: string) {
  const [factor = '', share = ''] = note.split(' × ')
  return value(factor).times(value(share)).div(100)
}

describe('law: what a derivation lists gives what it concludes', () => {
  it('department spending is the sum of the projects', () => {
    fc.assert(
      fc.property(boards, ({ board, unit }) => {
        const why = explainDepartmentSpent(board, unit)
        if (board.spent === null) expect([why.result, figures(why)]).toEqual(['未填报', []])
        else expect(total(figures(why)).eq(value(why.result))).toBe(true)
      }),
    )
  })

  it('the department plan is the sum of the products', () => {
    fc.assert(
      fc.property(boards, ({ board, unit }) => {
        const why = explainDepartmentPlan(board, unit)
        if (board.standing.kind === 'not-due') {
          expect(why.result).toBe('未设定')
          return
        }
        expect(total(figures(why)).eq(value(why.result))).toBe(true)
        for (const { value: shown, note } of why.inputs) {
          if (note) expect(product(note).eq(value(shown))).toBe(true)
        }
      }),
    )
  })

  it('the department gap is spending less plan, the rate spending over budget', () => {
    fc.assert(
      fc.property(boards, ({ board, unit }) => {
        const gap = explainDepartmentGap(board, unit)
        if (gap && 'gap' in board.standing) {
          const worked = input(gap, '累计支出').minus(input(gap, '计划应支'))
          expect(worked.eq(unit === 'wan' ? board.standing.gap.div(10_000) : board.standing.gap)).toBe(true)
          expect(worked.minus(value(gap.result)).abs().lte('0.005')).toBe(true)
          expect(worked.cmp(0)).toBe(value(gap.result).cmp(0))
        }
        const rate = explainDepartmentRate(board, unit)
        if (board.rate.kind === 'rate') {
          const worked = input(rate, '累计支出').times(100).div(input(rate, '全年预算数'))
          expect(worked.minus(value(rate.result)).abs().lte('0.00005')).toBe(true)
        } else expect(rate.result).toBe('—')
      }),
    )
  })

  it('a rate less the plan beside it is the gap in points, of the department and of every project', () => {
    fc.assert(
      fc.property(boards, ({ board }) => {
        for (const status of [...board.projects, board]) {
          const { standing, rate } = status
          if (!('points' in standing) || standing.points === null || rate.kind !== 'rate') continue
          const plan = 'planRate' in standing ? standing.planRate : 'project' in status && planRateOf(status)
          expect(plan && rate.percent.minus(plan).minus(standing.points).abs().lt('1e-20')).toBe(true)
        }
      }),
    )
  })

  it('the plan after an adjustment is led to from the budget of its checkpoint', () => {
    const entries = [adjust(`${P}/5`, '2020-11-10', '-12'), pay(`${P}/5`, '2020-10-01', '294')]
    const { inputs } = explainStanding(statusOf(5, entries, '2020-11-30' as Day), 'wan', HEBEI)
    expect(inputs.slice(1, 3)).toEqual([
      { label: '10月底计划应支', value: '375.20 万元', note: '469.00 × 80%' },
      { label: '占11月底全年预算数', value: '82.1%', note: '375.20 ÷ 457.00' },
    ])
  })

  it('the indicators counted are all the indicators', () => {
    fc.assert(
      fc.property(boards, ({ board }) => {
        expect(total(figures(explainIndicatorCounts(board, HEBEI))).eq(board.indicators.total)).toBe(true)
      }),
    )
  })

  it('a project: budget with its adjustments, plan as budget × share', () => {
    fc.assert(
      fc.property(boards, ({ board, unit }) => {
        for (const status of board.projects) {
          const budget = explainBudget(status, unit)
          expect(budget.inputs).toHaveLength(status.adjustments.length + 1)
          const close = status.adjustments.length * 0.005
          expect(total(figures(budget)).minus(value(budget.result)).abs().lte(close)).toBe(true)
          const standing = explainStanding(status, unit, HEBEI)
          const planned = standing.inputs.find(({ label }) => label.endsWith('计划应支'))
          if (planned?.note) expect(product(planned.note).eq(value(planned.value))).toBe(true)
          const need = nextNeed(status.schedule, status.budget, status.spent, status.asOf)
          if (!need || need.left.isZero()) continue
          const why = explainNextNeed(status, need, unit)
          const spent = status.spent === null ? dec(0) : input(why, '累计支出')
          expect(input(why, '计划应支').minus(spent).eq(value(why.result))).toBe(true)
        }
      }),
    )
  })
})

describe('derivations of a project', () => {
  it('count payments and refunds apart, and a zero beside money as none', () => {
    const entries = [
      pay(`${P}/3`, '2020-06-20', '40'),
      pay(`${P}/3`, '2020-09-20', '-3'),
      zero(`${P}/3`, '2020-09-30'),
    ]
    expect(explainSpent(statusOf(3, entries, OCTOBER), 'wan')).toMatchObject({
      title: '办公楼修缮 · 累计支出与执行率',
      result: '37.00 万元，46.2500%',
      inputs: [
        { label: '截至日', value: '2020年10月31日' },
        { label: '支出', value: '1 笔' },
        { label: '退回', value: '1 笔' },
        { label: '最近一笔', value: '2020年9月20日' },
        { label: '全年预算数', value: '80.00 万元' },
      ],
    })
  })

  it.each([
    [[], MARCH, '未到期'],
    [[], OCTOBER, '未填报'],
    [[pay(`${P}/3`, '2020-06-20', '52')], OCTOBER, '略滞后，差 −12.00 万元（−15.0000 个百分点）'],
    [[pay(`${P}/3`, '2020-06-20', '90')], DECEMBER, '超预算，差 +10.00 万元（+12.5000 个百分点）'],
  ])('judge with %# as they should', (entries, asOf, result) => {
    expect(explainStanding(statusOf(3, entries, asOf), 'wan', HEBEI).result).toBe(result)
  })

  it.each([
    ['38.3999', '59.9998%', '严重滞后'],
    ['51.199999', '79.999998%', '滞后'],
    ['63.999999', '99.999998%', '略滞后'],
    ['76.799999', '119.999998%', '按计划'],
  ])('print a pace of %s out of 64 as %s, below the cut it misses', (spent, pace, word) => {
    const why = explainStanding(statusOf(3, [pay(`${P}/3`, '2020-06-20', spent)], OCTOBER), 'wan', HEBEI)
    expect(why.inputs.at(-1)).toEqual({ label: '进度', value: pace })
    expect(why.result.startsWith(`${word}，`)).toBe(true)
  })

  it('name each adjustment with its document', () => {
    const why = explainBudget(statusOf(4, [adjust(`${P}/4`, '2020-05-01', '2.5')], OCTOBER), 'wan')
    expect([why.result, why.inputs]).toEqual([
      '12.50 万元',
      [
        { label: '年初预算数', value: '10.00 万元' },
        { label: '2020年5月1日调整', value: '+2.50 万元', note: '字1号：追加' },
      ],
    ])
  })
})

describe('derivations of an indicator', () => {
  const why = (position: string, entries: readonly Entry[]) => {
    const [project, indicator] = position.split('/').map(Number)
    const status = statusOf(project ?? 0, entries, OCTOBER).indicators[(indicator ?? 0) - 1]
    if (!status) throw new Error(`no indicator ${position}`)
    return explainAttainment(status, HEBEI)
  }
  const one = (position: string, typed: string) =>
    why(position, [actual(`${P}/${position}`, '2020-10-31', typed)])

  it.each([
    ['1/2', '94.996%', '接近，达成度 99.996%'],
    ['1/2', '75.999%', '偏低，达成度 79.999%'],
    ['1/2', '56.9999%', '差距大，达成度 59.9999%'],
    ['1/2', '95%', '达标'],
    ['6/2', '0.8年', '接近，达成度 80.00%'],
  ])('%s with %s is %s', (position, typed, result) => {
    expect(one(position, typed).result).toBe(result)
  })

  it('say the rule with the comparator as printed, and what an overshoot means', () => {
    expect(one('1/2', '90%').rule).toBe('实际 ≥95% 为达标；未达标时达成度 ＝ 实际值 ÷ 指标值。')
    expect(one('1/1', '104%').rule).toContain('超出指标值 4.0%，需说明原因')
    const changed = [retarget(`${P}/3/4`, '2020-07-01', '≤5万元'), actual(`${P}/3/4`, '2020-10-31', '6万元')]
    expect(why('3/4', changed)).toMatchObject({
      result: '接近，达成度 83.33%',
      rule: '实际 ≤5万元 为达标；未达标时达成度 ＝ 指标值 ÷ 实际值。',
      source: '指标值经 字2号 调整',
    })
  })

  it('list each measure of a split one', () => {
    const id = `${P}/2/1`
    const split1 = why('2/1', [
      split(id, '2020-01-02', [{ name: '参保率' }, { name: '救助水平' }]),
      actual(id, '2020-10-31', '99.5%', { measure: 'm1' }),
    ])
    expect(split1.result).toBe('未填报')
    expect(split1.rule).toContain('各分项都达到才算达标')
    expect(split1.inputs.map(({ label, value: shown }) => [label, shown])).toEqual([
      ['指标值', '≥99百分比'],
      ['参保率', '99.5%'],
      ['救助水平', '未填报'],
    ])
  })
})
