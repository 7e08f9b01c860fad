import type { Day } from '@/domain/time/day'
import type { Moment } from '@/domain/ledger/entry'
import type { FetchedText } from './dataFiles'
import type { EvidenceShelf } from './evidenceShelf'
import type { ReadEvidence } from './fileDigest'
import type { Opened } from './openStorage'
import type { OwnTab } from './ownTab'
import type { Persistence } from './persistence'
import type { PlanShelf } from './planShelf'
import type { Shared } from './service/shared'
import type { TypedMirror } from './typedMirror'

/** The clock of the machine; `ticks` calls back every few seconds and whenever somebody comes back to the page, and returns how to stop. */
export interface Clock {
  now(): Moment
  today(): Day
  dayOf(moment: Moment): Day
  endOfDay(day: Day): Moment
  ticks(told: () => void): () => void
}

/** A small text kept for the next visit, where anything is kept; `null` removes it. Writing returns whether it is kept. */
export interface Setting {
  read(): string | null
  write(text: string | null): boolean
}

/** The wish of the system for a dark page, and the page itself. */
export interface Appearance {
  prefersDark(): boolean
  whenPreferenceChanges(told: () => void): void
  paint(theme: 'light' | 'dark'): void
}

/** Everything outside the page that a store needs, handed in once by `main.ts`: the browser's, or in tests one that is slow, fails or stands still. */
export interface World {
  readonly clock: Clock
  readonly appearance: Appearance
  readonly nextId: () => string
  readonly openLedger: () => Promise<Opened>
  readonly planShelf: (told: () => void) => PlanShelf
  readonly fetchDataFile: (name: string) => Promise<FetchedText>
  readonly saveFile: (name: string, content: Blob) => void
  readonly setting: (key: string) => Setting
  /** The keys with this beginning whose small text is kept. */
  readonly settingKeys: (beginning: string) => readonly string[]
  readonly typedMirror: () => Promise<TypedMirror>
  readonly ownTab: () => Promise<OwnTab>
  readonly readEvidence: (file: File) => Promise<ReadEvidence>
  readonly evidenceShelf: () => Promise<EvidenceShelf>
  /** What the browser has promised so far, without asking anybody. */
  readonly persistence: () => Promise<Persistence>
  readonly askToPersist: () => Promise<Persistence>
  /** `null` where no shared service serves the page. */
  readonly shared: Shared | null
  readonly startWorker: (what: 'document' | 'book' | 'payments' | 'curve') => Worker
}
