import { cleanCell, saysNothing } from '@/domain/number/cellText'
import { comparableName, visibleText } from '@/domain/number/visibleText'
import { parseQuantity, splitComparator } from '@/domain/plan/target'
import type { SourceCell, SourceTable } from '../../reading/sourceDocument'
import type { Account } from '../facts/account'
import type { SourcePlace } from '../../outcome/recognitionIssue'
import { cellPlace, type Paragraph, paragraphPlace, type Row, type Slot, textOf } from '../documentRows'
import { isHeading } from '../headings'
import type { IndicatorHeading } from './indicatorHeading'
import { standsForBoth, type WideIndicator } from './wideHeading'
import type { IndicatorColumn } from '../labels'
import { isFooter, isLevel, isLikeLevel, isSigned, levelOver } from './customaryLevels'
import { numberedItems } from './numberedItems'
import { partsOf } from './nameAndValue'
import { isExecution, isRank, LEVEL1, type LevelNames, levelNames } from './levelNames'
import { type LevelRow, levelRow } from './levelRows'
import { withoutNoteMark } from '../noteMark'
import { aligned } from './rowAlignment'
import { severalIn } from './severalInCell'
import { Leaf, NOT_STATED } from '../traced'

type Text = Leaf
type Slots = readonly (Slot | undefined)[] | null
type At = (column: IndicatorColumn) => Slot | null

/** One indicator on its way into a draft. */
export interface FoundIndicator {
  readonly level1: Text
  readonly level2: Text
  readonly level3: Text
  readonly description: Text
  readonly target: Text
  readonly basis: Text
  readonly weight: Text | null
}

type Beside = Pick<FoundIndicator, 'description' | 'basis' | 'weight'>
const NOTHING_BESIDE: Beside = { description: NOT_STATED, basis: NOT_STATED, weight: null }

/** The one 一级指标 whose 二级指标 tables print in the same cell; where the layout does not tell, that it did is listed. */
const SATISFACTION = /^满意度/
const BENEFIT = /^(?:效益|效果|满意度)/
const SUM = /^(?:总\s*分|合\s*计|总\s*计|小\s*计|得\s*分)/
const EXAMPLE = /^[(]?(?:示|样|举|范)?例(?:如)?[):,]/
const PLACEHOLDER = /^(?:…+|\.{3,}|。{3,}|⋯+)$/
/** Words for signs that a day takes as a figure does. */
const DAY_WORDS = /^(?:不?[晚早]于|不迟于|之?前)$/
const COLUMN_NUMBER = /^\(?(?:\d{1,2}|[①-⑳]|[A-Z]|[甲乙丙丁戊]|栏次)\)?$/
const OWN: readonly IndicatorColumn[] = ['level3', 'level4', 'description', 'target']

/** Indicator rows of one project, read one by one: what stands once for its group is carried down within the group. */
export class IndicatorRows {
  readonly rows: FoundIndicator[] = []
  private level1: Text = NOT_STATED
  private level2: Text = NOT_STATED
  private readonly behind: IndicatorRows[] = []
  private unused: Leaf[] = []
  /** The last 三级指标, for the rows it reaches over, and the one that was said to. */
  private third: Text = NOT_STATED
  private repeated: SourceCell | null = null
  private joined = false
  /** Whether the open 一级指标 is a 满意度指标 that names no 二级指标. */
  private lone = false
  /** The last 一级指标 that was not printed, but told from its 二级指标. */
  private inferred: Text = NOT_STATED
  /** Whether a customary 一级指标 stood in its column, and the first cell of what begins below the indicators. */
  private customary = false
  private below: { readonly heading: IndicatorHeading; readonly first: SourceCell } | null = null
  private readonly account: Account

  constructor(account: Account) {
    this.account = account
  }

