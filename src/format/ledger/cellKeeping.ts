import type { ServiceRefusal } from '@/documents/outcome/serviceRefusal'
import type { Entry } from '@/domain/ledger/entry'
import type { Positions } from '@/domain/ledger/receipts'
import type { Day } from '@/domain/time/day'
import type { Reach } from '../savedText'
import { serviceRefusalText } from '../service/refusalText'

/** How what stands in the cells of a grid is kept: how far entries have come; and behind a shared service why what was last entered about a subject and day was refused, with that entry. */
export interface CellKeeping {
  /** The least far of these entries. */
  reachOf(ids: readonly string[]): Reach
  refusedAt(
    subject: string,
    day: Day,
    part: string | null,
  ): { readonly entry: Entry; readonly why: string } | null
  /** Whether a void of an entry waits: it stands until the service has written that. */
  voiding(id: string): boolean
  /** Where each entry stands in the order of the service. */
  readonly positions: Positions
}

/** What is known of the keeping, as far as the cells of a grid say it. */
interface Known {
  readonly whereLies: (id: string) => 'kept' | 'page' | 'unsure'
  readonly refused: readonly {
    readonly aside: boolean
    readonly refusal: ServiceRefusal
    readonly entries: readonly Entry[]
  }[]
  readonly reachOf: (id: string) => 'here' | 'server' | null
  readonly voiding: ReadonlySet<string>
  readonly positions: Positions
}

const LEAST_FIRST: readonly Reach[] = ['page', 'unsure', 'here', 'server']

/** What the cells of a grid say of the keeping: of this page's storage, and of the service where one serves the page. */
export function cellKeeping({ whereLies, refused, reachOf, voiding, positions }: Known): CellKeeping {
  const why = new Map(
    refused
      .filter(({ aside }) => !aside)
      .flatMap(({ refusal, entries }) =>
        entries.map((entry) => {
          const part = entry.kind === 'indicator-actual' ? entry.measure : null
          const cell = cellOf(entry.subject, entry.effectiveOn, part)
          return [cell, { entry, why: serviceRefusalText(refusal) }] as const
        }),
      ),
  )
  const reach = (id: string): Reach => {
    const lies = whereLies(id)
    return lies === 'kept' ? reachOf(id) : lies
  }
  return {
    positions,
    reachOf: (ids) => {
      const all = new Set(ids.map(reach))
      return LEAST_FIRST.find((one) => all.has(one)) ?? null
    },
    refusedAt: (subject, day, part) => why.get(cellOf(subject, day, part)) ?? null,
    voiding: (id) => voiding.has(id),
  }
}

function cellOf(subject: string, day: Day, part: string | null): string {
  return `${subject}@${day}@${part ?? ''}`
}
