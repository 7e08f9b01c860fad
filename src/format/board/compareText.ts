import type { Comparison, Hindrance, ProjectChange, Turn } from '@/domain/status/compare'
import type { Decimal } from '@/domain/number/decimal'
import type { AttainmentLight } from '@/domain/status/attainment'
import type { Money } from '@/domain/number/money'
import type { Rate } from '@/domain/number/rate'
import type { Standing } from '@/domain/status/standing'
import { amount, signed, signedAmount, type MoneyUnit } from '../figures'
import type { Phrase, Piece } from '../phrase'
import { indicatorValue } from '../project/projectRows'
import { gapClause } from './gapClause'
import { planOfWord } from './planWord'
import { yardsticks } from './yardsticks'
import { dayWord, LIGHT_WORD, STANDING_WORD } from '../words'

/** How a light turned, in an official's words. */
export const TURN_WORD: Readonly<Record<Turn, string>> = {
  same: '不变',
  better: '转好',
  worse: '转差',
  first: '首次填报',
  began: '开始评判',
  'fell-due': '到期未填',
  withdrawn: '转为未填报',
  'came-due': '节点到期',
  ahead: '转为超前',
  'not-ahead': '不再超前',
  other: '口径有变',
}

const SHORT: Readonly<Partial<Record<Turn, string>>> = {
  better: '转好',
  worse: '转差',
  first: TURN_WORD.first,
  withdrawn: '转未报',
  other: '口径变',
}

/** An indicator's cell beside the day compared with. */
export interface CellChange {
  /** How it turned, in a word that fits a cell; empty where it did not. */
  readonly short: string
  readonly label: string
  readonly light: AttainmentLight
  readonly turn: Turn
  readonly turned: string
  /** The value of that day with its day: 6月底 92%. */
  readonly earlier: string
  /** What each measure's value was then (by its id, empty of an indicator that is one), for its picture. */
  readonly values: Readonly<Record<string, Decimal | null>>
}

/** A project's row beside the day compared with: what was added, and the light it had. `percent` is its execution rate then, for the bar. */
export interface RowChange {
  readonly spent: string
  readonly rate: string
  readonly gap: string
  readonly state: Standing['kind']
  readonly word: string
  readonly turn: Turn
  readonly turned: string
  readonly percent: Decimal | null
  readonly cells: ReadonlyMap<string, CellChange>
}

/** Every project's row beside the day compared with, by project id. */
export function rowChanges(comparison: Comparison, unit: MoneyUnit): ReadonlyMap<string, RowChange> {
  return new Map(comparison.projects.map((change) => [change.now.project.id, rowChange(change, unit)]))
}

function rowChange(change: ProjectChange, unit: MoneyUnit): RowChange {
  const { before, now, turn } = change
  const sticks = yardsticks(before.asOf, now.asOf, [change])
  const planOf = planOfWord(before.asOf, [before])
  const apart = now.spent === null ? '' : '—'
  return {
    spent: change.spent
      ? signedAmount(change.spent, unit)
      : apart && before.spent === null
        ? TURN_WORD.first
        : apart,
    rate: change.rate ? signed(change.rate, 1) : apart,
    gap: turn === 'came-due' ? '' : change.points ? signed(change.points, 1) : apart,
    state: before.standing.kind,
    word: `${dayWord(before.asOf)}${planOf && `按${planOf}计划`}${STANDING_WORD[before.standing.kind]}`,
    turn,
    turned: `${sticks && (turn === 'better' || turn === 'worse') ? `按${sticks.now}计划` : ''}${TURN_WORD[turn]}`,
    percent: before.rate.kind === 'rate' ? before.rate.percent : null,
    cells: cellChanges(change),
  }
}

/** Every indicator of a project beside the day compared with, by indicator id. */
export function cellChanges({ before, indicators }: ProjectChange): ReadonlyMap<string, CellChange> {
  return new Map(
    indicators.map(({ before: was, now: is, turn }) => {
      const then = `${dayWord(before.asOf)} ${indicatorValue(was)}`
      return [
        is.indicator.id,
        {
          short: SHORT[turn] ?? '',
          label: `${then} ${LIGHT_WORD[was.light]}，${TURN_WORD[turn]}`,
          light: was.light,
          turn,
          turned: TURN_WORD[turn],
          earlier: was.parts.some(({ entry }) => entry)
            ? then
            : `${dayWord(before.asOf)}${LIGHT_WORD[was.light]}`,
          values: Object.fromEntries(
            was.parts.map(({ measure, reported }) => [
              measure?.id ?? '',
              reported?.kind === 'number' ? reported.value : null,
            ]),
          ),
        },
      ]
    }),
  )
}