  /** Takes a row below the headings; a row that does not fit them is named whole, a cell under another heading with its column. */
  take(row: Row, heading: IndicatorHeading, slots = aligned(row, heading)): void {
    if (isHeadingRow(row, heading) || isNumbersRow(row, heading, this.account)) return
    const level = levelRow(row, heading, this.level1.value)
    if (level !== null) return this.takeLevel(row, level)
    if (this.isExecution(row, slots, heading)) return this.leaveRow(row, 'execution-row')
    if (slots === null) return this.leaveRow(row, isLabelled(row) ? 'label-left' : 'row-not-aligned')
    const atOf =
      (columns: IndicatorHeading['columns']): At =>
      (column) => {
        const place = columns.get(column)
        return place === undefined ? null : (slots[place] ?? null)
      }
    const at = atOf(heading.columns)
    if (this.isBelow(row, heading, at)) return
    const apart = this.apartIn(row, at)
    if (apart !== null) return this.leaveRow(row, apart)
    if (!heading.down) this.takeBehind()
    if (heading.left === null) this.takeCells(row, heading, at)
    for (const [index, columns] of heading.also.entries())
      this.takeBeside(row, { ...heading, columns }, atOf(columns), index)
    if (!heading.down) this.takeBehind()
    for (const one of heading.wide)
      this.takeWide(row, { ...heading, columns: one.columns }, atOf(one.columns), one, slots)
    this.leaveColumns(row, heading, slots)
  }

  /** Appends the indicators that stood in further columns, each column behind the one before: nothing follows in the first. */
  private takeBehind(): void {
    for (const { rows } of this.behind.splice(0)) for (const one of rows) this.rows.push(one)
  }

  private takeBeside(row: Row, heading: IndicatorHeading, at: At, index: number): void {
    const rows = (this.behind[index] ??= new IndicatorRows(this.account))
    if ([...OWN].every((column) => textAt(at(column)) === '')) return
    if (!heading.columns.has('level1')) rows.level1 = this.level1
    if (!heading.columns.has('level2')) rows.level2 = this.level2
    rows.takeCells(row, heading, at)
  }

  /** One indicator of a row whose columns are indicators: by its columns, or all in the cell under the name of its level. */
  private takeWide(
    row: Row,
    heading: IndicatorHeading,
    at: At,
    one: WideIndicator,
    slots: readonly (Slot | undefined)[],
  ): void {
    const { table } = row
    const leaf = (text: string | null) => {
      const cell = one.from.find((from) => text !== null && comparableName(textOf(from)).includes(text))
      return text === null ? NOT_STATED : new Leaf(text, cell ? cellPlace(table, cell) : null)
    }
    this.level1 = leaf(one.levels.level1)
    this.level2 = standsForBoth(one.levels) ? this.level1 : leaf(one.levels.level2)
    this.lone = false
    const filled = OWN.filter((column) => textAt(at(column)) !== '')
    const free = one.free === null ? null : slots[one.free]
    const cell = free?.cell ?? at('target')?.cell
    if (free !== null ? free === undefined || textAt(free) === '' : filled.length === 0) return
    if (cell && cell.row === row.index && saysNothing(cleanCell(textOf(cell)))) this.account.understood(cell)
    else if (cell && free && cell.row === row.index) this.takeFree(table, cell, heading.over[one.free ?? -1])
    else if (one.name === null) this.takeCells(row, heading, at)
    else if (cell && cell.row === row.index) this.rows.push(this.named(row, heading, at, one.name))
  }

  private named(row: Row, heading: IndicatorHeading, at: At, name: SourceCell): FoundIndicator {
    return {
      level1: this.level1,
      level2: this.level2,
      level3: this.account.value(row.table, name),
      description: this.own(row, at('description'), 'wording'),
      target: this.target(row, heading, at),
      basis: this.own(row, at('basis'), 'wording'),
      weight: heading.columns.has('weight') ? this.own(row, at('weight')) : null,
    }
  }

  /** The indicators of a cell that holds names and values in one: each behind its number or on its line. */
  private takeFree(
    table: SourceTable,
    cell: SourceCell,
    over: SourceCell | undefined,
    beside: Beside = NOTHING_BESIDE,
  ): void {
    const place = cellPlace(table, cell)
    const parts = partsOf(cell)
    const isParted = parts.length > 1 || parts.some(({ name, value }) => name !== null && value !== null)
    if (over && isParted) this.account.under(over, table, cell, 'name-and-value')
    else this.account.understood(cell)
    this.unused = this.unused.filter((leaf) => leaf !== this.level1 && leaf !== this.level2)
    for (const { name, value } of parts)
      this.rows.push({
        ...beside,
        level1: this.level1,
        level2: this.level2,
        level3: new Leaf(name, place),
        target: new Leaf(value, place),
      })
  }

