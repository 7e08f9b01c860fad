import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '@/domain/day'
import { readView, viewQuery } from '@/stores/viewing'

describe('the address', () => {
  it('reproduces a view', () => {
    const views = fc.record({
      asOf: fc.constantFrom(null, '2020-06-30' as Day, '2020-02-29' as Day),
      unit: fc.constantFrom('wan' as const, 'yuan' as const),
      plan: fc.constantFrom(null, '2020-323002'),
      demo: fc.boolean(),
    })
    fc.assert(
      fc.property(views, (view) => {
        expect(readView(viewQuery({ ...readView({}), ...view }))).toMatchObject(view)
      }),
    )
  })

  it('takes nothing from what it cannot read', () => {
    expect(readView({ asOf: '2020-02-30', unit: 'dollar', plan: null })).toMatchObject({
      asOf: null,
      unit: 'wan',
      plan: null,
      demo: false,
    })
    const junk = fc.dictionary(
      fc.constantFrom('asOf', 'unit', 'plan', 'demo'),
      fc.oneof(fc.string(), fc.constant(null), fc.array(fc.string())),
    )
    fc.assert(fc.property(junk, (query) => void readView(query)))
  })
})
