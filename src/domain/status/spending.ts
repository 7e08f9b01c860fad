import { settleRivals, UNSETTLED, type Settling } from '../ledger/rivals'
import type { Entry, Payment, SpendingTotal, ZeroSpending } from '../ledger/entry'
import { compareRecording, sameWriter } from '../ledger/entry'
import { countWhile, until } from '../ledger/subjects'
import { money, NOTHING, sumMoney, type Money } from '../number/money'
import { yearOf, type Day } from '../time/day'

/** An entry about spending. */
export type SpendingEntry = Payment | SpendingTotal | ZeroSpending

/**
 * A payment with the total it brings the project to, or a statement (`stated`) with its own; of a day the statement stands last.
 * `unexplained` is 未逐笔说明: what the statement says above the payments of the year up to its day, below nothing where they say more; `null` for a payment.
 */
export interface SpendingLine {
  readonly entry: SpendingEntry
  readonly total: Money
  readonly stated: boolean
  readonly unexplained: Money | null
}

/** Rival totals of one day, the writers' last each, in the order in which they were recorded. */
export interface TotalConflict {
  readonly day: Day
  readonly rivals: readonly { readonly entry: SpendingEntry; readonly total: Money }[]
}

/** What a project spent, from one standpoint: lines in the order of their days, rival totals, and zero reports that state nothing beside money that was spent. */
export interface Spending {
  readonly lines: readonly SpendingLine[]
  readonly conflicts: readonly TotalConflict[]
  readonly silentZeros: readonly ZeroSpending[]
}

/** The total an entry states by itself; `null` of one that states none. A payment of schema 1 may state one beside its amount. */
export function statedBy(entry: Entry): Money | null {
  if (entry.kind === 'spending-total') return entry.amount
  if (entry.kind === 'payment') return entry.stated
  return entry.kind === 'zero-spending' ? NOTHING : null
}

function isSpending(entry: Entry): entry is SpendingEntry {
  return entry.kind === 'payment' || entry.kind === 'spending-total' || entry.kind === 'zero-spending'
}

/** Folds the counting entries of a project, in fold order, into what it spent (domain.md §6): the last statement on or before a day plus the payments after that statement's day. */
export function foldSpending(entries: readonly Entry[], settling: Settling): Spending {
  if (entries.every(isPlain)) return { lines: runningTotals(entries), conflicts: [], silentZeros: [] }
  const own = entries.filter(isSpending)
  if (own.every(isPlain)) return { lines: runningTotals(own), conflicts: [], silentZeros: [] }
  const silentZeros = own.filter(
    (entry): entry is ZeroSpending => entry.kind === 'zero-spending' && moneyBefore(own, entry) !== null,
  )
  const silent = new Set(silentZeros.map(({ id }) => id))
  const lines: SpendingLine[] = []
  const conflicts: TotalConflict[] = []
  let total = NOTHING
  for (const [day, today] of byDay(own)) {
    const statements = today.filter((entry) => statedBy(entry) !== null && !silent.has(entry.id))
    const settled = statements.length === 0 ? null : settleRivals(statements, sameTotal, settling)
    for (const entry of today) {
      if (entry.kind !== 'payment') continue
      total = money(total.plus(entry.amount))
      if (entry !== settled?.shown) lines.push({ entry, total, stated: false, unexplained: null })
    }
    if (!settled) continue
    total = statedBy(settled.shown) ?? NOTHING
    lines.push({ entry: settled.shown, total, stated: true, unexplained: unexplained(own, day, total) })
    if (settled.conflict.length > 0)
      conflicts.push({
        day,
        rivals: settled.conflict.map((entry) => ({ entry, total: statedBy(entry) ?? NOTHING })),
      })
  }
  return { lines, conflicts, silentZeros }
}

function isPlain(entry: Entry): entry is Payment {
  return entry.kind === 'payment' && entry.stated === null
}

/** Where nothing is stated, the payments one after another. */
function runningTotals(payments: readonly Payment[]): SpendingLine[] {
  let total = NOTHING
  return payments.map((entry) => {
    total = money(total.plus(entry.amount))
    return { entry, total, stated: false, unexplained: null }
  })
}

const lineDay = ({ entry }: SpendingLine): Day => entry.effectiveOn

const remembered = new WeakMap<readonly Entry[], Spending>()

