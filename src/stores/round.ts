import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Day } from '@/domain/time/day'
import { countingSlice, coveredIds } from '@/domain/ledger/aside'
import type { Entry, RoundStep, SpendingReasonSaid } from '@/domain/ledger/entry'
import { fittingSlice } from '@/domain/ledger/fitting'
import { decideOnSame } from '@/domain/ledger/ruling'
import { effectiveEntries, type Ledger } from '@/domain/ledger/ledger'
import type { Plan } from '@/domain/plan/plan'
import type { Preset } from '@/domain/plan/preset'
import { projectStatus } from '@/domain/status/projectStatus'
import { submissionOf, type Submission } from '@/domain/work/submission'
import {
  answerDay,
  checkpointRound,
  comments,
  departmentLock,
  mayStep,
  rectifications,
} from '@/domain/work/round'
import { managerOf } from '@/domain/work/manager'
import { todoList } from '@/domain/work/todo'
import { lastAct } from './acts'
import { useAuthor } from './author'
import { useBoard } from './board'
import { useLedger } from './ledger'
import { usePlan } from './plan'
import { ownTodos } from './shared/ownTodos'
import { useWorld } from './world'

/** The round of the checkpoints: who has submitted, what was returned, what is closed, what waits for whom (domain.md §6, §9). */
export const useRound = defineStore('round', () => {
  const plans = usePlan()
  const ledgers = useLedger()
  const board = useBoard()
  const author = useAuthor()
  const { shared } = useWorld()
  const { last, act } = lastAct()

  const slice = (key: string) => fittingSlice(ledgers.known, key)
  const department = () => plans.plan?.id ?? ''
  const roundOf = (project: string, day: Day) =>
    checkpointRound(project, day, slice(project), slice(department()), board.knownAt, ledgers.positions)

  const reached = ({ effectiveOn }: Entry) => board.asOf !== null && effectiveOn <= board.asOf
  const awaitingAt = (project: string, day: Day) => awaitedStep(ledgers.awaiting, project, day)

  /** The 整改 about days up to the one looked at. */
  const rectificationsOf = (project: string) =>
    rectifications(slice(project), board.knownAt).filter(({ asked }) => reached(asked))

  return {
    last,
    todos: computed(() => {
      if (board.reached === null) return []
      const all = todoList(author.actor, board.projects, ledgers.known, board.reached, board.knownAt)
      return ownTodos(shared, ledgers.ledger.plan, author.actor.role, all)
    }),
    roundOf,
    /** One's own step of a checkpoint's round that the shared service has not written yet. */
    awaitingAt,
    lockOf: (day: Day) => departmentLock(slice(department()), day, board.knownAt),
    rectificationsOf,
    /** What was said about days up to the one looked at. */
    commentsOf: (project: string) => comments(slice(project), board.knownAt).filter(reached),
    managerOf: (project: string) => managerOf(project, slice(project), board.knownAt),
    /** Of some projects, those whose round at a checkpoint a step can follow. */
    ready: (kind: RoundStep['kind'], projects: Iterable<string>, day: Day) =>
      [...projects].filter(
        (project) => awaitingAt(project, day) === null && mayStep(kind, roundOf(project, day)),
      ),
    /** What submitting projects at a checkpoint would hand over now. */
    submissions: (projects: Iterable<string>, day: Day) =>
      submissionsOf(new Set(projects), day, plans.plan, ledgers.ledger, board.preset),
    /** Says why spending is late or over the budget, about the checkpoint of a day. */
    explain: (project: string, day: Day, said: SpendingReasonSaid) =>
      act([{ kind: 'spending-reason', subject: project, effectiveOn: day, ...said }]),
    /** Takes one's own 报送 back, until it is accepted. */
    withdraw: ({ id, subject, effectiveOn }: RoundStep, reason: string) =>
      act([{ kind: 'void', subject, effectiveOn, entry: id, reason }]),
    /** Takes the same step for many projects at once, all or nothing. */
    step: (kind: RoundStep['kind'], projects: readonly string[], day: Day, note: string) =>
      act(
        projects.map((subject) => ({
          kind,
          subject,
          effectiveOn: day,
          note,
          covers: kind === 'accept' ? coveredIds(ledgers.ledger, subject, day) : null,
        })),
      ),
    lock: (kind: 'lock' | 'unlock', day: Day, reason: string) => {
      const covered = () =>
        (plans.plan?.projects ?? []).flatMap(({ id }) => coveredIds(ledgers.ledger, id, day))
      const covers = kind === 'lock' ? covered() : null
      return act([{ kind, subject: department(), effectiveOn: day, reason, covers }])
    },
    /** Says something about a project at a day; an answer is about the day of what it answers. */
    say: (
      kind: 'rectification' | 'rectification-result' | 'comment',
      project: string,
      day: Day,
      text: string,
    ) => {
      const answered = kind === 'rectification-result' ? answerDay(rectificationsOf(project)) : null
      return act([{ kind, subject: project, effectiveOn: answered ?? day, text }])
    },
    assign: (project: string, day: Day, manager: string) =>
      act([{ kind: 'project-manager', subject: project, effectiveOn: day, manager }]),
    /** Settles rival values or totals by keeping one of those seen: it voids nothing, and a rival not seen opens the conflict again. */
    settle: (kept: Entry, rivals: readonly Entry[], reason: string) =>
      act([
        {
          kind: 'settlement',
          subject: kept.subject,
          effectiveOn: kept.effectiveOn,
          seen: rivals.map(({ id }) => id),
          kept: kept.id,
          reason,
        },
      ]),
  }
})

function submissionsOf(
  wanted: ReadonlySet<string>,
  day: Day,
  plan: Plan | null,
  ledger: Ledger,
  preset: Preset,
): Submission[] {
  const standpoint = { asOf: day, knownAt: null }
  return (plan?.projects ?? []).flatMap((project) => {
    if (!wanted.has(project.id)) return []
    const entries = countingSlice(ledger, project.id)
    const status = projectStatus(project, entries, standpoint, preset)
    return [submissionOf(status, effectiveEntries(entries, standpoint))]
  })
}

function awaitedStep(awaiting: readonly Entry[], subject: string, effectiveOn: Day): Entry | null {
  return awaiting.find((own) => decideOnSame(own, { kind: 'accept', subject, effectiveOn })) ?? null
}
