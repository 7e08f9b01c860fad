import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { demoPlan } from '@/domain/ledger/demo'
import { writeEntries, type Draft } from '@/domain/ledger/draft'
import type { Entry, Moment } from '@/domain/ledger/entry'
import { addEntries, allEntries, emptyLedger, type Ledger } from '@/domain/ledger/ledger'
import type { Actor } from '@/domain/work/permission'
import { now } from '@/storage/clock'
import { fetchDataFile } from '@/storage/dataFiles'
import type { DamagedRecord, LedgerStorage, StorageFailure } from '@/storage/ledgerStorage'
import { memoryStorage } from '@/storage/memoryStorage'
import { openStorage } from '@/storage/openStorage'
import type { Persistence } from '@/storage/persistence'
import { uuidV7 } from '@/storage/uuidV7'

/** Where the ledger is kept: this browser, or this page only and why. */
type Keeping =
  { readonly place: 'browser' } | { readonly place: 'memory'; readonly because: StorageFailure | null }

/**
 * The ledger the board folds, real or demonstration, and its keeping. An entry joins the ledger when it is durable, not before;
 * what could not be kept waits in `unsaved` and is never dropped.
 */
export const useLedger = defineStore('ledger', () => {
  const origin = ref<'real' | 'demo'>('real')
  const ledger = shallowRef<Ledger>(emptyLedger(''))
  const keeping = shallowRef<Keeping>({ place: 'browser' })
  const savedAt = ref<Moment | null>(null)
  const saving = ref(0)
  const failure = shallowRef<StorageFailure | null>(null)
  const unsaved = shallowRef<readonly (readonly Entry[])[]>([])
  const damaged = shallowRef<readonly DamagedRecord[]>([])
  const persistence = ref<Persistence | null>(null)
  const sampleFailed = ref(false)
  const opened = ref(false)
  let storage: LedgerStorage | null = null
  let leave = () => {}
  let visit = 0

  function add(entries: readonly Entry[]): void {
    ledger.value = addEntries(ledger.value, entries).ledger
  }

  /** Leaves the ledger that was open; the number returned names the new visit, so that late answers of an old one count for nothing. */
  function reset(plan: string): number {
    leave()
    opened.value = false
    sampleFailed.value = false
    storage?.close()
    storage = null
    ledger.value = emptyLedger(plan)
    savedAt.value = null
    failure.value = null
    unsaved.value = []
    damaged.value = []
    visit += 1
    return visit
  }

  async function openReal(plan: string): Promise<void> {
    if (origin.value === 'real' && ledger.value.plan === plan) return
    const mine = reset(plan)
    origin.value = 'real'
    const found = await openStorage()
    if (mine !== visit) return found.storage.close()
    storage = found.storage
    keeping.value =
      storage.place === 'browser' ? { place: 'browser' } : { place: 'memory', because: found.memoryBecause }
    leave = storage.subscribe(plan, {
      knows: (id) => ledger.value.ids.has(id) || damaged.value.some((record) => record.id === id),
      arrived: (news) => {
        add(news.entries)
        damaged.value = [...damaged.value, ...news.damaged]
      },
      lost: (lost) => {
        failure.value = lost
      },
    })
    const loaded = await storage.load(plan)
    if (mine !== visit) return
    if (loaded.kind === 'failed') failure.value = loaded.failure
    else {
      add(loaded.entries)
      damaged.value = loaded.damaged
    }
    opened.value = true
  }

  async function openDemo(plan: string): Promise<void> {
    const demo = demoPlan(plan)
    if (origin.value === 'demo' && ledger.value.plan === demo) return
    const mine = reset(demo)
    origin.value = 'demo'
    const [file, { decodeSample }] = await Promise.all([
      fetchDataFile(`${plan}.demo.json`),
      import('@/documents/entries/sampleFile'),
    ])
    if (mine !== visit) return
    const decoded = file.kind === 'text' ? decodeSample(file.text) : null
    sampleFailed.value = decoded === null || decoded.issues.length > 0
    storage = memoryStorage('demo')
    keeping.value = { place: 'memory', because: null }
    if (decoded && !sampleFailed.value) add(decoded.entries)
    opened.value = true
  }

  async function keep(entries: readonly Entry[]): Promise<boolean> {
    if (!storage) return false
    saving.value += 1
    const kept = await storage.append(ledger.value.plan, entries)
    saving.value -= 1
    if (kept.kind === 'failed') {
      failure.value = kept.failure
      return false
    }
    add(entries)
    savedAt.value = kept.at
    if (origin.value === 'real' && persistence.value === null) {
      persistence.value = await (await import('@/storage/persistence')).askToPersist()
    }
    return true
  }

  /** Writes drafts as one step, all or nothing; resolves when it is durable, or with `null` when it waits in `unsaved`. */
  async function write(drafts: readonly Draft[], actor: Actor): Promise<readonly Entry[] | null> {
    const entries = writeEntries(drafts, {
      plan: ledger.value.plan,
      author: actor.name,
      role: actor.role,
      account: null,
      recordedAt: now(),
      nextId: uuidV7,
    })
    if (entries.length === 0 || (await keep(entries))) return entries
    unsaved.value = [...unsaved.value, entries]
    return null
  }

  /** Takes entries written elsewhere, as they are; those already here cost nothing. Resolves to whether they are durable. */
  async function take(entries: readonly Entry[]): Promise<boolean> {
    const plans = new Set(entries.map(({ plan }) => plan))
    for (const plan of plans) {
      const own = entries.filter((entry) => entry.plan === plan)
      if (plan === ledger.value.plan) {
        if (!(await keep(own))) return false
      } else if (!storage || (await storage.append(plan, own)).kind === 'failed') return false
    }
    return true
  }

  /** Tries again to keep what could not be kept, step by step; after a lost storage everything held is written again (what is kept already costs nothing). */
  async function retry(): Promise<void> {
    const lost = failure.value?.kind === 'broken'
    failure.value = null
    if (lost && !(await keep(allEntries(ledger.value)))) return
    const waiting = unsaved.value
    const refused: (readonly Entry[])[] = []
    for (const step of waiting) if (!(await keep(step))) refused.push(step)
    unsaved.value = [...refused, ...unsaved.value.filter((step) => !waiting.includes(step))]
  }

  /** Hands everything held, kept or waiting or damaged, to be saved as a file. */
  async function saveAside(encode: (entry: Entry) => unknown): Promise<void> {
    const { saveFile } = await import('@/storage/saveFile')
    const entries = [...allEntries(ledger.value), ...unsaved.value.flat()].map(encode)
    const aside = {
      schema: 1,
      kind: 'ledger',
      plan: ledger.value.plan,
      entries,
      damaged: damaged.value.map(({ record }) => record),
    }
    saveFile(
      `绩效台账-${ledger.value.plan.replace(':', '-')}.json`,
      new Blob([`${JSON.stringify(aside, null, 2)}\n`], { type: 'application/json' }),
    )
  }

  return {
    origin,
    ledger,
    keeping,
    savedAt,
    saving: computed(() => saving.value > 0),
    failure,
    unsaved: computed(() => unsaved.value.flat()),
    damaged,
    persistence,
    sampleFailed,
    opened,
    openReal,
    openDemo,
    write,
    take,
    everything: () => storage?.everything() ?? Promise.resolve(null),
    retry,
    saveAside,
  }
})
