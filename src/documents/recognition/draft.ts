import type { PlanShape } from '../planShape'
import type { SourcePlace } from './traced'

type Blankable<T> = [T] extends [string | null | undefined]
  ? string | null
  : [T] extends [number | null]
    ? number | null
    : T extends readonly (infer I)[]
      ? readonly Blankable<I>[]
      : T extends object
        ? { readonly [K in keyof T]: Blankable<T[K]> }
        : T

/** A plan as a document states it, in the shape of the plan file; what it does not state is `null`, in every cell (DOMAIN.md §2). */
export type PlanDraft = Blankable<PlanShape>

/** What a person states because the document does not, or because it is to be read differently; it never replaces a cell of a table. */
export interface Stated {
  readonly year?: number
  readonly code?: string
  readonly title?: string
  readonly published?: string
}

/** What recognition could not make out or thinks worth a look, by kind; the source stays as printed. */
export type RecognitionIssueKind =
  | 'no-performance-table'
  | 'table-left'
  | 'table-partly-read'
  | 'cell-not-understood'
  | 'text-not-understood'
  | 'row-not-aligned'
  | 'blank-row'
  | 'not-stated'
  | 'blank-cell'
  | 'not-an-amount'
  | 'not-a-rate'
  | 'month-repeated'
  | 'schedule-in-amounts'
  | 'converted-from-yuan'
  | 'stated-twice'
  | 'title-differs'
  | 'department-differs'
  | 'fact-incomplete'
  | 'fact-in-another-unit'

/** One thing to look at in a document: where it stands with its source text, and the path of the draft's value it is about, where it is about one. */
export interface RecognitionIssue {
  readonly kind: RecognitionIssueKind
  readonly path: string | null
  readonly from: SourcePlace | null
}

/** A plan read from a document: the values, and by path (`projects[2].schedule.10`) the place each was read from. */
export interface Draft {
  readonly plan: PlanDraft
  readonly sources: ReadonlyMap<string, SourcePlace>
}

/** What recognition gives: all it understood, and everything it did not (STYLE.md 3). */
export interface Recognition {
  readonly draft: Draft
  readonly issues: readonly RecognitionIssue[]
}
