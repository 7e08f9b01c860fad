import { Decimal } from '../number/decimal'

declare const isoDay: unique symbol

/** A calendar day as `YYYY-MM-DD`, without clock or zone; days compare as strings. */
export type Day = string & { readonly [isoDay]: true }

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Reads a strict `YYYY-MM-DD`; `null` for anything that is not a day of the calendar. */
export function parseDay(text: string): Day | null {
  if (!DAY.test(text)) return null
  const day = text as Day
  const [year, month, date] = [yearOf(day), monthOf(day), dateOf(day)]
  if (!year || !month || !date || month > 12 || date > daysInMonth(year, month)) return null
  return day
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

/** The number of days in a month (1–12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** The last day of a month: where a checkpoint stands (domain.md §4). */
export function endOfMonth(year: number, month: number): Day {
  return `${year}-${pad(month)}-${pad(daysInMonth(year, month))}` as Day
}

export function firstDayOfYear(year: number): Day {
  return `${year}-01-01` as Day
}

export function lastDayOfYear(year: number): Day {
  return endOfMonth(year, 12)
}

export function daysInYear(year: number): number {
  return isLeapYear(year) ? 366 : 365
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

export function monthOf(day: Day): number {
  return Number(day.slice(5, 7))
}

function dateOf(day: Day): number {
  return Number(day.slice(8, 10))
}

/** Whole days from one day to another; negative when `to` is earlier. Counted in UTC, so no zone's summer time takes a day away. */
export function daysBetween(from: Day, to: Day): number {
  return (midnight(to) - midnight(from)) / 86_400_000
}

/** The day so many days after another. */
export function daysAfter(day: Day, days: number): Day {
  return new Date(midnight(day) + days * 86_400_000).toISOString().slice(0, 10) as Day
}

function midnight(day: Day): number {
  return Date.UTC(yearOf(day), monthOf(day) - 1, dateOf(day))
}

/** Days of the year that have passed at the end of a day: 1 for 01-01. */
export function dayOfYear(day: Day): number {
  return daysBetween(firstDayOfYear(yearOf(day)), day) + 1
}

/** 序时进度 in percent: days elapsed ÷ days of the year, 0 before and 100 after the fiscal year (domain.md §4). */
export function elapsedPercent(year: number, asOf: Day): Decimal {
  if (asOf < firstDayOfYear(year)) return new Decimal(0)
  if (asOf > lastDayOfYear(year)) return new Decimal(100)
  return new Decimal(dayOfYear(asOf)).times(100).div(daysInYear(year))
}

/** Months of the year that have passed at the end of a day, parts by the length of the month: 6 at 06-30, 6.5 mid July. */
export function monthsElapsed(day: Day): Decimal {
  const month = monthOf(day)
  return new Decimal(month - 1).plus(new Decimal(dateOf(day)).div(daysInMonth(yearOf(day), month)))
}
