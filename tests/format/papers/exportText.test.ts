import { describe, expect, it } from 'vitest'
import { ledgerHoldsText } from '@/format/papers/exportText'
import { wan } from '../../domain/build'

const tally = { entries: 2, voided: 0, aside: 0, payments: 2, paid: wan('6518.768415') }

describe('what an exported ledger holds', () => {
  it.each([
    ['yuan', '2 条记录，有效支付 2 笔、合计 65,187,684.15 元，按当前所知'],
    ['wan', '2 条记录，有效支付 2 笔、合计 6,518.77 万元，按当前所知'],
  ] as const)('is said in the unit of the sentence it stands in: %s', (unit, said) => {
    expect(ledgerHoldsText(tally, null, unit)).toBe(said)
  })
})
