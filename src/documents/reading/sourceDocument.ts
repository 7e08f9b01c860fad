import type { UnreadableFile } from '../outcome/unreadableFile'

export type { UnreadableFile } from '../outcome/unreadableFile'

/** One cell of a table as a document shows it: its paragraphs, where it begins (from 0) and how far it is merged (from 1). */
export interface SourceCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly lines: readonly string[]
  /** Tables inside the cell; their texts are not among its `lines`. */
  readonly tables: readonly SourceTable[]
  /** The number a spreadsheet noted behind the cell, in full, where the cell shows another one. */
  readonly noted?: string
  /** All its text is struck through, and set aside. */
  readonly struck?: true
}

/**
 * One table of a document, row by row; a row lists only the cells that begin in it, so a merged cell stands once.
 * `merges` says whether the layout tells what is merged (a text dump does not: there a covered cell is simply missing).
 */
export interface SourceTable {
  /** The place of the table among all tables of the document, from 1. */
  readonly position: number
  /** Where a reader finds it in a workbook or a text: the sheet and its first row, or the first line; `null` when the position says it. */
  readonly place: { readonly sheet: string | null; readonly line: number } | null
  readonly merges: boolean
  readonly rows: readonly (readonly SourceCell[])[]
}

/** What a reader saw but did not hand on, because the published page does not show it or shows it twice: to be said, never to be lost. */
export interface SetAside {
  readonly kind:
    | 'hidden-text'
    | 'struck-text'
    | 'raised-sign'
    | 'picture'
    | 'hidden-row'
    | 'hidden-column'
    | 'hidden-sheet'
    | 'covered-text'
    | 'repeated-headings'
    | 'embedded-file'
    | 'formula-without-value'
    | 'shown-rounded'
  /** The sheet and cell, or the table by its position, where one is known. */
  readonly where: string | null
  readonly text: string
}

/** A document as recognition reads it, whatever it came from: paragraphs and tables in reading order. */
export interface SourceDocument {
  readonly origin: 'docx' | 'text' | 'html' | 'xlsx'
  readonly blocks: readonly (
    | { readonly kind: 'paragraph'; readonly text: string }
    | { readonly kind: 'table'; readonly table: SourceTable }
  )[]
  readonly setAside?: readonly SetAside[]
}

/** What reading a file gives: the document, or why there is none. */
export type DocumentReading =
  | { readonly ok: true; readonly document: SourceDocument }
  | { readonly ok: false; readonly problem: UnreadableFile }
