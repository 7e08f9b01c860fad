import type { Moment } from '@/domain/ledger/entry'
import type { Day } from '@/domain/time/day'

/** Tells the moment it is, in ISO 8601 UTC with milliseconds; tests hand in one of their own. */
export interface Clock {
  now(): Moment
}

/** The clock of the machine the service runs on: the one place of the service that reads it. */
export const machineClock: Clock = { now: () => new Date().toISOString() }

const CHINA = 8 * 3_600_000

/** The calendar day of a moment at +08:00, whatever zone the machine is in: the day a bureau means by today. */
export function dayInChina(moment: Moment): Day {
  return new Date(Date.parse(moment) + CHINA).toISOString().slice(0, 10) as Day
}

/** A moment some milliseconds later (or earlier). */
export function after(moment: Moment, milliseconds: number): Moment {
  return new Date(Date.parse(moment) + milliseconds).toISOString()
}
