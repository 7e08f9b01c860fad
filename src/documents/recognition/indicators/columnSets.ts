import { toHalfWidth } from '@/domain/number/halfWidth'
import { visibleText } from '@/domain/number/visibleText'
import { splitComparator } from '@/domain/plan/target'
import { type Row, textOf } from '../documentRows'
import { grantOf, isOtherYear, type Period, periodOf, yearIn } from '../headings'
import type { HeadLabel, IndicatorColumn } from '../labels'

/** How many rows around headings tell what their columns are. */
export const SAMPLED = 20

/** A column whose headings are read: where it stands, and its headings from the top down. */
export interface Column {
  readonly place: number
  readonly texts: readonly string[]
  readonly column: IndicatorColumn | null
  readonly label: HeadLabel | null
}

/** Parts columns that stand side by side for two terms: a new set begins where a name comes again. */
export function setsOf(columns: readonly Column[]): ReadonlyMap<IndicatorColumn, Column>[] {
  const exact = columns.some(({ column, texts }) => column === 'level3' && isThird(texts))
  const sets: Map<IndicatorColumn, Column>[] = [new Map()]
  for (const one of columns) {
    const { column } = one
    if (column === null) continue
    const goesOn = sets.length > 1 && sets.at(-1)?.has('level3') === false
    if (column === 'level3' && exact && !isThird(one.texts) && !goesOn) continue
    if (sets.at(-1)?.has(column)) sets.push(new Map())
    sets.at(-1)?.set(column, one)
  }
  return sets
}

function isThird(texts: readonly string[]): boolean {
  return texts.some((text) => toHalfWidth(text).trim().startsWith('三级'))
}

/** Columns of one term, or of one of several indicators beside each other. */
export type ColumnSet = ReadonlyMap<IndicatorColumn, Column>

/** Where one heading for 指标值 reaches over several columns and the first row below begins with a sign alone: the sign, the value and, in a third, the unit. */
export function widened(set: ColumnSet, last: Row, below: Row | undefined): ColumnSet {
  const target = set.get('target')
  if (!target || !below || set.has('comparator')) return set
  const wide = (place: number) =>
    last.slots[place]?.cell === last.slots[target.place]?.cell && below.slots[place]?.begins === true
  const sign = below.slots[target.place]
  if (!sign?.begins || !isSign(textOf(sign.cell)) || !wide(target.place + 1)) return set
  const at = (more: number): Column => ({ ...target, place: target.place + more })
  const unit = wide(target.place + 2) && !set.has('unit') ? [['unit', at(2)] as const] : []
  return new Map([...set, ['comparator', at(0)], ['target', at(1)], ...unit])
}

function isSign(text: string): boolean {
  return text !== '' && splitComparator(visibleText(text))?.rest === ''
}

/** The set of the year: the one its headings name, else the last that is of no other year, for forms print the longer term first (P); what it lacks stands once for all sets, but of two lists of indicators only their 一级指标. */
export function chosenSet(sets: readonly ColumnSet[], year: number | null): ColumnSet {
  const [first = new Map<IndicatorColumn, Column>()] = sets
  if (sets.every(isOfPart)) return new Map([...first].filter(([column]) => column !== 'target'))
  if (sets.length < 2) return first
  const midterm = setOf(sets, 'midterm')
  const own = sets.filter(
    (set) => set !== midterm && !isOfPart(set) && !speaks(set, (text) => isOtherYear(text, year)),
  )
  const annual = grantedSet(own) ?? setOf(own, 'annual') ?? own.at(-1) ?? sets.at(-1) ?? first
  const has = (column: IndicatorColumn) => sets.some((set) => set !== first && set.has(column))
  const ownNames = has('level2') || has('level3')
  const once = sets
    .flatMap((set) => (set === first || set === annual ? [] : [...set]))
    .filter(
      ([column]) =>
        ONCE.has(column) && !annual.has(column) && sets.filter((set) => set.has(column)).length === 1,
    )
  const shared = [...first].filter(
    ([column, one]) =>
      !annual.has(column) &&
      (column === 'level1' || !ownNames || (column === 'level2' && (!has('level2') || isForAll(one, first)))),
  )
  return new Map([...once, ...shared, ...annual])
}

/** Whether a column stands outside the caption over the values of its set, and so before all sets. */
function isForAll({ texts }: Column, set: ColumnSet): boolean {
  const told = (text: string) => periodOf(text) !== null || yearIn(text) !== null
  return !texts.some(told) && set.get('target')?.texts.slice(0, -1).some(told) === true
}

/** Columns that stand once for the values of several years. */
const ONCE: ReadonlySet<IndicatorColumn> = new Set(['weight', 'basis', 'description'])

