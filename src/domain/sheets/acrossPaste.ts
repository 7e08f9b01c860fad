import { acrossCell, type AcrossGrid } from '../desk/acrossGrid'
import type { ColumnUnit } from '../desk/amountCell'
import { monthOf, yearOf } from '../time/day'
import { cleanCell, looksLikeValue, saysNothing } from '../number/cellText'
import { comparableName } from '../number/visibleText'
import { totalScope } from '../payments/paymentWords'
import { ProjectIndex } from '../payments/projectIndex'
import { rowProjects, type NamedProject } from './blockProject'
import { ofAnotherYear } from './columnSense'
import { headingRows, type HeadingRows, type LabelAt } from './headingRows'
import type { PastedBlock } from './pastedBlock'
import { coveredBy } from './pasteLayout'
import { titleDiffers } from './titleSense'
import { rowUnits } from './unitColumn'
import { namesProject, upright } from './turnedBlock'
import { judgeCell, withRivals, type PasteCell, type PasteDoubt, type PasteOutcome } from './pastePlan'

/** A block pasted over the grid of all projects, before anything is applied. */
export interface AcrossPaste {
  readonly byName: boolean
  readonly byHeading: boolean
  /** Whether the block lay on its side and was turned. */
  readonly turned: boolean
  readonly stated: ColumnUnit | null
  readonly cells: readonly PasteCell[]
}

type Outside = Extract<PasteOutcome, { kind: 'outside' }>
type Nowhere = Outside['why']

/** A row or column of the block in the grid: its place, or why it has none, and what is doubtful about it. */
interface Found {
  readonly at: number | null
  readonly why: Nowhere
  readonly doubts: readonly PasteDoubt[]
}

const at = (index: number, ...doubts: PasteDoubt[]): Found => ({ at: index, why: 'unknown-row', doubts })
const nowhere = (why: Nowhere): Found => ({ at: null, why, doubts: [] })

/**
 * Lays a block onto the grid of all projects. Columns go by their headings where there are any (the checkpoint's spending, the names of indicators),
 * rows by the names of projects row by row as in a payment list; only a block without both goes by place from the focused cell. What is not certain is
 * asked about, what is no project or no actual of this checkpoint is said. Every cell is judged as in the grid of one project.
 */
export function planAcross(
  pasted: PastedBlock,
  grid: AcrossGrid,
  focus: { readonly row: number; readonly column: number },
  unit: ColumnUnit,
): AcrossPaste {
  const projects = new Projects(grid)
  const { block, turned, back } = upright(pasted, projects.index)
  const covered = coveredBy(block)
  const labelAt: LabelAt = (row, column) =>
    covered.get(`${row}:${column}`)?.text ?? block.rows[row]?.[column] ?? ''
  const underlying = new Map(block.underlying.map(({ row, column, text }) => [`${row}:${column}`, text]))
  const width = block.rows[0]?.length ?? 0
  const called = (row: number) =>
    Array.from({ length: width }, (_, column) => labelAt(row, column)).some((text) => projects.isCalled(text))
  const head = headingRows(block, labelAt, called, focus.column === 0)
  const name = nameColumn(block, head, labelAt, projects, focus.column)
  const byName = name !== null
  const code = head.senses?.findIndex((_, column) => isCode(head, labelAt, column)) ?? -1
  const columns = Array.from({ length: width }, (_, column) => column).filter(
    (column) =>
      !(byName && (column === name || (!head.senses && column < name))) &&
      head.senses?.[column]?.kind !== 'label',
  )
  const beyond =
    !head.senses &&
    block.rows
      .slice(head.firstRow)
      .some((row) =>
        columns.some(
          (column, index) => focus.column + index >= grid.columns.length && !isBlank(row[column] ?? ''),
        ),
      )
  const several = columns.filter((column) =>
    block.rows.slice(head.firstRow).some((row) => !isBlank(row[column] ?? '')),
  )
  const unread = !head.senses && (head.unread || beyond || (byName && several.length > 1))
  const unheaded: PasteDoubt[] = unread
    ? ['no-heading']
    : titleDiffers(head.titles, undefined, timeOf(grid))
      ? ['heading']
      : []
  const unitOf = rowUnits(block.rows, head, labelAt)
  const cells: PasteCell[] = []
  const named = byName
    ? []
    : rowProjects(
        block.rows,
        () => [],
        () => false,
        projects.index,
      )
  for (let row = head.firstRow; row < block.rows.length; row += 1) {
    const line = byName
      ? projects.find(code < 0 ? '' : labelAt(row, code), labelAt(row, name))
      : at(focus.row + row - head.firstRow)
    for (const [index, column] of columns.entries()) {
      const raw = block.rows[row]?.[column] ?? ''
      const place = head.senses
        ? columnOf(head, column, labelAt, grid, line.at, focus.column)
        : at(focus.column + index, ...unheaded)
      const own = place.at === 0 ? unitOf(row) : null
      cells.push({
        from: back({ row, column }),
        row: line.at,
        column: place.at,
        raw,
        outcome:
          strange(named[row], raw, line, grid) ??
          judged(raw, grid, line, own === 'unknown' ? nowhere('unit-column') : place, {
            unit: (own === 'unknown' ? null : own) ?? head.units[column] ?? head.unit ?? unit,
            anchor: covered.get(`${row}:${column}`)?.text ?? null,
            underlying: underlying.get(`${row}:${column}`) ?? null,
          }),
      })
    }
  }
  return { byName, byHeading: head.senses !== null, turned, stated: head.unit, cells: withRivals(cells) }
}

