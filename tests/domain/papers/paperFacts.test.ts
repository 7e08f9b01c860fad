import { describe, expect, it } from 'vitest'
import { countingSlice } from '@/domain/ledger/aside'
import type { Entry, SpendingReason } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { moneyFacts, paperFacts } from '@/domain/papers/paperFacts'
import { rectificationLines } from '@/domain/papers/rectificationList'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus } from '@/domain/status/projectStatus'
import { PLAN_ID } from '../../fixtures/sixProjects'
import {
  actual,
  day,
  DECEMBER,
  JUNE,
  manage,
  OCTOBER,
  pay,
  rectify,
  reopen,
  step,
  total,
  lock,
  unlock,
  voidOf,
} from '../build'
import { BASIS, projectWith, reEvaluate, sheetOf, signOff, summarise } from '../scoring/sheets'

const PROJECT = projectWith()
const P = PROJECT.id
const ledgerOf = (entries: readonly Entry[]) => addEntries(emptyLedger(PLAN_ID), entries).ledger

function factsOf(entries: readonly Entry[], knownAt: string | null = null) {
  const ledger = ledgerOf(entries)
  return paperFacts(
    sheetOf(PROJECT, entries),
    countingSlice(ledger, P, knownAt),
    sliceOf(ledger, P),
    PLAN_ID,
    sliceOf(ledger, PLAN_ID),
    { ...BASIS, knownAt },
  )
}

const reason = (on: string, text: string, subject = P): SpendingReason => {
  const { amount: _, memo: __, voucher: ___, stated: ____, ...base } = pay(subject, on, '1')
  return { ...base, kind: 'spending-reason', category: 'funding', text, nextStep: '', by: null, who: '' }
}

describe('who entered (domain.md §7)', () => {
  it('are the writers of money and values of the year that count, each once, in the order of the days', () => {
    const by = (author: string) => ({ author })
    const gone = pay(P, '2020-02-01', '1', by('赵敏'))
    const entries = [
      actual(`${P}/1`, JUNE, '95', by('李强')),
      pay(P, '2020-03-01', '1', by('王芳')),
      total(P, OCTOBER, '5', by('王芳')),
      gone,
      voidOf(gone, by('赵敏')),
      { ...summarise(P), author: '周评' } as Entry,
      step('submit', P, JUNE, by('孙报')),
      pay(P, '2021-01-05', '1', by('来年')),
    ]
    expect(factsOf(entries).entered).toEqual(['王芳', '李强'])
    expect(factsOf([]).entered).toEqual([])
  })

  it('are those known at a moment and up to the day', () => {
    const [first, second] = [
      pay(P, '2020-03-01', '1', { author: '王芳' }),
      pay(P, JUNE, '1', { author: '李强' }),
    ]
    expect(factsOf([first, second], first.recordedAt).entered).toEqual(['王芳'])
    const slice = countingSlice(ledgerOf([first, second]), P)
    const status = projectStatus(PROJECT, slice, { asOf: day('2020-05-01'), knownAt: null }, HEBEI)
    expect(moneyFacts(status, slice, null).entered).toEqual(['王芳'])
  })
})

describe('why execution is off the budget', () => {
  it('is the last reason about the year’s last day, else the latest of the year, as the sheet and its sign-off have it', () => {
    const [first, last] = [reason(DECEMBER, '招标晚'), reason(DECEMBER, '款未到')]
    expect(factsOf([]).reason).toBeNull()
    const october = reason(OCTOBER, '只说十月')
    expect(factsOf([october]).reason).toBe(october)
    expect(factsOf([last, october]).reason).toBe(last)
    expect(factsOf([last, first]).reason).toBe(last)
    expect(factsOf([first, reason('2021-03-31', '来年')]).reason).toBe(first)
    expect(factsOf([first, last, voidOf(last)]).reason).toBe(first)
    expect(factsOf([first, reason(DECEMBER, '别的', `${P}/1`)]).reason).toBe(first)
  })

  it('and money comes by source', () => {
    const { sources } = factsOf([pay(P, JUNE, '40')])
    expect(sources.rows.map(({ source, executed }) => [source, executed?.toFixed() ?? null])).toEqual([
      ['fiscal', '400000'],
      ['carried-over', null],
      ['other', null],
    ])
  })
})

