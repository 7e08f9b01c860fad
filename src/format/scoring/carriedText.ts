import { isCarriedRow, type ExecutionRow, type IndicatorRow, type Row } from '@/domain/scoring/row'
import type { Sheet } from '@/domain/scoring/sheet'
import { spendingCarriedFrom, type ProjectStatus } from '@/domain/status/projectStatus'
import type { IndicatorStatus } from '@/domain/status/indicatorStatus'
import { sheetName } from '../papers/formCells'
import { dayWord, fullDay } from '../words'
import { GRADE_WORD } from './scoreWord'

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
  return carried === '' ? actual : `${actual}${between}${bracketed(carried)}`
}

/** 「全年执行数为截至6月30日填报数」 where nothing was reported about spending in the last checkpoint's period; empty otherwise. `what` is the name of the figure on the paper. */
export function carriedSpending(
  { carriedFrom }: Pick<ExecutionRow, 'carriedFrom'>,
  what = '全年执行数',
): string {
  return carriedFrom ? `${what}为截至${fullDay(carriedFrom).slice(YEAR)}填报数` : ''
}

const YEAR = '2020年'.length

/** The same of a project on any day: 「累计支出为截至6月30日填报数」. */
export function carriedMoney(status: ProjectStatus, what: string): string {
  return carriedSpending({ carriedFrom: spendingCarriedFrom(status) }, what)
}

/** A mark in brackets behind what it is about; nothing where there is none. */
export function bracketed(mark: string): string {
  return mark === '' ? '' : `（${mark}）`
}

/** The same of any row, in the words of its kind. */
export function carriedRow(row: Row): string {
  return row.kind === 'execution' ? carriedSpending(row) : carriedMark(row)
}

/** 「（含沿用）」 behind a total, a grade or a rate that is made of such rows; what it is made of is said once on the paper (`carriedNote`). Empty where none is carried. */
export function carriedIn(rows: readonly Row[]): string {
  return rows.some(isCarriedRow) ? '（含沿用）' : ''
}

/** 等级 of a sheet as lists of projects print it, with its mark; 「—」 where there is none. */
export function gradeText({ outcome, rows }: Sheet): string {
  return `${outcome.kind === 'complete' ? GRADE_WORD[outcome.grade] : '—'}${carriedIn(rows)}`
}

/** The indicators that stand on an earlier checkpoint's report, by the day they are of: 「“甲”“乙”沿用6月底」. */
export function carriedIndicators(indicators: readonly IndicatorRow[]): string[] {
  const named = new Map<string, string>()
  for (const row of indicators.filter(isCarriedRow)) {
    const mark = carriedMark(row)
    named.set(mark, `${named.get(mark) ?? ''}“${row.indicator.level3}”`)
  }
  return [...named].map(([mark, names]) => `${names}${mark}`)
}

/** Every row of a sheet that stands on an earlier checkpoint's report: the spending, then the indicators. */
export function carriedClauses({ execution, indicators }: Sheet): string[] {
  return [carriedSpending(execution), ...carriedIndicators(indicators)].filter(Boolean)
}

/** What 「含沿用」 means on a paper of several projects: whose figures they are and of which day; empty where none is. */
export function carriedNote(sheets: readonly Sheet[]): string {
  const said = sheets.flatMap((sheet) => {
    const own = carriedClauses(sheet)
    return own.length > 0 ? `${sheetName(sheet.project)}：${own.join('、')}` : []
  })
  return said.length > 0 ? `写“含沿用”的，末期没有填报、沿用较早填报数计分：${said.join('；')}。` : ''
}
