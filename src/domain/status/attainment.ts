import { Decimal, HUNDRED, ZERO } from '../number/decimal'
import type { Day } from '../time/day'
import { endOfMonth, yearOf } from '../time/day'
import type { Preset } from '../plan/preset'
import type { Target, Unit } from '../plan/target'

/** 达成 / 部分达成并具有一定效果 / 未达成且效果较差 (R 财预〔2020〕10号). */
export type Band = 'achieved' | 'partly' | 'not'

/** What was reported for a target: a number, a day, or a band with the percentage of points given inside it. */
export type Reported =
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'band'; readonly band: Band; readonly percent: Decimal | null }

/** Why a target was not judged. */
export type NotJudged = 'marked' | 'wrong-kind'

/** How an indicator stands against its target. `ratio` lies in 0…1; `null` only for a band whose points are still open. */
export type Attainment =
  | { readonly kind: 'not-due' }
  | { readonly kind: 'unreported' }
  | { readonly kind: 'not-judged'; readonly reason: NotJudged }
  | { readonly kind: 'met'; readonly ratio: Decimal | null; readonly exceeded: Decimal | null }
  | { readonly kind: 'missed'; readonly ratio: Decimal | null; readonly band: Band | null }

/** 达标 / 接近 (≥80) / 偏低 (60–80) / 差距大 (<60) and the kinds that are no judgement; 未达标 is the word for the three missed ones together (domain.md §5). */
export type AttainmentLight = 'met' | 'near' | 'partial' | 'far' | 'unreported' | 'not-due' | 'not-judged'

const ONE = new Decimal(1)

function met(exceeded: Decimal | null = null): Attainment {
  return { kind: 'met', ratio: ONE, exceeded }
}

function missed(ratio: Decimal): Attainment {
  return { kind: 'missed', ratio: within(ratio), band: null }
}

function within(ratio: Decimal): Decimal {
  return Decimal.max(ZERO, Decimal.min(ONE, ratio))
}

/** part ÷ whole for a missed target: 0 for a negative actual or a zero on either side (Target 0: met or 0). */
function ratio(part: Decimal, whole: Decimal): Attainment {
  return missed(whole.lte(0) ? ZERO : part.div(whole))
}

function overshoot(actual: Decimal, target: Decimal): Decimal | null {
  return target.gt(0) && actual.gt(target) ? actual.minus(target).times(HUNDRED).div(target) : null
}

function judgeThreshold(
  target: Extract<Target, { kind: 'threshold' }>,
  goal: Decimal,
  actual: Decimal,
  preset: Preset,
): Attainment {
  switch (target.comparator) {
    case '>=':
    case '>': {
      const holds = target.comparator === '>=' ? actual.gte(goal) : actual.gt(goal)
      if (!holds) return ratio(actual, goal)
      const over = overshoot(actual, goal)
      return met(over?.gt(preset.overshoot) ? over : null)
    }
    case '<=':
    case '<': {
      const holds = target.comparator === '<=' ? actual.lte(goal) : actual.lt(goal)
      return holds ? met() : ratio(goal, actual)
    }
    case '=':
      if (actual.eq(goal)) return met()
      if (target.value.isZero()) return missed(ZERO)
      return actual.gt(goal)
        ? met(goal.isZero() ? null : (overshoot(actual, goal) ?? ZERO))
        : ratio(actual, goal)
  }
}

function judgeRange(low: Decimal, high: Decimal, actual: Decimal): Attainment {
  if (actual.lt(low)) return ratio(actual, low)
  return actual.gt(high) ? ratio(high, actual) : met()
}

function judgeBand(reported: Extract<Reported, { kind: 'band' }>): Attainment {
  const given = reported.percent === null ? null : within(reported.percent.div(HUNDRED))
  return reported.band === 'achieved'
    ? { kind: 'met', ratio: given, exceeded: null }
    : { kind: 'missed', ratio: given, band: reported.band }
}

