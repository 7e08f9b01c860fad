import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import type { Contents, LedgerListener, LedgerStorage, StorageFailure } from '@/storage/ledgerStorage'
import { anyLedger, byId, OTHER_PLAN, payment, PLAN } from './entries'

const SAME = payment().id

/** One place where ledgers are kept, opened by any number of tabs. */
export interface Place {
  openTab(): LedgerStorage
  /** Puts a record there behind the storage's back. */
  plant(record: { readonly id: string }): Promise<void>
  /** Everything that lies there, by id. */
  records(): Promise<ReadonlyMap<string, unknown>>
  clear(): Promise<void>
}

/** A listener that remembers what it heard, and knows what it was told to know. */
export function remembering(known: Iterable<string> = []) {
  const ids = new Set(known)
  const news: Contents[] = []
  const failures: StorageFailure[] = []
  const listener: LedgerListener = {
    knows: (id) => ids.has(id),
    arrived: (contents) => {
      news.push(contents)
      for (const { id } of [...contents.entries, ...contents.damaged]) ids.add(id)
    },
    revised: () => {},
    awaits: () => {},
    late: () => {},
    placed: () => {},
    lost: (failure) => failures.push(failure),
  }
  return { listener, news, failures, heard: () => byId(news.flatMap(({ entries }) => entries)) }
}

