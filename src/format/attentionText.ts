import type { Attention } from '@/domain/status/attention'
import { money } from '@/domain/number/money'
import type { Standing } from '@/domain/status/standing'
import type { AttainmentLight } from '@/domain/status/attainment'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import { reasonSaid } from './board/reasonText'
import { rivalsName, rivalText, totalRivals } from './ledger/conflictText'
import { partsText } from './partText'
import {
  amount,
  amountsApart,
  differenceAmount,
  figureBeside,
  MONEY_UNIT_NAME,
  percent,
  targetText,
  type MoneyUnit,
} from './figures'
import { dayWord, DEVIATION_WORD, LIGHT_WORD, STANDING_WORD } from './words'
import { ZERO } from '@/domain/number/decimal'

/** One line of 需要关注: whose, in which state, and what with figures. */
export interface AttentionText {
  readonly title: string
  readonly state: string
  readonly mark: Standing['kind'] | AttainmentLight
  readonly body: string
}

/** Says an item of attention in words with figures: what, by how much, what it takes (DESIGN.md). */
export function attentionText(item: Attention, unit: MoneyUnit): AttentionText {
  const { name } = item.status.project
  switch (item.kind) {
    case 'spending':
      return {
        title: name,
        state: STANDING_WORD[item.pace],
        mark: item.pace,
        body: [spendingBody(item, unit), reasonSaid(item.status)].filter(Boolean).join('；'),
      }
    case 'ahead':
      return { title: name, state: STANDING_WORD.ahead, mark: 'ahead', body: aheadBody(item, unit) }
    case 'unreported-project':
      return {
        title: name,
        state: STANDING_WORD.unreported,
        mark: 'unreported',
        body: `${dueWord(item.status.standing)}支出${item.open > 0 ? `与 ${item.open} 项指标` : ''}未填报，按计划应支 ${planned(item.status.standing, unit)}`,
      }
    case 'unreported-indicators':
      return {
        title: name,
        state: STANDING_WORD.unreported,
        mark: 'unreported',
        body: `${dueWord(item.status.standing)}尚有 ${item.open} 项指标未填报${missedParts(item.status)}`,
      }
    case 'missed':
    case 'exceeded': {
      const { indicator } = item
      const deviation = indicator.parts.find((part) => part.entry?.deviation)?.entry?.deviation
      const why = deviation ? `${DEVIATION_WORD[deviation.category]}：${deviation.text}` : '未说明原因'
      const exceeded =
        item.kind === 'exceeded' && indicator.attainment.kind === 'met' && indicator.attainment.exceeded
      return {
        title: `${name} · ${indicator.indicator.level3}`,
        state: item.kind === 'missed' ? LIGHT_WORD[indicator.light] : '超额',
        mark: item.kind === 'missed' ? indicator.light : 'met',
        body: `${partsText(indicator)}，指标 ${targetText(indicator.target)}${exceeded ? `，超出 ${percent(exceeded, 1, ZERO)}` : ''}；${why}`,
      }
    }
    case 'total-conflict':
      return {
        title: `${name} · ${dayWord(item.total.day)}累计支出`,
        state: '有冲突',
        mark: 'not-judged',
        body: `同一日有不同累计：${totalRivals(item.total, unit)}，需核定`,
      }
    case 'conflict':
      return {
        title: `${name} · ${rivalsName(item.indicator, item.conflict)}`,
        state: '填报不一致',
        mark: 'not-judged',
        body: `${dayWord(item.conflict.day)}有不同填报：${item.conflict.rivals.map((entry) => `${entry.author} ${rivalText(entry)}`).join('、')}，需核定`,
      }
    case 'carried':
      return {
        title: name,
        state: '沿用',
        mark: 'not-due',
        body: `${item.count} 项指标仍为上一节点的填报，${dueWord(item.status.standing)}未更新`,
      }
  }
}

function dueWord(standing: Standing): string {
  return 'due' in standing ? dayWord(standing.due.day) : ''
}

function planned(standing: Standing, unit: MoneyUnit): string {
  return 'planned' in standing ? `${amount(standing.planned, unit)} ${MONEY_UNIT_NAME[unit]}` : '未设定'
}

function spendingBody(item: Extract<Attention, { kind: 'spending' }>, unit: MoneyUnit): string {
  const { standing, spent, budget } = item.status
  if (spent === null) return ''
  const name = MONEY_UNIT_NAME[unit]
  if (item.pace === 'over-budget') {
    const [paid, most] = amountsApart(spent, budget, unit)
    return `实支 ${paid} ${name}，超出全年预算 ${most} ${name} 达 ${differenceAmount(money(spent.minus(budget)), unit)} ${name}`
  }
  if (!('gap' in standing)) return ''
  const behind = standing.points ? `，滞后 ${figureBeside(standing.points.abs(), ZERO, 1)} 个百分点` : ''
  const { need } = item
  const needed =
    need && need.left.gt(0)
      ? `；到${dayWord(need.milestone.day)}每月需支 ${amount(need.perMonth, unit)}${need.soFarPerMonth ? `（目前每月 ${amount(need.soFarPerMonth, unit)}）` : ''}`
      : ''
  const [due, paid] = amountsApart(standing.planned, spent, unit)
  return `${dayWord(standing.due.day)}应支 ${due} ${name}，实支 ${paid} ${name}${behind}${needed}`
}

function aheadBody(item: Extract<Attention, { kind: 'ahead' }>, unit: MoneyUnit): string {
  const { standing, spent } = item.status
  if (!('gap' in standing) || spent === null) return ''
  const pace = standing.pace ? `，为计划的 ${percent(standing.pace)}` : ''
  const [due, paid] = amountsApart(standing.planned, spent, unit)
  return `${dayWord(standing.due.day)}应支 ${due} ${MONEY_UNIT_NAME[unit]}，实支 ${paid} ${MONEY_UNIT_NAME[unit]}${pace}`
}

function missedParts({ indicators }: ProjectStatus): string {
  const count = indicators.filter(({ missedPart }) => missedPart).length
  return count > 0 ? `，其中 ${count} 项已有分项未达标` : ''
}
