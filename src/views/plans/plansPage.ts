import type { Day } from '@/domain/time/day'
import type { DepartmentStatus } from '@/domain/status/departmentStatus'
import type { Plan } from '@/domain/plan/plan'
import type { Preset } from '@/domain/plan/preset'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import { amount, rateText, targetText, type MoneyUnit } from '@/format/figures'
import { indicatorCards, type IndicatorCard } from '@/format/project/indicatorCards'
import { fullDay, LIGHT_WORD } from '@/format/words'

/** One plan among others, in words and figures. */
export interface PlanLine {
  readonly budget: string
  readonly spent: string
  readonly rate: string
  readonly indicators: string
  readonly asOf: string
}

/** The figures of one plan beside others; what nobody reported is said, never 0. */
export function planLine(department: DepartmentStatus, asOf: Day, unit: MoneyUnit): PlanLine {
  const { met, unreported, total } = department.indicators
  const some = department.unreported.length
  return {
    budget: amount(department.budget, unit),
    spent: department.spent === null ? '未填报' : amount(department.spent, unit),
    rate:
      department.spent === null
        ? '—'
        : `${rateText(department.rate)}${some > 0 ? `（${some} 个项目未填报）` : ''}`,
    indicators:
      unreported === total
        ? `${total} 项，均未填报`
        : `${total} 项，达标 ${met}${unreported > 0 ? `，未填报 ${unreported}` : ''}`,
    asOf: fullDay(asOf),
  }
}

/** One line of a project over the years: a cell a year, `null` where that year has no such line. */
export interface YearLine {
  readonly name: string
  readonly cells: readonly (string | null)[]
}

/** A project over the years: its money, then each indicator by its printed name; `null` where a year does not print it. */
export function yearLines(
  years: readonly { readonly plan: Plan; readonly status: ProjectStatus }[],
  unit: MoneyUnit,
  preset: Preset,
): { readonly money: readonly YearLine[]; readonly indicators: readonly YearLine[] } {
  const rows = years.map(({ status }) => indicatorCards(status, preset))
  const keyed = rows.map((own) => new Map(own.map((row, index) => [nameKey(own, index), row])))
  const names = [...new Set(keyed.flatMap((own) => [...own.keys()]))]
  return {
    money: [
      { name: '预算', cells: years.map(({ status }) => amount(status.budget, unit)) },
      {
        name: '支出',
        cells: years.map(({ status }) => (status.spent === null ? '未填报' : amount(status.spent, unit))),
      },
      { name: '执行率', cells: years.map(({ status }) => rateText(status.rate)) },
    ],
    indicators: names.map((name) => ({
      name,
      cells: keyed.map((own) => {
        const row = own.get(name)
        return row ? `${targetText(row.target)} · ${resultText(row)}` : null
      }),
    })),
  }
}

/** An indicator's name, numbered where the year prints it more than once. */
function nameKey(rows: readonly IndicatorCard[], index: number): string {
  const name = rows[index]?.name ?? ''
  const before = rows.slice(0, index).filter((row) => row.name === name).length
  return before === 0 ? name : `${name}（${before + 1}）`
}

function resultText({ parts, light }: IndicatorCard): string {
  if (light === 'unreported') return LIGHT_WORD.unreported
  return `${parts.map(({ text }) => text).join('、')} ${LIGHT_WORD[light]}`
}
