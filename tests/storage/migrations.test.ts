import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { indexedDbStorage } from '@/storage/indexedDb'
import { DATABASE, ENTRIES, MIGRATIONS, stepsFrom, versionOf, type Migration } from '@/storage/migrations'
import { byId, payment, PLAN } from './entries'
import { dump, giveIndexedDb, restore, type Dump } from './fakeBrowser'

const FIXTURES = new URL('../fixtures/storage/', import.meta.url)
const readFixture = (file: string) => JSON.parse(readFileSync(new URL(file, FIXTURES), 'utf8')) as Dump
const files = readdirSync(FIXTURES).filter((file) => /^v\d+\.json$/.test(file))

beforeEach(() => giveIndexedDb())
afterEach(async () => {
  await new Promise((resolve) => setTimeout(resolve, 5))
  vi.unstubAllGlobals()
})

const withTab = async <T>(
  migrations: readonly Migration[],
  work: (tab: ReturnType<typeof indexedDbStorage>) => Promise<T>,
) => {
  const tab = indexedDbStorage({ migrations })
  try {
    return await work(tab)
  } finally {
    tab.close()
  }
}

describe('past versions', () => {
  it('has a kept fixture of every version', () => {
    expect(files.sort()).toEqual(MIGRATIONS.map(({ to }) => `v${to}.json`).sort())
  })

  it.each(files)('opens %s with every entry, none damaged, and brings it to today', async (file) => {
    const past = readFixture(file)
    await restore(past)
    const loaded = await withTab(MIGRATIONS, (tab) => tab.load(PLAN))
    const kept = past.stores.find(({ name }) => name === ENTRIES)?.records ?? []
    expect(kept.length).toBeGreaterThan(0)
    expect(loaded).toMatchObject({ kind: 'loaded', damaged: [] })
    expect(loaded.kind === 'loaded' && byId(loaded.entries).map(({ id }) => id)).toEqual(
      byId(kept as { id: string }[]).map(({ id }) => id),
    )
    expect((await dump()).version).toBe(versionOf(MIGRATIONS))
  })

  it.each(files)('makes the same structure from %s as from nothing', async (file) => {
    const structure = async () =>
      (await dump()).stores.map(({ name, keyPath, indexes }) => ({ name, keyPath, indexes }))
    await withTab(MIGRATIONS, (tab) => tab.load(PLAN))
    const fresh = await structure()
    vi.unstubAllGlobals()
    giveIndexedDb()
    await restore(readFixture(file))
    await withTab(MIGRATIONS, (tab) => tab.load(PLAN))
    expect(await structure()).toEqual(fresh)
  })

  it('has the newest structure in the newest fixture', async () => {
    await withTab(MIGRATIONS, (tab) => tab.load(PLAN))
    const newest = readFixture(`v${versionOf(MIGRATIONS)}.json`)
    const empty = (dumped: Dump) => ({
      ...dumped,
      stores: dumped.stores.map((store) => ({ ...store, records: [] })),
    })
    expect(empty(newest)).toEqual(empty(await dump()))
  })
})

describe('numbered steps', () => {
  it('are in order without gaps', () => {
    expect(MIGRATIONS.map(({ to }) => to)).toEqual(MIGRATIONS.map((_, at) => at + 1))
  })

  it('are applied from the version found', () => {
    const steps = [1, 2, 3].map((to): Migration => ({ to, adds: {}, record: null }))
    expect([0, 1, 2, 3].map((from) => stepsFrom(steps, from).map(({ to }) => to))).toEqual([
      [1, 2, 3],
      [2, 3],
      [3],
      [],
    ])
    expect(versionOf(steps)).toBe(3)
    expect(versionOf([])).toBe(0)
  })

  const memoed = (record: unknown) => ({ ...(record as object), memo: '已迁移' })

  it('rewrite every record and add stores, in one go', async () => {
    const entries = Array.from({ length: 50 }, () => payment())
    await withTab(MIGRATIONS, (tab) => tab.append(PLAN, entries))
    const next: Migration = {
      to: 2,
      adds: { extra: { keyPath: 'key', indexes: { kind: 'kind' } } },
      record: memoed,
    }
    const loaded = await withTab([...MIGRATIONS, next], (tab) => tab.load(PLAN))
    expect(loaded).toMatchObject({
      kind: 'loaded',
      entries: entries.map(({ id }) => ({ id, memo: '已迁移' })),
      damaged: [],
    })
    expect((await dump()).stores.map(({ name }) => name)).toEqual([ENTRIES, 'extra'])
  })

  it('leave everything as it was when a step fails, and say why', async () => {
    const entries = [payment(), payment(), payment()]
    await withTab(MIGRATIONS, (tab) => tab.append(PLAN, entries))
    let count = 0
    const failing: Migration = {
      to: 2,
      adds: { extra: { keyPath: 'key', indexes: {} } },
      record: (record) => {
        if (++count === 3) throw new Error('third record')
        return memoed(record)
      },
    }
    expect(await withTab([...MIGRATIONS, failing], (tab) => tab.load(PLAN))).toEqual({
      kind: 'failed',
      failure: { kind: 'broken', cause: 'error', detail: 'Error: third record' },
    })
    expect(await dump()).toMatchObject({ database: DATABASE, version: 1, stores: [{ name: ENTRIES }] })
    expect(await withTab(MIGRATIONS, (tab) => tab.load(PLAN))).toEqual({
      kind: 'loaded',
      entries,
      damaged: [],
    })
  })

  it('say that the disk is full when it fills up in the middle', async () => {
    await withTab(MIGRATIONS, (tab) => tab.append(PLAN, [payment()]))
    const failing: Migration = {
      to: 2,
      adds: {},
      record: () => {
        throw new DOMException('no room', 'QuotaExceededError')
      },
    }
    expect(await withTab([...MIGRATIONS, failing], (tab) => tab.load(PLAN))).toMatchObject({
      failure: { kind: 'full' },
    })
  })
})
