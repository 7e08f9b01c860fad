const MARK = 'demo:'

/** The plan id that sample entries carry: a ledger is bound to one plan, so it can never mix them with real ones. */
export function demoPlan(plan: string): string {
  return MARK + plan
}

/** Whether a plan id is that of a demonstration. */
export function isDemoPlan(plan: string): boolean {
  return plan.startsWith(MARK)
}

/** The published plan behind an entry's plan id: the id itself, or the one that is demonstrated. */
export function publishedPlan(plan: string): string {
  return isDemoPlan(plan) ? plan.slice(MARK.length) : plan
}
