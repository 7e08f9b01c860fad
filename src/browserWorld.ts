import { dayOf, endOfDay, now, ticks, today } from './storage/clock'
import { fetchDataFile } from './storage/dataFiles'
import { openStorage } from './storage/openStorage'
import { askToPersist, persistenceOf } from './storage/persistence'
import { planShelf } from './storage/planShelf'
import { saveFile } from './storage/saveFile'
import type { OwnTab } from './storage/ownTab'
import { forgetful, keptKeys } from './storage/settings'
import { namedBefore } from './storage/tabs'
import { uuidV7 } from './storage/uuidV7'
import type { Clock, World } from './storage/world'

/** The clock of the machine, as it goes. */
export const machineClock: Clock = { now, today, dayOf, endOfDay, ticks }

/** The world as this browser gives it. */
export function browserWorld(): World {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  return {
    clock: machineClock,
    appearance: {
      prefersDark: () => dark.matches,
      whenPreferenceChanges: (told) => dark.addEventListener('change', told),
      paint: (theme) => (document.documentElement.dataset.theme = theme),
    },
    nextId: uuidV7,
    openLedger: openStorage,
    planShelf,
    fetchDataFile,
    saveFile,
    setting: forgetful,
    settingKeys: keptKeys,
    typedMirror: async () => (await import('./storage/typedMirror')).typedMirror(),
    ownTab,
    readEvidence: async (file) => (await import('./storage/fileDigest')).readEvidence(file),
    evidenceShelf: async () => (await import('./storage/evidenceShelf')).evidenceShelf(),
    persistence: () => persistenceOf(() => globalThis.navigator?.storage),
    askToPersist,
    shared: null,
    startWorker: (what) => WORKERS[what](),
  }
}

let tab: Promise<OwnTab> | null = null

function ownTab(): Promise<OwnTab> {
  tab ??= import('./storage/ownTab').then((own) => own.ownTab(uuidV7))
  tab.catch(() => (tab = null))
  return tab
}

/** A tab that is loaded anew bears its name again at once, before its screen stands: no other may take it for closed. */
export function bearNameAgain(): void {
  if (namedBefore() !== null) void ownTab().catch(() => {})
}

const WORKERS: Readonly<Record<Parameters<World['startWorker']>[0], () => Worker>> = {
  document: () => new Worker(new URL('./workers/document.worker.ts', import.meta.url), { type: 'module' }),
  book: () => new Worker(new URL('./workers/book.worker.ts', import.meta.url), { type: 'module' }),
  curve: () => new Worker(new URL('./workers/curve.worker.ts', import.meta.url), { type: 'module' }),
  payments: () => new Worker(new URL('./workers/payments.worker.ts', import.meta.url), { type: 'module' }),
}
