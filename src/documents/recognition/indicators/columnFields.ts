import {
  grantOf,
  headLabel,
  isActual,
  isAmount,
  isHeadingOf,
  isOtherYear,
  isSum,
  isUnitHeading,
  periodOf,
  yearIn,
} from '../headings'
import type { HeadLabel, IndicatorColumn } from '../labels'
import { isMoney } from '../money/moneyNames'
import type { Column } from './columnSets'

/** The columns that a list of projects has beside those of its indicators: only where one is a name or a code. */
export function columnFields(
  columns: readonly Column[],
  chosen: ReadonlyMap<IndicatorColumn, Column>,
  year: number | null,
): ReadonlyMap<HeadLabel, number> {
  const fields = new Map<HeadLabel, number>()
  const target = chosen.get('target')?.place ?? Number.MAX_SAFE_INTEGER
  const hasTotal = columns.some(({ label }) => label === 'total')
  const granted = columns.some(({ label, texts }) => label === 'total' && grantIn(texts) === 'approved')
  const ofYear = columns.some((one) => one.label === 'total' && saysYear(one, year))
  for (const one of columns) {
    const { place, texts, column, label } = one
    if (ofYear && label === 'total' && !saysYear(one, year) && texts.some((text) => text.includes('总')))
      continue
    if (granted && label === 'total' && grantIn(texts) === 'applied') continue
    if (ofOtherYear(one, year) || columnLeft(one, year) === 'longer-term-left') continue
    const own = [...chosen.values()].some((taken) => taken.place === place)
    const total = texts.some(isAmount) || isTotalBefore(texts, columns[place + 1])
    const unit = place < target && texts.some(isUnitHeading)
    const lone = label === 'group' && !hasTotal && texts.every((text) => headLabel(text) === 'group')
    const named = label === 'group' ? (lone ? 'total' : null) : label
    const only =
      texts.length > 0 &&
      texts.every((text) => isHeadingOf(text, '项目')) &&
      !columns.some((other) => other.label === 'name')
    const unnamed = named ?? (only ? 'name' : total ? 'total' : unit ? 'department' : null)
    if (!own && column === null && unnamed !== null && !fields.has(unnamed)) fields.set(unnamed, place)
  }
  return fields.has('name') || fields.has('code') ? fields : new Map()
}

/** Whether the headings of a column say that it is of the plan's year. */
function saysYear({ texts }: Column, year: number | null): boolean {
  return texts.some((text) => periodOf(text) === 'annual' || (year !== null && yearIn(text) === year))
}

function grantIn(texts: readonly string[]) {
  return deepest(texts, grantOf)
}

/** Whether a 合计 begins the amounts of a list: the sources of the money stand behind it. */
function isTotalBefore(texts: readonly string[], next: Column | undefined): boolean {
  return isSum(texts.at(-1) ?? '') && (next?.label === 'fiscal' || next?.label === 'other')
}

/** Whether a column stands under a heading that speaks of what was done. */
export function isDone({ texts }: Column): boolean {
  return texts.slice(0, -1).some(isActual)
}

/** How a column of goals or amounts is named that is none of the plan's year; `null` for one that is, or of other things. */
export function columnLeft(
  one: Column,
  year: number | null,
): 'actual-left' | 'other-year-left' | 'longer-term-left' | null {
  if (isDone(one)) return 'actual-left'
  if (one.label !== 'goals' && !isMoney(one.label)) return null
  if (isLonger(one)) return 'longer-term-left'
  return ofOtherYear(one, year) ? 'other-year-left' : null
}

/** Whether the headings of a column speak of a longer term: a list prints it beside the column of the year (中期目标 | 年度目标). */
export function isLonger({ texts }: Column): boolean {
  return texts.some((text) => periodOf(text) === 'midterm')
}

function ofOtherYear({ texts }: Column, year: number | null): boolean {
  return texts.some((text) => isOtherYear(text, year))
}

/** What the lowest heading of a column that says anything says. */
export function deepest<T>(texts: readonly string[], find: (text: string) => T | null): T | null {
  return texts.reduceRight<T | null>((found, text) => found ?? find(text), null)
}
