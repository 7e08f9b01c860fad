import { decodePlan } from '@/documents/plan/planFile'
import { planFileText } from '@/documents/plan/planFileText'
import { readDocument } from '@/documents/reading/readDocument'
import type { SourceDocument } from '@/documents/reading/sourceDocument'
import { attachmentsIn } from '@/documents/reading/withoutTable'
import type { Candidate, PlanDraft, Recognition, Stated } from '@/documents/recognition/draft'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { parseDay, type Day } from '@/domain/time/day'
import type { Plan } from '@/domain/plan/plan'
import { planChecks } from '@/domain/published/planCheck'
import { planDifference } from '@/domain/plan/planDifference'
import { yearDifference } from '@/domain/plan/yearDifference'
import type { PlanIssue } from '@/documents/outcome/planIssue'
import { factCheckText } from '@/format/published/departmentPage'
import type { DocumentRemark, TracedProject } from '@/format/published/documentFound'
import { planDifferenceText, type DifferenceLine } from '@/format/published/planDifferenceText'
import { planIssueText } from '@/format/published/planIssueText'
import { recognitionText } from '@/format/published/recognitionText'
import { setAsideText } from '@/format/published/setAsideText'
import { tableCheckText } from '@/format/published/tableCheckText'
import { noProjectText, unreadableText } from '@/format/published/unreadableText'
import { yearDifferenceText } from '@/format/published/yearDifferenceText'
import { planWithIds } from './planWithIds'
import { tracedProject } from './tracedProject'

/** What was found in a document: what it is, how much, and everything there is to say about it. */
export interface Found {
  readonly id: string | null
  readonly year: number | null
  readonly code: string | null
  readonly department: string | null
  readonly title: string | null
  readonly published: Day | null
  /** The plan file as it would be kept. */
  readonly text: string
  /** Whether the plan file stands: whether anything can be shown of it. */
  readonly stands: boolean
  readonly projects: readonly { readonly name: string; readonly indicators: number }[]
  /** What to say where there is no project in it. */
  readonly answer: string | null
  /** Every project the document holds, those left out too, with the ids they are given. */
  readonly candidates: readonly Candidate[]
  /** How much of it will be left out because it is broken. */
  readonly lost: number
  /** What was not understood, or will be left out. */
  readonly left: readonly DocumentRemark[]
  /** What the checks of the tables ask. */
  readonly checks: readonly DocumentRemark[]
  /** What a document does not show and the reader therefore did not take. */
  readonly aside: readonly DocumentRemark[]
  /** Whether the values can be shown beside the cells they came from. */
  readonly traced: boolean
}

/** How far reading is. */
export type Step = 'reading' | 'recognising' | 'checking'

export type Opening =
  { readonly ok: true; readonly found: Found } | { readonly ok: false; readonly why: string }

/** A document being looked at before it is taken: read once, recognised as often as something is stated anew, compared and shown project by project. */
export class DocumentSession {
  #document: SourceDocument | null = null
  #recognition: Recognition | null = null
  #plan: Plan | null = null

  /** Reads a document or a plan file; `step` hears how far it is. */
  async open(
    bytes: Uint8Array,
    name: string,
    stated: Stated,
    step: (step: Step) => void = () => {},
  ): Promise<Opening> {
    step('reading')
    if (/\.json$/i.test(name)) return this.#openPlanFile(bytes, name)
    const reading = await readDocument(bytes, name)
    if (!reading.ok) return { ok: false, why: unreadableText(reading.problem) }
    this.#document = reading.document
    return { ok: true, found: this.restate(stated, step) }
  }

