import type { Entry } from '@/domain/ledger/entry'
import type { Project } from '@/domain/plan/plan'

/** What of a project an entry is about: its indicator, told apart by its place where the name stands twice, or 预算执行率 where points were taken off that row; empty for the project as a whole. */
export function aboutText(
  { kind, subject }: Pick<Entry, 'kind' | 'subject'>,
  project: Project | null,
): string {
  if (kind === 'score-adjustment' && subject === project?.id) return '预算执行率'
  const at = project?.indicators.findIndex(({ id }) => id === subject) ?? -1
  const name = project?.indicators[at]?.level3 ?? ''
  const twice = project?.indicators.filter(({ level3 }) => level3 === name).length ?? 0
  return twice > 1 ? `${name}（第${at + 1}项）` : name
}
