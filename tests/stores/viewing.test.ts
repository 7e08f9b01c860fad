import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readView, viewQuery, type View } from '@/stores/viewing'
import { days } from '../domain/arbitraries'

const views: fc.Arbitrary<View> = fc.record({
  asOf: fc.option(days()),
  vs: fc.option(days()),
  since: fc.option(days()),
  show: fc.option(fc.constantFrom('missed', 'severely-behind')),
  sort: fc.option(fc.constantFrom('rate', '-gap')),
  unit: fc.constantFrom('wan' as const, 'yuan' as const),
  plan: fc.option(fc.string({ minLength: 1 })),
  demo: fc.boolean(),
  knownOn: fc.option(days()),
})
const value = fc.oneof(
  fc.string(),
  fc.constantFrom('2020-06-30', '2020-02-30', '30/6/2020', 'yuan', 'wan', 'dollar', ''),
  fc.constant(null),
)
const queries = fc.dictionary(
  fc.oneof(fc.constantFrom('asOf', 'vs', 'show', 'sort', 'unit', 'plan', 'demo'), fc.string()),
  fc.oneof(value, fc.array(value), fc.constant(undefined)),
)

describe('the address', () => {
  it('law: reproduces a view', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(readView(viewQuery(view))).toEqual(view)
      }),
    )
  })

  it('law: whatever it says, it is some view, and the view says it again', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const view = readView(query)
        expect(readView(viewQuery(view))).toEqual(view)
        expect(view.asOf === null || /^\d{4}-\d{2}-\d{2}$/.test(view.asOf)).toBe(true)
      }),
    )
  })

  it.each([
    [
      {},
      {
        asOf: null,
        vs: null,
        since: null,
        show: null,
        sort: null,
        unit: 'wan',
        plan: null,
        demo: false,
        knownOn: null,
      },
    ],
    [
      { asOf: '2020-02-30', unit: 'dollar', plan: null },
      {
        asOf: null,
        vs: null,
        since: null,
        show: null,
        sort: null,
        unit: 'wan',
        plan: null,
        demo: false,
        knownOn: null,
      },
    ],
    [
      { asOf: ['2020-06-30', '2020-10-31'], unit: 'yuan', plan: 'a', demo: null },
      {
        asOf: '2020-06-30',
        vs: null,
        since: null,
        show: null,
        sort: null,
        unit: 'yuan',
        plan: 'a',
        demo: true,
        knownOn: null,
      },
    ],
    [
      { plan: '', unit: ['yuan', 'wan'], sort: ['rate', '-gap'], show: 'MISSED' },
      {
        asOf: null,
        vs: null,
        since: null,
        show: null,
        sort: 'rate',
        unit: 'yuan',
        plan: null,
        demo: false,
        knownOn: null,
      },
    ],
    [
      { demo: '' },
      {
        asOf: null,
        vs: null,
        since: null,
        show: null,
        sort: null,
        unit: 'wan',
        plan: null,
        demo: true,
        knownOn: null,
      },
    ],
    [
      { asOf: [], plan: [] },
      {
        asOf: null,
        vs: null,
        since: null,
        show: null,
        sort: null,
        unit: 'wan',
        plan: null,
        demo: false,
        knownOn: null,
      },
    ],
  ])('reads %j', (query, view) => {
    expect(readView(query)).toEqual(view)
  })

  it('is short for the usual view', () => {
    expect(viewQuery(readView({}))).toEqual({})
  })
})
