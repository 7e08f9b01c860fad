import type { Me } from '@/documents/service/answers'
import type { Entry } from '@/domain/ledger/entry'
import type { Role } from '@/domain/ledger/role'
import type { Actor, NotGranted } from '@/domain/work/permission'
import type { EvidenceShelf } from '../evidenceShelf'
import type { People } from './people'
import type { SyncState } from './standing'

/** What a page that a shared service serves has besides: who is signed in, what he was granted, and how this browser stands to the service. */
export interface Shared {
  readonly me: Me
  /** The roles granted for a plan, in the order in which they are offered. */
  rolesFor(plan: string | null): readonly Role[]
  /** Who acts in a plan: the account, in the role chosen where it was granted. */
  actor(plan: string | null, chosen: Role): Actor
  /** Why an account may not act in a role on some subjects of a ledger; `null` where it was granted (or the ledger is the demonstration). */
  refusal(ledger: string, role: Role, subjects: readonly string[]): NotGranted | null
  readonly people: People
  watch(told: (state: SyncState) => void): () => void
  /** Asks again at once: reads and sends. */
  catchUp(): Promise<void>
  sendAgain(seq: number): Promise<void>
  putAside(seq: number): Promise<void>
  /** Notes that somebody has seen that the service was restored from a backup. */
  restoreSeen(): Promise<void>
  /** What this browser kept by itself before there was a service: the entries of a plan. */
  before(plan: string): Promise<readonly Entry[]>
  /** The shelf of evidence that this browser kept by itself before. */
  evidenceBefore(): EvidenceShelf
  /** Ends the session and forgets who was here; what is kept stays for the next time this account signs in. Where the service does not answer, its session ends with the next contact, and nothing is sent before. */
  signOut(): Promise<void>
  /** After the same account has signed in once more. */
  signedIn(): Promise<void>
}
