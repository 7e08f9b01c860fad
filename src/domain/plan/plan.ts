import type { Flavoured } from './flavoured'
import type { Day } from '../time/day'
import type { Money } from '../number/money'
import type { Schedule } from './schedule'
import type { Target } from './target'

/** `<plan>/<position>`: ids are positions in the document, never codes or names (domain.md §2). */
export type ProjectId = Flavoured<string, 'project'>
/** `<plan>/<project position>/<indicator position>`. */
export type IndicatorId = Flavoured<string, 'indicator'>

/** One row of a 绩效目标表, texts as printed, the 指标值 read into a target. */
export interface Indicator {
  readonly id: IndicatorId
  readonly level1: string
  readonly level2: string
  readonly level3: string
  readonly description: string
  readonly target: Target
  readonly basis: string
  /** 分值 as printed; absent where the table has no such column, `null` where its cell is blank. */
  readonly weight?: string | null
}

/** One 项目绩效目标表. `printed` keeps the money and rate cells verbatim beside their meaning. */
export interface Project {
  readonly id: ProjectId
  readonly position: number
  readonly code: string
  readonly name: string
  readonly budget: Money
  readonly printed: {
    readonly budget: { readonly total: string; readonly fiscal: string | null; readonly other: string | null }
    readonly schedule: Readonly<Record<string, string | null>>
  }
  readonly purpose: string
  readonly schedule: Schedule
  readonly goals: readonly string[]
  readonly indicators: readonly Indicator[]
}

/** One 分项绩效目标 of the department with its unquantified indicators, as printed. */
export interface DepartmentGoal {
  readonly id: string
  readonly title: string
  readonly goal: string
  readonly indicators: readonly string[]
}

/** A year's published targets of one department (domain.md §2). `facts` are the department's stated figures, verbatim. */
export interface Plan<Facts = DepartmentFacts> {
  readonly id: string
  readonly year: number
  readonly department: { readonly code: string; readonly name: string }
  /** `published` is `null` where the document bears no date. */
  readonly source: { readonly title: string; readonly published: Day | null }
  readonly facts: Facts | null
  readonly departmentGoals: readonly DepartmentGoal[]
  readonly projects: readonly Project[]
}

/** A stated change against another year, its direction in the document's word (增长, 减少). */
export interface StatedChange {
  readonly direction: string
  readonly amount: string
  readonly reason: string | null
}

/** The department facts of the disclosure as verbatim figures in 万元; what a document does not state is `null` (domain.md §1). */
export interface DepartmentFacts {
  readonly departmentNames: readonly { readonly name: string; readonly where: string }[]
  readonly overallGoals: readonly string[]
  readonly measures: readonly string[]
  readonly income: Readonly<
    Record<'total' | 'generalBudget' | 'governmentFund' | 'fiscalAccount' | 'other', string | null>
  >
  readonly expenditure: Readonly<
    Record<'total' | 'basic' | 'personnel' | 'dailyPublic' | 'projects' | 'other', string | null>
  > & { readonly projectItems: readonly { readonly name: string; readonly amount: string }[] }
  readonly change: {
    readonly againstYear: number
    readonly total: StatedChange
    readonly basic: StatedChange
    readonly projects: StatedChange
  } | null
  readonly operating: string | null
  readonly threePublic: {
    readonly total: string
    readonly previous: string | null
    readonly reduction: string | null
    readonly items: readonly {
      readonly name: string
      readonly amount: string
      readonly change: string | null
      readonly reason: string | null
    }[]
  } | null
  readonly procurement: {
    readonly total: string
    readonly generalBudget: string | null
    readonly governmentFund: string | null
    readonly other: string | null
    readonly items: readonly {
      readonly source: string
      readonly name: string
      readonly catalogue: string
      readonly unit: string
      readonly quantity: string
      readonly unitPrice: string
      readonly amount: string
    }[]
    readonly mentioned: readonly string[]
  } | null
  readonly assets: {
    readonly asOf: string
    readonly total: string
    readonly plannedPurchase: string | null
    readonly items: readonly {
      readonly name: string
      readonly quantity: string | null
      readonly value: string | null
    }[]
  } | null
}
