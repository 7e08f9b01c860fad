import type { SourceCell, SourceTable } from '../../reading/sourceDocument'
import { type BudgetUnit, statedBudgetUnit } from '../money/budgetUnit'
import type { Account } from '../facts/account'
import { type Row, textOf } from '../documentRows'
import {
  headLabel,
  indicatorColumn,
  isHeading,
  isHeadingOf,
  isOtherYear,
  isUnitHeading,
  periodOf,
  yearIn,
} from '../headings'
import type { HeadLabel, IndicatorColumn } from '../labels'
import { isAfterChange, isBeforeChange } from '../changeColumns'
import { columnFields, columnLeft, deepest, isDone, isLonger } from './columnFields'
import { captionsOver, type LeftBlock, termsAbove } from './captionRows'
import {
  besideKind,
  chosenSet,
  grantedSet,
  type Column,
  type ColumnSet,
  placesOf,
  readsDown,
  SAMPLED,
  setOf,
  setsOf,
  speaksOfTerms,
  standBeside,
  tellsYear,
  widened,
  withLevelsOf,
} from './columnSets'
import { LEVEL2, type LevelNames, levelNames } from './levelNames'
import { headingsOver } from './tableHeadings'
import { monthOf } from '../scheduleRows'
import { isBest, isSecondBest, valuesTold } from './valueColumns'
import { standsForBoth, type WideIndicator, wideHeading } from './wideHeading'

/** The columns of a table of indicators by their place; where it lists projects, the columns of their names and amounts too. */
export interface IndicatorHeading {
  readonly columns: ReadonlyMap<IndicatorColumn, number>
  /** The columns of further indicators that stand beside the first in the same rows; empty where a row prints one. */
  readonly also: readonly ReadonlyMap<IndicatorColumn, number>[]
  /** The indicators of every row that a list of projects prints in columns of their own; empty where it prints them in rows. */
  readonly wide: readonly WideIndicator[]
  /** Whether the indicators beside each other are read column by column: each side has levels or running numbers of its own. */
  readonly down: boolean
  /** The level that a heading over each set of columns names (产出指标 over 二级指标 | 三级指标 | 指标值), by its 三级指标's place. */
  readonly named: ReadonlyMap<number, LevelNames>
  /** The columns of projects in one list of all; empty where the table is of one project. */
  readonly fields: ReadonlyMap<HeadLabel, number>
  /** The columns of a list's 资金支出计划 by month, with what stands over them. */
  readonly months: ReadonlyMap<string, ListedMonth>
  /** The heading cell over every place, for naming what is left out. */
  readonly over: readonly (SourceCell | undefined)[]
  /** The unit that the headings over every place state for amounts. */
  readonly units: readonly (BudgetUnit | null)[]
  /** The places of columns of a longer term, of another year or of what was done that stand beside those of the year, with how they are named. */
  readonly beside: ReadonlyMap<
    number,
    'longer-term-left' | 'other-year-left' | 'actual-left' | 'column-left' | 'part-left'
  >
  /** The column of 指标值 in words beside the one in figures (定量 | 定性); `null` where one column holds both. */
  readonly worded: number | null
  /** Whether columns stand side by side and no heading says which are of the year. */
  readonly unsaid: boolean
  /** How the whole block is named where it is of a longer term or another year; `null` for one of the plan's year. */
  readonly left: LeftBlock | null
  readonly width: number
  readonly table: SourceTable
  /** The row behind the headings. */
  readonly bottom: number
}

/** A column of a list that holds the shares of one month: its place, and whether its headings say percent or amounts. */
export interface ListedMonth {
  readonly place: number
  readonly said: 'percent' | 'amounts' | null
}

const FEWEST_KNOWN = 3
const HIGHEST = 3
const LEVELS: ReadonlySet<IndicatorColumn> = new Set(['level1', 'level2', 'level3'])
const known = new WeakMap<Row, { readonly heading: IndicatorHeading | null }>()

/** Reads a row, with the one below where the headings take two, as the headings of indicators: three known columns at least, a 二级 or 三级指标 among them, those of the plan's year where several stand beside each other; `null` when it is none. */
export function indicatorHeading(row: Row, year: number | null): IndicatorHeading | null {
  const before = known.get(row)
  if (before) return before.heading
  const heading = headingIn(row, year) ?? inColumns(row, year)
  known.set(row, { heading })
  return heading
}

