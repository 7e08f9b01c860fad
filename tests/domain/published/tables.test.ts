import { describe, expect, it } from 'vitest'
import type { Indicator, Project } from '@/domain/plan/plan'
import { parseTarget } from '@/domain/plan/target'
import { tableChecks } from '@/domain/published/planCheck'
import type { TableCheck } from '@/domain/published/tableCheck'
import { PLAN_ID, projectOf, scheduleOf, SIX_PLAN } from '../../fixtures/sixProjects'
import { plain } from '../build'

const WHOLE = { '06': '50', '12': '100' }

/** A table with nothing to ask about, under a name and with rows of its own. */
function table(position: number, over: Partial<Project> = {}): Project {
  const project = projectOf(position, `项目${position}`, '80', WHOLE, ['≥90%', '≥95%'])
  return { ...project, ...over }
}

const rowsOf = (position: number, ...rows: readonly Partial<Indicator>[]): readonly Indicator[] =>
  rows.map((row, index) => ({
    ...table(position).indicators[0]!,
    id: `${PLAN_ID}/${position}/${index + 1}`,
    level3: `第${position}之${index + 1}`,
    ...row,
  }))

function checks(...projects: readonly Project[]): readonly TableCheck[] {
  return tableChecks({ ...SIX_PLAN, projects })
}

function told(found: readonly TableCheck[]): string[] {
  return found.map(
    ({ kind, where }) =>
      `${kind} ${where.map(({ project, indicator, cell }) => `${(indicator ?? project).slice(PLAN_ID.length + 1)}.${cell}`).join(' ')}`,
  )
}

it('a table in order raises no question', () => {
  expect(checks(table(1), table(2))).toEqual([])
})

describe('what stands twice', () => {
  it('is a name of projects, however it is spaced; the first is told', () => {
    const found = checks(table(1, { name: '办公楼 修缮' }), table(2), table(3, { name: '办公楼修缮' }))
    expect(told(found)).toEqual(['same-project-name 1.name 3.name'])
    expect(found[0]).toMatchObject({ name: '办公楼 修缮' })
  })

  it('is a name of rows of one project, which no other project’s row makes', () => {
    const found = checks(
      table(1, { indicators: rowsOf(1, { level3: '完成 质量' }, {}, { level3: '完成质量' }) }),
      table(2, { indicators: rowsOf(2, { level3: '完成质量', description: '另一种' }) }),
    )
    expect(told(found)).toEqual(['same-indicator-name 1/1.level3 1/3.level3'])
    expect(found[0]).toMatchObject({ name: '完成 质量' })
  })

  it('says nothing of blanks', () => {
    const blank = { level2: '', level3: '', description: '' }
    expect(
      checks(
        table(1, { name: '', goals: [], indicators: rowsOf(1, blank, blank) }),
        table(2, { name: '', goals: [], indicators: rowsOf(2, blank) }),
      ).filter(({ kind }) => kind !== 'copied-indicator'),
    ).toEqual([])
  })

  it('goals are copied where each line is; their order and their number count', () => {
    const with_ = (position: number, ...goals: string[]) => table(position, { goals })
    expect(told(checks(with_(1, '甲', '乙'), with_(2, '甲', '乙')))).toEqual(['copied-goals 1.goals 2.goals'])
    expect(checks(with_(1, '甲', '乙'), with_(2, '乙', '甲'))).toEqual([])
    expect(checks(with_(1, '甲', '乙'), with_(2, '甲乙'))).toEqual([])
    expect(checks(with_(1, '甲', '乙'), with_(2, '甲'))).toEqual([])
  })

  it('a row is copied where its 二级指标, name and description all are, in another project', () => {
    const same = { level2: '质量指标', level3: '完成质量', description: '按标准' }
    const pair = (other: Partial<Indicator>) =>
      told(
        checks(
          table(1, { indicators: rowsOf(1, {}, same) }),
          table(2, { indicators: rowsOf(2, { ...same, ...other }) }),
        ),
      )
    expect(pair({})).toEqual(['copied-indicator 1/2.level3 2/1.level3'])
    expect(pair({ level2: '数量指标' })).toEqual([])
    expect(pair({ level3: '完成' })).toEqual([])
    expect(pair({ description: '按合同' })).toEqual([])
    expect(pair({ level2: '质量', level3: '指标完成质量' })).toEqual([])
    const twice = checks(table(1, { indicators: rowsOf(1, same, same) }))
    expect(told(twice)).toEqual(['same-indicator-name 1/1.level3 1/2.level3'])
    const [copied] = checks(
      table(1, { indicators: rowsOf(1, same) }),
      table(2, { indicators: rowsOf(2, same) }),
    )
    expect(copied).toMatchObject({ kind: 'copied-indicator', name: '完成质量' })
  })
})

