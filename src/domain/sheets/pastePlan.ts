import type { ColumnUnit } from '../desk/amountCell'
import { cleanCell, saysNothing } from '../number/cellText'
import type { CellValue, EntryColumn, EntryGrid, EntryRow } from '../desk/entryGrid'
import { askCell, type CellDoubt, type CellRefusal } from '../desk/readCell'
import { ProjectIndex, type ListProject } from '../payments/projectIndex'
import { rowProjects } from './blockProject'
import { ofAnotherYear, type LeftOutColumn } from './columnSense'
import { monthOf, yearOf } from '../time/day'
import type { LabelAt } from './headingRows'
import { saysCumulative } from './monthTable'
import { headingColumn, namedRows, rowNames, statedUnit, type RowNames } from './pasteLabels'
import { coveredBy, layoutOf, type Anchor, type Layout } from './pasteLayout'
import type { PastedBlock } from './pastedBlock'
import { titleDiffers } from './titleSense'
import { upright } from './turnedBlock'
import { rowUnits } from './unitColumn'

/** What is asked about a pasted cell; a cell may raise several, answered together. */
export type PasteDoubt =
  CellDoubt | 'rounded' | 'merged' | 'namesake' | 'same-place' | 'heading' | 'no-heading' | 'near-name'

/** Why a pasted cell is refused: what refuses a typed one. */
export type PasteRefusal = CellRefusal

/** What became of a pasted cell. Only `accepted` and answered `doubtful` cells are ever applied. */
export type PasteOutcome =
  | { readonly kind: 'accepted'; readonly value: CellValue; readonly over100: boolean }
  | {
      readonly kind: 'doubtful'
      readonly doubts: readonly PasteDoubt[]
      readonly suggestion: CellValue
      readonly asRead: CellValue | null
    }
  | { readonly kind: 'refused'; readonly why: PasteRefusal }
  | { readonly kind: 'empty'; readonly why: 'blank' | 'merged' }
  | {
      readonly kind: 'outside'
      readonly why:
        | 'beyond-rows'
        | 'beyond-columns'
        | 'unknown-row'
        | 'unknown-column'
        | 'unknown-project'
        | 'total-row'
        | 'other-project'
        | `${LeftOutColumn}-column`
        | 'monthly-column'
      /** The project that the block names instead of this one. */
      readonly named?: string
    }

/** One pasted cell of data (headings and row names are not): where it stood in the block, where it goes, and what became of it. */
export interface PasteCell {
  readonly from: { readonly row: number; readonly column: number }
  readonly row: number | null
  readonly column: number | null
  readonly raw: string
  readonly outcome: PasteOutcome
}

/** A pasted block laid onto the grid, before anything is applied. `byName` and `byHeading` say how rows and columns were found. */
export interface PastePreview {
  readonly grid: EntryGrid
  readonly byName: boolean
  readonly byHeading: boolean
  /** Whether the block lay on its side and was turned. */
  readonly turned: boolean
  /** The unit that a title above the block states. */
  readonly stated: ColumnUnit | null
  readonly cells: readonly PasteCell[]
}

/**
 * Lays a pasted block onto the grid from the focused cell, or by headings and row names where the block has them, and judges each cell.
 * Pure and total: every data cell of the block is in the result once, whatever the block holds. What the block says of another of the `projects`, or of
 * one that is none of them, is not taken.
 */
