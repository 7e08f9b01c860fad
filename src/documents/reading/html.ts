import { readHtmlBlocks, type HtmlCell, type HtmlTable } from '../clipboard/htmlTable'
import { attributesOf, htmlTokens } from '../clipboard/htmlTokens'
import { notedNumber } from '../clipboard/notedNumber'
import { Budget, documentOf, linesOf, type DraftCell, type DraftTable, type FlowItem } from './draftTable'
import { READING_LIMITS, type ReadingLimits } from './readingLimits'
import { rejoined } from './rejoin'
import type { DocumentReading, SetAside } from './sourceDocument'
import { attachmentOf, isHeading, type Traces } from './withoutTable'

/**
 * Reads HTML as Word, WPS or a page puts it on the clipboard, merged cells and tables inside cells kept; the same without a DOM.
 * Notes and comments are left out as in a .docx; struck text, raised signs at figures, hidden rows and columns are set aside. Never throws.
 */
export function readHtmlDocument(html: string, limits: ReadingLimits = READING_LIMITS): DocumentReading {
  if (html.length > limits.pageCharacters) return { ok: false, problem: { kind: 'too-large', where: null } }
  const page = readHtmlBlocks(html, limits.cells)
  if (page === null) return { ok: false, problem: { kind: 'too-many-cells', where: null } }
  const { blocks, behind, asides } = page
  const layout = new HtmlLayout(limits)
  const items: FlowItem[] = []
  const say = (text: string) => {
    for (const line of linesOf(text)) items.push({ kind: 'line', text: line })
  }
  const put = (table: HtmlTable): void => {
    if (isFrame(table)) return unfold(table)
    const laid = layout.table(table)
    if (laid) items.push({ kind: 'table', table: laid })
  }
  const unfold = ({ rows }: HtmlTable): void => {
    for (const cell of rows.flatMap(({ cells, hidden }) => (hidden ? [] : cells))) {
      if (cell.hidden) continue
      say(cell.own)
      for (const table of cell.tables) put(table)
    }
  }
  for (const { before, table } of blocks) {
    say(before)
    put(table)
    if (layout.budget.problem !== null)
      return { ok: false, problem: { kind: layout.budget.problem, where: null } }
  }
  say(behind)
  const joined = rejoined(items)
  const told = asides.map((aside) => ({ ...aside, where: null }))
  const setAside = [...told, ...layout.setAside, ...joined.setAside]
  return documentOf('html', joined.items, setAside, limits, tracesOf(html))
}

const FEWEST_FRAMED = 8

/** Whether a table only arranges the page: most of what it holds stands in tables inside it, and no heading of a form beside them. */
function isFrame({ rows }: HtmlTable): boolean {
  const cells = rows.flatMap((row) => row.cells)
  const framed = cells.reduce(
    (sum, { tables }) => sum + tables.reduce((all, one) => all + cellsIn(one), 0),
    0,
  )
  if (framed < FEWEST_FRAMED) return false
  const own = cells.flatMap((cell) => (cell.tables.length > 0 || cell.own === '' ? [] : cell.own))
  return own.length * 2 < framed && !own.some((text) => isHeading(text.replace(/[\s:：]/g, '')))
}

function cellsIn({ rows }: HtmlTable): number {
  return rows.reduce(
    (sum, { cells }) =>
      cells.reduce((all, { tables }) => all + 1 + tables.reduce((n, one) => n + cellsIn(one), 0), sum),
    0,
  )
}

/** The files and frames that a page leads to, and whether it shows pictures; looked for only where it has no table. */
function tracesOf(html: string): Traces {
  const attachments = new Set<string>()
  const frames: string[] = []
  let pictures = false
  let link: { readonly address: string; words: string } | null = null
  const endLink = () => {
    const attachment = link && attachmentOf(link.address, link.words)
    if (attachment !== null) attachments.add(attachment)
    link = null
  }
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') {
      if (link) link.words += token.text
      continue
    }
    if (token.name === 'a') endLink()
    if (token.kind === 'close') continue
    if (token.name === 'img') pictures = true
    if (token.name === 'a') link = { address: attributesOf(token.attributes).get('href') ?? '', words: '' }
    const frame = token.name === 'frame' ? attributesOf(token.attributes).get('src') : undefined
    if (frame) frames.push(frame)
  }
  endLink()
  return { attachments: [...attachments], frames, pictures }
}

