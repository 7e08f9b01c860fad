import { countingSlice } from '../ledger/aside'
import { firstReading, writtenFirst } from '../ledger/firstReading'
import { sliceOf, type CountingSlice, type Ledger } from '../ledger/ledger'
import type { Decimal } from '../number/decimal'
import type { Money } from '../number/money'
import type { Plan, Project } from '../plan/plan'
import type { Preset } from '../plan/preset'
import { projectStatus } from '../status/projectStatus'
import { totalAt, type SpendingLine } from '../status/spending'
import { lastDayOfYear, type Day } from '../time/day'
import { evaluationBasis } from './schemeInForce'
import { selfEvaluation, type Outcome } from './sheet'

/** A figure as the first version read it and as it is read now. */
interface Moved<Value> {
  readonly before: Value
  readonly after: Value
}

/** The points of a sheet, whole or so far. */
interface Points {
  readonly points: Decimal
  readonly complete: boolean
}

/** The figures of one project that the reading of schema 1 moved: totals by day, and the points of the year's sheet (`null` where they did not move). */
export interface MovedProject {
  readonly project: Project
  readonly totals: readonly ({ readonly day: Day } & Moved<Money | null>)[]
  readonly score: Moved<Points> | null
}

/**
 * What moved by reading old entries as today's rules do, old → new (domain.md §6): of every project the totals at its checkpoints, at the year's end and on the days of
 * its spending, up to a day, and the points of its sheet. Only entries of schema 1 are compared, so that what was entered since moves nothing.
 */
export function movedFigures(
  plan: Plan,
  ledger: Ledger,
  preset: Preset,
  until: Day,
): readonly MovedProject[] {
  const first = writtenFirst(ledger)
  if (first.ids.size === 0) return []
  const basis = evaluationBasis(plan, ledger, preset, null)
  const standpoint = { asOf: lastDayOfYear(plan.year), knownAt: null }
  return plan.projects.flatMap((project) => {
    if (sliceOf(first, project.id).length === 0) return []
    const [old, now] = [firstReading(first, project.id), countingSlice(first, project.id)]
    const [before, after] = [old, now].map(
      (slice) => projectStatus(project, slice, standpoint, preset).spending,
    )
    const totals = movedTotals(
      before ?? [],
      after ?? [],
      [...project.schedule, { day: standpoint.asOf }],
      until,
    )
    const points = (slice: CountingSlice) => pointsOf(selfEvaluation(project, slice, basis).outcome)
    const score = { before: points(old), after: points(now) }
    const scored =
      !score.before.points.eq(score.after.points) || score.before.complete !== score.after.complete
    return totals.length > 0 || scored ? [{ project, totals, score: scored ? score : null }] : []
  })
}

function movedTotals(
  before: readonly SpendingLine[],
  after: readonly SpendingLine[],
  checkpoints: readonly { readonly day: Day }[],
  until: Day,
): MovedProject['totals'] {
  const spent = [...before, ...after].map(({ entry }) => ({ day: entry.effectiveOn }))
  const days = [...new Set([...checkpoints, ...spent].map(({ day }) => day))].filter((day) => day <= until)
  return days.sort().flatMap((day) => {
    const own = { day, before: totalAt(before, day), after: totalAt(after, day) }
    return sameTotal(own) ? [] : [own]
  })
}

function sameTotal({ before, after }: Moved<Money | null>): boolean {
  return before === null || after === null ? before === after : before.eq(after)
}

function pointsOf(outcome: Outcome): Points {
  return outcome.kind === 'complete'
    ? { points: outcome.total, complete: true }
    : { points: outcome.scored, complete: false }
}