export function planPaste(
  pasted: PastedBlock,
  grid: EntryGrid,
  focus: { readonly row: number; readonly column: number },
  unit: ColumnUnit,
  projects: readonly ListProject[] = [grid.project],
): PastePreview {
  const index = new ProjectIndex(projects, {})
  const { block, turned, back } = upright(pasted, index)
  const covered = coveredBy(block)
  const labelAt = (row: number, column: number) =>
    covered.get(`${row}:${column}`)?.text ?? block.rows[row]?.[column] ?? ''
  const names = rowNames(grid)
  const layout = layoutOf(block, grid, names, labelAt, grid.rows[focus.row]?.kind === 'spending')
  const underlying = new Map(block.underlying.map(({ row, column, text }) => [`${row}:${column}`, text]))
  const dataColumns = (block.rows[0] ?? [])
    .map((_, index) => index)
    .filter((index) => !layout.labels.has(index))
  const strangers = rowProjects(
    block.rows,
    (row) => [...layout.labels].map((column) => labelAt(row, column)),
    (text) => namedRows([text], names).length > 0,
    index,
  ).map((named) => (named && !named.ids.includes(grid.project.id) ? named.name : null))

  const rowPlace = rowPlaces(layout, grid, names, labelAt, focus.row)
  const unitOf = rowUnits(block.rows, layout, labelAt)
  const cells: PasteCell[] = []
  for (let row = layout.firstRow; row < block.rows.length; row += 1) {
    const place = rowPlace(row)
    const stranger = strangers[row] ?? null
    const target = place.at === null ? undefined : grid.rows[place.at]
    const flows =
      target?.kind === 'spending' &&
      ![...layout.labels].some((column) => saysCumulative(labelAt(row, column)))
    const own = target?.kind === 'spending' ? unitOf(row) : null
    for (const column of dataColumns) {
      const raw = block.rows[row]?.[column] ?? ''
      const flow = flows && 'monthly' in (layout.senses?.[column] ?? {})
      const at = flow
        ? null
        : layout.senses
          ? headedColumn(layout, column, grid, focus.column, target)
          : columnAfter(grid, focus.column, dataColumns.indexOf(column))
      const anchor = covered.get(`${row}:${column}`)
      const doubts: PasteDoubt[] = [
        ...(place.doubt ? ['namesake' as const] : []),
        ...headingDoubts(layout, column, at === null ? undefined : grid.columns[at]),
      ]
      const judged = (): PasteOutcome => {
        if (saysNothing(cleanCell(raw)) && (!anchor || !target || at === null))
          return { kind: 'empty', why: anchor ? 'merged' : 'blank' }
        if (stranger !== null) return { kind: 'outside', why: 'other-project', named: stranger }
        if (target === undefined) return { kind: 'outside', why: place.why }
        if (flow) return { kind: 'outside', why: 'monthly-column' }
        if (at === null) return { kind: 'outside', why: noColumn(layout, column, grid.year) }
        if (own === 'unknown') return { kind: 'outside', why: 'unit-column' }
        return judgeCell(raw, {
          row: target,
          column: at,
          grid,
          unit: own ?? place.unit ?? layout.units[column] ?? layout.unit ?? unit,
          anchor: anchor && isData(anchor, layout) ? anchor.text : null,
          underlying: underlying.get(`${row}:${column}`) ?? null,
          doubts,
        })
      }
      cells.push({ from: { row, column }, row: place.at, column: at, raw, outcome: judged() })
    }
  }
  return {
    grid,
    byName: layout.byName,
    byHeading: layout.senses !== null,
    turned,
    stated: layout.unit,
    cells: withBareMonths(withFalls(withRivals(cells), grid), layout).map((cell) => ({
      ...cell,
      from: back(cell.from),
    })),
  }
}

interface RowPlace {
  readonly at: number | null
  readonly why: 'beyond-rows' | 'unknown-row'
  readonly doubt: boolean
  readonly unit: ColumnUnit | null
}

/** Where the rows of a block go, asked from the top down: by their names, namesakes in turn, or by place. */
function rowPlaces(
  layout: Layout,
  grid: EntryGrid,
  names: RowNames,
  labelAt: LabelAt,
  focused: number,
): (row: number) => RowPlace {
  const namesakes = new Map<string, number>()
  return (row) => {
    if (!layout.byName)
      return {
        at: within(focused + row - layout.firstRow, grid.rows),
        why: 'beyond-rows',
        doubt: false,
        unit: null,
      }
    const labels = [...layout.labels].map((column) => labelAt(row, column))
    const found = namedRows(labels, names)
    const stated = labels.map(statedUnit).find((named) => named !== null) ?? null
    if (found.length < 2) return { at: found[0] ?? null, why: 'unknown-row', doubt: false, unit: stated }
    const key = found.join()
    const turn = namesakes.get(key) ?? 0
    namesakes.set(key, turn + 1)
    return { at: found[turn] ?? null, why: 'unknown-row', doubt: true, unit: stated }
  }
}