  /** A heading over the rows below it; a 满意度指标 stands for its 二级指标 too until one is named. */
  takeLevel(row: Row, { cell, names, ranks, rest }: LevelRow): void {
    this.account.understood(cell)
    for (const rank of ranks) this.account.understood(rank)
    if (rest.length > 0) this.account.leave('label-left', row.table, [cell, ...rest])
    this.openLevel(names, cellPlace(row.table, cell))
  }

  /** A line between two tables that names the level of the rows below it; `false` for any other text. */
  takeLevelLine(paragraph: Paragraph): boolean {
    const names = levelNames(paragraph.text, this.level1.value)
    if (names === null) return false
    this.account.understood(paragraph)
    this.openLevel(names, paragraphPlace(paragraph))
    return true
  }

  private openLevel({ level1, level2 }: LevelNames, place: SourcePlace): void {
    this.nameUnused(level1 === null)
    const unused: Leaf[] = []
    if (level1 !== null) unused.push((this.level1 = new Leaf(level1, place)))
    if (level1 !== null) this.level2 = NOT_STATED
    if (level2 !== null) unused.push((this.level2 = new Leaf(level2, place)))
    this.lone = level1 !== null && level2 === null && SATISFACTION.test(level1)
    this.unused.push(...unused)
  }

  /** Lists the levels that no indicator stood under, all or those of the lower rank. */
  private nameUnused(lower = false): void {
    const gone = this.unused.filter((leaf) => !lower || leaf !== this.level1)
    this.unused = this.unused.filter((leaf) => !gone.includes(leaf))
    for (const place of new Set(gone.map(({ from }) => from))) this.account.issue('blank-row', place)
  }

  /** What only the whole table tells. */
  finish(): void {
    this.takeBehind()
    this.nameUnused()
  }

  /** Whether a row is the 预算执行率 of the scores (domain.md §7): a level of its own, or one under none that it can belong to; under 产出 it is an indicator as printed. */
  private isExecution(row: Row, slots: Slots, heading: IndicatorHeading): boolean {
    const [first, second] = row.cells.filter((cell) => textOf(cell) !== '' && !isRank(textOf(cell)))
    const place = heading.columns.get('level1')
    const printed = place === undefined ? '' : textAt(slots?.[place])
    if (printed !== '') return isExecution(printed)
    const open = this.level1.value ?? ''
    if (isExecution(open)) return true
    if (first === undefined || second === undefined || !isExecution(textOf(first))) return false
    const third = slots?.[heading.columns.get('level3') ?? -1]?.cell
    const timely = /^(?:时效|成本|进度)/.test(this.level2.value ?? '')
    return first !== third || open === '' || BENEFIT.test(open) || (place === undefined && !timely)
  }

  private takeCells(row: Row, heading: IndicatorHeading, at: At): void {
    const filled = [...heading.columns.keys()].filter((column) => textAt(at(column)) !== '')
    const levels = filled.filter((column) => at(column)?.cell.row === row.index)
    if (levels.length === 0) return
    this.group(row, at)
    const named = heading.named.get(heading.columns.get('level3') ?? -1)
    if (named && !heading.columns.has('level1')) this.nameLevels(row, heading, named)
    const own = OWN.map((column) => at(column)).filter((slot) => slot?.cell.row === row.index)
    const texts = own.map(textAt).filter((text) => text !== '')
    if (texts.length === 0) {
      const spare = at('level2') ?? at('level1')
      if (spare) this.account.issueAt('blank-row', row.table, spare.cell)
      return
    }
    if (EXAMPLE.test(comparableName(textAt(at('level3') ?? at('description')))))
      return this.account.leave('example-row', row.table, row.cells)
    if (texts.every((text) => PLACEHOLDER.test(text))) {
      const cells = own.flatMap((slot) => (slot ? [slot.cell] : []))
      return this.account.leave('placeholder-row', row.table, cells)
    }
    const third = at('level3')
    const both = !heading.columns.has('target') || third?.cell === at('target')?.cell
    if (both && third && third.cell.row === row.index && holdsValues(third.cell)) {
      const beside = {
        description: this.own(row, at('description'), 'wording'),
        basis: this.own(row, at('basis'), 'wording'),
        weight: heading.columns.has('weight') ? this.own(row, at('weight')) : null,
      }
      return this.takeFree(row.table, third.cell, heading.over[heading.columns.get('level3') ?? -1], beside)
    }
    if (third && third.cell === at('target')?.cell && !holdsValues(third.cell)) return this.leaveRow(row)
    const one: FoundIndicator = {
      level1: this.level1,
      level2: this.level2,
      level3: this.name(row, heading, at),
      description: this.own(row, at('description'), 'wording'),
      target: this.target(row, heading, at),
      basis: this.own(row, at('basis'), 'wording'),
      weight: heading.columns.has('weight') ? this.weight(row, heading, at) : null,
    }
    this.unused = this.unused.filter((leaf) => leaf !== one.level1 && leaf !== one.level2)
    this.rows.push(...this.parted(row, one, at))
  }

