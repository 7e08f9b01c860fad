import { attainmentLight, type Attainment } from '../status/attainment'
import type { Preset } from '../plan/preset'
import { judgePart, wholeOf, type IndicatorStatus, type MeasureStatus } from '../status/indicatorStatus'
import { shareOf, type BandOpen, type Share } from './share'

/** Why a row has no points yet. None of these is 0, and none lets the sheet have a grade (domain.md §7, §10). */
export type OpenReason = 'unreported' | 'not-judged' | 'no-base' | BandOpen

/** An indicator at the year's end: every part against the full target, and the share its deciding part earns. */
export interface YearEnd {
  readonly attainment: Attainment
  readonly parts: readonly MeasureStatus[]
  readonly share: Share | OpenReason
}

/** Judges an indicator for the year as a whole: totals that build up have reached their full target's day, and what nobody reported is unreported, due or not (domain.md §5, §7). */
export function yearEndOf(status: IndicatorStatus, year: number, preset: Preset): YearEnd {
  const asked = { target: status.target, due: 'all', year } as const
  const parts = status.parts.map((part): MeasureStatus => {
    const said = part.entry ? (part.reported ?? 'unreadable') : 'nothing'
    const attainment = judgePart(part.measure, said, asked, preset)
    return { ...part, attainment, light: attainmentLight(attainment, preset) }
  })
  const attainment = wholeOf(parts)
  return { attainment, parts, share: decidingShare(parts, attainment, status) }
}

function decidingShare(
  parts: readonly MeasureStatus[],
  attainment: Attainment,
  { target }: IndicatorStatus,
): Share | OpenReason {
  if (attainment.kind === 'not-judged') return 'not-judged'
  if (attainment.kind === 'unreported' || attainment.kind === 'not-due') return 'unreported'
  const shares = parts.map((part) =>
    part.reported && (part.attainment.kind === 'met' || part.attainment.kind === 'missed')
      ? shareOf(target, part.reported, part.attainment)
      : null,
  )
  const refused = shares.find((share) => typeof share === 'string')
  if (refused !== undefined) return refused
  const deciding = parts.findIndex((part) => decides(part.attainment, attainment))
  return shares[deciding] ?? 'not-judged'
}

/** Whether a part is the one the whole goes by: the same judgement with the same ratio. */
function decides(part: Attainment, whole: Attainment): boolean {
  if (part === whole) return true
  if (part.kind !== 'met' || whole.kind !== 'met') return false
  return whole.ratio !== null && part.ratio?.eq(whole.ratio) === true
}