/** The column of the grid that the headings of a column name for a row; rates are no money. */
function headedColumn(
  { senses }: Layout,
  column: number,
  grid: EntryGrid,
  focused: number,
  target: EntryRow | undefined,
): number | null {
  const sense = senses?.[column]
  if (!sense || ofAnotherYear(sense, grid.year) || ('rate' in sense && target?.kind === 'spending'))
    return null
  if (sense.kind === 'total') return within(focused, grid.columns)
  return sense.kind === 'checkpoint' ? headingColumn(sense, grid) : null
}

/** Why a column of the block has no place in the grid. */
function noColumn(
  { senses }: Layout,
  column: number,
  ofYear: number,
): Extract<PasteOutcome, { kind: 'outside' }>['why'] {
  if (!senses) return 'beyond-columns'
  const sense = senses[column]
  const year = sense ? ofAnotherYear(sense, ofYear) : null
  if (year) return `${year}-column`
  if (sense && 'rate' in sense) return 'rate-column'
  return sense?.kind === 'left-out' ? `${sense.why}-column` : 'unknown-column'
}

/** What is doubtful about a column by its headings and the titles above, where it goes to a column of the grid. */
function headingDoubts(layout: Layout, column: number, to: EntryColumn | undefined): PasteDoubt[] {
  if (layout.unread) return ['no-heading']
  const sense = layout.senses?.[column]
  const differs = to && titleDiffers(layout.titles, sense, { year: yearOf(to.day), month: monthOf(to.day) })
  return differs || (sense && 'sure' in sense && !sense.sure) ? ['heading'] : []
}

/** The column so many after one, in which a block without headings is laid: a block begun at a checkpoint goes from checkpoint to checkpoint, past 截至今日. */
function columnAfter({ columns }: EntryGrid, from: number, count: number): number | null {
  const places = columns.flatMap(({ month }, index) => (month !== null || index === from ? index : []))
  const start = places.indexOf(from)
  return start < 0 || count < 0 ? null : (places[start + count] ?? null)
}

function within(index: number, list: readonly unknown[]): number | null {
  return Number.isInteger(index) && index >= 0 && index < list.length ? index : null
}

function isData(anchor: Anchor, layout: Layout): boolean {
  return anchor.row >= layout.firstRow && !layout.labels.has(anchor.column)
}

/** A place of a project's grid with the text that goes there and what is doubtful about it already. */
export interface Judged {
  readonly row: EntryRow
  readonly column: number
  readonly grid: EntryGrid
  readonly unit: ColumnUnit
  readonly anchor: string | null
  readonly underlying: string | null
  readonly doubts: readonly PasteDoubt[]
}

/** Judges one pasted text for its place: taken, asked about, refused, or nothing. */
export function judgeCell(raw: string, where: Judged): PasteOutcome {
  const { grid, row, unit, anchor, underlying } = where
  const column = grid.columns[where.column]
  if (!column) return { kind: 'outside', why: 'beyond-columns' }
  const read = (text: string) => askCell(text, row, column, grid, unit)
  const shown = read(anchor ?? raw)
  if (shown.kind === 'empty') return { kind: 'empty', why: anchor === null ? 'blank' : 'merged' }
  if (shown.kind === 'refused') return shown
  const under = underlying === null ? null : read(underlying)
  const exact = under?.kind === 'accepted' || under?.kind === 'doubtful' ? under : null
  const doubts = new Set<PasteDoubt>([...doubtsOf(shown), ...(exact ? doubtsOf(exact) : []), ...where.doubts])
  if (anchor !== null) doubts.add('merged')
  if (exact) doubts.add('rounded')
  const suggestion = best(exact ?? shown)
  if (doubts.size === 0)
    return { kind: 'accepted', value: suggestion, over100: shown.kind === 'accepted' && shown.over100 }
  const asRead = shown.kind === 'accepted' ? shown.value : shown.asRead
  return { kind: 'doubtful', doubts: [...doubts], suggestion, asRead }
}

