import { parseDecimal } from '@/domain/number/decimal'
import { comparableName } from '@/domain/number/visibleText'
import type { SourceCell } from '../../reading/sourceDocument'
import { type Row, textOf } from '../documentRows'
import { headLabel, indicatorColumn, isActual, isHeading, periodOf } from '../headings'
import type { HeadLabel, IndicatorColumn } from '../labels'
import { type BudgetUnit, statedBudgetUnit } from '../money/budgetUnit'
import type { Column } from './columnSets'
import { columnFields } from './columnFields'
import { type LevelNames, levelNames } from './levelNames'
import { headingsOver } from './tableHeadings'

/** One indicator of every row of a list that prints them in columns: what its headings say of it, and where its cells stand. */
export interface WideIndicator {
  readonly levels: LevelNames
  /** The cells of the headings that name the levels. */
  readonly from: readonly SourceCell[]
  /** The heading that names the indicator itself; `null` where its cell does, or only a level stands over it. */
  readonly name: SourceCell | null
  /** The columns it has by the names of their headings; a 三级指标 under its level is one of them. */
  readonly columns: ReadonlyMap<IndicatorColumn, number>
  /** The column under the name of a level alone, whose cells hold name and value in one; `null` where it has columns of its own. */
  readonly free: number | null
}

/** The headings of a list whose indicators stand in columns: the columns of its projects, those of the indicators, and what stands over every place. */
export interface WideHeading {
  readonly wide: readonly WideIndicator[]
  readonly fields: ReadonlyMap<HeadLabel, number>
  readonly over: readonly (SourceCell | undefined)[]
  readonly units: readonly (BudgetUnit | null)[]
  readonly beside: ReadonlyMap<number, Beside>
  readonly width: number
  readonly bottom: number
}

const FEWEST = 2
const TALLEST = 4
const SAMPLED = 20
const LONGEST_NAME = 40
const NUMBERED =
  /^第(?:[一二三四五六七八九十]{1,2}|\d{1,2})[个项]?|(?<=指标)(?:\d{1,2}|[一二三四五六七八九十①-⑳]{1,2})|(?:\d{1,2}|[①-⑳])$/g

/**
 * Reads a row, with those below it that belong to the heading, as the headings of a list of projects that prints its indicators in columns: pairs of name and
 * value (指标1名称 | 指标1值), 二级指标 with or without the names of indicators under them; `null` for any other, and for a list of scores.
 */
export function wideHeading(row: Row, year: number | null): WideHeading | null {
  const named = row.cells.find((cell) => ['name', 'code'].includes(headLabel(textOf(cell)) ?? ''))
  if (!named || !isOverColumn(row, named)) return null
  const bottom = bottomOf(row, named)
  const rows = row.all.slice(row.index, bottom)
  const stacks = stacksOf(rows)
  if (stacks === null) return null
  const { indicators, beside, taken } = grouped(stacks)
  if (indicators.length < FEWEST || indicators.some((one) => !isWhole(one))) return null
  if (holdsScores(indicators, row.all.slice(bottom, bottom + SAMPLED))) return null
  const columns = stacks.map(({ place, texts }): Column => ({
    place,
    texts,
    column: taken.has(place) ? 'level3' : null,
    label: taken.has(place) ? null : lastOf(texts, headLabel),
  }))
  const fields = columnFields(columns, new Map(), year)
  if (fields.size === 0) return null
  return {
    wide: indicators,
    fields,
    over: stacks.map(({ cells }) => cells.at(-1)),
    units: stacks.map(({ texts }) => lastOf(texts, statedBudgetUnit)),
    beside,
    width: columns.length,
    bottom,
  }
}

/** Whether a label of a name stands over a column: a heading or a level is beside it, and no value. */
function isOverColumn({ cells }: Row, named: SourceCell): boolean {
  const beside = cells[cells.indexOf(named) + 1]
  const text = beside ? textOf(beside) : ''
  return text !== '' && (isHeading(text) || roleOf(text) !== null || levelNames(unnumbered(text)) !== null)
}

/** The headings over one column from the top down, blank ones left out. */
interface Stack {
  readonly place: number
  readonly texts: readonly string[]
  readonly cells: readonly SourceCell[]
}

function stacksOf(rows: readonly Row[]): Stack[] | null {
  const headings = headingsOver(rows)
  if (headings === null) return null
  const cellOf = new Map(rows.flatMap(({ cells }) => cells.map((cell) => [textOf(cell), cell] as const)))
  const levels = levelsCarried(rows)
  return headings.map((all, place) => {
    const texts = [levels[place] ?? '', ...all].filter((text) => text !== '')
    const own = rows.flatMap(({ slots }) => slots[place]?.cell ?? [])
    const cells = texts.flatMap((text) => own.find((cell) => textOf(cell) === text) ?? cellOf.get(text) ?? [])
    return { place, texts, cells }
  })
}

/** The level that the first row names further left over a place it leaves blank above another heading, as a sheet without merged cells does. */
function levelsCarried([first, ...below]: readonly Row[]): readonly string[] {
  let level = ''
  return (first?.slots ?? []).map((slot, place) => {
    const text = slot ? textOf(slot.cell) : ''
    if (text !== '') level = levelNames(unnumbered(text)) === null ? '' : text
    const isOver = below.some(({ slots }) => slots[place] && textOf(slots[place].cell) !== '')
    return text === '' && isOver ? level : ''
  })
}

