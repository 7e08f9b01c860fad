import { mainShortfall } from '@/domain/status/gapParts'
import type { AttainmentLight } from '@/domain/status/attainment'
import type { DepartmentStatus } from '@/domain/status/departmentStatus'
import type { Preset } from '@/domain/plan/preset'
import {
  amount,
  differenceAmount,
  figureBeside,
  MONEY_UNIT_NAME,
  percent,
  planPercent,
  rateText,
  type MoneyUnit,
} from './figures'
import type { Phrase, Piece } from './phrase'
import { planOfWord } from './board/planWord'
import { rateBasisText } from './board/rateBasis'
import { reportedOnly } from '@/domain/status/reportedOnly'
import { asOfWord } from './words'
import type { Day } from '@/domain/time/day'
import { ZERO } from '@/domain/number/decimal'

/** Fetched when a figure is first asked about. */
const derivations = () => import('./derivation')

/** The answer of 总览 in one sentence: spent, rate, plan, gap; indicators met, missed, unreported (DESIGN.md: a sentence first). Of a day after `reached`, today, it says what is still to come. */
export function headline(
  status: DepartmentStatus,
  unit: MoneyUnit,
  preset: Preset,
  reached: Day = status.asOf,
): Phrase {
  return [
    {
      text: `${asOfWord(status.asOf, reached)}${status.spent === null && reached >= status.asOf ? '，' : ''}`,
    },
    ...spendingPhrase(status, unit, reached),
    ...causePhrase(status, unit, reached),
    { text: '；' },
    ...indicatorPhrase(status, preset),
    { text: '。' },
  ]
}

/** Whether the plan that is compared with is of a day still to come. */
function comesYet({ projects }: DepartmentStatus, reached: Day): boolean {
  return projects.some(({ standing }) => 'due' in standing && standing.due.day > reached)
}

function spendingPhrase(status: DepartmentStatus, unit: MoneyUnit, reached: Day): Phrase {
  const { standing, spent } = status
  const yet = comesYet(status, reached)
  const unitName = MONEY_UNIT_NAME[unit]
  const plan = async () => (await derivations()).explainDepartmentPlan(status, unit)
  const planOf = planOfWord(status.asOf, status.projects)
  if (spent === null) {
    const count = status.projects.length
    const none: Piece = { text: `${count} 个项目${count > 1 ? '均' : ''}未填报支出`, show: 'silent' }
    if (!('planned' in standing)) return [none, { text: '，首个计划节点尚未到期' }]
    return [
      none,
      { text: `，${yet && planOf === '' ? '届时' : ''}按${planOf}计划应支 ` },
      { text: `${amount(standing.planned, unit)} ${unitName}`, tone: 'figure', why: plan },
      ...(standing.planRate ? [{ text: `（${planPercent(standing.planRate)}）` }] : []),
    ]
  }
  const rivals = status.projects.filter(({ totalConflicts }) => totalConflicts.length > 0).length
  const contested =
    rivals > 0
      ? [
          {
            text: `（${rivals} 个项目的累计有冲突，待核定）`,
            tone: 'warn' as const,
            show: 'contested',
          },
        ]
      : []
  const partial =
    status.unreported.length > 0
      ? [
          {
            text: `（${status.unreported.length} 个项目未填报，未计入）`,
            tone: 'quiet' as const,
            show: 'silent',
          },
        ]
      : []
  const basis = rateBasisText(reportedOnly(status.projects))
  const opening: Phrase = [
    { text: `${reached < status.asOf ? '已填报' : ''}支出 ` },
    {
      text: `${amount(spent, unit)} ${unitName}`,
      tone: 'figure',
      why: async () => (await derivations()).explainDepartmentSpent(status, unit),
    },
    ...partial,
    ...contested,
    { text: '，执行率 ' },
    {
      text: rateText(status.rate, 2, 'planRate' in standing ? standing.planRate : null),
      tone: 'figure',
      why: async () => (await derivations()).explainDepartmentRate(status, unit),
    },
    ...(basis === '' ? [] : [{ text: `（${basis}）`, tone: 'quiet' as const }]),
  ]
  if (!('gap' in standing)) {
    if (standing.kind === 'over-budget')
      return [...opening, { text: '，' }, { text: '已超过全年预算数', tone: 'bad' }]
    return [
      ...opening,
      {
        text: `，${reached < status.asOf ? '届时' : ''}序时进度 ${percent(status.elapsed)}，首个计划节点尚未到期`,
      },
    ]
  }
  const { gap, points, planRate } = standing
  if (gap.isZero())
    return [
      ...opening,
      { text: `，与${planOf}计划 ` },
      { text: planRate ? planPercent(planRate) : amount(standing.planned, unit), why: plan },
      { text: ' 持平' },
    ]
  const behind = gap.isNegative()
  const size = differenceAmount(gap, unit)
  const short = behind ? (yet ? '还差' : '差') : '超'
  return [
    ...opening,
    { text: `，${behind ? (yet ? '距' : '低于') : '高于'}${planOf}计划 ` },
    { text: planRate ? planPercent(planRate) : `${amount(standing.planned, unit)} ${unitName}`, why: plan },
    { text: behind && yet ? ' ' : '，' },
    {
      text: points
        ? `${short} ${figureBeside(points.abs(), ZERO, 1)} 个百分点（${size} ${unitName}）`
        : `${short} ${size} ${unitName}`,
      tone:
        standing.kind === 'over-budget'
          ? 'bad'
          : behind && yet
            ? 'figure'
            : behind
              ? standing.kind === 'slightly-behind'
                ? 'warn'
                : 'bad'
              : 'good',
      why: async () => (await derivations()).explainDepartmentGap(status, unit),
    },
  ]
}

