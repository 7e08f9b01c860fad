import { useAuthor } from '@/stores/author'
import { useLedger } from '@/stores/ledger'
import { usePlan } from '@/stores/plan'
import type { Role } from '@/domain/ledger/role'
import { useDesk } from '@/stores/desk/desk'
import type { CellPlace } from '@/domain/desk/verbs'
import { testWorld } from './testWorld'

export const PLAN = '2020-323002'

/** Somebody at work on the published plan in a world of memory. */
export async function atWork(at?: string, role: Role = 'manager', name = '王芳') {
  const outside = testWorld(at)
  const { pinia } = outside
  const plans = usePlan(pinia)
  const ledgers = useLedger(pinia)
  const author = useAuthor(pinia)
  author.name = name
  author.role = role
  await plans.load(PLAN, false)
  await ledgers.openReal(PLAN)
  return { ...outside, plans, ledgers, author, desk: useDesk(pinia) }
}

/** The cell of the open project's grid in a row and column. */
export function cellAt(desk: ReturnType<typeof useDesk>, row: number, column: number): CellPlace {
  const { grid, project } = desk
  const line = grid?.rows[row]
  const on = grid?.columns[column]
  if (!project || !line || !on) throw new Error('no such cell')
  return { project, row: line, day: on.day }
}
