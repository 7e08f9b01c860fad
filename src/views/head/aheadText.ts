import { daysBetween, yearOf, type Day } from '@/domain/time/day'
import { dayWord, fullDay } from '@/format/words'

/** That a day looked at has not come yet, and how to read what is judged by it; empty for a day that has. */
export function aheadText(asOf: Day | null, today: Day): string {
  if (asOf === null || asOf <= today) return ''
  const day = yearOf(asOf) === yearOf(today) ? dayWord(asOf) : fullDay(asOf)
  return `${day}尚未到（今天 ${fullDay(today)}，还有 ${daysBetween(today, asOf)} 天）：以下按那一天的计划提前对照，今天以后的节点还没有到期，不算逾期。`
}
