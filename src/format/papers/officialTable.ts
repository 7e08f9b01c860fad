import type { AttainmentLight } from '@/domain/status/attainment'
import type { Plan } from '@/domain/plan/plan'
import { totalAt } from '@/domain/status/spending'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import { executionRate } from '@/domain/number/rate'
import { rateText } from '../figures'
import { indicatorValue } from '../project/projectRows'
import { indicatorWord } from '../partText'

/** A 绩效目标表 as published, cell for cell, with what was reached beside it. `span` is 0 where 一级指标 is not repeated. */
export interface OfficialTableText {
  readonly title: string
  readonly department: string
  readonly code: string
  readonly name: string
  readonly budget: { readonly total: string; readonly fiscal: string; readonly other: string }
  readonly purpose: string
  readonly schedule: readonly { readonly name: string; readonly printed: string; readonly actual: string }[]
  readonly goals: readonly string[]
  readonly heads: readonly string[]
  /** Whether the table prints 分值. */
  readonly weighted: boolean
  readonly rows: readonly {
    readonly id: string
    readonly span: number
    readonly level1: string
    readonly level2: string
    readonly level3: string
    readonly description: string
    readonly target: string
    readonly weight: string
    readonly basis: string
    readonly actual: string
    readonly light: AttainmentLight
    readonly word: string
  }[]
}

/** Lays out a project's published table; a blank cell stays blank, a blank checkpoint shows no rate to compare. */
export function officialTable(plan: Plan, status: ProjectStatus): OfficialTableText {
  const { project } = status
  const { budget } = project.printed
  const weighted = project.indicators.some(({ weight }) => weight !== undefined)
  return {
    title: `${project.position}、${project.name}绩效目标表`,
    department: `${plan.department.code}${plan.department.name}`,
    code: project.code,
    name: project.name,
    budget: { total: budget.total, fiscal: budget.fiscal ?? '', other: budget.other ?? '' },
    purpose: project.purpose,
    schedule: status.schedule.map((milestone) => ({
      name: `${milestone.month}月底`,
      printed: project.printed.schedule[String(milestone.month).padStart(2, '0')] ?? '',
      actual: rateAt(status, milestone),
    })),
    goals: project.goals,
    heads: [
      '一级指标',
      '二级指标',
      '三级指标',
      '绩效指标描述',
      '指标值',
      ...(weighted ? ['分值'] : []),
      '指标值确定依据',
    ],
    weighted,
    rows: status.indicators.map((own, index) => {
      const { indicator } = own
      return {
        id: indicator.id,
        span: groupSpan(status, index),
        level1: indicator.level1,
        level2: indicator.level2,
        level3: indicator.level3,
        description: indicator.description,
        target: indicator.target.text,
        weight: indicator.weight ?? '',
        basis: indicator.basis,
        actual: indicatorValue(own),
        light: own.light,
        word: indicatorWord(own),
      }
    }),
  }
}

function groupSpan(status: ProjectStatus, index: number): number {
  const levels = status.indicators.map(({ indicator }) => indicator.level1)
  if (index > 0 && levels[index - 1] === levels[index]) return 0
  const end = levels.findIndex((level, later) => later > index && level !== levels[index])
  return (end === -1 ? levels.length : end) - index
}

function rateAt(status: ProjectStatus, { day, percent }: ProjectStatus['schedule'][number]): string {
  if (day > status.asOf) return '未到期'
  const spent = totalAt(status.spending, day)
  const rate = executionRate(spent, status.budget)
  return rate.kind === 'unreported' ? '未填报' : rateText(rate, 2, percent)
}
