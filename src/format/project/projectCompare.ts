import {
  projectHindrances,
  type Hindrance,
  type IndicatorChange,
  type ProjectChange,
  type Turn,
} from '@/domain/status/compare'
import { listed, spendingClause, TURN_WORD } from '../board/compareText'
import { gapClause } from '../board/gapClause'
import { yardsticks } from '../board/yardsticks'
import { amount, type MoneyUnit } from '../figures'
import type { Phrase, Piece } from '../phrase'
import { dayWord, STANDING_WORD } from '../words'
import { indicatorValue } from './projectRows'

const TOLD: readonly Turn[] = ['worse', 'better', 'first', 'withdrawn', 'other']
const MOST_NAMED = 3

/** What changed of one project since another day, in one line (较6月底：…): spending, gap, light, the indicators whose light turned with their values, and what hinders the comparison. */
export function projectComparePhrase(change: ProjectChange, unit: MoneyUnit): Phrase {
  const { before, now, indicators } = change
  const clauses = [
    spendingClause(change, unit),
    gapClause(before.standing, now.standing, unit, yardsticks(before.asOf, now.asOf, [change])),
    lightClause(change),
    ...TOLD.map((turn) => turnClause(turn, indicators)),
    owedClause(indicators),
  ].filter((clause) => clause.length > 0)
  const body = clauses.flatMap((clause, index): Phrase => [...(index > 0 ? [{ text: '；' }] : []), ...clause])
  return [
    { text: `较${dayWord(before.asOf)}：` },
    ...(body.length > 0 ? body : [{ text: '没有变化' }]),
    { text: '。' },
    ...projectHindrances(change).map((hindrance): Piece => ({
      text: `${hindranceText(hindrance, change, unit)}。`,
      tone: 'quiet',
    })),
  ]
}

function lightClause(change: ProjectChange): Phrase {
  const { before, now, turn } = change
  if (turn === 'same' || turn === 'first') return []
  const sticks = 'due' in before.standing && yardsticks(before.asOf, now.asOf, [change])
  const was = STANDING_WORD[before.standing.kind]
  return [
    {
      text: sticks ? `进度按${sticks.before}计划为${was}，${sticks.now}到期后为` : `进度由${was}变为`,
    },
    {
      text: STANDING_WORD[now.standing.kind],
      tone: turn === 'worse' ? 'bad' : turn === 'better' ? 'good' : 'figure',
    },
    ...(turn === 'came-due' ? [] : [{ text: `（${TURN_WORD[turn]}）` }]),
  ]
}

function turnClause(turn: Turn, indicators: readonly IndicatorChange[]): Phrase {
  const own = indicators.filter((change) => change.turn === turn)
  if (own.length === 0) return []
  const named = own.slice(0, MOST_NAMED).map(({ before, now }): Phrase => {
    const values = turn === 'first' ? '' : `${indicatorValue(before)} → `
    return [
      { text: `${now.indicator.level3} ${values}` },
      { text: indicatorValue(now), tone: turn === 'worse' ? 'bad' : 'figure' },
    ]
  })
  return [
    ...listed(named),
    { text: `${own.length > named.length ? `等 ${own.length} 项指标` : ' '}${TURN_WORD[turn]}` },
  ]
}

function owedClause(indicators: readonly IndicatorChange[]): Phrase {
  const owed = indicators.filter(({ turn }) => turn === 'fell-due').length
  return owed === 0 ? [] : [{ text: `${owed} 项指标到期未填` }]
}

function hindranceText(hindrance: Hindrance, { before, now }: ProjectChange, unit: MoneyUnit): string {
  const day = 'when' in hindrance ? dayWord(hindrance.when === 'before' ? before.asOf : now.asOf) : ''
  switch (hindrance.kind) {
    case 'unreported':
      return `${day}支出未填报，按计划应支 ${amount(hindrance.planned, unit)}`
    case 'conflict':
      return `${day}的累计有冲突，待核定`
    case 'no-checkpoint':
      return `${dayWord(before.asOf)}尚无到期的计划节点，差额无从对比`
    case 'budget':
      return '其间调整了预算，执行率按各日的全年预算数计算'
    case 'schedule':
      return '其间调整了资金支出计划'
    case 'target':
      return `其间 ${hindrance.indicators} 项指标调整了指标值，各日按当日的指标值评判`
  }
}
