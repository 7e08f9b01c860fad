import type { Payment } from '../ledger/entry'
import { voidedIds, type Ledger } from '../ledger/ledger'
import type { Money } from '../number/money'
import type { Day } from '../time/day'

/** A payment as duplicates are told by: where it stands, when, how much, under which voucher and for what. */
export interface PaymentMark {
  readonly project: string | null
  readonly day: Day
  readonly amount: Money
  readonly voucher: string
  readonly memo: string
}

/** Why a line may be one that is there already: the same in the ledger (of this project or of another), in the same file, the same but for its voucher, its voucher with another amount, or its voucher and amount on another day. */
export type Repeated =
  | { readonly kind: 'in-ledger' | 'in-file' | 'alike' | 'other-amount' | 'other-day' }
  | { readonly kind: 'other-project'; readonly project: string }

const SIMPLE = /^[\u4E00-\u9FA5a-z0-9-]*$/

/** A mark as it is compared: blanks and letter case do not tell payments apart. */
function plain(text: string): string {
  if (SIMPLE.test(text)) return text
  return text.replaceAll(/[\s\p{Cf}]+/gu, '').toLowerCase()
}

const byVoucher = ({ voucher, day, amount }: PaymentMark) => `${plain(voucher)}|${day}|${amount.toFixed()}`
const byMemo = ({ memo, day, amount }: PaymentMark) => `${plain(memo)}|${day}|${amount.toFixed()}`
const byNumber = ({ project, voucher, amount }: PaymentMark) =>
  `${project}|${plain(voucher)}|${amount.toFixed()}`
const bySize = ({ project, day, amount }: PaymentMark) => `${project}|${day}|${amount.toFixed()}`

function grouped<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const own = groups.get(key(item))
    if (own) own.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}

/** Every payment of a ledger that stands: what was voided may be entered again. */
export function standingPayments(ledger: Ledger): Payment[] {
  return [...ledger.slices.values()].flatMap((slice) => {
    const voided = voidedIds(slice, null)
    return slice.flatMap((entry) => (entry.kind === 'payment' && !voided.has(entry.id) ? entry : []))
  })
}

/** The payments of a ledger that stand, ready to tell repetitions. */
export function knownIn(ledger: Ledger): KnownPayments {
  return new KnownPayments(
    standingPayments(ledger).map(({ subject, effectiveOn, amount, voucher, memo }) => ({
      project: subject,
      day: effectiveOn,
      amount,
      voucher,
      memo,
    })),
  )
}

/** Tells the lines of a list that are there already, in the ledger or further up in the file, with and without vouchers. */
export class KnownPayments {
  private readonly vouchers: Map<string, PaymentMark[]>
  private readonly memos: Map<string, PaymentMark[]>
  private readonly sizes: Map<string, PaymentMark[]>
  private readonly numbers: Map<string, PaymentMark[]>
  private readonly undated: ReadonlySet<string>
  private readonly seen = new Set<string>()
  /** The first line of each voucher, and behind it those asked about so far by voucher and amount: most vouchers stand once. */
  private readonly firsts = new Map<string, PaymentMark>()
  private readonly numbered = new Map<string, PaymentMark[]>()

  constructor(held: readonly PaymentMark[]) {
    this.vouchers = grouped(
      held.filter(({ voucher }) => voucher.trim() !== ''),
      byVoucher,
    )
    this.undated = new Set(held.filter(({ voucher }) => voucher.trim() !== '').map(byNumber))
    this.memos = grouped(held, byMemo)
    this.sizes = grouped(held, bySize)
    this.numbers = grouped(
      held.filter(({ voucher }) => voucher.trim() !== ''),
      ({ project, voucher, day }) => `${project}|${plain(voucher)}|${day}`,
    )
  }

  /** Why a line may be a repetition, `null` when nothing says so. Lines are asked about in the order of the file. */
  repeated(line: PaymentMark): Repeated | null {
    return this.held(line) ?? this.inFile(line)
  }

  /** Why one payment may be a repetition of what stands, whatever else was asked before. */
  held(line: PaymentMark): Repeated | null {
    return this.memos.size === 0 ? null : this.inLedger(line)
  }

  private inLedger(line: PaymentMark): Repeated | null {
    const bare = plain(line.voucher) === ''
    const same = bare
      ? (this.memos.get(byMemo(line)) ?? [])
      : [
          ...(this.vouchers.get(byVoucher(line)) ?? []),
          ...(this.memos.get(byMemo(line)) ?? []).filter(({ voucher }) => voucher.trim() === ''),
        ]
    const own = same.find(({ project }) => project === line.project)
    if (own) return { kind: 'in-ledger' }
    const [other] = bare && line.project !== null ? [] : same
    if (other?.project) return { kind: 'other-project', project: other.project }
    const sized = this.sizes.get(bySize(line)) ?? []
    if (sized.some(({ voucher }) => (plain(voucher) === '') !== bare)) return { kind: 'alike' }
    const numbered = bare
      ? []
      : (this.numbers.get(`${line.project}|${plain(line.voucher)}|${line.day}`) ?? [])
    if (numbered.length > 0) return { kind: 'other-amount' }
    return !bare && this.undated.has(byNumber(line)) ? { kind: 'other-day' } : null
  }

  private inFile(line: PaymentMark): Repeated | null {
    const voucher = plain(line.voucher)
    if (voucher === '') {
      const marked = `${line.project}|${byMemo(line)}`
      if (this.seen.has(marked)) return { kind: 'in-file' }
      this.seen.add(marked)
      return null
    }
    const first = this.firsts.get(voucher)
    if (!first) {
      this.firsts.set(voucher, line)
      return null
    }
    const same = this.numberedAs(voucher, line)
    if (same.length === 0 && first.amount.eq(line.amount)) same.push(first)
    if (same.some(({ day }) => day === line.day)) return { kind: 'in-file' }
    if (same.some(({ project }) => project === line.project)) return { kind: 'other-day' }
    same.push(line)
    return null
  }

  private numberedAs(voucher: string, { amount }: PaymentMark): PaymentMark[] {
    const number = `${voucher}|${amount.toFixed()}`
    const known = this.numbered.get(number)
    if (known) return known
    const fresh: PaymentMark[] = []
    this.numbered.set(number, fresh)
    return fresh
  }
}
