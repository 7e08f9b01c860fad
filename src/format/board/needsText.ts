import type { NextNeed } from '@/domain/status/outlook'
import { nextNeed } from '@/domain/status/outlook'
import { sumMoney } from '@/domain/number/money'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import type { Standing } from '@/domain/status/standing'
import { reasonLine } from './reasonText'
import { amount, MONEY_UNIT_NAME, type MoneyUnit } from '../figures'
import { dayWord, fullDay, noManager, STANDING_WORD, typedText } from '../words'

/** What one project needs by its next checkpoint, with who owes it and by when. */
export interface NeedRow {
  readonly id: string
  readonly position: number
  readonly name: string
  readonly state: Standing['kind']
  readonly word: string
  readonly checkpoint: string
  readonly days: string
  readonly planned: string
  readonly left: string
  readonly perMonth: string
  readonly soFar: string
  /** How many of its indicators are unreported. */
  readonly open: number
  readonly why: string
  readonly who: string
  readonly next: string
}

/** The department's list of what the next checkpoint needs: its sentence, its rows in the given order. */
export interface NeedsText {
  readonly sentence: string
  readonly rows: readonly NeedRow[]
}

/** Lists what every project needs by its next checkpoint (domain.md §4); amounts are added, never rates. A project whose last checkpoint has passed is left out. */
export function needsText(
  ranked: readonly ProjectStatus[],
  managerOf: (project: string) => string | null,
  unit: MoneyUnit,
  unnamed = noManager(false),
): NeedsText {
  const owing = ranked.flatMap((status) => {
    const need = nextNeed(status.schedule, status.budget, status.spent, status.asOf)
    return need ? [{ status, need }] : []
  })
  const name = MONEY_UNIT_NAME[unit]
  const days = [...new Set(owing.map(({ need }) => dayWord(need.milestone.day)))]
  const silent = owing.filter(({ status }) => status.spent === null).length
  const short = owing.filter(({ need }) => need.left.gt(0))
  return {
    sentence:
      owing.length === 0
        ? '此后本年没有计划节点。'
        : short.length === 0
          ? `到${days.join('、')}的计划均已达到。`
          : `到${days.join('、')}，${short.length} 个项目合计还需支出 ${amount(sumMoney(short.map(({ need }) => need.left)), unit)} ${name}${silent > 0 ? `；其中 ${silent} 个支出未填报，按计划全额列出` : ''}。`,
    rows: owing.map(({ status, need }) =>
      needRow(status, need, managerOf(status.project.id) ?? unnamed, unit),
    ),
  }
}

function needRow(status: ProjectStatus, need: NextNeed, manager: string, unit: MoneyUnit): NeedRow {
  const { project, standing, reason } = status
  const open = status.indicators.filter(({ light }) => light === 'unreported').length
  return {
    id: project.id,
    position: project.position,
    name: project.name,
    state: standing.kind,
    word: STANDING_WORD[standing.kind],
    checkpoint: fullDay(need.milestone.day),
    days: `${need.daysLeft} 天`,
    planned: amount(need.planned, unit),
    left: amount(need.left, unit),
    perMonth: need.left.isZero() ? '已达到' : amount(need.perMonth, unit),
    soFar: need.soFarPerMonth ? amount(need.soFarPerMonth, unit) : '未填报',
    open,
    why: reasonLine(status, manager, unit)?.reason ?? '—',
    who: reason?.who.trim() || manager,
    next: reason?.nextStep.trim()
      ? `${typedText(reason.nextStep)}${reason.by ? `（期限 ${dayWord(reason.by)}）` : ''}`
      : '—',
  }
}
