import type { AmountReading } from '@/domain/desk/amountCell'
import type { Money } from '@/domain/number/money'
import { groundsOf, type Ground, type ProjectMonitor } from '@/domain/monitoring/monitor'
import type { AttainmentLight } from '@/domain/status/attainment'
import { planRateOf } from '@/domain/status/projectStatus'
import type { Standing } from '@/domain/status/standing'
import { refusalText } from '../cellOutcomeText'
import { clauses } from '../clauses'
import { indicatorWord, partsText, valuesText } from '../partText'
import { amount, planPercent, rateText, targetText, type MoneyUnit } from '../figures'
import { DISAGREEMENT_WORD, FAULT_WORD, GROUND_WORD, INCONSISTENCY_WORD, SPENDING_WORD } from './monitorWord'
import { changedFrom } from '../papers/changesText'
import { carriedMark } from '../scoring/carriedText'
import { phraseText, type Phrase } from '../phrase'
import { rectificationText } from '../roundText'
import { monthOf, type Day } from '@/domain/time/day'
import { asOfWord, dayWord, DEVIATION_WORD, LIKELIHOOD_WORD, STANDING_WORD } from '../words'

/** One row of 项目支出绩效目标执行监控表 in words (domain.md §8). */
export interface MonitorRowText {
  readonly id: string
  readonly position: number
  readonly span: number
  readonly level1: string
  readonly level2: string
  readonly level3: string
  readonly target: string
  /** The published 指标值 and the document that changed it; empty where it stands as published. */
  readonly changed: string
  readonly actual: string
  /** The values again, each of several with its own light: for the screen and the report, not for the printed form. */
  readonly judged: string
  /** The earlier checkpoint that the values were reported for; empty where they are of this one. */
  readonly carried: string
  readonly light: AttainmentLight
  readonly word: string
  readonly fullYear: string
  readonly reason: string
  readonly likelihood: string
  readonly ground: string
  readonly flags: readonly string[]
}

/** The monitor of a project in words. */
export interface MonitorText {
  readonly period: string
  readonly money: {
    readonly initial: string
    readonly budget: string
    readonly spent: string
    readonly rate: string
    readonly plan: string
    readonly runRate: string
    /** What the manager expects; 未填报 where nobody said. */
    readonly expected: string
    /** By whom, when and why. */
    readonly expectedBy: string
    readonly flags: readonly string[]
    readonly standing: Standing['kind']
    readonly word: string
  }
  readonly rows: readonly MonitorRowText[]
  readonly inconsistency: string | null
  readonly rectifications: readonly { readonly asked: string; readonly answer: string | null }[]
  readonly faults: number
}

/** The months a monitor covers: 1–10月; of a day after `reached`, today, as far as they have gone: 1–12月至今. */
export function periodText(day: Day, reached: Day = day): string {
  const month = monthOf(day)
  return `${month === 1 ? '1月' : `1–${month}月`}${reached < day ? '至今' : ''}`
}

/** Lays out the double monitor of a project; what was not reported is said, never 0. */
export function monitorText(monitor: ProjectMonitor, unit: MoneyUnit, reached?: Day): MonitorText {
  const { status, runRate, expected, rows } = monitor
  const { standing } = status
  const planRate = planRateOf(status)
  return {
    period: periodText(status.asOf, reached),
    money: {
      initial: amount(status.project.budget, unit),
      budget: amount(status.budget, unit),
      spent: status.spent ? amount(status.spent, unit) : '未填报',
      rate: rateText(status.rate, 2),
      plan:
        'due' in standing && planRate ? `${dayWord(standing.due.day)} ${planPercent(planRate)}` : '未到期',
      runRate: runRate ? amount(runRate, unit) : '—',
      expected: expected.entry ? amount(expected.entry.amount, unit) : '未填报',
      expectedBy: expected.entry
        ? [`${expected.entry.author} 填于 ${dayWord(expected.entry.effectiveOn)}`, expected.entry.memo.trim()]
            .filter(Boolean)
            .join('，')
        : '',
      flags: expected.disagreements.map((kind) => SPENDING_WORD[kind]),
      standing: standing.kind,
      word: STANDING_WORD[standing.kind],
    },
    rows: rows.map((row, index): MonitorRowText => {
      const { indicator } = row.status
      const { fullYear, likelihood, disagreements } = row.expectation
      return {
        id: indicator.id,
        position: index + 1,
        span: spanOf(rows, index),
        level1: indicator.level1,
        level2: indicator.level2,
        level3: indicator.level3,
        target: targetText(row.status.target),
        changed: changedFrom(row.status.targetChange, indicator.target),
        actual: valuesText(row.status),
        judged: partsText(row.status),
        carried: carriedMark(row.status),
        light: row.status.light,
        word: indicatorWord(row.status),
        fullYear: fullYear ?? '',
        reason: clauses(row.deviations.map(({ category, text }) => `${DEVIATION_WORD[category]}：${text}`)),
        likelihood: likelihood ? LIKELIHOOD_WORD[likelihood] : '',
        ground: row.ground ? GROUND_WORD[row.ground] : '',
        flags: [
          ...row.faults.map((fault) => FAULT_WORD[fault]),
          ...disagreements.map((kind) => DISAGREEMENT_WORD[kind]),
        ],
      }
    }),
    inconsistency: monitor.inconsistency && INCONSISTENCY_WORD[monitor.inconsistency],
    rectifications: monitor.rectifications.map(rectificationText),
    faults: rows.reduce((sum, row) => sum + row.faults.length, 0),
  }
}

