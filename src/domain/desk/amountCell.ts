import {
  cleanCell,
  LONGEST_VALUE,
  misgrouped,
  parseScientific,
  saysNothing,
  serialDay,
  spreadsheetFault,
} from '../number/cellText'
import { Decimal, parseDecimal } from '../number/decimal'
import { money, NOTHING, WAN, type Money } from '../number/money'
import type { Unit } from '../plan/target'

/** The unit a column of amounts is in unless a cell names its own. */
export type AmountUnit = 'wan' | 'yuan'

/** The unit that the heading or title of a column states, in a table from elsewhere. */
export type ColumnUnit =
  AmountUnit | 'thousand' | 'hundred-thousand' | 'million' | 'ten-million' | 'hundred-million'

/** What an amount cell is read against: the column's unit, and where known the 全年预算数 and the fiscal year. */
export interface AmountContext {
  readonly unit: ColumnUnit
  readonly budget?: Money | null
  readonly year?: number | null
}

/** Why an amount cell is refused. */
export type AmountRefusal =
  | { readonly reason: 'too-narrow' | 'error-value' | 'date' | 'not-a-number' | 'grouping' }
  | { readonly reason: 'percent' | 'too-fine' | 'too-large' }
  | { readonly reason: 'other-unit'; readonly entered: Unit }

/** What an amount cell came to, in 元. `doubtful` asks, offering a `suggestion` and the plain reading; `empty` is no entry, never 0. */
export type AmountReading =
  | { readonly kind: 'accepted'; readonly amount: Money }
  | {
      readonly kind: 'doubtful'
      readonly reason: 'scientific' | 'serial-date' | 'ten-thousand' | 'far-over'
      readonly suggestion: Money
      readonly asRead: Money
    }
  | ({ readonly kind: 'refused' } & AmountRefusal)
  | { readonly kind: 'empty' }

const UNITS: Readonly<Record<string, string>> = {
  元: '1',
  圆: '1',
  千元: '1000',
  万: '10000',
  万元: '10000',
  百万元: '1000000',
  千万元: '10000000',
  亿: '100000000',
  亿元: '100000000',
}

const COLUMN_SIZE: Readonly<Record<ColumnUnit, Decimal>> = {
  yuan: new Decimal(1),
  thousand: new Decimal(1000),
  wan: WAN,
  'hundred-thousand': new Decimal(100_000),
  million: new Decimal(1_000_000),
  'ten-million': new Decimal(10_000_000),
  'hundred-million': new Decimal(100_000_000),
}

