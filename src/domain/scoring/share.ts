import type { Attainment, Band, Reported } from '../status/attainment'
import { HUNDRED, ZERO, type Decimal } from '../number/decimal'
import { withinBand } from '../status/band'
import type { Target } from '../plan/target'

/** Why a missed target has no ratio to score: a target of 0, a negative figure, a day too late (domain.md §5: met or 0). */
export type NoShare = 'zero-target' | 'negative' | 'late'

/** How much of its points an indicator earns, as the two numbers to divide, so that points are worked out in one exact step. */
export type Share =
  | { readonly kind: 'full' }
  | { readonly kind: 'part'; readonly part: Decimal; readonly whole: Decimal }
  | { readonly kind: 'band'; readonly band: Band; readonly percent: Decimal }
  | { readonly kind: 'none'; readonly why: NoShare }

/** Why a judged band still has no points: none given yet, or points outside the band, which are refused (domain.md §7). */
export type BandOpen = 'band-without-points' | 'outside-band'

/** The share a judged target earns; its quotient is the attainment's ratio, kept as the numbers it is made of. */
export function shareOf(
  target: Target,
  reported: Reported,
  attainment: Extract<Attainment, { kind: 'met' | 'missed' }>,
): Share | BandOpen {
  if (reported.kind === 'band') {
    const { band, percent } = reported
    if (percent === null) return 'band-without-points'
    return withinBand(band, percent) ? { kind: 'band', band, percent } : 'outside-band'
  }
  if (attainment.kind === 'met') return { kind: 'full' }
  if (reported.kind === 'day') return { kind: 'none', why: 'late' }
  const { value } = reported
  if (target.kind === 'range') {
    return value.lt(target.low) ? quotient(value, target.low, value) : quotient(target.high, value, value)
  }
  if (target.kind !== 'threshold') return { kind: 'none', why: 'late' }
  if (target.value.isZero()) return { kind: 'none', why: value.lt(0) ? 'negative' : 'zero-target' }
  const atMost = target.comparator === '<=' || target.comparator === '<'
  return atMost ? quotient(target.value, value, value) : quotient(value, target.value, value)
}

function quotient(part: Decimal, whole: Decimal, actual: Decimal): Share {
  if (part.lt(0) || whole.lt(0)) return { kind: 'none', why: 'negative' }
  if (whole.isZero() || (part.isZero() && !actual.isZero())) return { kind: 'none', why: 'zero-target' }
  return { kind: 'part', part, whole }
}

const ONE = HUNDRED.div(HUNDRED)

/** The share as a number in 0…1. */
export function ratioOf(share: Share): Decimal {
  switch (share.kind) {
    case 'full':
      return ONE
    case 'part':
      return share.part.div(share.whole)
    case 'band':
      return share.percent.div(HUNDRED)
    case 'none':
      return ZERO
  }
}