/** The row behind the headings: as far as the name reaches down, or while rows below leave it blank and hold no quantities. */
function bottomOf(row: Row, named: SourceCell): number {
  if (named.rowSpan > 1) return row.index + Math.min(named.rowSpan, TALLEST)
  let bottom = row.index + 1
  for (; bottom < row.index + TALLEST; bottom += 1) {
    const below = row.all[bottom]
    if (!below || below.slots.length < row.slots.length) break
    const at = below.slots[named.column]
    const texts = below.cells.map(textOf).filter((text) => text !== '')
    if (!at?.begins || textOf(at.cell) !== '' || texts.length === 0 || texts.some((text) => /\d/.test(text)))
      break
  }
  return bottom
}

function lastOf<T>(texts: readonly string[], find: (text: string) => T | null): T | null {
  return texts.reduceRight<T | null>((found, text) => found ?? find(text), null)
}

/** A heading without the number of its indicator (指标1名称, 数量指标2). */
function unnumbered(text: string): string {
  return comparableName(text).replace(NUMBERED, '')
}

function roleOf(text: string): IndicatorColumn | null {
  return isActual(text) ? null : indicatorColumn(unnumbered(text))
}

type Beside = 'actual-left' | 'longer-term-left'
interface Group {
  levels: LevelNames
  from: readonly SourceCell[]
  name: SourceCell | null
  columns: Map<IndicatorColumn, number>
  free: number | null
}

/** What a heading over one column says: its levels, the name of the indicator, and which of its columns it is. */
function told({ texts, cells }: Stack) {
  let levels: LevelNames = { level1: null, level2: null }
  let name: SourceCell | null = null
  const from: SourceCell[] = []
  const deep = texts.at(-1) ?? ''
  const role = roleOf(deep)
  for (const [index, text] of texts.entries()) {
    const one = levelNames(unnumbered(text), levels.level1)
    const cell = cells[index]
    if (one !== null) {
      levels = { level1: one.level1 ?? levels.level1, level2: one.level2 ?? levels.level2 }
      name = null
      if (cell) from.push(cell)
    } else if (!(index === texts.length - 1 && role !== null) && isName(text) && cell) name = cell
  }
  return { levels, name, from, role, isLevel: levelNames(unnumbered(deep)) !== null }
}

function isName(text: string): boolean {
  return text.length <= LONGEST_NAME && !isHeading(text) && !/^(?:年度|项目)?绩效(?:指标|目标)/.test(text)
}

function grouped(stacks: readonly Stack[]) {
  const indicators: Group[] = []
  const beside = new Map<number, Beside>()
  const taken = new Set<number>()
  let broken = false
  for (const stack of stacks) {
    const { levels, name, from, isLevel, ...own } = told(stack)
    const first = indicators.at(-1)?.from.at(-1) !== from.at(-1)
    const role = own.role === 'description' && name === null && first ? 'level3' : own.role
    const { place, texts } = stack
    const deep = texts.at(-1) ?? ''
    const isLevelled = levels.level1 !== null || levels.level2 !== null
    const last = indicators.at(-1)
    const begin = (group: Partial<Group>) => {
      taken.add(place)
      indicators.push({ levels, from, name: null, columns: new Map(), free: null, ...group })
    }
    if (!isLevelled && role === null) continue
    if (isActual(deep) || texts.some((text) => periodOf(text) === 'midterm')) {
      beside.set(place, isActual(deep) ? 'actual-left' : 'longer-term-left')
      taken.add(place)
    } else if (role === 'level1' || role === 'level2') broken = true
    else if (role === 'level3') begin({ columns: new Map([['level3', place]]) })
    else if (role === null && isLevel && name === null) begin({ free: place })
    else if (isLevelled && name !== null && last?.name !== name && (role === null || role === 'target'))
      begin({ name, columns: new Map([['target', place]]) })
    else if (role !== null && last && !last.columns.has(role)) {
      taken.add(place)
      last.columns.set(role, place)
    } else broken = true
  }
  return { indicators: broken ? [] : indicators.map(settled), beside, taken }
}

/** A column under a level is that of the name where one for the value stands beside it. */
function settled(group: Group): WideIndicator {
  if (group.free === null || !group.columns.has('target')) return group
  return { ...group, columns: new Map([...group.columns, ['level3', group.free]]), free: null }
}

function isWhole({ columns, free, name }: WideIndicator): boolean {
  return free !== null || (columns.has('target') && (name !== null || columns.has('level3')))
}

/** Whether the columns of levels hold bare numbers and nothing else: then they are scores. */
function holdsScores(indicators: readonly WideIndicator[], below: readonly Row[]): boolean {
  const free = indicators.flatMap((one) => one.free ?? [])
  const texts = below
    .flatMap(({ slots }) => free.map((place) => (slots[place] ? textOf(slots[place].cell) : '')))
    .filter((text) => text !== '')
  return texts.length > 0 && texts.every((text) => parseDecimal(comparableName(text)) !== null)
}

/** Whether a 满意度指标 over a column stands for its 二级指标 too, as published tables print both in one cell. */
export function standsForBoth({ level1, level2 }: LevelNames): boolean {
  return level2 === null && level1 !== null && level1.startsWith('满意度')
}