function inColumns(row: Row, year: number | null): IndicatorHeading | null {
  const wide = wideHeading(row, year)
  return (
    wide && {
      ...wide,
      columns: new Map(),
      also: [],
      down: false,
      named: new Map(),
      months: new Map(),
      worded: null,
      unsaid: false,
      left: null,
      table: row.table,
    }
  )
}

function headingIn(row: Row, year: number | null): IndicatorHeading | null {
  const named = row.slots.map((slot) =>
    slot && isLow(slot.cell) ? indicatorColumn(textOf(slot.cell)) : null,
  )
  const kinds = new Set(named.filter((column) => column !== null))
  const described = kinds.has('level1') && kinds.has('description') && kinds.has('target')
  if (kinds.size < 2 || !(kinds.has('level2') || kinds.has('level3') || described)) return null
  const begun = row.slots.some(
    (slot, place) => LEVELS.has(named[place] ?? 'unit') && slot?.cell.row === row.index,
  )
  if (!begun) return null
  const bottom = bottomOf(row)
  const rows = row.all.slice(row.index, bottom)
  const below = row.all.slice(bottom, bottom + SAMPLED)
  const printed = columnsOf(rows, captionsOver(row))
  const worded = wordedColumn(printed)
  const told = namesTold(yearsTold(sidesTold(gradesTold(signsTold(valuesTold(without(printed, worded)))))))
  const columns = termsTold(levelsWeighed(typesTold(told, below), below), row)
  const first = columns.findIndex(({ column }) => column === 'level1')
  const sides = columns.slice(0, Math.max(0, first))
  const isSideName = ({ column, place }: Column) => column === 'level3' && place < first
  const behind = columns.some((one) => one.column === 'level3' && !isSideName(one))
  const inTable = behind ? columns.filter((one) => !isSideName(one)) : columns
  const sets = setsOf(inTable)
  const parallel = !speaksOfTerms(row) && standBeside(sets, below, year)
  const own = parallel ? (sets[0] ?? new Map()) : chosenSet(sets, year)
  const chosen = widened(completed(own, inTable), rows.at(-1) ?? row, row.all[bottom])
  if (!(chosen.has('level2') || chosen.has('level3'))) return null
  if (chosen.size < FEWEST_KNOWN && !(chosen.has('level3') && chosen.has('target') && isAllHeadings(row)))
    return null
  const taken = new Set([...chosen.values()].map(({ place }) => place))
  const also = parallel ? sets.slice(1).map((set) => withLevelsOf(chosen, set)) : []
  const beside = (parallel ? [] : sets).flatMap((set) =>
    [...set.values()]
      .filter(({ place }) => !taken.has(place))
      .map(({ place }) => [place, besideKind(set, year)] as const),
  )
  const left = columns.flatMap((one) => {
    const kind = taken.has(one.place) ? null : columnLeft(one, year)
    return kind === null ? [] : [[one.place, kind] as const]
  })
  const last = rows.at(-1) ?? row
  const fields = columnFields(columns, chosen, year)
  const longer = fields.size === 0 && (sides.some(isLonger) || isOverAnnual(sides, row))
  return {
    columns: placesOf(chosen),
    also: also.map(placesOf),
    wide: [],
    down: parallel && readsDown(sets, row, row.all.slice(bottom, bottom + 2)),
    named: parallel ? namedSets(row, rows, sets) : new Map(),
    fields,
    months: fields.size === 0 ? new Map() : monthsIn(columns),
    over: columns.map(({ place }) => (last.slots[place] ?? row.slots[place])?.cell),
    units: columns.map(({ texts }) => deepest(texts, statedBudgetUnit)),
    beside: new Map([...left, ...beside]),
    worded: worded?.place ?? null,
    unsaid:
      !parallel &&
      sets.length > 1 &&
      !setOf(sets, 'annual') &&
      !setOf(sets, 'midterm') &&
      !grantedSet(sets) &&
      !tellsYear(sets, year),
    left: longer ? 'longer-term-left' : null,
    width: columns.length,
    table: row.table,
    bottom,
  }
}