  /** Recognises the document again with what a person states because it does not. */
  restate(stated: Stated, step: (step: Step) => void = () => {}): Found {
    step('recognising')
    const document = this.#document ?? { origin: 'text', blocks: [] }
    const recognition = recogniseDocument(document, stated)
    const { plan: draft } = recognition.draft
    step('checking')
    const text = planFileText(draft)
    const file = `${draft.id ?? '计划'}.json`
    const decoded = draft.id === null ? faultsBesidesId(draft) : decodePlan(text, file)
    this.#recognition = recognition
    this.#plan = decoded.plan
    const { grave, notes } = faultsOf(decoded.issues, file)
    return {
      id: draft.id,
      year: draft.year,
      code: draft.department.code,
      department: draft.department.name,
      title: draft.source.title,
      published: draft.source.published === null ? null : parseDay(draft.source.published),
      text,
      stands: decoded.plan !== null,
      projects: draft.projects.map(({ name, indicators }) => ({
        name: name ?? '（没有名称）',
        indicators: indicators.length,
      })),
      candidates: recognition.candidates,
      answer: draft.projects.length === 0 ? noProjectText(attachmentsIn(document)) : null,
      lost: grave.length,
      left: [
        ...grave,
        ...recognition.issues.map((issue) => ({
          ...recognitionText(issue),
          project: projectOf(issue.path),
        })),
      ],
      checks: [...notes, ...(decoded.plan ? checksOf(decoded.plan) : [])],
      aside: (document.setAside ?? []).map((aside) => ({ ...setAsideText(aside), project: null })),
      traced: true,
    }
  }

  /** What changes against a plan that stands already, in words, `null` where one of the two cannot be read and nothing was compared; `filled` counts the entries of the ledger by subject. */
  compare(existing: string, file: string, filled: Readonly<Record<string, number>>): DifferenceLine[] | null {
    const { plan: before } = decodePlan(existing, file)
    const after = this.#plan
    if (!before || !after) return null
    return planDifferenceText(planDifference(before, after), before, after, filled)
  }

  /** What changes against an earlier year's plan of the same department, in words; `null` as above. */
  compareYears(earlier: string, file: string): DifferenceLine[] | null {
    const { plan: before } = decodePlan(earlier, file)
    return before && this.#plan ? yearDifferenceText(yearDifference(before, this.#plan)) : null
  }

  /** One project's values beside their cells. */
  project(index: number): TracedProject {
    const draft = this.#recognition?.draft
    return draft && this.#document
      ? tracedProject(this.#document, draft, index)
      : { name: '', groups: [], tables: [] }
  }

  #openPlanFile(bytes: Uint8Array, name: string): Opening {
    const text = new TextDecoder().decode(bytes)
    const { plan, issues } = decodePlan(text, name)
    const { grave, notes } = faultsOf(issues, name)
    this.#plan = plan
    if (!plan) return { ok: false, why: grave[0] ? `${grave[0].where}：${grave[0].what}` : '不是计划文件' }
    return {
      ok: true,
      found: {
        id: plan.id,
        year: plan.year,
        code: plan.department.code,
        department: plan.department.name,
        title: plan.source.title,
        published: plan.source.published,
        text,
        stands: true,
        projects: plan.projects.map((project) => ({
          name: project.name,
          indicators: project.indicators.length,
        })),
        answer: null,
        candidates: [],
        lost: grave.length,
        left: grave,
        checks: [...notes, ...checksOf(plan)],
        aside: [],
        traced: false,
      },
    }
  }
}

/** The faults of a draft that has no id yet, as they will be once one is stated; what it lacks for an id is asked for elsewhere. */
function faultsBesidesId(draft: PlanDraft): { readonly plan: null; readonly issues: readonly PlanIssue[] } {
  const whole = planWithIds(draft)
  const { issues } = decodePlan(planFileText(whole), `${whole.id}.json`)
  return { plan: null, issues: issues.filter(({ path }) => projectOf(path) !== null) }
}

function faultsOf(issues: readonly PlanIssue[], file: string) {
  const line = (issue: PlanIssue): DocumentRemark => {
    const { where, what, mend, effect } = planIssueText(issue, file)
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

function checksOf(plan: Plan): DocumentRemark[] {
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

function projectOf(path: string | null): number | null {
  const found = path === null ? null : /^projects\[(\d+)\]/.exec(path)
  return found ? Number(found[1]) : null
}
