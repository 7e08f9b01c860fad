import type { Money } from '@/domain/number/money'
import type { Plan } from '@/domain/plan/plan'
import { totalAt } from '@/domain/status/spending'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import type { Day } from '@/domain/time/day'
import { asOfText } from '../words'
import { actualText, carriedMark, carriedMoney } from '../scoring/carriedText'
import { amountCell, head, sheetName, text, word, type FormCell, type FormTable } from './formCells'
import { officialTable } from './officialTable'

const WIDTHS = [12, 14, 24, 24, 12, 14, 12, 10]
/** 分值, in the tables that print it, stands behind 指标值. */
const WEIGHTED_WIDTHS = [...WIDTHS.slice(0, 5), 8, ...WIDTHS.slice(5)]
const BESIDE = 2
/** The rows above the column headings of the indicators. */
const BEFORE_INDICATORS = 9

/** The 绩效目标表 as published, verbatim, with what was spent and reached beside it; a blank checkpoint stays blank, what nobody reported is a word. */
export function publishedForm(plan: Plan, status: ProjectStatus, reached: Day = status.asOf): FormTable {
  const table = officialTable(plan, status)
  const months = table.schedule.length
  const widths = table.weighted ? WEIGHTED_WIDTHS : WIDTHS
  const width = Math.max(widths.length, months + BESIDE)
  const more = width - widths.length
  const carried = status.indicators.map(carriedMark)
  const spoken = carriedMoney(status, '累计支出')
  const filled = (cells: readonly FormCell[], used: number): FormCell[] =>
    used < width ? [...cells, text('', width - used)] : [...cells]
  return {
    name: sheetName(status.project),
    title: table.title,
    lead: [[asOfText(status.asOf, reached)]],
    widths: [...widths, ...Array.from({ length: more }, () => 10)],
    heads: [{ from: BEFORE_INDICATORS + (spoken === '' ? 0 : 1), rows: 1 }],
    rows: [
      [head('项目编码'), text(table.code, 2), head('项目名称'), text(table.name, width - 4)],
      [head('部门'), text(table.department, width - 2), head('单位：万元')],
      [
        head('预算规模及资金用途', 1, 2),
        head('预算数'),
        word(table.budget.total),
        head('其中：财政资金'),
        word(table.budget.fiscal),
        head('其他资金'),
        word(table.budget.other, width - 6),
      ],
      [text(table.purpose, width - 1)],
      filled(
        [head('资金支出计划（%）', 1, 4), head('节点'), ...table.schedule.map(({ name }) => head(name))],
        months + BESIDE,
      ),
      filled([head('计划'), ...table.schedule.map(({ printed }) => word(printed))], months + BESIDE),
      filled([head('实际执行率'), ...table.schedule.map(({ actual }) => word(actual))], months + BESIDE),
      filled(
        [
          head('实际累计支出'),
          ...status.schedule.map(({ day }) => spentCell(totalAt(status.spending, day), day > status.asOf)),
        ],
        months + BESIDE,
      ),
      ...(spoken === '' ? [] : [[head('支出填报时点'), text(spoken, width - 1)]]),
      [head('绩效目标'), text(table.goals.join('\n'), width - 1)],
      [...table.heads.map((name) => head(name)), head('实际完成值'), head('状态', 1 + more)],
      ...table.rows.map((row, index) => [
        ...(row.span > 0 ? [head(row.level1, 1, row.span)] : []),
        text(row.level2),
        text(row.level3),
        text(row.description),
        text(row.target),
        ...(table.weighted ? [word(row.weight)] : []),
        text(row.basis),
        text(
          row.actual === '—' ? row.word : actualText({ actual: row.actual, carried: carried[index] ?? '' }),
        ),
        text(row.word, 1 + more),
      ]),
    ],
  }
}

function spentCell(spent: Money | null, later: boolean): FormCell {
  return later ? word('未到期') : amountCell(spent, '未填报')
}