function monthsIn(columns: readonly Column[]): ReadonlyMap<string, ListedMonth> {
  const months = new Map<string, ListedMonth>()
  for (const { place, texts } of columns) {
    const month = monthOf(texts.at(-1) ?? '')
    if (month === null || months.has(month) || !texts.some((text) => headLabel(text) === 'schedule')) continue
    const amounts = texts.some((text) => statedBudgetUnit(text) !== null)
    const percent = texts.some((text) => /[%％]|百分|比例/.test(text))
    months.set(month, { place, said: percent ? 'percent' : amounts ? 'amounts' : null })
  }
  return months
}

/** The levels that the rows of headings, or the one above them, print over the names of sets beside each other. */
function namedSets(
  row: Row,
  rows: readonly Row[],
  sets: readonly ColumnSet[],
): ReadonlyMap<number, LevelNames> {
  const above = row.all[row.index - 1]
  const lines = [...(above ? [above] : []), ...rows]
  return new Map(
    sets.flatMap((set) => {
      const place = set.get('level3')?.place ?? -1
      const texts = lines.flatMap(({ slots }) => (slots[place] ? [textOf(slots[place].cell)] : []))
      const names = texts.map((text) => levelNames(text)).find((one) => one !== null)
      return names && !set.has('level1') ? [[place, names] as const] : []
    }),
  )
}

function lowest({ texts }: Column): string {
  return texts.at(-1) ?? ''
}

function without(columns: readonly Column[], gone: Column | null): readonly Column[] {
  return columns.map((one) => (one === gone ? { ...one, column: null } : one))
}

/** The column of 指标值 in words, where one of figures stands beside it; `null` for none, or several. */
function wordedColumn(columns: readonly Column[]): Column | null {
  const targets = columns.filter(({ column }) => column === 'target')
  const [words, figures] = ['定性', '定量'].map((kind) => targets.filter((one) => lowest(one).includes(kind)))
  const [own, ...more] = words ?? []
  return own && more.length === 0 && figures?.length === 1 ? own : null
}

/** Of two columns of signs before one 指标值 (指标方向 | 计算符号) the one called so holds them. */
function signsTold(columns: readonly Column[]): readonly Column[] {
  const signs = columns.filter(({ column }) => column === 'comparator')
  const [first, second, more] = signs
  if (!first || !second || more) return columns
  const between = columns.slice(first.place, second.place)
  if (between.some(({ column }) => column === 'target')) return columns
  return without(columns, /符/.test(lowest(second)) && !/符/.test(lowest(first)) ? first : second)
}

/** Where no column is of 指标值 but several are of grades, what the best asks for is the 指标值 (P). */
function gradesTold(columns: readonly Column[]): readonly Column[] {
  if (columns.some(({ column }) => column === 'target')) return columns
  const best = columns.find(
    (one, at) => isBest(lowest(one)) && isSecondBest(columns[at + 1]?.texts.at(-1) ?? ''),
  )
  return columns.map((one) => (one === best ? { ...one, column: 'target' } : one))
}

/** Columns of two sets whose headings say no term, but above which the goals are parted by term (实施期目标 | 年度目标), are of the terms in that order. */
function termsTold(columns: readonly Column[], row: Row): readonly Column[] {
  const sets = setsOf(columns)
  const [first, second, more] = sets
  const says = ({ texts }: Column) => texts.some((text) => periodOf(text) !== null || yearIn(text) !== null)
  if (!first || !second || more || columns.some((one) => one.column === 'target' && says(one))) return columns
  const terms = termsAbove(row)
  if (terms === null) return columns
  const told = new Map(
    [first, second].flatMap((set, at) =>
      [...set].flatMap(([column, one]) =>
        first.has(column) && second.has(column) ? [[one, terms[at] ?? '']] : [],
      ),
    ) as [Column, string][],
  )
  return columns.map((one) => {
    const term = told.get(one)
    return term === undefined ? one : { ...one, texts: [term, ...one.texts] }
  })
}

