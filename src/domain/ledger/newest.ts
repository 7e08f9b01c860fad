import type { Moment } from './entry'
import type { Ledger } from './ledger'
import { CLOCK_TOLERANCE, newestOf } from './recording'

/** The moment at which the newest entry of a ledger was recorded; `null` for an empty one. Remembered slice by slice, because a slice never changes. */
export function newestMoment(ledger: Ledger): Moment | null {
  let newest: Moment | null = null
  for (const slice of ledger.slices.values()) {
    const own = newestOf(slice)
    if (own !== null && (newest === null || own > newest)) newest = own
  }
  return newest
}

/** By how many milliseconds a clock is behind the newest entry; 0 when it is not, or by no more than two minutes, which machines differ by anyway (domain.md §6). */
export function clockBehind(newest: Moment | null, now: Moment): number {
  const behind = newest === null ? 0 : Date.parse(newest) - Date.parse(now)
  return behind > CLOCK_TOLERANCE ? behind : 0
}
