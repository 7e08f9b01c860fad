import type { Day } from '@/domain/time/day'
import type { DepartmentStatus } from '@/domain/status/departmentStatus'
import { Decimal, ZERO } from '@/domain/number/decimal'
import { toWan } from '@/domain/number/money'
import type { Plan } from '@/domain/plan/plan'
import { budgetOn, planRateOf, type ProjectStatus } from '@/domain/status/projectStatus'
import type { Sheet } from '@/domain/scoring/sheet'
import { bracketed, carriedMoney, gradeText } from '../../scoring/carriedText'
import { fullDay, publishedText, STANDING_WORD } from '../../words'
import {
  count,
  formula,
  heading,
  number,
  plain,
  word,
  share,
  wan,
  type SheetCell,
  type SheetTable,
} from './cells'

/** What a workbook says of itself: up to which day anything can have happened (today where the day looked at is ahead), as known on which day (`null` for all that is known), and whether it is the demonstration. */
export interface BookBasis {
  readonly reached: Day
  readonly known: Day | null
  readonly demo: boolean
}

const HEADS = [
  '序号',
  '项目',
  '全年预算数（万元）',
  '累计支出（万元）',
  '执行率',
  '计划比率',
  '计划应支（万元）',
  '实际减计划（万元）',
  '支出状态',
  '指标数',
  '达标',
  '未达标',
  '未填报',
  '自评得分',
  '等级',
]
const FIRST = 6

/** 汇总: one row a project, sums and rates as formulas over their cells; a grade only where every row of its sheet is settled. */
export function summarySheet(
  plan: Plan,
  department: DepartmentStatus,
  sheets: readonly Sheet[],
  basis: BookBasis,
): SheetTable {
  const rows = department.projects.map((status, index) => projectRow(status, sheets, FIRST + index))
  const last = FIRST + rows.length - 1
  return {
    name: '汇总',
    widths: [6, 30, 20, 20, 10, 10, 18, 20, 10, 8, 8, 8, 8, 10, 10],
    rows: [
      [plain(`${plan.department.name}${plan.year}年绩效目标执行情况`, 'title')],
      [
        plain(basis.reached < department.asOf ? '提前看' : '截至'),
        plain(''),
        { kind: 'day', day: department.asOf },
        plain(basisText(department.asOf, basis)),
      ],
      [plain('来源'), plain(''), plain(`${plan.source.title}，${publishedText(plan.source.published)}`)],
      [
        plain('说明'),
        plain(''),
        plain('未填报不计入合计；自评按年末，暂不完整的不列等级；合计、比率、差额都是公式'),
      ],
      HEADS.map(heading),
      ...rows,
      totalRow(department, last),
    ],
    merges: [
      { row: 0, column: 0, rows: 1, columns: HEADS.length },
      { row: 1, column: 3, rows: 1, columns: HEADS.length - 3 },
      { row: 2, column: 2, rows: 1, columns: HEADS.length - 2 },
      { row: 3, column: 2, rows: 1, columns: HEADS.length - 2 },
    ],
    frozen: { rows: FIRST - 1, columns: 2 },
    repeatRows: FIRST - 1,
  }
}

function basisText(asOf: Day, { reached, known, demo }: BookBasis): string {
  const parts = [
    ...(reached < asOf ? [`尚未到，数据截至今天 ${fullDay(reached)}`] : []),
    `按${known === null ? '当前' : fullDay(known)}所知`,
    ...(demo ? ['演示数据，均为虚构'] : []),
  ]
  return parts.join('；')
}

function lightsOf(status: ProjectStatus) {
  const of = (...lights: readonly string[]) =>
    new Decimal(status.indicators.filter(({ light }) => lights.includes(light)).length)
  return { met: of('met'), missed: of('near', 'partial', 'far'), silent: of('unreported') }
}

