import type { IndicatorStatus, Rival, ValueConflict } from '@/domain/status/indicatorStatus'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import type { TotalConflict } from '@/domain/status/spending'
import { exactAmount, MONEY_UNIT_NAME, type MoneyUnit } from '../figures'
import { recordedText } from './recordedText'
import { percentsText, splitText } from './ruleText'
import { BAND_WORD, dayWord, typedText } from '../words'

/** Rival values of one indicator, or rival totals of one project, on one day, to choose between. */
export interface ConflictText {
  readonly key: string
  readonly title: string
  readonly rivals: readonly { readonly id: string; readonly value: string; readonly by: string }[]
}

/** What rivals of a kind are about, beside the name of what they are about; nothing for a value. */
const ABOUT = { 'indicator-actual': '', 'target-change': '指标值', measures: '分项' } as const

/** What a rival says: a value, a changed target or schedule, the parts of a split. */
export function rivalText(rival: Rival): string {
  if (rival.kind === 'measures') return splitText(rival.measures)
  if (rival.kind === 'indicator-actual')
    return rival.value.kind === 'text' ? typedText(rival.value.text) : BAND_WORD[rival.value.band]
  return rival.change.kind === 'target' ? typedText(rival.change.text) : percentsText(rival.change.percents)
}

/** The name of what rivals are about: an indicator, its target or its split, or a project's schedule. */
export function rivalsName(indicator: IndicatorStatus | null, { measure, rivals }: ValueConflict): string {
  if (indicator === null) return '资金支出计划'
  const about = ABOUT[rivals[0]?.kind ?? 'indicator-actual']
  return [indicator.indicator.level3, measure?.name ?? '', about].filter(Boolean).join(' · ')
}

/** Lays out rivals about an indicator or a project's schedule (`null`) with who wrote each and when. */
export function conflictText(
  status: ProjectStatus,
  indicator: IndicatorStatus | null,
  conflict: ValueConflict,
): ConflictText {
  const { measure, day, rivals } = conflict
  const { id } = indicator?.indicator ?? status.project
  return {
    key: `${measure?.id ?? id}@${day}${rivals[0]?.kind}`,
    title: `${status.project.name} · ${rivalsName(indicator, conflict)}（${dayWord(day)}）`,
    rivals: rivals.map((entry) => ({
      id: entry.id,
      value: rivalText(entry),
      by: `${entry.author}，${recordedText(entry.recordedAt)}`,
    })),
  }
}

/** Lays out a project's rival totals of a day with who stated each and when. */
export function totalConflictText(
  status: ProjectStatus,
  { day, rivals }: TotalConflict,
  unit: MoneyUnit,
): ConflictText {
  return {
    key: `${status.project.id}@${day}`,
    title: `${status.project.name} · 截至${dayWord(day)}累计支出`,
    rivals: rivals.map(({ entry, total }) => ({
      id: entry.id,
      value: `${exactAmount(total, unit)} ${MONEY_UNIT_NAME[unit]}`,
      by: `${entry.author}，${recordedText(entry.recordedAt)}`,
    })),
  }
}

/** Says in one clause who reported which value for a day. */
export function valueRivals({ rivals }: ValueConflict): string {
  return rivals.map((rival) => `${rival.author} ${rivalText(rival)}`).join('、')
}

/** Says in one clause who stated which total of a day. */
export function totalRivals({ rivals }: TotalConflict, unit: MoneyUnit): string {
  const said = rivals.map(({ entry, total }) => `${entry.author} ${exactAmount(total, unit)}`)
  return `${said.join('、')} ${MONEY_UNIT_NAME[unit]}`
}
