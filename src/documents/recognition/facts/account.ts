import type { RecognitionIssue, RecognitionIssueKind, SourcePlace } from '../../outcome/recognitionIssue'
import type { SourceCell, SourceTable } from '../../reading/sourceDocument'
import { cellPlace, linesOf, textOf, type Paragraph, paragraphPlace } from '../documentRows'
import { Leaf } from '../traced'

/** Keeps account of every cell and paragraph that was understood, so that what is left over can be listed: nothing is dropped in silence (STYLE.md 3). */
export class Account {
  readonly issues: RecognitionIssue[] = []
  private readonly used = new Set<SourceCell | number>()
  private readonly columns = new Map<
    string,
    {
      readonly kind: RecognitionIssueKind
      readonly heading: SourceCell
      readonly table: SourceTable
      readonly cells: SourceCell[]
    }
  >()
  private readonly ours = new Set<SourceTable>()

  /** A cell or paragraph that was understood, as a label or as a value. */
  understood(what: SourceCell | Paragraph): void {
    this.used.add('block' in what ? what.block : what)
  }

  isUnderstood(what: SourceCell | Paragraph): boolean {
    return this.used.has('block' in what ? what.block : what)
  }

  /** A table whose every cell is to be understood or listed. */
  claims(table: SourceTable): void {
    this.ours.add(table)
  }

  isClaimed(table: SourceTable): boolean {
    return this.ours.has(table)
  }

  /** The cell's one value; `null` when it is blank. */
  value(table: SourceTable, cell: SourceCell): Leaf {
    this.understood(cell)
    return new Leaf(textOf(cell) === '' ? null : textOf(cell), cellPlace(table, cell))
  }

  /** The cell's text with its line breaks; `null` when it is blank. */
  wording(table: SourceTable, cell: SourceCell): Leaf {
    this.understood(cell)
    return new Leaf(linesOf(cell) === '' ? null : linesOf(cell), cellPlace(table, cell))
  }

  issue(
    kind: RecognitionIssueKind,
    from: SourcePlace | null,
    path: string | null = null,
    more: readonly SourcePlace[] = [],
  ): void {
    this.issues.push({ kind, path, from, ...(more.length > 0 ? { more } : {}) })
  }

  /** A cell under a heading whose column no plan takes; the column is named once, with every such cell, though its heading is printed again further down in the table. */
  under(heading: SourceCell, table: SourceTable, cell: SourceCell, kind: RecognitionIssueKind): void {
    this.understood(cell)
    this.understood(heading)
    const key = `${kind} ${table.position} ${heading.column} ${textOf(heading)}`
    const column = this.columns.get(key)
    const own = cell === heading ? [] : [cell]
    if (column) column.cells.push(...own)
    else this.columns.set(key, { kind, heading, table, cells: own })
  }

  /** Names the columns that were left out, each with its heading first. */
  leaveColumns(): void {
    for (const { kind, heading, table, cells } of this.columns.values())
      this.leave(kind, table, [heading, ...cells])
    this.columns.clear()
  }

  /** One line for several cells: a heading with what stands under it, or the cells of a row; blank ones are not named. */
  leave(
    kind: RecognitionIssueKind,
    table: SourceTable,
    cells: readonly SourceCell[],
    path: string | null = null,
  ): void {
    const [first, ...more] = cells.filter((cell) => textOf(cell) !== '')
    if (!first) return
    for (const cell of cells) this.understood(cell)
    const rest = more.map((cell) => cellPlace(table, cell))
    this.issues.push({
      kind,
      path,
      from: cellPlace(table, first),
      ...(rest.length > 0 ? { more: rest } : {}),
    })
  }

  issueAt(
    kind: RecognitionIssueKind,
    table: SourceTable,
    cell: SourceCell,
    path: string | null = null,
  ): void {
    this.understood(cell)
    this.issue(kind, cellPlace(table, cell), path)
  }

  /** A row that states another sum than the projects that were read come to, in 万元. */
  sumIssue(table: SourceTable, cells: readonly SourceCell[], comesTo: string): void {
    const [from, ...more] = cells.map((cell) => cellPlace(table, cell))
    if (from) this.issues.push({ kind: 'sum-differs', path: null, from, more, comesTo })
  }

  textIssue(kind: RecognitionIssueKind, paragraph: Paragraph): void {
    this.understood(paragraph)
    this.issue(kind, paragraphPlace(paragraph))
  }
}