/** What every ledger storage must do, wherever it keeps things. */
export function ledgerStorageContract(name: string, makePlace: () => Place): void {
  describe(`${name}: the contract of a ledger storage`, () => {
    let place: Place
    let tabs: LedgerStorage[] = []
    const openTab = () => {
      const tab = place.openTab()
      tabs.push(tab)
      return tab
    }
    beforeEach(() => {
      place = makePlace()
    })
    afterEach(async () => {
      tabs.forEach((tab) => tab.close())
      tabs = []
      await place.clear()
    })

    it('is empty at first', async () => {
      expect(await openTab().load(PLAN)).toEqual({ kind: 'loaded', entries: [], damaged: [] })
    })

    it('gives back what was appended, also to a tab opened later', async () => {
      const entries = [payment(), payment({ memo: '' })]
      const first = openTab()
      const saved = await first.append(PLAN, entries)
      expect(saved).toMatchObject({ kind: 'saved', added: entries.map(({ id }) => id) })
      expect(saved.kind === 'saved' && saved.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
      first.close()
      expect(await openTab().load(PLAN)).toEqual({ kind: 'loaded', entries, damaged: [] })
    })

    it('keeps plans apart', async () => {
      const tab = openTab()
      await tab.append(PLAN, [payment()])
      await tab.append(OTHER_PLAN, [payment({ plan: OTHER_PLAN })])
      expect(await tab.load(PLAN)).toMatchObject({ entries: [{ plan: PLAN }] })
      expect(await tab.load(OTHER_PLAN)).toMatchObject({ entries: [{ plan: OTHER_PLAN }] })
    })

    it('gives everything of all plans for a backup', async () => {
      const tab = openTab()
      const entries = [payment(), payment({ plan: OTHER_PLAN })]
      for (const entry of entries) await tab.append(entry.plan, [entry])
      const all = await tab.everything()
      expect(all.kind === 'loaded' && new Set(all.entries.map(({ id }) => id))).toEqual(
        new Set(entries.map(({ id }) => id)),
      )
    })

    it('saves nothing at no cost', async () => {
      expect(await openTab().append(PLAN, [])).toMatchObject({ kind: 'saved', added: [] })
    })

    it('adds an id once, however often and from wherever it is appended', async () => {
      const entry = payment()
      const [a, b] = [openTab(), openTab()]
      expect(await a.append(PLAN, [entry, { ...entry }])).toMatchObject({ kind: 'saved', added: [entry.id] })
      expect(await b.append(PLAN, [entry])).toMatchObject({ kind: 'saved', added: [] })
      expect(await b.load(PLAN)).toEqual({ kind: 'loaded', entries: [entry], damaged: [] })
    })

    it('adds the new ones of a large batch, and refuses a large batch with a taken id', async () => {
      const tab = openTab()
      const entries = Array.from({ length: 150 }, () => payment())
      await tab.append(PLAN, entries.slice(0, 75))
      const added = entries.slice(75).map(({ id }) => id)
      expect(await tab.append(PLAN, entries)).toMatchObject({ kind: 'saved', added })
      const changed = entries.map((entry, at) =>
        at === 10 ? payment({ id: entry.id, memo: '改过' }) : entry,
      )
      expect(await tab.append(PLAN, changed)).toMatchObject({
        failure: { why: 'differing', ids: [entries[10]?.id] },
      })
    })

    it('takes the same content in another order of fields for the same', async () => {
      const tab = openTab()
      const { amount: _a, memo: _m, voucher: _v, stated: _s, ...base } = payment()
      const written = { ...base, kind: 'weights' as const, document: '', reason: '' }
      const entry: Entry = { ...written, weights: { [`${PLAN}/1/1`]: '10', [`${PLAN}/1/2`]: '15' } }
      await tab.append(PLAN, [entry])
      const turned: Entry = { weights: { [`${PLAN}/1/2`]: '15', [`${PLAN}/1/1`]: '10' }, ...written }
      expect(await tab.append(PLAN, [turned])).toMatchObject({ kind: 'saved', added: [] })
    })

    it('adds an id once when two tabs append it at the same moment', async () => {
      const entries = [payment(), payment(), payment()]
      const results = await Promise.all([openTab(), openTab()].map((tab) => tab.append(PLAN, entries)))
      const added = results.flatMap((result) => (result.kind === 'saved' ? result.added : ['failed']))
      expect(added.sort()).toEqual(entries.map(({ id }) => id).sort())
    })

    it.each([
      ['stored before', (taken: string) => [payment(), payment({ id: taken, memo: '改过' })]],
      ['in the same batch', () => [payment({ id: SAME }), payment({ id: SAME, memo: '改过' })]],
    ])('refuses the whole batch when an id is taken by other content %s', async (_where, batch) => {
      const tab = openTab()
      const entry = payment()
      await tab.append(PLAN, [entry])
      const entries = batch(entry.id)
      expect(await tab.append(PLAN, entries)).toEqual({
        kind: 'failed',
        failure: { kind: 'refused', why: 'differing', ids: [entries[1]?.id] },
      })
      expect(await tab.load(PLAN)).toEqual({ kind: 'loaded', entries: [entry], damaged: [] })
    })

    it('refuses the whole batch when an entry is of another plan', async () => {
      const tab = openTab()
      const stranger = payment({ plan: OTHER_PLAN })
      expect(await tab.append(PLAN, [payment(), stranger])).toEqual({
        kind: 'failed',
        failure: { kind: 'refused', why: 'foreign', ids: [stranger.id] },
      })
      expect((await place.records()).size).toBe(0)
    })

    it('refuses the whole batch when an entry could not be read back', async () => {
      const tab = openTab()
      const nameless = payment({ author: '' })
      expect(await tab.append(PLAN, [payment(), nameless])).toEqual({
        kind: 'failed',
        failure: { kind: 'refused', why: 'unreadable', ids: [nameless.id] },
      })
      expect((await place.records()).size).toBe(0)
    })

    it('tells the other tabs at once, the writer not, another plan not, and nobody after stopping', async () => {
      const [a, b] = [openTab(), openTab()]
      const [own, other, otherPlan, stopped] = [remembering(), remembering(), remembering(), remembering()]
      a.subscribe(PLAN, own.listener)
      b.subscribe(PLAN, other.listener)
      b.subscribe(OTHER_PLAN, otherPlan.listener)
      b.subscribe(PLAN, stopped.listener)()
      const entries = [payment(), payment()]
      await a.append(PLAN, entries)
      await vi.waitFor(() => expect(other.heard()).toEqual(byId(entries)), { interval: 2 })
      expect([own, otherPlan, stopped].map(({ news }) => news.length)).toEqual([0, 0, 0])
      expect(other.failures).toEqual([])
    })

    it('tells only what is not known', async () => {
      const [a, b] = [openTab(), openTab()]
      const [old, fresh] = [payment(), payment()]
      const listening = remembering([old.id])
      b.subscribe(PLAN, listening.listener)
      await a.append(PLAN, [old, fresh])
      await vi.waitFor(() => expect(listening.heard()).toEqual([fresh]), { interval: 2 })
    })

    it('reports damaged records with their content and leaves them where they are', async () => {
      const entry = payment()
      const tab = openTab()
      await tab.append(PLAN, [entry])
      const planted = [
        { id: payment().id, plan: PLAN, kind: 'payment', amount: { nonsense: [1, null] } },
        { id: 'broken-2', note: 'lost its plan' },
        { id: 'broken-3', plan: 7 },
      ]
      for (const record of planted) await place.plant(record)
      const loaded = await openTab().load(PLAN)
      expect(loaded).toMatchObject({ kind: 'loaded', entries: [{ id: entry.id }] })
      expect(loaded.kind === 'loaded' && byId(loaded.damaged)).toEqual(
        planted.map((record) => ({
          id: record.id,
          record,
          issues: expect.arrayContaining([expect.anything()]) as unknown,
        })),
      )
      expect(await tab.append(PLAN, [payment({ id: planted[0]?.id ?? '' })])).toMatchObject({
        failure: { kind: 'refused', why: 'differing', ids: [planted[0]?.id] },
      })
      await tab.append(PLAN, [payment()])
      for (const record of planted) expect((await place.records()).get(record.id)).toEqual(record)
    })

    it.each([{ note: 'lost its plan' }, { plan: 7 }, { plan: null }, { plan: ['2020'] }])(
      'finds a record that no plan claims: %o',
      async (content) => {
        const tab = openTab()
        await tab.load(PLAN)
        await place.plant({ id: 'stray', ...content })
        expect(await tab.load(PLAN)).toMatchObject({ damaged: [{ id: 'stray', record: content }] })
      },
    )

    it('reads back any ledger equal, in whatever batches, tabs and repetitions it was written', async () => {
      const runs = fc.asyncProperty(anyLedger, fc.infiniteStream(fc.nat(6)), async (ledger, choices) => {
        const writers = [openTab(), openTab()]
        const listening = remembering()
        const reader = openTab()
        reader.subscribe(PLAN, listening.listener)
        const choose = () => choices.next().value ?? 0
        for (let at = 0; at < ledger.length;) {
          const length = 1 + choose()
          const batch = ledger.slice(at, at + length)
          const repeated = ledger.slice(0, choose())
          const result = await writers[choose() % 2]?.append(PLAN, [
            ...batch,
            ...repeated.filter((_, i) => i < at),
          ])
          expect(result?.kind).toBe('saved')
          at += length
        }
        await vi.waitFor(() => expect(listening.heard()).toEqual(byId(ledger)), { interval: 1 })
        const loaded = await openTab().load(PLAN)
        expect(loaded.kind === 'loaded' && byId(loaded.entries)).toEqual(byId(ledger))
        expect(loaded).toMatchObject({ damaged: [] })
      })
      await fc.assert(
        runs.afterEach(async () => {
          tabs.forEach((tab) => tab.close())
          tabs = []
          await place.clear()
          place = makePlace()
        }),
        { numRuns: 100 },
      )
    })
  })
}
