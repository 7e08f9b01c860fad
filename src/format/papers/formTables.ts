import type { ProjectMonitor } from '@/domain/monitoring/monitor'
import { toWan } from '@/domain/number/money'
import type { Plan } from '@/domain/plan/plan'
import type { Sheet } from '@/domain/scoring/sheet'
import { sheetText } from '../scoring/sheetText'
import { figure, head, sheetName, text, type FormTable } from './formCells'
import { monitorText, periodText } from '../monitorPage'

/** 项目支出绩效自评表 in the national layout (domain.md §7, R 财预〔2020〕10号), amounts in 万元; a source of money that nobody stated is left blank. */
export function selfEvaluationForm(plan: Plan, sheet: Sheet): FormTable {
  const { project, execution, outcome } = sheet
  const words = sheetText(sheet, 'wan')
  const money = (printed: string, value: Parameters<typeof toWan>[0] | null) =>
    figure(printed, value && toWan(value), 2)
  const rate = execution.rate.kind === 'rate' ? words.money.rate : words.money.spent
  const { fiscal, other } = project.printed.budget
  const source = (name: string, printed: string | null) => [
    text(name),
    text(printed ?? ''),
    ...[0, 1, 2, 3, 4].map(() => text('')),
  ]
  return {
    name: sheetName(project),
    title: `项目支出绩效自评表（${sheet.year}年度）`,
    widths: [12, 14, 26, 12, 14, 9, 11, 34],
    rows: [
      [
        head('项目名称'),
        text(project.name, 2),
        head('主管部门'),
        text(`${plan.department.code}${plan.department.name}`),
        head('实施单位'),
        text(plan.department.name, 2),
      ],
      [
        head('项目资金（万元）', 1, 5),
        head(''),
        head('年初预算数'),
        head('全年预算数'),
        head('全年执行数'),
        head('分值'),
        head('执行率'),
        head('得分'),
      ],
      [
        text('年度资金总额'),
        money(words.money.initial, execution.initialBudget),
        money(words.money.budget, execution.budget),
        money(words.money.spent, execution.spent),
        figure(words.money.weight, execution.weight, 2),
        text(rate),
        figure(words.money.points, execution.points, 2),
      ],
      source('其中：当年财政拨款', fiscal),
      source('上年结转资金', null),
      source('其他资金', other),
      [head('年度总体目标', 1, 2), head('预期目标', 3), head('实际完成情况', 4)],
      [text(words.goals.join('\n'), 3), text(words.summary ?? '尚未填写', 4)],
      [
        head('一级指标'),
        head('二级指标'),
        head('三级指标'),
        head('年度指标值'),
        head('实际完成值'),
        head('分值'),
        head('得分'),
        head('偏差原因分析及改进措施'),
      ],
      ...words.rows.map((row, index) => [
        ...(row.span > 0 ? [head(row.level1, 1, row.span)] : []),
        text(row.level2),
        text(row.level3),
        text(row.target),
        text(row.actual),
        figure(row.weight, sheet.indicators[index]?.weight ?? null, 2),
        figure(row.points, sheet.indicators[index]?.points ?? null, 2),
        text(row.reason),
      ]),
      [
        head('总分', 5),
        figure(
          words.weight,
          sheet.rows.map(({ weight }) => weight).reduce((all, own) => all.plus(own)),
          2,
        ),
        outcome.kind === 'complete' ? figure(words.total, outcome.total, 2) : text(words.total),
        text(''),
      ],
    ],
  }
}

/** 项目支出绩效目标执行监控表 in the national layout (domain.md §8, R 财预〔2019〕136号), amounts in 万元. */
export function monitorForm(plan: Plan, monitor: ProjectMonitor): FormTable {
  const { status } = monitor
  const { project } = status
  const words = monitorText(monitor, 'wan')
  const money = (printed: string, value: Parameters<typeof toWan>[0] | null) =>
    figure(printed, value && toWan(value), 2)
  const period = periodText(status.asOf)
  const mark = (row: (typeof words.rows)[number], word: string) =>
    text(row.reason.includes(`${word}：`) ? '√' : '')
  const likely = (row: (typeof words.rows)[number], word: string) => text(row.likelihood === word ? '√' : '')
  return {
    name: sheetName(project),
    title: `项目支出绩效目标执行监控表（${project.schedule[0]?.day.slice(0, 4) ?? ''}年${period}）`,
    widths: [10, 12, 20, 10, 12, 12, 6, 6, 6, 6, 6, 30, 7, 7, 7, 10],
    rows: [
      [
        head('项目名称'),
        text(project.name, 3),
        head('主管部门及代码', 2),
        text(`${plan.department.code}${plan.department.name}`, 5),
        head('实施单位'),
        text(plan.department.name, 4),
      ],
      [
        head('项目资金（万元）', 1, 2),
        head('年初预算数', 3),
        head(`${period}执行数`, 2),
        head(`${period}执行率`, 5),
        head('全年预计执行数', 5),
      ],
      [
        { ...money(words.money.initial, project.budget), columns: 3 },
        { ...money(words.money.spent, status.spent), columns: 2 },
        text(words.money.rate, 5),
        { ...money(words.money.expected, monitor.expected.entry?.amount ?? null), columns: 5 },
      ],
      [head('年度总体目标'), text(project.goals.join('\n'), 15)],
      [
        head('一级指标', 1, 2),
        head('二级指标', 1, 2),
        head('三级指标', 1, 2),
        head('年度指标值', 1, 2),
        head(`${period}执行情况`, 1, 2),
        head('全年预计完成情况', 1, 2),
        head('偏差原因分析', 6),
        head('完成目标可能性', 3),
        head('备注', 1, 2),
      ],
      [
        head('经费保障'),
        head('制度保障'),
        head('人员保障'),
        head('硬件条件保障'),
        head('其他'),
        head('原因说明'),
        head('确定能'),
        head('有可能'),
        head('完全不可能'),
      ],
      ...words.rows.map((row) => [
        ...(row.span > 0 ? [head(row.level1, 1, row.span)] : []),
        text(row.level2),
        text(row.level3),
        text(row.target),
        text(row.actual),
        text(row.fullYear),
        ...['经费保障', '制度保障', '人员保障', '硬件条件保障', '其他'].map((word) => mark(row, word)),
        text(row.reason),
        ...['确定能', '有可能', '完全不可能'].map((word) => likely(row, word)),
        text(row.flags.join('；')),
      ]),
    ],
  }
}
