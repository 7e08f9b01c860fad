import type { Decimal } from '../number/decimal'
import type { IndicatorId, ProjectId } from '../plan/plan'

/** A cell of a 绩效目标表 as the plan file names it (`name`, `goals`, `schedule.03`, `target`); `indicator` is `null` for a cell of the head. */
export interface PlanCell {
  readonly project: ProjectId
  readonly indicator: IndicatorId | null
  readonly cell: string
}

interface Found {
  readonly where: readonly PlanCell[]
}

/**
 * Something in the published tables that is worth asking about (D): nothing here is an error, and nothing is changed by it. `where` names every cell it is
 * about, in the document's order.
 */
export type TableCheck =
  | (Found & { readonly kind: 'same-project-name' | 'same-indicator-name'; readonly name: string })
  | (Found & { readonly kind: 'budget-parts'; readonly difference: Decimal })
  | (Found & { readonly kind: 'blank-checkpoint'; readonly month: number })
  | (Found & { readonly kind: 'schedule-unset' | 'no-indicators' })
  | (Found & {
      readonly kind: 'schedule-falls'
      readonly percent: Decimal
      readonly before: { readonly month: number; readonly percent: Decimal }
    })
  | (Found & {
      readonly kind: 'schedule-not-ending-at-100'
      readonly month: number
      readonly percent: Decimal
    })
  | (Found & { readonly kind: 'two-measures'; readonly measures: readonly string[] })
  | (Found & { readonly kind: 'not-literal'; readonly reason: 'saving' | 'harm' })
  | (Found & { readonly kind: 'rate-without-unit' })
  | (Found & { readonly kind: 'rate-in-another-unit'; readonly unit: string })
  | (Found & { readonly kind: 'copied-goals' })
  | (Found & { readonly kind: 'copied-indicator'; readonly name: string })
  | (Found & { readonly kind: 'weights-sum'; readonly total: Decimal })
  | (Found & { readonly kind: 'weight-missing' })
