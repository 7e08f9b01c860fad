import type { EntryKind } from './entry'

/** What an entry can be about. */
export type SubjectLevel = 'plan' | 'goal' | 'project' | 'indicator'

const PLACE = /^\/(?:(G[1-9]\d{0,4})|[1-9]\d{0,4}(\/[1-9]\d{0,4})?)$/

/** What a subject of a published plan is, by its id (ids are positions, domain.md §2); `null` when it is nothing of that plan. */
export function subjectLevel(plan: string, subject: string): SubjectLevel | null {
  if (subject === plan) return 'plan'
  const place = subject.startsWith(plan) ? PLACE.exec(subject.slice(plan.length)) : null
  if (!place) return null
  if (place[1] !== undefined) return 'goal'
  return place[2] === undefined ? 'project' : 'indicator'
}

const ANYTHING: readonly SubjectLevel[] = ['plan', 'goal', 'project', 'indicator']

/** What each kind of entry is about (domain.md §6): spending is a project's, an 实际完成值 an indicator's, a lock the department's. */
export const SUBJECT_LEVELS: Readonly<Record<EntryKind, readonly SubjectLevel[]>> = {
  payment: ['project'],
  'zero-spending': ['project'],
  'spending-total': ['project'],
  'spending-reason': ['project'],
  'spending-by-source': ['project'],
  'spending-estimate': ['project'],
  'budget-adjustment': ['project'],
  'indicator-actual': ['indicator'],
  measures: ['indicator'],
  'target-change': ['project', 'indicator'],
  weights: ['project'],
  'score-adjustment': ['project', 'indicator'],
  summary: ['project'],
  'goal-progress': ['goal'],
  submit: ['project'],
  return: ['project'],
  accept: ['project'],
  lock: ['plan'],
  unlock: ['plan'],
  rectification: ANYTHING,
  'rectification-result': ANYTHING,
  'sign-off': ['plan', 'project'],
  reopen: ['plan', 'project'],
  settlement: ['project', 'indicator'],
  scheme: ['plan'],
  're-evaluation': ['project'],
  appraisal: ['project'],
  'appraisal-frame': ['plan'],
  comment: ANYTHING,
  wording: ['plan', 'project'],
  check: ['plan', 'project'],
  void: ANYTHING,
  'project-manager': ['project'],
}
