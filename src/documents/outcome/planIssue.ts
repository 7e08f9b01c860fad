import type { Decimal } from '@/domain/number/decimal'

/** What an issue takes away: everything, a project, an indicator, another part (a stated fact, a department goal, a listed plan), or nothing. */
export type IssueSeverity = 'file' | 'project' | 'indicator' | 'part' | 'note'

/** A row of the plan: its place in the file's order (from 1) and what it is called there, `null` where that cannot be read. */
export interface RowPlace {
  readonly position: number
  readonly name: string | null
}

/** The table or row that a cell stands in. */
export type IssueOwner =
  | { readonly kind: 'file' }
  | { readonly kind: 'facts' }
  | ({ readonly kind: 'listed-plan' | 'goal' | 'project' } & RowPlace)
  | ({ readonly kind: 'indicator'; readonly project: RowPlace } & RowPlace)

/** What stands in the cell: nothing at all, a blank, a text as written, or another kind of value. */
export type Found =
  | { readonly type: 'nothing' | 'blank' | 'list' | 'object' }
  | { readonly type: 'text' | 'number' | 'boolean'; readonly text: string }

/** What is wrong, by kind, with the figures it takes to say so. */
export type IssueDetail =
  | { readonly kind: 'empty-file' | 'html-page' | 'not-utf8' }
  | {
      readonly kind: 'not-json'
      readonly line: number
      readonly column: number
      readonly character: string | null
    }
  | { readonly kind: 'wrong-schema-version'; readonly supported: number; readonly newer: boolean }
  | { readonly kind: 'missing-cell' | 'blank-cell' | 'repeated-cell' | 'unknown-cell' | 'no-rows' }
  | { readonly kind: 'wrong-type'; readonly expected: 'text' | 'number' | 'list' | 'object' }
  | { readonly kind: 'not-an-amount' | 'negative-amount' | 'not-a-rate' | 'rate-out-of-range' }
  | { readonly kind: 'not-a-month' | 'not-a-day' | 'not-a-year' | 'not-a-file-name' }
  | { readonly kind: 'schedule-falls'; readonly before: { readonly month: number; readonly text: string } }
  | { readonly kind: 'schedule-not-ending-at-100' | 'schedule-unset' }
  | { readonly kind: 'unknown-comparator' }
  | { readonly kind: 'wrong-id' | 'wrong-position'; readonly expected: string }
  | { readonly kind: 'duplicate-id'; readonly first: number }
  | { readonly kind: 'budget-parts-differ'; readonly total: Decimal; readonly parts: Decimal }

/** One thing wrong in a plan file: the cell by path (`projects[2].schedule.10`) and by place, what stands there, and what it costs. */
export type PlanIssue = IssueDetail & {
  readonly severity: IssueSeverity
  readonly path: string
  readonly place: { readonly owner: IssueOwner; readonly cell: string | null }
  readonly found: Found
}
