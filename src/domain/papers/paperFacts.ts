import type { EntryKind, Moment, Reopen, RoundStep, SignOff, SpendingReason, Void } from '../ledger/entry'
import { effectiveEntries, type Slice, type Standpoint } from '../ledger/ledger'
import { standingEntries } from '../ledger/standingEntries'
import type { EvaluationBasis } from '../scoring/schemeInForce'
import type { Sheet } from '../scoring/sheet'
import { yearHistory, type YearState } from '../ledger/yearState'
import { projectStatus, type ProjectStatus } from '../status/projectStatus'
import { lastDayOfYear, yearOf, type Day } from '../time/day'
import { checkpointRound } from '../work/round'
import { approvedChanges, type ApprovedChange } from './approvedChanges'
import { fundSources, type FundSources } from './fundSources'
import { reviewsOf, withdrawnOf, type KeptReview } from './reviews'

/** What a paper says beside the sheet: money by source, why execution is off the budget, who entered, accepted and signed (domain.md §7). */
export interface PaperFacts {
  readonly sources: FundSources
  readonly reason: SpendingReason | null
  /** The approved changes of budget, 指标值 and schedule, each with what stood before it. */
  readonly changes: readonly ApprovedChange[]
  readonly entered: readonly string[]
  readonly accepted: RoundStep | null
  /** The 复评 that was taken back, with who did so and why. */
  readonly withdrawn: readonly KeptReview[]
  readonly state: YearState
  /** Every time the sheet was signed, the one in force among them. */
  readonly signOffs: readonly SignOff[]
  /** Every time the signed sheet was opened again. */
  readonly reopenings: readonly (Reopen | Void)[]
}

/** What a form of money says beside it on a day: its sources, why it is off the plan, what was changed by approval, who entered; on the year's last day also how its sheet stands, because a sign-off may say why (domain.md §7, §8). */
export type MoneyFacts = Pick<PaperFacts, 'sources' | 'reason' | 'changes' | 'entered'> &
  Partial<Pick<PaperFacts, 'state'>>

/** A sheet and what its paper says beside it. */
export interface PaperSheet {
  readonly sheet: Sheet
  readonly facts: PaperFacts
}

const DATA: ReadonlySet<EntryKind> = new Set([
  'payment',
  'zero-spending',
  'spending-total',
  'spending-by-source',
  'indicator-actual',
])

/** Whether a self-evaluation among them is not signed: what is made of them all may still move. */
export function hasUnsigned(papers: readonly PaperSheet[]): boolean {
  return papers.some(({ facts }) => facts.state.kind !== 'signed-off')
}

/** What a form of money says beside a project's status, from the slice that counts. */
export function moneyFacts(status: ProjectStatus, counting: Slice, knownAt: Moment | null): MoneyFacts {
  const { project, asOf } = status
  const standpoint = { asOf, knownAt }
  const entries = effectiveEntries(counting, standpoint).filter(({ kind }) => DATA.has(kind))
  return {
    sources: fundSources(status, counting, standpoint),
    reason: status.reason,
    changes: approvedChanges(project, counting, standpoint),
    entered: [...new Set(entries.map(({ author }) => author))],
  }
}

/** What the paper of a sheet says beside it, about the year's last day; `counting` is the slice that counts, `slice` and `planSlice` say what was accepted and signed. */
export function paperFacts(
  sheet: Sheet,
  counting: Slice,
  slice: Slice,
  plan: string,
  planSlice: Slice,
  { year, preset, knownAt }: Pick<EvaluationBasis, 'year' | 'preset' | 'knownAt'>,
): PaperFacts {
  const { project } = sheet
  const standpoint = { asOf: lastDayOfYear(year), knownAt }
  return {
    ...moneyFacts(projectStatus(project, counting, standpoint, preset), counting, knownAt),
    withdrawn: withdrawnOf(reviewsOf(slice, project.id, 're-evaluation', knownAt)),
    accepted: lastAccepted(project.id, slice, planSlice, standpoint),
    ...yearHistory(project.id, slice, plan, planSlice, year, knownAt),
  }
}

/** The acceptance of the latest checkpoint of the year that has one and is not sent back or opened again. */
function lastAccepted(
  project: string,
  slice: Slice,
  planSlice: Slice,
  { asOf, knownAt }: Standpoint,
): RoundStep | null {
  const days = standingEntries(slice, knownAt)
    .filter((entry) => entry.kind === 'accept' && entry.subject === project)
    .map(({ effectiveOn }) => effectiveOn)
    .filter((day) => yearOf(day) === yearOf(asOf))
  const last = days.reduce<Day | null>((late, day) => (late === null || day > late ? day : late), null)
  if (last === null) return null
  const { state, step } = checkpointRound(project, last, slice, planSlice, knownAt)
  return state === 'accepted' && step?.kind === 'accept' ? step : null
}
