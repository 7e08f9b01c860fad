import type { Entry } from './entry'

/** How many entries are about each subject of a plan: what a new version of the plan must not leave behind unseen. */
export function filledSubjects(entries: readonly Entry[], plan: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const entry of entries) {
    if (entry.plan === plan) counts[entry.subject] = (counts[entry.subject] ?? 0) + 1
  }
  return counts
}
