import { Decimal, HUNDRED } from '../number/decimal'
import { visibleText } from '../number/visibleText'
import {
  parseQuantity,
  sameUnit,
  splitComparator,
  type Comparator,
  type Target,
  type Unit,
} from '../plan/target'

/** What an entered 实际完成值 came to. `doubtful` asks before it counts; `refused` says why and nothing counts (domain.md §5). */
export type ActualReading =
  | { readonly kind: 'accepted'; readonly value: Decimal; readonly over100: boolean }
  | {
      readonly kind: 'doubtful'
      readonly reason: 'fraction'
      readonly value: Decimal
      readonly suggestion: Decimal
    }
  | {
      readonly kind: 'refused'
      readonly reason: 'empty' | 'not-a-number' | 'needs-band' | 'needs-date' | 'other-sign'
    }
  | {
      readonly kind: 'refused'
      readonly reason: 'other-unit'
      readonly entered: Unit
      readonly expected: Unit
    }

/** Reads an entered actual against its target: the sign may be repeated, the unit dropped; another sign or unit is refused (`<95%` is no 95), `0.95` for a rate is asked about. */
export function readActual(text: string, target: Target): ActualReading {
  const plain = visibleText(text)
  if (plain === '') return { kind: 'refused', reason: 'empty' }
  if (target.kind === 'qualitative') return { kind: 'refused', reason: 'needs-band' }
  if (target.kind === 'date') return { kind: 'refused', reason: 'needs-date' }
  const signed = splitComparator(plain)
  const quantity = parseQuantity(signed?.rest ?? plain)
  if (!quantity) return { kind: 'refused', reason: 'not-a-number' }
  if (signed && signed.comparator !== '=' && signed.comparator !== signOf(target)) {
    return { kind: 'refused', reason: 'other-sign' }
  }
  const bare = quantity.unit.kind === 'other' && quantity.unit.printed === ''
  if (!bare && !sameUnit(quantity.unit, target.unit)) {
    return { kind: 'refused', reason: 'other-unit', entered: quantity.unit, expected: target.unit }
  }
  const { value } = quantity
  if (target.unit.kind !== 'percent') return { kind: 'accepted', value, over100: false }
  if (bare && value.gt(0) && value.lte(1) && bound(target).gt(1)) {
    return { kind: 'doubtful', reason: 'fraction', value, suggestion: value.times(HUNDRED) }
  }
  return { kind: 'accepted', value, over100: value.gt(HUNDRED) }
}

function signOf(target: Extract<Target, { unit: Unit }>): Comparator | null {
  return target.kind === 'threshold' ? target.comparator : null
}

function bound(target: Extract<Target, { unit: Unit }>): Decimal {
  return target.kind === 'range' ? target.high : target.value
}
