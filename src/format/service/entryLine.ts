import type { Entry } from '@/domain/ledger/entry'
import { sliceKey, sliceOf, type Ledger } from '@/domain/ledger/ledger'
import type { Plan } from '@/domain/plan/plan'
import { entryContent } from '../ledger/entryContent'
import { ENTRY_WORD } from '../ledger/entryWord'
import { fullDay } from '../words'

/** Says an entry that waits, was not taken or came meanwhile: of which project, about which day, what; parts are named as the ledger names them. */
export function entryLine(entry: Entry, plan: Plan | null, ledger: Ledger): string {
  const project = plan?.projects.find(({ id }) => id === sliceKey(entry.subject))
  const indicator = project?.indicators.find(({ id }) => id === entry.subject)
  const about = [project?.name ?? '本部门', indicator?.level3].filter(Boolean).join(' · ')
  return `${about}，${fullDay(entry.effectiveOn)}，${ENTRY_WORD[entry.kind]} ${entryContent(entry, 'wan', { project: project ?? null, slice: sliceOf(ledger, sliceKey(entry.subject)), schemeAt: null })}`
}
