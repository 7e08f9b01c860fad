import { expect, it } from 'vitest'
import { emptyShelf, memoryStorage } from '@/storage/memoryStorage'
import { ledgerStorageContract } from './contract'
import { payment } from './entries'

ledgerStorageContract('memoryStorage', () => {
  const shelf = emptyShelf()
  return {
    openTab: () => memoryStorage('real', shelf),
    plant: (record) => Promise.resolve(void shelf.records.set(record.id, record)),
    records: () => Promise.resolve(shelf.records),
    clear: () => Promise.resolve(shelf.records.clear()),
  }
})

it('says that it keeps nothing beyond the page', () => {
  expect(memoryStorage().place).toBe('memory')
})

it('keeps a demonstration apart: its door takes no real entry, the real one none of a demonstration', async () => {
  const demo = payment({ plan: 'demo:2020-323002', subject: '2020-323002/1' })
  const real = payment()
  expect(await memoryStorage('demo').append(demo.plan, [demo])).toMatchObject({ kind: 'saved' })
  for (const [origin, entry] of [['real', demo] as const, ['demo', real] as const]) {
    expect(await memoryStorage(origin).append(entry.plan, [entry])).toMatchObject({
      failure: { kind: 'refused', why: 'unreadable', ids: [entry.id] },
    })
  }
})
