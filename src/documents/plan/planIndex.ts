import * as v from 'valibot'
import { readJsonText } from '../jsonText'
import {
  type Finding,
  type PlanIssue,
  planIssue,
  repeatedFindings,
  rowsAt,
  severityOf,
  shapeFindings,
  strayFindings,
  textAt,
  textFinding,
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
  const unread = textFinding(text, json)
  const root = json.kind === 'value' ? json.value : undefined
  const findings = unread
    ? [unread]
    : [
        ...repeatedFindings(json),
        ...shapeFindings(v.safeParse(PLAN_INDEX, root)),
        ...sameIds(root),
        ...strayFindings(PLAN_INDEX, root),
      ]
  const lost = new Set(
    findings.flatMap((finding) => (severityOf(finding) === 'part' ? [finding.path[1]] : [])),
  )
  const nothing = findings.some((finding) => severityOf(finding) === 'file')
  return {
    plans: nothing
      ? []
      : (rowsAt(root, ['plans']) as PlanIndexEntry[]).filter((_, index) => !lost.has(index)),
    issues: findings.map((finding) => planIssue(root, finding)),
  }
}

function sameIds(root: unknown): Finding[] {
  const ids = rowsAt(root, ['plans']).map((_, index) => textAt(root, ['plans', index, 'id']))
  const firsts = new Map<string | null, number>()
  return ids.flatMap((id, index): Finding[] => {
    const first = firsts.get(id) ?? index
    firsts.set(id, first)
    return id !== null && first < index
      ? [{ kind: 'duplicate-id', path: ['plans', index, 'id'], first: first + 1 }]
      : []
  })
}
