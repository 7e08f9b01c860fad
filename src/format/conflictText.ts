import type { IndicatorActual } from '@/domain/ledger/entry'
import type { IndicatorStatus } from '@/domain/status/indicatorStatus'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import { recordedText } from './projectPage'
import { BAND_WORD, dayWord, typedText } from './words'

/** Rival values of one indicator on one day, to choose between. */
export interface ConflictText {
  readonly key: string
  readonly title: string
  readonly rivals: readonly { readonly id: string; readonly value: string; readonly by: string }[]
}

function valueText({ value }: IndicatorActual): string {
  return value.kind === 'text' ? typedText(value.text) : BAND_WORD[value.band]
}

/** Lays out an indicator's rival values with who wrote each and when. */
export function conflictText(status: ProjectStatus, indicator: IndicatorStatus): ConflictText {
  const day = indicator.conflict[0]?.effectiveOn
  return {
    key: indicator.indicator.id,
    title: `${status.project.name} · ${indicator.indicator.level3}${day ? `（${dayWord(day)}）` : ''}`,
    rivals: indicator.conflict.map((entry) => ({
      id: entry.id,
      value: valueText(entry),
      by: `${entry.author}，${recordedText(entry.recordedAt)}`,
    })),
  }
}