/** Which project makes most of what is missing, where one does. */
function causePhrase(status: DepartmentStatus, unit: MoneyUnit, reached: Day): Phrase {
  const main = status.projects.length > 1 ? mainShortfall(status) : null
  if (main === null) return []
  const { name } = main.status.project
  const yet = comesYet(status, reached)
  const how = main.kind === 'unreported' ? `未填报，${yet ? '届时' : ''}应支` : yet ? '还差' : '差'
  return [
    { text: yet ? '，主要是' : '，缺口主要在' },
    { text: name, tone: 'figure' },
    { text: `（${how} ${differenceAmount(main.amount, unit)}）` },
  ]
}

function indicatorPhrase(status: DepartmentStatus, preset: Preset): Phrase {
  const { indicators } = status
  const why = async () => (await derivations()).explainIndicatorCounts(status, preset)
  const missed = indicators.near + indicators.partial + indicators.far
  const all = (word: string, show: string): Phrase => [
    { text: `${indicators.total} 项指标均${word}`, why, show },
  ]
  if (indicators.unreported === indicators.total) return all('未填报', 'open')
  if (indicators['not-due'] === indicators.total) return all('未到期', 'undue')
  const parts: [string, number, readonly AttainmentLight[], string][] = [
    ['未达标', missed, ['near', 'partial', 'far'], 'missed'],
    ['未填报', indicators.unreported, [], 'open'],
    ['未到期', indicators['not-due'], [], 'undue'],
    ['不评判', indicators['not-judged'], ['not-judged'], 'unjudged'],
  ]
  return [
    { text: `${indicators.total} 项指标达标 ` },
    { text: String(indicators.met), tone: 'figure', why, show: 'met' },
    { text: ' 项' },
    ...carriedPhrase(status, ['met'], 'met'),
    ...parts
      .filter(([, count]) => count > 0)
      .flatMap(([word, count, lights, show]): Phrase => [
        { text: `、${word} ` },
        { text: String(count), tone: 'figure', why, show },
        { text: ' 项' },
        ...carriedPhrase(status, lights, show),
      ]),
  ]
}

/** How many of some counted indicators still have the value of an earlier checkpoint, said beside what they are counted in. */
function carriedPhrase(
  { projects }: DepartmentStatus,
  lights: readonly AttainmentLight[],
  show: string,
): Phrase {
  const count = projects
    .flatMap(({ indicators }) => indicators)
    .filter(({ carried, light }) => carried && lights.includes(light)).length
  return count > 0
    ? [{ text: `（其中 ${count} 项沿用上一节点填报）`, tone: 'quiet', show: `${show}-carried` }]
    : []
}
