import type { Decimal } from '@/domain/number/decimal'

/** A cell of an official form: a heading, a text, or a figure that workbooks keep as a number. */
export interface FormCell {
  readonly kind: 'head' | 'text' | 'number'
  readonly text: string
  readonly value?: Decimal
  readonly places?: number
  readonly rows?: number
  readonly columns?: number
}

/** An official form: its title, how wide its columns are (in characters), and its rows; the first names the project and is repeated on each page. */
export interface FormTable {
  readonly name: string
  readonly title: string
  readonly widths: readonly number[]
  readonly rows: readonly (readonly FormCell[])[]
}

/** A heading, merged over columns and rows. */
export function head(words: string, columns = 1, rows = 1): FormCell {
  return { kind: 'head', text: words, columns, rows }
}

/** A text, merged over columns and rows. */
export function text(words: string, columns = 1, rows = 1): FormCell {
  return { kind: 'text', text: words, columns, rows }
}

/** A figure with its exact value; what was not reported stays a word and is never 0. */
export function figure(words: string, value: Decimal | null, places: number): FormCell {
  return value ? { kind: 'number', text: words, value, places } : text(words)
}

/** The name of a project's sheet, at most as long as a workbook takes. */
export function sheetName({ position, name }: { readonly position: number; readonly name: string }): string {
  return `${position}.${name}`.slice(0, 31)
}
