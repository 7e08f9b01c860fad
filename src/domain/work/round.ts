import type { Day } from '../time/day'
import {
  compareEntries,
  compareRecording,
  type Comment,
  type Entry,
  type LockStep,
  type Moment,
  type Rectification,
  type RoundStep,
} from '../ledger/entry'
import { closings, type Closing, liftingUnlocks } from '../ledger/closing'
import { fittingSlice } from '../ledger/fitting'
import { departmentKey, type Ledger, type Slice } from '../ledger/ledger'
import { cameAfter, UNPLACED, type Positions } from '../ledger/receipts'
import { standingEntries } from '../ledger/standingEntries'

/** Where a project's checkpoint is in its round: with the manager, with the leader, sent back, closed, or opened again (domain.md §6). */
export type RoundState = 'open' | 'submitted' | 'returned' | 'accepted' | 'reopened'

/** The round of one project at one checkpoint. `step` made the state; `changedSince` counts the data about it that came after it was submitted. */
export interface CheckpointRound {
  readonly project: string
  readonly day: Day
  readonly state: RoundState
  readonly step: RoundStep | LockStep | null
  readonly submitted: RoundStep | null
  readonly changedSince: number
  readonly closing: Closing | null
}

/** A 整改要求 and what answers it: the first result about the same project and checkpoint written after it that answers nothing older. */
export interface RectificationCase {
  readonly asked: Rectification
  readonly answer: Rectification | null
}

const DATA: ReadonlySet<Entry['kind']> = new Set([
  'payment',
  'zero-spending',
  'spending-total',
  'settlement',
  'spending-estimate',
  'indicator-actual',
  'measures',
  'void',
])

const STATE_OF = { submit: 'submitted', return: 'returned', accept: 'accepted' } as const

/** Where a project stands in the round of a checkpoint, by the last act that was written about it; an unlock that lifts a lock after an acceptance opens it again, and what was submitted is passed with a later checkpoint's acceptance, which closes those before. */
export function checkpointRound(
  project: string,
  day: Day,
  projectSlice: Slice,
  planSlice: Slice,
  knownAt: Moment | null = null,
  positions: Positions = UNPLACED,
): CheckpointRound {
  const entries = standingEntries(projectSlice, knownAt)
  const steps = entries.filter(
    (entry): entry is RoundStep =>
      (entry.kind === 'submit' || entry.kind === 'return' || entry.kind === 'accept') &&
      entry.subject === project &&
      entry.effectiveOn === day,
  )
  const step = steps.at(-1) ?? null
  const unlock = liftingUnlocks(lockSteps(planSlice, day, knownAt)).at(-1)
  const reopened = step?.kind === 'accept' && unlock !== undefined && compareEntries(unlock, step) > 0
  const submitted = steps.filter(({ kind }) => kind === 'submit').at(-1) ?? null
  const closing = closings(project, projectSlice, planSlice, knownAt).filter((own) => own.effectiveOn >= day)
  const covering =
    step?.kind === 'submit'
      ? closing.find((own) => own.kind === 'accept' && compareRecording(own, step) > 0)
      : undefined
  return {
    project,
    day,
    state: reopened ? 'reopened' : step === null ? 'open' : covering ? 'accepted' : STATE_OF[step.kind],
    step: reopened ? unlock : (covering ?? step),
    submitted,
    changedSince:
      submitted === null
        ? 0
        : entries.filter(
            (entry) =>
              DATA.has(entry.kind) && entry.effectiveOn <= day && cameAfter(entry, submitted, positions),
          ).length,
    closing: closing[0] ?? null,
  }
}

/** The round of a project's checkpoint as a ledger has it: of what fits its plan. */
export function roundIn(
  ledger: Ledger,
  project: string,
  day: Day,
  knownAt: Moment | null = null,
): CheckpointRound {
  const slice = (key: string) => fittingSlice(ledger, key)
  return checkpointRound(project, day, slice(project), slice(departmentKey(project)), knownAt)
}

const FROM: Readonly<Record<RoundStep['kind'], readonly RoundState[]>> = {
  submit: ['open', 'returned', 'reopened'],
  return: ['submitted', 'accepted'],
  accept: ['submitted'],
}

/** Whether a step can follow on where a round stands; what is closed is not submitted, what a later acceptance passed is sent back there (D: only what was submitted is accepted). */
export function mayStep(kind: RoundStep['kind'], round: CheckpointRound): boolean {
  if (kind === 'return' && round.step !== null && round.step.effectiveOn > round.day) return false
  return FROM[kind].includes(round.state) && (kind !== 'submit' || round.closing === null)
}

/** Whether a checkpoint is locked for the whole department: the lock that stands, else `null`. */
export function departmentLock(planSlice: Slice, day: Day, knownAt: Moment | null = null): LockStep | null {
  const last = lockSteps(planSlice, day, knownAt).at(-1)
  return last?.kind === 'lock' ? last : null
}

function lockSteps(planSlice: Slice, day: Day, knownAt: Moment | null): LockStep[] {
  return standingEntries(planSlice, knownAt).filter(
    (entry): entry is LockStep =>
      (entry.kind === 'lock' || entry.kind === 'unlock') && entry.effectiveOn === day,
  )
}

/** The 整改 of a project, each request with its answer, in the order they were asked. */
export function rectifications(slice: Slice, knownAt: Moment | null = null): RectificationCase[] {
  const entries = standingEntries(slice, knownAt)
  const answers = entries.filter((entry): entry is Rectification => entry.kind === 'rectification-result')
  const used = new Set<string>()
  return entries
    .filter((entry): entry is Rectification => entry.kind === 'rectification')
    .map((asked) => {
      const answer =
        answers.find(
          (result) =>
            !used.has(result.id) &&
            result.subject === asked.subject &&
            result.effectiveOn === asked.effectiveOn &&
            compareEntries(result, asked) > 0,
        ) ?? null
      if (answer) used.add(answer.id)
      return { asked, answer }
    })
}

/** The day an answer is about: that of the first request which nobody has answered, whatever day is looked at; `null` where all are. */
export function answerDay(cases: readonly RectificationCase[]): Day | null {
  return cases.find(({ answer }) => answer === null)?.asked.effectiveOn ?? null
}

/** What was said about a project, in the order it was written. */
export function comments(slice: Slice, knownAt: Moment | null = null): Comment[] {
  return standingEntries(slice, knownAt).filter((entry): entry is Comment => entry.kind === 'comment')
}
