const FLOW = /当月|本月|单月|当季|本季|当期|本期|当日|本周|月度|本次|新增/
const UP_TO = /截[至止]|[月期季]末|止累计|年初至/
/** Quarters that reach from the beginning of the year, or name a day: 前三季度, 一至三季度, 二季度末. */
const FROM_JANUARY =
  /前[一二两三四1-4]个?季度|[一1](?:季度)?[-~—至到][一二三四1-4]个?季度|[一二三四1-4]个?季度[末底]/g
const QUARTER = /季度|(?<![a-z])q[1-4](?!\d)/i
/** Months that begin after January: 4-6月, 下半年. */
const SPAN =
  /(?:(?<!\d)(?:[2-9]|1[0-2])|[二三四五六七八九十])月?份?[-~—至到](?:\d{1,2}|[一二三四五六七八九十]{1,2})月|下半年/

/** Whether a heading speaks of what one month, quarter or other period held, which is no cumulative figure: 本月, 二季度, Q2, 4-6月. A quarter with 累计 is one. */
export function isOnePeriod(heading: string): boolean {
  if (FLOW.test(heading)) return !UP_TO.test(heading)
  if (/累计|截[至止]|年初至/.test(heading)) return false
  return QUARTER.test(heading.replaceAll(FROM_JANUARY, '')) || SPAN.test(heading)
}
