import { formulaText } from './formulaText'
import type { ReadingLimits } from './readingLimits'
import type { DocumentReading, SetAside, SourceCell, SourceDocument, SourceTable } from './sourceDocument'
import { withoutTable, type Traces } from './withoutTable'

/** A cell while its document is still being read: as it will be, but for the positions of the tables inside it. */
export interface DraftCell extends Omit<SourceCell, 'tables'> {
  readonly tables: readonly DraftTable[]
}

/** A table while its document is still being read. `grid` are the right edges of its columns, where the file states widths; `headings` its rows marked to repeat on each page. */
export interface DraftTable {
  readonly place: SourceTable['place']
  readonly merges: boolean
  readonly rows: readonly (readonly DraftCell[])[]
  readonly grid: readonly number[] | null
  readonly headings: number
}

/** What a body, a cell or a text box holds, in reading order: lines of text, tables, and in a body the blank paragraphs between, which may end a page. */
export type FlowItem =
  | { readonly kind: 'gap'; readonly page: boolean }
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'table'; readonly table: DraftTable }

/** The lines of a text as a reader keeps them: cut at line breaks, without white space at their ends, a text formula as its text, blank ones left out. */
export function linesOf(text: string): string[] {
  const lines: string[] = []
  for (const line of text.split('\n')) {
    const trimmed = formulaText(line.trim())
    if (trimmed !== '') lines.push(trimmed)
  }
  return lines
}

/** Makes a document of what was read, its tables numbered in reading order, those inside cells after the one around them; what stands in a table's place when it has none, `too-many-cells` when a rejoined one is too long. */
export function documentOf(
  origin: SourceDocument['origin'],
  items: readonly FlowItem[],
  setAside: readonly SetAside[],
  limits: ReadingLimits,
  traces?: Traces,
): DocumentReading {
  if (items.some((item) => item.kind === 'table' && item.table.rows.length > limits.rows))
    return { ok: false, problem: { kind: 'too-many-cells', where: null } }
  let position = 0
  const numbered = (table: DraftTable): SourceTable => {
    position += 1
    return {
      position,
      place: table.place,
      merges: table.merges,
      rows: table.rows.map((row) =>
        row.map((cell) =>
          cell.tables.length === 0 ? bare(cell) : { ...cell, tables: cell.tables.map(numbered) },
        ),
      ),
    }
  }
  const blocks = items.flatMap((item): SourceDocument['blocks'] => {
    if (item.kind === 'gap') return []
    return item.kind === 'line'
      ? [{ kind: 'paragraph', text: item.text }]
      : [{ kind: 'table', table: numbered(item.table) }]
  })
  if (position === 0) {
    const lines = items.flatMap((item) => (item.kind === 'line' ? item.text : []))
    return { ok: false, problem: withoutTable(lines, traces) }
  }
  return { ok: true, document: setAside.length > 0 ? { origin, blocks, setAside } : { origin, blocks } }
}

function bare(cell: DraftCell): SourceCell {
  return { ...cell, tables: [] }
}

/** Counts what is kept of a document against the limits; once it says no, reading ends with that kind. */
export class Budget {
  problem: 'too-large' | 'too-many-cells' | null = null
  private characters = 0
  private places = 0

  constructor(readonly limits: ReadingLimits) {}

  text(length: number): void {
    this.characters += length
    if (this.characters > this.limits.characters) this.problem ??= 'too-large'
  }

  /** Takes a table of so many rows and columns, merged places included, for recognition lays them all out. */
  table(rows: number, columns: number): void {
    this.places += rows * columns
    const { limits } = this
    if (rows > limits.rows || columns > limits.columns || this.places > limits.cells)
      this.problem ??= 'too-many-cells'
  }
}
