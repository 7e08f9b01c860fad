import type { AttainmentLight, Band } from '@/domain/status/attainment'
import type { Day } from '@/domain/time/day'
import { endOfMonth, monthOf, yearOf } from '@/domain/time/day'
import type { DeviationCategory, FundSource, Likelihood } from '@/domain/ledger/entry'
import type { Standing } from '@/domain/status/standing'

/** The word for where spending stands against the due checkpoint. */
export const STANDING_WORD: Readonly<Record<Standing['kind'], string>> = {
  'over-budget': '超预算',
  'severely-behind': '严重滞后',
  behind: '滞后',
  'slightly-behind': '略滞后',
  'on-plan': '按计划',
  ahead: '超前',
  unreported: '未填报',
  'not-due': '未到期',
}

/** The word for how an indicator stands against its target. */
export const LIGHT_WORD: Readonly<Record<AttainmentLight, string>> = {
  met: '达标',
  near: '接近',
  partial: '偏低',
  far: '差距大',
  unreported: '未填报',
  'not-due': '未到期',
  'not-judged': '不评判',
}

/** A typed text as it stands, or the word for one that has nothing in it. */
export function typedText(text: string): string {
  return text.trim() === '' ? '空白' : text
}

/** A document number as it stands; one that was left out is said to be. */
export function documentText(document: string): string {
  return document.trim() === '' ? '未注文号的文件' : document
}

export const BAND_WORD: Readonly<Record<Band, string>> = {
  achieved: '达成预期指标',
  partly: '部分达成并具有一定效果',
  not: '未达成且效果较差',
}

export const DEVIATION_WORD: Readonly<Record<DeviationCategory, string>> = {
  funding: '经费保障',
  system: '制度保障',
  staff: '人员保障',
  hardware: '硬件条件保障',
  other: '其他',
}

export const FUND_SOURCES: readonly FundSource[] = ['fiscal', 'carried-over', 'other']
export const FUND_SOURCE_WORD: Readonly<Record<FundSource, string>> = {
  fiscal: '当年财政拨款',
  'carried-over': '上年结转资金',
  other: '其他资金',
}

export const LIKELIHOOD_WORD: Readonly<Record<Likelihood, string>> = {
  certain: '确定能',
  possible: '有可能',
  impossible: '完全不可能',
}

/** A day as an official says it: the month end of a checkpoint as 「6月底」, any other as 「8月15日」. */
export function dayWord(day: Day): string {
  const month = monthOf(day)
  return day === endOfMonth(yearOf(day), month) ? `${month}月底` : `${month}月${Number(day.slice(8, 10))}日`
}

/** A day with its year, for page heads: 2020年10月31日. */
export function fullDay(day: Day): string {
  return `${yearOf(day)}年${monthOf(day)}月${Number(day.slice(8, 10))}日`
}

/** Of which day a page is, for its head: 截至 …; one that has not come is looked ahead to. `reached` is as far as anything can have happened: today where the day is ahead. */
export function asOfText(asOf: Day, reached: Day): string {
  return reached < asOf
    ? `提前看 ${fullDay(asOf)}（尚未到，今天 ${fullDay(reached)}）`
    : `截至 ${fullDay(asOf)}`
}

/** The same at the beginning of a sentence. */
export function asOfWord(asOf: Day, reached: Day): string {
  return reached < asOf ? `提前看${dayWord(asOf)}（尚未到）：` : `截至${dayWord(asOf)}`
}

/** When a document was published; `null` where it bears no date. */
export function publishedText(day: Day | null): string {
  return day === null ? '未写公开日期' : `${fullDay(day)}公开`
}

/** The short name of a 二级指标 as a column heading: 数量指标 → 数量, 可持续影响指标 → 可持续影响. */
export function shortLevel2(level2: string): string {
  return level2.replace(/指标$/, '').replace(/^服务对象满意度$/, '满意度')
}

/** What stands where nobody was named for a project: alone anybody may enter it, behind a shared service those who were granted it. */
export function noManager(shared: boolean): string {
  return shared ? '按账户授权' : '未指定'
}

/** Says of a text that was typed for a day and is none what is wrong: 2020-02-30 is whole and in no calendar. */
export function unreadDayText(text: string): string {
  return /^(?:\d{4}\D+)?\d{1,2}\D+\d{1,2}\D*$|^\d{8}$/.test(text.trim())
    ? `没有“${text.trim()}”这一天，请改正日期`
    : '请写成 2020-06-15 这样的日期'
}
