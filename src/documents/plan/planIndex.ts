import * as v from 'valibot'
import { readJsonText } from '../jsonText'
import {
  type PlanFault,
  type PlanIssue,
  planIssue,
  repeatedFaults,
  rowsAt,
  severityOf,
  shapeFaults,
  strayFaults,
  textAt,
  textFault,
} from './planIssue'
import { PLAN_INDEX, type PlanIndexShape } from './planShape'

/** One published plan: its id, year, department, and the file beside the index that holds it (domain.md §2). */
export type PlanIndexEntry = Readonly<PlanIndexShape['plans'][number]>

/** Reads `index.json`: the plans that can be opened, and everything that is wrong with it; a broken row leaves the others. */
export function decodePlanIndex(text: string): {
  readonly plans: readonly PlanIndexEntry[]
  readonly issues: readonly PlanIssue[]
} {
  const json = readJsonText(text.replace(/^\uFEFF/, ''))
  const unread = textFault(text, json)
  const root = json.kind === 'value' ? json.value : undefined
  const faults = unread
    ? [unread]
    : [
        ...repeatedFaults(json),
        ...shapeFaults(v.safeParse(PLAN_INDEX, root)),
        ...sameIds(root),
        ...strayFaults(PLAN_INDEX, root),
      ]
  const lost = new Set(faults.flatMap((fault) => (severityOf(fault) === 'part' ? [fault.path[1]] : [])))
  const nothing = faults.some((fault) => severityOf(fault) === 'file')
  return {
    plans: nothing
      ? []
      : (rowsAt(root, ['plans']) as PlanIndexEntry[]).filter((_, index) => !lost.has(index)),
    issues: faults.map((fault) => planIssue(root, fault)),
  }
}

function sameIds(root: unknown): PlanFault[] {
  const ids = rowsAt(root, ['plans']).map((_, index) => textAt(root, ['plans', index, 'id']))
  const firsts = new Map<string | null, number>()
  return ids.flatMap((id, index): PlanFault[] => {
    const first = firsts.get(id) ?? index
    firsts.set(id, first)
    return id !== null && first < index
      ? [{ kind: 'duplicate-id', path: ['plans', index, 'id'], first: first + 1 }]
      : []
  })
}
