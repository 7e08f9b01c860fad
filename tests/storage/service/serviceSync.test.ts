import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import type { LedgerListener } from '@/storage/ledgerStorage'
import { entryText } from '@/storage/records'
import { keptLedgers } from '@/storage/service/keptLedgers'
import { serviceStorage } from '@/storage/service/serviceStorage'
import { serviceSync } from '@/storage/service/serviceSync'
import type { SyncState } from '@/storage/service/standing'
import type { Me } from '@/documents/service/answers'
import { payment, PLAN } from '../entries'
import { giveIndexedDb } from '../fakeBrowser'
import { fakeService, ME, NOT_GRANTED, own, REFUSED, roundStep, takenBack, type Manner } from './fakeService'

beforeEach(() => giveIndexedDb())
afterEach(() => vi.unstubAllGlobals())

/** Goes on once everything that was begun in this turn has had its own. */
const turn = () => new Promise((resolve) => setImmediate(resolve))

/** A tab of a browser: its board is the fold that a ledger visit would hold. */
async function openTab(service: ReturnType<typeof fakeService>, me: Me = ME) {
  const kept = keptLedgers(me.server, me.account.id, () => {})
  const timers: (() => void)[] = []
  let doubts = 0
  const sync = serviceSync({
    kept,
    line: service.line,
    me,
    now: () => '2020-07-01T00:00:00.000Z',
    later: (ms, act) => void (ms === 0 ? setImmediate(act) : timers.push(act)),
    tabs: () => ({ tell: () => {}, close: () => {} }),
    rightsDoubted: () => (doubts += 1),
  })
  const storage = serviceStorage({
    kept,
    sync,
    account: me.account.id,
    plans: () => Promise.resolve([PLAN]),
    waited: async () => void (await turn()),
  })
  const board = new Map<string, string>()
  const late = new Map<string, string>()
  let places = new Map<string, number>()
  let awaiting: readonly string[] = []
  const stand = (entries: readonly Entry[]) =>
    entries.forEach((entry) => board.set(entry.id, entryText(entry)))
  const listener: LedgerListener = {
    knows: (id) => board.has(id),
    arrived: ({ entries }) => stand(entries),
    revised: (gone, { entries }) => {
      gone.forEach((id) => board.delete(id))
      stand(entries)
    },
    awaits: (entries) => (awaiting = entries.map(({ id }) => id)),
    late: (receipts) => receipts.forEach((moment, id) => late.set(id, moment)),
    placed: (more, anew) => (places = new Map([...(anew ? [] : places), ...more])),
    lost: (failure) => {
      throw new Error(JSON.stringify(failure))
    },
  }
  const told: SyncState[] = []
  sync.watch((next) => void told.push(next))
  storage.subscribe(PLAN, listener)
  const loaded = await storage.load(PLAN)
  if (loaded.kind === 'loaded') stand(loaded.entries)
  return {
    sync,
    storage,
    board,
    awaiting: () => awaiting,
    /** How often the account's rights came into doubt. */
    doubts: () => doubts,
    late,
    places: () => [...places],
    state: () => told.at(-1) ?? null,
    async write(entries: readonly Entry[]) {
      const saved = await storage.append(PLAN, entries)
      if (saved.kind === 'saved' && !saved.awaits) stand(entries)
      return saved
    },
    /** Reads and sends until this tab has nothing to do. */
    async settle() {
      await turn()
      await sync.catchUp()
      await sync.send()
      for (const showing of sync.showings) await showing.last
      await sync.tell()
    },
    close: () => {
      storage.close()
      sync.close()
      kept.close()
    },
  }
}