  /** The indicators that one row prints: several where its cells number them alike, or print one a line; where only one side does, it is asked. */
  private parted(row: Row, one: FoundIndicator, at: At): readonly FoundIndicator[] {
    const [name, target] = [at('level3') ?? at('description'), at('target')]
    if (!name || !target || name.cell.row !== row.index) return [one]
    const [names, values] = severalIn(name.cell, target.cell)
    if (names === null && values === null) return [one]
    const column = at('level3') ? 'level3' : 'description'
    const [sign, unit] = [textAt(at('comparator')), textAt(at('unit'))]
    const apart = (sign !== '' && !/^定[性量]$/.test(sign)) || unit !== ''
    const weight = one.weight?.value ?? null
    if (names?.length !== values?.length || apart) {
      this.account.issueAt('several-in-one-cell', row.table, names === null ? target.cell : name.cell)
      return [one]
    }
    this.account.issueAt('cell-split', row.table, name.cell)
    if (weight !== null) this.account.issue('several-in-one-cell', one.weight?.from ?? null)
    const pick = (leaf: Leaf, place: number) => {
      const items = leaf.value === null ? null : numberedItems(leaf.value)
      return items?.length === values?.length ? new Leaf(items?.[place] ?? null, leaf.from) : leaf
    }
    return (values ?? []).map((value, place) => ({
      ...one,
      description: pick(one.description, place),
      basis: pick(one.basis, place),
      [column]: new Leaf(names?.[place] ?? null, one[column].from),
      target: new Leaf(value, one.target.from),
      weight: one.weight === null || place === 0 ? one.weight : NOT_STATED,
    }))
  }

  /** Leaves a row that is of another table below the indicators, or of what is signed there, as one line with those behind it (domain.md §11); `false` for any other: customary levels or a 指标值 with its sign go on. */
  private isBelow(row: Row, heading: IndicatorHeading, at: At): boolean {
    if (heading.left !== null || heading.wide.length > 0) return false
    const first = at('level1') ?? at('level2')
    const text = textAt(first)
    const own = first?.begins === true && first.cell.row === row.index && text !== ''
    const goesOn = (own && isLevel(text)) || isLevel(textAt(at('level2'))) || isSigned(textAt(at('target')))
    if (this.below?.heading !== heading || goesOn) this.below = null
    const isOther = own && (isFooter(text) || (this.customary && at('level1') !== null && !isLikeLevel(text)))
    const alone = row.cells.filter((cell) => textOf(cell) !== '').length === 1
    if (!this.below && isOther && !alone && !goesOn && !SUM.test(text))
      this.below = { heading, first: first.cell }
    if (own && at('level1') !== null && isLevel(text)) this.customary = true
    if (!this.below) return false
    for (const cell of row.cells)
      if (!this.account.isUnderstood(cell))
        this.account.under(this.below.first, row.table, cell, 'below-left')
    return true
  }

  /** How a row is named that is no indicator: a sum, or one text alone in the place of a 一级指标; `null` for any other. */
  private apartIn(row: Row, at: At): 'sum-row' | 'row-left' | null {
    const first = at('level1')
    const text = textAt(first)
    if (first?.begins !== true || LEVEL1.test(text)) return null
    if (SUM.test(text)) return 'sum-row'
    const alone = row.cells.filter((cell) => textOf(cell) !== '').length === 1
    return alone && first.cell.rowSpan === 1 ? 'row-left' : null
  }

  private leaveRow(
    row: Row,
    kind: 'row-not-aligned' | 'label-left' | 'execution-row' | 'sum-row' | 'row-left' = 'row-not-aligned',
  ): void {
    this.account.leave(
      kind,
      row.table,
      row.cells.filter((cell) => !this.account.isUnderstood(cell)),
    )
  }

