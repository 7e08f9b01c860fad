import { HUNDRED, parseDecimal, ZERO, type Decimal } from '../number/decimal'
import { visibleText } from '../number/visibleText'
import type { Day } from '../time/day'
import type { Indicator } from './plan'
import type { Schedule } from './schedule'
import type { Target, Unit } from './target'

/** A typed 资金支出计划: the percentages to enter, or what is wrong in which month. A blank cell stays 未设定. */
export type ScheduleReading =
  | { readonly kind: 'accepted'; readonly percents: Readonly<Record<string, string | null>> }
  | {
      readonly kind: 'refused'
      readonly reason: 'not-a-rate' | 'falls' | 'not-100' | 'passed' | 'unchanged'
      readonly month: number
    }

function monthKey(month: number): string {
  return String(month).padStart(2, '0')
}

/**
 * Reads a typed schedule (month → text) that is approved on a day: cumulative percentages that do not fall and end at 100; a checkpoint before that day
 * keeps what it was judged by (domain.md §4, §6).
 */
export function readSchedule(
  schedule: Schedule,
  texts: Readonly<Record<number, string>>,
  approved: Day | null,
): ScheduleReading {
  const percents: Record<string, string | null> = {}
  let last: Decimal = ZERO
  let changed = false
  for (const { month, day, percent } of schedule) {
    const text = visibleText(texts[month] ?? '')
      .replace(/%$/, '')
      .trim()
    const value = text === '' ? null : parseDecimal(text)
    if (text !== '' && (value === null || value.isNegative() || value.gt(HUNDRED)))
      return { kind: 'refused', reason: 'not-a-rate', month }
    if (value?.lt(last)) return { kind: 'refused', reason: 'falls', month }
    const differs = value === null || percent === null ? value !== percent : !value.eq(percent)
    const passed = approved !== null && day < approved
    if (differs && passed) return { kind: 'refused', reason: 'passed', month }
    changed ||= differs
    if (!passed) percents[monthKey(month)] = value?.toFixed() ?? null
    last = value ?? last
  }
  const end = schedule.at(-1)?.month ?? 0
  if (!last.eq(HUNDRED)) return { kind: 'refused', reason: 'not-100', month: end }
  return changed ? { kind: 'accepted', percents } : { kind: 'refused', reason: 'unchanged', month: end }
}

/** The unit that a new 指标值 leaves out although the one before it had one: whether it is still meant has to be asked (≥95百分比 → ≥90); `null` where none is lost. */
export function lostUnit(before: Target, after: Target): Unit | null {
  if (!('unit' in before) || !('unit' in after)) return null
  const bare = after.unit.kind === 'other' && after.unit.printed === ''
  const had = before.unit.kind === 'percent' || before.unit.printed !== ''
  return bare && had ? before.unit : null
}

/** The parts a compound indicator seems to have: its 三级指标 split at semicolons; one part when there are none (domain.md §1). */
export function suggestedMeasures({ level3 }: Indicator): readonly string[] {
  return level3
    .split(/[；;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
