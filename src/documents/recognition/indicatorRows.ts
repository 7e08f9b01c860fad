import { visibleText } from '@/domain/number/visibleText'
import { splitComparator } from '@/domain/plan/target'
import type { Account } from './facts/account'
import { type Row, type Slot, textOf } from './documentRows'
import type { IndicatorColumn } from './headings'
import type { IndicatorHeading } from './indicatorHeading'
import { aligned, LEVEL1 } from './rowAlignment'
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

/** The one 一级指标 whose 二级指标 tables print in the same cell; where the layout does not tell, that it did is listed. */
const SATISFACTION = /^满意度/

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
    const isSign = splitComparator(visibleText(signText))?.rest === ''
    if (sign && (isSign || /^(?:定性|=)$/.test(signText))) this.account.understood(sign.cell)
    const unitText = unit && unit.begins ? textOf(unit.cell) : ''
    if (unit && unitText !== '') this.account.understood(unit.cell)
    const before = isSign && !splitComparator(visibleText(whole.value)) ? signText : ''
    const after = /^[-—/无]*$/.test(unitText) || whole.value.endsWith(unitText) ? '' : unitText
    return new Leaf(before + whole.value + after, whole.from)
  }
}
