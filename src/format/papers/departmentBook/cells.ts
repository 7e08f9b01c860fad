import type { Day } from '@/domain/time/day'
import type { Decimal } from '@/domain/number/decimal'
import { toWan, type Money } from '@/domain/number/money'

/** How a cell looks in a workbook. */
type Look = 'plain' | 'heading' | 'title' | 'total' | 'void'

/** One cell of a workbook: text, an exact figure, a day, or a formula with the value it has by our own reckoning. */
export type SheetCell =
  | { readonly kind: 'text'; readonly text: string; readonly look?: Look; readonly right?: boolean }
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

/** One sheet of the department workbook. */
export interface SheetTable {
  readonly name: string
  readonly widths: readonly number[]
  readonly rows: readonly (readonly SheetCell[])[]
  readonly merges?: readonly {
    readonly row: number
    readonly column: number
    readonly rows: number
    readonly columns: number
  }[]
  readonly frozen?: { readonly rows: number; readonly columns: number }
  readonly filter?: string
  readonly repeatRows?: number
}

export const heading = (words: string): SheetCell => ({ kind: 'text', text: words, look: 'heading' })
export const plain = (words: string, look: Look = 'plain'): SheetCell => ({ kind: 'text', text: words, look })
/** A word that stands where there is no figure. */
export const word = (words: string, look: Look = 'plain'): SheetCell => ({
  kind: 'text',
  text: words,
  look,
  right: true,
})
export const count = (value: Decimal): SheetCell => ({ kind: 'number', value, places: 0 })
export const number = (value: Decimal, places: number): SheetCell => ({ kind: 'number', value, places })

/** An amount in 万元, exact; `null` is said as 未填报. */
export function wan(value: Money | null): SheetCell {
  return value === null ? word('未填报') : number(toWan(value), 2)
}

/** A rate as the share that workbooks format as a percentage. */
export function share(percent: Decimal): SheetCell {
  return { kind: 'number', value: percent.div(100), places: 2, percent: true }
}

/** A formula with the value that we have for it. */
export function formula(
  text: string,
  result: Decimal,
  places = 2,
  percent = false,
  look: Look = 'plain',
): SheetCell {
  return { kind: 'formula', formula: text, result, places, percent, look }
}
