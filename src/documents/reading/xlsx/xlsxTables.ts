import type { Budget, DraftCell, FlowItem } from '../draftTable'
import type { SheetContent, SheetMerge } from './xlsxSheet'

interface Block {
  readonly top: number
  bottom: number
}

const TITLE = /^.{0,60}表(?:\s*[（(].*[）)])?$/u

/**
 * Cuts a sheet into tables where a row is blank or where a row holds a title alone (…表); such titles, and rows merged over the whole width
 * above a table, become lines (D). Every other place inside a table is a cell, blank ones too; rows and columns keep the sheet's distances,
 * columns counted from A.
 */
export function sheetItems(content: SheetContent, budget: Budget): FlowItem[] {
  const sheet = new Sheet(content)
  const items: FlowItem[] = []
  for (const block of sheet.blocks()) {
    for (const item of sheet.itemsOf(block, budget)) items.push(item)
    if (budget.problem !== null) break
  }
  return items
}

class Sheet {
  private readonly lines: SheetContent['rows']
  private readonly filled: readonly number[]
  private readonly merges = new Map<number, SheetMerge[]>()

  constructor(private readonly content: SheetContent) {
    this.lines = content.rows
    this.filled = [...content.rows.keys()].sort((one, other) => one - other)
    const last = this.filled.at(-1) ?? -1
    for (const merge of content.merges) {
      if (merge.top > last) continue
      const list = this.merges.get(merge.top) ?? []
      list.push({ ...merge, bottom: Math.min(merge.bottom, last) })
      this.merges.set(merge.top, list)
    }
  }

  /** Runs of rows that nothing blank parts; a merged cell with a text holds its rows together. */
  blocks(): Block[] {
    const blocks: Block[] = []
    let block: Block | null = null
    let held = -1
    for (const row of this.filled) {
      const titled = row > held && TITLE.test(this.onlyText(row) ?? '')
      if (block === null || titled || !this.reaches(Math.max(block.bottom, held), row)) {
        block = { top: row, bottom: row }
        blocks.push(block)
      }
      block.bottom = row
      for (const { left, bottom } of this.merges.get(row) ?? []) {
        if (this.lines.get(row)?.has(left)) held = Math.max(held, bottom)
      }
    }
    return blocks
  }

  private reaches(end: number, row: number): boolean {
    let next = end + 1
    while (next < row && this.content.hiddenRows.has(next)) next += 1
    return next >= row
  }

  private onlyText(row: number): string | null {
    const cells = [...(this.lines.get(row)?.values() ?? [])]
    return cells.length === 1 ? (cells[0] ?? []).join('') : null
  }

  itemsOf(block: Block, budget: Budget): FlowItem[] {
    const { left, right } = this.width(block)
    const items: FlowItem[] = []
    const top = this.tableTop(block, left, right)
    for (let row = block.top; row < top; row += 1) {
      for (const lines of this.lines.get(row)?.values() ?? []) {
        for (const text of lines) items.push({ kind: 'line', text })
      }
    }
    if (top > block.bottom) return items
    budget.table(block.bottom - top + 1, right + 1)
    if (budget.problem !== null) return items
    const place = { sheet: this.content.name, line: top + 1 }
    const rows = this.cells(top, block.bottom, left, right)
    items.push({ kind: 'table', table: { place, merges: true, rows, grid: null, headings: 0 } })
    return items
  }

  /** The first row of a block that is no title; behind its end when no row holds more than one text. */
  private tableTop(block: Block, left: number, right: number): number {
    if (this.rowsOf(block).every((row) => this.onlyText(row) !== null && !this.isTall(row)))
      return block.bottom + 1
    let { top } = block
    while (top <= block.bottom && this.isTitle(top, left, right)) top += 1
    return top
  }

  private rowsOf({ top, bottom }: Block): number[] {
    return Array.from({ length: bottom - top + 1 }, (_, offset) => top + offset).filter(
      (row) => !this.content.hiddenRows.has(row),
    )
  }

  private isTall(row: number): boolean {
    return (this.merges.get(row) ?? []).some(({ top, bottom }) => bottom > top)
  }

  private isTitle(row: number, left: number, right: number): boolean {
    const text = this.onlyText(row)
    if (text === null || this.isTall(row)) return false
    const whole = (this.merges.get(row) ?? []).some((merge) => merge.left <= left && merge.right >= right)
    return (whole && right > left) || TITLE.test(text)
  }

  private width(block: Block): { readonly left: number; readonly right: number } {
    let left = Number.MAX_SAFE_INTEGER
    let right = 0
    for (const row of this.rowsOf(block)) {
      for (const column of this.lines.get(row)?.keys() ?? []) {
        left = Math.min(left, column)
        right = Math.max(right, column)
      }
      for (const merge of this.merges.get(row) ?? []) {
        if (this.lines.get(row)?.has(merge.left)) right = Math.max(right, merge.right)
      }
    }
    return { left, right }
  }

  private cells(top: number, bottom: number, left: number, right: number): DraftCell[][] {
    const width = right - left + 1
    const covered = new Uint8Array((bottom - top + 1) * width)
    const rows: DraftCell[][] = []
    for (let row = top; row <= bottom; row += 1) {
      const spans = this.cover(row, { top, bottom, left, right }, covered)
      rows.push(this.rowCells(row, { top, bottom, left, right }, covered, spans))
    }
    return rows
  }

  /** Marks what the merges that begin in a row cover; gives them by their first column. */
  private cover(row: number, area: SheetMerge, covered: Uint8Array): Map<number, SheetMerge> {
    const spans = new Map<number, SheetMerge>()
    const width = area.right - area.left + 1
    for (const merge of this.merges.get(row) ?? []) {
      const bottom = Math.min(merge.bottom, area.bottom)
      const right = Math.min(merge.right, area.right)
      if (merge.left < area.left || merge.left > area.right || spans.has(merge.left)) continue
      spans.set(merge.left, { ...merge, bottom, right })
      for (let line = row; line <= bottom; line += 1) {
        const start = (line - area.top) * width - area.left
        covered.fill(1, start + merge.left, start + right + 1)
      }
      covered[(row - area.top) * width + merge.left - area.left] = 0
    }
    return spans
  }

  private rowCells(
    row: number,
    area: SheetMerge,
    covered: Uint8Array,
    spans: ReadonlyMap<number, SheetMerge>,
  ): DraftCell[] {
    if (this.content.hiddenRows.has(row)) return []
    const cells: DraftCell[] = []
    const texts = this.lines.get(row)
    for (let column = area.left; column <= area.right; column += 1) {
      const lines = texts?.get(column) ?? []
      if (covered[(row - area.top) * (area.right - area.left + 1) + column - area.left] === 1) {
        if (lines.length > 0) this.coveredText(row, column, lines)
        continue
      }
      const merge = spans.get(column)
      cells.push({
        row: row - area.top,
        column,
        rowSpan: merge ? merge.bottom - row + 1 : 1,
        columnSpan: merge ? merge.right - column + 1 : 1,
        lines,
        tables: [],
      })
    }
    return cells
  }

  private coveredText(row: number, column: number, lines: readonly string[]): void {
    const where = `${this.content.name}!R${row + 1}C${column + 1}`
    this.content.setAside.push({ kind: 'covered-text', where, text: lines.join('\n') })
  }
}