/** A department or a project on two days, as far as spending goes. */
interface SpendingChange {
  readonly before: { readonly spent: Money | null; readonly rate: Rate }
  readonly now: { readonly spent: Money | null; readonly rate: Rate }
  readonly spent: Money | null
  readonly rate: Decimal | null
}

/** What changed since another day, in one line: 较6月底：支出 +1,422.72 …; and what makes the two days not comparable. */
export function comparePhrase(comparison: Comparison, unit: MoneyUnit): Phrase {
  const { before, now, projects, indicators } = comparison
  const turned = (turn: Turn) => projects.filter((change) => change.turn === turn).length
  const clauses: Phrase[] = [
    spendingClause(comparison, unit),
    gapClause(before.standing, now.standing, unit, yardsticks(before.asOf, now.asOf, projects)),
    counts('项目', [
      ['转好', turned('better')],
      ['转差', turned('worse')],
      ['首次填报', turned('first')],
      ['因节点到期改判', turned('came-due')],
    ]),
    differences([
      ['达标', indicators.met],
      ['未达标', indicators.missed],
      ['未填报', indicators.unreported],
    ]),
  ].filter((clause) => clause.length > 0)
  const body = clauses.flatMap((clause, index): Phrase => [...(index > 0 ? [{ text: '；' }] : []), ...clause])
  return [
    { text: `较${dayWord(before.asOf)}：` },
    ...(body.length > 0 ? body : [{ text: '没有变化' }]),
    { text: '。' },
    ...comparison.hindrances
      .filter(({ kind }) => kind !== 'unreported' || body.length > 0)
      .map((hindrance): Piece => ({
        text: `${hindranceText(hindrance, comparison, unit)}。`,
        tone: 'quiet',
      })),
  ]
}

/** What was spent since, and by how many points the rate grew. */
export function spendingClause({ before, now, spent, rate }: SpendingChange, unit: MoneyUnit): Phrase {
  if (now.spent === null) return []
  if (before.spent === null || spent === null) return [{ text: '支出首次填报' }]
  return [
    ...(spent.isZero()
      ? [{ text: '支出没有增加' }]
      : [{ text: '支出 ' }, { text: signedAmount(spent, unit), tone: 'figure' as const }]),
    ...(rate && !(spent.isZero() && rate.isZero())
      ? [{ text: '，执行率 ' }, { text: signed(rate, 1), tone: 'figure' as const }, { text: ' 个百分点' }]
      : []),
  ]
}

function counts(subject: string, parts: readonly (readonly [word: string, count: number])[]): Phrase {
  const some = parts.filter(([, count]) => count > 0)
  return some.length === 0
    ? []
    : [
        { text: subject },
        ...listed(
          some.map(([word, count]): Phrase => [
            { text: `${word} ` },
            { text: String(count), tone: 'figure' },
            { text: ' 个' },
          ]),
        ),
      ]
}

function differences(parts: readonly (readonly [word: string, difference: number])[]): Phrase {
  const some = parts.filter(([, difference]) => difference !== 0)
  return some.length === 0
    ? []
    : [
        { text: '指标' },
        ...listed(
          some.map(([word, difference]): Phrase => [
            { text: `${word} ` },
            { text: `${difference > 0 ? '+' : '−'}${Math.abs(difference)}`, tone: 'figure' },
          ]),
        ),
      ]
}

/** Phrases with 、 between them. */
export function listed(phrases: readonly Phrase[]): Phrase {
  return phrases.flatMap((phrase, index): Phrase => [...(index > 0 ? [{ text: '、' }] : []), ...phrase])
}

function hindranceText(hindrance: Hindrance, { before, now, gap }: Comparison, unit: MoneyUnit): string {
  const day = 'when' in hindrance ? dayWord(hindrance.when === 'before' ? before.asOf : now.asOf) : ''
  switch (hindrance.kind) {
    case 'unreported':
      return `${day}有 ${hindrance.projects} 个项目未填报${gap ? `，差额含其应支 ${amount(hindrance.planned, unit)}` : ''}`
    case 'conflict':
      return `${day}有 ${hindrance.projects} 个项目的累计有冲突，待核定`
    case 'no-checkpoint':
      return `${dayWord(before.asOf)}尚无到期的计划节点，差额无从对比`
    case 'budget':
      return `其间 ${hindrance.projects} 个项目调整了预算，执行率按各日的全年预算数计算`
    case 'schedule':
      return `其间 ${hindrance.projects} 个项目调整了资金支出计划`
    case 'target':
      return `其间 ${hindrance.indicators} 项指标调整了指标值，各日按当日的指标值评判`
  }
}
