import { describe, expect, it } from 'vitest'
import type { Entry, SpendingReason } from '@/domain/ledger/entry'
import { addEntries, effectiveEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus } from '@/domain/status/projectStatus'
import { openingCheckpoint } from '@/domain/work/opening'
import type { RoundState } from '@/domain/work/round'
import { asksFirst, spendingReason, submissionOf } from '@/domain/work/submission'
import { submissionText } from '@/format/submissionText'
import { PLAN_ID, SIX_PROJECTS } from '../../fixtures/sixProjects'
import { actual, DECEMBER, inWan, JUNE, MARCH, OCTOBER, pay, split, step, total, zero } from '../build'

const P = `${PLAN_ID}/3`
const project = SIX_PROJECTS[2]
if (!project) throw new Error('no third project')

function submitting(entries: readonly Entry[], on = JUNE, of = project) {
  const slice = sliceOf(addEntries(emptyLedger(PLAN_ID), entries).ledger, P)
  const standpoint = { asOf: on, knownAt: null }
  return submissionOf(
    projectStatus(of as (typeof SIX_PROJECTS)[number], slice, standpoint, HEBEI),
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
    ['spending above the budget', [total(P, JUNE, '80.000001'), ...all(JUNE)], '支出超预算，没有写原因'],
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

  it('asks why execution is off the budget at the end of a year without a last checkpoint, and rests once told', () => {
    const early = { ...project, schedule: project.schedule.slice(0, -1) }
    const ending = (spent: string, ...more: Entry[]) =>
      submitting([total(P, DECEMBER, spent), ...all(DECEMBER), ...more], DECEMBER, early)
    expect(submissionText(ending('79.9999'), 'wan')).toMatchObject({
      asks: ['全年执行率 99.9999%，没有写原因'],
      said: '已填 8/8 项；累计支出 79.9999 万元（超前）；未逐笔说明 79.9999 万元',
      unreasoned: true,
    })
    expect(asksFirst(ending('79.9999', reason(DECEMBER)))).toBe(false)
    expect(asksFirst(ending('80'))).toBe(false)
  })

  it('above the budget a reason from before the due checkpoint explains nothing, one since then does', () => {
    const over = [total(P, OCTOBER, '81'), ...all(OCTOBER)]
    expect(asksFirst(submitting([...over, reason(JUNE)], OCTOBER))).toBe(true)
    const explained = submitting([...over, reason(OCTOBER)], OCTOBER)
    expect(explained.reason).not.toBeNull()
    expect(explained.status.sourceFaults.map(({ kind }) => kind)).toEqual(['unstated'])
    expect(asksFirst({ ...explained, status: { ...explained.status, sourceFaults: [] } })).toBe(false)
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
    [JUNE, OCTOBER, DECEMBER].map((day, index) => ({
      day,
      state: states[index] ?? 'open',
      closing: null,
      reported: true,
    }))
  const unreported = (through: string, ...states: RoundState[]) =>
    rounds(...states).map((own) => ({ ...own, reported: own.day > through }))
  it.each([
    ['before the first, the next to come', rounds(), MARCH, JUNE],
    ['on its day', rounds(), JUNE, JUNE],
    ['the latest that is due', rounds(), '2020-11-02', OCTOBER],
    ['one sent back comes first', rounds('returned', 'open'), '2020-11-02', JUNE],
    ['what is submitted is passed over', rounds('accepted', 'submitted'), '2020-11-02', DECEMBER],
    ['an older one when the due one is done', rounds('open', 'accepted'), '2020-11-02', JUNE],
    ['nothing left: the due one', rounds('accepted', 'accepted', 'accepted'), DECEMBER, DECEMBER],
    ['a past year: the last that is not accepted', rounds('open', 'open', 'submitted'), DECEMBER, DECEMBER],
    ['a past year: but one sent back', rounds('accepted', 'returned', 'submitted'), DECEMBER, OCTOBER],
    [
      'a past year: the one before an accepted end',
      rounds('open', 'submitted', 'accepted'),
      DECEMBER,
      OCTOBER,
    ],
    ['a past year without a figure: the first', unreported(DECEMBER), '2021-03-01', JUNE],
    ['an overdue one without a figure before the due one', unreported(JUNE), '2020-11-02', JUNE],
    ['though figures stand behind it', unreported(JUNE), DECEMBER, JUNE],
    ['not where it is submitted or accepted', unreported(OCTOBER, 'accepted', 'open'), DECEMBER, OCTOBER],
    ['one sent back before one without a figure', unreported(JUNE, 'open', 'returned'), DECEMBER, OCTOBER],
    [
      'one that is not due does not wait for a figure',
      unreported(DECEMBER, 'submitted'),
      '2020-07-01',
      OCTOBER,
    ],
    ['no checkpoint at all', [], JUNE, null],
  ] as const)('%s', (_, given, asOf, opening) => {
    expect(openingCheckpoint(given, asOf as typeof JUNE)).toBe(opening)
  })
})

describe('what is counted and named at 报送', () => {
  const stated = total(P, JUNE, '40')
  const parts = (
    list: readonly {
      readonly part: { readonly entry: unknown }
      readonly indicator: { readonly indicator: { readonly id: string } }
    }[],
  ) => list.map(({ indicator }) => indicator.indicator.id.slice(P.length + 1))

  it.each<[string, readonly Entry[], number, number, string[]]>([
    ['nothing', [], 0, 8, ['1', '2', '3', '4', '5', '6', '7']],
    ['the spending alone', [stated], 1, 8, ['1', '2', '3', '4', '5', '6', '7']],
    ['one indicator alone', [actual(`${P}/2`, JUNE, '99')], 1, 8, ['1', '3', '4', '5', '6', '7']],
    ['all indicators, no spending', all(JUNE), 7, 8, []],
    ['zero spent', [total(P, JUNE, '0'), ...all(JUNE)], 8, 8, []],
    [
      'a split indicator part by part, one not judged',
      [
        split(`${P}/1`, '2020-01-01', [{}, {}, { judged: false }]),
        actual(`${P}/1`, JUNE, '99', { measure: 'm1' }),
        ...all(JUNE).slice(1),
      ],
      7,
      9,
      ['1'],
    ],
  ])('%s', (_, entries, filled, asked, missing) => {
    const submission = submitting(entries)
    expect([submission.filled, submission.asked]).toEqual([filled, asked])
    expect(parts(submission.missing)).toEqual(missing)
  })

  it('a miss or an overshoot with a word is at rest, a blank word is none', () => {
    const unreasoned = (entry: Entry) => parts(submitting([stated, entry, ...all(JUNE).slice(1)]).unreasoned)
    const said = (value: string, text: string) =>
      actual(`${P}/1`, JUNE, value, { deviation: { category: 'other', text } })
    expect(unreasoned(said('60', '天气原因'))).toEqual([])
    expect(unreasoned(said('60', '  '))).toEqual(['1'])
    expect(unreasoned(actual(`${P}/1`, JUNE, '99'))).toEqual([])
    expect(unreasoned(actual(`${P}/1`, JUNE, '104'))).toEqual(['1'])
    expect(unreasoned(said('104', '任务增加'))).toEqual([])
  })

  it('what each asks about is asked for itself', () => {
    const asks = (entries: readonly Entry[]) => asksFirst(submitting(entries))
    expect(asks([stated, ...all(JUNE)])).toBe(false)
    expect(asks([zero(P, JUNE), pay(P, '2020-05-01', '40'), ...all(JUNE)])).toBe(true)
    expect(asks([stated, total(P, JUNE, '41', { author: '李四' }), ...all(JUNE)])).toBe(true)
    expect(asks([stated, ...all(JUNE), actual(`${P}/1`, JUNE, '98', { author: '李四' })])).toBe(true)
  })

  it('counts the conflicts of totals and of values together', () => {
    const both = submitting([
      stated,
      total(P, JUNE, '41', { author: '李四' }),
      ...all(JUNE),
      actual(`${P}/1`, JUNE, '98', { author: '李四' }),
    ])
    expect(both.conflicts).toBe(2)
    expect(submitting([stated, ...all(JUNE)]).conflicts).toBe(0)
  })

  it('未逐笔说明 is that of the last statement; where payments say it all there is none', () => {
    const unlisted = (...entries: Entry[]) => inWan(submitting(entries).unlisted)
    expect(unlisted(stated)).toBe('40')
    expect(unlisted(pay(P, '2020-05-01', '15'), stated)).toBe('25')
    expect(unlisted(pay(P, '2020-05-01', '40'), stated)).toBeNull()
    expect(unlisted(pay(P, '2020-05-01', '50'), stated)).toBeNull()
    expect(unlisted(pay(P, '2020-05-01', '15'))).toBeNull()
    expect(unlisted(total(P, MARCH, '10'), pay(P, '2020-05-01', '30'), stated)).toBe('10')
  })

  it('a surplus is every statement below its own payments, and no payment', () => {
    const { surpluses } = submitting([pay(P, '2020-02-01', '20'), total(P, MARCH, '10'), stated])
    expect(surpluses.map(({ entry }) => entry.effectiveOn)).toEqual([MARCH])
  })

  it.each([
    ['severely-behind', '10', true],
    ['behind', '25', true],
    ['slightly-behind', '33', true],
    ['on-plan', '40', false],
    ['ahead', '50', false],
    ['over-budget', '81', true],
  ] as const)('%s at %s 万元: a reason is asked %s', (kind, spent, late) => {
    const { status, offPlan: told } = submitting([total(P, JUNE, spent), ...all(JUNE)])
    expect([status.standing.kind, told]).toEqual([kind, late])
  })

  it('a reason is that of the project, and of no later day', () => {
    const late = total(P, JUNE, '10')
    expect(submitting([late, { ...reason(JUNE), subject: `${P}/1` }]).reason).toBeNull()
    const { project: own, standing, asOf } = submitting([late]).status
    const later = reason(OCTOBER)
    expect(spendingReason({ project: own, standing, asOf }, [later] as never)).toBeNull()
    expect(
      spendingReason({ project: own, standing: { kind: 'not-due' }, asOf: OCTOBER }, [later] as never),
    ).toBe(later)
  })
})

describe('where entering opens, by rounds that are closed', () => {
  const closing = step('accept', P, OCTOBER)
  it.each<[string, readonly (readonly [RoundState, boolean])[], string, string | null]>([
    [
      'what is closed is passed over',
      [
        ['open', true],
        ['open', false],
      ],
      OCTOBER,
      OCTOBER,
    ],
    [
      'one sent back and closed since is none',
      [
        ['returned', true],
        ['open', false],
      ],
      '2020-07-01',
      OCTOBER,
    ],
    [
      'one opened again waits',
      [
        ['reopened', false],
        ['accepted', true],
      ],
      OCTOBER,
      JUNE,
    ],
    [
      'all closed: the due one',
      [
        ['accepted', true],
        ['accepted', true],
      ],
      OCTOBER,
      OCTOBER,
    ],
    [
      'all closed and none due: none',
      [
        ['accepted', true],
        ['accepted', true],
      ],
      MARCH,
      null,
    ],
    [
      'the first one sent back',
      [
        ['returned', false],
        ['returned', false],
      ],
      OCTOBER,
      JUNE,
    ],
  ])('%s', (_, rounds, asOf, wanted) => {
    const given = rounds.map(([state, closed], index) => ({
      day: [JUNE, OCTOBER][index]!,
      state,
      closing: closed ? closing : null,
      reported: true,
    }))
    expect(openingCheckpoint(given, asOf as typeof JUNE)).toBe(wanted)
  })
})
