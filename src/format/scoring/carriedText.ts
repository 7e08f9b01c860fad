import { isCarriedRow, type ExecutionRow } from '@/domain/scoring/row'
import type { Sheet } from '@/domain/scoring/sheet'
import type { IndicatorStatus } from '@/domain/status/indicatorStatus'
import { dayWord, fullDay } from '../words'

/** 「沿用6月底」 of an indicator's value that was reported for an earlier checkpoint, by its parts where they differ; empty where all is of the last one (domain.md §7). */
export function carriedMark({ parts }: Pick<IndicatorStatus, 'parts'>): string {
  const own = parts.filter(({ measure }) => measure?.judged !== false)
  const carried = own.flatMap(({ carried: is, entry, measure }) =>
    is && entry ? { name: measure?.name ?? '', day: dayWord(entry.effectiveOn) } : [],
  )
  const days = [...new Set(carried.map(({ day }) => day))]
  if (days.length <= 1 && carried.length === own.length) return days.map((day) => `沿用${day}`).join('')
  return carried.map(({ name, day }) => `${name}沿用${day}`).join('、')
}

/** An 实际完成值 as papers print it, under it in brackets the earlier checkpoint it was reported for. */
export function actualText(
  { actual, carried }: { readonly actual: string; readonly carried: string },
  between = '\n',
): string {
  return carried === '' ? actual : `${actual}${between}（${carried}）`
}

/** 「全年执行数为截至6月30日填报数」 where nothing was reported about spending in the last checkpoint's period; empty otherwise. */
export function carriedSpending({ carriedFrom }: Pick<ExecutionRow, 'carriedFrom'>): string {
  return carriedFrom ? `全年执行数为截至${fullDay(carriedFrom).slice(YEAR)}填报数` : ''
}

const YEAR = '2020年'.length

/** Every row of a sheet that stands on an earlier checkpoint's report: the spending, then the indicators by the day they are of. */
export function carriedClauses({ execution, indicators }: Sheet): string[] {
  const spending = carriedSpending(execution)
  const named = new Map<string, string>()
  for (const row of indicators.filter(isCarriedRow)) {
    const mark = carriedMark(row)
    named.set(mark, `${named.get(mark) ?? ''}“${row.indicator.level3}”`)
  }
  return [...(spending === '' ? [] : [spending]), ...[...named].map(([mark, names]) => `${names}${mark}`)]
}
