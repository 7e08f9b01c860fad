import { attainmentLight, type AttainmentLight } from '../status/attainment'
import type { Likelihood } from '../ledger/entry'
import type { Preset } from '../plan/preset'
import { readActual } from '../status/actual'
import { judgePart, type IndicatorStatus, type MeasureStatus } from '../status/indicatorStatus'
import { yearOf, type Day } from '../time/day'

/** How the manager's 完成目标可能性 and 全年预计 disagree with each other or with what was reached so far (D: ours, said as such). */
export type Disagreement =
  'certain-but-behind' | 'impossible-but-met' | 'estimate-misses' | 'estimate-meets' | 'estimate-below-now'

/** What a manager expects of an indicator for the whole year: the text, how it stands against the full target, and the likelihood. */
export interface Expectation {
  readonly fullYear: string | null
  readonly light: AttainmentLight | null
  readonly likelihood: Likelihood | null
  readonly disagreements: readonly Disagreement[]
}

/** The light of a 全年预计 against the full target; `null` where nothing was stated or it cannot be read as a figure. */
function expectedLight(
  part: MeasureStatus,
  status: IndicatorStatus,
  asOf: Day,
  preset: Preset,
): AttainmentLight | null {
  const text = part.entry?.fullYear
  if (!text) return null
  const reading = readActual(text, status.target)
  if (reading.kind !== 'accepted') return null
  const said = { kind: 'number', value: reading.value } as const
  const asked = { target: status.target, due: 'all', year: yearOf(asOf) } as const
  return attainmentLight(judgePart(part.measure, said, asked, preset), preset)
}

/** Whether a 全年预计 lies below what was reached already, for a target that only more can meet. */
function fallsBack(part: MeasureStatus, { target }: IndicatorStatus): boolean {
  const text = part.entry?.fullYear
  if (!text || part.reported?.kind !== 'number' || target.kind !== 'threshold') return false
  if (target.comparator !== '>=' && target.comparator !== '>') return false
  const reading = readActual(text, target)
  return reading.kind === 'accepted' && reading.value.lt(part.reported.value)
}

const BEHIND: ReadonlySet<AttainmentLight> = new Set(['partial', 'far'])

/** Reads what was stated beside an indicator's value for the year, and where it disagrees. */
export function expectationOf(status: IndicatorStatus, asOf: Day, preset: Preset): Expectation {
  const spoken = status.parts.filter((part) => part.entry?.fullYear || part.entry?.likelihood)
  const [part] = spoken
  if (!part) return { fullYear: null, light: null, likelihood: null, disagreements: [] }
  const light = expectedLight(part, status, asOf, preset)
  const likelihood = part.entry?.likelihood ?? null
  const disagreements: Disagreement[] = []
  if (likelihood === 'certain' && BEHIND.has(status.light)) disagreements.push('certain-but-behind')
  if (likelihood === 'impossible' && status.light === 'met') disagreements.push('impossible-but-met')
  if (likelihood === 'certain' && light !== null && light !== 'met') disagreements.push('estimate-misses')
  if (likelihood === 'impossible' && light === 'met') disagreements.push('estimate-meets')
  if (fallsBack(part, status)) disagreements.push('estimate-below-now')
  return { fullYear: part.entry?.fullYear ?? null, light, likelihood, disagreements }
}