/** A figure laid by place that the block says is another project's. */
function strange(
  named: NamedProject | null | undefined,
  raw: string,
  { at: row }: Found,
  grid: AcrossGrid,
): Outside | null {
  const project = row === null ? undefined : grid.rows[row]?.project
  return named && project && !isBlank(raw) && !named.ids.includes(project.id)
    ? { kind: 'outside', why: 'other-project', named: named.name }
    : null
}

function isBlank(text: string): boolean {
  return saysNothing(cleanCell(text))
}

function judged(
  raw: string,
  grid: AcrossGrid,
  line: Found,
  place: Found,
  read: { unit: ColumnUnit; anchor: string | null; underlying: string | null },
): PasteOutcome {
  if (isBlank(raw) && read.anchor === null) return { kind: 'empty', why: 'blank' }
  if (line.at === null) return { kind: 'outside', why: line.why }
  if (line.at >= grid.rows.length) return { kind: 'outside', why: 'beyond-rows' }
  if (place.at === null) return { kind: 'outside', why: place.why }
  const cell = acrossCell(grid, line.at, place.at)
  if (!cell) return { kind: 'outside', why: 'beyond-columns' }
  return judgeCell(raw, {
    ...read,
    row: cell.row,
    column: cell.line.at,
    grid: cell.line.desk.grid,
    doubts: [...line.doubts, ...place.doubts],
  })
}

/** Finds the projects of a grid by their names, with the rules of payment lists (years, brackets, invisible signs). */
class Projects {
  readonly index: ProjectIndex
  private readonly rows: ReadonlyMap<string, number>

  constructor(private readonly grid: AcrossGrid) {
    this.index = new ProjectIndex(
      grid.rows.map(({ project, desk }) => ({
        id: project.id,
        code: project.code,
        name: project.name,
        budget: desk.yearEnd.budget,
      })),
      {},
    )
    this.rows = new Map(grid.rows.map(({ project }, row) => [project.id, row]))
  }

  /** Whether a text is the name of a project, but for its year and brackets. */
  isCalled(text: string): boolean {
    return namesProject(text, this.index)
  }

  /** Whether a text names a project, or probably does. */
  isNamed(text: string): boolean {
    return !looksLikeValue(text) && this.find('', text).at !== null
  }

  find(code: string, text: string): Found {
    const match = this.index.match(code, text)
    if (match.kind === 'found') return this.row(match.project.id)
    const [first] = match.choices
    if (match.why === 'shared-name' && first) return this.row(first.id, 'namesake')
    if (match.likely) return this.row(match.likely.id, 'near-name')
    if (totalScope(text, true) !== null) return nowhere('total-row')
    const near = this.near(text)
    return near === null ? nowhere('unknown-project') : at(near, 'near-name')
  }

  private row(id: string, ...doubts: PasteDoubt[]): Found {
    const row = this.rows.get(id)
    return row === undefined ? nowhere('unknown-project') : at(row, ...doubts)
  }

  /** The one project whose name a text shortens or lengthens. */
  private near(text: string): number | null {
    const name = comparableName(text)
    if (name.length < 3) return null
    const rows = this.grid.rows.flatMap(({ project }, row) => {
      const own = comparableName(project.name)
      return own.includes(name) || name.includes(own) ? [row] : []
    })
    return rows.length === 1 ? (rows[0] ?? null) : null
  }
}

/** Whether a column of labels is headed as that of codes. */
function isCode(head: HeadingRows, labelAt: LabelAt, column: number): boolean {
  return Array.from({ length: head.firstRow }, (_, row) => labelAt(row, column)).some((text) =>
    /编码|代码|编号/.test(text),
  )
}

