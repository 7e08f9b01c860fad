import { toHalfWidth } from '@/domain/halfWidth'
import { splitComparator } from '@/domain/target'
import type { SourceCell } from '../reading/sourceDocument'
import type { Account } from './account'
import { type Row, type Slot, textOf } from './documentRows'
import { type IndicatorColumn, indicatorColumn } from './headings'
import { Leaf, NOT_STATED } from './traced'

type Text = Leaf

/** One indicator on its way into a draft. */
export interface IndicatorRow {
  readonly level1: Text
  readonly level2: Text
  readonly level3: Text
  readonly description: Text
  readonly target: Text
  readonly basis: Text
  readonly weight: Text | null
}

/** The columns of a table of indicators by their place, the headings' width, and whether a column before them is only a side label. */
export interface IndicatorHeading {
  readonly columns: ReadonlyMap<IndicatorColumn, number>
  readonly width: number
  readonly merges: boolean
  readonly signature: string
}

const FEWEST_KNOWN = 3

/** Reads a row as the headings of indicators: three known columns at least, a 二级 or 三级指标 among them; `null` when it is none. */
export function indicatorHeading(row: Row): IndicatorHeading | null {
  const columns = new Map<IndicatorColumn, number>()
  const named = row.slots.map((slot) => (slot?.begins ? indicatorColumn(textOf(slot.cell)) : null))
  const exact = row.slots.findIndex(
    (slot) =>
      slot &&
      toHalfWidth(textOf(slot.cell)).trim().startsWith('三级') &&
      indicatorColumn(textOf(slot.cell)) !== null,
  )
  for (const [place, column] of named.entries()) {
    if (column === null || columns.has(column)) continue
    if (column === 'level3' && exact >= 0 && place !== exact) continue
    columns.set(column, place)
  }
  if (columns.size < FEWEST_KNOWN || !(columns.has('level2') || columns.has('level3'))) return null
  return {
    columns,
    width: row.slots.length,
    merges: row.table.merges,
    signature: row.slots.map((slot) => (slot ? textOf(slot.cell) : '')).join('\t'),
  }
}

/** Marks the headings that were understood; another heading stays to be listed. */
export function takeHeading(row: Row, heading: IndicatorHeading, account: Account): void {
  const known = new Set(heading.columns.values())
  for (const [place, slot] of row.slots.entries()) {
    if (slot && (known.has(place) || /^绩效指标$/.test(textOf(slot.cell)))) account.understood(slot.cell)
  }
}

const LEVEL1 = /^(?:产出|效益|效果|成本|满意度|投入|过程|影响力|管理)(?:指标)?$/
/** The one 一级指标 whose 二级指标 tables print in the same cell; where the layout does not tell, that it did is listed. */
const SATISFACTION = /^满意度/
const LEVEL2 =
  /^(?:数量|质量|时效|成本|经济效益|社会效益|生态效益|环境效益|可持续影响|可持续发展|可持续|服务对象满意度|经济成本|社会成本|生态环境成本|经济效果|社会效果|生态效果|环境效果|影响力)(?:指标)?$/

/** Indicator rows of one project, read one by one: what stands once for its group is carried down within the group. */
export class IndicatorRows {
  readonly rows: IndicatorRow[] = []
  private level1: Text = NOT_STATED
  private level2: Text = NOT_STATED
  private readonly account: Account

  constructor(account: Account) {
    this.account = account
  }

  /** Takes a row below the headings; `false` when it does not fit them, and then all its cells stay to be listed. */
  take(row: Row, heading: IndicatorHeading): boolean {
    const slots = aligned(row, heading)
    if (slots === null) return false
    const at = (column: IndicatorColumn): Slot | null => {
      const place = heading.columns.get(column)
      return place === undefined ? null : (slots[place] ?? null)
    }
    const filled = [...heading.columns.keys()].filter((column) => {
      const slot = at(column)
      return slot !== null && textOf(slot.cell) !== ''
    })
    if (filled.length === 0) return true
    const note = filled.length === 1 && filled[0] === 'level1' ? at('level1') : null
    if (note?.begins && !LEVEL1.test(textOf(note.cell))) return false
    this.group(row, at)
    if (!filled.some((column) => column === 'level3' || column === 'description' || column === 'target')) {
      const spare = at('level2') ?? at('level1')
      if (spare) this.account.issueAt('blank-row', row.table, spare.cell)
      return true
    }
    const weight = at('weight')
    this.rows.push({
      level1: this.level1,
      level2: this.level2,
      level3: this.own(row, at('level3')),
      description: this.own(row, at('description'), 'wording'),
      target: this.target(row, at),
      basis: this.own(row, at('basis'), 'wording'),
      weight: !heading.columns.has('weight') ? null : this.own(row, weight),
    })
    return true
  }

