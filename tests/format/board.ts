import { readFileSync } from 'node:fs'
import { decodePlan } from '@/documents/plan/planFile'
import { rememberingFold } from '@/domain/status/board'
import type { Day } from '@/domain/time/day'
import { Decimal } from '@/domain/number/decimal'
import type { CurveNumbers } from '@/charts/spendingCurve'
import {
  planPoints,
  spendingCurve as cumulative,
  type DepartmentStatus,
} from '@/domain/status/departmentStatus'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import type { Plan } from '@/domain/plan/plan'
import { HEBEI } from '@/domain/plan/preset'

const FILE = '2020-323002.json'

/** The published plan, through its real door. */
export const PUBLISHED: Plan = (() => {
  const text = readFileSync(`public/data/${FILE}`, 'utf8')
  const { plan } = decodePlan(text, FILE)
  if (!plan) throw new Error('the published plan does not stand')
  return plan
})()

/** The department on the published plan with the given entries, as of a day. */
export function boardOf(entries: readonly Entry[], asOf: Day): DepartmentStatus {
  const { ledger } = addEntries(emptyLedger(PUBLISHED.id), entries)
  return rememberingFold()(PUBLISHED, ledger, { asOf, knownAt: null }, HEBEI)
}

/** What the department's curve on the published plan is drawn from. */
export function curveNumbersOf(entries: readonly Entry[], asOf: Day): CurveNumbers {
  const { budget, projects } = boardOf(entries, asOf)
  return { year: 2020, asOf, budget, plan: planPoints(projects), actual: cumulative(projects) }
}

/** A printed figure read back as the exact number it shows. */
export function read(text: string): Decimal {
  return new Decimal(text.replaceAll(',', '').replace('−', '-').replace('+', ''))
}
