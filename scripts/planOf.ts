import { decodePlan } from '@/documents/plan/planFile'
import { planFileText } from '@/documents/plan/planFileText'
import { decodePlanIndex } from '@/documents/plan/planIndex'
import { readDocument } from '@/documents/reading/readDocument'
import type { Stated } from '@/documents/recognition/draft'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import type { Plan } from '@/domain/plan/plan'
import { planChecks } from '@/domain/published/planCheck'
import { checkText } from '@/format/published/departmentPage'
import { planIssueText } from '@/format/published/planIssueText'
import { recognitionText } from '@/format/published/recognitionText'
import { tableCheckText } from '@/format/published/tableCheckText'
import { unreadableText } from '@/format/published/unreadableText'

/** The plan file of a document with everything there is to say about it; `null` with the reason when the file cannot be read. */
export async function planOf(bytes: Uint8Array, fileName: string, given: Stated) {
  const reading = await readDocument(bytes, fileName)
  if (!reading.ok) return { ok: false as const, problem: unreadableText(reading.problem) }
  const { draft, issues } = recogniseDocument(reading.document, given)
  const { plan } = draft
  const text = planFileText(plan)
  const file = `${plan.id}.json`
  const decoded = plan.id === null ? { plan: null, issues: [] } : decodePlan(text, file)
  return {
    ok: true as const,
    id: plan.id,
    year: plan.year,
    department: plan.department.name,
    stands: decoded.plan !== null,
    text,
    found: {
      projects: plan.projects.length,
      indicators: plan.projects.reduce((count, project) => count + project.indicators.length, 0),
    },
    issues: issues.map((issue) => recognitionText(issue)),
    faults: decoded.issues.map((issue) => planIssueText(issue, file)),
    checks: decoded.plan === null ? [] : checksOf(decoded.plan),
  }
}

function checksOf(plan: Plan) {
  return planChecks(plan).flatMap((check) => {
    if ('where' in check) return tableCheckText(check, plan)
    const { holds, name, text } = checkText(check)
    return holds ? [] : { name, text, where: [] }
  })
}

/** The list of plans with one more in it; the text itself when it already stands there, `null` when the list cannot be read. */
export function indexWith(
  text: string,
  entry: { readonly id: string; readonly year: number; readonly department: string },
): string | null {
  const { plans, issues } = decodePlanIndex(text)
  if (issues.length > 0) return null
  if (plans.some(({ id }) => id === entry.id)) return text
  return planFileText({ plans: [...plans, { ...entry, file: `${entry.id}.json` }] })
}
