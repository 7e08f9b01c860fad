import { ZERO } from '@/domain/number/decimal'
import type { Preset } from '@/domain/plan/preset'
import type { AttainmentLight } from '@/domain/status/attainment'
import { planRateOf, type ProjectStatus } from '@/domain/status/projectStatus'
import { explainSpent, explainStanding } from '../derivation'
import {
  amount,
  differenceAmount,
  figureBeside,
  MONEY_UNIT_NAME,
  planPercent,
  rateText,
  type MoneyUnit,
} from '../figures'
import type { Phrase } from '../phrase'
import { planOfWord } from '../board/planWord'
import { asOfWord, dayWord, STANDING_WORD } from '../words'
import type { Day } from '@/domain/time/day'

/** The answer of a project's page in one sentence. Of a day after `reached`, today, it says what is still to come. */
export function projectHeadline(
  status: ProjectStatus,
  unit: MoneyUnit,
  preset: Preset,
  reached: Day = status.asOf,
): Phrase {
  const { standing, spent } = status
  const planRate = planRateOf(status)
  const name = MONEY_UNIT_NAME[unit]
  const why = () => explainStanding(status, unit, preset)
  const ahead = reached < status.asOf
  const yet = 'due' in standing && standing.due.day > reached
  const start: Phrase = [{ text: asOfWord(status.asOf, reached) }]
  const lights = indicatorTail(status)
  if (spent === null) {
    const planned = 'due' in standing ? `，${dayWord(standing.due.day)}计划应支 ` : '，首个计划节点尚未到期'
    return [
      ...start,
      { text: `${ahead ? '' : '，'}支出未填报${planned}` },
      ...('planned' in standing
        ? [{ text: `${amount(standing.planned, unit)} ${name}`, tone: 'figure' as const, why }]
        : []),
      ...lights,
    ]
  }
  const opening: Phrase = [
    ...start,
    { text: `${ahead ? '已填报' : ''}支出 ` },
    { text: `${amount(spent, unit)} ${name}`, tone: 'figure', why: () => explainSpent(status, unit) },
    ...(status.totalConflicts.length > 0 ? [{ text: '（累计有冲突，待核定）', tone: 'warn' as const }] : []),
    { text: '，执行率 ' },
    {
      text: rateText(status.rate, 2, planRate),
      tone: 'figure',
      why: () => explainSpent(status, unit),
    },
  ]
  if (!('gap' in standing)) {
    const early: Phrase =
      standing.kind === 'over-budget'
        ? [{ text: '，' }, { text: '已超过全年预算数', tone: 'bad', why }]
        : [{ text: '，首个计划节点尚未到期' }]
    return [...opening, ...early, ...lights]
  }
  const behind = standing.gap.isNegative()
  const size = differenceAmount(standing.gap, unit)
  const points = standing.points
    ? `${figureBeside(standing.points.abs(), ZERO, 1)} 个百分点（${size} ${name}）`
    : `${size} ${name}`
  return [
    ...opening,
    {
      text: `，${standing.gap.isZero() ? '与' : behind ? (yet ? '距' : '低于') : '高于'}${planOfWord(status.asOf, [status])}计划 `,
    },
    { text: planPercent(planRate ?? standing.due.percent), why },
    ...(standing.gap.isZero()
      ? [{ text: ' 持平' }]
      : [
          { text: behind && yet ? ' ' : '，' },
          {
            text: `${behind ? (yet ? '还差' : '滞后') : '超出'} ${points}`,
            tone:
              behind && yet
                ? ('figure' as const)
                : standing.kind === 'over-budget' ||
                    standing.kind === 'severely-behind' ||
                    standing.kind === 'behind'
                  ? ('bad' as const)
                  : behind
                    ? ('warn' as const)
                    : ('good' as const),
            why,
          },
        ]),
    ...(standing.kind === 'over-budget' ? [{ text: '，已超全年预算', tone: 'bad' as const }] : []),
    ...lights,
  ]
}

function indicatorTail(status: ProjectStatus): Phrase {
  const count = (lights: readonly AttainmentLight[]) =>
    status.indicators.filter(({ light }) => lights.includes(light)).length
  const parts: [string, number, string][] = [
    ['达标', count(['met']), 'met'],
    ['未达标', count(['near', 'partial', 'far']), 'missed'],
    ['未填报', count(['unreported']), 'open'],
    ['未到期', count(['not-due']), 'undue'],
    ['不评判', count(['not-judged']), 'unjudged'],
  ]
  const some = parts.filter(([, n]) => n > 0)
  const all = `${status.indicators.length} 项指标`
  return [
    { text: '；' },
    ...(some.length === 1
      ? some.map(([only, , show]) => ({ text: `${all}均${only}`, show }))
      : [
          { text: all },
          ...some.flatMap(([word, n, own], index): Phrase => [
            { text: `${index > 0 ? '、' : ''}${word} ` },
            { text: String(n), show: own },
            { text: ' 项' },
          ]),
        ]),
    { text: '。' },
  ]
}

/** The word and mark of a project for lists of projects. */
export function projectWord(status: ProjectStatus): string {
  return STANDING_WORD[status.standing.kind]
}
