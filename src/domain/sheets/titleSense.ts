import { cleanCell } from '../number/cellText'
import type { ColumnSense } from './columnSense'
import { DONE, parseHeading, statedUnit, statesPercent } from './pasteLabels'
import { isOnePeriod } from './periodSense'

/** What the titles above a block say of all its figures: the years and the ends of the periods they name, whether they speak of last year or of a plan, of one period's spending, or of rates; `percent` where they state it as the unit. */
export interface TitleSense {
  readonly years: readonly number[]
  readonly months: readonly number[]
  readonly apart: boolean
  readonly flow: boolean
  readonly rate: boolean
  readonly percent: boolean
}

const OF_ITS_MAKING = /日期|时间|制表|填[报表]|编制/
const APART =
  /上年|去年|同期|前年|往年|上一年|计划|预计|预期|应支|安排|下达|概算|批复|预算(?!单位|部门|项目|绩效|管理|年度)/
const YEARS = /(?:19|20)\d{2}(?=年)/g
const PERIODS = /(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月|[一二三四1-4]季度|上半年/g

/** 6月份支出情况, which is what one month spent. */
const ONE_MONTH =
  /(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(?:实际|项目|预算|部门|资金|经费)*(?:支出|执行|支付|拨付|用款)/
const FROM_JANUARY = /累计|截[至止]|年初|(?<!\d)1月?[-~—至到]|一[至到]|进度/

/** Reads the titles above the headings of a block; a note of when or by whom it was made says nothing of its figures. */
export function titleSense(texts: readonly string[]): TitleSense {
  const titles = texts
    .map((text) => cleanCell(text).replaceAll(' ', ''))
    .filter((text) => !OF_ITS_MAKING.test(text))
  return {
    years: titles.flatMap((text) => text.match(YEARS) ?? []).map(Number),
    months: titles.flatMap((text) => {
      const heading = parseHeading(text.match(PERIODS)?.at(-1) ?? '')
      return heading.kind === 'checkpoint' ? [heading.month] : []
    }),
    apart: titles.some((text) => APART.test(text.replaceAll(DONE, ''))),
    flow: titles.some((text) => isOnePeriod(text) || (ONE_MONTH.test(text) && !FROM_JANUARY.test(text))),
    rate: titles.some((text) => /进度|(?:执行|完成|支付|支出)率|比例/.test(text)) && !texts.some(statedUnit),
    percent: texts.some(statesPercent),
  }
}

/** Whether the titles speak of another year or month than the place a column goes to, of last year or of a plan: its figures are asked about. What the column's own heading names counts before a title. */
export function titleDiffers(
  { years, months, apart, flow, rate }: TitleSense,
  sense: ColumnSense | undefined,
  place: { readonly year: number; readonly month: number },
): boolean {
  const ownYear = sense && 'year' in sense ? sense.year : null
  const otherYear = ownYear === null && years.length > 0 && !years.includes(place.year)
  const otherMonth = sense?.kind !== 'checkpoint' && months.length > 0 && !months.includes(place.month)
  return apart || otherYear || otherMonth || (sense === undefined && (flow || rate))
}
