import type { Flavoured } from '../plan/flavoured'
import type { Band } from '../status/attainment'
import type { Day } from '../time/day'
import type { Decimal } from '../number/decimal'
import type { Money } from '../number/money'
import type { Role } from './role'

/** A moment as an ISO 8601 text in UTC with milliseconds; moments compare as strings. */
export type Moment = Flavoured<string, 'moment'>

/** The id of an entry (UUIDv7), made where it is written (domain.md §6). */
export type EntryId = Flavoured<string, 'entry'>

export type DeviationCategory = 'funding' | 'system' | 'staff' | 'hardware' | 'other'
export type Likelihood = 'certain' | 'possible' | 'impossible'

/** A reference to a file kept elsewhere: what it is called, where it is filed, and its fingerprint. */
export interface Evidence {
  readonly name: string
  readonly place: string | null
  readonly size: number | null
  readonly sha256: string | null
}

/** Why an actual deviates, by the categories of the monitoring form (domain.md §8). */
export interface Deviation {
  readonly category: DeviationCategory
  readonly text: string
}

/** One part of a compound indicator; not every part need be judged, totals may build up over the year (domain.md §5). */
export interface Measure {
  readonly id: string
  readonly name: string
  readonly judged: boolean
  readonly buildsUp: boolean
}

/** Which cells an entry has where it is stored: 1 knows no role and no account, states totals in payments and says zero by a kind of its own; today 2 is written. */
export type EntrySchema = 1 | 2

/** What every entry bears. `role` is the one claimed where it was written (not proven), `account` the service's name for the author; both `null` where nothing is known. */
interface Written {
  readonly id: EntryId
  readonly schema: EntrySchema
  readonly plan: string
  readonly subject: string
  readonly effectiveOn: Day
  readonly recordedAt: Moment
  readonly author: string
  readonly role: Role | null
  readonly account: string | null
}