/** 计划比率 and 计划应支 of the 全年预算数 of the checkpoint's own day; where today's is another, that of the day is written into the formula and the ratio is of today's, as the rate beside it. */
function planCells(status: ProjectStatus, row: number): [ratio: SheetCell, planned: SheetCell] {
  const { project, budget, adjustments, standing } = status
  const rate = planRateOf(status)
  if (!('due' in standing) || rate === null) return [word('未到期'), word('未到期')]
  const { due, planned } = standing
  const then = budgetOn(project, adjustments, due.day)
  const printed = rate.eq(due.percent)
  return [
    printed ? share(rate) : formula(`G${row}/C${row}`, rate.div(100), 2, true),
    then.eq(budget)
      ? formula(`C${row}*F${row}`, toWan(planned))
      : formula(`${toWan(then).toFixed()}*${due.percent.div(100).toFixed()}`, toWan(planned)),
  ]
}

function projectRow(status: ProjectStatus, sheets: readonly Sheet[], row: number): SheetCell[] {
  const { project, budget, spent, rate, standing } = status
  const planned = 'planned' in standing ? standing.planned : null
  const { met, missed, silent } = lightsOf(status)
  const sheet = sheets.find((own) => own.project.id === project.id)
  const outcome = sheet?.outcome
  const carried = carriedMoney(status, '累计支出')
  return [
    count(new Decimal(project.position)),
    plain(project.name),
    wan(budget),
    wan(spent),
    rate.kind === 'rate' ? formula(`D${row}/C${row}`, rate.percent.div(100), 2, true) : word('—'),
    ...planCells(status, row),
    planned && spent ? formula(`D${row}-G${row}`, toWan(spent).minus(toWan(planned))) : word('—'),
    plain(`${STANDING_WORD[standing.kind]}${bracketed(carried)}`),
    count(new Decimal(status.indicators.length)),
    count(met),
    count(missed),
    count(silent),
    outcome?.kind === 'complete' ? number(outcome.total, 2) : word('暂不完整'),
    plain(sheet ? gradeText(sheet) : '—'),
  ]
}

function totalRow({ projects, budget, spent, rate }: DepartmentStatus, last: number): SheetCell[] {
  const sum = (column: string) => `SUM(${column}${FIRST}:${column}${last})`
  const total = (column: string, value: Decimal, places = 2) =>
    formula(sum(column), value, places, false, 'total')
  const row = last + 1
  const silent = projects.filter((status) => status.spent === null).length
  const planned = projects.map(({ standing }) => ('planned' in standing ? toWan(standing.planned) : null))
  const every = planned.every((value) => value !== null)
  const plannedSum = planned.reduce<Decimal>((all, value) => all.plus(value ?? ZERO), ZERO)
  const lights = projects.map(lightsOf)
  const tally = (pick: (own: (typeof lights)[number]) => Decimal) =>
    lights.reduce<Decimal>((all, own) => all.plus(pick(own)), ZERO)
  return [
    plain('', 'total'),
    plain(silent > 0 ? `合计（${silent} 个项目未填报，未计入）` : '合计', 'total'),
    total('C', toWan(budget)),
    spent === null ? word('未填报', 'total') : total('D', toWan(spent)),
    rate.kind === 'rate'
      ? formula(`D${row}/C${row}`, rate.percent.div(100), 2, true, 'total')
      : word('—', 'total'),
    plain('', 'total'),
    every ? total('G', plannedSum) : word('未全部设定', 'total'),
    every && spent && silent === 0 ? total('H', toWan(spent).minus(plannedSum)) : word('—', 'total'),
    plain('', 'total'),
    total('J', new Decimal(projects.reduce((all, { indicators }) => all + indicators.length, 0)), 0),
    total(
      'K',
      tally(({ met }) => met),
      0,
    ),
    total(
      'L',
      tally(({ missed }) => missed),
      0,
    ),
    total(
      'M',
      tally(({ silent: own }) => own),
      0,
    ),
    plain('', 'total'),
    plain('', 'total'),
  ]
}
