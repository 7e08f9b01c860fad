import type { IndicatorActual } from '@/domain/ledger/entry'
import type { IndicatorStatus, ValueConflict } from '@/domain/status/indicatorStatus'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import type { TotalConflict } from '@/domain/status/spending'
import { exactAmount, MONEY_UNIT_NAME, type MoneyUnit } from '../figures'
import { recordedText } from './recordedText'
import { BAND_WORD, dayWord, typedText } from '../words'

/** Rival values of one indicator, or rival totals of one project, on one day, to choose between. */
export interface ConflictText {
  readonly key: string
  readonly title: string
  readonly rivals: readonly { readonly id: string; readonly value: string; readonly by: string }[]
}

function valueText({ value }: IndicatorActual): string {
  return value.kind === 'text' ? typedText(value.text) : BAND_WORD[value.band]
}

/** Lays out an indicator's rival values with who wrote each and when. */
export function conflictText(
  status: ProjectStatus,
  { indicator: { id, level3 } }: IndicatorStatus,
  { measure, day, rivals }: ValueConflict,
): ConflictText {
  return {
    key: `${measure?.id ?? id}@${day}`,
    title: `${status.project.name} · ${level3}${measure ? ` · ${measure.name}` : ''}（${dayWord(day)}）`,
    rivals: rivals.map((entry) => ({
      id: entry.id,
      value: valueText(entry),
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

/** Says in one clause who stated which total of a day. */
export function totalRivals({ rivals }: TotalConflict, unit: MoneyUnit): string {
  const said = rivals.map(({ entry, total }) => `${entry.author} ${exactAmount(total, unit)}`)
  return `${said.join('、')} ${MONEY_UNIT_NAME[unit]}`
}
