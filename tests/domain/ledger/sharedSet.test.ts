import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SharedSet } from '@/domain/ledger/sharedSet'

const texts = fc.nat({ max: 200 }).map((at) => `2020-323002/${at}`)
const steps = fc.array(fc.array(texts, { minLength: 1, maxLength: 9 }), { maxLength: 40, size: 'max' })

describe('a shared set', () => {
  it('holds what a set holds, in the order in which it came, and is not changed by another made from it', () => {
    fc.assert(
      fc.property(steps, texts, (all, other) => {
        const made = [{ set: SharedSet.empty(), plain: new Set<string>() }]
        for (const more of all) {
          const { set, plain } = made.at(-1)!
          const fresh = new Set(more.filter((text) => !set.has(text)))
          made.push({ set: set.with(fresh), plain: new Set([...plain, ...fresh]) })
        }
        for (const { set, plain } of made) {
          expect([...set.keys()]).toEqual([...plain])
          expect([set.size, set.has(other)]).toEqual([plain.size, plain.has(other)])
        }
      }),
    )
  })
})
