import type { Decimal } from '../number/decimal'
import type { ProjectStatus } from './projectStatus'

/** What projects can be sorted by besides their rank: their place in the document, amounts, rate, points off the plan. */
const KEYS = new Map<string, (status: ProjectStatus) => Decimal | number | null>(
  Object.entries({
    name: ({ project }) => project.position,
    spent: ({ spent }) => spent,
    budget: ({ budget }) => budget,
    rate: ({ rate }) => (rate.kind === 'rate' ? rate.percent : null),
    gap: ({ standing }) => ('points' in standing ? standing.points : null),
  } satisfies Record<string, (status: ProjectStatus) => Decimal | number | null>),
)

/** Whether a `sort` of an address names a column: `rate`, or `-rate` for falling. */
export function sortable(sort: string): boolean {
  return KEYS.has(sort.replace(/^-/, ''))
}

/** Sorts ranked projects by a column (`rate`, or `-rate` for falling), exactly; what has no such figure stands last either way, equals keep their rank, and an unknown column changes nothing. */
export function sortedProjects(
  ranked: readonly ProjectStatus[],
  sort: string | null,
): readonly ProjectStatus[] {
  const key = KEYS.get(sort?.replace(/^-/, '') ?? '')
  if (!sort || !key) return ranked
  const sign = sort.startsWith('-') ? -1 : 1
  return [...ranked].sort((a, b) => {
    const [one, other] = [key(a), key(b)]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return sign * (typeof one === 'number' ? one - Number(other) : one.cmp(other))
  })
}