/** A payment; negative is 退回. */
export interface Payment extends Written {
  readonly kind: 'payment'
  readonly amount: Money
  readonly memo: string
  readonly voucher: string
  /** The cumulative total a payment of schema 1 was stated to bring the project to (截至某日累计), read as a statement; else `null`. */
  readonly stated: Money | null
}
/** 截至某日累计: the project's spending of the year up to a day as somebody stated it, 0 or more; payments up to its day explain it and are not added (domain.md §6). */
export interface SpendingTotal extends Written {
  readonly kind: 'spending-total'
  readonly amount: Money
  readonly memo: string
}
/** Zero said by a kind of its own, as schema 1 had it; today a `spending-total` of 0. */
export interface ZeroSpending extends Written {
  readonly kind: 'zero-spending'
  readonly memo: string
}
/** What a manager expects the project to have spent by the year's end (全年预计执行数, domain.md §8); a later one stands instead. */
export interface SpendingEstimate extends Written {
  readonly kind: 'spending-estimate'
  readonly amount: Money
  readonly memo: string
}
export interface BudgetAdjustment extends Written {
  readonly kind: 'budget-adjustment'
  readonly amount: Money
  readonly document: string
  readonly reason: string
}
/** An entered 实际完成值: the text as typed, or a band with its points; `measure` names the part of a compound indicator. */
export interface IndicatorActual extends Written {
  readonly kind: 'indicator-actual'
  readonly measure: string | null
  readonly value:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'band'; readonly band: Band; readonly percent: Decimal | null }
  readonly evidence: readonly Evidence[]
  readonly deviation: Deviation | null
  readonly fullYear: string | null
  readonly likelihood: Likelihood | null
}
export interface Measures extends Written {
  readonly kind: 'measures'
  readonly measures: readonly Measure[]
}
/** An approved adjustment of an 指标值 (subject an indicator) or of the schedule (subject a project). */
export interface TargetChange extends Written {
  readonly kind: 'target-change'
  readonly change:
    | { readonly kind: 'target'; readonly text: string }
    | { readonly kind: 'schedule'; readonly percents: Readonly<Record<string, string | null>> }
  readonly document: string
  readonly reason: string
}
/** Points a row, and why; with a document number where they follow results (domain.md §7), else an empty one. */
export interface Weights extends Written {
  readonly kind: 'weights'
  readonly weights: Readonly<Record<string, string>>
  readonly document: string
  readonly reason: string
}
/** Points taken off a row; `replaces` names the adjustment it stands instead of. */
export interface ScoreAdjustment extends Written {
  readonly kind: 'score-adjustment'
  readonly pointsOff: Decimal
  readonly replaces: string | null
  readonly reason: string
}
/** The scheme a plan is scored by, as a setting with its document number (domain.md §7); `subject` is the plan. */
export interface SchemeChoice extends Written {
  readonly kind: 'scheme'
  readonly scheme: string
  readonly document: string
  readonly reason: string
}
/** Why spending lags (or leads) at a checkpoint, or stays off the budget at the year's end: what comes next, by when, by whom (domain.md §7, §8). */
export interface SpendingReasonSaid {
  readonly category: DeviationCategory
  readonly text: string
  readonly nextStep: string
  readonly by: Day | null
  readonly who: string
}
export interface SpendingReason extends Written, SpendingReasonSaid {
  readonly kind: 'spending-reason'
}
/** 当年财政拨款 / 上年结转资金 / 其他资金. */
export type FundSource = 'fiscal' | 'carried-over' | 'other'
/** Money of the year up to a day by its source: what arrived (到位数), what was executed, and of 全年预算数, each `null` (or left out) where nothing is stated. */
export interface SpendingBySource extends Written {
  readonly kind: 'spending-by-source'
  readonly sources: Readonly<
    Record<
      FundSource,
      { readonly arrived: Money | null; readonly executed: Money | null; readonly budget?: Money | null }
    >
  >
}
/** 复评: the evaluator's points for rows of a project's sheet, each with its words; never above the row's weight. */
export interface ReEvaluation extends Written {
  readonly kind: 're-evaluation'
  readonly rows: readonly { readonly row: string; readonly points: Decimal; readonly text: string }[]
}
/** 绩效评价: the evaluator's points for rows of the 100-point frame, each with its basis; `seen` names the appraisals that lay before him, which it stands instead of (domain.md §12). */
export interface Appraisal extends Written {
  readonly kind: 'appraisal'
  readonly rows: readonly { readonly row: string; readonly points: Decimal; readonly basis: string }[]
  readonly seen: readonly EntryId[]
}
/** Points the rows of the 绩效评价 frame by the document that asks for it; `subject` is the plan. */
export interface AppraisalFrame extends Written {
  readonly kind: 'appraisal-frame'
  readonly weights: Readonly<Record<string, string>>
  readonly document: string
  readonly reason: string
}
export interface Summary extends Written {
  readonly kind: 'summary'
  readonly text: string
}
export interface GoalProgress extends Written {
  readonly kind: 'goal-progress'
  readonly band: Band
  readonly text: string
}
/** The ids of the entries that a closing was decided on; `null` where it names none: then whatever was recorded until it. */
type Covers = readonly string[] | null

/** A step in the round of one project's checkpoint; `effectiveOn` is the checkpoint's day (domain.md §6). */
export interface RoundStep extends Written {
  readonly kind: 'submit' | 'return' | 'accept'
  readonly note: string
  readonly covers: Covers
}
/** Closing or opening a checkpoint for the whole department; `subject` is the plan. */
export interface LockStep extends Written {
  readonly kind: 'lock' | 'unlock'
  readonly reason: string
  readonly covers: Covers
}
export interface Rectification extends Written {
  readonly kind: 'rectification' | 'rectification-result'
  readonly text: string
}
/** A sheet as it was signed: the scheme's id, each row's weight and points (`row` an indicator's id, or the project's for 预算执行率), the total. */
export interface SignedSheet {
  readonly scheme: string
  readonly rows: readonly { readonly row: string; readonly weight: Decimal; readonly points: Decimal }[]
  readonly total: Decimal
}
/** Signing a year off; `covers` names what the sheet was made of, `sheet` its figures (`null` where none were kept), `words` what was said about each thing that stood out. */
export interface SignOff extends Written {
  readonly kind: 'sign-off'
  readonly text: string
  readonly covers: Covers
  readonly sheet: SignedSheet | null
  readonly words: readonly { readonly concern: string; readonly text: string }[]
}
/** Opens a signed-off year again: names the sign-off, and why. */
export interface Reopen extends Written {
  readonly kind: 'reopen'
  readonly signOff: EntryId
  readonly reason: string
}
/** Settles rival totals or values: which ids were seen, and which of them stands. It voids nothing; a rival it has not seen opens the conflict again (domain.md §6). */
export interface Settlement extends Written {
  readonly kind: 'settlement'
  readonly seen: readonly EntryId[]
  readonly kept: EntryId
  readonly reason: string
}
export interface Comment extends Written {
  readonly kind: 'comment'
  readonly text: string
}
/** A paragraph of a report as somebody rewrote it: which one, what was generated then, and the words that stand instead (empty: the generated ones again). */
export interface Wording extends Written {
  readonly kind: 'wording'
  readonly paragraph: string
  readonly generated: string
  readonly text: string
}

