import type { ColumnUnit } from '../desk/amountCell'
import { cleanCell } from '../number/cellText'
import type { HeadingRows, LabelAt } from './headingRows'
import { statedUnit } from './pasteLabels'

const OF_UNITS = /^(?:金额|计量|货币)?单位$/
const OF_MONEY = /^(?:人民币|[美欧日港])?[十百千万亿]*[元圆分角]$|^[千万亿]$|^(?:%|百分比)$/

/** Reads a column headed 单位 beside the figures: the unit of a row's money, `unknown` where that is none reckoned in here, `null` where no cell of such a column speaks of money (bureaus, 人). */
export function rowUnits(
  rows: readonly (readonly string[])[],
  { firstRow, senses }: HeadingRows,
  labelAt: LabelAt,
): (row: number) => ColumnUnit | 'unknown' | null {
  const textAt = (row: number, column: number) => cleanCell(labelAt(row, column)).replaceAll(' ', '')
  const heads = Array.from({ length: senses ? firstRow : 0 }, (_, row) => row)
  const column = (rows[0] ?? []).findIndex((_, index) =>
    heads.some((row) => OF_UNITS.test(textAt(row, index))),
  )
  const speaks = column >= 0 && rows.some((_, row) => row >= firstRow && OF_MONEY.test(textAt(row, column)))
  return (row) => (speaks ? (statedUnit(`单位:${textAt(row, column)}`) ?? 'unknown') : null)
}
