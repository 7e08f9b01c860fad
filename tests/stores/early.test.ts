import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { useLedger } from '@/stores/ledger'
import { PLAN, atWork } from './atWork'
import { settled, testWorld } from './testWorld'
import { ledgerVisit } from '@/stores/ledgerVisit'
import { memoryStorage } from '@/storage/memoryStorage'
import { writeEntries } from '@/domain/ledger/draft'
import { lastDayOfYear } from '@/domain/time/day'

const WANG = { id: null, name: '王芳', role: 'manager' } as const
const text = (words: string) => ({
  kind: 'comment' as const,
  subject: `${PLAN}/1`,
  effectiveOn: lastDayOfYear(2020),
  text: words,
})

function stamped(recordedAt: string, id: string): Entry[] {
  return writeEntries([text(id)], {
    plan: PLAN,
    author: '王芳',
    role: 'manager',
    account: null,
    recordedAt,
    nextId: () => id,
  })
}

const FAR = stamped('2027-01-01T00:00:00.000Z', '01a00000-0000-7000-8000-000000000001')
const NEAR = stamped('2021-02-01T02:01:59.000Z', '01a00000-0000-7000-8000-000000000002')
const silent = { saved: () => {}, settled: () => {} }
const idsOf = (ledgers: ReturnType<typeof useLedger>) => [...ledgers.ledger.ids.keys()]

describe('an arriving entry from the future waits for its time', () => {
  it('is kept, lifts nobody and counts for nothing: what is corrected today is recorded today; then it joins', async () => {
    const { ledgers, moveTo, entries } = await atWork()
    expect(await ledgers.take([...FAR, ...NEAR])).toBe(true)
    expect([idsOf(ledgers), ledgers.early.length, ledgers.clockBehind]).toEqual([[NEAR[0]!.id], 1, 0])
    expect(entries()).toHaveLength(2)
    const corrected = await ledgers.write([text('今天')], WANG)
    expect(corrected?.[0]?.recordedAt.slice(0, 10)).toBe('2021-02-01')
    expect(idsOf(ledgers)).not.toContain(FAR[0]!.id)
    await moveTo('2026-12-31T23:00:00.000Z')
    expect(ledgers.early).toHaveLength(1)
    await moveTo('2027-01-01T00:00:00.000Z')
    expect([idsOf(ledgers).includes(FAR[0]!.id), ledgers.early.length]).toEqual([true, 0])
  })

  it('waits also when it is loaded, and is held for every file', async () => {
    const { world, shelf } = testWorld()
    await memoryStorage('real', shelf).append(PLAN, [...FAR, ...NEAR])
    const visit = ledgerVisit(PLAN, 'real', world, silent)
    const storage = memoryStorage('real', shelf)
    visit.keepIn(storage, null)
    await visit.read(storage)
    expect([[...visit.ledger.value.ids.keys()], visit.early.value]).toEqual([[NEAR[0]!.id], FAR])
    expect(visit.held()).toHaveLength(2)
  })

  it('waits also when another tab wrote it', async () => {
    const { world, shelf } = testWorld()
    const visit = ledgerVisit(PLAN, 'real', world, silent)
    const storage = memoryStorage('real', shelf)
    let hear: (entries: readonly Entry[]) => void = () => {}
    await visit.read({
      ...storage,
      subscribe: (_, hearer) => {
        hear = (entries) => hearer.arrived({ entries, damaged: [] })
        return () => {}
      },
    })
    hear([...FAR, ...NEAR])
    expect([[...visit.ledger.value.ids.keys()], visit.early.value]).toEqual([[NEAR[0]!.id], FAR])
  })

  it('takes nothing away from what is here when the clock falls back', async () => {
    const { world, shelf, ledgers, moveTo } = await atWork()
    await ledgers.write([text('一')], WANG)
    await moveTo('2015-01-01T00:00:00.000Z')
    await ledgers.write([text('二')], WANG)
    await settled()
    const visit = ledgerVisit(PLAN, 'real', world, silent)
    await visit.read(memoryStorage('real', shelf))
    expect([visit.ledger.value.ids.size, visit.early.value]).toEqual([2, []])
  })
})