/** As `foldSpending` of the entries up to a day, where nothing settles rivals: then no day says anything of an earlier one, and the fold of all is cut off there. Remembered by the entries, which must stand in fold order and never change. */
export function spendingUntil(entries: readonly Entry[], day: Day): Spending {
  const known = remembered.get(entries)
  const whole = known ?? foldSpending(entries, UNSETTLED)
  if (!known) remembered.set(entries, whole)
  return {
    lines: until(whole.lines, day, lineDay),
    conflicts: whole.conflicts.filter((conflict) => conflict.day <= day),
    silentZeros: whole.silentZeros.filter(({ effectiveOn }) => effectiveOn <= day),
  }
}

function byDay(entries: readonly SpendingEntry[]): ReadonlyMap<Day, SpendingEntry[]> {
  const days = new Map<Day, SpendingEntry[]>()
  for (const entry of entries) {
    const today = days.get(entry.effectiveOn)
    if (today) today.push(entry)
    else days.set(entry.effectiveOn, [entry])
  }
  return days
}

function sameTotal(a: SpendingEntry, b: SpendingEntry): boolean {
  return statedBy(a)?.eq(statedBy(b) ?? NOTHING) === true
}

function unexplained(entries: readonly SpendingEntry[], day: Day, total: Money): Money {
  const paid = entries.flatMap((entry) =>
    entry.kind === 'payment' && entry.effectiveOn <= day && yearOf(entry.effectiveOn) === yearOf(day)
      ? entry.amount
      : [],
  )
  return money(total.minus(sumMoney(paid)))
}

/**
 * The payment or statement above 0 on or before a day that a report of zero contradicts; `null` where zero may be said (domain.md §6).
 * `entries` are the counting ones. A statement that its writer has replaced by another of the same day says nothing any more, and neither does
 * his own of the day of the zero, which replaces it.
 */
export function moneyBefore(
  entries: readonly Entry[],
  zero: Pick<Entry, 'effectiveOn' | 'author' | 'account'> & { readonly id?: string },
): Entry | null {
  const isOwn = (entry: Entry) => entry.effectiveOn === zero.effectiveOn && sameWriter(entry, zero)
  const isReplaced = (entry: Entry) =>
    entries.some(
      (later) =>
        statedBy(later) !== null &&
        later.effectiveOn === entry.effectiveOn &&
        sameWriter(entry, later) &&
        compareRecording(entry, later) < 0,
    )
  return (
    entries.find((entry) => {
      if (entry.effectiveOn > zero.effectiveOn || entry.id === zero.id) return false
      if (entry.kind === 'payment' && entry.amount.gt(0)) return true
      return statedBy(entry)?.gt(0) === true && !isOwn(entry) && !isReplaced(entry)
    }) ?? null
  )
}

/** The first day whose money above 0 a zero of a day would contradict, whoever states it: a statement of that very day is replaced; `null` where there is none. */
export function paidBefore(entries: readonly Entry[], day: Day): Day | null {
  const first = entries.find(
    (entry) =>
      entry.effectiveOn <= day &&
      ((entry.kind === 'payment' && entry.amount.gt(0)) ||
        (entry.effectiveOn < day && statedBy(entry)?.gt(0) === true)),
  )
  return first?.effectiveOn ?? null
}

/** The total at the end of a day; `null` when nothing was reported by then. Every spending figure is such a total or the difference of two. */
export function totalAt(lines: readonly SpendingLine[], day: Day): Money | null {
  return until(lines, day, lineDay).at(-1)?.total ?? null
}

/** What a total stated of a day is held against: the total before that day less what was paid back on it, the day that one is of, and what is stated of the day itself; `null` where nothing came before. */
export interface Floor {
  readonly day: Day
  readonly total: Money
  readonly stands: Money | null
}

/** The floor of a day: a cumulative total below it falls, and money that came back is a payment below 0 (domain.md §6). */
export function floorAt(lines: readonly SpendingLine[], day: Day): Floor | null {
  const before = countWhile(lines, (line) => lineDay(line) < day)
  const last = lines[before - 1]
  if (!last) return null
  const today = lines.slice(
    before,
    countWhile(lines, (line) => lineDay(line) <= day),
  )
  const back = today.flatMap(({ entry }) =>
    entry.kind === 'payment' && entry.amount.lt(0) ? entry.amount : [],
  )
  return {
    day: last.entry.effectiveOn,
    total: sumMoney([last.total, ...back]),
    stands: today.find(({ stated }) => stated)?.total ?? null,
  }
}

/** The first statement that covers a payment dated on a day: one on or after it, which the payment explains and does not raise; `null` where it would be added. */
export function coveringStatement(lines: readonly SpendingLine[], day: Day): SpendingLine | null {
  return lines.find((line) => line.stated && line.entry.effectiveOn >= day) ?? null
}
