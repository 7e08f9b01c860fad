import { readFileSync } from 'node:fs'
import { type DecodedPlan, decodePlan } from '@/documents/plan/planFile'
import type { PlanShape } from '@/documents/plan/planShape'

export const PLAN_FILE = '2020-323002.json'

/** The published plan file as it stands in the product. */
export const realText = readFileSync(new URL(`../../public/data/${PLAN_FILE}`, import.meta.url), 'utf8')

/** A fresh copy of the published plan to break. */
export function realPlan(): PlanShape {
  return JSON.parse(realText) as PlanShape
}

/** Decodes the published plan after breaking it; the damage may leave any type behind. */
export function decodeBroken(damage: (plan: any) => void): DecodedPlan {
  const plan = realPlan()
  damage(plan)
  return decodePlan(JSON.stringify(plan), PLAN_FILE)
}