describe('a ledger over the wire', () => {
  it('is durable here at once, sent in order, and tells what has arrived', async () => {
    const service = fakeService()
    const tab = await openTab(service)
    service.be('cut')
    const written = [own(), own(), own()]
    for (const entry of written) expect((await tab.write([entry])).kind).toBe('saved')
    await tab.settle()
    expect(tab.state()).toMatchObject({ state: 'away', refused: [] })
    expect([...(tab.state()?.waiting ?? [])].sort()).toEqual(written.map(({ id }) => id).sort())
    service.be('well')
    service.other()
    await tab.settle()
    expect(service.ids().slice(1)).toEqual(written.map(({ id }) => id))
    expect(tab.board).toEqual(service.says())
    expect(tab.state()).toMatchObject({ state: 'synced', waiting: new Set(), refused: [] })
    tab.close()
  })

  it('sends a step once more when the answer was lost, and it is there once', async () => {
    const service = fakeService()
    const tab = await openTab(service)
    service.be('deaf')
    await tab.write([own(), own()])
    await tab.settle()
    expect(service.ids()).toHaveLength(2)
    expect(tab.state()?.waiting.size).toBe(2)
    service.be('well')
    await tab.settle()
    expect(service.ids()).toHaveLength(2)
    expect(tab.state()?.state).toBe('synced')
    tab.close()
  })

  it('tells when the service received what it received late, to this tab and to the next', async () => {
    const service = fakeService()
    const tab = await openTab(service)
    const online = own()
    const written = Date.parse(online.recordedAt)
    service.at(new Date(written + 400).toISOString())
    await tab.write([online])
    await tab.settle()
    service.be('cut')
    const offline = own()
    await tab.write([offline])
    await tab.settle()
    expect(tab.late.size).toBe(0)
    const received = new Date(Date.parse(offline.recordedAt) + 3_600_000).toISOString()
    service.at(received)
    service.be('well')
    await tab.settle()
    expect([...tab.late]).toEqual([[offline.id, received]])
    tab.close()
    const next = await openTab(service)
    expect([...next.late]).toEqual([[offline.id, received]])
    for (const one of [tab, next])
      expect(one.places()).toEqual([
        [online.id, 1],
        [offline.id, 2],
      ])
    next.close()
  })

  it('keeps what a full service cannot, says so, and sends it when there is room', async () => {
    const service = fakeService()
    const tab = await openTab(service)
    service.be('full')
    await tab.write([own()])
    await tab.settle()
    expect(tab.state()).toMatchObject({ state: 'full', refused: [] })
    expect(tab.state()?.waiting.size).toBe(1)
    expect(service.ids()).toEqual([])
    service.be('well')
    await tab.settle()
    expect(service.ids()).toHaveLength(1)
    expect(tab.state()?.state).toBe('synced')
    tab.close()
  })

  it('takes a refused step out of the fold, keeps it listed with its reason, and goes on with the next', async () => {
    const service = fakeService()
    const tab = await openTab(service)
    const [bad, good] = [own(REFUSED), own()]
    await tab.write([bad])
    await tab.write([good])
    expect([...tab.board.keys()]).toEqual([bad.id, good.id])
    await tab.settle()
    expect([...tab.board.keys()]).toEqual([good.id])
    const [step] = tab.state()?.refused ?? []
    expect(step).toMatchObject({ refusal: { kind: 'refused', index: 0 }, records: [{ id: bad.id }] })
    await tab.sync.putAside(step?.seq ?? 0)
    await tab.settle()
    expect(tab.state()?.refused).toMatchObject([{ aside: true, records: [{ id: bad.id }] }])
    tab.close()
    const later = await openTab(service)
    await later.settle()
    expect([...later.board.keys()]).toEqual([good.id])
    expect(later.state()?.refused).toHaveLength(1)
    later.close()
  })

  it.each(['submit', 'accept'] as const)(
    'lets a %s count for nothing until the service has written it, also after the tab was closed',
    async (kind) => {
      const service = fakeService()
      const first = await openTab(service)
      service.be('cut')
      const [act, value] = [roundStep(kind), own()]
      await first.write([act])
      await first.write([value])
      await first.settle()
      expect([...first.board.keys()]).toEqual([value.id])
      expect(first.awaiting()).toEqual([act.id])
      expect(first.state()?.awaiting).toMatchObject([{ records: [{ id: act.id }] }])
      expect([...(first.state()?.waiting ?? [])].sort()).toEqual([act.id, value.id].sort())
      first.close()
      const later = await openTab(service)
      await later.settle()
      expect([[...later.board.keys()], later.awaiting()]).toEqual([[value.id], [act.id]])
      service.be('well')
      await later.settle()
      expect(later.board).toEqual(service.says())
      expect([service.ids(), later.awaiting()]).toEqual([[act.id, value.id], []])
      later.close()
    },
  )

  it('takes back a figure or a 报送 only when the service has', async () => {
    const service = fakeService()
    const tab = await openTab(service)
    const [value, submitted] = [own(), roundStep('submit')]
    await tab.write([value])
    await tab.write([submitted])
    await tab.settle()
    service.be('cut')
    const [figure, withdrawal] = [takenBack(value), takenBack(submitted)]
    await tab.write([figure])
    await tab.write([withdrawal])
    await tab.settle()
    expect([tab.board.has(figure.id), tab.board.has(withdrawal.id)]).toEqual([false, false])
    expect(tab.awaiting()).toEqual([figure.id, withdrawal.id])
    service.be('well')
    await tab.settle()
    expect([tab.board.has(figure.id), tab.board.has(withdrawal.id), tab.awaiting()]).toEqual([true, true, []])
    tab.close()
  })

  it.each([
    ['a void that others’ news refused', () => takenBack(own()), 'moved'],
    ['a figure that was refused', () => own(REFUSED), 'refused'],
  ] as const)('does not send a decision behind %s; figures behind it go', async (_, made, because) => {
    const service = fakeService()
    const tab = await openTab(service)
    service.be('cut')
    const [first, value, submit] = [made(), own(), roundStep('submit')]
    for (const entry of [first, value, submit]) await tab.write([entry])
    service.other()
    service.be('well')
    await tab.settle()
    expect(service.ids().slice(1)).toEqual([value.id])
    expect(tab.state()?.refused.map(({ records, refusal }) => [records[0]?.id, refusal?.kind])).toEqual([
      [first.id, because],
      [submit.id, 'behind'],
    ])
    const later = roundStep('submit')
    await tab.write([later])
    await tab.settle()
    expect(service.ids().at(-1)).toBe(later.id)
    tab.close()
  })

  it('has the rights read anew when a step is refused for want of one', async () => {
    const service = fakeService()
    const tab = await openTab(service)
    await tab.write([own(REFUSED)])
    await tab.settle()
    expect(tab.doubts()).toBe(0)
    await tab.write([own(NOT_GRANTED)])
    await tab.settle()
    expect(tab.doubts()).toBe(1)
    tab.close()
  })

  it('sends again what was refused for news, based on the news that were shown and on no more', async () => {
    const service = fakeService()
    const tab = await openTab(service)
    service.be('cut')
    const act = roundStep('accept')
    await tab.write([act])
    service.other()
    service.be('well')
    await tab.settle()
    const [refused] = tab.state()?.refused ?? []
    expect(refused).toMatchObject({ refusal: { kind: 'moved', since: 0, news: [{ position: 1 }] } })
    service.other()
    await tab.settle()
    await tab.sync.sendAgain(refused?.seq ?? 0)
    await tab.settle()
    expect(tab.state()?.refused).toMatchObject([{ refusal: { since: 1, news: [{ position: 2 }] } }])
    await tab.sync.sendAgain(refused?.seq ?? 0)
    await tab.settle()
    expect([tab.state()?.refused, service.ids().at(-1)]).toEqual([[], act.id])
    tab.close()
  })

  it('shows what the service wrote where it is not what was sent', async () => {
    const service = fakeService()
    const tab = await openTab(service)
    const {
      amount: _,
      memo: __,
      voucher: ___,
      stated: ____,
      ...said
    } = payment({
      account: ME.account.id,
      role: 'manager',
      author: ME.account.name,
    })
    const comment: Entry = { ...said, kind: 'comment', text: '请核对' }
    await tab.write([comment])
    await tab.settle()
    expect(tab.board).toEqual(service.says())
    expect(tab.board.get(comment.id)).toContain('2020-07-02')
    tab.close()
  })

  it('goes on after the tab was closed, also where nothing of it was read since', async () => {
    const service = fakeService()
    const first = await openTab(service)
    service.be('cut')
    const entry = own()
    await first.write([entry])
    first.close()
    const second = await openTab(service)
    expect([...second.board.keys()]).toEqual([entry.id])
    service.be('well')
    await second.settle()
    expect(service.ids()).toEqual([entry.id])
    second.close()
  })

  it('keeps the queue of an account from every other on the same machine', async () => {
    const service = fakeService()
    const mine = await openTab(service)
    service.be('cut')
    const entry = own()
    await mine.write([entry])
    mine.close()
    service.be('well')
    const other = await openTab(service, { ...ME, account: { id: 'account-2', name: '周平', login: 'z' } })
    await other.settle()
    expect([other.board.size, other.state()?.waiting.size, service.ids()]).toEqual([0, 0, []])
    other.close()
    const back = await openTab(service)
    await back.settle()
    expect(service.ids()).toEqual([entry.id])
    back.close()
  })

  it('waits signed out without losing anything, and does not open an empty board where nothing was ever read', async () => {
    const service = fakeService()
    service.other()
    service.be('signed-out')
    const opening = openTab(service)
    let opened = false
    void opening.then(() => (opened = true))
    for (let count = 0; count < 20; count += 1) await turn()
    expect(opened).toBe(false)
    service.be('well')
    const tab = await opening
    expect(tab.board.size).toBe(1)
    service.be('signed-out')
    await tab.write([own()])
    await tab.settle()
    expect(tab.state()).toMatchObject({ state: 'signed-out' })
    expect(tab.state()?.waiting.size).toBe(1)
    tab.close()
  })

  it('decides again by itself after a restore where others wrote nothing new, and says that it was one', async () => {
    const service = fakeService()
    const tab = await openTab(service)
    service.other()
    service.other()
    await tab.settle()
    const [kept, lost, open] = [roundStep('accept'), roundStep('accept'), roundStep('accept')]
    await tab.write([kept])
    await tab.settle()
    const held = service.rows().length
    service.other()
    await tab.settle()
    const foreign = service.rows().at(-1)
    await tab.write([lost])
    await tab.settle()
    service.be('cut')
    await tab.write([open])
    expect(tab.state()?.restored).toBeNull()
    service.restore(held)
    service.be('well')
    service.again(foreign)
    await tab.settle()
    expect(tab.state()).toMatchObject({ refused: [], awaiting: [], restored: '2020-07-01T00:00:00.000Z' })
    expect(service.ids().slice(2)).toEqual([kept.id, foreign?.id, lost.id, open.id])
    await tab.sync.restoreSeen()
    expect(tab.state()?.restored).toBeNull()
    tab.close()
  })

  it('lists after a restore only what is news indeed, and none of what stands', async () => {
    const service = fakeService()
    const tab = await openTab(service)
    service.other()
    await tab.settle()
    const [kept, lost] = [roundStep('accept'), roundStep('accept')]
    await tab.write([kept])
    await tab.settle()
    const held = service.rows().length
    await tab.write([lost])
    await tab.settle()
    service.restore(held)
    const news = service.other()
    await tab.settle()
    expect(tab.state()?.awaiting).toEqual([])
    expect(tab.state()?.refused).toMatchObject([
      { records: [{ id: lost.id }], refusal: { kind: 'moved', news: [{ entry: { id: news.id } }] } },
    ])
    expect(service.ids()).not.toContain(lost.id)
    tab.close()
  })

  it('sends again what a restored service lacks, in its order', async () => {
    const service = fakeService()
    const tab = await openTab(service)
    const written = [own(), own(), own()]
    for (const entry of written) await tab.write([entry])
    await tab.settle()
    service.other()
    await tab.settle()
    service.restore(1)
    await tab.settle()
    expect(service.ids()).toEqual(written.map(({ id }) => id))
    expect(tab.board).toEqual(service.says())
    tab.close()
  })
})