describe('资金支出计划', () => {
  const planned = (position: number, cells: Record<string, string | null>) =>
    table(position, { schedule: scheduleOf(cells) })

  it('blank months are asked about by month, in the order of the year, each with its projects', () => {
    const found = checks(
      planned(1, { '10': null, '03': null, '12': '100' }),
      planned(2, { '03': '20', '10': null, '12': '100' }),
      planned(3, { '03': '20', '12': '100' }),
    )
    expect(told(found)).toEqual([
      'blank-checkpoint 1.schedule.03',
      'blank-checkpoint 1.schedule.10 2.schedule.10',
    ])
    expect(found.map((check) => check.kind === 'blank-checkpoint' && check.month)).toEqual([3, 10])
    const turned = [...scheduleOf({ '03': null, '06': null, '12': '100' })].reverse()
    const months = checks(table(1, { schedule: turned })).map((check) => 'month' in check && check.month)
    expect(months.slice(0, 2)).toEqual([3, 6])
  })

  it('a project with no plan at all is asked about once, and counts for no month', () => {
    expect(
      told(checks(planned(1, { '03': null, '12': null }), planned(2, { '03': '1', '12': '100' }))),
    ).toEqual(['schedule-unset 1.schedule'])
  })

  it('a fall names both months and both shares; equal shares do not fall', () => {
    const [found, ...rest] = checks(planned(1, { '03': '50', '06': null, '10': '49.99', '12': '100' })).slice(
      1,
    )
    expect(rest).toEqual([])
    expect(found).toMatchObject({
      kind: 'schedule-falls',
      where: [{ cell: 'schedule.03' }, { cell: 'schedule.10' }],
    })
    expect(
      found?.kind === 'schedule-falls' && [
        found.before.month,
        plain(found.before.percent),
        plain(found.percent),
      ],
    ).toEqual([3, '50', '49.99'])
    expect(checks(planned(1, { '03': '50', '06': '50', '12': '100' }))).toEqual([])
  })

  it('an end off 100 is told with its month, below and above, after the falls', () => {
    const [falls, end] = checks(planned(1, { '03': '80', '06': '60' }))
    expect([falls?.kind, end?.kind]).toEqual(['schedule-falls', 'schedule-not-ending-at-100'])
    expect(end).toMatchObject({ month: 6, where: [{ cell: 'schedule.06' }] })
    expect(told(checks(planned(1, { '12': '100.01' })))).toEqual(['schedule-not-ending-at-100 1.schedule.12'])
  })
})

describe('预算数 against its parts', () => {
  it('names the three cells', () => {
    const project = table(1)
    const found = checks({
      ...project,
      printed: { ...project.printed, budget: { total: '80', fiscal: '70', other: 'x' } },
    })
    expect(told(found)).toEqual(['budget-parts 1.budget.total 1.budget.fiscal 1.budget.other'])
  })
})

describe('分值', () => {
  const weighed = (...weights: (string | null)[]) =>
    checks(table(1, { indicators: rowsOf(1, ...weights.map((weight) => ({ weight }))) }))

  it('missing ones are named, and only they', () => {
    expect(told(weighed('40', null, '50', '无'))).toEqual(['weight-missing 1/2.weight 1/4.weight'])
  })

  it('a sum that is neither 100 nor 90 names every row', () => {
    expect(told(weighed('40', '50.01'))).toEqual(['weights-sum 1/1.weight 1/2.weight'])
    expect(weighed('40', '50')).toEqual([])
    expect(weighed('50', '50')).toEqual([])
    expect(told(weighed('50', '45'))).toEqual(['weights-sum 1/1.weight 1/2.weight'])
  })
})

