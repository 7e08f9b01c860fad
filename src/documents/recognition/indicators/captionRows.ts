import { type Row, textOf } from '../documentRows'
import { changeColumns, isAfterChange, isBeforeChange } from '../changeColumns'
import { headLabel, indicatorColumn, isActual, isOtherYear, periodOf, yearIn } from '../headings'

/** How a block of indicators is named that no plan of one year takes. */
export type LeftBlock = 'longer-term-left' | 'other-year-left'

const LONGEST = 24
const EXPECTED = /^(?:预期|计划|年初|年初设定|设定|预期设定)(?:目标|指标|情况|值)?$/
const NAMED = /指标值?(?:[（(].*[）)])?$/
const OVERALL = /^(?:项目)?(?:总体|总)(?:绩效)?(?:目标|指标)/

/** What stands in a sentence and in no caption. */
const SENTENCE = /[。；;！!]/

/** Whether a text parts columns by their term or side and names none itself (年度指标, 2025年, 预期, 实际完成). */
function isCaption(text: string): boolean {
  if (text.length > LONGEST || SENTENCE.test(text)) return false
  const told = periodOf(text) !== null || yearIn(text) !== null || isActual(text) || isChange(text)
  return told || EXPECTED.test(text) || OVERALL.test(text)
}

function isChange(text: string): boolean {
  return isBeforeChange(text) || isAfterChange(text)
}

/** The captions of the row above over each place of a row of headings that names a 指标值 more than once; none where that row holds anything else. */
export function captionsOver(row: Row): readonly string[] {
  const above = row.all[row.index - 1]
  if (above && isCaptionRow(above)) return captionsOf(above)
  const targets = row.cells.filter((cell) => indicatorColumn(textOf(cell)) === 'target')
  const change = targets.length < 2 ? undefined : changeAbove(row)
  return change ? captionsOf(change) : []
}

/** The nearest row above that parts what stands below it by 调整前 and 调整后. */
function changeAbove({ all, index }: Row): Row | undefined {
  return all
    .slice(Math.max(0, index - FAR), index)
    .reverse()
    .find((above) => changeColumns(above) !== null)
}

const FAR = 8

/** The captions of two terms in the nearest row above headings that parts what stands below it by them (实施期目标 | 年度目标), in their order; `null` where none does. */
export function termsAbove(row: Row): readonly [string, string] | null {
  for (const above of row.all.slice(Math.max(0, row.index - FAR), row.index).reverse()) {
    const texts = above.cells.map(textOf).filter((text) => text.length <= LONGEST && /目标|指标/.test(text))
    const terms = texts.filter((text) => ['annual', 'midterm'].includes(periodOf(text) ?? ''))
    const [first, second, more] = terms
    if (first && second && !more && periodOf(first) !== periodOf(second)) return [first, second]
  }
  return null
}

/** Whether a row holds captions over the headings that begin in the row below it and name a 指标值 more than once, and nothing else but names that reach into that row. */
export function isCaptionRow(row: Row): boolean {
  const below = row.all[row.index + 1]
  if (!below) return false
  const named = below.cells.map((cell) => indicatorColumn(textOf(cell)))
  const targets = named.filter((column) => column === 'target')
  const begun = named.includes('level2') || named.includes('level3')
  const own = row.cells.filter((cell) => textOf(cell) !== '' && cell.rowSpan === 1)
  const reach = row.cells.filter((cell) => cell.rowSpan > 1)
  if (isBelowGoals(row)) return false
  return (
    begun &&
    targets.length > 1 &&
    own.length > 1 &&
    own.every((cell) => isCaption(textOf(cell))) &&
    reach.every((cell) => indicatorColumn(textOf(cell)) !== null)
  )
}

/** Whether a row stands below sub-headings of goals (中期目标 | 年度目标) and so holds their texts, which may begin like captions (三年建成, 本年完成). */
function isBelowGoals(row: Row): boolean {
  const above = row.all[row.index - 1]?.cells.map(textOf).filter((text) => text !== '') ?? []
  const named = row.cells.map(textOf).every((text) => text === '' || NAMED.test(text))
  return above.length > 1 && above.every((text) => headLabel(text) === 'goals') && !named
}

function captionsOf({ slots, table }: Row): readonly string[] {
  let before = ''
  return slots.map((slot) => {
    const text = slot ? textOf(slot.cell) : ''
    before = text === '' && !table.merges ? before : text
    return before
  })
}

/** Which block of indicators a row with one text over the whole width begins (中期绩效指标, 2025年绩效指标): one of the plan's year or one that is left out; `null` for any other row. */
export function blockBegun(row: Row, year: number | null): LeftBlock | 'own' | null {
  const [cell, more] = row.cells.filter((one) => textOf(one) !== '')
  if (!cell || more || cell.rowSpan > 1 || cell.column > 0) return null
  const text = textOf(cell)
  if (text.length > LONGEST || !text.includes('指标')) return null
  if (isOtherYear(text, year)) return 'other-year-left'
  const period = periodOf(text)
  if (period === 'midterm') return 'longer-term-left'
  return period === 'annual' || yearIn(text) !== null ? 'own' : null
}
