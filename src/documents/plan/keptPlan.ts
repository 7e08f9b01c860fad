import * as v from 'valibot'

const TEXT = v.string()

/** The stored form of a version. */
export const KEPT_PLAN = v.object({
  id: TEXT,
  plan: TEXT,
  year: v.number(),
  department: TEXT,
  text: v.nullable(TEXT),
  source: TEXT,
  author: TEXT,
  reason: TEXT,
  at: TEXT,
})

/** One version of a plan as somebody took it in: its file's text (`null` takes the plan out of the list), what it was read from, by whom, why, and when. Versions are only added. */
export type KeptPlan = Readonly<v.InferOutput<typeof KEPT_PLAN>>

/** Reads stored records as versions of plans; what is none is left where it lies. */
export function readKeptPlans(records: readonly unknown[]): KeptPlan[] {
  return records.flatMap((record) => (v.is(KEPT_PLAN, record) ? [record] : []))
}

/** The version in force of each plan, in the order in which they came: the newest; a plan taken out has none. */
export function plansInForce(versions: readonly KeptPlan[]): KeptPlan[] {
  const newest = new Map<string, KeptPlan>()
  const inOrder = [...versions].sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1))
  for (const version of inOrder) newest.set(version.plan, version)
  return [...newest.values()].filter(({ text }) => text !== null)
}
