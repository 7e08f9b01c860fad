import { describe, expect, it } from 'vitest'
import { askPayment, type TypedPayment } from '@/domain/desk/verbs'
import { emptyLedger } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { unreadDayText } from '@/format/words'
import { paymentAsk, paymentLacks } from '@/views/entry/paymentAsk'
import { DECEMBER } from '../../domain/build'
import { MEDICAL } from '../../fixtures/entryProjects'
import { PLAN_ID } from '../../fixtures/sixProjects'

const basis = { ledger: emptyLedger(PLAN_ID), preset: HEBEI, today: DECEMBER }
const TYPED: TypedPayment = {
  day: '2020-05-08',
  amount: '5',
  memo: '',
  voucher: '',
  covered: '',
  confirmed: '',
}

function lacks(
  typed: Partial<TypedPayment>,
  answered: Partial<Parameters<typeof paymentLacks>[1]> = {},
): string {
  const given = { ...TYPED, ...typed }
  const ask = paymentAsk(askPayment(basis, MEDICAL, given), () => '', null, null)
  return paymentLacks(ask, { day: 'ok', amount: given.amount, covered: true, sure: true, ...answered })
}

describe('what a payment lacks when 记一笔 is pressed', () => {
  it.each([
    ['nothing', {}, {}, /^$/],
    ['a day', { day: '' }, { day: 'missing' }, /请写明支付日期/],
    ['a day of the year', { day: '2021-05-08' }, { day: 'outside' }, /不在本年度内/],
    ['an amount', { amount: ' ' }, {}, /请填写金额/],
    ['a figure', { amount: '无' }, {}, /没有写数/],
    ['a figure that can be read', { amount: '五块' }, {}, /还没有记：.*不是能识别的数/],
    ['an amount that is one', { amount: '0' }, {}, /金额是 0.*零支出/],
    ['whether the total holds it', {}, { covered: false }, /“已含在累计内”还是“应增加累计”/],
    ['whether the total holds what came back', { amount: '-5' }, { covered: false }, /还是“应减少累计”/],
    ['a yes to what is asked', { amount: '5000' }, { sure: false }, /已核对，照此记入/],
  ] as const)('%s', (_, typed, answered, said) => {
    expect(lacks(typed, answered)).toMatch(said)
  })
})

it('a day that is in no calendar is not called one of another year', () => {
  expect(['2020-02-30', '2020/6/31', '2020年13月1日', '20200230', '2-30'].map(unreadDayText)).toEqual(
    ['2020-02-30', '2020/6/31', '2020年13月1日', '20200230', '2-30'].map(
      (text) => `没有“${text}”这一天，请改正日期`,
    ),
  )
  for (const text of ['2020-0', '2020-02', '昨天', '2020']) expect(unreadDayText(text)).toContain('请写成')
})
