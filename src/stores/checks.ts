import { defineStore } from 'pinia'
import { computed } from 'vue'
import {
  checkDecisions,
  decisionDraft,
  lostDecisions,
  planFindings,
  type Finding,
} from '@/domain/published/checkDecisions'
import type { CheckDecision, Decided } from '@/domain/ledger/entry'
import { planChecks } from '@/domain/published/planCheck'
import { useActs, type Done } from './acts'
import { useBoard } from './board'
import { useClock } from './clock'
import { useLedger } from './ledger'
import { usePlan } from './plan'

/** What the checks of the plan in use found and what was decided on it; deciding is dated by the day it is done. */
export const useChecks = defineStore('checks', () => {
  const plans = usePlan()
  const ledgers = useLedger()
  const board = useBoard()
  const acts = useActs()
  const clock = useClock()

  const decisions = computed(() => checkDecisions(ledgers.known, board.knownAt))
  const findings = computed(() => (plans.plan ? planFindings(plans.plan, decisions.value) : []))
  return {
    decisions,
    findings,
    lost: computed(() => lostDecisions(findings.value, decisions.value)),
    /** How many checks the plan passed. */
    holding: computed(() => (plans.plan ? planChecks(plans.plan).length - findings.value.length : 0)),
    /** Writes a decision; `null` when it does not say enough to be one. */
    decide: async (finding: Finding, decided: Decided, reason: string): Promise<Done | null> => {
      const draft = decisionDraft(finding, clock.today, decided, reason)
      return draft && acts.write([draft])
    },
    /** Takes a decision back with a reason: the one before it stands again, or the finding is open. */
    takeBack: ({ id, subject, effectiveOn }: CheckDecision, reason: string): Promise<Done> =>
      acts.write([{ kind: 'void', subject, effectiveOn, entry: id, reason }]),
  }
})