/** Descriptions that stand in several sets and beside no 三级指标 are the names of the indicators. */
function namesTold(columns: readonly Column[]): readonly Column[] {
  const descriptions = columns.filter(({ column }) => column === 'description').length
  if (descriptions < 2 || columns.some(({ column }) => column === 'level3')) return columns
  return columns.map((one) => (one.column === 'description' ? { ...one, column: 'level3' } : one))
}

/** Columns of bare years behind the names are 指标值 where no column is called so. */
function yearsTold(columns: readonly Column[]): readonly Column[] {
  const third = columns.find(({ column }) => column === 'level3')
  if (!third || columns.some(({ column }) => column === 'target')) return columns
  const isYear = ({ place, column, texts }: Column) =>
    place > third.place && column === null && /^20\d{2}年?度?$/.test((texts.at(-1) ?? '').trim())
  return columns.map((one) => (isYear(one) ? { ...one, column: 'target' } : one))
}

const OVER_YEARS = /^(?:项目)?总(?:体)?目标/
const NEAR = 80

/** Whether a block of the 总目标 stands above one of the year in the same table (总目标绩效指标, 本年度绩效指标). */
function isOverAnnual(sides: readonly Column[], row: Row): boolean {
  if (!sides.some(({ texts }) => texts.some((text) => OVER_YEARS.test(text)))) return false
  const isAnnual = (text: string) => text.includes('指标') && text.length <= 16 && periodOf(text) === 'annual'
  return row.all
    .slice(row.index + 1, row.index + NEAR)
    .some(({ cells }) =>
      cells.some((cell) => cell.column <= (sides[0]?.place ?? 0) && isAnnual(textOf(cell))),
    )
}

const TYPES = ['指标类型', '绩效目标分解', '绩效指标']

/** A column before the names that no heading names as a level (指标类型, 绩效目标分解, a blank beside it) is one where levels stand under it. */
function typesTold(columns: readonly Column[], below: readonly Row[]): readonly Column[] {
  const own = columns.filter(({ column }) => column === 'level3' || column === 'description')
  const third = (own.filter(({ column }) => column === 'level3').at(-1) ?? own[0])?.place ?? 0
  const known = new Set(columns.map(({ column }) => column))
  return columns.map((one) => {
    const held = levelInName(one, columns, below)
    if (held !== null && !known.has(held)) return { ...one, column: held }
    const text = one.texts.at(-1) ?? ''
    const free = one.column === null || (one.column === 'level3' && isHeadingOf(text, '绩效指标'))
    if (!free || one.place >= third || !(text === '' || TYPES.some((name) => isHeadingOf(text, name))))
      return one
    const slot = below.map(({ slots }) => slots[one.place]).find((cell) => cell && textOf(cell.cell) !== '')
    const names = slot?.begins && slot.cell.columnSpan === 1 ? levelNames(textOf(slot.cell)) : null
    const second = names?.level1 && known.has('level1') && LEVEL2.test(names.level1)
    const level = second ? 'level2' : names?.level1 ? 'level1' : names?.level2 ? 'level2' : null
    if (level === null || known.has(level)) return one
    known.add(level)
    return { ...one, column: level }
  })
}

/** The level that a column called 指标 holds, where every cell below names one and the names stand behind it (指标 | 指标内容 | 指标值); `null` for any other. */
function levelInName(
  one: Column,
  columns: readonly Column[],
  below: readonly Row[],
): 'level1' | 'level2' | null {
  const behind = columns.find(({ column, place }) => column === 'description' && place > one.place)
  if (one.column !== 'level3' || !behind || columns.filter(({ column }) => column === 'level3').length > 1)
    return null
  const texts = below.map(({ slots }) =>
    slots[one.place] ? textOf(slots[one.place]?.cell as SourceCell) : '',
  )
  const names = texts.filter((text) => text !== '').map((text) => levelNames(text))
  if (names.length === 0 || names.some((name) => name === null)) return null
  return names.some((name) => name?.level1 !== null) ? 'level1' : 'level2'
}

