import { describe, expect, it, vi } from 'vitest'
import { persistenceAsker, persistenceOf } from '@/storage/persistence'

const manager = (persisted: boolean, granted: boolean) => ({
  persisted: vi.fn(() => Promise.resolve(persisted)),
  persist: vi.fn(() => Promise.resolve(granted)),
})

describe('asking the browser to keep the data', () => {
  it.each([
    [true, false, 'kept', 0],
    [false, true, 'kept', 1],
    [false, false, 'evictable', 1],
  ])(
    'persisted %s, granted %s: %s after %i question, however often it is asked for',
    async (persisted, granted, answer, questions) => {
      const storage = manager(persisted, granted)
      const ask = persistenceAsker(() => storage as unknown as StorageManager)
      expect([await ask(), await ask()]).toEqual([answer, answer])
      expect(storage.persist).toHaveBeenCalledTimes(questions)
    },
  )

  it.each([
    ['there is nobody to ask', () => undefined],
    ['asking is not offered', () => ({}) as StorageManager],
    [
      'the browser throws',
      () => {
        throw new DOMException('no', 'SecurityError')
      },
    ],
  ])('does not know when %s', async (_why, storage) => {
    expect(await persistenceAsker(storage)()).toBe('unknown')
    expect(await persistenceOf(storage)).toBe('unknown')
  })
})

describe('what the browser has promised so far', () => {
  it.each([
    [true, 'kept'],
    [false, 'evictable'],
  ])('persisted %s: %s, and nobody is asked', async (persisted, answer) => {
    const storage = manager(persisted, true)
    expect(await persistenceOf(() => storage as unknown as StorageManager)).toBe(answer)
    expect(storage.persist).not.toHaveBeenCalled()
  })
})
