import type { Entry } from '@/domain/ledger/entry'
import { sliceKey, sliceOf, type Ledger } from '@/domain/ledger/ledger'
import type { Plan } from '@/domain/plan/plan'
import { entryContent } from '@/format/ledger/entryContent'
import { ENTRY_WORD } from '@/format/ledger/entryWord'
import { fullDay } from '@/format/words'

/** Says an entry that was not taken: of which project, about which day, what. */
export function entryLine(entry: Entry, plan: Plan | null, ledger: Ledger): string {
  const project = plan?.projects.find(({ id }) => id === sliceKey(entry.subject))
  const indicator = project?.indicators.find(({ id }) => id === entry.subject)
  const about = [project?.name ?? '本部门', indicator?.level3].filter(Boolean).join(' · ')
  return `${about}，${fullDay(entry.effectiveOn)}，${ENTRY_WORD[entry.kind]} ${entryContent(entry, 'wan', { project: project ?? null, slice: sliceOf(ledger, sliceKey(entry.subject)), schemeAt: null })}`
}
