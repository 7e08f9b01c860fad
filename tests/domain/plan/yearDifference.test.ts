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

  it('compares each printed cell by what it says: 80 and 80.00 are one, a blank and 0 are two', () => {
    const { printed } = first
    const cells = (
      budget: Partial<typeof printed.budget>,
      schedule: Record<string, string | null> = {},
      over = {},
    ) => {
      const is = {
        ...first,
        ...over,
        printed: { budget: { ...printed.budget, ...budget }, schedule: { ...printed.schedule, ...schedule } },
      }
      return yearDifference(before, after([is, ...before.projects.slice(1)])).flatMap((own) =>
        own.cells.map(({ cell, before: was, after: now }) => [cell, was, now]),
      )
    }
    const { total, fiscal, other } = printed.budget
    expect(cells({ total: '4,023.10', fiscal: '４０２３．１' })).toEqual([])
    expect(cells({ total: '4023.2' })).toEqual([['budget.total', total, '4023.2']])
    expect(cells({ fiscal: null })).toEqual([['budget.fiscal', fiscal, null]])
    expect(cells({ other: '0' })).toEqual([['budget.other', other, '0']])
    expect(cells({}, { '03': '0' })).toEqual([['schedule.03', null, '0']])
    expect(cells({}, { '12': '99', '03': '10', '06': '61' }).map(([cell]) => cell)).toEqual([
      'schedule.03',
      'schedule.06',
      'schedule.12',
    ])
    expect(cells({}, { '09': '70' })).toEqual([['schedule.09', null, '70']])
    expect(cells({}, {}, { code: '999-9' })).toEqual([['code', first.code, '999-9']])
    expect(cells({}, {}, { code: ` ${first.code}\u200B` })).toEqual([])
    expect(cells({ total: '约4023' })).toEqual([['budget.total', total, '约4023']])
  })

  it('compares targets by the name of the indicator, one printed twice by its turn', () => {
    const texts = (indicators: typeof first.indicators) =>
      yearDifference(before, after([{ ...first, indicators }, ...before.projects.slice(1)])).flatMap((own) =>
        own.indicators.map(({ kind, name, cells }) => [kind, name, cells[0]?.before, cells[0]?.after]),
      )
    const [one, two] = [first.indicators[0]!, first.indicators[1]!]
    const target = (text: string) => ({ kind: 'qualitative' as const, text })
    expect(texts([...first.indicators].reverse())).toEqual([])
    expect(
      texts(first.indicators.map((own) => ({ ...own, id: `x${own.id}`, level3: ` ${own.level3}` }))),
    ).toEqual([])
    expect(texts([{ ...one, target: target(' ＝100百分比') }, ...first.indicators.slice(1)])).toEqual([])
    const again = [...first.indicators, { ...one, id: 'again', target: target('新') }]
    expect(texts(again)).toEqual([['new', one.level3, undefined, '新'].map((own) => own ?? null)])
    expect(texts(first.indicators.slice(1))).toEqual([['dropped', one.level3, one.target.text, null]])
    expect(texts([one, { ...two, target: target('新') }, ...first.indicators.slice(2)])).toEqual([
      ['changed', two.level3, two.target.text, '新'],
    ])
  })

  it('a project that comes or goes is listed by its budget alone', () => {
    const fresh = { ...first, name: '新设项目', code: '999-1' }
    expect(yearDifference({ ...before, projects: [] }, after([fresh]))).toEqual([
      {
        kind: 'new',
        name: '新设项目',
        cells: [{ cell: 'budget.total', before: null, after: first.printed.budget.total }],
        indicators: [],
      },
    ])
    expect(yearDifference({ ...before, projects: [fresh] }, after([]))).toEqual([
      {
        kind: 'dropped',
        name: '新设项目',
        cells: [{ cell: 'budget.total', before: first.printed.budget.total, after: null }],
        indicators: [],
      },
    ])
  })

  it('a name goes before a code, and a code that another project took over is none', () => {
    const [one, two] = [before.projects[0]!, before.projects[2]!]
    const old = {
      ...before,
      projects: [
        { ...one, code: 'A' },
        { ...two, code: 'B' },
      ],
    }
    const crossed = [
      { ...one, code: 'B' },
      { ...two, code: 'C' },
    ]
    expect(
      yearDifference(old, after(crossed)).map(({ kind, cells }) => [kind, cells.map(({ cell }) => cell)]),
    ).toEqual([
      ['changed', ['code']],
      ['changed', ['code']],
    ])
    const replaced = [
      { ...one, code: 'A' },
      { ...two, name: '另立', code: 'A' },
    ]
    expect(kinds(old, after(replaced))).toEqual([
      ['new', '另立'],
      ['dropped', two.name],
    ])
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
