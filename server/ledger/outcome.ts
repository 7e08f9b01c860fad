import type { EntryIssue } from '@/documents/outcome/entryIssue'
import type { AsideReason } from '@/domain/ledger/aside'
import type { Entry, Moment } from '@/domain/ledger/entry'
import type { Role } from '@/domain/ledger/role'
import type { Refusal } from '@/domain/work/decide'

/** An entry as it stands in the service: its place, when it was received, how it came and by which account, and its text. */
export interface StoredRow {
  readonly position: number
  readonly id: string
  readonly receivedAt: Moment
  readonly via: string
  readonly account: string
  readonly body: string
}

/** Why a step is not taken; nothing of it is. `index` is the first entry that is refused. */
export type StepRefusal =
  /** An entry cannot be read, belongs to another plan or to nothing of this one, or stands twice. */
  | {
      readonly kind: 'unreadable'
      readonly index: number
      readonly issues: readonly (EntryIssue | { readonly kind: 'unknown-subject' | 'twice' | 'old-schema' })[]
    }
  /** Author, account or role are not the sender's. */
  | { readonly kind: 'not-yourself'; readonly index: number }
  | { readonly kind: 'not-granted'; readonly index: number; readonly role: Role | null }
  | { readonly kind: 'mixed-roles'; readonly index: number }
  /** A clock that is ahead: by so many ms. */
  | { readonly kind: 'clock'; readonly index: number; readonly ahead: number; readonly now: Moment }
  /** The same ids are here with other content (or in another plan). */
  | { readonly kind: 'differing'; readonly ids: readonly string[] }
  /** A decisive act whose slice moved since it was decided: what came meanwhile. */
  | {
      readonly kind: 'moved'
      readonly index: number
      readonly since: number
      readonly news: readonly StoredRow[]
    }
  /** The ledger was restored since: read it anew. */
  | { readonly kind: 'epoch'; readonly epoch: string }
  | { readonly kind: 'unknown-plan' }
  /** What the domain's own gate says (`decide`). */
  | { readonly kind: 'refused'; readonly index: number; readonly refusal: Refusal }
  /** What would be kept aside at once, counting for nothing. */
  | { readonly kind: 'aside'; readonly index: number; readonly because: AsideReason }

/** What became of a step. `rows` are those of its entries that are in the ledger now, in order; `added` of them are new. */
export type StepOutcome =
  | {
      readonly ok: true
      readonly head: number
      readonly epoch: string
      readonly added: number
      readonly known: number
      readonly rows: readonly StoredRow[]
    }
  | { readonly ok: false; readonly head: number; readonly refusal: StepRefusal }

/** Who sends a step: an account and what it was granted for this plan. */
export interface Sender {
  readonly id: string
  readonly name: string
  readonly grants: readonly { readonly role: Role; readonly project: string | null }[]
}

/** One step as it was sent, read. `basedOn` is the position its author had read to. */
export interface Step {
  readonly sender: Sender
  readonly epoch: string
  readonly basedOn: number
  readonly entries: readonly Entry[]
  readonly via: 'own' | 'handover'
}
