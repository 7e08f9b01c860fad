import { filledSubjects } from '@/domain/ledger/filled'
import type { DocumentRequest } from '@/workers/document.worker'
import type { Found } from '@/workers/documentSession'
import type { Against } from './importState'
import { useLedger } from '../ledger'
import { usePlan, type KnownPlan } from '../plan'

interface Beside {
  readonly against: Against | null
  readonly earlier: Against | null
}

/** The plans that stand already and what is found is compared with: the one of the same id, and the same department's last one of an earlier year. */
export function usePlansBeside() {
  const plans = usePlan()
  const ledgers = useLedger()

  function earlierOf({ year, code, stands }: Found): KnownPlan | undefined {
    if (year === null || code === null || !stands) return undefined
    const own = plans.known.filter((plan) => plan.year < year && plan.id === `${plan.year}-${code}`)
    return own.sort((a, b) => b.year - a.year)[0]
  }

  const asked = (plan: KnownPlan | undefined): Against | null => (plan ? { plan, lines: null } : null)

  return {
    beside: (found: Found): Beside => ({
      against: asked(plans.known.find(({ id }) => id === found.id)),
      earlier: asked(earlierOf(found)),
    }),
    /** Hands over what to ask of the worker about each of the two, as far as their files and the ledger can be had; `missed` hears of one that cannot. */
    async comparisons(
      { against, earlier }: Beside,
      ask: (request: DocumentRequest) => void,
      missed: (which: 'against' | 'earlier') => void,
    ): Promise<void> {
      if (against) {
        const { plan } = against
        const [file, held] = await Promise.all([plans.textOf(plan), ledgers.everything()])
        if (file.kind === 'text' && held?.kind === 'loaded')
          ask({
            kind: 'compare',
            existing: file.text,
            file: plan.file,
            filled: filledSubjects(held.entries, plan.id),
          })
        else missed('against')
      }
      if (earlier) {
        const file = await plans.textOf(earlier.plan)
        if (file.kind === 'text') ask({ kind: 'compare-years', earlier: file.text, file: earlier.plan.file })
        else missed('earlier')
      }
    },
  }
}
