import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gapParts, mainShortfall } from '@/domain/status/gapParts'
import type { Entry } from '@/domain/ledger/entry'
import { sumMoney } from '@/domain/number/money'
import { boardOf, PUBLISHED } from '../../format/board'
import { inWan, JUNE, MARCH, OCTOBER, pay } from '../build'

const P = PUBLISHED.id
const parts = (entries: readonly Entry[], asOf = OCTOBER) =>
  gapParts(boardOf(entries, asOf)).map(({ status, amount, kind }) => [
    status.project.position,
    inWan(amount),
    kind,
  ])

describe('缺口分解', () => {
  it('has shortfalls first, then surpluses; unreported with its whole plan', () => {
    expect(
      parts([
        pay(`${P}/1`, '2020-10-01', '3218.48'),
        pay(`${P}/2`, '2020-10-01', '700'),
        pay(`${P}/3`, '2020-10-01', '64.5'),
        pay(`${P}/4`, '2020-10-01', '8'),
      ]),
    ).toEqual([
      [6, '-862.728', 'unreported'],
      [5, '-375.2', 'unreported'],
      [2, '-36', 'short'],
      [4, '-0.5', 'short'],
      [1, '0', 'level'],
      [3, '0.5', 'over'],
    ])
  })

  it('counts what is spent without a due checkpoint', () => {
    expect(parts([pay(`${P}/3`, '2020-02-01', '5')], MARCH).at(-1)).toEqual([3, '5', 'unplanned'])
  })

  it('law: the parts add up to the gap of the department', () => {
    const entries = fc.array(
      fc
        .record({
          project: fc.integer({ min: 1, max: 6 }),
          day: fc.constantFrom('2020-02-03', '2020-06-30', '2020-10-31'),
          fen: fc.integer({ min: -5_000, max: 90_000_000 }),
        })
        .map(({ project, day, fen }) => pay(`${P}/${project}`, day, (fen / 1_000_000).toFixed(6))),
      { minLength: 1, maxLength: 20 },
    )
    fc.assert(
      fc.property(entries, fc.constantFrom(JUNE, OCTOBER), (list, asOf) => {
        const department = boardOf(list, asOf)
        const { standing } = department
        const sum = sumMoney(gapParts(department).map(({ amount }) => amount))
        if ('gap' in standing) expect(sum.eq(standing.gap)).toBe(true)
        else expect(department.spent).toBeNull()
      }),
    )
  })
})

describe('the main shortfall', () => {
  const level = ['3218.48', '736', '64', '8.5', '375.2', '862.728'].map((amount, index) =>
    pay(`${P}/${index + 1}`, '2020-10-01', amount),
  )
  const main = (more: readonly Entry[]) =>
    mainShortfall(boardOf([...level, ...more], OCTOBER))?.status.project.position ?? null
  it.each([
    ['nobody where nothing is missing', [], null],
    ['the only one', [pay(`${P}/5`, '2020-10-02', '-10')], 5],
    ['one that makes just half', [pay(`${P}/5`, '2020-10-02', '-10'), pay(`${P}/6`, '2020-10-02', '-10')], 5],
    ['nobody where three make it', [1, 2, 6].map((n) => pay(`${P}/${n}`, '2020-10-02', '-10')), null],
    [
      'nobody where the department is ahead',
      [pay(`${P}/5`, '2020-10-02', '-10'), pay(`${P}/1`, '2020-10-02', '11')],
      null,
    ],
  ] as [string, Entry[], number | null][])('is %s', (_, more, position) => {
    expect(main(more)).toBe(position)
  })
})
