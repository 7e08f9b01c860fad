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
  | 'column-left'
  | 'label-left'
  | 'longer-term-left'
  | 'goal-left'
  | 'changed-left'
  | 'part-left'
  | 'sum-row'
  | 'row-left'
  | 'below-left'
  | 'table-unread'
  | 'note-mark'
  | 'level3-repeated'
  | 'level4-joined'
  | 'parts-added'
  | 'parts-unclear'
  | 'applied-left'
  | 'whole-project-left'
  | 'direction-left'
  | 'actual-left'
  | 'placeholder-row'
  | 'blank-row'
  | 'execution-row'
  | 'columns-beside'
  | 'indicators-beside'
  | 'budget-after-changes'
  | 'schedule-by-quarter'
  | 'years-differ'
  | 'left-by-user'
  | 'level1-from-level2'
  | 'level2-from-level1'
  | 'not-stated'
  | 'not-an-amount'
  | 'not-a-rate'
  | 'month-repeated'
  | 'schedule-in-amounts'
  | 'converted-from-yuan'
  | 'foreign-currency'
  | 'unit-unknown'
  | 'no-figure'
  | 'target-says-nothing'
  | 'project-twice'
  | 'unit-carried'
  | 'unit-not-stated'
  | 'unit-doubtful'
  | 'amount-implausible'
  | 'cell-split'
  | 'several-in-one-cell'
  | 'weight-of-several'
  | 'amount-of-several'
  | 'sum-differs'
  | 'example-row'
  | 'schedule-unclear'
  | 'graded-target'
  | 'name-and-value'
  | 'name-with-code'
  | 'amounts-in-words'
  | 'projects-in-columns'
  | 'other-year-left'
  | 'headings-missing'
  | 'tables-beside'
  | 'continued'
  | 'stated-twice'
  | 'title-differs'
  | 'department-differs'
  | 'fact-incomplete'
  | 'fact-in-another-unit'
  | 'file-left-other-year'
  | 'file-left-other-department'
  | 'file-joined-other-year'
  | 'file-joined-other-department'
  | 'project-repeated'
  | 'project-repeated-alike'
  | 'project-repeated-chosen'

/** One thing to look at in a document: where it stands with its source text, and the path of the draft's value it is about (`projects[2].schedule.10`), where it is about one. */
export interface RecognitionIssue {
  readonly kind: RecognitionIssueKind
  readonly path: string | null
  readonly from: SourcePlace | null
  /** Further places that the same line is about: the cells under a heading that was left out. */
  readonly more?: readonly SourcePlace[]
  /** What the projects that were read come to, in 万元, where a document states another sum. */
  readonly comesTo?: string
}

const ALTERED: ReadonlySet<RecognitionIssueKind> = new Set<RecognitionIssueKind>([
  'converted-from-yuan',
  'foreign-currency',
  'unit-unknown',
  'no-figure',
  'target-says-nothing',
  'project-twice',
  'unit-carried',
  'unit-not-stated',
  'unit-doubtful',
  'amount-implausible',
  'note-mark',
  'level3-repeated',
  'level4-joined',
  'parts-added',
  'parts-unclear',
  'applied-left',
  'whole-project-left',
  'changed-left',
  'direction-left',
  'table-unread',
  'cell-split',
  'several-in-one-cell',
  'weight-of-several',
  'amount-of-several',
  'sum-differs',
  'schedule-unclear',
  'graded-target',
  'name-and-value',
  'name-with-code',
  'amounts-in-words',
  'projects-in-columns',
  'headings-missing',
  'tables-beside',
  'budget-after-changes',
  'columns-beside',
  'indicators-beside',
  'level1-from-level2',
  'level2-from-level1',
  'not-an-amount',
  'not-a-rate',
  'schedule-by-quarter',
  'title-differs',
  'department-differs',
  'years-differ',
  'left-by-user',
  'file-left-other-year',
  'file-left-other-department',
  'file-joined-other-year',
  'file-joined-other-department',
  'project-repeated',
  'project-repeated-alike',
  'project-repeated-chosen',
])
const MISSING: ReadonlySet<RecognitionIssueKind> = new Set<RecognitionIssueKind>([
  'no-performance-table',
  'not-stated',
])

/** How serious an issue is, most serious 0: a value altered or doubtful, one missing, something left out (domain.md §11). */
export function seriousness({ kind }: RecognitionIssue): number {
  if (ALTERED.has(kind)) return 0
  return MISSING.has(kind) ? 1 : 2
}
