import { describe, expect, it } from 'vitest'
import { attentionList, type Attention } from '@/domain/status/attention'
import { worstFirst } from '@/domain/status/worstFirst'
import type { Day } from '@/domain/time/day'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus, type ProjectStatus } from '@/domain/status/projectStatus'
import { PLAN_ID, projectOf } from '../../fixtures/sixProjects'
import { actual, inWan, JUNE, MARCH, OCTOBER, pay, settle, total } from '../build'

const SCHEDULE = { '03': null, '06': '50', '10': '80', '12': '100' }
const PROJECTS = [1, 2, 3, 4, 5, 6, 7].map((position) =>
  projectOf(position, `项目${position}`, '100', SCHEDULE, ['≥95百分比', '=100百分比']),
)
const at = (position: number): string => `${PLAN_ID}/${position}`

function statuses(entries: readonly Entry[], asOf: Day, positions: readonly number[]): ProjectStatus[] {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  return PROJECTS.filter(({ position }) => positions.includes(position)).map((project) =>
    projectStatus(project, sliceOf(ledger, project.id), { asOf, knownAt: null }, HEBEI),
  )
}

function brief(item: Attention): string {
  const what = item.kind === 'spending' ? item.pace : item.kind
  const more =
    'indicator' in item && item.indicator
      ? ` ${item.indicator.light}${'explained' in item && item.explained ? ' explained' : ''}`
      : ''
  return `${item.status.project.position} ${what}${more}`
}

const bothMet = (position: number, on = '2020-06-30'): Entry[] => [
  actual(`${at(position)}/1`, on, '95'),
  actual(`${at(position)}/2`, on, '100'),
]

