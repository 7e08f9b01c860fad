import type { Role } from '@/domain/ledger/role'
import type { Todo } from '@/domain/work/todo'
import type { Shared } from '@/storage/service/shared'

/** Of what waits, what an account may do: behind a shared service grants say who enters a project, so that nobody need be named for it. All of it where there is no service. */
export function ownTodos<One extends Todo>(
  shared: Shared | null,
  ledger: string,
  role: Role,
  todos: readonly One[],
): readonly One[] {
  return shared
    ? todos.filter(
        ({ kind, status }) =>
          kind !== 'unassigned' && shared.refusal(ledger, role, [status.project.id]) === null,
      )
    : todos
}
