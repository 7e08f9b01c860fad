import type { RecognitionIssue, SourcePlace } from '../outcome/recognitionIssue'
import type { PlanShape } from '../plan/planShape'

type Blankable<T> = [T] extends [string | null | undefined]
  ? string | null
  : [T] extends [number | null]
    ? number | null
    : T extends readonly (infer I)[]
      ? readonly Blankable<I>[]
      : T extends object
        ? { readonly [K in keyof T]: Blankable<T[K]> }
        : T

/** A plan as a document states it, in the shape of the plan file; what it does not state is `null`, in every cell (domain.md §2). */
export type PlanDraft = Blankable<PlanShape>

/** What a person states because the document does not, or because it is to be read differently; it never replaces a cell of a table. */
export interface Stated {
  readonly year?: number
  readonly code?: string
  readonly department?: string
  readonly title?: string
  readonly published?: string
  /** The projects to leave out, by their place in the document from 0. */
  readonly leftOut?: readonly number[]
  /** Names for projects whose table prints none, by their place in the document from 0. */
  readonly names?: Readonly<Record<number, string>>
}

/** A project the document holds, taken or left out, before ids are given. */
export interface Candidate {
  readonly name: string | null
  /** Whether the document prints the name itself. */
  readonly printed: boolean
  /** The id it is given; `null` when it is left out, or none can be given. */
  readonly id: string | null
  readonly left: boolean
}

/** A plan read from a document: the values, and by path (`projects[2].schedule.10`) the place each was read from. */
export interface TracedPlan {
  readonly plan: PlanDraft
  readonly sources: ReadonlyMap<string, SourcePlace>
}

/** What recognition gives: all it understood, and everything it did not (STYLE.md 3). */
export interface Recognition {
  readonly draft: TracedPlan
  readonly issues: readonly RecognitionIssue[]
  readonly candidates: readonly Candidate[]
}