const CURRENCY = '(?:[￥¥]|人民币|rmb|cny)'
const SIGN = '(?:[-+]|负)'
const FIGURE = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:e[+-]?\d{1,2})?|\.\d+)`
const AMOUNT = new RegExp(
  `^(${SIGN})? ?(?:${CURRENCY})? ?(${SIGN})? ?(\\()? ?(?:${CURRENCY})? ?(${FIGURE}) ?([^\\d\\s().,]{1,6})? ?(\\))? ?([^\\d\\s().,]{1,6})?$`,
  'i',
)

/**
 * Reads an amount as typed or pasted: 千分位, full-width digits, ￥, a minus or 负 or accounting parentheses; a unit in the cell wins over the column's.
 * `0` is kept as 0, a dash or 无 is no entry; finer than 分 is refused (domain.md §3, §10).
 */
export function readAmountCell(text: string, context: AmountContext): AmountReading {
  const plain = cleanCell(text)
  if (saysNothing(plain)) return { kind: 'empty' }
  const fault = spreadsheetFault(plain)
  if (fault) return { kind: 'refused', reason: fault }
  const match = plain.length > LONGEST_VALUE ? null : AMOUNT.exec(plain)
  if (!match) return { kind: 'refused', reason: misgrouped(plain) ? 'grouping' : 'not-a-number' }
  const [, before, after, opened, figure = '', inner, closed, outer] = match
  if (
    (opened === undefined) !== (closed === undefined) ||
    [before, after, opened].filter(Boolean).length > 1
  ) {
    return { kind: 'refused', reason: 'not-a-number' }
  }
  if (inner !== undefined && outer !== undefined) return { kind: 'refused', reason: 'not-a-number' }
  const named = (inner ?? outer)?.replace(/整$/, '')
  if (named === '%' || named === '百分比') return { kind: 'refused', reason: 'percent' }
  const size = named === undefined ? COLUMN_SIZE[context.unit] : UNITS[named]
  if (size === undefined) {
    return { kind: 'refused', reason: 'other-unit', entered: { kind: 'other', printed: named ?? '' } }
  }
  const negative = opened !== undefined || /^(?:-|负)$/.test(before ?? after ?? '')
  return readFigure(figure, size, negative, named ?? null, context)
}

const TOO_LARGE = new Decimal('1e12')
const MOST_PLACES = 12

function readFigure(
  figure: string,
  size: Decimal | string | null,
  negative: boolean,
  named: string | null,
  context: AmountContext,
): AmountReading {
  const scientific = parseScientific(figure)
  const value = scientific ?? parseDecimal(figure.startsWith('.') ? `0${figure}` : figure)
  if (!value) return { kind: 'refused', reason: 'not-a-number' }
  if (value.decimalPlaces() > MOST_PLACES) return { kind: 'refused', reason: 'too-fine' }
  const inYuan = size === null ? value : value.times(size)
  if (inYuan.gte(TOO_LARGE)) return { kind: 'refused', reason: 'too-large' }
  if (inYuan.decimalPlaces() > 2) return { kind: 'refused', reason: 'too-fine' }
  const amount = inYuan.isZero() ? NOTHING : money(negative ? inYuan.neg() : inYuan)
  if (scientific) return { kind: 'doubtful', reason: 'scientific', suggestion: amount, asRead: amount }
  const suspected = otherUnit(amount, { ...context, unit: writtenUnit(named, context.unit) })
  if (suspected) return { kind: 'doubtful', reason: 'ten-thousand', suggestion: suspected, asRead: amount }
  if (isFarOver(amount, context.budget ?? null))
    return { kind: 'doubtful', reason: 'far-over', suggestion: amount, asRead: amount }
  if (named === null && !negative && serialDay(figure, context.year ?? null) !== null) {
    return { kind: 'doubtful', reason: 'serial-date', suggestion: amount, asRead: amount }
  }
  return { kind: 'accepted', amount }
}

const FAR_OVER = 10
const FAR_UNDER = 1000

/** The unit that may be mistaken for the other one: the one written beside the figure, else the column's. */
function writtenUnit(named: string | null, column: ColumnUnit): AmountUnit {
  const unit = named ?? column
  return unit === 'yuan' || unit === '元' || unit === '圆' ? 'yuan' : 'wan'
}

const MOST_OVER = 2

/** Whether an amount is more than twice the 全年预算数: no overspending, a slip of the unit or of a digit, until somebody says otherwise (D). */
export function isFarOver(amount: Money, budget: Money | null): boolean {
  if (budget !== null && amount.e < budget.e) return false
  return budget !== null && budget.gt(0) && amount.abs().gt(budget.times(MOST_OVER))
}

/** The amount as it would be in the other unit, when only that fits the budget: 元 pasted into a 万元 column, or 万元 into 元 (D). */
export function otherUnit(amount: Money, { unit, budget }: AmountContext): Money | null {
  if (!budget?.gt(0) || amount.isZero()) return null
  const size = amount.abs()
  if (unit === 'wan') {
    const less = amount.div(WAN)
    const fits = less.abs().lte(budget.times(1.5)) && less.decimalPlaces() <= 2
    return size.gt(budget.times(FAR_OVER)) && fits ? money(less) : null
  }
  const more = amount.times(WAN)
  const fits = more.abs().lte(budget.times(1.5)) && more.abs().gte(budget.div(100))
  return size.times(FAR_UNDER).lt(budget) && fits ? money(more) : null
}
