/** Where a value stands in a document: a cell of a table, rows and columns from 0 as the reader found them, or a paragraph by its place among the blocks. */
export type SourcePlace =
  | {
      readonly kind: 'cell'
      /** The place of the table in the document, from 1, and its sheet in a workbook. */
      readonly table: number
      readonly sheet: string | null
      readonly row: number
      readonly column: number
      readonly text: string
    }
  | { readonly kind: 'paragraph'; readonly block: number; readonly text: string }

/** What recognition could not make out in a document or thinks worth a look, by kind; the source stays as printed. */
export type RecognitionIssueKind =
  | 'no-performance-table'
  | 'table-left'
  | 'table-partly-read'
  | 'cell-not-understood'
  | 'text-not-understood'
  | 'row-not-aligned'
  | 'blank-row'
  | 'level2-from-level1'
  | 'not-stated'
  | 'not-an-amount'
  | 'not-a-rate'
  | 'month-repeated'
  | 'schedule-in-amounts'
  | 'converted-from-yuan'
  | 'stated-twice'
  | 'title-differs'
  | 'department-differs'
  | 'fact-incomplete'
  | 'fact-in-another-unit'

/** One thing to look at in a document: where it stands with its source text, and the path of the draft's value it is about (`projects[2].schedule.10`), where it is about one. */
export interface RecognitionIssue {
  readonly kind: RecognitionIssueKind
  readonly path: string | null
  readonly from: SourcePlace | null
}
