import { isAside, isPart, isWhole } from './amountWords'
import type { ListLayout } from './listLayout'

/** The columns a payment's amount is read from: the one chosen, its parts where several stand side by side, the column of their sum, and the columns that might be the amount instead. */
export interface AmountColumns {
  readonly column: number | undefined
  /** Columns that are parts of one payment (直接支付, 授权支付), empty where another column has the whole of it. */
  readonly parts: readonly number[]
  readonly whole: number | undefined
  readonly rivals: readonly number[]
  /** Columns under words nobody knows: a figure to the 分 there may be the amount too. */
  readonly strange: readonly number[]
  /** Whether the chosen column is a sum, a plan or a price by its heading, so that a person chose it. */
  readonly aside: boolean
}

const LIKE_MONEY = /(?:金额|数额|总额|额|款项?|费|价款?|总价|[(（](?:人民币)?(?:元|万元|千元)[)）])$/

/** Sorts the columns of amounts of a table; `headingOf` gives a heading as it is compared. What a person chose has no rivals. */
export function amountColumns(
  { columns, headings, chosen }: ListLayout,
  headingOf: (column: number) => string,
): AmountColumns {
  const amounts = columns.get('amount') ?? []
  const parts = amounts.filter((column) => isPart(headingOf(column)))
  const others = amounts.filter((column) => !parts.includes(column))
  const whole = others.find((column) => isWhole(headingOf(column)))
  const own = others.filter((column) => column !== whole)
  const column = own[0] ?? parts[0] ?? whole
  const heading = column === undefined ? '' : headingOf(column)
  const aside = isAside(heading) && !isPart(heading)
  const apart = own.length === 0 && parts.length > 1
  if (column === undefined || chosen.includes(column))
    return {
      column,
      parts: apart || parts.includes(column ?? -1) ? parts : [],
      whole,
      rivals: [],
      strange: [],
      aside,
    }
  const taxed = heading === '价税合计'
  const paid = /付|支出|拨/.test(heading)
  const read = new Set([...columns.values()].flat())
  const rivals = headings.flatMap((heading, at) => {
    const plain = headingOf(at)
    if (at === column || at === whole || parts.includes(at) || isAside(plain)) return []
    if (plain === '价税合计') return paid ? [] : at
    if (taxed && /^(?:金额|货款|价款|合计金额)$/.test(plain)) return []
    return own.includes(at) || (!read.has(at) && LIKE_MONEY.test(heading.trim()) && plain.length > 1)
      ? at
      : []
  })
  const strange = headings.flatMap((_, at) =>
    read.has(at) || rivals.includes(at) || isAside(headingOf(at)) ? [] : at,
  )
  return { column, parts: apart ? parts : [], whole, rivals, strange, aside }
}