/** The set of what was granted (批复指标值), where one of what was asked for stands beside it. */
export function grantedSet(sets: readonly ColumnSet[]): ColumnSet | undefined {
  const grants = sets.map((set) =>
    set
      .get('target')
      ?.texts.map(grantOf)
      .find((grant) => grant !== null),
  )
  return grants.includes('applied') ? sets[grants.indexOf('approved')] : undefined
}

/** Whether the 指标值 of a set is that of a part of the year (半年, 一季度). */
function isOfPart(set: ColumnSet): boolean {
  return set.get('target')?.texts.some((text) => periodOf(text) === 'part') === true
}

function speaks(set: ColumnSet, of: (text: string) => boolean): boolean {
  return [...set.values()].some(({ texts }) => texts.some(of))
}

/** Whether the headings of sets beside each other tell which is the plan's year. */
export function tellsYear(sets: readonly ColumnSet[], year: number | null): boolean {
  const others = sets.filter((set) => speaks(set, (text) => isOtherYear(text, year)))
  return others.length > 0 && others.length < sets.length
}

/** Whether the rows above headings in their table speak of a longer term: then columns beside each other are of two terms. */
export function speaksOfTerms(row: Row): boolean {
  return row.all
    .slice(Math.max(0, row.index - SAMPLED), row.index)
    .some(({ cells }) =>
      cells.some((cell) => textOf(cell).length <= 24 && periodOf(textOf(cell)) === 'midterm'),
    )
}

/** Whether sets of columns hold different indicators side by side (name | value | name | value) and not one indicator's values of two terms: each names its own, none speaks of a term or year, and no row prints one name twice. */
export function standBeside(sets: readonly ColumnSet[], rows: readonly Row[], year: number | null): boolean {
  if (sets.length < 2 || !sets.every((set) => set.has('level3') && set.has('target'))) return false
  const told = (text: string) => periodOf(text) !== null || yearIn(text) !== null || isOtherYear(text, year)
  if (
    sets.some((set) =>
      ['level3', 'target'].some((column) => set.get(column as IndicatorColumn)?.texts.some(told)),
    )
  )
    return false
  const names = rows.map((row) =>
    sets.map((set) => {
      const slot = row.slots[set.get('level3')?.place ?? -1]
      return slot?.cell.row === row.index ? textOf(slot.cell) : ''
    }),
  )
  const filled = names.map((texts) => texts.filter((text) => text !== ''))
  return (
    filled.some((texts) => texts.length > 1) && filled.every((texts) => new Set(texts).size === texts.length)
  )
}

/** Whether sets beside each other are read down: with levels of their own, or numbered 1, 2 below each other. */
export function readsDown(sets: readonly ColumnSet[], row: Row, [first, second]: readonly Row[]): boolean {
  if (sets.slice(1).some((set) => set.has('level1') || set.has('level2'))) return true
  const place = row.slots.findIndex((slot) => slot && /^(?:序号|编号)$/.test(textOf(slot.cell)))
  const [one, two] = [first, second].map((line) => {
    const slot = line?.slots[place]
    return slot ? Number(textOf(slot.cell)) : Number.NaN
  })
  return one !== undefined && two === one + 1
}

/** A further set of columns with the levels that stand once for all. */
export function withLevelsOf(first: ColumnSet, set: ColumnSet): ColumnSet {
  const shared = [...first].filter(
    ([column]) => !set.has(column) && (column === 'level1' || (column === 'level2' && !set.has('level1'))),
  )
  return new Map([...shared, ...set])
}

/** Where the columns of a set stand. */
export function placesOf(set: ColumnSet): ReadonlyMap<IndicatorColumn, number> {
  return new Map([...set].map(([column, { place }]) => [column, place]))
}

/** How the columns of a set that is not taken are named. */
export function besideKind(set: ColumnSet, year: number | null) {
  if (speaks(set, (text) => isOtherYear(text, year))) return 'other-year-left' as const
  if (isOfPart(set)) return 'part-left' as const
  const said = speaks(set, (text) => periodOf(text) === 'annual' || yearIn(text) !== null)
  const granted = set.get('target')?.texts.some((text) => grantOf(text) !== null) === true
  const longer =
    !said && !granted && (set.has('level2') || set.has('level3') || setOf([set], 'midterm') !== undefined)
  return longer ? ('longer-term-left' as const) : ('column-left' as const)
}

/** The set that its headings name as of one term. */
export function setOf(sets: readonly ReadonlyMap<IndicatorColumn, Column>[], period: Period) {
  return sets.find((set) =>
    [...set.values()].some(({ texts }) => texts.some((text) => periodOf(text) === period)),
  )
}
