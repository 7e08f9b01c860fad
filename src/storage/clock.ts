import type { Day } from '@/domain/time/day'
import type { Moment } from '@/domain/ledger/entry'
import { whenPageReturns } from './tabs'

/** The machine's calendar day in its own time zone: the only place the product reads the clock (STYLE.md 10). */
export function today(): Day {
  return dayOf(now())
}

/** The calendar day of a moment in the machine's time zone. */
export function dayOf(moment: Moment): Day {
  const date = new Date(moment)
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}` as Day
}

/** This moment as ISO 8601 in UTC with milliseconds, as entries record it. */
export function now(): Moment {
  return new Date().toISOString()
}

/** The last moment of a calendar day in the machine's time zone: until then, what was recorded that day was known. */
export function endOfDay(day: Day): Moment {
  return new Date(`${day}T23:59:59.999`).toISOString()
}

const TICK = 5_000

/** Calls back every few seconds, and when somebody comes back to the page (a sleeping machine runs no timers). Returns how to stop. */
export function ticks(told: () => void): () => void {
  const timer = setInterval(told, TICK)
  const stopReturning = whenPageReturns(told)
  return () => {
    clearInterval(timer)
    stopReturning()
  }
}
