import { describe, expect, it } from 'vitest'
import type { Plan } from '@/domain/plan/plan'
import { yearDifference } from '@/domain/plan/yearDifference'
import { decodePlan } from '@/documents/plan/planFile'
import { yearDifferenceText } from '@/format/published/yearDifferenceText'
import { PLAN_FILE, realText } from '../../documents/realPlan'

const read = (text: string, file = PLAN_FILE) => decodePlan(text, file).plan as Plan
const before = read(realText)
const next = (change: (text: string) => string = (text) => text) =>
  read(
    change(realText.replaceAll('2020-323002', '2021-323002').replace('"year": 2020', '"year": 2021')),
    '2021-323002.json',
  )

const first = before.projects[0] as Plan['projects'][number]
const after = (projects: Plan['projects']): Plan => ({ ...next(), projects })
const kinds = (from: Plan, to: Plan) => yearDifference(from, to).map(({ kind, name }) => [kind, name])

describe('the difference from one year to the next', () => {
  it('is nothing where only ids, places and the writing of figures differ', () => {
    const moved = after([...next().projects].reverse())
    expect(yearDifference(before, moved)).toEqual([])
    const { printed } = first
    const written = {
      ...first,
      printed: { ...printed, budget: { ...printed.budget, total: `${printed.budget.total}0` } },
    }
    expect(yearDifference(before, after([written, ...before.projects.slice(1)]))).toEqual([])
  })

  it('lists new and dropped projects with their budgets', () => {
    const fresh = { ...first, name: '新设项目', code: '999-1' }
    expect(kinds(before, after([...before.projects.slice(1), fresh]))).toEqual([
      ['new', '新设项目'],
      ['dropped', first.name],
    ])
    expect(yearDifference(before, after(before.projects.slice(1)))[0]?.cells).toEqual([
      { cell: 'budget.total', before: first.printed.budget.total, after: null },
    ])
  })

  it('keeps a renamed project by a code that both years print once, never by one printed twice', () => {
    const coded = { ...before, projects: before.projects.map((own, at) => ({ ...own, code: `c${at}` })) }
    const renamed = coded.projects.map((own, at) => (at === 0 ? { ...own, name: '改名项目' } : own))
    expect(kinds(coded, after(renamed))).toEqual([['changed', '改名项目']])
    const same = { ...coded, projects: coded.projects.map((own) => ({ ...own, code: 'c' })) }
    const others = renamed.map((own, at) => ({ ...own, code: 'c', name: at < 2 ? `改名 ${at}` : own.name }))
    expect(kinds(same, after(others)).map(([kind]) => kind)).toEqual(['new', 'new', 'dropped', 'dropped'])
  })

  it('says budget, spending plan and targets in words, indicators by their names', () => {
    const { printed, indicators } = first
    const [one, two, ...rest] = indicators
    const changed = {
      ...first,
      printed: {
        budget: { ...printed.budget, total: '99' },
        schedule: { ...printed.schedule, '06': '61' },
      },
      indicators: [
        { ...one!, target: { kind: 'qualitative' as const, text: '≥1项' } },
        { ...two!, level3: '新指标' },
        ...rest,
      ],
    }
    const [line] = yearDifferenceText(yearDifference(before, after([changed, ...before.projects.slice(1)])))
    expect(line).toMatchObject({ where: first.name, kind: '改动' })
    expect(line?.cells).toEqual([
      { name: '预算数', before: printed.budget.total, after: '99' },
      { name: '资金支出计划 6月底', before: printed.schedule['06'], after: '61' },
      { name: `指标值：${one!.level3}`, before: one!.target.text, after: '≥1项' },
      { name: '指标值：新指标', before: '（没有）', after: two!.target.text },
      { name: `指标值：${two!.level3}`, before: two!.target.text, after: '（没有）' },
    ])
  })
})
