import type { Band } from './attainment'
import type { Decimal } from '../number/decimal'

/** The points of each band in percent: 达成 100–80 (80 included), 部分达成 80–60 (60 included), 未达成 60–0 (R 财预〔2020〕10号). A cut belongs to the band above it, so every percentage has one band. */
export const BAND_POINTS: Readonly<Record<Band, { readonly from: number; readonly to: number }>> = {
  achieved: { from: 80, to: 100 },
  partly: { from: 60, to: 80 },
  not: { from: 0, to: 60 },
}

/** Whether points given for a qualitative indicator lie inside the chosen band; others are refused (domain.md §7). */
export function withinBand(band: Band, percent: Decimal): boolean {
  const { from, to } = BAND_POINTS[band]
  return percent.gte(from) && (band === 'achieved' ? percent.lte(to) : percent.lt(to))
}
