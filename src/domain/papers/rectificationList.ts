import type { ReEvaluation } from '../ledger/entry'
import type { Slice } from '../ledger/ledger'
import { standingEntries } from '../ledger/standingEntries'
import type { ProjectStatus } from '../status/projectStatus'
import { lastDayOfYear, type Day } from '../time/day'
import { managerOf } from '../work/manager'
import { rectifications, type RectificationCase } from '../work/round'

/** Where a 整改要求 came from (domain.md §12). */
export type RectificationSource = 'monitoring' | 'self-evaluation' | 're-evaluation'

/** A 整改要求 with where it came from, who answers for it and what came of it. */
export interface RectificationLine extends RectificationCase {
  readonly source: RectificationSource
  /** Who enters for the project; `null` where nobody was named. */
  readonly manager: string | null
  /** How the project stood on the day it is about: what the problem was; `null` of the department. */
  readonly status: ProjectStatus | null
}

/** The 整改 of a project or plan over the year: one about a day before the year's end came of monitoring, one about its end of the self-evaluation, or of the 复评 once its writer had made one (D). `statusOn` tells how a project stood on a day. */
export function rectificationLines(
  subject: string,
  slice: Slice,
  year: number,
  knownAt: string | null,
  statusOn: ((day: Day) => ProjectStatus) | null = null,
): RectificationLine[] {
  const end: Day = lastDayOfYear(year)
  const reviews = standingEntries(slice, knownAt).filter(
    (entry): entry is ReEvaluation => entry.kind === 're-evaluation',
  )
  return rectifications(slice, knownAt).map((own) => ({
    ...own,
    manager: managerOf(subject, slice, knownAt),
    status: statusOn?.(own.asked.effectiveOn) ?? null,
    source:
      own.asked.effectiveOn < end
        ? 'monitoring'
        : reviews.some(
              ({ author, recordedAt }) => author === own.asked.author && recordedAt <= own.asked.recordedAt,
            )
          ? 're-evaluation'
          : 'self-evaluation',
  }))
}