/** What a cell says beside its text: the number behind it where that is another one, and that its text is struck. */
function asideOf({ own, number, struck }: HtmlCell): Pick<DraftCell, 'noted' | 'struck'> {
  const noted = number === null || NARROW.test(own) ? null : notedNumber(own, number)
  return { ...(noted && { noted: noted.text }), ...(struck && { struck }) }
}

const NARROW = /^#+$/

class HtmlLayout {
  readonly setAside: SetAside[] = []
  readonly budget: Budget

  constructor(limits: ReadingLimits) {
    this.budget = new Budget(limits)
  }

  /** Lays a table out by its spans as a browser does; `null` when it has no row that is seen. */
  table(table: HtmlTable): DraftTable | null {
    const rows: DraftCell[][] = []
    const takenTo: number[] = []
    let columns = 0
    let last = 0
    for (const { cells, hidden } of table.rows) {
      const row = rows.length
      const height = table.rows.length - row
      const placed = hidden ? this.hide(cells) : this.row(row, height, cells, takenTo)
      rows.push(placed.filter((cell) => !this.isHidden(cell, table.hiddenColumns)))
      if (!hidden && cells.length > 0) last = rows.length
      columns = Math.max(columns, takenTo.length)
      if (columns > this.budget.limits.columns || rows.length > this.budget.limits.rows) break
    }
    this.budget.table(rows.length, columns)
    if (last === 0) return null
    return { place: null, merges: true, rows: rows.slice(0, last), grid: null, headings: 0 }
  }

  private row(row: number, height: number, cells: readonly HtmlCell[], takenTo: number[]): DraftCell[] {
    const placed: DraftCell[] = []
    let column = 0
    for (const cell of cells) {
      if (cell.hidden) {
        this.aside('hidden-column', cell.text)
        continue
      }
      while ((takenTo[column] ?? 0) > row) column += 1
      if (column > this.budget.limits.columns) break
      const rowSpan = Math.min(cell.rowSpan, height)
      const columnSpan = Math.min(cell.columnSpan, this.budget.limits.columns + 1)
      for (let offset = 0; offset < columnSpan; offset += 1) takenTo[column + offset] = row + rowSpan
      const merged = cell.overflow ? { rowSpan: 1, columnSpan: 1 } : { rowSpan, columnSpan }
      placed.push({
        row,
        column,
        ...merged,
        lines: this.lines(cell),
        tables: this.tables(cell),
        ...asideOf(cell),
      })
      for (let offset = 1; cell.overflow && offset < columnSpan; offset += 1) {
        placed.push({ row, column: column + offset, rowSpan: 1, columnSpan: 1, lines: [], tables: [] })
      }
      column += columnSpan
    }
    return placed
  }

  private lines(cell: HtmlCell): string[] {
    const narrow = cell.number !== null && NARROW.test(cell.own)
    const text = narrow ? (cell.number ?? '') : cell.own
    this.budget.text(text.length)
    return linesOf(text)
  }

  private tables(cell: HtmlCell): DraftTable[] {
    return cell.tables.flatMap((table) => this.table(table) ?? [])
  }

  private hide(cells: readonly HtmlCell[]): DraftCell[] {
    for (const { text } of cells) this.aside('hidden-row', text)
    return []
  }

  private isHidden({ column, columnSpan, lines }: DraftCell, hidden: ReadonlySet<number>): boolean {
    if (hidden.size === 0) return false
    for (let offset = 0; offset < columnSpan; offset += 1) if (!hidden.has(column + offset)) return false
    this.aside('hidden-column', lines.join('\n'))
    return true
  }

  private aside(kind: SetAside['kind'], text: string): void {
    if (text.trim() !== '') this.setAside.push({ kind, where: null, text })
  }
}
