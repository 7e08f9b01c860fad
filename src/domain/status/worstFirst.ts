import type { ProjectStatus } from './projectStatus'

const ORDER: readonly string[] = [
  'over-budget',
  'severely-behind',
  'behind',
  'unreported',
  'slightly-behind',
  'on-plan',
  'ahead',
  'not-due',
]

/** Projects worst first by the same rule: the weight of their standing, then the amount of the gap, then the document's order. */
export function worstFirst(projects: readonly ProjectStatus[]): ProjectStatus[] {
  return [...projects].sort(
    (a, b) =>
      ORDER.indexOf(a.standing.kind) - ORDER.indexOf(b.standing.kind) ||
      compareGap(a, b) ||
      a.project.position - b.project.position,
  )
}

function compareGap(a: ProjectStatus, b: ProjectStatus): number {
  return 'gap' in a.standing && 'gap' in b.standing ? a.standing.gap.cmp(b.standing.gap) : 0
}
