import { expect, it } from 'vitest'
import { emptyShelf, memoryStorage } from '@/storage/memoryStorage'
import { ledgerStorageContract } from './contract'
import { codec } from './standInCodec'

ledgerStorageContract('memoryStorage', () => {
  const shelf = emptyShelf()
  return {
    openTab: () => memoryStorage(codec, shelf),
    plant: (record) => Promise.resolve(void shelf.records.set(record.id, record)),
    records: () => Promise.resolve(shelf.records),
    clear: () => Promise.resolve(shelf.records.clear()),
  }
})

it('says that it keeps nothing beyond the page', () => {
  expect(memoryStorage(codec).place).toBe('memory')
})