  /** Names what stands in columns that no plan takes, by column. */
  private leaveColumns(row: Row, heading: IndicatorHeading, slots: readonly (Slot | undefined)[]): void {
    const seen = new Set<SourceCell>()
    for (const [place, slot] of slots.entries()) {
      if (!slot || seen.has(slot.cell) || slot.cell.row !== row.index) continue
      seen.add(slot.cell)
      const over = heading.over[place]
      if (this.account.isUnderstood(slot.cell) || textOf(slot.cell) === '' || !over) continue
      const kind = heading.left ?? heading.beside.get(place) ?? 'column-left'
      this.account.under(over, row.table, slot.cell, kind)
    }
  }

  /** The levels that stand over the columns, by the headings or the row above them. */
  private nameLevels(row: Row, heading: IndicatorHeading, { level1, level2 }: LevelNames): void {
    const place = heading.columns.get('level3') ?? -1
    const cells = row.all.slice(0, heading.bottom).flatMap(({ slots }) => slots[place]?.cell ?? [])
    const over = cells.filter((cell) => levelNames(textOf(cell)) !== null).at(-1)
    const from = over ? cellPlace(row.table, over) : null
    if (over) this.account.understood(over)
    if (level1 !== null) this.level1 = new Leaf(level1, from)
    if (level2 !== null && !heading.columns.has('level2')) this.level2 = new Leaf(level2, from)
  }

  private group(row: Row, at: At): void {
    const [first, second] = [at('level1'), at('level2')]
    const due =
      second?.cell.row === row.index
        ? levelOver(textAt(second), this.level1.value, this.level1 !== this.inferred)
        : null
    if (first?.begins && first.cell.row === row.index && textAt(first) === '' && second && due !== null) {
      this.level1 = this.inferred = new Leaf(due, cellPlace(row.table, second.cell))
      this.account.issueAt('level1-from-level2', row.table, second.cell)
    }
    if (first && textOf(first.cell) !== '') {
      if (first.begins && first.cell.row === row.index) this.level2 = NOT_STATED
      this.lone = false
      this.level1 = this.account.value(row.table, first.cell)
      const names = second ? null : levelNames(textOf(first.cell))
      if (names?.level1 && names.level2) return this.openLevel(names, cellPlace(row.table, first.cell))
    }
    if (this.lone && !(second && textOf(second.cell) !== '')) {
      this.lone = false
      this.level2 = this.level1
      this.account.issue('level2-from-level1', this.level1.from)
    }
    if (second && textOf(second.cell) !== '') this.level2 = this.account.value(row.table, second.cell)
    else if (first && !row.table.merges && SATISFACTION.test(textOf(first.cell))) {
      this.level2 = this.level1
      this.account.issueAt('level2-from-level1', row.table, first.cell)
    }
  }

  /** The name of an indicator: its 三级指标, with a 四级指标 behind it; one merged over rows with 指标值 of their own names them all. */
  private name(row: Row, heading: IndicatorHeading, at: At): Text {
    const [third, fourth] = [at('level3'), at('level4')]
    const reaches = third !== null && third.cell.row < row.index && textOf(third.cell) !== ''
    const own = this.own(row, third)
    if (third !== null && own.value !== null) this.third = own
    const repeated = reaches || (fourth !== null && own.value === null && !row.table.merges)
    const name = repeated ? this.third : own
    if (fourth !== null && textOf(fourth.cell) !== '' && fourth.cell !== third?.cell) {
      const over = heading.over[heading.columns.get('level4') ?? -1]
      if (over && !this.joined) this.account.issueAt('level4-joined', row.table, over)
      this.joined = true
      this.account.understood(fourth.cell)
      return name.value === null
        ? this.account.value(row.table, fourth.cell)
        : new Leaf(`${name.value}-${textOf(fourth.cell)}`, cellPlace(row.table, fourth.cell))
    }
    if (!repeated || textAt(at('target')) === '' || at('target')?.cell.row !== row.index) return own
    if (third && third.cell !== this.repeated) this.account.issueAt('level3-repeated', row.table, third.cell)
    this.repeated = third?.cell ?? null
    return name
  }

