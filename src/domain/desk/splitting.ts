import type { IndicatorActual, Measure, Measures } from '../ledger/entry'
import { effectiveEntries } from '../ledger/ledger'
import { daysAfter, firstDayOfYear, lastDayOfYear, type Day } from '../time/day'
import type { ProjectDesk } from './projectDesk'

/** A part as it is typed: one that stands has its id, a new one none. */
export type TypedPart = Omit<Measure, 'id'> & { readonly id?: string }

/** What a split of an indicator comes to: from which day on, into which parts, which reported values keep their days, and which count no more. */
export interface Splitting {
  readonly day: Day
  readonly measures: readonly Measure[]
  readonly stays: readonly IndicatorActual[]
  readonly falls: readonly IndicatorActual[]
}

/**
 * Dates a split as an approved change is dated: what was reported or closed before it keeps its value and judgement, so it holds from the day after
 * the last of them on, else from the year's first day. At the year's end there is no day after: what stands there falls away and is named (domain.md §5, §6).
 * A part that stands keeps its id and its values; a new one gets an id that nobody's value bears.
 */
export function splitting(
  { grid, slice }: Pick<ProjectDesk, 'grid' | 'slice'>,
  indicator: string,
  parts: readonly TypedPart[],
): Splitting {
  const last = lastDayOfYear(grid.year)
  const about = effectiveEntries(slice, { asOf: last, knownAt: null }).filter(
    ({ subject }) => subject === indicator,
  )
  const actuals = about.filter((entry): entry is IndicatorActual => entry.kind === 'indicator-actual')
  const splits = about.filter((entry): entry is Measures => entry.kind === 'measures')
  const before = [
    ...actuals.map(({ effectiveOn }) => effectiveOn),
    ...grid.columns.flatMap(({ state, day }) => (state === 'closed' ? day : [])),
  ].map((own) => daysAfter(own, 1))
  const from = [firstDayOfYear(grid.year), ...splits.map(({ effectiveOn }) => effectiveOn), ...before]
    .sort()
    .at(-1)
  const day = from === undefined || from > last ? last : from
  const measures = withIds(indicator, parts, [
    ...actuals.flatMap(({ measure }) => measure ?? []),
    ...splits.flatMap((split) => split.measures.map(({ id }) => id)),
  ])
  const ids = new Set<string | null>(measures.map(({ id }) => id))
  const lastOf = new Map(
    actuals.map((entry) => [`${entry.effectiveOn} ${entry.measure} ${entry.author}`, entry]),
  )
  const standing = [...lastOf.values()]
  return {
    day,
    measures,
    stays: standing.filter(({ effectiveOn }) => effectiveOn < day),
    falls: standing.filter(({ effectiveOn, measure }) => effectiveOn >= day && !ids.has(measure)),
  }
}

function withIds(indicator: string, parts: readonly TypedPart[], used: readonly string[]): Measure[] {
  const taken = new Set([...used, ...parts.flatMap(({ id }) => id ?? [])])
  let next = 0
  return parts.map(({ id, name, judged, buildsUp }) => {
    let own = id
    while (own === undefined) {
      next += 1
      const free = `${indicator}/${next}`
      if (!taken.has(free)) own = free
    }
    return { id: own, name, judged, buildsUp }
  })
}
