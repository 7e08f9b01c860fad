import type { Measure } from '@/domain/ledger/entry'
import { parseDecimal } from '@/domain/number/decimal'
import { milestoneText } from '../figures'
import { typedText } from '../words'

/** The parts of a split, each with whether it is judged and builds up; an empty split says so. */
export function splitText(measures: readonly Measure[]): string {
  if (measures.length === 0) return '不分项'
  return measures
    .map(
      ({ name, judged, buildsUp }) =>
        `${typedText(name)}${judged ? '' : '（不评判）'}${buildsUp ? '（逐期累计）' : ''}`,
    )
    .join('；')
}

/** What a changed schedule sets, month by month: 6月底 60%；10月底 未设定. */
export function percentsText(percents: Readonly<Record<string, string | null>>): string {
  return Object.keys(percents)
    .sort()
    .map((month) => monthText(month, percents[month] ?? null))
    .join('；')
}

/** What is planned for the end of a month (its number as a text) in percent; `null` is 未设定. */
export function monthText(month: string, percent: string | null): string {
  const value = percent === null ? null : parseDecimal(percent)
  const said = percent !== null && value === null ? '未能识别' : milestoneText(value)
  return `${Number(month)}月底 ${said}`
}
