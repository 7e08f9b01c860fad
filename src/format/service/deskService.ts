import type { ServiceRefusal } from '@/documents/outcome/serviceRefusal'
import type { Entry } from '@/domain/ledger/entry'
import type { Day } from '@/domain/time/day'
import { serviceRefusalText } from './refusalText'

/** Behind a shared service: whether an entry has reached it or waits to be voided there, and why what was last entered about a subject and day was refused, with that entry's id. */
export interface DeskService {
  readonly reachOf: (id: string) => 'here' | 'server' | null
  refusedAt(subject: string, day: Day): { readonly id: string; readonly why: string } | null
  /** Whether a void of an entry waits: it stands until the service has written that. */
  voiding(id: string): boolean
}

/** What is known of the service, as far as the cells of a grid say it. */
interface Known {
  readonly sync: unknown
  readonly refused: readonly {
    readonly aside: boolean
    readonly refusal: ServiceRefusal
    readonly entries: readonly Entry[]
  }[]
  readonly reachOf: (id: string) => 'here' | 'server' | null
  readonly voiding: ReadonlySet<string>
}

/** What the cells of a grid say of the service; `null` where none serves the page. */
export function deskService({ sync, refused, reachOf, voiding }: Known): DeskService | null {
  if (sync === null) return null
  const why = new Map(
    refused
      .filter(({ aside }) => !aside)
      .flatMap(({ refusal, entries }) =>
        entries.map(
          ({ id, subject, effectiveOn }) =>
            [`${subject}@${effectiveOn}`, { id, why: serviceRefusalText(refusal) }] as const,
        ),
      ),
  )
  return {
    reachOf,
    refusedAt: (subject, day) => why.get(`${subject}@${day}`) ?? null,
    voiding: (id) => voiding.has(id),
  }
}
