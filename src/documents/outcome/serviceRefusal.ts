import type { AsideReason } from '@/domain/ledger/aside'
import type { Role } from '@/domain/ledger/role'
import type { Refusal } from '@/domain/work/decide'

/** What others wrote meanwhile: its place, when the service received it, and the entry as it stands. */
export interface News {
  readonly position: number
  readonly receivedAt: string
  readonly entry: { readonly id: string }
}

/** Why the shared service did not take a step (docs/service-api.md); `index` is the first entry that is refused. `other` is whatever this version has no words for, by its kind. */
export type ServiceRefusal =
  | { readonly kind: 'not-granted'; readonly index: number; readonly role: Role | null }
  | { readonly kind: 'refused'; readonly index: number; readonly refusal: Refusal }
  | { readonly kind: 'aside'; readonly index: number; readonly because: AsideReason }
  | { readonly kind: 'clock'; readonly index: number; readonly ahead: number }
  | {
      readonly kind: 'moved'
      readonly index: number
      readonly since?: number | undefined
      readonly news: readonly News[]
    }
  | { readonly kind: 'differing'; readonly ids: readonly string[] }
  /** Not sent: it was decided on what a step before it said, and that step was refused. */
  | { readonly kind: 'behind' }
  | { readonly kind: 'other'; readonly said: string }
