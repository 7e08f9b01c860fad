import type { PlanDraft } from '@/documents/recognition/draft'

const SOME_YEAR = 2000
const SOME_CODE = '0'

/** A draft whose year or department code is not stated, given ids by place all the same, so that its tables can be judged before they are. */
export function planWithIds(draft: PlanDraft): PlanDraft {
  const year = draft.year ?? SOME_YEAR
  const code = draft.department.code ?? SOME_CODE
  const id = `${year}-${code}`
  return {
    ...draft,
    id,
    year,
    department: { ...draft.department, code },
    projects: draft.projects.map((project, place) => ({
      ...project,
      id: `${id}/${place + 1}`,
      indicators: project.indicators.map((indicator, row) => ({
        ...indicator,
        id: `${id}/${place + 1}/${row + 1}`,
      })),
    })),
  }
}
