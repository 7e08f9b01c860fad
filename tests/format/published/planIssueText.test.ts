import { describe, expect, it } from 'vitest'
import { decodePlanIndex } from '@/documents/plan/planIndex'
import { decodePlan } from '@/documents/plan/planFile'
import { planCellName } from '@/format/published/planCellName'
import { planIssueText } from '@/format/published/planIssueText'
import { decodeBroken, PLAN_FILE, realPlan, realText } from '../../documents/realPlan'

function said(damage: (plan: any) => void) {
  return decodeBroken(damage).issues.map((issue) => planIssueText(issue, PLAN_FILE))
}

const PROJECT = '2020-323002.json · 项目 3 办公楼修缮'
const INDICATOR = `${PROJECT} · 指标 2 质量全程跟踪`
const LOST = '该项目暂不列入，其余照常显示。'

describe('an issue names file, project and cell, says what is wrong and how to mend it', () => {
  it.each<[(plan: any) => void, string, string, string, string]>([
    [
      (p) => (p.projects[2].schedule['10'] = 'abc'),
      `${PROJECT} · 资金支出计划 10月底`,
      '写的是“abc”，不是 0 到 100 的百分数',
      '请按原表改为数字，例如 80.00；没有设定就写 null。',
      LOST,
    ],
    [
      (p) => (p.projects[2].schedule['10'] = '40.00'),
      `${PROJECT} · 资金支出计划 10月底`,
      '写的是“40.00”，低于 6月底的“50.00”',
      '资金支出计划是累计百分比，只能持平或上升，请按原表改正。',
      LOST,
    ],
    [
      (p) => delete p.projects[2].budget.fiscal,
      `${PROJECT} · 其中：财政资金`,
      '缺少这一格',
      '请按原表补上“fiscal”；原表空白就写 null。',
      LOST,
    ],
    [
      (p) => delete p.projects[2].budget.total,
      `${PROJECT} · 预算数`,
      '缺少这一格',
      '请按原表补上“total”。',
      LOST,
    ],
    [
      (p) => (p.projects[2].budget.total = 80),
      `${PROJECT} · 预算数`,
      '写的是数字 80，应为带引号的文字',
      '请加上英文引号，并与原表逐字一致，例如 "80"。',
      LOST,
    ],
    [
      (p) => (p.projects[2].indicators[1].target = '≈95百分比'),
      `${INDICATOR} · 指标值`,
      '写的是“≈95百分比”，其中的比较符号或附加条件无法识别',
      '请核对原表，写成比较符号加数字和单位，例如 ≥95百分比、≤10万元、=100%、90-95%。',
      '该指标暂不列入，其余照常显示。',
    ],
    [
      (p) => (p.projects[2].indicators[1].level3 = null),
      `${PROJECT} · 指标 2 · 三级指标`,
      '这一格没有内容',
      '请按原表填写，此处不能空缺。',
      '该指标暂不列入，其余照常显示。',
    ],
    [
      (p) => (p.projects[2].schedule['12'] = '95.00'),
      `${PROJECT} · 资金支出计划 12月底`,
      '最后一个节点是“95.00”，没有到 100',
      '请核对原表；原表确是如此的，可以不改。',
      '仅作提示，照常显示。',
    ],
    [
      (p) => (p.projects[2].budget.fiscal = '75.5'),
      `${PROJECT} · 预算数`,
      '预算数是 80，财政资金与其他资金合计是 75.5，两者不等',
      '请核对原表；计算一律按预算数。',
      '仅作提示，照常显示。',
    ],
    [
      (p) => (p.projects[2].goals[1] = 7),
      `${PROJECT} · 绩效目标 第 2 条`,
      '写的是数字 7，应为带引号的文字',
      '请加上英文引号，并与原表逐字一致，例如 "7"。',
      LOST,
    ],
    [
      (p) => (p.facts.threePublic.items[0].amount = '若干'),
      '2020-323002.json · 部门情况 · “三公”经费 所列各项第 1 条 金额',
      '写的是“若干”，不是精确到分的万元金额',
      '请按原表改为数字，例如 80.00。',
      '仅作提示，照常显示。',
    ],
  ])('%#', (damage, where, what, mend, effect) => {
    expect(said(damage)).toEqual([{ where, what, mend, effect }])
  })

  it.each([
    ['', '文件是空的'],
    ['<!DOCTYPE html><p>', '读到的是网页，不是数据文件'],
    ['{\n  "schema": 1,\n}', '第 3 行第 1 个字符处不合 JSON 写法：读到“}”'],
    ['{"schema": 1', '第 1 行第 13 个字符处不合 JSON 写法：文件到此中断'],
    ['{"schema": 2}', '文件是第 2 版格式，本程序只能读到第 1 版'],
    ['{"schema": "x"}', '格式版本写的是“x”，应为 1'],
    ['{}', '格式版本没有写，应为 1'],
    [realText.replace('南大港', '\uFFFD'), '文件不是 UTF-8 编码，汉字读出来是乱码'],
  ])('a file of which nothing stands: %#', (text, what) => {
    const texts = decodePlan(text, PLAN_FILE).issues.map((issue) => planIssueText(issue, PLAN_FILE))
    expect(texts).toMatchObject([{ what, effect: '改正之前无法显示。' }])
    expect(texts[0]?.where.startsWith(PLAN_FILE)).toBe(true)
  })

  it('a row of the index', () => {
    const { issues } = decodePlanIndex(
      '{"plans":[{"id":"2020-1","year":2020,"department":"局","file":"../a.json"}]}',
    )
    expect(issues.map((issue) => planIssueText(issue, 'index.json'))).toMatchObject([
      { where: 'index.json · 计划 1 2020-1 · 文件名', what: '写的是“../a.json”，不是 data 文件夹里的文件名' },
    ])
  })

  it('cuts a long text short', () => {
    const [text] = said((p) => (p.projects[2].schedule['10'] = '字'.repeat(300)))
    expect(text?.what.length).toBeLessThan(60)
  })
})

function cells(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path]
  if (Array.isArray(value)) return [path, ...value.flatMap((item, index) => cells(item, `${path}[${index}]`))]
  return [path, ...Object.entries(value).flatMap(([key, item]) => cells(item, path ? `${path}.${key}` : key))]
}

describe('every cell of the published file has its printed heading', () => {
  const { projects, departmentGoals, facts, ...head } = realPlan()
  const [{ indicators, ...project }] = projects as [(typeof projects)[number]]
  it.each([
    ['file', [...cells(head), 'projects', 'departmentGoals', 'facts']],
    ['project', [...cells(project), 'indicators']],
    ['indicator', cells(indicators[0])],
    ['goal', cells(departmentGoals[0])],
    ['facts', cells(facts)],
    ['listed-plan', ['id', 'year', 'department', 'file']],
  ] as const)('%s', (owner, all) => {
    const named = all.filter((cell) => cell !== '').map((cell) => planCellName(owner, cell))
    expect(named.filter((name) => /[a-z“]/i.test(name.replace('“三公”', '')))).toEqual([])
    expect(named.length).toBeGreaterThan(3)
  })

  it('a cell that no table has keeps its key', () => {
    expect(planCellName('indicator', 'traget')).toBe('“traget”')
    expect(planCellName('project', 'budget.reserve')).toBe('预算规模 “reserve”')
    expect(planCellName('project', 'constructor')).toBe('“constructor”')
  })
})
