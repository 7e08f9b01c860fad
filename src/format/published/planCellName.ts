import type { IssueOwner } from '@/documents/outcome/planIssue'

const PLAN_CELL: Readonly<Record<string, string>> = {
  schema: '格式版本',
  id: '编号',
  year: '年度',
  department: '部门',
  'department.code': '部门代码',
  'department.name': '部门名称',
  source: '公开文件',
  'source.title': '公开文件标题',
  'source.published': '公开日期',
  facts: '部门情况',
  departmentGoals: '分项绩效目标',
  projects: '预算项目绩效目标',
  plans: '计划清单',
}

const LISTED_CELL: Readonly<Record<string, string>> = {
  id: '编号',
  year: '年度',
  department: '部门名称',
  file: '文件名',
}

const GOAL_CELL: Readonly<Record<string, string>> = {
  id: '编号',
  title: '名称',
  goal: '绩效目标',
  indicators: '绩效指标',
}

const PROJECT_CELL: Readonly<Record<string, string>> = {
  id: '编号',
  code: '项目编码',
  name: '项目名称',
  budget: '预算规模',
  'budget.total': '预算数',
  'budget.fiscal': '其中：财政资金',
  'budget.other': '其他资金',
  purpose: '资金用途',
  schedule: '资金支出计划',
  goals: '绩效目标',
  indicators: '绩效指标',
}

const INDICATOR_CELL: Readonly<Record<string, string>> = {
  id: '编号',
  level1: '一级指标',
  level2: '二级指标',
  level3: '三级指标',
  description: '绩效指标描述',
  target: '指标值',
  basis: '指标值确定依据',
  weight: '分值',
}

const SECTION: Readonly<Record<string, string>> = {
  departmentNames: '部门名称写法',
  overallGoals: '总体绩效目标',
  measures: '工作保障措施',
  income: '收入说明',
  expenditure: '支出说明',
  change: '比上年增减情况',
  operating: '机关运行经费',
  threePublic: '“三公”经费',
  procurement: '政府采购预算',
  assets: '国有资产信息',
}

const STATED: Readonly<Record<string, string>> = {
  total: '合计',
  generalBudget: '一般公共预算',
  governmentFund: '基金预算',
  fiscalAccount: '财政专户核拨',
  other: '其他',
  basic: '基本支出',
  personnel: '人员经费',
  dailyPublic: '日常公用经费',
  projects: '项目支出',
  projectItems: '所列项目',
  againstYear: '比较年度',
  direction: '增减',
  amount: '金额',
  reason: '原因',
  previous: '上年预算',
  reduction: '减少额',
  items: '所列各项',
  parts: '其中',
  change: '增减',
  name: '名称',
  where: '出处',
  source: '项目名称',
  catalogue: '政府采购目录序号',
  unit: '数量单位',
  quantity: '数量',
  unitPrice: '单价',
  mentioned: '说明中提到的物品',
  asOf: '截止时间',
  value: '价值',
  plannedPurchase: '本年度拟购置',
}

const CELLS: Readonly<Record<Exclude<IssueOwner['kind'], 'facts'>, Readonly<Record<string, string>>>> = {
  file: PLAN_CELL,
  'listed-plan': LISTED_CELL,
  goal: GOAL_CELL,
  project: PROJECT_CELL,
  indicator: INDICATOR_CELL,
}

/** The heading of a cell as the published tables print it (资金支出计划 10月底, 其中：财政资金); a cell no table has keeps its key. */
export function planCellName(owner: IssueOwner['kind'], cell: string): string {
  return owner === 'facts' ? statedName(cell) : tableName(CELLS[owner], cell)
}

function tableName(names: Readonly<Record<string, string>>, cell: string): string {
  const month = /^schedule\.(\d{2})$/.exec(cell)?.[1]
  if (month) return `${names.schedule ?? ''} ${Number(month)}月底`
  const [, key = cell, row] = /^(.*?)(?:\[(\d+)\])?$/.exec(cell) ?? []
  const whole = own(names, key) ?? inside(names, key)
  return row === undefined ? whole : `${whole} 第 ${Number(row) + 1} 条`
}

function inside(names: Readonly<Record<string, string>>, key: string): string {
  const dot = key.lastIndexOf('.')
  const table = dot < 0 ? undefined : own(names, key.slice(0, dot))
  return table ? `${table} “${key.slice(dot + 1)}”` : `“${key}”`
}

function statedName(cell: string): string {
  return cell
    .split('.')
    .map((step, index) => {
      const [, key = step, row] = /^(.*?)(?:\[(\d+)\])?$/.exec(step) ?? []
      const name = own(index === 0 ? SECTION : STATED, key) ?? `“${key}”`
      return row === undefined ? name : `${name}第 ${Number(row) + 1} 条`
    })
    .join(' ')
}

function own(names: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(names, key) ? names[key] : undefined
}
