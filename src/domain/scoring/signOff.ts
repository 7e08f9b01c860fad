import type { Draft } from '../ledger/draft'
import type { SignOff } from '../ledger/entry'
import { lastDayOfYear } from '../time/day'
import type { Sheet, SheetProblem } from './sheet'

/** The sign-off of a sheet made of the entries `covers` names, or the problems that stand before it, all at once. It is about the year's last day, whenever it is written. */
export function signOffDraft(
  { project, year, problems }: Sheet,
  text: string,
  covers: readonly string[],
): { kind: 'ready'; draft: Draft } | { kind: 'refused'; problems: readonly SheetProblem[] } {
  if (problems.length > 0) return { kind: 'refused', problems }
  const effectiveOn = lastDayOfYear(year)
  return { kind: 'ready', draft: { kind: 'sign-off', subject: project.id, effectiveOn, text, covers } }
}

/** The draft that opens a signed-off year again; `null` without a reason. */
export function reopenDraft(signOff: SignOff, reason: string): Draft | null {
  if (reason.trim() === '') return null
  const { subject, effectiveOn, id } = signOff
  return { kind: 'reopen', subject, effectiveOn, signOff: id, reason }
}
