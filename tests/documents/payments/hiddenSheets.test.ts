import { describe, expect, it } from 'vitest'
import { NO_ANSWERS } from '@/domain/payments/readPaymentList'
import { PaymentSession, type SentContext } from '@/workers/paymentSession'
import { hiding, listBytes, PLAN } from './lists'

const context: SentContext = {
  year: PLAN.year,
  department: PLAN.department,
  today: null,
  projects: PLAN.projects.map(({ id, code, name, budget }) => ({ id, code, name, budget: budget.toFixed() })),
  held: [],
  remembered: {},
}
const book = listBytes('two-sheets.xlsx')
const open = (bytes: Uint8Array) => {
  const session = new PaymentSession()
  const opening = session.open(bytes, 'a.xlsx', context, NO_ANSWERS)
  if (!opening.ok) throw new Error(opening.problem.kind)
  return { session, list: opening.list }
}

describe('a hidden sheet of a payment list', () => {
  const whole = open(book).list
  const [first = '', second = ''] = whole.sheets

  it('is named with its rows and not read, and read when it is ticked', () => {
    const { session, list } = open(hiding(book, second))
    expect(list.sheets).toEqual([first])
    expect(list.hidden).toEqual([second])
    expect(list.lines.every(({ sheet }) => sheet === first)).toBe(true)
    const said = list.leftOut.find(({ sheet }) => sheet === second)
    expect(said?.why).toMatch(/^是隐藏的工作表，有 \d+ 行，没有读入；要读的，在“读入的工作表”中勾选/)
    const again = session.answer({ ...NO_ANSWERS, hidden: [second] })
    expect(again.ok && again.list.lines).toEqual(whole.lines)
    expect(again.ok && [again.list.sheets, again.list.hidden]).toEqual([whole.sheets, [second]])
  })

  it('is offered also where the file has no other', () => {
    const { session, list } = open(hiding(hiding(book, first), second))
    expect(list.lines).toEqual([])
    expect(list.hidden).toEqual([first, second])
    const again = session.answer({ ...NO_ANSWERS, hidden: [first, second] })
    expect(again.ok && again.list.lines).toEqual(whole.lines)
  })
})
