import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { PlanShape } from '@/documents/plan/planShape'
import { parseWan, sumMoney } from '@/domain/number/money'
import { realPlan, realText } from '../realPlan'

const source = readFileSync(
  new URL('../../fixtures/source/2020-323002-budget-disclosure.txt', import.meta.url),
  'utf8',
).replaceAll(/\[bookmark: \w+\]/g, '')
const lines = source.split('\n')
const plan = realPlan()

/** Every line with something in it and every table cell, blank ones too, between two lines. */
function printed(from: (line: string) => boolean, to: (line: string) => boolean): string[] {
  const start = lines.findIndex(from)
  const length = lines.slice(start + 1).findIndex(to)
  return lines
    .slice(start, start + 1 + length)
    .filter((line) => line.startsWith('\t') || line.trim() !== '')
    .map((line) => line.trim())
}

function asPrinted(project: PlanShape['projects'][number], position: number): string[] {
  const months = Object.keys(project.schedule).sort()
  return [
    `${position}、${project.name}绩效目标表`,
    `${plan.department.code}${plan.department.name}`,
    '单位：万元',
    '项目编码',
    project.code ?? '',
    '项目名称',
    project.name,
    '预算规模及资金用途',
    '预算数',
    project.budget.total,
    '其中：财政资金',
    project.budget.fiscal ?? '',
    '其他资金',
    project.budget.other ?? '',
    '',
    project.purpose ?? '',
    '资金支出计划（%）',
    ...months.map((month) => `${Number(month)}月底`),
    '',
    ...months.map((month) => project.schedule[month] ?? ''),
    '绩效目标',
    ...project.goals,
    '一级指标',
    '二级指标',
    '三级指标',
    '绩效指标描述',
    '指标值',
    '指标值确定依据',
    ...project.indicators.flatMap(({ level1, level2, level3, description, target, basis }, index) => [
      level1 === project.indicators[index - 1]?.level1 ? '' : level1,
      level2,
      level3,
      description ?? '',
      target,
      basis ?? '',
    ]),
  ]
}

describe('the plan file against the published text', () => {
  it.each(plan.projects.map((project, index) => [index + 1, project.name, project] as const))(
    'table %i %s, cell for cell',
    (position, _, project) => {
      const next = position === 6 ? '六、政府采购预算情况' : `${position + 1}、`
      const section = printed(
        (line) => line.startsWith(`${position}、`) && line.endsWith('绩效目标表'),
        (line) => line.startsWith(next) && (position === 6 || line.endsWith('绩效目标表')),
      )
      expect(asPrinted(project, position)).toEqual(section)
    },
  )

  it('the department goals, line for line', () => {
    const section = printed(
      (line) => line === '（二）分项绩效目标：',
      (line) => line === '（三）工作保障措施：',
    )
    expect(section.slice(1)).toEqual(
      plan.departmentGoals.flatMap(({ title, goal, indicators }) => [
        title,
        `绩效目标：${goal}`,
        '绩效指标：',
        ...indicators,
      ]),
    )
  })

  it('the overall goals and measures, line for line', () => {
    const overall = printed(
      (line) => line === '（一）总体绩效目标：',
      (line) => line === '（二）分项绩效目标：',
    )
    const measures = printed(
      (line) => line === '（三）工作保障措施：',
      (line) => line.startsWith('第二部分'),
    )
    expect(plan.facts?.overallGoals).toEqual(overall.slice(1))
    expect(plan.facts?.measures).toEqual(measures.slice(1))
  })

  it('no text that the source does not have', () => {
    const made = new Set([
      plan.id,
      plan.source.title,
      plan.source.published,
      plan.facts?.assets?.asOf,
      ...(plan.facts?.departmentNames.map(({ where }) => where) ?? []),
    ])
    const texts: string[] = []
    JSON.parse(realText, (key, value: unknown) => {
      if (typeof value === 'string' && key !== 'id' && !made.has(value)) texts.push(value)
      return value
    })
    expect(texts.length).toBeGreaterThan(300)
    expect(texts.filter((text) => !source.includes(text))).toEqual([])
  })

  it('what is put together, from what is printed', () => {
    expect(source.startsWith(plan.source.title.replace('2020年', '\n2020年'))).toBe(true)
    expect(source).toContain('2020年2月12日')
    expect(plan.source.published).toBe('2020-02-12')
    expect(source).toContain('截止时间：2019年12月31日')
    expect(plan.facts?.assets?.asOf).toBe('2019-12-31')
    for (const { where } of plan.facts?.departmentNames ?? []) {
      expect(where.split('、').filter((heading) => !source.includes(heading))).toEqual([])
    }
  })

  it.each([
    [
      '2020年预算收入7001.75万元，其中：一般公共预算收入7001.75万元，基金拨款预算0万元，财政专户核拨预算0万元，其他来源收入预算0万元',
      plan.facts?.income,
    ],
    [
      '部门支出预算为7001.75万元，其中基本支出421.24万元，包括人员经费389.28万元和日常公用经费31.96万元；项目支出6580.51万元',
      plan.facts?.expenditure,
    ],
    ['“三公”经费预算为0.5万元，较2019年度预算的5.5万元减少了5万元', plan.facts?.threePublic],
  ])('the figures of 「%s」', (sentence, facts) => {
    expect(source).toContain(sentence)
    const figures = Object.values(facts ?? {}).filter((value) => typeof value === 'string')
    const stated = [...sentence.matchAll(/([\d.]+)万元/g)].map((match) => match[1])
    expect(figures.slice(0, stated.length).sort()).toEqual(stated.sort())
  })
})

