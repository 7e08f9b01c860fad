import type { Grade } from '@/domain/scoring/scheme'
import type { Sheet } from '@/domain/scoring/sheet'
import type { OpenReason } from '@/domain/scoring/yearEnd'

/** The grades as 财预〔2020〕10号 calls them. */
export const GRADE_WORD: Readonly<Record<Grade, string>> = {
  excellent: '优',
  good: '良',
  fair: '中',
  poor: '差',
}

/** Why a row has no points yet. */
export const OPEN_WORD: Readonly<Record<OpenReason, string>> = {
  unreported: '未填报',
  'not-judged': '不能按指标值评判',
  'no-base': '全年预算数为 0，没有执行率',
  'band-without-points': '只填了达成程度，分值未定',
  'outside-band': '分值不在所选档次内',
}

/** The name of a row: its 三级指标, told apart by its place where the name stands twice, or the rate of execution. */
export function rowName(sheet: Sheet, id: string): string {
  const at = sheet.indicators.findIndex((row) => row.id === id)
  const name = sheet.indicators[at]?.indicator.level3
  if (name === undefined) return '预算执行率'
  const twice = sheet.indicators.filter(({ indicator }) => indicator.level3 === name).length > 1
  return twice ? `${name}（第${at + 1}项）` : name
}
