import type { Decimal } from '@/domain/number/decimal'
import type { Target } from '@/domain/plan/target'

/** A bullet in parts of its width (0…1): where the threshold stands, which side it allows, how far the value reaches, where the full measure ends. */
export interface Bullet {
  readonly threshold: number
  readonly allowed: { readonly from: number; readonly to: number }
  readonly notch: boolean
  readonly value: number | null
  /** Where the value of the day compared with stood. */
  readonly before: number | null
  readonly end: number | null
}

const AIR = 1.08

/** Lays out a value against its target: ≥ allows the right, ≤ the left, = is a notch; the axis goes beyond the larger of target and actual, over-attainment past the end. `null` for targets that are no quantity. */
export function bullet(target: Target, value: Decimal | null, before: Decimal | null = null): Bullet | null {
  if (target.kind !== 'threshold' && target.kind !== 'range') return null
  const low = (target.kind === 'range' ? target.low : target.value).toNumber()
  const high = (target.kind === 'range' ? target.high : target.value).toNumber()
  const actual = value?.toNumber() ?? null
  const earlier = before?.toNumber() ?? null
  const full = target.unit.kind === 'percent' ? 100 : null
  const reach = Math.max(full ?? 0, high * (full === null ? 1.25 : 1), actual ?? 0, earlier ?? 0)
  const most = Math.max(reach, Number.MIN_VALUE) * AIR
  const at = (quantity: number) => Math.max(0, Math.min(1, quantity / most))
  const comparator = target.kind === 'range' ? 'range' : target.comparator
  const allowed =
    comparator === '>=' || comparator === '>'
      ? { from: at(low), to: 1 }
      : comparator === '<=' || comparator === '<'
        ? { from: 0, to: at(high) }
        : { from: at(low), to: at(high) }
  return {
    threshold: comparator === '<=' || comparator === '<' ? at(high) : at(low),
    allowed,
    notch: comparator === '=',
    value: actual === null ? null : at(actual),
    before: earlier === null ? null : at(earlier),
    end: full === null ? null : at(full),
  }
}