function judgeDate(target: Extract<Target, { kind: 'date' }>, day: Day, year: number): Attainment {
  const due = endOfMonth(year, target.month)
  const date = target.date === null ? due : `${due.slice(0, 8)}${String(target.date).padStart(2, '0')}`
  return day <= date ? met() : missed(ZERO)
}

/**
 * Judges what was reported against a target on the exact value, before any rounding (domain.md §5; no tolerance on met).
 * `share` (0…100) is the due checkpoint's plan share for a total marked as building up over the year, else `null`: the full target.
 * `year` is the fiscal year a date without a printed year belongs to; `null` takes the year of the day reported.
 */
export function judge(
  target: Target,
  reported: Reported,
  preset: Preset,
  share: Decimal | null = null,
  year: number | null = null,
): Attainment {
  if (target.kind === 'qualitative' && reported.kind === 'band') return judgeBand(reported)
  if (target.kind === 'date' && reported.kind === 'day') {
    return judgeDate(target, reported.day, target.year ?? year ?? yearOf(reported.day))
  }
  if (target.kind === 'range' && reported.kind === 'number') {
    const { unit } = target
    return judgeRange(shareOf(target.low, unit, share), shareOf(target.high, unit, share), reported.value)
  }
  if (target.kind === 'threshold' && reported.kind === 'number') {
    return judgeThreshold(target, goalOf(target, share), reported.value, preset)
  }
  return { kind: 'not-judged', reason: 'wrong-kind' }
}

/** The number a threshold asks for now: the target, or target × share for a total that builds up; rates are never pro-rated. */
export function goalOf(target: Extract<Target, { kind: 'threshold' }>, share: Decimal | null): Decimal {
  return shareOf(target.value, target.unit, share)
}

function shareOf(value: Decimal, unit: Unit, share: Decimal | null): Decimal {
  return share === null || unit.kind === 'percent' ? value : value.times(share).div(HUNDRED)
}

/** The attainment of an indicator split into measures: met when all are, its ratio the worst; one not reported leaves it unreported. */
export function combine(parts: readonly Attainment[]): Attainment {
  const judged = parts.filter((part) => part.kind !== 'not-judged')
  const open =
    judged.find((part) => part.kind === 'unreported') ?? judged.find((part) => part.kind === 'not-due')
  if (open) return open
  const unread = parts.find((part) => part.kind === 'not-judged' && part.reason !== 'marked')
  if (unread) return unread
  if (judged.length === 0) return { kind: 'not-judged', reason: 'marked' }
  const failed = judged.filter((part) => part.kind === 'missed')
  if (failed.length > 0) return failed.reduce((worst, part) => (worse(part, worst) ? part : worst))
  const passed = judged.filter((part) => part.kind === 'met')
  return {
    kind: 'met',
    ratio: passed
      .map((part) => part.ratio)
      .reduce((low, next) => (low && next ? Decimal.min(low, next) : null)),
    exceeded: passed
      .map((part) => part.exceeded)
      .reduce((high, next) => (high && next ? Decimal.max(high, next) : (high ?? next))),
  }
}

type Missed = Extract<Attainment, { kind: 'missed' }>

/** The lower ratio, points still open lowest; between equals the lower band. */
function worse(a: Missed, b: Missed): boolean {
  const order = (a.ratio ?? ZERO).cmp(b.ratio ?? ZERO) || Number(a.ratio !== null) - Number(b.ratio !== null)
  return order === 0 ? a.band === 'not' && b.band !== 'not' : order < 0
}

/** The light of an attainment: 80 and 60 included, as the preset prints them. */
export function attainmentLight(attainment: Attainment, preset: Preset): AttainmentLight {
  if (attainment.kind !== 'missed') return attainment.kind
  if (attainment.ratio === null) return attainment.band === 'partly' ? 'partial' : 'far'
  const percent = attainment.ratio.times(HUNDRED)
  if (percent.gte(preset.attainment.near)) return 'near'
  return percent.gte(preset.attainment.partial) ? 'partial' : 'far'
}