type Command =
  | { readonly kind: 'write'; readonly tab: 0 | 1; readonly refused: boolean; readonly count: number }
  | { readonly kind: 'be'; readonly manner: Manner }
  | { readonly kind: 'settle' | 'reopen'; readonly tab: 0 | 1 }
  | { readonly kind: 'other' }
  | { readonly kind: 'restore'; readonly held: number }

const tab = fc.constantFrom(0 as const, 1 as const)
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      tab,
      refused: fc.boolean(),
      count: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('be' as const),
      manner: fc.constantFrom<Manner>('well', 'cut', 'deaf', 'full', 'signed-out'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('settle' as const, 'reopen' as const), tab }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('other' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore' as const), held: fc.nat(8) }) },
)

describe('whatever happens to the line, the tabs and the service', () => {
  it('everything written is in the service once and in order, or listed as refused; every board is the service’s ledger', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 14 }), async (commands) => {
        giveIndexedDb()
        const service = fakeService()
        const tabs = [await openTab(service), await openTab(service)]
        const good: string[] = []
        const bad: string[] = []
        for (const step of commands) {
          if (step.kind === 'be') service.be(step.manner)
          else if (step.kind === 'other') service.other()
          else if (step.kind === 'restore') service.restore(Math.min(step.held, service.rows().length))
          else if (step.kind === 'settle') await tabs[step.tab]?.settle()
          else if (step.kind === 'reopen') {
            tabs[step.tab]?.close()
            tabs[step.tab] = await openTab(service)
          } else if (step.kind === 'write') {
            const entries = Array.from({ length: step.count }, (_, at) =>
              own(step.refused && at === 0 ? REFUSED : '拨付'),
            )
            expect((await tabs[step.tab]?.write(entries))?.kind).toBe('saved')
            ;(step.refused ? bad : good).push(...entries.map(({ id }) => id))
            for (const { id } of entries) expect(tabs[step.tab]?.board.has(id)).toBe(true)
          }
        }
        service.be('well')
        for (const own of [...tabs, ...tabs]) await own.settle()
        expect(service.ids().filter((id) => good.includes(id))).toEqual(good)
        expect(new Set(service.ids()).size).toBe(service.ids().length)
        for (const { board, state } of tabs) {
          expect(board).toEqual(service.says())
          expect(state()?.waiting.size).toBe(0)
          expect(state()?.refused.flatMap(({ records }) => records.map(({ id }) => id))).toEqual(bad)
        }
        tabs.forEach((own) => own.close())
      }),
      { numRuns: Number(process.env.LAW_RUNS ?? 40) },
    )
  })
})
