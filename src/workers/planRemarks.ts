import type { PlanIssue } from '@/documents/outcome/planIssue'
import { decodePlan } from '@/documents/plan/planFile'
import { planFileText } from '@/documents/plan/planFileText'
import type { PlanDraft } from '@/documents/recognition/draft'
import type { Plan } from '@/domain/plan/plan'
import { planChecks } from '@/domain/published/planCheck'
import { factCheckText } from '@/format/published/departmentPage'
import type { DocumentRemark } from '@/format/published/documentFound'
import { planIssueText } from '@/format/published/planIssueText'
import { tableCheckText } from '@/format/published/tableCheckText'
import { planWithIds } from './planWithIds'

/** The faults of a draft that has no id yet, as they will be once one is stated; what it lacks for an id is asked for elsewhere. */
export function faultsBesidesId(draft: PlanDraft): {
  readonly plan: null
  readonly issues: readonly PlanIssue[]
} {
  const whole = planWithIds(draft)
  const { issues } = decodePlan(planFileText(whole), `${whole.id}.json`)
  return { plan: null, issues: issues.filter(({ path }) => projectOf(path) !== null) }
}

/** The faults of a plan file in words: what they take away, and what is only noted; `printed` has what a document prints in cells that state no figure (—, 无), by path. */
export function faultsOf(
  issues: readonly PlanIssue[],
  file: string,
  printed: ReadonlyMap<string, string> = new Map(),
) {
  const line = (issue: PlanIssue): DocumentRemark => {
    const sign = issue.kind === 'blank-cell' ? printed.get(issue.path) : undefined
    const shown = sign === undefined ? issue : { ...issue, found: { type: 'text' as const, text: sign } }
    const { where, what, mend, effect } = planIssueText(shown, file)
    return {
      where: where.replace(`${file} · `, ''),
      what: `${what}。${mend}${effect}`,
      source: null,
      project: projectOf(issue.path),
    }
  }
  return {
    grave: issues.filter(({ severity }) => severity !== 'note').map(line),
    notes: issues.filter(({ severity }) => severity === 'note').map(line),
  }
}

/** What the checks of a plan's tables ask, in words (domain.md §1). */
export function checksOf(plan: Plan): DocumentRemark[] {
  return planChecks(plan).flatMap((check): DocumentRemark[] => {
    if ('where' in check) {
      const { name, text, where } = tableCheckText(check, plan)
      const first = check.where[0]?.project
      const project = plan.projects.findIndex(({ id }) => id === first)
      return [
        {
          where: where.join('；'),
          what: `${name}：${text}`,
          source: null,
          project: project < 0 ? null : project,
        },
      ]
    }
    const { holds, name, text } = factCheckText(check)
    return holds ? [] : [{ where: '部门情况', what: `${name}：${text}`, source: null, project: null }]
  })
}

/** The project (from 0) that a path of a plan is about, `null` for none. */
export function projectOf(path: string | null): number | null {
  const found = path === null ? null : /^projects\[(\d+)\]/.exec(path)
  return found ? Number(found[1]) : null
}
