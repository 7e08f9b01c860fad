import type { Day } from '@/domain/time/day'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import type { Actor } from '@/domain/work/permission'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus } from '@/domain/status/projectStatus'
import { todoList, type Todo } from '@/domain/work/todo'
import { PLAN_ID, SIX_PROJECTS } from '../../fixtures/sixProjects'

/** The kinds of what waits for somebody about one project, given what its ledger holds. */
export function todoKinds(actor: Actor, id: string, entries: readonly Entry[], asOf: Day): Todo['kind'][] {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  const projects = SIX_PROJECTS.filter((project) => project.id === id).map((project) =>
    projectStatus(project, sliceOf(ledger, id), { asOf, knownAt: null }, HEBEI),
  )
  return todoList(actor, projects, ledger, asOf).map(({ kind }) => kind)
}
