import { daysBetween, lastDayOfYear, yearOf, type Day } from '../time/day'
import { fittingSlice } from '../ledger/fitting'
import { departmentKey, type Ledger } from '../ledger/ledger'
import type { Entry, Moment } from '../ledger/entry'
import { decideOnSame } from '../ledger/ruling'
import { managerOf } from './manager'
import { permission, type Act, type Actor } from './permission'
import type { IndicatorStatus, ValueConflict } from '../status/indicatorStatus'
import { valueConflicts, type ProjectStatus } from '../status/projectStatus'
import type { TotalConflict } from '../status/spending'
import { rectifications, roundIn, type CheckpointRound, type RectificationCase } from './round'
import { yearState } from '../ledger/yearState'

/** Days after a checkpoint within which it is to be submitted, and days before it when it is announced (D: ours, no rule sets them). */
export const REPORTING = { within: 10, announced: 15 } as const

interface DatedTodo {
  readonly status: ProjectStatus
  readonly round: CheckpointRound
  readonly day: Day
  readonly days: number
}

/** One thing somebody has to do; `days` counts from or to the checkpoint's day. */
export type Todo =
  | { readonly kind: 'returned'; readonly status: ProjectStatus; readonly round: CheckpointRound }
  | (DatedTodo & { readonly kind: 'overdue' | 'due' | 'upcoming' })
  | (DatedTodo & { readonly kind: 'waiting' })
  | { readonly kind: 'review'; readonly status: ProjectStatus; readonly round: CheckpointRound }
  | {
      readonly kind: 'answer' | 'unanswered'
      readonly status: ProjectStatus
      readonly rectification: RectificationCase
    }
  | {
      readonly kind: 'settle'
      readonly status: ProjectStatus
      readonly indicator: IndicatorStatus | null
      readonly conflict: ValueConflict
    }
  | { readonly kind: 'settle-total'; readonly status: ProjectStatus; readonly total: TotalConflict }
  | { readonly kind: 'unassigned' | 'sign'; readonly status: ProjectStatus }

const ORDER: readonly Todo['kind'][] = [
  'returned',
  'answer',
  'settle-total',
  'settle',
  'review',
  'sign',
  'overdue',
  'due',
  'waiting',
  'unanswered',
  'upcoming',
  'unassigned',
]

/** Whether an act of one's own about the round of a to-do waits for the shared service, which has not written it yet. */
export function isAwaited(todo: Todo, awaiting: readonly Entry[]): boolean {
  if (!('round' in todo)) return false
  const act = { kind: 'accept' as const, subject: todo.status.project.id, effectiveOn: todo.round.day }
  return awaiting.some((own) => decideOnSame(own, act))
}

/** What waits for somebody as of a day, the most pressing first, then in the document's order; a checkpoint that was not set asks for nothing. */
export function todoList(
  actor: Actor,
  projects: readonly ProjectStatus[],
  ledger: Ledger,
  asOf: Day,
  knownAt: Moment | null = null,
): Todo[] {
  return projects
    .flatMap((status) => todosOf(actor, status, ledger, asOf, knownAt))
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
}

function todosOf(
  actor: Actor,
  status: ProjectStatus,
  ledger: Ledger,
  asOf: Day,
  knownAt: Moment | null,
): Todo[] {
  const { project } = status
  const slice = fittingSlice(ledger, project.id)
  const manager = managerOf(project.id, slice, knownAt)
  const may = (act: Act) => permission(act, actor, { manager, closing: null, day: null }).kind === 'allowed'
  const todos: Todo[] = []
  for (const { day, percent } of status.schedule) {
    if (percent === null) continue
    const round = roundIn(ledger, project.id, day, knownAt)
    todos.push(...roundTodos(status, round, asOf, may))
  }
  for (const rectification of rectifications(slice, knownAt)) {
    if (rectification.answer || rectification.asked.effectiveOn > asOf) continue
    if (may('answer-rectification')) todos.push({ kind: 'answer', status, rectification })
    else if (may('ask-rectification')) todos.push({ kind: 'unanswered', status, rectification })
  }
  if (may('settle')) {
    for (const total of status.totalConflicts) todos.push({ kind: 'settle-total', status, total })
    for (const own of valueConflicts(status)) todos.push({ kind: 'settle', status, ...own })
  }
  const year = yearOf(project.schedule[0]?.day ?? asOf)
  if (may('evaluate') && asOf >= lastDayOfYear(year)) {
    const [plan, whole] = [departmentKey(project.id), fittingSlice(ledger, departmentKey(project.id))]
    const { kind } = yearState(project.id, slice, plan, whole, year, knownAt)
    if (kind === 'open') todos.push({ kind: 'sign', status })
  }
  if (may('administer') && manager === null) todos.push({ kind: 'unassigned', status })
  return todos
}

function roundTodos(
  status: ProjectStatus,
  round: CheckpointRound,
  asOf: Day,
  may: (act: Act) => boolean,
): Todo[] {
  const days = daysBetween(round.day, asOf)
  if (round.state === 'submitted')
    return may('review') && days >= 0 ? [{ kind: 'review', status, round }] : []
  if (round.closing !== null) return []
  if (round.state === 'returned' && days >= 0 && may('submit')) return [{ kind: 'returned', status, round }]
  if (days < 0) {
    return may('submit') && -days <= REPORTING.announced
      ? [{ kind: 'upcoming', status, round, day: round.day, days: -days }]
      : []
  }
  const late = days > REPORTING.within
  if (may('submit')) return [{ kind: late ? 'overdue' : 'due', status, round, day: round.day, days }]
  return late && may('review') ? [{ kind: 'waiting', status, round, day: round.day, days }] : []
}
