import type { CountingSlice, Standpoint } from '../ledger/ledger'
import type { Measure } from '../ledger/entry'
import { Decimal, ZERO } from '../number/decimal'
import type { Preset } from '../plan/preset'
import type { Project } from '../plan/plan'
import { canBuildUp, type Target } from '../plan/target'
import type { Day } from '../time/day'
import { readActual } from './actual'
import type { AttainmentLight, Reported } from './attainment'
import type { MeasureStatus } from './indicatorStatus'
import { projectStatus, type ProjectStatus } from './projectStatus'

/** How one measured thing stood on a day, against the target of that day: `to-come` lies after the day looked at or is not due on it, `unset` is a blank checkpoint with nothing to judge. `margin` is the part of the threshold by which the value is on the allowed side (below zero: missed); `null` where it is no such quantity. */
export interface HistoryPoint {
  readonly day: Day
  readonly kind: 'stood' | 'unset' | 'to-come'
  readonly target: Target
  readonly light: AttainmentLight
  readonly reported: Reported | null
  readonly margin: Decimal | null
  readonly carried: boolean
}

/** One measured thing of an indicator at every checkpoint and on the day looked at, oldest first; `estimate` is its 全年预计 where that reads as a figure. */
export interface PartHistory {
  readonly measure: Measure | null
  readonly points: readonly HistoryPoint[]
  readonly estimate: { readonly value: Decimal; readonly margin: Decimal | null } | null
}

/** Every indicator of a project at its checkpoints, by id. */
export type ProjectHistory = ReadonlyMap<string, readonly PartHistory[]>

/**
 * How far a value lies on the allowed side of its target, as a part of the threshold: ≥ (v − t) ÷ t, ≤ (t − v) ÷ t, = 0 or above, a range 0 inside (domain.md §5).
 * Exact and never rounded, so that a missed value is never at the threshold (but for > and <, where being at it is a miss); `null` where the threshold is 0 or the target no quantity.
 */
export function marginOf(target: Target, value: Decimal): Decimal | null {
  if (target.kind === 'range') {
    const bound = value.lt(target.low) ? target.low : value.gt(target.high) ? target.high : null
    if (bound === null) return ZERO
    return bound.isZero() ? null : value.minus(bound).abs().div(bound.abs()).neg()
  }
  if (target.kind !== 'threshold' || target.value.isZero()) return null
  const above = value.minus(target.value).div(target.value.abs())
  return target.comparator === '<=' || target.comparator === '<' ? above.neg() : above
}

/** The days a history has: every checkpoint, and the day looked at where it is none. */
function daysOf({ schedule, asOf }: ProjectStatus): Day[] {
  const days = schedule.map(({ day }) => day)
  return days.includes(asOf) ? days : [...days, asOf].sort()
}

/** How the indicators of a project stood at its checkpoints, each as it was on that day by what is known at the standpoint (domain.md §5–6). */
export function projectHistory(
  project: Project,
  slice: CountingSlice,
  standpoint: Standpoint,
  preset: Preset,
): ProjectHistory {
  const now = projectStatus(project, slice, standpoint, preset)
  const blank = new Set(now.schedule.filter(({ percent }) => percent === null).map(({ day }) => day))
  const then = daysOf(now).map((day) => ({
    day,
    status: day > now.asOf ? null : projectStatus(project, slice, { ...standpoint, asOf: day }, preset),
  }))
  return new Map(
    now.indicators.map((own, place) => [
      own.indicator.id,
      own.parts.map(({ measure, entry }): PartHistory => {
        const estimate = entry?.fullYear ? readActual(entry.fullYear, own.target) : null
        return {
          measure,
          points: then.map(({ day, status }) => pointOf(day, status, place, measure, own.target, blank)),
          estimate:
            estimate?.kind === 'accepted'
              ? { value: estimate.value, margin: marginOf(own.target, estimate.value) }
              : null,
        }
      }),
    ]),
  )
}

/** A total that builds up is judged by what is due: its margin is its judgement's. */
function marginIn({ measure, reported, attainment }: MeasureStatus, target: Target): Decimal | null {
  if (reported?.kind !== 'number') return null
  if (measure?.buildsUp !== true || !canBuildUp(target)) return marginOf(target, reported.value)
  return attainment.kind === 'missed' ? (attainment.ratio?.minus(1) ?? null) : ZERO
}

function pointOf(
  day: Day,
  status: ProjectStatus | null,
  place: number,
  measure: Measure | null,
  present: Target,
  blank: ReadonlySet<Day>,
): HistoryPoint {
  const own = status?.indicators[place]
  const part = own?.parts.find((candidate) => candidate.measure?.id === measure?.id)
  const target = own?.target ?? present
  const reported = part?.reported ?? null
  const light = part?.light ?? (own ? 'not-judged' : 'not-due')
  const empty = light === 'not-due' || (blank.has(day) && reported === null)
  return {
    day,
    kind: own && !empty ? 'stood' : own && blank.has(day) ? 'unset' : 'to-come',
    target,
    light,
    reported,
    margin: part ? marginIn(part, target) : null,
    carried: part?.carried ?? false,
  }
}