describe('指标值', () => {
  const asked = (row: Partial<Indicator> & { readonly printed: string }) => {
    const { printed, ...over } = row
    return checks(table(1, { indicators: rowsOf(1, { ...over, target: parseTarget(printed) }) }))
  }

  it.each<[string, string, string, string[]]>([
    ['参保率与发放率', '', '≥90%', ['two-measures 1/1.level3']],
    ['参保率及发放率', '', '≥90%', ['two-measures 1/1.level3']],
    ['建设数量、建设面积', '', '≥90%', ['two-measures 1/1.level3']],
    ['培训人数和就业比例', '', '≥90%', ['two-measures 1/1.level3']],
    ['救助水平以及补助金额', '', '≥90%', ['two-measures 1/1.level3']],
    ['就业比重和失业比重', '', '≥10%', ['two-measures 1/1.level3']],
    ['甲率；乙率；丙率', '', '≥90%', ['two-measures 1/1.level3']],
    ['率和率', '', '≥90%', []],
    ['参保率和其他', '', '≥90%', []],
    ['其他和参保率', '', '≥90%', []],
    ['参保率发放率', '', '≥90%', []],
    ['完成情况', '成本压减率', '≥50%', ['not-literal 1/1.target']],
    ['差错率', '', '≥90%', ['not-literal 1/1.target']],
    ['事故发生率', '', '＞90%', ['not-literal 1/1.target']],
    ['事故发生率', '', '＜90%', []],
    ['不满意率', '', '=90%', ['not-literal 1/1.target']],
    ['事故', '', '≥90%', []],
    ['节约', '', '≥90%', []],
    ['节约率', '', '≥90人', ['rate-in-another-unit 1/1.target']],
    ['节约率', '', '90-95%', []],
    ['完成情况', '按期完成率', '≥90', ['rate-without-unit 1/1.target']],
    ['满意度', '', '≥90', ['rate-without-unit 1/1.target']],
    ['就业比重', '', '≥90', ['rate-without-unit 1/1.target']],
    ['完成百分比', '', '≥90', ['rate-without-unit 1/1.target']],
    ['完成率情况', '', '≥90', []],
    ['自然增长率', '', '≥5‰', []],
    ['就业率提高', '就业率', '≥5个百分点', []],
    ['就业率提高', '就业率', '≥5百分点', []],
    ['完成率 ', '', '≥90次', ['rate-in-another-unit 1/1.target']],
    ['满意度', '', '≥90分钟', ['rate-in-another-unit 1/1.target']],
    ['满意度', '', '≥90积分', ['rate-in-another-unit 1/1.target']],
    ['完成率', '', '≥90年百分点', ['rate-in-another-unit 1/1.target']],
    ['完成率', '', '≥90人‰', ['rate-in-another-unit 1/1.target']],
    ['完成率', '', '12月底前完成', []],
  ])('%s (%s) %s', (level3, description, printed, wanted) => {
    expect(told(asked({ level3, description, printed }))).toEqual(wanted)
  })

  it.each([
    [
      { level3: ' 参保率和发放率 ', printed: '≥90%' },
      { kind: 'two-measures', measures: ['参保率', '发放率'] },
    ],
    [
      { level3: '甲率；乙率', printed: '≥90%' },
      { kind: 'two-measures', measures: ['甲率', '乙率'] },
    ],
    [
      { level3: '甲率和乙率；丙', printed: '≥90%' },
      { kind: 'two-measures', measures: ['甲率和乙率', '丙'] },
    ],
    [
      { level3: '甲率和乙率；丙率', printed: '≥90%' },
      { kind: 'two-measures', measures: ['甲率和乙率', '丙率'] },
    ],
    [
      { level3: '压缩率', printed: '≥90%' },
      { kind: 'not-literal', reason: 'saving' },
    ],
    [
      { level3: '投诉率', printed: '≥90%' },
      { kind: 'not-literal', reason: 'harm' },
    ],
    [
      { level3: '完成率', printed: '≥90次' },
      { kind: 'rate-in-another-unit', unit: '次' },
    ],
  ])('%o tells %o', (row, wanted) => {
    expect(asked({ description: '', ...row })).toMatchObject([wanted])
  })
})
