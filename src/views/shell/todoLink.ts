import type { RouteLocationRaw } from 'vue-router'
import type { Todo } from '@/domain/work/todo'
import type { useLinks } from './links'

const ENTERED: ReadonlySet<Todo['kind']> = new Set(['returned', 'overdue', 'due', 'upcoming'])

/** Where a thing to do is done. */
export function todoLink(links: ReturnType<typeof useLinks>, todo: Todo): RouteLocationRaw {
  const { position } = todo.status.project
  if (todo.kind === 'sign') return links.projectOn('evaluation', position)
  return ENTERED.has(todo.kind) ? links.projectOn('entry', position) : links.screen('round')
}
