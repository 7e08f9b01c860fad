import type { Day } from '@/domain/time/day'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import type { Actor } from '@/domain/work/permission'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus } from '@/domain/status/projectStatus'
import { todoList, type Todo } from '@/domain/work/todo'
import { PLAN_ID, SIX_PROJECTS } from '../../fixtures/sixProjects'

/** What waits for somebody about some projects, in that order, given what their ledger holds. */
export function todosOf(
  actor: Actor,
  ids: readonly string[],
  entries: readonly Entry[],
  asOf: Day,
  knownAt: string | null = null,
): Todo[] {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  const projects = ids.flatMap((id) =>
    SIX_PROJECTS.filter((project) => project.id === id).map((project) =>
      projectStatus(project, sliceOf(ledger, id), { asOf, knownAt }, HEBEI),
    ),
  )
  return todoList(actor, projects, ledger, asOf, knownAt)
}

/** The kinds of what waits for somebody about one project. */
export function todoKinds(actor: Actor, id: string, entries: readonly Entry[], asOf: Day): Todo['kind'][] {
  return todosOf(actor, [id], entries, asOf).map(({ kind }) => kind)
}
