import { cleanCell, saysNothing } from '@/domain/number/cellText'
import { parseDecimal } from '@/domain/number/decimal'
import { visibleText } from '@/domain/number/visibleText'
import { WAN } from '@/domain/number/money'
import { type BudgetUnit, YUAN_IN } from './budgetUnit'

/** What a money cell of a table comes to in 万元: as printed, turned exactly from another unit, blank, or no amount at all. */
export type BudgetReading =
  | { readonly kind: 'printed' | 'converted' | 'not-an-amount'; readonly text: string }
  | { readonly kind: 'blank' }

/** Reads a money cell by the unit its table or label states, 万元 where none is; a unit printed behind the figure comes first. */
export function readBudgetCell(text: string, unit: BudgetUnit): BudgetReading {
  const plain = visibleText(text)
  if (plain === '' || saysNothing(cleanCell(text))) return { kind: 'blank' }
  const [, figure = plain, own] = /^(.*?\d)\s*(百万元|[亿万千百]元|[亿万元])$/.exec(plain) ?? []
  const value = parseDecimal(figure)
  if (value === null) return { kind: 'not-an-amount', text }
  const counted = own === undefined ? unit : unitNamed(own)
  if (counted !== '万元') return { kind: 'converted', text: value.times(YUAN_IN[counted]).div(WAN).toFixed() }
  return { kind: 'printed', text: own === undefined ? text : figure }
}

function unitNamed(own: string): BudgetUnit {
  return (own.endsWith('元') ? own : `${own}元`) as BudgetUnit
}
