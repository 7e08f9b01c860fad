import { sumMoney, type Money } from '../../number/money'
import { monthOf } from '../../time/day'
import { isPeriodWord, isSumWord } from '../lineWords'
import type { ListLine } from '../paymentList'
import type { RowCells } from '../rowCells'

/** Headings of who was paid. */
const PAYEE = /收款|领款|供应商|对方|对手|户名/
/** A sum has two addends at least; what equals one line alone may be the next payment of the same amount. */
const FEWEST = 2

/** What some lines come to, and how many they are. */
interface Running {
  readonly sum: Money
  readonly count: number
}

/** The amounts of lines by what a sum may be of: all of them, a project, a month, a project's month. */
class Sums {
  private readonly running = new Map<string, Running>()

  private static of({ project, named, day }: ListLine): readonly string[] {
    const own = project?.id ?? `${named.code} ${named.name}`
    const month = day === null ? null : monthOf(day)
    return ['', `of ${own}`, ...(month === null ? [] : [`in ${month}`, `of ${own} in ${month}`])]
  }

  add(line: ListLine): void {
    for (const key of Sums.of(line)) {
      const { sum, count } = this.running.get(key) ?? { sum: null, count: 0 }
      this.running.set(key, {
        sum: sum === null ? line.amount : sumMoney([sum, line.amount]),
        count: count + 1,
      })
    }
  }

  reach(line: ListLine): boolean {
    return Sums.of(line).some((key) => {
      const own = this.running.get(key)
      return own !== undefined && own.count >= FEWEST && own.sum.eq(line.amount)
    })
  }

  clear(): void {
    this.running.clear()
  }
}

/**
 * The lines that come to what stands above them and that nothing shows to be a payment of their own: without a voucher where others have one, or with neither
 * voucher nor payee. What is summed is all so far or since the last sum, of all, of the project, of the month. `totals` are the rows of sums, from 0.
 */
export function sumsAbove(
  lines: readonly ListLine[],
  cells: RowCells,
  totals: readonly number[],
): ReadonlySet<ListLine> {
  const vouched = lines.some(({ voucher }) => voucher !== '')
  const payees = cells.unknown().filter((column) => PAYEE.test(cells.heading(column)))
  const bare = ({ row, voucher }: ListLine) =>
    voucher === '' && (vouched || payees.every((column) => cells.at(row - 1, column) === ''))
  const found = new Set<ListLine>()
  if (!lines.some(bare)) return found
  const [all, run] = [new Sums(), new Sums()]
  let passed = 0
  for (const line of lines) {
    for (; (totals[passed] ?? line.row) < line.row - 1; passed += 1) run.clear()
    if (bare(line) && (all.reach(line) || run.reach(line))) found.add(line)
    if (found.has(line) || isSumWord(line.memo) || isPeriodWord(line.memo)) run.clear()
    else for (const sums of [all, run]) sums.add(line)
  }
  return found
}
