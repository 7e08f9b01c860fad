import { readFileSync } from 'node:fs'
import { createPinia } from 'pinia'
import { createApp, nextTick } from 'vue'
import type { Day } from '@/domain/time/day'
import type { KeptPlan } from '@/documents/plan/keptPlan'
import type { FetchedText } from '@/storage/dataFiles'
import { pageEvidenceShelf, type EvidenceShelf } from '@/storage/evidenceShelf'
import { readEvidence } from '@/storage/fileDigest'
import type { LedgerStorage, StorageFailure } from '@/storage/ledgerStorage'
import { emptyShelf, memoryStorage, type Shelf } from '@/storage/memoryStorage'
import type { TypedMirror, TypedText } from '@/storage/typedMirror'
import type { Persistence } from '@/storage/persistence'
import { uuidV7Maker } from '@/storage/uuidV7'
import type { World } from '@/storage/world'
import { worldKey } from '@/stores/world'

/** How the storage answers: at once, only when released, with a failure, or by throwing. */
type Manner =
  | { readonly kind: 'ready' | 'held' | 'throws' }
  | { readonly kind: 'fails'; readonly failure: StorageFailure }

export const FULL: Manner = { kind: 'fails', failure: { kind: 'full' } }
export const READY: Manner = { kind: 'ready' }
export const HELD: Manner = { kind: 'held' }

/** A worker that does nothing by itself: what was sent to it, and a way to let it speak. */
export class SilentWorker extends EventTarget {
  readonly sent: unknown[] = []
  terminated = false
  postMessage(message: unknown): void {
    this.sent.push(message)
  }
  terminate(): void {
    this.terminated = true
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

/** A data file that stands beside the page. */
export function dataFile(name: string): FetchedText {
  try {
    return {
      kind: 'text',
      text: readFileSync(`public/data/${name}`, 'utf8'),
    }
  } catch {
    return { kind: 'absent', status: 404 }
  }
}

/** A world of memory whose clock stands until it is moved and whose storage is as slow or as broken as a test wants it. */
export function testWorld(at = '2021-02-01T02:00:00.000Z', shelf: Shelf = emptyShelf()) {
  let moment = Date.parse(at)
  let manner: Manner = READY
  let random = 0
  const waiting: (() => void)[] = []
  const tickers = new Set<() => void>()
  const themes: ('light' | 'dark')[] = []
  const settings = new Map<string, string>()
  const typed = new Map<string, TypedText>()
  const files: { readonly name: string; readonly content: Blob }[] = []
  const workers: SilentWorker[] = []
  const shelved = pageEvidenceShelf()
  const plans: KeptPlan[] = []
  const told = { persist: 0, closed: 0 }
  const answers: {
    promised: Persistence
    persist: () => Promise<Persistence>
    fetch: (name: string) => Promise<FetchedText>
    dark: boolean
    keepsSettings: boolean
    mirrors: boolean
    unreadable: StorageFailure | null
  } = {
    promised: 'evictable',
    persist: () => Promise.resolve('kept'),
    fetch: (name) => Promise.resolve(dataFile(name)),
    dark: false,
    keepsSettings: true,
    mirrors: true,
    unreadable: null,
  }
  const inManner = async <T>(
    act: () => Promise<T>,
  ): Promise<T | { kind: 'failed'; failure: StorageFailure }> => {
    if (manner.kind === 'held') await new Promise<void>((resolve) => waiting.push(resolve))
    const now: Manner = manner
    if (now.kind === 'throws') throw new Error('the storage threw')
    return now.kind === 'fails' ? { kind: 'failed', failure: now.failure } : act()
  }
  const storage = (): LedgerStorage => {
    const memory = memoryStorage('real', shelf)
    return {
      ...memory,
      place: 'browser',
      load: async (plan) => {
        const { unreadable } = answers
        return unreadable ? { kind: 'failed', failure: unreadable } : memory.load(plan)
      },
      append: (plan, entries) => inManner(() => memory.append(plan, entries)),
      close: () => {
        told.closed += 1
        memory.close()
      },
    }
  }
  const dayOf = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10) as Day
  const world: World = {
    clock: {
      now: () => new Date(moment).toISOString(),
      today: () => dayOf(new Date(moment).toISOString()),
      dayOf,
      endOfDay: (day) => `${day}T15:59:59.999Z`,
      ticks: (tell) => {
        tickers.add(tell)
        return () => void tickers.delete(tell)
      },
    },
    appearance: {
      prefersDark: () => answers.dark,
      whenPreferenceChanges: (tell) => void tickers.add(tell),
      paint: (theme) => themes.push(theme),
    },
    nextId: uuidV7Maker(
      () => moment,
      (bytes) => bytes.fill((random = (random + 1) % 200)),
    ),
    openLedger: () => Promise.resolve({ storage: storage(), memoryBecause: null }),
    planShelf: () => ({
      versions: () => Promise.resolve({ kind: 'loaded', versions: plans }),
      add: (added) =>
        inManner(() => {
          plans.push(...added)
          return Promise.resolve({ kind: 'saved' as const })
        }),
    }),
    fetchDataFile: (name) => answers.fetch(name),
    saveFile: (name, content) => files.push({ name, content }),
    setting: (key) => ({
      read: () => settings.get(key) ?? null,
      write: (text) => {
        if (!answers.keepsSettings) return false
        if (text === null) settings.delete(key)
        else settings.set(key, text)
        return true
      },
    }),
    settingKeys: (beginning) => [...settings.keys()].filter((key) => key.startsWith(beginning)),
    typedMirror: () =>
      Promise.resolve<TypedMirror>({
        all: () => Promise.resolve([...typed.values()]),
        write: (own) => {
          if (answers.mirrors) typed.set(own.key, own)
          return Promise.resolve(answers.mirrors)
        },
        forget: (key) => Promise.resolve(typed.delete(key)),
      }),
    ownTab: () =>
      Promise.resolve({ id: 'a', gone: () => Promise.resolve([]), alone: (act) => act(), returns: () => {} }),
    readEvidence,
    evidenceShelf: () =>
      Promise.resolve<EvidenceShelf>({ ...shelved, keep: (more) => inManner(() => shelved.keep(more)) }),
    persistence: () => Promise.resolve(answers.promised),
    askToPersist: () => {
      told.persist += 1
      return answers.persist()
    },
    shared: null,
    startWorker: () => {
      const worker = new SilentWorker()
      workers.push(worker)
      return worker as unknown as Worker
    },
  }
  const app = createApp({}).provide(worldKey, world)
  const pinia = createPinia()
  app.use(pinia)
  return {
    world,
    pinia,
    shelf,
    settings,
    typed,
    files,
    shelved,
    workers,
    plans,
    themes,
    told,
    answers,
    /** Sets how the storage answers from now on. */
    behave: (next: Manner) => (manner = next),
    /** Lets what waits in the storage go on, and be answered in the manner that is set now; several turns, so that what follows in a queue goes too. */
    release: async (next: Manner = READY) => {
      manner = next
      waiting.splice(0).forEach((go) => go())
      await settled()
    },
    /** Moves the clock between two of its ticks. */
    setTo: (to: string) => void (moment = Date.parse(to)),
    /** Moves the clock and lets it tick. */
    moveTo: async (to: string) => {
      moment = Date.parse(to)
      tickers.forEach((tell) => tell())
      await nextTick()
    },
    entries: () => [...shelf.records.values()] as { kind: string; subject: string; effectiveOn: string }[],
  }
}

/** Waits until everything that can go on without the outside world has gone on: promises chained in memory, never time. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve()
  await nextTick()
}

export type TestWorld = ReturnType<typeof testWorld>