  /** A cell of this row alone: one merged with the rows above belongs to the first of them. */
  private own(row: Row, slot: Slot | null, how: 'value' | 'wording' = 'value'): Text {
    if (slot === null || slot.cell.row !== row.index) return NOT_STATED
    return this.account[how](row.table, slot.cell)
  }

  /** The 分值 of an indicator; one merged over the rows of several is that of all together, which is said. */
  private weight(row: Row, heading: IndicatorHeading, at: At): Text {
    const slot = at('weight')
    if (!slot || slot.cell.row !== row.index || slot.cell.rowSpan === 1 || textOf(slot.cell) === '')
      return this.own(row, slot)
    const name = heading.columns.get('level3') ?? heading.columns.get('target') ?? -1
    const target = heading.columns.get('target') ?? name
    const several = row.all.slice(row.index, row.index + slot.cell.rowSpan).filter(({ slots, index }) =>
      [name, target].some((place) => {
        const own = slots[place]
        return own?.cell.row === index && textOf(own.cell) !== ''
      }),
    )
    if (several.length < 2) return this.own(row, slot)
    this.account.issueAt('weight-of-several', row.table, slot.cell)
    return NOT_STATED
  }

  /** A 指标值 with the sign and unit that some tables print in columns of their own; a sign or unit that is not joined is named with its column. */
  private target(row: Row, heading: IndicatorHeading, at: At): Text {
    const printed = this.own(row, at('target'))
    if (printed.value === null) return this.wordsBeside(row, heading, at) ?? printed
    const whole = this.withoutMark(printed, printed.value)
    if (whole.value === null) return whole
    if (saysNothing(cleanCell(whole.value))) this.account.issue('target-says-nothing', whole.from)
    const [sign, unit] = [at('comparator'), at('unit')]
    const signText = textAt(sign)
    const isSign = splitComparator(visibleText(signText))?.rest === ''
    const quantity = parseQuantity(splitComparator(visibleText(whole.value))?.rest ?? whole.value) !== null
    const signed = splitComparator(visibleText(whole.value)) !== null
    const before = isSign && !signed && (quantity || !/[=＝]/.test(signText)) ? signText : ''
    const dated = DAY_WORDS.test(signText) && /\d/.test(whole.value)
    const words = isSign || signed || !(quantity || dated) ? null : signWords(signText)
    const asked = heading.over[heading.columns.get('comparator') ?? -1]
    if (sign && asked && quantity && !signed && /^(?:正向|反向|逆向|负向)(?:指标)?$/.test(signText))
      this.account.under(asked, row.table, sign.cell, 'direction-left')
    const isSaid =
      words !== null || before !== '' || whole.value.startsWith(signText) || /^(?:定性|定量)$/.test(signText)
    if (sign && isSaid) this.account.understood(sign.cell)
    const unitNote = withoutNoteMark(textAt(unit))
    const unitText = unitNote?.text ?? textAt(unit)
    if (unit && unitNote) this.account.issueAt('note-mark', row.table, unit.cell)
    const none = /^[-—/无]*$/.test(unitText) || whole.value.endsWith(unitText)
    const after = none || !this.takesUnit(whole.value, unitText) ? '' : unitText
    if (unit && (none || after !== '')) this.account.understood(unit.cell)
    const over = unit ? '' : unitOver(heading.over[heading.columns.get('target') ?? -1], whole.value)
    const value = `${words?.before ?? before}${whole.value}${after}${over}${words?.after ?? ''}`
    return new Leaf(value, whole.from)
  }

  /** A 指标值 without the mark of a note behind it, which is said. */
  private withoutMark(printed: Text, value: string): Text {
    const noted = withoutNoteMark(value)
    if (noted === null) return printed
    this.account.issue('note-mark', printed.from)
    return new Leaf(noted.text, printed.from)
  }

  /** A 指标值 in words that stands in a column of its own (定性), or in the one for units (单位（文字描述）), where the one for figures is blank. */
  private wordsBeside(row: Row, heading: IndicatorHeading, at: At): Text | null {
    const words = row.slots[heading.worded ?? -1]
    if (words && textOf(words.cell) !== '') return this.own(row, words)
    const unit = at('unit')
    const over = heading.over[heading.columns.get('unit') ?? -1]
    if (!unit || !over || !/文字|描述/.test(textOf(over)) || textOf(unit.cell) === '') return null
    const sign = at('comparator')
    if (sign && /^[-—/无]*$|^定[性量]$/.test(textOf(sign.cell))) this.account.understood(sign.cell)
    return this.own(row, unit)
  }

