import { readActual } from './actual'
import {
  attainmentLight,
  combine,
  judge,
  type Attainment,
  type AttainmentLight,
  type Reported,
} from './attainment'
import type { Settled, Settling } from '../ledger/rivals'
import { settledDays, settledSplits, settledTargets } from './rivalValues'
import type { Entry, IndicatorActual, Measure, Measures, TargetChange } from '../ledger/entry'
import { HUNDRED, type Decimal } from '../number/decimal'
import { visibleText } from '../number/visibleText'
import type { Indicator } from '../plan/plan'
import type { Preset } from '../plan/preset'
import { dueMilestone, previousMilestone, type Schedule } from '../plan/schedule'
import {
  canBuildUp,
  parseQuantity,
  parseTarget,
  sameUnit,
  splitComparator,
  type Target,
} from '../plan/target'
import { parseDay, yearOf, type Day } from '../time/day'
import { isCarried } from './carried'

/** One judged thing: an indicator, or one measure of a compound one, with the entry that speaks for it and its own light. `carried` says the value is from before the due checkpoint's period. */
export interface MeasureStatus {
  readonly measure: Measure | null
  readonly entry: IndicatorActual | null
  readonly reported: Reported | null
  readonly attainment: Attainment
  readonly light: AttainmentLight
  readonly carried: boolean
}

/** What different people can say of one thing and day: a value, an approved change of target or schedule, a split into parts. */
export type Rival = IndicatorActual | TargetChange | Measures

/** What different people said of one indicator, one part of it or a project's schedule for one day, all of one kind, which nobody has settled yet (domain.md §6). */
export interface ValueConflict {
  readonly measure: Measure | null
  readonly day: Day
  readonly rivals: readonly Rival[]
}

/**
 * An indicator from one standpoint; of a split one the light is the worst of its parts'. `missedPart` says that a part has missed although the whole is not judged yet.
 * `carried` says that a judged part's value is from before the due checkpoint's period; `conflict` names the rivals of the value, target and split shown, `conflicts` those of every day.
 */
export interface IndicatorStatus {
  readonly indicator: Indicator
  readonly target: Target
  readonly targetChange: TargetChange | null
  readonly parts: readonly MeasureStatus[]
  readonly attainment: Attainment
  readonly light: AttainmentLight
  readonly missedPart: boolean
  readonly carried: boolean
  readonly conflict: readonly Rival[]
  readonly conflicts: readonly ValueConflict[]
}

/** What is asked of an indicator: the target, how much of a total that builds up is due (percent; `null` before the first checkpoint that was set), and the fiscal year (`null`: that of the day reported). */
export interface Asked {
  readonly target: Target
  readonly due: Decimal | 'all' | null
  readonly year: number | null
}

/** What was said for a part: a value, one that cannot be taken for the target, or nothing. */
export type Said = Reported | 'unreadable' | 'nothing'

/**
 * The one judgement (domain.md §5): whether a part is judged at all, against how much of which target.
 * Board, entry grid, checks, forms, monitoring and scoring all come here; none of them asks `judge` itself.
 */
export function judgePart(
  measure: Measure | null,
  said: Said,
  { target, due, year }: Asked,
  preset: Preset,
): Attainment {
  if (measure?.judged === false) return { kind: 'not-judged', reason: 'marked' }
  if (said === 'nothing') return { kind: due === null ? 'not-due' : 'unreported' }
  if (said === 'unreadable') return { kind: 'not-judged', reason: 'wrong-kind' }
  const share = measure?.buildsUp === true && canBuildUp(target) ? due : 'all'
  if (share === null) return { kind: 'not-due' }
  return judge(target, said, preset, share === 'all' ? null : share, year)
}

/** How an indicator's parts come to a whole: the judgement itself where there is one part, else the worst of them. */
export function wholeOf(parts: readonly { readonly attainment: Attainment }[]): Attainment {
  const [only, ...rest] = parts
  return only && rest.length === 0 ? only.attainment : combine(parts.map(({ attainment }) => attainment))
}

/** What is the same for every indicator of a project on a day: how much is due (percent), the day of the checkpoint before, the fiscal year, and what settles rivals. */
export interface AskedThen {
  readonly due: Decimal | null
  readonly before: Day | null
  readonly year: number
  readonly settling: Settling
}

/** What a schedule asks of its indicators on a day. */
export function askedThen(schedule: Schedule, asOf: Day, settling: Settling): AskedThen {
  const due = dueMilestone(schedule, asOf)
  return {
    due: due?.percent ?? null,
    before: (due && previousMilestone(schedule, due)?.day) ?? null,
    year: yearOf(schedule[0]?.day ?? asOf),
    settling,
  }
}

/** What is said of an indicator nobody has said anything about, while nothing is due and afterwards. */
interface Silent {
  readonly preset: Preset
  readonly notDue: IndicatorStatus
  readonly due: IndicatorStatus
}

const silent = new WeakMap<Indicator, Silent>()

/** The status of an indicator without entries: the same at every day but for whether a checkpoint is due, so it is made once. */
function silentStatus(indicator: Indicator, asked: AskedThen, preset: Preset): IndicatorStatus {
  const known = silent.get(indicator)
  const made =
    known?.preset === preset
      ? known
      : {
          preset,
          notDue: spokenStatus(indicator, [], { ...asked, due: null, before: null }, preset),
          due: spokenStatus(indicator, [], { ...asked, due: HUNDRED, before: null }, preset),
        }
  if (made !== known) silent.set(indicator, made)
  return asked.due === null ? made.notDue : made.due
}