describe('who accepted', () => {
  const accepted = (on: string, subject = P) => step('accept', subject, on, { author: '周局长' })
  const [june, december] = [accepted(JUNE), accepted(DECEMBER)]

  it.each<[string, readonly Entry[], Entry | null]>([
    ['nobody', [pay(P, JUNE, '1')], null],
    ['the only one', [june], june],
    [
      'the latest checkpoint, in any order of writing',
      [december, { ...june, recordedAt: '2021-01-05T00:00:00.000Z' }],
      december,
    ],
    ['one sent back is none', [june, december, step('return', P, DECEMBER)], null],
    ['one the department opened again is none', [june, december, lock(DECEMBER), unlock(DECEMBER)], null],
    ['of the year before', [accepted('2019-12-31')], null],
    ['of the year after', [accepted('2021-03-31'), june], june],
    ['of an indicator', [accepted(JUNE, `${P}/1`)], null],
    ['submitted is not accepted', [step('submit', P, JUNE)], null],
  ])('%s', (_, entries, expected) => {
    expect(factsOf(entries).accepted).toBe(expected)
  })

  it('the last acceptance of a checkpoint', () => {
    const again = accepted(JUNE)
    expect(factsOf([june, again]).accepted).toBe(again)
  })

  it('is as it was known at a moment', () => {
    expect(factsOf([june, december], june.recordedAt).accepted).toBe(june)
  })
})

describe('whether the year is signed', () => {
  it('of the project or of the plan, until it is opened', () => {
    const [own, whole] = [signOff(P), signOff(PLAN_ID)]
    expect(factsOf([own]).state).toEqual({ kind: 'signed-off', signOff: own })
    expect(factsOf([whole]).state).toEqual({ kind: 'signed-off', signOff: whole })
    expect(factsOf([own, reopen(own)]).state.kind).toBe('open')
    expect(factsOf([signOff(P, {}, '2021-12-31')]).state).toEqual({ kind: 'open', reopened: null })
    expect(factsOf([own], '2019-01-01T00:00:00.000Z').state.kind).toBe('open')
  })
})

describe('整改 over a year (domain.md §12)', () => {
  const lines = (entries: readonly Entry[], knownAt: string | null = null) =>
    rectificationLines(P, sliceOf(ledgerOf(entries), P), 2020, knownAt)
  const by = (author: string) => ({ author })
  const review = { ...reEvaluate(P, {}), author: '周评' }
  const asked = (on: string, author = '周评') => rectify('rectification', P, on, '补报', by(author))

  it.each<[string, readonly Entry[], string]>([
    ['before the year’s end: of monitoring', [asked('2020-12-30')], 'monitoring'],
    ['also after a 复评', [review, asked(JUNE)], 'monitoring'],
    ['about its end: of the self-evaluation', [asked(DECEMBER)], 'self-evaluation'],
    ['and once its writer had made a 复评, of that', [review, asked(DECEMBER)], 're-evaluation'],
    ['in the same moment', [review, { ...asked(DECEMBER), recordedAt: review.recordedAt }], 're-evaluation'],
    [
      'not of one made later',
      [{ ...review, recordedAt: '2021-06-01T00:00:00.000Z' }, asked(DECEMBER)],
      'self-evaluation',
    ],
    ['not of somebody else’s', [review, asked(DECEMBER, '周局长')], 'self-evaluation'],
    ['after the year’s end too', [review, asked('2021-02-01')], 're-evaluation'],
  ])('%s', (_, entries, source) => {
    expect(lines(entries).map((line) => line.source)).toEqual([source])
  })

  it('has who answers for it and what came of it', () => {
    const request = asked(JUNE)
    const answer = rectify('rectification-result', P, JUNE, '已补')
    expect(lines([request])).toEqual([
      { asked: request, answer: null, manager: null, source: 'monitoring', status: null },
    ])
    const named = manage(P, '张三')
    expect(lines([named, request, answer])).toEqual([
      { asked: request, answer, manager: '张三', source: 'monitoring', status: null },
    ])
    expect(lines([request, answer], request.recordedAt)).toMatchObject([{ answer: null }])
    expect(lines([answer])).toEqual([])
  })
})