/** A 分值 that stands behind a 一级 or 二级指标 and before a lower level is that of the level, unless rows of one group print several. */
function levelsWeighed(columns: readonly Column[], below: readonly Row[]): readonly Column[] {
  return columns.map((one) => {
    const before = columns[one.place - 1]
    const level = before?.column ?? null
    if (one.column !== 'weight' || !before || (level !== 'level1' && level !== 'level2')) return one
    const lower = columns.slice(one.place).some(({ column }) => column === 'level3' || column === 'level2')
    return lower && !hasOwnPoints(before.place, one.place, below) ? { ...one, column: null } : one
  })
}

/** Whether the rows of one group print points of their own: several in one merged cell, or different ones under one name. */
function hasOwnPoints(level: number, points: number, below: readonly Row[]): boolean {
  let group: SourceCell | null = null
  let name = ''
  let first: string | null = null
  for (const { slots, index } of below) {
    const [over, own] = [slots[level]?.cell, slots[points]?.cell]
    const text = over ? textOf(over) : ''
    const begins = over !== group && text !== ''
    if (begins && text !== name) first = null
    if (begins) [group, name] = [over ?? null, text]
    if (!own || own.row !== index || textOf(own) === '') continue
    if (first !== null && (!begins || textOf(own) !== first)) return true
    first = textOf(own)
  }
  return false
}

/** What a set of columns lacks under its own name: a description is the indicator where no 三级指标 stands, a 年度目标 behind the names the 指标值. */
function completed(set: ColumnSet, columns: readonly Column[]): ColumnSet {
  const named = new Map(set)
  const fourth = set.get('level4')
  if (fourth && !set.has('level3')) {
    named.delete('level4')
    named.set('level3', fourth)
  }
  const [description, third] = [named.get('description'), named.get('level3')]
  const name = third ?? description
  const goal = columns.find(
    (one) =>
      one.column === null &&
      one.label === 'goals' &&
      name !== undefined &&
      one.place > name.place &&
      !isLonger(one),
  )
  if (!named.has('target') && goal) named.set('target', goal)
  if (third || !description || !named.has('target')) return named
  named.delete('description')
  return named.set('level3', description)
}

/** Whether a row holds headings and nothing else: then a name and a 指标值 are enough (domain.md §11). */
function isAllHeadings({ cells }: Row): boolean {
  return cells.every((cell) => textOf(cell) === '' || isHeading(textOf(cell)))
}

/** A heading is at most three rows high; a side label that reaches over all rows is none. */
function isLow({ rowSpan }: SourceCell): boolean {
  return rowSpan <= HIGHEST
}

/** The row behind the headings: they take a second row where the names of the levels reach into it, or where it is blank under them and names parts of others. */
function bottomOf(row: Row): number {
  const named = row.slots.map((slot) =>
    slot && isLow(slot.cell) ? indicatorColumn(textOf(slot.cell)) : null,
  )
  const side = named.indexOf('level1')
  const levels = row.slots.filter((_, place) => place >= side && LEVELS.has(named[place] ?? 'unit'))
  if (row.table.merges) {
    return Math.max(row.index + 1, ...levels.map((slot) => (slot ? slot.cell.row + slot.cell.rowSpan : 0)))
  }
  const below = row.all[row.index + 1]
  if (!below || below.slots.length < row.slots.length) return row.index + 1
  const texts = below.cells.map(textOf)
  const start = row.slots.findIndex((slot) => slot === levels[0])
  const blank = levels.every((_, index) => texts[start + index] === '')
  const names = texts.filter((text) => text !== '')
  const parts = names.length > 0 && names.every((text) => text.length <= 8 && !/^[\d.≥≤<>=%]+$/.test(text))
  return blank && parts && headingsOver([row, below]) !== null ? row.index + 2 : row.index + 1
}