/** Where a correction is made; the plan itself is never edited in place: an approved adjustment in this ledger, or a corrected document that is imported anew. */
export type Correction =
  | { readonly kind: 'adjustment'; readonly entry: EntryId }
  | { readonly kind: 'document'; readonly title: string }
/** What was decided on a finding: accepted as printed, noted as doubtful, or mended, with what should stand and where it is corrected. */
export type Decided =
  | { readonly kind: 'accepted' | 'noted' }
  | { readonly kind: 'mended'; readonly should: string; readonly by: Correction }
/** Somebody's decision on one finding of the plan's checks (`finding` is its `planCheckKey`); `said` is what the document said then, so that a decision never passes to other words. */
export interface CheckDecision extends Written {
  readonly kind: 'check'
  readonly finding: string
  readonly said: readonly string[]
  readonly decided: Decided
  readonly reason: string
}

/** Takes an entry out of every fold; its `subject` is that of the entry it names, so that both lie in one slice. */
export interface Void extends Written {
  readonly kind: 'void'
  readonly entry: EntryId
  readonly reason: string
}
export interface ProjectManager extends Written {
  readonly kind: 'project-manager'
  readonly manager: string
}

/** One act in the ledger. Nothing entered is ever changed or removed; what the screens show is a fold of these (domain.md §6). */
export type Entry =
  | Payment
  | SpendingTotal
  | ZeroSpending
  | SpendingEstimate
  | BudgetAdjustment
  | IndicatorActual
  | Measures
  | TargetChange
  | Weights
  | ScoreAdjustment
  | SchemeChoice
  | SpendingReason
  | SpendingBySource
  | ReEvaluation
  | Appraisal
  | AppraisalFrame
  | Summary
  | GoalProgress
  | RoundStep
  | LockStep
  | Rectification
  | SignOff
  | Reopen
  | Settlement
  | Comment
  | Wording
  | CheckDecision
  | Void
  | ProjectManager

export type EntryKind = Entry['kind']

/** Who writes: the account (`null` without a service) and the name. */
export type Writer = Pick<Entry, 'account' | 'author'>

/** Whether two are one person: by accounts where both have one, by names otherwise (domain.md §9). */
export function sameWriter(a: Writer, b: Writer): boolean {
  return a.account !== null && b.account !== null ? a.account === b.account : a.author === b.author
}

/** Who wrote an entry, for telling people apart: the account where there is one, else the name. */
export function writerOf({ account, author }: Pick<Entry, 'account' | 'author'>): string {
  return account ?? author
}

/** The order of a fold: the day it is about, then when it was written, then its id (domain.md §6). */
export function compareEntries(a: Entry, b: Entry): number {
  return compareTexts(a.effectiveOn, b.effectiveOn) || compareRecording(a, b)
}

/** The order in which entries were written; ids rise inside a moment (domain.md §6). */
export function compareRecording(a: Entry, b: Entry): number {
  return compareTexts(a.recordedAt, b.recordedAt) || compareTexts(a.id, b.id)
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