type Shown = ReturnType<typeof askCell>

function doubtsOf(reading: Shown): readonly PasteDoubt[] {
  return reading.kind === 'doubtful' ? reading.doubts : []
}

function best(reading: Extract<Shown, { kind: 'accepted' | 'doubtful' }>): CellValue {
  return reading.kind === 'accepted' ? reading.value : reading.suggestion
}

/** Cells that would go to one place are all asked about: which of them is meant is not for the program to choose. */
export function withRivals(cells: readonly PasteCell[]): readonly PasteCell[] {
  const places = new Map<string, number>()
  for (const cell of cells) {
    if (isValue(cell.outcome)) places.set(pastePlace(cell), (places.get(pastePlace(cell)) ?? 0) + 1)
  }
  return cells.map((cell) => {
    const { outcome } = cell
    if (!isValue(outcome) || (places.get(pastePlace(cell)) ?? 0) < 2) return cell
    return { ...cell, outcome: doubting(outcome, 'same-place') }
  })
}

function doubting(outcome: ValueOutcome, doubt: PasteDoubt): PasteOutcome {
  return outcome.kind === 'accepted'
    ? { kind: 'doubtful', doubts: [doubt], suggestion: outcome.value, asRead: outcome.value }
    : { ...outcome, doubts: [...new Set([...outcome.doubts, doubt])] }
}

/** Totals of one block that fall from one column to the next are asked about too. */
function withFalls(cells: readonly PasteCell[], grid: EntryGrid): readonly PasteCell[] {
  const totals = cells.flatMap((cell) => {
    const { outcome, row, column } = cell
    if (row === null || column === null || grid.rows[row]?.kind !== 'spending' || !isValue(outcome)) return []
    const value = outcome.kind === 'accepted' ? outcome.value : outcome.suggestion
    return value.kind === 'amount' ? [{ cell, outcome, column, amount: value.amount }] : []
  })
  const fallen = new Map(
    totals.flatMap(({ cell, outcome, column, amount }) =>
      totals.some((other) => other.column < column && other.amount.gt(amount))
        ? [[cell, doubting(outcome, 'falls')] as const]
        : [],
    ),
  )
  return cells.map((cell) => {
    const outcome = fallen.get(cell)
    return outcome ? { ...cell, outcome } : cell
  })
}

/** Months alone whose totals fall are no cumulative figures: all of them are asked about, not only those that fall. */
function withBareMonths(cells: readonly PasteCell[], { senses }: Layout): readonly PasteCell[] {
  const bare = cells.filter(({ from }) => 'bare' in (senses?.[from.column] ?? {}))
  const fallen = new Set(
    bare.flatMap(({ outcome, row }) =>
      outcome.kind === 'doubtful' && outcome.doubts.includes('falls') ? [row] : [],
    ),
  )
  return cells.map((cell) =>
    fallen.has(cell.row) && bare.includes(cell) && isValue(cell.outcome)
      ? { ...cell, outcome: doubting(cell.outcome, 'heading') }
      : cell,
  )
}

type ValueOutcome = Extract<PasteOutcome, { kind: 'accepted' | 'doubtful' }>

function isValue(outcome: PasteOutcome): outcome is ValueOutcome {
  return outcome.kind === 'accepted' || outcome.kind === 'doubtful'
}

/** Names the place of the grid a pasted cell goes to. */
export function pastePlace(cell: PasteCell): string {
  return `${cell.row}:${cell.column}`
}
