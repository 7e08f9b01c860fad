import type { Moment, ProjectManager } from '../ledger/entry'
import { kindsIn, type Slice } from '../ledger/ledger'
import { standingEntries } from '../ledger/standingEntries'

/** Who enters for a project: the last one named, `null` when nobody was (then any manager may, D). */
export function managerOf(project: string, slice: Slice, knownAt: Moment | null = null): string | null {
  if (!kindsIn(slice).has('project-manager')) return null
  return (
    standingEntries(slice, knownAt)
      .filter(
        (entry): entry is ProjectManager => entry.kind === 'project-manager' && entry.subject === project,
      )
      .at(-1)?.manager ?? null
  )
}
