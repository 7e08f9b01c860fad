import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareDepartments, lightTurn, type Turn } from '@/domain/status/compare'
import type { AttainmentLight } from '@/domain/status/attainment'
import type { Entry } from '@/domain/ledger/entry'
import { sumMoney } from '@/domain/number/money'
import { boardOf, PUBLISHED } from '../../format/board'
import {
  actual,
  adjust,
  day,
  inWan,
  JUNE,
  MARCH,
  OCTOBER,
  pay,
  plain,
  reschedule,
  retarget,
  total,
  zero,
} from '../build'

const P = PUBLISHED.id
const of = (entries: readonly Entry[], before = JUNE, now = OCTOBER) =>
  compareDepartments(boardOf(entries, before), boardOf(entries, now))
const turnOf = (entries: readonly Entry[], position = 3, before = JUNE, now = OCTOBER): Turn | undefined =>
  of(entries, before, now).projects.find(({ now: { project } }) => project.position === position)?.turn

describe('a project on two days', () => {
  it.each([
    [
      '32 of 40, then 52 of 64: 80 % and 81.25 %',
      [pay(`${P}/3`, '2020-06-01', '32'), pay(`${P}/3`, '2020-09-01', '20')],
      'same',
    ],
    [
      '31.99, then 52: late, then slightly',
      [pay(`${P}/3`, '2020-06-01', '31.99'), pay(`${P}/3`, '2020-09-01', '20.01')],
      'better',
    ],
    [
      '32, then 51.19: slightly, then late',
      [pay(`${P}/3`, '2020-06-01', '32'), pay(`${P}/3`, '2020-09-01', '19.19')],
      'worse',
    ],
    ['nothing said, then 64', [pay(`${P}/3`, '2020-09-01', '64')], 'first'],
    ['nothing said, then zero', [zero(`${P}/3`, '2020-09-01')], 'first'],
    ['nothing said at all', [], 'same'],
    [
      '48 of 40, then 64 of 64',
      [pay(`${P}/3`, '2020-06-01', '48'), pay(`${P}/3`, '2020-09-01', '16')],
      'not-ahead',
    ],
    [
      '40 of 40, then 76.8 of 64',
      [pay(`${P}/3`, '2020-06-01', '40'), pay(`${P}/3`, '2020-09-01', '36.8')],
      'ahead',
    ],
    [
      '40, then over the budget',
      [pay(`${P}/3`, '2020-06-01', '40'), pay(`${P}/3`, '2020-09-01', '40.01')],
      'worse',
    ],
  ] as [string, Entry[], Turn][])('%s', (_, entries, turn) => {
    expect(turnOf(entries)).toBe(turn)
  })

  it.each([
    ['48 of 40 the day before, the same 48 of 64', [pay(`${P}/3`, '2020-06-01', '48')], 'came-due'],
    [
      '48 of 40 the day before, 50 of 64',
      [pay(`${P}/3`, '2020-06-01', '48'), pay(`${P}/3`, '2020-10-31', '2')],
      'came-due',
    ],
    [
      '31 of 40 the day before, 64 of 64: better by any plan',
      [pay(`${P}/3`, '2020-06-01', '31'), pay(`${P}/3`, '2020-10-31', '33')],
      'better',
    ],
    [
      '48 of 40 the day before, money back: worse by any plan',
      [pay(`${P}/3`, '2020-06-01', '48'), pay(`${P}/3`, '2020-10-31', '-20')],
      'worse',
    ],
    [
      '40 of 40 the day before, then over the budget',
      [pay(`${P}/3`, '2020-06-01', '40'), pay(`${P}/3`, '2020-10-31', '41')],
      'worse',
    ],
    [
      '40 of 40 the day before, 40 of 40 in the lesser plan',
      [
        pay(`${P}/3`, '2020-06-01', '40'),
        reschedule(`${P}/3`, '2020-10-30', { '06': '50', '10': '50', '12': '100' }),
      ],
      'same',
    ],
  ] as [string, Entry[], Turn][])('from 30 October to the checkpoint: %s', (_, entries, turn) => {
    expect(turnOf(entries, 3, day('2020-10-30'))).toBe(turn)
  })

  it('nothing spent from checkpoint to checkpoint: another light is the checkpoint alone', () => {
    expect(turnOf([pay(`${P}/3`, '2020-06-01', '40')])).toBe('came-due')
    expect(turnOf([pay(`${P}/3`, '2020-06-01', '8')])).toBe('same')
  })

  it.each([
    ['spent before the first checkpoint', [pay(`${P}/3`, '2020-02-01', '40')], 'began'],
    ['nothing said, now owed', [], 'fell-due'],
    ['over the budget already', [pay(`${P}/3`, '2020-02-01', '81')], 'same'],
    ['over the budget since', [pay(`${P}/3`, '2020-02-01', '1'), pay(`${P}/3`, '2020-05-01', '80')], 'worse'],
    ['first said since', [pay(`${P}/3`, '2020-05-01', '40')], 'first'],
  ] as [string, Entry[], Turn][])('from the blank checkpoint: %s', (_, entries, turn) => {
    expect(turnOf(entries, 3, MARCH, JUNE)).toBe(turn)
  })

  it('says what was added, and nothing where one of the days was not reported', () => {
    const both = of([pay(`${P}/3`, '2020-06-01', '31'), pay(`${P}/3`, '2020-09-01', '20.5')]).projects[2]
    expect([inWan(both?.spent ?? null), plain(both?.rate ?? null), plain(both?.points ?? null)]).toEqual([
      '20.5',
      '25.625',
      '-4.375',
    ])
    const fresh = of([pay(`${P}/3`, '2020-09-01', '20.5')]).projects[2]
    expect([fresh?.spent, fresh?.rate, fresh?.points]).toEqual([null, null, null])
  })

  it('follows a total stated lower', () => {
    const fallen = of([total(`${P}/3`, '2020-06-30', '41'), total(`${P}/3`, '2020-10-31', '40')]).projects[2]
    expect([inWan(fallen?.spent ?? null), fallen?.turn]).toEqual(['-1', 'worse'])
  })
})