function columnsOf(rows: readonly Row[], captions: readonly string[]): Column[] {
  const headings = (headingsOver(rows) ?? []).map((texts, place) => {
    const above = texts.every((text) => text === '') ? headingAbove(rows[0], place) : ''
    if (above !== '') return [above]
    const caption = captions[place] ?? ''
    return caption === '' || texts.includes(caption) ? texts : [caption, ...texts]
  })
  const first = rows[0]
  const target = headings.findIndex((texts) => deepest(texts, indicatorColumn) === 'target')
  return headings.map((texts, place) => {
    const slot = first?.slots[place]
    const below = slot && slot.cell.row + slot.cell.rowSpan > (rows.at(-1)?.index ?? 0) + 1
    const hidden = first?.table.merges && slot && (below || !isLow(slot.cell) || !begins(rows, place))
    if (hidden) return { place, texts, column: null, label: null }
    const isUnit = isUnitHeading(texts.at(-1) ?? '') && target >= 0 && place > target
    const column = isUnit ? 'unit' : deepest(texts, indicatorColumn)
    return { place, texts, column, label: deepest(texts, headLabel) }
  })
}

/** The heading in the row above a blank place, where that row holds nothing but headings, as in a sheet whose cells are not merged; `''` for none. */
function headingAbove(row: Row | undefined, place: number): string {
  const above = row?.all[row.index - 1]
  if (!above || above.cells.length < 3 || !isAllHeadings(above)) return ''
  const text = above.slots[place] ? textOf(above.slots[place].cell) : ''
  return headLabel(text) === null ? '' : text
}

/** Whether a heading begins at a place, in the first or a lower row; a wide one covers further places that are no columns of their own. */
function begins(rows: readonly Row[], place: number): boolean {
  return rows.some((row) => {
    const slot = row.slots[place]
    return slot !== undefined && slot.cell.column === place
  })
}

/** Columns under a heading that speaks of what was done are no columns of a plan (domain.md §11), nor those of a change beside what stood before it. */
function sidesTold(columns: readonly Column[]): readonly Column[] {
  const isBeside = columns.some(({ texts }) => texts.some(isBeforeChange))
  const isOut = (one: Column) => isDone(one) || (isBeside && one.texts.some(isAfterChange))
  return columns.map((one) => (isOut(one) ? { ...one, column: null, label: null } : one))
}

/** Marks the headings that were understood; a heading of a column that is left out stays to be named with what stands under it. */
export function takeHeading(
  row: Row,
  heading: IndicatorHeading,
  account: Account,
  year: number | null,
): void {
  const target = row.slots[heading.columns.get('target') ?? -1]?.cell
  if (heading.unsaid && target) account.issueAt('columns-beside', row.table, target)
  else if (target && isOtherYear(textOf(target), year)) account.issueAt('years-differ', row.table, target)
  const over = heading.over[heading.columns.get('target') ?? -1]
  if (over && isBest(textOf(over))) account.issueAt('graded-target', row.table, over)
  const also = heading.also.flatMap((set) => [...set.values()])
  const beside = row.slots[heading.also[0]?.get('target') ?? -1]?.cell
  if (beside) account.issueAt('indicators-beside', row.table, beside)
  const both = heading.wide.find(({ levels }) => standsForBoth(levels))?.from[0]
  if (both) account.issueAt('level2-from-level1', row.table, both)
  const wide = heading.wide.flatMap(({ columns, free }) => [
    ...columns.values(),
    ...(free === null ? [] : [free]),
  ])
  const { worded } = heading
  const months = [...heading.months.values()].map(({ place }) => place)
  const own = [...heading.columns.values(), ...also, ...wide, ...heading.fields.values(), ...months]
  const places = new Set(worded === null ? own : [...own, worded])
  for (const line of row.all.slice(row.index, heading.bottom)) {
    for (const [place, slot] of line.slots.entries()) {
      const above = heading.beside.has(place) && line.index < heading.bottom - 1
      if (slot && (above || places.has(place) || isHeading(textOf(slot.cell)) || isSide(textOf(slot.cell))))
        account.understood(slot.cell)
    }
  }
}

function isSide(text: string): boolean {
  return text.replace(/\s/g, '').endsWith('绩效指标') || headLabel(text) === 'goals'
}

/** The headings of a block that began so; headings that speak of the year themselves stay the year's. */
export function inBlock(heading: IndicatorHeading, block: LeftBlock | 'own' | null): IndicatorHeading {
  const over = heading.over[heading.columns.get('target') ?? -1]
  const annual = over !== undefined && periodOf(textOf(over)) === 'annual'
  if (block === null || annual) return heading
  return { ...heading, left: block === 'own' ? null : block }
}