describe('the counts of the document', () => {
  const indicators = plan.projects.flatMap((project) => project.indicators)

  it('six projects, 42 indicators, 16 of the department', () => {
    expect(plan.projects).toHaveLength(6)
    expect(plan.projects.map((project) => project.indicators.length)).toEqual([7, 7, 7, 7, 7, 7])
    expect(indicators).toHaveLength(42)
    expect(plan.departmentGoals.map((goal) => goal.indicators.length)).toEqual([4, 3, 5, 4])
  })

  it.each([
    ['≥90百分比', 19],
    ['≥95百分比', 15],
    ['≥99百分比', 4],
    ['=100百分比', 3],
    ['≥1年', 1],
  ])('%s × %i', (target, count) => {
    expect(indicators.filter((indicator) => indicator.target === target)).toHaveLength(count)
  })

  it('the budgets sum to the stated 项目支出', () => {
    const budgets = plan.projects.flatMap(({ budget }) => parseWan(budget.total) ?? [])
    expect(sumMoney(budgets).toString()).toBe('65805100')
    expect(plan.facts?.expenditure.projects).toBe('6580.51')
  })

  it('traps: one code twice, one name twice, three spellings, no chairs, a vehicle without value', () => {
    expect(new Set(plan.projects.map(({ code }) => code)).size).toBe(5)
    expect(plan.projects[0]?.indicators[4]?.level3).toBe(plan.projects[0]?.indicators[5]?.level3)
    expect(plan.facts?.departmentNames).toHaveLength(3)
    expect(plan.facts?.procurement?.mentioned).toContain('办公座椅')
    expect(plan.facts?.procurement?.items.map(({ name }) => name)).toEqual(['台式计算机', '激光打印机'])
    expect(plan.facts?.assets?.items[2]).toEqual({ name: '2、车辆（台、辆）', quantity: '1', value: null })
  })
})

describe('the layout of the file, for a command to reproduce', () => {
  it('has the months in the order of the year and two blanks a level', () => {
    const months = [...realText.matchAll(/^ {8}"(\d\d)": /gm)].map((match) => match[1])
    expect(months).toEqual(Array.from({ length: 6 }, () => ['03', '06', '10', '12']).flat())
    const whole = JSON.stringify(plan, null, 2) + '\n'
    expect(realText.split('\n')).toHaveLength(whole.split('\n').length)
    expect(realText.endsWith('}\n')).toBe(true)
    expect(withoutSchedules(realText)).toBe(withoutSchedules(whole))
  })
})

function withoutSchedules(text: string): string {
  return text.replaceAll(/"schedule": \{[^}]*\}/g, '')
}
