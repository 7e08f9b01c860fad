import type { IndicatorStatus, MeasureStatus } from '@/domain/status/projectStatus'
import { reportedText } from './figures'
import { BAND_WORD, typedText } from './words'

/** The value an indicator's part reported, as shown on screen. */
export function partText(part: MeasureStatus, status: Pick<IndicatorStatus, 'target'>): string {
  if (!part.entry) return part.attainment.kind === 'not-due' ? '未到期' : '未填报'
  if (part.entry.value.kind === 'band') return BAND_WORD[part.entry.value.band]
  return part.reported?.kind === 'number'
    ? reportedText(part.reported.value, status.target)
    : typedText(part.entry.value.text)
}
