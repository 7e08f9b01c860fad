import { describe, expect, it } from 'vitest'
import { NO_ANSWERS } from '@/domain/payments/readPaymentList'
import { PaymentSession, type SentContext } from '@/workers/paymentSession'
import { asCsv, listBytes, PLAN } from '../documents/payments/lists'

const context: SentContext = {
  year: PLAN.year,
  department: PLAN.department,
  today: null,
  projects: PLAN.projects.map(({ id, code, name, budget }) => ({ id, code, name, budget: budget.toFixed() })),
  held: [],
  remembered: {},
}

function opened(name: string) {
  const session = new PaymentSession()
  const opening = session.open(listBytes(name), name, context, NO_ANSWERS)
  if (!opening.ok) throw new Error(opening.problem.kind)
  return { session, list: opening.list }
}

describe('a payment list being looked at', () => {
  it('shows what can cross to the page: no exact numbers, only texts', () => {
    const { list } = opened('basic-expenditure-row.csv')
    expect(structuredClone(list)).toEqual(list)
    expect(list.lines.map(({ amount }) => amount)[2]).toBe('1500000.5')
    expect(list.names).toEqual([
      { key: '|基本支出-工资福利', said: '基本支出-工资福利', lines: 1, likely: null },
    ])
  })

  it('asks a name once for all its lines and understands the answer', () => {
    const { session, list } = opened('bracketed-code-names.csv')
    const [asked] = list.names
    const again = session.answer({ ...NO_ANSWERS, projects: { [asked?.key ?? '']: '2020-323002/3' } })
    expect(again.ok && again.list.lines.map(({ ticked }) => ticked)).toEqual([true, true])
    expect(again.ok && again.list.names).toEqual([])
  })

  it('hears how far it is, and says what is no list', () => {
    const steps: (readonly [number, number])[] = []
    const session = new PaymentSession()
    session.open(listBytes('two-sheets.xlsx'), 'a.xlsx', context, NO_ANSWERS, (done, of) =>
      steps.push([done, of]),
    )
    expect(steps).toEqual([
      [5, 10],
      [10, 10],
    ])
    const none = session.open(
      asCsv([
        ['甲', '乙'],
        ['1', '2'],
      ]),
      'a.csv',
      context,
      NO_ANSWERS,
    )
    expect(none).toEqual({ ok: false, problem: { kind: 'no-columns', where: null } })
  })
})
