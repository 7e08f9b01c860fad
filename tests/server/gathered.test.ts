import { describe, expect, it } from 'vitest'
import { gathered } from '../../server/database/gathered'

/** A reading that ends when it is told to; what it was asked each time. */
function slow() {
  const asked: (readonly string[])[] = []
  const ends: (() => void)[] = []
  const starts: (() => void)[] = []
  const stored = new Map<string, number>([['a', 1]])
  const read = async (keys: readonly string[]) => {
    asked.push(keys)
    const found = new Map(keys.flatMap((key) => (stored.has(key) ? [[key, stored.get(key)!] as const] : [])))
    starts.shift()?.()
    await new Promise<void>((resolve) => ends.push(resolve))
    return found
  }
  return {
    asked,
    stored,
    read,
    end: () => ends.shift()?.(),
    started: () => new Promise<void>((go) => starts.push(go)),
  }
}

describe('what many ask is read together', () => {
  it('asks for everybody who waits by one reading, each key once', async () => {
    const { asked, read, end, started } = slow()
    const valueOf = gathered(read)
    const began = started()
    const first = [valueOf('a'), valueOf('b'), valueOf('a')]
    await began
    end()
    expect(await Promise.all(first)).toEqual([1, null, 1])
    expect(asked).toEqual([['a', 'b']])
  })

  it('answers from a reading that began after the question: what ended meanwhile has ended', async () => {
    const { asked, stored, read, end, started } = slow()
    const valueOf = gathered(read)
    const [began, again] = [started(), started()]
    const before = valueOf('a')
    await began
    stored.delete('a')
    const after = valueOf('a')
    end()
    expect(await before).toBe(1)
    await again
    end()
    expect(await after).toBeNull()
    expect(asked).toEqual([['a'], ['a']])
  })

  it('fails those that were read together, and reads on for the next', async () => {
    let away = true
    const valueOf = gathered(async (keys) => {
      if (away) throw new Error('away')
      return new Map(keys.map((key) => [key, key]))
    })
    const both = await Promise.allSettled([valueOf('a'), valueOf('b')])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    away = false
    expect(await valueOf('a')).toBe('a')
  })
})