  /** Whether a unit belongs behind a value: a number without one takes it, words and 是/否 do not. */
  private takesUnit(value: string, unit: string): boolean {
    if (/是\s*[/、或]\s*否|定性|文字/.test(unit)) return false
    if (/^(?:之?前|以?内|以上|以下|左右)$/.test(unit)) return /\d/.test(value)
    return /[\d*]$/.test(visibleText(value).trim())
  }
}

/** Whether a row is a label of something else with its text beside it (备注 | 无). */
function isLabelled({ cells }: Row): boolean {
  const [label, , more] = cells.filter((cell) => textOf(cell) !== '')
  return label !== undefined && more === undefined && isHeading(textOf(label))
}

/** What a sign in words puts before or behind a value (较上年提高 | 5 | %, 左右); `null` for words that are no part of it (正向, 定量). */
function signWords(text: string): { readonly before: string; readonly after: string } | null {
  if (/^(?:左右|上下|以上|以下|以内|之内|及以上|及以下|之?前)$/.test(text)) return { before: '', after: text }
  const isBefore =
    /^(?:较|比|同比|环比|大?约(?!束)|近|至少|最多|达到?|提[高升]|增[长加]|上升|新增|下降|降低|减[少低]|节约|压[减缩]|不?[晚早]于|不迟于|±|[=＝][<>＜＞])/.test(
      text,
    )
  return isBefore && !/指标/.test(text) ? { before: text, after: '' } : null
}

const UNIT_OVER =
  /[(（]((?:%|％|百分比|‰|[万亿]?元|个|人|人次|次|项|套|公里|米|亩|公顷|平方米|吨|天|户|件|场|期|份|篇|年|台|座|处|条|辆|小时))[)）]$/

/** The unit that the heading of 指标值 states for bare figures (指标值（%）), `''` for a value that has its own or is none. */
function unitOver(heading: SourceCell | undefined, value: string): string {
  const [, unit] = (heading && UNIT_OVER.exec(textOf(heading))) ?? []
  const plain = visibleText(value)
  const isBare = parseQuantity(splitComparator(plain)?.rest ?? plain) !== null && /\d$/.test(plain)
  return unit !== undefined && isBare ? unit : ''
}

/** Whether a cell holds an indicator with its 指标值, or several. */
function holdsValues(cell: SourceCell): boolean {
  return partsOf(cell).some(({ name, value }) => name !== null && value !== null)
}

/** Whether a row is a lower one of the headings. */
export function isHeadingRow(row: Row, { table, bottom }: IndicatorHeading): boolean {
  return row.table === table && row.index < bottom
}

function textAt(slot: Slot | null | undefined): string {
  return slot ? textOf(slot.cell) : ''
}

/** Takes a row of the numbers of the columns: straight below the headings, or anywhere if they count on from cell to cell; `false` for any other. */
export function isNumbersRow(row: Row, heading: IndicatorHeading, account: Account): boolean {
  const filled = row.cells.filter((cell) => textOf(cell) !== '')
  const texts = filled.map((cell) => visibleText(textOf(cell)))
  if (filled.length < 3 || !texts.every((text) => COLUMN_NUMBER.test(text))) return false
  if ((row.table !== heading.table || row.index !== heading.bottom) && !countsOn(texts)) return false
  for (const cell of filled) account.understood(cell)
  return true
}

/** Whether the numbers of columns count on from one to the next, letters before figures (甲, 乙, 1, 2). */
function countsOn(texts: readonly string[]): boolean {
  const ranks = texts.map((text) => {
    const plain = text.replace(/[()]/g, '')
    const letter = ['甲乙丙丁戊', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳']
      .map((letters) => letters.indexOf(plain))
      .find((at) => at >= 0)
    return letter === undefined ? { letter: false, rank: Number(plain) } : { letter: true, rank: letter + 1 }
  })
  return ranks.every((one, at) => {
    const before = ranks[at - 1]
    if (!before || (before.letter && !one.letter)) return one.rank === 1
    return one.letter === before.letter && one.rank === before.rank + 1
  })
}
