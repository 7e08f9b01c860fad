import type { AmountRefusal } from '../desk/amountCell'
import type { Money } from '../number/money'
import type { Day } from '../time/day'
import type { Repeated } from './knownPayments'
import type { CheckedSum } from './listSums'
import type { ListRole } from './listHeadings'
import type { UnitFound } from './listUnit'
import type { ListProject, ProjectMatch } from './projectIndex'

/** What a cell says beside an amount, with its heading. */
export interface NamedAmount {
  readonly heading: string
  readonly said: string
}

/** Why a line is not taken without a person's word. Those of `Refused` cannot be ticked at all. */
export type LineDoubt =
  | { readonly kind: 'project'; readonly match: Extract<ProjectMatch, { kind: 'asked' }> }
  | { readonly kind: 'day-asked'; readonly said: string; readonly choices: readonly Day[] }
  | { readonly kind: 'day-elsewhere'; readonly said: string; readonly choices: readonly Day[] }
  | {
      readonly kind: 'scientific' | 'serial-amount' | 'unit-far' | 'unit-clash' | 'unit-other' | 'unit-unsaid'
    }
  | {
      readonly kind:
        | 'both-sides'
        | 'other-side'
        | 'account-side'
        | 'damaged'
        | 'more-cells'
        | 'voucher-scientific'
        | 'refund'
    }
  | { readonly kind: 'total-word' | 'sums-above' | 'no-value' | 'far-over' | 'far-over-total' }
  /** Amounts of one row that say different things, or are parts of one payment and listed as their sum. */
  | { readonly kind: 'two-amounts' | 'in-parts'; readonly amounts: readonly NamedAmount[] }
  | {
      readonly kind: 'requested-only' | 'aside-amount' | 'running-total' | 'aside-day'
      readonly heading: string
    }
  /** The title of its table says that it lists no payments. */
  | { readonly kind: 'other-book'; readonly said: string }
  /** Its unit is another than the plan's department. */
  | { readonly kind: 'other-department'; readonly said: string }
  | { readonly kind: 'rounded'; readonly shown: string }
  /** The number behind its amount is another one than the cell shows (12.00 in a format of 万元). */
  | { readonly kind: 'shown-otherwise'; readonly shown: string; readonly full: string }
  | { readonly kind: 'state' | 'partly' | 'flag'; readonly heading: string; readonly said: string }
  | { readonly kind: 'flow' | 'came-back' | 'spoken-against'; readonly said: string }
  | { readonly kind: 'repeated'; readonly repeated: Repeated }
  /** It names the voucher that it reverses or is reversed by; or another line names this one's. */
  | { readonly kind: 'reverses' | 'reversed'; readonly said: string }
  /** Its sheet sums or repeats others (`sheet` is its own); or another sheet has the same line. */
  | { readonly kind: 'sheet-sums' | 'sheet-repeats'; readonly sheet: string }
  | Refused

/** Why a line cannot be taken as it stands, whatever one answers. */
export type Refused =
  | { readonly kind: 'day-empty' }
  | { readonly kind: 'day-impossible' | 'day-unread'; readonly said: string }
  | { readonly kind: 'other-year' | 'future'; readonly day: Day }

/** What is worth saying of a line that is taken all the same. */
export type LineNote =
  | { readonly kind: 'year-supplied' | 'serial-day'; readonly said: string; readonly day: Day }
  | { readonly kind: 'name-differs'; readonly said: string }
  | { readonly kind: 'was-rounded'; readonly shown: string }
  /** Its amount as written, read in the unit that its own column states. */
  | { readonly kind: 'own-unit'; readonly said: string; readonly unit: 'yuan' | 'wan' }

/** One line of a payment list: its place, what it says, what stands in its way and what is said of it. */
export interface ListLine {
  readonly sheet: string | null
  /** The row as the file counts it, from 1. */
  readonly row: number
  readonly project: ListProject | null
  readonly day: Day | null
  readonly amount: Money
  readonly voucher: string
  readonly memo: string
  /** The project as the line names it, for asking once for all lines that say the same. */
  readonly named: { readonly code: string; readonly name: string }
  readonly doubts: readonly LineDoubt[]
  readonly notes: readonly LineNote[]
}

/** A line with more asked of it; the same line where there is nothing more. */
export function askedMore(line: ListLine, doubts: readonly LineDoubt[]): ListLine {
  return doubts.length === 0 ? line : { ...line, doubts: [...line.doubts, ...doubts] }
}

/** Why a row of the file is no line. */
export type LeftOutWhy =
  | {
      readonly kind:
        | 'footer'
        | 'carried'
        | 'heading'
        | 'numbers'
        | 'no-amount'
        | 'no-value'
        | 'no-payment'
        | 'zero'
        | 'hidden'
        | 'struck'
        | 'total-unread'
        | 'total-aside'
        | 'total-alone'
    }
  /** A hidden sheet, with how many rows it has; `list` says that it is one and can be asked for. */
  | { readonly kind: 'hidden-sheet'; readonly rows: number; readonly list: boolean }
  | { readonly kind: 'not-a-list' }
  /** Headings with a day or an amount alone; `has` is the one that stands there. */
  | { readonly kind: 'half-a-list'; readonly lacks: 'amount' | 'day'; readonly has: string }
  | { readonly kind: 'hidden-columns'; readonly said: readonly string[] }
  | { readonly kind: 'not-paid'; readonly heading: string; readonly said: string }
  | { readonly kind: 'requested'; readonly heading: string; readonly said: string }
  | { readonly kind: 'amount'; readonly said: string; readonly why: AmountRefusal }

export interface LeftOut {
  readonly sheet: string | null
  readonly row: number
  readonly why: LeftOutWhy
}

/** Where the columns of a list are as they were understood, for showing and changing. */
export interface ShownColumns {
  readonly headings: readonly string[]
  readonly columns: ReadonlyMap<ListRole, readonly number[]>
}

/** A payment list understood: every line with its own fate, what was left out, the totals checked. */
export interface PaymentListReading {
  readonly unit: UnitFound
  readonly sheets: readonly string[]
  /** The hidden sheets that are lists: read only when a person says so. */
  readonly hidden: readonly string[]
  /** The sheets whose lines name no project and whose name does: asked once whether it is theirs. */
  readonly namedSheets: readonly { readonly sheet: string; readonly project: ListProject }[]
  readonly shown: ShownColumns
  readonly lines: readonly ListLine[]
  readonly leftOut: readonly LeftOut[]
  readonly sums: readonly CheckedSum[]
}

/** The one kind of question that alone keeps a line from being ticked; `null` where there are none, several, or it cannot be ticked. */
export function onlyQuestion(line: ListLine): LineDoubt['kind'] | null {
  const [first, ...others] = new Set(line.doubts.map(({ kind }) => kind))
  return first !== undefined && others.length === 0 && canTick(line) ? first : null
}

/** A line nothing stands in the way of is ticked by itself. */
export function isTicked(line: ListLine): boolean {
  return line.doubts.length === 0 && line.project !== null && line.day !== null
}

const REFUSED: ReadonlySet<string> = new Set([
  'day-empty',
  'day-impossible',
  'day-unread',
  'other-year',
  'future',
] satisfies Refused['kind'][])

/** Whether a person may tick a line: it has a project and a day, and nothing refuses it. */
export function canTick(line: ListLine): boolean {
  return line.project !== null && line.day !== null && !line.doubts.some(({ kind }) => REFUSED.has(kind))
}
