import { cell, type DrawnCell, type DrawnDocument } from './drawn'

/** One row of indicators as a writer fills it in; a blank 一级 or 二级指标 is merged with the one above. */
export type DrawnIndicator = readonly [
  level1: string,
  level2: string,
  level3: string,
  description: string,
  target: string,
  weight: string,
  basis: string,
]

/** How a department prints its tables: the words of the labels and headings, the months. */
export interface DrawnForm {
  readonly code: string
  readonly total: string
  readonly fiscal: string
  readonly other: string
  readonly group: string
  readonly schedule: string
  readonly months: readonly string[]
  readonly goals: string
  readonly headings: readonly [string, string, string, string, string, string, string]
}

const FORM: DrawnForm = {
  code: '项目代码',
  total: '年度预算数（万元）',
  fiscal: '其中：财政拨款',
  other: '其它资金',
  group: '预算规模和资金用途',
  schedule: '资金使用计划（％）',
  months: ['2月底', '5月底', '8月底', '11月底', '12月底'],
  goals: '年度绩效目标',
  headings: ['一级指标', '二级指标', '三级指标', '指标解释', '年度指标值', '分值', '指标值设定依据'],
}

interface DrawnProject {
  readonly code: string
  readonly name: string
  readonly budget: readonly [string, string, string]
  readonly purpose: string
  readonly percents: readonly string[]
  readonly goals: string
  readonly indicators: readonly DrawnIndicator[]
}

/** A project's table with its merged cells, in the given form. */
export function drawnProject(project: DrawnProject, department: string, form = FORM): DrawnCell[][] {
  const { months } = form
  const width = Math.max(7, months.length + 1)
  return [
    [cell(department, 1, width - 2), cell('单位：万元', 1, 2)],
    [cell(form.code), cell(project.code, 1, 2), cell('项目名称'), cell(project.name, 1, width - 4)],
    [
      cell(form.group, 2),
      cell(form.total),
      cell(project.budget[0]),
      cell(form.fiscal),
      cell(project.budget[1]),
      cell(form.other),
      cell(project.budget[2], 1, width - 6),
    ],
    [cell(project.purpose, 1, width - 1)],
    [
      cell(form.schedule, 2),
      ...months.map((month, index) =>
        cell(month, 1, index === months.length - 1 ? width - months.length : 1),
      ),
    ],
    project.percents.map((percent, index) =>
      cell(percent, 1, index === months.length - 1 ? width - months.length : 1),
    ),
    [cell(form.goals), cell(project.goals, 1, width - 1)],
    form.headings.map((heading) => cell(heading)),
    ...drawnIndicators(project.indicators),
  ]
}

function drawnIndicators(rows: readonly DrawnIndicator[]): DrawnCell[][] {
  return rows.map(([level1, level2, ...rest], index) => {
    const below = rows.slice(index + 1)
    const until = (blank: (row: DrawnIndicator) => boolean) => {
      const end = below.findIndex((row) => !blank(row))
      return 1 + (end < 0 ? below.length : end)
    }
    return [
      ...(level1 === ''
        ? []
        : [
            cell(
              level1,
              until((row) => row[0] === ''),
            ),
          ]),
      ...(level2 === ''
        ? []
        : [
            cell(
              level2,
              until((row) => row[1] === ''),
            ),
          ]),
      ...rest.map((text) => cell(text)),
    ]
  })
}

const DEPARTMENT = '415007青云县农业农村局'

const PROJECTS: readonly DrawnProject[] = [
  {
    code: 'QY-2023-0001',
    name: '高标准农田建设',
    budget: ['１，２００．５', '1,000.50', '200'],
    purpose: '用于新建高标准农田',
    percents: ['', '30', '55.5%', '90', '100'],
    goals: '1、新建高标准农田\n2、改善灌溉条件',
    indicators: [
      ['产出指标', '数量指标', '新建高标准农田面积', '当年新建面积', '≥１２０００亩', '20', '实施方案'],
      ['', '', '配套机井数量', '当年新建机井', '45眼', '10', '实施方案'],
      ['', '质量指标', '工程验收合格率', '合格工程占比', '＝100％', '10', '行业标准'],
      ['', '时效指标', '工程完工时间', '完工时间', '11月底前', '10', '实施方案'],
      ['效益指标', '经济效益指标', '亩均增产', '', '不低于50公斤', '15', '历史标准'],
      ['', '生态效益指标', '耕地质量', '耕地质量明显提升', '明显提升', '15', ''],
      ['满意度指标', '服务对象满意度指标', '农户满意度', '受益农户满意度', '≥90%', '10', '问卷调查'],
      ['成本指标', '经济成本指标', '亩均投资', '每亩投资', '≤0.3万元', '', '概算'],
    ],
  },
  {
    code: '',
    name: '农机购置补贴',
    budget: ['86', '86', ''],
    purpose: '兑付农机购置补贴资金',
    percents: ['10', '40', '70', '90', '100'],
    goals: '兑付农机购置补贴，提高机械化水平',
    indicators: [
      ['产出指标', '数量指标', '补贴机具数量', '享受补贴的机具', '300-350台', '50', '上年实绩'],
      ['效果指标', '社会效益指标', '机械化率', '综合机械化率', '逐步提高', '30', '规划'],
      ['满意度指标', '服务对象满意度指标', '农民满意度', '农民满意度', '≥85百分比', '10', '问卷'],
    ],
  },
]

/** A made-up disclosure of another department in the same form: other names, months, weights, qualitative targets, several indicators under one 二级指标. */
export const SECOND_DEPARTMENT: DrawnDocument = [
  { paragraph: '青云县农业农村局2023年部门预算信息公开' },
  { paragraph: '一、部门预算安排的总体情况' },
  { paragraph: '2023年预算收入2000万元，其中：一般公共预算收入1900万元，其他来源收入预算100万元。' },
  {
    paragraph:
      '2023年部门支出预算为2000万元，其中基本支出713.5万元，包括人员经费600万元和日常公用经费113.5万元；项目支出1286.5万元，主要为高标准农田建设1200.5万元，农机购置补贴86万元。',
  },
  { paragraph: '二、预算绩效信息' },
  { paragraph: '第一部分 部门整体绩效目标' },
  { paragraph: '（一）总体绩效目标' },
  { paragraph: '1、保障粮食安全。' },
  { paragraph: '（二）分项绩效目标' },
  { paragraph: '1、农田建设。' },
  { paragraph: '绩效目标：新建高标准农田。' },
  { paragraph: '绩效指标：' },
  { paragraph: '（1）完成年度建设任务。' },
  { paragraph: '第二部分 预算项目绩效目标' },
  ...PROJECTS.flatMap((project, index) => [
    { paragraph: `${index + 1}、${project.name}绩效目标表` },
    { table: drawnProject(project, DEPARTMENT) },
  ]),
  { paragraph: '三、其他需要说明的事项' },
  { paragraph: '无。' },
  { paragraph: '2023年3月1日' },
]
