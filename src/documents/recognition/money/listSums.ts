import { type Decimal, parseDecimal, ZERO } from '@/domain/number/decimal'
import type { SourceCell } from '../../reading/sourceDocument'
import { type Row, textOf } from '../documentRows'
import type { Account } from '../facts/account'
import type { BudgetRows } from './budgetRows'
import type { BudgetUnit } from './budgetUnit'
import type { Money } from './moneyNames'

/** An amount in a row of sums, with its heading and the unit that this states. */
export interface SumCell {
  readonly name: Money
  readonly label: SourceCell | null
  readonly cell: SourceCell
  readonly unit: BudgetUnit | null
}

interface SumRow {
  readonly row: Row
  readonly cells: readonly SumCell[]
  readonly list: number
  /** How many projects of the document's lists stand above it. */
  readonly above: number
}

type Range = readonly [from: number, to: number]

/** The rows of lists that state sums (小计, 合计), held against the projects that were read: one that disagrees tells of a project that was not, or of an amount that is wrong. */
export class ListSums {
  private readonly budgets: BudgetRows[] = []
  private readonly begun: number[] = []
  private readonly rows: SumRow[] = []

  constructor(private readonly account: Account) {}

  /** A list begins, with headings of its own. */
  begin(): void {
    this.begun.push(this.budgets.length)
  }

  addProject(budget: BudgetRows): void {
    this.budgets.push(budget)
  }

  addSum(row: Row, cells: readonly SumCell[]): void {
    const filled = cells.filter(({ cell }) => textOf(cell) !== '')
    this.rows.push({ row, cells: filled, list: this.begun.length - 1, above: this.budgets.length })
  }

  /** Names the sums that are neither of all projects, of one list, nor of those up to a row of sums above or below, with what was read. */
  check(): void {
    const [first] = this.budgets
    if (!first || this.rows.length === 0) return
    const sums = {
      total: this.running('total'),
      fiscal: this.running('fiscal'),
      other: this.running('other'),
    }
    const sumOf = (name: Money, [from, to]: Range) => (sums[name][to] ?? ZERO).minus(sums[name][from] ?? ZERO)
    for (const [at, { row, cells }] of this.rows.entries()) {
      const ranges = this.rangesOf(at)
      const wrong = cells.filter(({ name, label, cell, unit }) => {
        const stated = first.amountOf(label, cell, unit)
        return stated !== null && !ranges.some((range) => sumOf(name, range).eq(stated))
      })
      const [one] = wrong
      const [range] = ranges
      if (!one || !range) continue
      const lead = row.cells.filter((cell) => textOf(cell) !== '').slice(0, 1)
      const named = new Set([...lead, ...wrong.map(({ cell }) => cell)])
      this.account.sumIssue(row.table, [...named], sumOf(one.name, range).toFixed())
    }
  }

  /** Which projects a row of sums may be of, first those it most likely is. */
  private rangesOf(at: number): readonly Range[] {
    const { row, list, above } = this.rows[at] as SumRow
    const [begin, end] = [this.begun[list] ?? 0, this.begun[list + 1] ?? this.budgets.length]
    const near = (other: SumRow | undefined) => (other?.list === list ? other.above : undefined)
    const [before, after] = [near(this.rows[at - 1]) ?? begin, near(this.rows[at + 1]) ?? end]
    const parts: Range[] = [
      [before, above],
      [above, after],
    ]
    const wholes: Range[] = [
      [begin, end],
      [begin, above],
      [above, end],
      [0, above],
      [0, this.budgets.length],
    ]
    const isPart = row.cells.some((cell) => textOf(cell).includes('小计'))
    return [...(isPart ? parts : []), ...wholes, ...parts].filter(([from, to]) => from < to)
  }

  /** The sum of one amount over the first projects, for every number of them; one that is blank adds nothing. */
  private running(name: Money): readonly Decimal[] {
    const sums = [ZERO]
    for (const { values } of this.budgets)
      sums.push((sums.at(-1) ?? ZERO).plus(parseDecimal(values.get(name)?.value ?? '') ?? ZERO))
    return sums
  }
}
