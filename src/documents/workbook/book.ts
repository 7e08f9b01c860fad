import type { Day } from '@/domain/time/day'
import type { Decimal } from '@/domain/number/decimal'

/** How a cell looks: a heading, a total, a locked or a wrong cell, a line beside the table without borders, one of these with room to sign; `input` is left unlocked on a protected sheet. */
export type Look =
  'plain' | 'line' | 'sign' | 'heading' | 'title' | 'total' | 'input' | 'locked' | 'wrong' | 'void'

/** One cell as we mean it. Text is always text, whatever sign it begins with, and stands right where it stands for a figure; `ours` marks one that the program made and a .csv leaves as it is; amounts and days are real numbers and dates. */
export type BookCell =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly look?: Look
      readonly right?: boolean
      readonly align?: 'right' | 'center'
      readonly ours?: true
    }
  | {
      readonly kind: 'number'
      readonly value: Decimal
      readonly places: number
      readonly percent?: boolean
      readonly look?: Look
    }
  | { readonly kind: 'day'; readonly day: Day; readonly look?: Look }
  | {
      readonly kind: 'formula'
      readonly formula: string
      readonly result: Decimal
      readonly places: number
      readonly percent?: boolean
      readonly look?: Look
    }
  | null

/** A drop-down over a range of cells. */
export interface Choice {
  readonly range: string
  readonly values: readonly string[]
}

/** One sheet: its rows, the width of its columns in characters (0 hides one), and how it behaves. */
export interface BookSheet {
  readonly name: string
  readonly widths: readonly number[]
  readonly rows: readonly (readonly BookCell[])[]
  readonly merges?: readonly {
    readonly row: number
    readonly column: number
    readonly rows: number
    readonly columns: number
  }[]
  readonly frozen?: { readonly rows: number; readonly columns: number }
  readonly filter?: string
  readonly choices?: readonly Choice[]
  readonly protected?: boolean
  readonly landscape?: boolean
  /** How many rows from the top are repeated on every printed page. */
  readonly repeatRows?: number
  readonly bordered?: boolean
  /** Printed on as few pages as its signs can be read on: under which headings its rows stand, and how many of its last rows stay together. */
  readonly fewPages?: { readonly headings: readonly PrintedHeading[]; readonly together: number }
}

/** Rows of headings, and the first row that is not under them any more: all counted from 0, the ends exclusive. What begins a sheet is repeated with all above it. */
export interface PrintedHeading {
  readonly from: number
  readonly to: number
  readonly until: number
}

/** A text cell. */
export function text(value: string, look: Look = 'plain'): BookCell {
  return { kind: 'text', text: value, look }
}

/** The letters of a column, from 0: A, B, … Z, AA. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26)
  return `${rest > 0 ? columnName(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`
}
