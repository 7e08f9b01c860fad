import { withoutNoteMark } from '../noteMark'
import { headLabel, isSum } from '../headings'
import type { HeadLabel } from '../labels'
import { readBudgetCell } from './budgetCell'

/** The amounts that a plan holds of a project. */
export type Money = 'total' | 'fiscal' | 'other'

const MONEY: ReadonlySet<HeadLabel | null> = new Set<HeadLabel>(['total', 'fiscal', 'other'])

/** Whether a label names one of the amounts of a plan. */
export function isMoney(label: HeadLabel | null): label is Money {
  return MONEY.has(label)
}

/** The amount that a label names; 合计 among amounts is their total. */
export function moneyOf(text: string): Money | null {
  if (isSum(text)) return 'total'
  const label = headLabel(text)
  return isMoney(label) ? label : null
}

/** Whether a text is an amount, whatever its unit. */
export function isReadableAmount(text: string): boolean {
  const { kind } = readBudgetCell(withoutNoteMark(text)?.text ?? text, '万元')
  return kind === 'printed' || kind === 'converted'
}
