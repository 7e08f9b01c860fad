import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { movedFigures } from '@/domain/scoring/moved'
import { HEBEI } from '@/domain/plan/preset'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'
import { DECEMBER, inWan, JUNE, OCTOBER, pay, statedPay, step, total, voidOf, zero, day } from '../build'

const P = `${PLAN_ID}/3`
const first = <E extends Entry>(entry: E): E => ({ ...entry, schema: 1 })

function moved(entries: readonly Entry[], until = DECEMBER) {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  return movedFigures(SIX_PLAN, ledger, HEBEI, until).map(({ project, totals, score }) => ({
    position: project.position,
    totals: totals.map((own) => [own.day.slice(5), inWan(own.before), inWan(own.after)]),
    score: score && [score.before.points.toFixed(2), score.after.points.toFixed(2)],
  }))
}

const wrong = first(pay(P, '2020-05-01', '10', { author: '王芳' }))
const accepted = first(step('accept', P, JUNE, { author: '刘局', covers: [wrong.id] }))

const CASES: readonly (readonly [string, readonly Entry[], ReturnType<typeof moved>])[] = [
  [
    'plain payments: the sum is the sum',
    [first(pay(P, '2020-05-01', '10')), first(pay(P, '2020-07-01', '5'))],
    [],
  ],
  [
    'a total stated once, its payment the difference',
    [first(pay(P, '2020-03-01', '10')), statedPay(P, JUNE, '30', '40')],
    [],
  ],
  [
    'the same total stated in two copies: was added twice',
    [statedPay(P, JUNE, '40', '40', { author: '王芳' }), statedPay(P, JUNE, '40', '40', { author: '李强' })],
    [
      {
        position: 3,
        totals: [
          ['06-30', '80', '40'],
          ['10-31', '80', '40'],
          ['12-31', '80', '40'],
        ],
        score: ['10.00', '5.00'],
      },
    ],
  ],
  [
    'a payment written before a stated total in another copy',
    [statedPay(P, JUNE, '40', '40'), first(pay(P, '2020-04-01', '3', { author: '李强' }))],
    [
      {
        position: 3,
        totals: [
          ['06-30', '43', '40'],
          ['10-31', '43', '40'],
          ['12-31', '43', '40'],
        ],
        score: ['5.38', '5.00'],
      },
    ],
  ],
  [
    'zero said beside nothing, and beside money',
    [first(zero(`${PLAN_ID}/1`, JUNE)), first(pay(P, '2020-04-01', '3')), first(zero(P, JUNE))],
    [],
  ],
  [
    'zero said after 退回 alone',
    [first(pay(P, '2020-04-01', '-3')), first(zero(P, JUNE))],
    [
      {
        position: 3,
        totals: [
          ['06-30', '-3', '0'],
          ['10-31', '-3', '0'],
          ['12-31', '-3', '0'],
        ],
        score: null,
      },
    ],
  ],
  [
    'a void of another’s payment took it back then, and is kept aside now',
    [wrong, first(voidOf(wrong, { author: '李强' }))],
    [
      {
        position: 3,
        totals: [
          ['05-01', null, '10'],
          ['06-30', null, '10'],
          ['10-31', null, '10'],
          ['12-31', null, '10'],
        ],
        score: ['0.00', '1.25'],
      },
    ],
  ],
  [
    'a void dated after the acceptance of what it names',
    [wrong, accepted, first({ ...voidOf(wrong, { author: '王芳' }), effectiveOn: OCTOBER })],
    [
      {
        position: 3,
        totals: [
          ['05-01', null, '10'],
          ['06-30', null, '10'],
          ['10-31', null, '10'],
          ['12-31', null, '10'],
        ],
        score: ['0.00', '1.25'],
      },
    ],
  ],
  [
    'a void of the acceptance let count what came after it',
    [
      wrong,
      accepted,
      first(voidOf(accepted, { author: '刘局' })),
      first(pay(P, '2020-06-01', '5', { author: '王芳' })),
    ],
    [
      {
        position: 3,
        totals: [
          ['06-01', '15', '10'],
          ['06-30', '15', '10'],
          ['10-31', '15', '10'],
          ['12-31', '15', '10'],
        ],
        score: ['1.88', '1.25'],
      },
    ],
  ],
  [
    'two values settled by a void of schema 1',
    (() => {
      const [a, b] = [
        statedPay(P, JUNE, '40', '40', { author: '王芳' }),
        statedPay(P, JUNE, '41', '41', { author: '李强' }),
      ]
      return [a, b, first({ ...voidOf(b, { author: '刘局' }), reason: '核定采用 王芳 填报的 40' })]
    })(),
    [],
  ],
]

describe('what moved by reading schema 1 as today’s rules do, old → new', () => {
  it.each(CASES)('%s', (_, entries, expected) => {
    expect(moved(entries)).toEqual(expected)
    expect(moved([...entries].reverse())).toEqual(expected)
  })

  it('what is written since moves nothing, and is no part of either figure', () => {
    const old = [statedPay(P, JUNE, '40', '40', { author: '王芳' }), first(pay(P, '2020-04-01', '3'))]
    const before = moved(old)
    const since = [total(P, OCTOBER, '70'), voidOf(old[0] as Entry, { author: '王芳' })]
    expect(before).toHaveLength(1)
    expect(moved([...old, ...since])).toEqual(before)
    expect(moved([total(P, JUNE, '40'), total(P, JUNE, '41', { author: '李强' })])).toEqual([])
  })

  it('no day that has not come is listed', () => {
    const old = [statedPay(P, JUNE, '40', '40'), first(pay(P, '2020-04-01', '3'))]
    expect(moved(old, day('2020-07-15'))[0]?.totals).toEqual([['06-30', '43', '40']])
  })
})