/** Folds the entries about an indicator, in fold order and counting on the day, into its status. */
export function indicatorStatus(
  indicator: Indicator,
  entries: readonly Entry[],
  asked: AskedThen,
  preset: Preset,
): IndicatorStatus {
  return entries.length === 0
    ? silentStatus(indicator, asked, preset)
    : spokenStatus(indicator, entries, asked, preset)
}

function spokenStatus(
  indicator: Indicator,
  entries: readonly Entry[],
  { due, before, year, settling }: AskedThen,
  preset: Preset,
): IndicatorStatus {
  const targets = settledTargets(
    entries
      .filter((entry) => entry.kind === 'target-change')
      .filter(({ change }) => change.kind === 'target'),
    settling,
  )
  const changes = targets.flatMap(({ shown }) =>
    shown.change.kind === 'target' ? { entry: shown, target: parseTarget(shown.change.text) } : [],
  )
  const last = changes.at(-1)
  const targetChange = last?.entry ?? null
  const target = last?.target ?? indicator.target
  const targetOf = ({ effectiveOn }: IndicatorActual) =>
    changes.filter(({ entry }) => entry.effectiveOn <= effectiveOn).at(-1)?.target ?? indicator.target
  const splits = settledSplits(
    entries.filter((entry) => entry.kind === 'measures'),
    settling,
  )
  const split = splits.at(-1)?.shown.measures ?? []
  const actuals = entries.filter((entry) => entry.kind === 'indicator-actual')
  const asked = { target, due, year }
  const said = (split.length > 0 ? split : [null]).map((measure) => ({
    measure,
    days: settledDays(actuals, measure?.id ?? null, (entry) => saidBy(entry, targetOf(entry)), settling),
  }))
  const parts = said.map(({ measure, days }) => {
    const entry = days.at(-1)?.shown ?? null
    const reported = entry && reportedBy(entry, target, targetOf(entry))
    return measureStatus(measure, entry, reported, asked, before, preset)
  })
  const attainment = wholeOf(parts)
  return {
    indicator,
    target,
    targetChange,
    parts,
    attainment,
    light: worstLight(parts) ?? attainmentLight(attainment, preset),
    missedPart: attainment.kind !== 'missed' && parts.some((part) => part.attainment.kind === 'missed'),
    carried: parts.some((part) => part.carried && part.measure?.judged !== false),
    conflict: [targets, splits, ...said.map(({ days }) => days)].flatMap(
      (days: readonly Settled<Rival>[]) => days.at(-1)?.conflict ?? [],
    ),
    conflicts: [
      ...conflictDays(targets),
      ...conflictDays(splits),
      ...said.flatMap(({ measure, days }) => conflictDays(days, measure)),
    ],
  }
}

/** The days whose rivals nobody has settled. */
export function conflictDays(
  days: readonly Settled<Rival>[],
  measure: Measure | null = null,
): ValueConflict[] {
  return days.flatMap(({ shown, conflict: rivals }) =>
    rivals.length > 0 ? { measure, day: shown.effectiveOn, rivals } : [],
  )
}

const WORST_FIRST = ['far', 'partial', 'near'] as const

/** The worst light of the parts where all that are judged are judged and one has missed; `null` otherwise. */
function worstLight(parts: readonly MeasureStatus[]): AttainmentLight | null {
  if (parts.some(({ light }) => light === 'unreported' || light === 'not-due')) return null
  if (parts.some(({ light, measure }) => light === 'not-judged' && measure?.judged !== false)) return null
  return WORST_FIRST.find((light) => parts.some((part) => part.light === light)) ?? null
}

function measureStatus(
  measure: Measure | null,
  entry: IndicatorActual | null,
  reported: Reported | null,
  asked: Asked,
  before: Day | null,
  preset: Preset,
): MeasureStatus {
  const attainment = judgePart(measure, entry ? (reported ?? 'unreadable') : 'nothing', asked, preset)
  return {
    measure,
    entry,
    reported,
    attainment,
    light: attainmentLight(attainment, preset),
    carried: entry !== null && isCarried(entry.effectiveOn, before),
  }
}

/**
 * What an entry reports for a target; `null` when its text cannot be taken for one (it stays visible, and is not judged). A bare figure has the unit of the
 * target of its own day (`own`): 95 said of ≥90% is not 95 people when the target becomes ≥99人 (domain.md §5, §6).
 */
export function reportedBy(
  { value }: Pick<IndicatorActual, 'value'>,
  target: Target,
  own: Target = target,
): Reported | null {
  if (value.kind === 'band') return value
  const day = target.kind === 'date' ? parseDay(visibleText(value.text)) : null
  if (day) return { kind: 'day', day }
  const reading = readActual(value.text, target)
  return reading.kind === 'accepted' && (comparable(own, target) || namesUnit(value.text))
    ? { kind: 'number', value: reading.value }
    : null
}

function comparable(own: Target, target: Target): boolean {
  return own === target || !('unit' in own) || !('unit' in target) || sameUnit(own.unit, target.unit)
}

function namesUnit(text: string): boolean {
  const plain = visibleText(text)
  const unit = parseQuantity(splitComparator(plain)?.rest ?? plain)?.unit
  return unit?.kind === 'percent' || (unit?.printed ?? '') !== ''
}

/** What an entry says for a target, the same for every way of writing it (95 and 95%): by it two values are told to be one. */
export function saidBy(entry: Pick<IndicatorActual, 'value'>, target: Target): string {
  return JSON.stringify(reportedBy(entry, target) ?? entry.value)
}
