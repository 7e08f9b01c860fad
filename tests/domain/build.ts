import { parseDay, type Day } from '@/domain/time/day'
import { Decimal } from '@/domain/number/decimal'
import type { Band } from '@/domain/status/attainment'
import type {
  Entry,
  IndicatorActual,
  LockStep,
  ProjectManager,
  Rectification,
  Reopen,
  RoundStep,
  Measure,
  Payment,
  TargetChange,
  Void,
  Settlement,
  SpendingEstimate,
  SpendingReason,
  SpendingTotal,
  ZeroSpending,
  BudgetAdjustment,
  Measures,
} from '@/domain/ledger/entry'
import { money, parseWan, type Money } from '@/domain/number/money'
import { PLAN_ID } from '../fixtures/sixProjects'

/** A day of the calendar, for tests; throws on anything else. */
export function day(text: string): Day {
  const read = parseDay(text)
  if (!read) throw new Error(`not a day: ${text}`)
  return read
}

/** An amount in 万元, exact. */
export function wan(text: string): Money {
  const read = parseWan(text)
  if (!read) throw new Error(`not an amount: ${text}`)
  return read
}

/** An exact number. */
export function dec(text: string | number): Decimal {
  return new Decimal(text)
}

/** The end of each month in which the six tables have a column. */
export const MARCH = day('2020-03-31')
export const JUNE = day('2020-06-30')
export const OCTOBER = day('2020-10-31')
export const DECEMBER = day('2020-12-31')

let written = 0

/** What every entry has; each call is written a second after the last, so tests read as they happen. */
function base(subject: string, on: string, over: Partial<Entry>) {
  written += 1
  const tail = String(written).padStart(12, '0')
  return {
    id: `01900000-0000-7000-8000-${tail}`,
    schema: 2 as const,
    role: null,
    account: null,
    plan: PLAN_ID,
    subject,
    effectiveOn: day(on),
    recordedAt: new Date(Date.UTC(2020, 0, 1) + written * 1000).toISOString(),
    author: '张三',
    ...over,
  }
}

type Over = Partial<Pick<Entry, 'id' | 'plan' | 'author' | 'recordedAt'>>

/** A payment in 万元; negative is 退回. */
export function pay(subject: string, on: string, amount: string, over: Over = {}): Payment {
  return {
    ...base(subject, on, over),
    kind: 'payment',
    amount: wan(amount),
    memo: '',
    voucher: '',
    stated: null,
  }
}

/** 零支出 said explicitly. */
export function zero(subject: string, on: string, over: Over = {}): ZeroSpending {
  return { ...base(subject, on, over), schema: 1, kind: 'zero-spending', memo: '' }
}

/** 截至某日累计 in 万元. */
export function total(subject: string, on: string, amount: string, over: Over = {}): SpendingTotal {
  return { ...base(subject, on, over), kind: 'spending-total', amount: wan(amount), memo: '' }
}

/** A payment of schema 1 that was stated to bring the project to a total, both in 万元. */
export function statedPay(
  subject: string,
  on: string,
  amount: string,
  stated: string,
  over: Over = {},
): Payment {
  return { ...pay(subject, on, amount, over), schema: 1, stated: wan(stated) }
}

/** Rivals settled. */
export function settle(kept: Entry, seen: readonly Entry[], over: Over = {}): Settlement {
  return {
    ...base(kept.subject, kept.effectiveOn, over),
    kind: 'settlement',
    seen: seen.map(({ id }) => id),
    kept: kept.id,
    reason: '以国库账为准',
  }
}

/** 全年预计执行数 in 万元. */
export function expects(subject: string, on: string, amount: string, over: Over = {}): SpendingEstimate {
  return { ...base(subject, on, over), kind: 'spending-estimate', amount: wan(amount), memo: '' }
}

/** A budget adjustment in 万元. */
export function adjust(subject: string, on: string, amount: string, over: Over = {}): BudgetAdjustment {
  return {
    ...base(subject, on, over),
    kind: 'budget-adjustment',
    amount: wan(amount),
    document: '字1号',
    reason: '追加',
  }
}

/** An 实际完成值 as typed. */
export function actual(
  subject: string,
  on: string,
  text: string,
  over: Over & Partial<Pick<IndicatorActual, 'measure' | 'deviation'>> = {},
): IndicatorActual {
  return {
    ...base(subject, on, over),
    kind: 'indicator-actual',
    measure: over.measure ?? null,
    value: { kind: 'text', text },
    evidence: [],
    deviation: over.deviation ?? null,
    fullYear: null,
    likelihood: null,
  }
}

