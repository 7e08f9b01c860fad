import type { Decimal } from '../number/decimal'
import type { Sheet } from './sheet'

/** A project's place in the department; `null` for a sheet that is 暂不完整. */
export interface Place {
  readonly rank: number | null
  readonly sheet: Sheet
}

function totalOf({ outcome }: Sheet): Decimal | null {
  return outcome.kind === 'complete' ? outcome.total : null
}

/** Ranks sheets (D, shown beside the ranking): by total, highest first; equal totals share a rank and keep the document's order; 暂不完整 last and without one. */
export function ranking(sheets: readonly Sheet[]): readonly Place[] {
  const placed = sheets
    .flatMap((sheet) => {
      const total = totalOf(sheet)
      return total ? [{ sheet, total }] : []
    })
    .sort((a, b) => b.total.cmp(a.total) || a.sheet.project.position - b.sheet.project.position)
  return [
    ...placed.map(({ sheet, total }) => ({
      rank: 1 + placed.filter((other) => other.total.gt(total)).length,
      sheet,
    })),
    ...sheets
      .filter((sheet) => totalOf(sheet) === null)
      .sort((a, b) => a.project.position - b.project.position)
      .map((sheet) => ({ rank: null, sheet })),
  ]
}
