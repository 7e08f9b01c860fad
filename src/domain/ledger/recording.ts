import type { Entry, Moment } from './entry'
import { departmentKey, sliceKey, sliceOf, type Ledger, type Slice } from './ledger'

/** How far a clock may be off before it is said, and an arriving entry in the future before it waits, in ms. */
export const CLOCK_TOLERANCE = 120_000

/** When new entries are recorded; `behind` is the moment the ledger has already reached where the clock lies further behind it than is tolerated, else `null`. */
export interface Recording {
  readonly recordedAt: Moment
  readonly behind: Moment | null
}

/** The moment for new entries about some subjects (domain.md §6): the later of the clock and just after the newest entry of their projects' slices and of the plan's, so that what is written now is never older than what it answers. */
export function recordingFor(ledger: Ledger, subjects: readonly string[], clock: Moment): Recording {
  const keys = new Set(subjects.flatMap((subject) => [sliceKey(subject), departmentKey(subject)]))
  const newest = [...keys]
    .map((key) => newestOf(sliceOf(ledger, key)) ?? '')
    .reduce((last, moment) => (moment > last ? moment : last), '')
  if (newest < clock) return { recordedAt: clock, behind: null }
  return {
    recordedAt: new Date(Date.parse(newest) + 1).toISOString(),
    behind: Date.parse(newest) - Date.parse(clock) > CLOCK_TOLERANCE ? newest : null,
  }
}

const remembered = new WeakMap<Slice, Moment | null>()

/** The moment at which the newest entry of a slice was recorded; `null` for an empty one. Remembered, because a slice never changes. */
export function newestOf(slice: Slice): Moment | null {
  const known = remembered.get(slice)
  if (known !== undefined) return known
  const newest = slice.reduce<Moment | null>(
    (last, { recordedAt }) => (last === null || recordedAt > last ? recordedAt : last),
    null,
  )
  remembered.set(slice, newest)
  return newest
}

/** Parts arriving entries into those whose time has come and those recorded too far in the future, which wait for it so that they lift nobody (domain.md §6). */
export function partEarly(
  entries: readonly Entry[],
  clock: Moment,
): { readonly due: readonly Entry[]; readonly early: readonly Entry[] } {
  const latest = new Date(Date.parse(clock) + CLOCK_TOLERANCE).toISOString()
  return {
    due: entries.filter(({ recordedAt }) => recordedAt <= latest),
    early: entries.filter(({ recordedAt }) => recordedAt > latest),
  }
}

/** One answer of a service that tells its time: when it was asked and answered by this machine's clock, and the service's moment between the two. */
export interface TimedAnswer {
  readonly asked: Moment
  readonly answered: Moment
  readonly told: Moment
}

/**
 * By how many milliseconds a service's clock is ahead of this machine's (domain.md §6): the service told its time somewhere between question and answer, so whatever that cannot tell from `before` stays;
 * else the middle. A clock that was set back between the two tells nothing.
 */
export function clockOffset(before: number, { asked, answered, told }: TimedAnswer): number {
  const least = Date.parse(told) - Date.parse(answered)
  const most = Date.parse(told) - Date.parse(asked)
  if (Number.isNaN(least + most) || least > most) return before
  return before >= least && before <= most ? before : Math.round((least + most) / 2)
}