/** A band for a qualitative indicator. */
export function band(
  subject: string,
  on: string,
  given: Band,
  percent: number | null,
  over: Over = {},
): IndicatorActual {
  return {
    ...actual(subject, on, '', over),
    value: { kind: 'band', band: given, percent: percent === null ? null : dec(percent) },
  }
}

/** The split of a compound indicator. */
export function split(
  subject: string,
  on: string,
  measures: readonly Partial<Measure>[],
  over: Over = {},
): Measures {
  return {
    ...base(subject, on, over),
    kind: 'measures',
    measures: measures.map((measure, index) => ({
      id: `m${index + 1}`,
      name: `分项${index + 1}`,
      judged: true,
      buildsUp: false,
      ...measure,
    })),
  }
}

/** An approved change of an 指标值. */
export function retarget(subject: string, on: string, text: string, over: Over = {}): TargetChange {
  return {
    ...base(subject, on, over),
    kind: 'target-change',
    change: { kind: 'target', text },
    document: '字2号',
    reason: '调整',
  }
}

/** An approved change of 资金支出计划. */
export function reschedule(
  subject: string,
  on: string,
  percents: Readonly<Record<string, string | null>>,
  over: Over = {},
): TargetChange {
  return {
    ...base(subject, on, over),
    kind: 'target-change',
    change: { kind: 'schedule', percents },
    document: '字3号',
    reason: '调整',
  }
}

/** A void; its subject is that of the entry it names. */
export function voidOf(entry: Entry, over: Over = {}): Void {
  return {
    ...base(entry.subject, entry.effectiveOn, over),
    kind: 'void',
    entry: entry.id,
    reason: '录入有误',
  }
}

/** A signed-off year opened again. */
export function reopen(signOff: Entry, over: Over & { reason?: string } = {}): Reopen {
  return {
    ...base(signOff.subject, signOff.effectiveOn, over),
    kind: 'reopen',
    signOff: signOff.id,
    reason: over.reason ?? '漏报',
  }
}

/** A void of schema 1 that opened a year again: by the one who signed. */
export function reopenedFirst(entry: Entry, reason = '漏报'): Void {
  return { ...voidOf(entry, { author: entry.author }), schema: 1, reason }
}

/** A checkpoint closed for the department. */
export function lock(on: string, over: Over & { covers?: readonly string[] } = {}): LockStep {
  return { ...base(PLAN_ID, on, over), kind: 'lock', reason: '汇总上报', covers: over.covers ?? null }
}

/** Exact numbers as plain text, so that a failed comparison reads well. */
export function plain(value: Decimal | null): string | null {
  return value === null ? null : value.toFixed()
}

/** The amount in 万元 as exact text. */
export function inWan(amount: Money | null): string | null {
  return amount === null ? null : money(amount).div(10_000).toFixed()
}

/** A step in the round of a project's checkpoint. */
export function step(
  kind: RoundStep['kind'],
  subject: string,
  on: string,
  over: Over & { note?: string; covers?: readonly string[] } = {},
): RoundStep {
  return { ...base(subject, on, over), kind, note: over.note ?? '', covers: over.covers ?? null }
}

/** A checkpoint opened again for the department. */
export function unlock(on: string, over: Over = {}): LockStep {
  return { ...base(PLAN_ID, on, over), kind: 'unlock', reason: '更正', covers: null }
}

/** 整改 asked for or answered. */
export function rectify(
  kind: Rectification['kind'],
  subject: string,
  on: string,
  text: string,
  over: Over = {},
): Rectification {
  return { ...base(subject, on, over), kind, text }
}

/** Why spending is off its plan. */
export function explain(subject: string, on: string, over: Partial<SpendingReason> = {}): SpendingReason {
  return {
    ...base(subject, on, over),
    kind: 'spending-reason',
    category: 'funding',
    text: '申报材料不全',
    nextStep: '集中拨付',
    by: null,
    who: '',
    ...over,
  }
}

/** Who enters for a project. */
export function manage(subject: string, manager: string, over: Over = {}): ProjectManager {
  return { ...base(subject, '2020-01-01', over), kind: 'project-manager', manager }
}
