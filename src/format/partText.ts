import type { IndicatorStatus, MeasureStatus } from '@/domain/status/indicatorStatus'
import { plainNumber, reportedText } from './figures'
import { BAND_WORD, LIGHT_WORD, typedText } from './words'

/** The value an indicator's part reported, as shown on screen. */
export function partText(part: MeasureStatus, status: Pick<IndicatorStatus, 'target'>): string {
  if (!part.entry) return part.attainment.kind === 'not-due' ? '未到期' : '未填报'
  if (part.entry.value.kind === 'band') return BAND_WORD[part.entry.value.band]
  return part.reported?.kind === 'number'
    ? reportedText(part.reported.value, status.target)
    : typedText(part.entry.value.text)
}

type Parts = Pick<IndicatorStatus, 'target' | 'parts'>

function named(part: MeasureStatus, status: Parts): string {
  const text = partText(part, status)
  return part.measure ? `${typedText(part.measure.name)} ${text}` : text
}

function isAside({ measure }: MeasureStatus): boolean {
  return measure?.judged === false
}

/** The percentage of points given inside a band, with what stands before it; empty for anything else. */
function bandPercent({ reported }: MeasureStatus): string {
  return reported?.kind === 'band' && reported.percent ? `，${plainNumber(reported.percent)}%` : ''
}

/** What every part of an indicator reported, in one line, as the forms print it: a band with its percentage, a part that is not judged marked. */
export function valuesText(status: Parts): string {
  return status.parts
    .map((part) => `${named(part, status)}${bandPercent(part)}${isAside(part) ? '（不评判）' : ''}`)
    .join('；')
}

/** What every part of an indicator reported, in one line; each of several with its own light. */
export function partsText(status: Parts): string {
  if (status.parts.length === 1) return valuesText(status)
  return status.parts
    .map((part) => (part.entry ? `${named(part, status)}（${LIGHT_WORD[part.light]}）` : named(part, status)))
    .join('；')
}

/** The word for how an indicator stands; one that is not judged yet although a part has missed says so. */
export function indicatorWord({ light, missedPart }: Pick<IndicatorStatus, 'light' | 'missedPart'>): string {
  return missedPart ? `${LIGHT_WORD[light]}，有分项未达标` : LIGHT_WORD[light]
}