function spanOf(rows: ProjectMonitor['rows'], index: number): number {
  const level = (at: number) => rows[at]?.status.indicator.level1
  if (index > 0 && level(index - 1) === level(index)) return 0
  let end = index + 1
  while (end < rows.length && level(end) === level(index)) end += 1
  return end - index
}

/** A count among the words around it, opening what it counts. */
function counted(before: string, count: number, show: string, after: string): Phrase {
  return [{ text: before }, { text: String(count), show }, { text: after }]
}

/** On what the green rests, as words with counts, the firmest ground first; a count opens what it counts. */
export function groundsText(monitors: readonly ProjectMonitor[]): {
  readonly phrase: Phrase
  readonly sentence: string
  readonly parts: readonly { readonly word: string; readonly count: number }[]
} {
  const { met, unreported, all } = groundsOf(monitors)
  const grounds = (Object.keys(GROUND_WORD) as Ground[]).map((ground) => ({
    ground,
    word: GROUND_WORD[ground],
    count: met[ground],
  }))
  const green = grounds.reduce((sum, { count }) => sum + count, 0)
  const some = grounds.filter(({ count }) => count > 0)
  const phrase: Phrase = [
    { text: `${all} 项指标中` },
    ...(green === 0
      ? [{ text: '尚无达标的' }]
      : [
          ...counted('达标 ', green, 'met', ' 项：'),
          ...some.flatMap(({ ground, word, count }, index) =>
            counted(`${index > 0 ? '，' : ''}${word} `, count, ground, ''),
          ),
        ]),
    ...counted('；未填报 ', unreported, 'open', ' 项'),
  ]
  return { phrase, sentence: phraseText(phrase), parts: grounds.map(({ word, count }) => ({ word, count })) }
}

const LATE: ReadonlySet<Standing['kind']> = new Set([
  'severely-behind',
  'behind',
  'slightly-behind',
  'over-budget',
])

/** Whether a project is among those a count of 监控 opens: `late` or `silent` as in the address; any other name leaves all. */
export function monitorGroup(show: string | null): {
  readonly word: string
  readonly has: (monitor: ProjectMonitor) => boolean
} | null {
  if (show === 'late') return { word: '支出异常', has: ({ status }) => LATE.has(status.standing.kind) }
  if (show === 'silent')
    return { word: '支出未填报', has: ({ status }) => status.standing.kind === 'unreported' }
  return null
}

/** The department's monitor as one sentence: what is late, what lacks a reason, what disagrees; a count opens what it counts. Of a day after `reached`, today, nothing is late yet. */
export function monitorHeadline(monitors: readonly ProjectMonitor[], day: Day, reached: Day = day): Phrase {
  const ahead = reached < day
  const count = (show: string) => monitors.filter((own) => monitorGroup(show)?.has(own)).length
  const silent = count('silent')
  const faults = monitors.reduce(
    (sum, { rows }) => sum + rows.reduce((own, row) => own + row.faults.length, 0),
    0,
  )
  const flags = monitors.reduce(
    (sum, { rows, inconsistency, expected }) =>
      sum +
      expected.disagreements.length +
      rows.reduce((own, row) => own + row.expectation.disagreements.length, 0) +
      (inconsistency ? 1 : 0),
    0,
  )
  const { unreported } = groundsOf(monitors)
  const parts: Phrase[] = [
    counted(ahead ? '支出未到届时计划或超预算 ' : '支出异常 ', count('late'), 'late', ' 个'),
    ...(silent > 0 ? [counted('未填报 ', silent, 'silent', ' 个')] : []),
    ...(faults > 0 ? [counted(ahead ? '届时监控表还须填 ' : '监控表尚缺 ', faults, 'faults', ' 处')] : []),
    ...(unreported > 0 ? [counted('', unreported, 'open', ' 项指标未填报')] : []),
    ...(faults + unreported + silent === 0 ? [[{ text: '监控表填写齐全' }]] : []),
    ...(flags > 0 ? [counted('前后不一致 ', flags, 'flags', ' 处')] : []),
  ]
  return [
    { text: `${ahead ? asOfWord(day, reached) : `${periodText(day)}：`}${monitors.length} 个项目中` },
    ...parts.flatMap((part, index) => (index > 0 ? [{ text: '，' }, ...part] : part)),
  ]
}

/** What a typed 全年预计执行数 comes to, before it is kept; a doubtful unit is asked about and not taken. */
export function expectedReadingText(reading: AmountReading): {
  readonly text: string
  readonly amount: Money | null
} {
  if (reading.kind === 'empty') return { text: '', amount: null }
  if (reading.kind === 'refused') {
    const { why, mend } = refusalText(reading)
    return { text: `${why}。${mend}`, amount: null }
  }
  if (reading.kind === 'doubtful')
    return { text: '金额与预算相差悬殊或写法不明，请连单位一起写，如 395 万元', amount: null }
  return reading.amount.isNegative()
    ? { text: '全年预计不能小于 0', amount: null }
    : { text: `将记 ${amount(reading.amount, 'wan')} 万元`, amount: reading.amount }
}
