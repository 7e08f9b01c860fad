import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SharedMap } from '@/domain/ledger/sharedMap'

/** Two texts of one FNV-1a hash, so that leaves with several keys are tried. */
const COLLIDING = ['costarring', 'liquid'] as const
const keys = fc.oneof(
  fc.constantFrom(...COLLIDING),
  fc.nat({ max: 2000 }).map((at) => `2020-323002/${at}`),
)
const pairs = fc.array(fc.tuple(keys, fc.nat({ max: 9 })), { maxLength: 200, size: 'max' })

function shared(all: readonly (readonly [string, number])[]): SharedMap<number> {
  return all.reduce((map, [key, value]) => map.with(key, value), SharedMap.empty<number>())
}

describe('a shared map', () => {
  it('holds what a map holds', () => {
    fc.assert(
      fc.property(pairs, keys, (all, other) => {
        const plain = new Map(all)
        const map = shared(all)
        expect(map.size).toBe(plain.size)
        expect(new Map(map)).toEqual(plain)
        expect([...map.keys()].sort()).toEqual([...plain.keys()].sort())
        expect([...map.values()].sort()).toEqual([...plain.values()].sort())
        expect([map.has(other), map.get(other)]).toEqual([plain.has(other), plain.get(other)])
      }),
    )
  })

  it('is not changed by another made from it, and says what differs', () => {
    fc.assert(
      fc.property(pairs, pairs, (all, more) => {
        const before = shared(all)
        const old = new Map(before)
        const after = more.reduce((map, [key, value]) => map.with(key, value), before)
        expect(new Map(before)).toEqual(old)
        const now = new Map(after)
        expect(after.changedSince(before).sort()).toEqual(
          [...now.keys()].filter((key) => now.get(key) !== old.get(key)).sort(),
        )
        expect(after.changedSince(after)).toEqual([])
      }),
    )
  })

  it('holds the same whether pairs are put in one by one or all at once', () => {
    fc.assert(
      fc.property(pairs, pairs, (all, more) => {
        const before = shared(all)
        const old = new Map(before)
        const [one, once] = [
          more.reduce((map, [key, value]) => map.with(key, value), before),
          before.withAll(more),
        ]
        expect(new Map(before)).toEqual(old)
        expect(once.size).toBe(one.size)
        expect(new Map(once)).toEqual(new Map(one))
        expect(once.changedSince(one)).toEqual([])
        for (const [key, value] of one) expect(once.get(key)).toBe(value)
      }),
    )
  })

  it('says what differs from any other map, what only one of the two holds too', () => {
    fc.assert(
      fc.property(pairs, pairs, (all, others) => {
        const [map, other] = [shared(all), shared(others)]
        const [here, there] = [new Map(all), new Map(others)]
        expect(map.changedSince(other).sort()).toEqual(
          [...new Set([...here.keys(), ...there.keys()])]
            .filter((key) => here.get(key) !== there.get(key))
            .sort(),
        )
      }),
    )
  })

  it('keeps two keys of one hash apart', () => {
    const [one, other] = COLLIDING
    const map = shared([
      [one, 1],
      [other, 2],
      [one, 3],
    ])
    expect([map.get(one), map.get(other), map.size]).toEqual([3, 2, 2])
  })
})
