import { describe, expect, it } from 'vitest'
import { entryContent } from '@/format/ledger/entryContent'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { adjust, expects, OCTOBER, pay, total } from '../../domain/build'

const P = `${PLAN_ID}/1`

describe('an amount of a record', () => {
  it.each([
    [pay(P, OCTOBER, '919.995'), '+919.995 万元'],
    [pay(P, OCTOBER, '-0.000001'), '−0.000001 万元，退回'],
    [pay(P, OCTOBER, '52'), '+52.00 万元'],
    [total(P, OCTOBER, '919.995'), '累计 919.995 万元'],
    [expects(P, OCTOBER, '919.9951'), '919.9951 万元'],
    [adjust(P, OCTOBER, '0.005'), '+0.005 万元，字1号：追加'],
  ])('stands as it was recorded: %#', (entry, said) => {
    expect(entryContent(entry, 'wan')).toBe(said)
  })
})
