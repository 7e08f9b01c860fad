import type { ColumnSense } from './columnSense'
import { headingText, UNIT_NOTE } from './pasteLabels'

const BARE_MONTH =
  /^(?:\d{4}年|[本今当]年度?)?(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(?:实际|完成)*(?:数|值|额|金额|情况)?$/
const CUMULATIVE = /累计|截[至止]|年初至|[底末]/
const SUM = /^(?:合计|总计|小计|累计|全年|本年|年度)(?:合计|总计|累计)?(?:支出|数|额|金额)*$/
/** The ends of quarters and the checkpoints; other months are columns of a monthly table only. */
const ENDS: ReadonlySet<number> = new Set([3, 6, 9, 10, 12])

/** Marks the columns headed by a month and nothing more: `bare`, and `monthly` where other months than ends of periods, or their sum, stand beside, so that each holds what its month spent. Nothing is marked under a title that says 累计. */
export function withMonths(
  senses: readonly ColumnSense[],
  stacks: readonly (readonly string[])[],
  titles: readonly string[],
): readonly ColumnSense[] {
  if (titles.some(saysCumulative)) return senses
  const texts = stacks.map((stack) => stack.map(plainOf).filter((text) => text !== ''))
  const bare = texts.map(
    (own) => own.some((text) => BARE_MONTH.test(text)) && !own.some((text) => CUMULATIVE.test(text)),
  )
  const monthly = senses.some(
    (sense, column) =>
      (bare[column] && sense.kind === 'checkpoint' && !ENDS.has(sense.month)) ||
      SUM.test(texts[column]?.at(-1) ?? ''),
  )
  return senses.map((sense, column) =>
    sense.kind === 'checkpoint' && bare[column]
      ? { ...sense, bare: true, ...(monthly ? { monthly: true } : {}) }
      : sense,
  )
}

/** Whether a title or the name of a row says that its figures reach from the beginning of the year. */
export function saysCumulative(text: string): boolean {
  return /累计|截[至止]|年初至/.test(text)
}

function plainOf(text: string): string {
  return headingText(text).replace(UNIT_NOTE, '')
}