describe('attentionList', () => {
  it('names nothing when all is well', () => {
    expect(attentionList(statuses([pay(at(1), '2020-06-01', '50'), ...bothMet(1)], JUNE, [1]))).toEqual([])
  })

  it('names nothing before anything is due', () => {
    expect(attentionList(statuses([], MARCH, [1, 2]))).toEqual([])
  })

  it('puts the most pressing first, equal ones in the document’s order', () => {
    const entries = [
      pay(at(1), '2020-06-01', '45'),
      ...bothMet(1),
      pay(at(2), '2020-06-01', '101'),
      ...bothMet(2),
      pay(at(3), '2020-06-01', '20'),
      ...bothMet(3),
      pay(at(4), '2020-06-01', '35'),
      ...bothMet(4),
      pay(at(5), '2020-06-01', '60'),
      actual(`${at(5)}/1`, '2020-06-30', '40'),
      actual(`${at(5)}/2`, '2020-06-30', '110'),
      pay(at(6), '2020-06-01', '50'),
      actual(`${at(6)}/1`, '2020-06-30', '94.9'),
    ]
    expect(attentionList(statuses(entries, JUNE, [1, 2, 3, 4, 5, 6, 7])).map(brief)).toEqual([
      '2 over-budget',
      '3 severely-behind',
      '7 unreported-project',
      '4 behind',
      '5 missed far',
      '1 slightly-behind',
      '6 missed near',
      '6 unreported-indicators',
      '5 exceeded met',
      '5 ahead',
    ])
  })

  it('says once that a project reported nothing, with how many indicators are open', () => {
    const [item, ...others] = attentionList(statuses([], JUNE, [1]))
    expect([item?.kind, item && 'open' in item && item.open, others]).toEqual(['unreported-project', 2, []])
  })

  it('says what a project behind still needs', () => {
    const [item] = attentionList(statuses([pay(at(1), '2020-06-01', '20'), ...bothMet(1)], JUNE, [1]))
    expect(item?.kind === 'spending' && item.need && inWan(item.need.left)).toBe('60')
  })

  it('knows whether a deviation was explained', () => {
    const deviation = { category: 'funding' as const, text: '资金未到位' }
    const entries = [
      pay(at(1), '2020-06-01', '50'),
      actual(`${at(1)}/1`, '2020-06-30', '50', { deviation }),
      actual(`${at(1)}/2`, '2020-06-30', '50'),
    ]
    expect(attentionList(statuses(entries, JUNE, [1])).map(brief)).toEqual([
      '1 missed far explained',
      '1 missed far',
    ])
  })

  const cleared = (position: number, amount: string) => [
    pay(at(position), '2020-06-01', amount),
    ...bothMet(position),
  ]
  const rivals = (position: number) => [
    total(at(position), JUNE, '50', { author: '王芳' }),
    total(at(position), JUNE, '51', { author: '李强' }),
    ...bothMet(position),
  ]
  const values = (position: number) => [
    ...cleared(position, '50'),
    actual(`${at(position)}/1`, '2020-06-30', '96', { author: '李强' }),
  ]
  const inOctober = (position: number, amount: string, actuals: readonly [string, string], on = OCTOBER) => [
    pay(at(position), '2020-10-01', amount),
    actual(`${at(position)}/1`, on, actuals[0]),
    actual(`${at(position)}/2`, on, actuals[1]),
  ]
  const exceeded = (position: number) => inOctober(position, '80', ['95', '110'])
  const carried = (position: number) => inOctober(position, '80', ['95', '100'], JUNE)
  const ahead = (position: number) => inOctober(position, '99', ['95', '100'])
  it.each([
    ['total-conflict', 'unreported-project', rivals, () => [], JUNE],
    ['conflict', 'unreported-project', values, () => [], JUNE],
    ['behind', 'total-conflict', (one: number) => cleared(one, '35'), rivals, JUNE],
    ['behind', 'conflict', (one: number) => cleared(one, '35'), values, JUNE],
    ['carried', 'exceeded', carried, exceeded, OCTOBER],
    ['ahead', 'carried', ahead, carried, OCTOBER],
    ['ahead', 'exceeded', ahead, exceeded, OCTOBER],
  ] as const)('%s stands after %s, whichever the document names first', (later, sooner, low, high, asOf) => {
    for (const [one, other] of [
      [1, 2],
      [2, 1],
    ] as const) {
      const found = attentionList(statuses([...low(one), ...high(other)], asOf, [1, 2]))
        .map(brief)
        .map((text) => text.split(' ')[1])
      expect(found).toContain(sooner)
      expect(found.lastIndexOf(sooner)).toBeLessThan(found.indexOf(later))
    }
  })

  it('shows a conflict beside the judgement, and what was carried over', () => {
    const entries = [
      pay(at(1), '2020-06-01', '80'),
      actual(`${at(1)}/1`, '2020-06-30', '90'),
      actual(`${at(1)}/1`, '2020-06-30', '95', { author: '李四' }),
      actual(`${at(1)}/2`, '2020-06-30', '100'),
    ]
    expect(attentionList(statuses(entries, OCTOBER, [1])).map(brief)).toEqual(['1 conflict met', '1 carried'])
  })

  it('rival totals of a day are named until they are settled, equal ones never', () => {
    const a = total(at(1), JUNE, '40', { author: '王芳' })
    const kinds = (entries: readonly Entry[]) =>
      attentionList(statuses(entries, JUNE, [1])).filter(({ kind }) => kind === 'total-conflict').length
    const b = total(at(1), JUNE, '41', { author: '李强' })
    expect(kinds([a, b])).toBe(1)
    expect(kinds([a, b, settle(a, [a, b])])).toBe(0)
    expect(kinds([a, total(at(1), JUNE, '40', { author: '李强' })])).toBe(0)
  })
})

describe('worstFirst', () => {
  it('orders by standing, then by the gap, then as the document does, and leaves the given list alone', () => {
    const entries = [
      pay(at(1), '2020-06-01', '60'),
      pay(at(2), '2020-06-01', '101'),
      pay(at(3), '2020-06-01', '20'),
      pay(at(4), '2020-06-01', '10'),
      pay(at(5), '2020-06-01', '50'),
      pay(at(6), '2020-06-01', '50'),
    ]
    const given = statuses(entries, JUNE, [1, 2, 3, 4, 5, 6, 7])
    const before = [...given]
    expect(worstFirst(given).map(({ project: { position } }) => position)).toEqual([2, 4, 3, 7, 5, 6, 1])
    expect(given).toEqual(before)
  })
})
