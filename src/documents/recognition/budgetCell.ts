import type { AmountUnit } from '@/domain/desk/amountCell'
import { cleanCell, saysNothing } from '@/domain/number/cellText'
import { parseDecimal } from '@/domain/number/decimal'
import { visibleText } from '@/domain/number/visibleText'
import { WAN } from '@/domain/number/money'

/** What a money cell of a table comes to in 万元: as printed, turned exactly from 元, blank, or no amount at all. */
export type BudgetReading =
  | { readonly kind: 'printed' | 'converted' | 'not-an-amount'; readonly text: string }
  | { readonly kind: 'blank' }

/** Reads a money cell by the unit its table or label states, 万元 where none is; a unit printed behind the figure comes first. */
export function readBudgetCell(text: string, unit: AmountUnit): BudgetReading {
  const plain = visibleText(text)
  if (plain === '' || saysNothing(cleanCell(text))) return { kind: 'blank' }
  const [, figure = plain, own] = /^(.*?\d)\s*(万元|万|元)$/.exec(plain) ?? []
  const value = parseDecimal(figure)
  if (value === null) return { kind: 'not-an-amount', text }
  if (own === '元' || (own === undefined && unit === 'yuan')) {
    return { kind: 'converted', text: value.div(WAN).toFixed() }
  }
  return { kind: 'printed', text: own === undefined ? text : figure }
}
