import type { Day } from '@/domain/time/day'
import { sumMoney } from '@/domain/number/money'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import { amount } from '../figures'
import { asOfText } from '../words'

/** What a file of forms will hold, said before it is made: how many, of what total, as of when; what nobody reported is not in the sum. */
export function holdsText(
  what: string,
  projects: readonly ProjectStatus[],
  asOf: Day,
  measure: '张' | '个' = '张',
  reached: Day = asOf,
): string {
  const indicators = projects.reduce((sum, { project }) => sum + project.indicators.length, 0)
  const spent = projects.flatMap((status) => status.spent ?? [])
  const silent = projects.length - spent.length
  const reported =
    spent.length === 0
      ? '支出未填报'
      : `支出 ${amount(sumMoney(spent), 'wan')} 万元${silent > 0 ? `（${silent} 个项目未填报，未计入）` : ''}`
  const budget = amount(sumMoney(projects.map((status) => status.budget)), 'wan')
  return `${what} ${projects.length} ${measure}、${indicators} 项指标，预算 ${budget} 万元，${reported}，${asOfText(asOf, reached)}`
}
