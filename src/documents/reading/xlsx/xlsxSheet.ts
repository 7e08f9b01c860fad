import type { SaxesTagNS } from 'saxes'
import { linesOf, type Budget } from '../draftTable'
import { attributeOf, type XmlReader } from '../readXml'
import type { SetAside } from '../sourceDocument'
import { shownNumber } from './xlsxNumber'
import { type CellText, StringGatherer } from './xlsxStrings'
import type { CellFormats } from './xlsxStyles'

/** A merged region of a sheet, rows and columns from 0, both ends included. */
export interface SheetMerge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** What a sheet shows: the lines of each cell that has any, by row and column from 0, and what is merged. */
export interface SheetContent {
  readonly name: string
  readonly rows: Map<number, Map<number, readonly string[]>>
  /** Rows nobody sees; they do not part what stands above and below them. */
  readonly hiddenRows: Set<number>
  readonly merges: SheetMerge[]
  readonly setAside: SetAside[]
}

interface OpenCell {
  readonly row: number
  readonly column: number
  readonly type: string
  readonly style: string | null
  formula: boolean
  value: string
}

const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384

/** Reads one sheet, each cell as the text its number format shows (ECMA-376-1 §18.3). */
export class SheetReader implements XmlReader {
  readonly content: SheetContent
  private readonly strings = new StringGatherer()
  private readonly hiddenColumns: { readonly from: number; readonly to: number }[] = []
  private cell: OpenCell | null = null
  private row = -1
  private column = -1
  private rowHidden = false
  private inValue = false

  constructor(
    name: string,
    private readonly shared: readonly CellText[],
    private readonly formats: CellFormats,
    private readonly from1904: boolean,
    private readonly budget: Budget,
  ) {
    this.content = { name, rows: new Map(), hiddenRows: new Set(), merges: [], setAside: [] }
  }

  get problem() {
    return this.budget.problem
  }

  open(tag: SaxesTagNS): void {
    this.strings.open(tag)
    switch (tag.local) {
      case 'col':
        this.columns(tag)
        break
      case 'row':
        this.row = index(attributeOf(tag, 'r'), this.row + 1, LAST_ROW)
        this.column = -1
        this.rowHidden = isTrue(attributeOf(tag, 'hidden'))
        if (this.rowHidden) this.content.hiddenRows.add(this.row)
        break
      case 'c':
        this.start(tag)
        break
      case 'f':
        if (this.cell) this.cell.formula = true
        break
      case 'v':
        this.inValue = true
        break
      case 'mergeCell':
        this.merge(attributeOf(tag, 'ref') ?? '')
        break
      default:
    }
  }

  close(tag: SaxesTagNS): void {
    this.strings.close(tag.local)
    if (tag.local === 'v') this.inValue = false
    else if (tag.local === 'c' && this.cell) {
      this.keep(this.cell)
      this.cell = null
    }
  }

  text(text: string): void {
    if (this.inValue && this.cell) this.cell.value += text
    else this.strings.text(text)
  }

  private columns(tag: SaxesTagNS): void {
    if (!isTrue(attributeOf(tag, 'hidden'))) return
    const from = index(attributeOf(tag, 'min'), 0, LAST_COLUMN)
    this.hiddenColumns.push({ from, to: index(attributeOf(tag, 'max'), from, LAST_COLUMN) })
  }

  private start(tag: SaxesTagNS): void {
    const place = placeOf(attributeOf(tag, 'r') ?? '')
    this.column = place?.column ?? this.column + 1
    if (place) this.row = place.row
    const type = attributeOf(tag, 't') ?? 'n'
    const style = attributeOf(tag, 's')
    this.cell = { row: this.row, column: this.column, type, style, formula: false, value: '' }
    this.strings.start()
  }

  private keep(cell: OpenCell): void {
    const where = `${this.content.name}!${nameOf(cell.row, cell.column)}`
    const { setAside } = this.content
    const { runs, full } = this.shown(cell)
    const struckCell = this.formats.strikes(cell.style)
    const textOf = (struck: boolean) =>
      runs.flatMap((run) => ((run.struck ?? struckCell) === struck ? run.text : [])).join('')
    const [text, struck] = [textOf(false), textOf(true)]
    const lines = linesOf(text)
    this.budget.text(text.length + struck.length)
    if (cell.formula && cell.value === '' && cell.type !== 'str') {
      setAside.push({ kind: 'formula-without-value', where, text: '' })
    }
    const seen = !this.rowHidden && !this.isHiddenColumn(cell.column)
    if (seen && struck.trim() !== '') setAside.push({ kind: 'struck-text', where, text: struck })
    if (lines.length === 0) return
    if (this.rowHidden) setAside.push({ kind: 'hidden-row', where, text })
    else if (this.isHiddenColumn(cell.column)) {
      setAside.push({ kind: 'hidden-column', where, text })
    } else {
      if (full !== null) setAside.push({ kind: 'shown-rounded', where, text: full })
      const row = this.content.rows.get(cell.row) ?? new Map<number, readonly string[]>()
      row.set(cell.column, lines)
      this.content.rows.set(cell.row, row)
    }
  }

  private isHiddenColumn(column: number): boolean {
    return this.hiddenColumns.some(({ from, to }) => from <= column && column <= to)
  }

  private shown({ type, value, style }: OpenCell): {
    readonly runs: CellText
    readonly full: string | null
  } {
    if (type === 's') return { runs: this.shared[Number(value)] ?? [], full: null }
    if (type === 'inlineStr') return { runs: this.strings.runs, full: null }
    if (type === 'b') return plainly(value.trim() === '1' ? 'TRUE' : 'FALSE')
    if (type !== 'n' || value.trim() === '') return plainly(value)
    const { text, full } = shownNumber(value.trim(), this.formats.of(style), this.from1904)
    return plainly(text, full)
  }

  private merge(ref: string): void {
    const [from, to] = ref.split(':').map(placeOf)
    if (!from || !to || to.row < from.row || to.column < from.column) return
    this.content.merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column })
    if (this.content.merges.length > this.budget.limits.cells)
      this.budget.table(this.budget.limits.rows + 1, 1)
  }
}

function plainly(text: string, full: string | null = null) {
  return { runs: [{ text, struck: null }], full }
}

function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true'
}

/** A row or column number of the file, from 1, as an index from 0. */
function index(text: string | null, otherwise: number, last: number): number {
  if (text === null || !/^\d{1,7}$/.test(text)) return otherwise
  return Math.min(Math.max(Number(text), 1), last) - 1
}

const REFERENCE = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/

function placeOf(reference: string): { readonly row: number; readonly column: number } | null {
  const [, letters, digits] = REFERENCE.exec(reference) ?? []
  if (letters === undefined || digits === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(digits)
  return row < 1 || row > LAST_ROW || column > LAST_COLUMN ? null : { row: row - 1, column: column - 1 }
}

function nameOf(row: number, column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return `${letters}${row + 1}`
}
