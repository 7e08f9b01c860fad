import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { agendaOf } from '@/domain/work/agenda'
import { boardOf, PUBLISHED } from '../../format/board'
import { actual, JUNE, manage, OCTOBER, pay, rectify, step, total } from '../build'

const P = PUBLISHED.id
const agenda = (entries: readonly Entry[], asOf = OCTOBER) =>
  agendaOf(boardOf(entries, asOf).projects, addEntries(emptyLedger(P), entries).ledger, asOf)
const paid = ['3300', '760', '64', '8.5', '376', '880'].map((sum, index) =>
  pay(`${P}/${index + 1}`, '2020-06-01', sum),
)
const said = (entries: readonly Entry[], asOf = OCTOBER) =>
  agenda(entries, asOf).matters.map(({ status, about, owner, by }) => [
    status.project.position,
    about.kind,
    owner === 'leader' ? 'leader' : owner.manager,
    by,
  ])

describe('the agenda of a meeting', () => {
  it('has nothing where every project is on plan', () => {
    expect(said(paid)).toEqual([])
    expect(agenda(paid).projects).toEqual([])
  })

  it('puts the worst project first and names who owes what', () => {
    const [, , , ...rest] = paid
    const entries = [
      pay(`${P}/1`, '2020-06-01', '3300'),
      pay(`${P}/3`, '2020-06-01', '52'),
      manage(`${P}/3`, '王工'),
      ...rest,
    ]
    expect(said(entries)).toEqual([
      [2, 'unreported', null, null],
      [3, 'spending', '王工', '2020-12-31'],
    ])
  })

  it.each([
    [
      'a submitted checkpoint waits for the leader',
      [step('submit', `${P}/3`, JUNE)],
      [[3, 'review', 'leader', null]],
    ],
    ['an accepted one does not', [step('submit', `${P}/3`, JUNE), step('accept', `${P}/3`, JUNE)], []],
    [
      '整改 without an answer',
      [rectify('rectification', `${P}/3`, JUNE, '补')],
      [[3, 'rectification', null, null]],
    ],
    [
      'answered 整改',
      [
        rectify('rectification', `${P}/3`, JUNE, '补'),
        rectify('rectification-result', `${P}/3`, JUNE, '已补'),
      ],
      [],
    ],
    ['a miss nobody explained', [actual(`${P}/3/1`, OCTOBER, '89')], [[3, 'missed', null, null]]],
    [
      'a near miss that is explained',
      [actual(`${P}/3/1`, OCTOBER, '89', { deviation: { category: 'other', text: '天气' } })],
      [],
    ],
    [
      'a grave miss, explained or not',
      [actual(`${P}/3/1`, OCTOBER, '40', { deviation: { category: 'other', text: '天气' } })],
      [[3, 'missed', null, null]],
    ],
    [
      'rival totals',
      [total(`${P}/3`, OCTOBER, '64', { author: '甲' }), total(`${P}/3`, OCTOBER, '65', { author: '乙' })],
      [[3, 'conflict', null, null]],
    ],
  ] as const)('%s', (_, entries, expected) => {
    expect(said([...paid, ...entries])).toEqual(expected)
  })
})