  private group(row: Row, at: (column: IndicatorColumn) => Slot | null): void {
    const [first, second] = [at('level1'), at('level2')]
    if (first && textOf(first.cell) !== '') {
      if (first.begins) this.level2 = NOT_STATED
      this.level1 = this.account.value(row.table, first.cell)
    }
    if (second && textOf(second.cell) !== '') this.level2 = this.account.value(row.table, second.cell)
    else if (first && !row.table.merges && SATISFACTION.test(textOf(first.cell))) {
      this.level2 = this.level1
      this.account.issueAt('level2-from-level1', row.table, first.cell)
    }
  }

  /** A cell of this row alone: one merged with the rows above belongs to the first of them. */
  private own(row: Row, slot: Slot | null, how: 'value' | 'wording' = 'value'): Text {
    if (slot === null || slot.cell.row !== row.index) return NOT_STATED
    return this.account[how](row.table, slot.cell)
  }

  /** A 指标值 with the sign and unit that some tables print in columns of their own. */
  private target(row: Row, at: (column: IndicatorColumn) => Slot | null): Text {
    const whole = this.own(row, at('target'))
    if (whole.value === null) return whole
    const sign = at('comparator')
    const unit = at('unit')
    const signText = sign && sign.begins ? textOf(sign.cell) : ''
    const isSign = splitComparator(toHalfWidth(signText))?.rest === ''
    if (sign && (isSign || /^(?:定性|=)$/.test(signText))) this.account.understood(sign.cell)
    const unitText = unit && unit.begins ? textOf(unit.cell) : ''
    if (unit && unitText !== '') this.account.understood(unit.cell)
    const before = isSign && !splitComparator(toHalfWidth(whole.value)) ? signText : ''
    const after = /^[-—/无]*$/.test(unitText) || whole.value.endsWith(unitText) ? '' : unitText
    return new Leaf(before + whole.value + after, whole.from)
  }
}

type Slots = readonly (Slot | undefined)[]

/** The slots of a row in the columns of its headings; `null` when the row does not show which cell stands where. */
function aligned(row: Row, heading: IndicatorHeading): Slots | null {
  if (row.table.merges) return oneEach(row.slots, heading) ? row.slots : null
  const missing = heading.width - row.slots.length
  if (missing <= 0) return row.slots.slice(heading.width).some(isFilled) ? null : row.slots
  const first = heading.columns.get('level1')
  const levels = LEVELS.filter((level) => heading.columns.has(level)).length
  const [text = '', next = ''] = row.slots.map((slot) => (slot ? textOf(slot.cell) : ''))
  if (missing === 1 && first === 0 && LEVEL1.test(text) && !LEVEL2.test(text) && !LEVEL2.test(next)) {
    return [row.slots[0], ...row.slots]
  }
  return missing <= levels && fits(text, next, missing)
    ? [...Array.from<undefined>({ length: missing }), ...row.slots]
    : null
}

const LEVELS: readonly IndicatorColumn[] = ['level1', 'level2']

/** Whether no cell reaches over several columns; only a name that is 一级 and 二级指标 at once may. */
function oneEach(slots: Slots, heading: IndicatorHeading): boolean {
  const seen = new Map<SourceCell, IndicatorColumn>()
  for (const [column, place] of heading.columns) {
    const cell = slots[place]?.cell
    if (!cell || textOf(cell) === '') continue
    const other = seen.get(cell)
    if (other !== undefined && !(LEVELS.includes(other) && LEVELS.includes(column))) return false
    seen.set(cell, column)
  }
  return true
}

function isFilled(slot: Slot | undefined): boolean {
  return slot !== undefined && textOf(slot.cell) !== ''
}

/** Whether a row that lacks its first cells begins where it must: with a 二级指标 when only the 一级指标 is missing, with neither when both are. */
function fits(first: string, second: string, missing: number): boolean {
  if (missing === 1) return (LEVEL2.test(first) || first === '') && !LEVEL2.test(second)
  return !LEVEL1.test(first) && !LEVEL2.test(first)
}