/** The column of the projects' names: the one headed so, else the one in which most rows name a project, else a first column of words beside figures; `null` where there is none. */
function nameColumn(
  block: PastedBlock,
  head: HeadingRows,
  labelAt: LabelAt,
  projects: Projects,
  focused: number,
): number | null {
  const rows = Array.from({ length: block.rows.length - head.firstRow }, (_, index) => head.firstRow + index)
  const width = block.rows[0]?.length ?? 0
  const named = Array.from(
    { length: width },
    (_, column) => rows.filter((row) => projects.isNamed(labelAt(row, column))).length,
  )
  const most = Math.max(0, ...named)
  if (most > 0) return named.indexOf(most)
  const headed = head.senses?.findIndex(
    ({ kind }, column) =>
      kind === 'label' &&
      !isCode(head, labelAt, column) &&
      !/^(?:序号|备注|说明)$/.test(labelAt(head.firstRow - 1, column).trim()),
  )
  if (headed !== undefined && headed >= 0) return headed
  const filled = rows.map((row) => labelAt(row, 0)).filter((text) => !isBlank(text))
  const words = filled.length > 0 && filled.every((text) => !looksLikeValue(text))
  return words && (width > 1 || focused === 0) && rows.some((row) => block.rows[row]?.some(looksLikeValue))
    ? 0
    : null
}

/** The column of the grid that the headings of a column name, for one row: the checkpoint's spending, a 二级指标, or an indicator of that project. */
function columnOf(
  head: HeadingRows,
  column: number,
  labelAt: LabelAt,
  grid: AcrossGrid,
  row: number | null,
  focused: number,
): Found {
  const sense = head.senses?.[column] ?? { kind: 'unknown' }
  if (sense.kind === 'left-out') {
    const [own] = sense.why === 'rate' ? indicatorsNamed(head, column, labelAt, grid, row) : []
    return own === undefined ? nowhere(`${sense.why}-column`) : at(own)
  }
  const ofMoney = focused === 0 || hasTotal(head)
  if ('rate' in sense && ofMoney) return nowhere('rate-column')
  if ('monthly' in sense && ofMoney) return nowhere('monthly-column')
  const { year, month } = timeOf(grid)
  const another = ofAnotherYear(sense, year)
  if (another) return nowhere(`${another}-column`)
  const differs = titleDiffers(head.titles, sense, { year, month })
  const bare = 'bare' in sense && ofMoney
  const unsure: PasteDoubt[] = differs || bare || ('sure' in sense && !sense.sure) ? ['heading'] : []
  if (sense.kind === 'total') return at(0, ...unsure)
  if (sense.kind === 'checkpoint') {
    const here = sense.month === month && (sense.year === null || sense.year === year)
    return here ? at(ofMoney ? 0 : focused, ...unsure) : nowhere('unknown-column')
  }
  const found = indicatorsNamed(head, column, labelAt, grid, row)
  return found.length === 1 && found[0] !== undefined ? at(found[0], ...unsure) : nowhere('unknown-column')
}

/** The columns of the grid that the lowest heading of a column names by its 二级指标 or indicator. */
function indicatorsNamed(
  head: HeadingRows,
  column: number,
  labelAt: LabelAt,
  grid: AcrossGrid,
  row: number | null,
): number[] {
  const texts = Array.from({ length: head.firstRow }, (_, level) => labelAt(level, column))
  const named = texts
    .map((text) => comparableName(text).replace(/[([](?:%|百分比)[)\]]$/, ''))
    .filter((text) => text !== '')
    .at(-1)
  return named === undefined ? [] : indicatorColumns(grid, row, named)
}

function timeOf({ day }: AcrossGrid): { year: number; month: number } {
  return { year: yearOf(day), month: monthOf(day) }
}

function hasTotal({ senses }: HeadingRows): boolean {
  return senses?.some(({ kind }) => kind === 'total') ?? false
}

function indicatorColumns(grid: AcrossGrid, row: number | null, name: string): number[] {
  const kinds = grid.columns.flatMap((own, index) => {
    if (own.kind !== 'indicator') return []
    const level2 = comparableName(own.level2)
    const alone = !grid.columns.some(
      (other) => other.kind === 'indicator' && other.level2 === own.level2 && other.nth !== own.nth,
    )
    return name === `${level2}${own.nth}` || (alone && name === level2) ? [index] : []
  })
  if (kinds.length > 0 || row === null) return kinds
  return grid.columns.flatMap((_, index) => {
    const cell = acrossCell(grid, row, index)
    if (cell?.row.kind !== 'indicator') return []
    const { level3, description } = cell.row.indicator
    const names = [level3, description, cell.row.measure?.name ?? '']
    return names.some((own) => comparableName(own) === name) ? [index] : []
  })
}