describe('an indicator on two days', () => {
  const table: readonly (readonly [AttainmentLight, AttainmentLight, Turn])[] = [
    ['met', 'near', 'worse'],
    ['near', 'far', 'worse'],
    ['far', 'partial', 'better'],
    ['partial', 'met', 'better'],
    ['unreported', 'far', 'first'],
    ['not-due', 'met', 'first'],
    ['not-due', 'unreported', 'fell-due'],
    ['met', 'unreported', 'withdrawn'],
    ['met', 'not-judged', 'other'],
    ['not-judged', 'met', 'other'],
    ['met', 'met', 'same'],
  ]
  it.each(table)('%s → %s: %s', (was, is, turn) => {
    expect(lightTurn(was, is)).toBe(turn)
  })
})

describe('the department on two days', () => {
  it('names what makes them not comparable', () => {
    const kinds = (entries: readonly Entry[], before = JUNE) => of(entries, before).hindrances
    expect(kinds([pay(`${P}/4`, '2020-07-01', '6')])).toEqual([
      expect.objectContaining({ kind: 'unreported', when: 'before', projects: 6 }),
      expect.objectContaining({ kind: 'unreported', when: 'now', projects: 5 }),
    ])
    const reported = [1, 2, 3, 4, 5, 6].map((position) => pay(`${P}/${position}`, '2020-01-05', '1'))
    expect(kinds(reported)).toEqual([])
    expect(kinds(reported, MARCH)).toEqual([{ kind: 'no-checkpoint' }])
    expect(
      kinds([
        ...reported,
        adjust(`${P}/5`, '2020-08-01', '-12'),
        reschedule(`${P}/6`, '2020-08-01', { '10': '70.00' }),
        retarget(`${P}/1/1`, '2020-08-01', '≥98百分比'),
        retarget(`${P}/1/2`, '2020-05-01', '≥98百分比'),
        total(`${P}/2`, '2020-10-31', '700'),
        total(`${P}/2`, '2020-10-31', '701', { author: '李四' }),
      ]),
    ).toEqual([
      { kind: 'conflict', when: 'now', projects: 1 },
      { kind: 'budget', projects: 1 },
      { kind: 'schedule', projects: 1 },
      { kind: 'target', indicators: 1 },
    ])
  })

  const left = ({ indicators }: ReturnType<typeof boardOf>) =>
    indicators['not-due'] + indicators['not-judged']

  it('law: a day compared with itself changes nothing; what projects added is what the department added; better one way is worse the other', () => {
    const entries = fc.array(
      fc.oneof(
        fc
          .record({
            project: fc.integer({ min: 1, max: 6 }),
            month: fc.integer({ min: 1, max: 10 }),
            amount: fc.integer({ min: -20, max: 900 }),
          })
          .map(({ project, month, amount }) =>
            pay(`${P}/${project}`, `2020-${String(month).padStart(2, '0')}-15`, String(amount)),
          ),
        fc
          .record({
            project: fc.integer({ min: 1, max: 6 }),
            month: fc.integer({ min: 4, max: 10 }),
            value: fc.integer({ min: 30, max: 101 }),
          })
          .map(({ project, month, value }) =>
            actual(`${P}/${project}/2`, `2020-${String(month).padStart(2, '0')}-20`, `${value}%`),
          ),
      ),
      { maxLength: 25 },
    )
    fc.assert(
      fc.property(entries, (list) => {
        const [before, now] = [boardOf(list, JUNE), boardOf(list, OCTOBER)]
        const same = compareDepartments(now, now)
        expect(
          same.projects.every(
            ({ turn, indicators }) => turn === 'same' && indicators.every((own) => own.turn === 'same'),
          ),
        ).toBe(true)
        const there = compareDepartments(before, now)
        const back = compareDepartments(now, before)
        for (const [index, { turn }] of there.projects.entries()) {
          expect(back.projects[index]?.turn === 'worse').toBe(turn === 'better')
        }
        if (there.spent && before.unreported.length === now.unreported.length)
          expect(sumMoney(there.projects.flatMap(({ spent }) => spent ?? [])).eq(there.spent)).toBe(true)
        expect(
          there.indicators.met +
            there.indicators.missed +
            there.indicators.unreported +
            left(now) -
            left(before),
        ).toBe(0)
      }),
    )
  })
})
