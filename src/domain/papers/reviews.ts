import type { Appraisal, Moment, ReEvaluation, Void } from '../ledger/entry'
import type { Slice } from '../ledger/ledger'
import { standingEntries } from '../ledger/standingEntries'

/** What an evaluator said of a sheet: 复评, or 绩效评价. */
export type Review = ReEvaluation | Appraisal

/** A 复评 or 绩效评价 of a project, and the void that took it back (`null` while it stands). */
export interface KeptReview {
  readonly entry: Review
  readonly withdrawn: Void | null
  /** The later one that scores every row of it anew, so that nothing of it counts; `null` where there is none. */
  readonly replaced: Review | null
}

/** Every 复评, or 绩效评价, of a project as it was known at a moment, in the order of writing; what was taken back stays with who did so and why (domain.md §6). */
export function reviewsOf(
  slice: Slice,
  subject: string,
  kind: Review['kind'],
  knownAt: Moment | null,
): readonly KeptReview[] {
  const standing = standingEntries(slice, knownAt)
  const voids = new Map(
    standing.filter((entry) => entry.kind === 'void').map((entry) => [entry.entry, entry] as const),
  )
  const stands = new Set(standing.map(({ id }) => id))
  return slice
    .filter((entry): entry is Review => entry.kind === kind && entry.subject === subject)
    .filter(({ id }) => stands.has(id) || voids.has(id))
    .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0))
    .map((entry, index, all) => ({
      entry,
      withdrawn: stands.has(entry.id) ? null : (voids.get(entry.id) ?? null),
      replaced: all.slice(index + 1).find((later) => stands.has(later.id) && covers(later, entry)) ?? null,
    }))
}

function covers(later: Review, earlier: Review): boolean {
  const rows = new Set(later.rows.map(({ row }) => row))
  return earlier.rows.every(({ row }) => rows.has(row))
}

/** Those that were taken back. */
export function withdrawnOf(reviews: readonly KeptReview[]): readonly KeptReview[] {
  return reviews.filter(({ withdrawn }) => withdrawn !== null)
}
