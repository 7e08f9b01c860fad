import type { Decimal } from '../number/decimal'
import type { IndicatorStatus, ValueConflict } from './indicatorStatus'
import { valueConflicts, type ProjectStatus } from './projectStatus'
import { nextNeed, type NextNeed } from './outlook'
import type { TotalConflict } from './spending'
import type { Pace } from './standing'

/** One thing leadership should look at, most pressing first; the words are made elsewhere. */
export type Attention =
  | {
      readonly kind: 'spending'
      readonly pace: Exclude<Pace, 'on-plan' | 'ahead'>
      readonly status: ProjectStatus
      readonly need: NextNeed | null
    }
  | { readonly kind: 'ahead'; readonly status: ProjectStatus }
  | { readonly kind: 'unreported-project'; readonly status: ProjectStatus; readonly open: number }
  | {
      readonly kind: 'missed'
      readonly status: ProjectStatus
      readonly indicator: IndicatorStatus
      readonly explained: boolean
    }
  | {
      readonly kind: 'exceeded'
      readonly status: ProjectStatus
      readonly indicator: IndicatorStatus
      readonly explained: boolean
    }
  | {
      readonly kind: 'conflict'
      readonly status: ProjectStatus
      readonly indicator: IndicatorStatus | null
      readonly conflict: ValueConflict
    }
  | { readonly kind: 'total-conflict'; readonly status: ProjectStatus; readonly total: TotalConflict }
  | { readonly kind: 'unreported-indicators'; readonly status: ProjectStatus; readonly open: number }
  | { readonly kind: 'carried'; readonly status: ProjectStatus; readonly count: number }

const PACE_WEIGHT = { 'over-budget': 100, 'severely-behind': 95, behind: 85, 'slightly-behind': 65 } as const
const MISS_WEIGHT = {
  far: 80,
  partial: 70,
  near: 60,
  met: 0,
  unreported: 0,
  'not-due': 0,
  'not-judged': 0,
} as const

function weight(item: Attention): number {
  switch (item.kind) {
    case 'spending':
      return PACE_WEIGHT[item.pace]
    case 'unreported-project':
      return 90
    case 'total-conflict':
    case 'conflict':
      return 88
    case 'missed':
      return MISS_WEIGHT[item.indicator.light]
    case 'unreported-indicators':
      return 50
    case 'exceeded':
      return 40
    case 'carried':
      return 30
    case 'ahead':
      return 20
  }
}

/** What needs attention across projects by the one rule of order: the weight of its state, then the money at stake, then the document's order. */
export function attentionList(projects: readonly ProjectStatus[]): Attention[] {
  return projects.flatMap(attentionOf).sort((a, b) => weight(b) - weight(a) || atStake(b).cmp(atStake(a)))
}

/** The money at stake in 元: what spending is off its plan by, else the project's whole budget. */
function atStake(item: Attention): Decimal {
  const { standing, budget } = item.status
  return (item.kind === 'spending' || item.kind === 'ahead') && 'gap' in standing
    ? standing.gap.abs()
    : budget
}

function attentionOf(status: ProjectStatus): Attention[] {
  const { standing } = status
  const open = status.indicators.filter((indicator) => indicator.light === 'unreported').length
  const carried = status.indicators.filter((indicator) => indicator.carried).length
  const items: Attention[] = []
  if (standing.kind === 'unreported') items.push({ kind: 'unreported-project', status, open })
  else if (open > 0) items.push({ kind: 'unreported-indicators', status, open })
  if (standing.kind === 'ahead') items.push({ kind: 'ahead', status })
  else if (standing.kind !== 'unreported' && standing.kind !== 'not-due' && standing.kind !== 'on-plan') {
    items.push({
      kind: 'spending',
      pace: standing.kind,
      status,
      need: nextNeed(status.schedule, status.budget, status.spent, status.asOf),
    })
  }
  for (const total of status.totalConflicts) items.push({ kind: 'total-conflict', status, total })
  for (const own of valueConflicts(status)) items.push({ kind: 'conflict', status, ...own })
  for (const indicator of status.indicators) {
    const explained = indicator.parts.some((part) => part.entry?.deviation)
    if (indicator.attainment.kind === 'missed') items.push({ kind: 'missed', status, indicator, explained })
    if (indicator.attainment.kind === 'met' && indicator.attainment.exceeded) {
      items.push({ kind: 'exceeded', status, indicator, explained })
    }
  }
  if (carried > 0) items.push({ kind: 'carried', status, count: carried })
  return items
}
