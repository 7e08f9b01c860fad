/** A merged cell of a pasted block: its first cell holds the value, the others are covered and hold `''`. */
export interface MergedRegion {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** The number behind a cell that shows it rounded (a spreadsheet shows 95% and holds 94.96%), written as the cell would show it in full. */
export interface UnderlyingNumber {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** A rectangle of pasted cells as texts; every row has the same length. */
export interface PastedBlock {
  readonly rows: readonly (readonly string[])[]
  readonly merged: readonly MergedRegion[]
  readonly underlying: readonly UnderlyingNumber[]
}

/** What separated the columns of a pasted plain text that had no tabs. */
export type PastedSeparator = 'bar' | 'spaces' | 'comma'

/** What reading a clipboard left out or had to decide, for the preview to say (STYLE.md 3: nothing is guessed in silence). */
export type BlockIssue =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'hidden-rows'; readonly count: number }
  | { readonly kind: 'hidden-cells'; readonly count: number }
  | { readonly kind: 'tables-left-out'; readonly count: number }
  | { readonly kind: 'split-by'; readonly separator: PastedSeparator }
  | { readonly kind: 'not-split'; readonly separator: PastedSeparator }
