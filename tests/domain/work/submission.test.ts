import { describe, expect, it } from 'vitest'
import type { Entry, SpendingReason } from '@/domain/ledger/entry'
import { addEntries, effectiveEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus } from '@/domain/status/projectStatus'
import { openingCheckpoint } from '@/domain/work/opening'
import type { RoundState } from '@/domain/work/round'
import { asksFirst, submissionOf } from '@/domain/work/submission'
import { submissionText } from '@/format/submissionText'
import { PLAN_ID, SIX_PROJECTS } from '../../fixtures/sixProjects'
import { actual, DECEMBER, inWan, JUNE, MARCH, OCTOBER, pay, total } from '../build'

const P = `${PLAN_ID}/3`
const project = SIX_PROJECTS[2]
if (!project) throw new Error('no third project')

function submitting(entries: readonly Entry[], on = JUNE) {
  const slice = sliceOf(addEntries(emptyLedger(PLAN_ID), entries).ledger, P)
  const standpoint = { asOf: on, knownAt: null }
  return submissionOf(
    projectStatus(project as (typeof SIX_PROJECTS)[number], slice, standpoint, HEBEI),
    effectiveEntries(slice, standpoint),
  )
}
const all = (on: string, value = '99') =>
  [1, 2, 3, 4, 5, 6, 7].map((index) => actual(`${P}/${index}`, on, value))
const reason = (on: string, text = '工程款待验收'): SpendingReason => ({
  ...total(P, on, '0'),
  kind: 'spending-reason',
  category: 'funding',
  text,
  nextStep: '',
  by: null,
  who: '',
})

describe('what submitting hands over', () => {
  it('counts the spending and every judged part, and asks about nothing when nothing is missing', () => {
    const whole = submitting([total(P, JUNE, '40'), ...all(JUNE)])
    expect([whole.filled, whole.asked, asksFirst(whole)]).toEqual([8, 8, false])
    expect(submissionText(whole, 'wan').asks).toEqual([])
  })

  it.each([
    ['no spending', [...all(JUNE)], '累计支出未填报'],
    ['no figure of one indicator', [total(P, JUNE, '40'), ...all(JUNE).slice(1)], '未填报 1 项指标'],
    [
      'a miss without a word',
      [total(P, JUNE, '40'), ...all(JUNE).slice(1), actual(`${P}/1`, JUNE, '60')],
      '没有写原因的 1 项',
    ],
    ['late spending without a reason', [total(P, JUNE, '10'), ...all(JUNE)], '支出严重滞后，没有写原因'],
    [
      'payments above their statement',
      [pay(P, '2020-05-08', '50'), total(P, JUNE, '40'), ...all(JUNE)],
      '比逐笔支出合计少 10.00 万元',
    ],
  ] as const)('asks about %s', (_, entries, said) => {
    const submission = submitting(entries)
    expect(asksFirst(submission)).toBe(true)
    expect(submissionText(submission, 'wan').asks.join()).toContain(said)
  })

  it('zero is a figure, blank is none', () => {
    expect(submitting([total(P, JUNE, '0'), ...all(JUNE)]).spent).not.toBeNull()
    expect(submitting(all(JUNE)).spent).toBeNull()
  })

  it('says what is 未逐笔说明 of the last statement and what is carried from before', () => {
    const later = submitting(
      [pay(P, '2020-05-08', '30'), total(P, JUNE, '40'), ...all(JUNE), total(P, OCTOBER, '64')],
      OCTOBER,
    )
    expect(inWan(later.unlisted)).toBe('34')
    expect(later.carried).toHaveLength(7)
  })

  it('bars what two people say differently', () => {
    const rivals = submitting([total(P, JUNE, '40'), total(P, JUNE, '41', { author: '李四' }), ...all(JUNE)])
    expect(rivals.conflicts).toBe(1)
    expect(submissionText(rivals, 'wan').barred).toContain('核定')
  })

  it('a reason given on or after the due checkpoint explains its lag; one from before does not', () => {
    const late = [total(P, JUNE, '10'), ...all(JUNE)]
    expect(asksFirst(submitting([...late, reason(JUNE)]))).toBe(false)
    expect(asksFirst(submitting([...late, reason('2020-06-29')]))).toBe(true)
    expect(submitting([...late, reason(JUNE)], OCTOBER).reason).toBeNull()
    expect(submitting([...late, reason(JUNE), reason(OCTOBER, '又一次')], OCTOBER).reason?.text).toBe(
      '又一次',
    )
  })
})

describe('the checkpoint that entering opens on', () => {
  const rounds = (...states: RoundState[]) =>
    [JUNE, OCTOBER, DECEMBER].map((day, index) => ({ day, state: states[index] ?? 'open', closing: null }))
  it.each([
    ['before the first, the next to come', rounds(), MARCH, JUNE],
    ['on its day', rounds(), JUNE, JUNE],
    ['the latest that is due', rounds(), '2020-11-02', OCTOBER],
    ['one sent back comes first', rounds('returned', 'open'), '2020-11-02', JUNE],
    ['what is submitted is passed over', rounds('accepted', 'submitted'), '2020-11-02', DECEMBER],
    ['an older one when the due one is done', rounds('open', 'accepted'), '2020-11-02', JUNE],
    ['nothing left: the due one', rounds('accepted', 'accepted', 'accepted'), DECEMBER, DECEMBER],
    ['no checkpoint at all', [], JUNE, null],
  ] as const)('%s', (_, given, asOf, opening) => {
    expect(openingCheckpoint(given, asOf as typeof JUNE)).toBe(opening)
  })
})
