import type { Money } from '@/domain/number/money'
import { differenceAmount, signed, type MoneyUnit } from '../figures'
import type { Phrase } from '../phrase'
import type { Yardsticks } from './yardsticks'

/** A gap, where there is one. */
type Gapped = { readonly kind: string } | { readonly kind: string; readonly gap: Money }

/** A gap (元, actual − plan) in words: 差 58.99, 超 12.00, 与计划持平. */
export function gapWord(gap: Money, unit: MoneyUnit): string {
  if (gap.isZero()) return '与计划持平'
  return `${gap.isNegative() ? '差' : '超'} ${differenceAmount(gap, unit)}`
}

/** How the gap to the plan moved; where another checkpoint measures the second day, each gap with the checkpoint it is measured by. */
export function gapClause(before: Gapped, now: Gapped, unit: MoneyUnit, sticks: Yardsticks | null): Phrase {
  if (!('gap' in before) || !('gap' in now)) return []
  const [was, is] = [before.gap, now.gap]
  const then: Phrase[number] = {
    text: gapWord(is, unit),
    tone: is.isNegative() && !is.isZero() && !was.isNegative() ? 'bad' : 'figure',
  }
  if (sticks)
    return [
      { text: `按${sticks.before}计划${gapWord(was, unit)}，${sticks.now}到期后` },
      { ...then, tone: 'figure' },
    ]
  if (is.eq(was)) return [{ text: is.isZero() ? '仍与计划持平' : `仍${gapWord(is, unit)}` }]
  if (was.isZero() || is.isZero() || was.isNegative() !== is.isNegative())
    return [{ text: `由${gapWord(was, unit)}${was.isZero() ? '' : ' '}转为` }, then]
  const wider = is.abs().minus(was.abs())
  return [
    {
      text: `${is.isNegative() ? '差额' : '超出'}由 ${differenceAmount(was, unit)} ${wider.gt(0) ? '扩大到' : '缩小到'} `,
    },
    { text: differenceAmount(is, unit), tone: 'figure' },
    { text: `（${signed(unit === 'wan' ? wider.div(10_000) : wider, 2)}）` },
  ]
}
