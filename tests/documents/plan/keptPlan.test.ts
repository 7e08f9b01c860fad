import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plansInForce, readKeptPlans, type KeptPlan } from '@/documents/plan/keptPlan'

const version = (plan: string, at: string, text: string | null = '{}'): KeptPlan => ({
  id: `${plan}-${at}`,
  plan,
  year: 2021,
  department: '局',
  text,
  source: '公开.docx',
  author: '孙科长',
  reason: '',
  at,
})

describe('the plans taken into a browser', () => {
  it('stand in their newest version, whatever order they are found in', () => {
    const all = [version('a', '3'), version('b', '1'), version('a', '2'), version('b', '4')]
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 4 }), (found) => {
        expect(
          plansInForce(found)
            .map(({ id }) => id)
            .sort(),
        ).toEqual(['a-3', 'b-4'])
      }),
    )
  })

  it('leave the list when taken out, and come back when taken in again', () => {
    const out = [version('a', '1'), version('a', '2', null)]
    expect(plansInForce(out)).toEqual([])
    expect(plansInForce([...out, version('a', '3')])).toHaveLength(1)
  })

  it('are read by shape; another record is left where it lies', () => {
    expect(readKeptPlans([version('a', '1'), { id: 'x' }, null])).toEqual([version('a', '1')])
  })
})
