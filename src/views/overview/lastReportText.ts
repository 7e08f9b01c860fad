import { daysBetween, yearOf, type Day } from '@/domain/time/day'
import { fullDay } from '@/format/words'

/** When the last entry behind the headline was recorded (domain.md §4): the day, and in the running year how long ago; empty where nothing is reported. `today` is `null` where one looks with what was known then. */
export function lastReportText(day: Day | null, year: number, today: Day | null): string {
  if (day === null) return ''
  const said = yearOf(day) === year ? fullDay(day).slice(5) : fullDay(day)
  const days = today !== null && yearOf(today) === year ? daysBetween(day, today) : -1
  const ago = days < 0 ? '' : days === 0 ? '（今天）' : `（${days}天前）`
  return `最近一笔填报：${said}${ago}`
}
