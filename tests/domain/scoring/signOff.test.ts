import { describe, expect, it } from 'vitest'
import { lastDayOfYear } from '@/domain/time/day'
import type { Draft } from '@/domain/ledger/draft'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { closedBySignOff, yearState, type YearState } from '@/domain/ledger/yearState'
import { concernsOf } from '@/domain/scoring/concerns'
import { reopenDraft, sinceSigned, signedFigures, signOffDraft } from '@/domain/scoring/signOff'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { actual, day, dec, pay, reopen, reopenedFirst, step, voidOf, wan } from '../build'
import {
  projectWith,
  reEvaluate,
  reportedAll,
  sheetOf,
  signOff,
  summarise,
  takeOff,
  weigh,
  written,
} from './sheets'

const project = projectWith()
const LATER = { recordedAt: '2021-02-01T00:00:00.000Z' }

function stateOf(entries: readonly Entry[], knownAt: string | null = null): YearState {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  return yearState(project.id, sliceOf(ledger, project.id), PLAN_ID, sliceOf(ledger, PLAN_ID), 2020, knownAt)
}

const signed = signOff(project.id, { author: '评价员' })
const reopened = reopen(signed)

describe('the state of a year', () => {
  it('is open until signed off, by whom and when', () => {
    expect(stateOf([])).toEqual({ kind: 'open', reopened: null })
    expect(stateOf([signed])).toEqual({ kind: 'signed-off', signOff: signed })
  })

  it('is opened again by an act of its own, and says which; by a void where schema 1 did it, with a reason', () => {
    expect(stateOf([signed, reopened])).toEqual({ kind: 'open', reopened })
    const first = reopenedFirst(signed)
    expect(stateOf([signed, first])).toEqual({ kind: 'open', reopened: first })
    expect(stateOf([signed, reopenedFirst(signed, ' ')]).kind).toBe('signed-off')
    expect(stateOf([signed, voidOf(signed)]).kind).toBe('signed-off')
  })

  it('can be signed off again', () => {
    const again = signOff(project.id)
    expect(stateOf([signed, reopened, again])).toEqual({ kind: 'signed-off', signOff: again })
  })

  it('voiding the void of schema 1 signs it off again', () => {
    const first = reopenedFirst(signed)
    expect(stateOf([signed, first, reopenedFirst(first)])).toEqual({ kind: 'signed-off', signOff: signed })
  })

  it('is closed by a sign-off of the whole plan too; every one must be opened', () => {
    const whole = signOff(PLAN_ID)
    expect(stateOf([whole])).toEqual({ kind: 'signed-off', signOff: whole })
    expect(stateOf([signed, whole, reopen(signed)])).toEqual({ kind: 'signed-off', signOff: whole })
    expect(stateOf([signed, whole, reopen(signed), reopen(whole)]).kind).toBe('open')
  })

  it('is as it was known', () => {
    expect(stateOf([signed, reopened], signed.recordedAt)).toEqual({ kind: 'signed-off', signOff: signed })
    expect(stateOf([signed], '2019-01-01T00:00:00.000Z').kind).toBe('open')
  })

  it('is not closed by the sign-off of another project or year', () => {
    expect(stateOf([signOff(`${PLAN_ID}/2`)]).kind).toBe('open')
    expect(stateOf([signOff(project.id, {}, '2021-01-15')]).kind).toBe('open')
  })
})

describe('a signed-off year', () => {
  const state = stateOf([signed])
  const about = { subject: project.id, effectiveOn: day('2020-12-31') }
  const drafts: [string, Draft, boolean][] = [
    ['a payment on its last day', { ...about, kind: 'spending-total', amount: wan('0'), memo: '' }, true],
    [
      'a payment on its first day',
      { ...about, kind: 'spending-total', amount: wan('0'), memo: '', effectiveOn: day('2020-01-01') },
      true,
    ],
    [
      'a payment of the next year',
      { ...about, kind: 'spending-total', amount: wan('0'), memo: '', effectiveOn: day('2021-01-01') },
      false,
    ],
    ['weights', { ...about, kind: 'weights', weights: {}, document: '', reason: '' }, true],
    ['a comment', { ...about, kind: 'comment', text: '' }, false],
    ['the void of another entry', { ...about, kind: 'void', entry: 'x', reason: '录入有误' }, true],
    ['reopening with a reason', { ...about, kind: 'reopen', signOff: signed.id, reason: '漏报' }, false],
    ['reopening without', { ...about, kind: 'reopen', signOff: signed.id, reason: ' ' }, true],
  ]

  it.each(drafts)('%s', (_, draft, refused) => {
    expect(closedBySignOff(state, draft)).toEqual(
      refused ? { kind: 'signed-off', until: lastDayOfYear(2020), signOff: signed } : null,
    )
    expect(closedBySignOff({ kind: 'open', reopened: null }, draft)).toBeNull()
  })
})

describe('signing off and opening again', () => {
  it('refuses a sheet with problems and names them all', () => {
    const open = signOffDraft(sheetOf(project, []), [], { text: '同意', words: [], covers: [] })
    expect(open.kind === 'refused' && open.problems).toHaveLength(9)
  })

  it('is about the last day of the year', () => {
    const sheet = sheetOf(project, [...reportedAll(project), summarise(project.id)])
    const ready = signOffDraft(sheet, [], { text: '同意', words: [], covers: ['a', 'b'] })
    expect(ready).toMatchObject({
      kind: 'ready',
      draft: {
        kind: 'sign-off',
        subject: project.id,
        effectiveOn: '2020-12-31',
        text: '同意',
        covers: ['a', 'b'],
        sheet: { scheme: '2020-10', total: dec('100') },
      },
    })
  })

  it('refuses while something that stands out has no word, and keeps the words of what stands out', () => {
    const sheet = sheetOf(project, [...reportedAll(project), summarise(project.id)])
    const concerns = concernsOf(sheet, [], [], { id: null, name: '陈评' })
    expect(concerns.map(({ kind }) => kind)).toEqual(['not-accepted', 'no-evidence'])
    const silent = signOffDraft(sheet, concerns, { text: '', words: [], covers: [] })
    expect(silent).toEqual({ kind: 'refused', problems: [], silent: ['not-accepted', 'no-evidence'] })
    const words = ['not-accepted', 'no-evidence', 'same-person'].map((concern) => ({
      concern,
      text: '已当面核对',
    }))
    const ready = signOffDraft(sheet, concerns, { text: '', words, covers: [] })
    expect(ready.kind === 'ready' && ready.draft).toMatchObject({ words: words.slice(0, 2) })
  })

  it('opens only with a reason', () => {
    expect(reopenDraft(signed, ' ')).toBeNull()
    expect(reopenDraft(signed, '错')).toBeNull()
    expect(reopenDraft(signed, '漏报一笔支出')).toEqual({
      kind: 'reopen',
      subject: project.id,
      effectiveOn: '2020-12-31',
      signOff: signed.id,
      reason: '漏报一笔支出',
    })
  })
})

describe('what stands out before a sign-off', () => {
  const full = reportedAll(project)
  const concerned = (entries: readonly Entry[], name = '陈评') => {
    const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
    const [own, whole] = [sliceOf(ledger, project.id), sliceOf(ledger, PLAN_ID)]
    return concernsOf(sheetOf(project, entries), own, whole, { id: null, name }).map(({ kind }) => kind)
  }
  const proven = full.map((entry) =>
    entry.kind === 'indicator-actual'
      ? { ...entry, evidence: [{ name: '验收单', place: null, size: null, sha256: null }] }
      : entry,
  )
  const accepted = step('accept', project.id, '2020-12-31', { author: '李领导' })
  const because: Entry = {
    ...signOff(project.id),
    kind: 'spending-reason',
    category: 'other',
    text: '尾款待验收后支付',
    nextStep: '',
    by: null,
    who: '',
  }
  const late = { recordedAt: '2021-01-09T00:00:00.000Z' }

  it.each<[string, Entry[], string, string[]]>([
    ['nothing', [...proven, accepted], '陈评', []],
    ['not accepted', proven, '陈评', ['not-accepted']],
    [
      'an earlier checkpoint accepted',
      [...proven, step('accept', project.id, '2020-10-31', { author: '李领导' })],
      '陈评',
      ['not-accepted'],
    ],
    ['values without evidence', [...full, accepted], '陈评', ['no-evidence']],
    ['under the budget', [...proven, accepted, pay(project.id, '2020-12-31', '-8')], '陈评', ['off-budget']],
    [
      'over the budget, and over what its only source has',
      [...proven, accepted, pay(project.id, '2020-12-31', '8')],
      '陈评',
      ['off-budget', 'sources-sum'],
    ],
    ['with its reason', [...proven, accepted, pay(project.id, '2020-12-31', '-8'), because], '陈评', []],
    [
      'with the reason of an earlier checkpoint of the year',
      [
        ...proven,
        accepted,
        pay(project.id, '2020-12-31', '-8'),
        { ...because, effectiveOn: day('2020-06-30') },
      ],
      '陈评',
      ['off-budget'],
    ],
    [
      'weights after results',
      [
        ...proven,
        accepted,
        weigh(project.id, { [`${project.id}/1`]: '13.5', [`${project.id}/2`]: '11.5' }, '', '', late),
      ],
      '陈评',
      ['weights-after-results'],
    ],
    [
      'one person throughout',
      [...proven, step('accept', project.id, '2020-12-31', { author: '张三' })],
      '张三',
      ['same-person'],
    ],
    ['another accepted', [...proven, accepted], '张三', []],
  ])('%s', (_, entries, name, expected) => {
    expect(concerned(entries, name)).toEqual(expected)
  })
})

describe('the figures of a sign-off', () => {
  const entries = [...reportedAll(project), summarise(project.id)]
  const kept = signOff(project.id)

  it('stay when the sheet moves, with the difference beside them', () => {
    const sheet = sheetOf(project, entries)
    const signature = { ...kept, sheet: signedFigures(sheet) }
    expect(signature.sheet?.rows.map(({ points }) => points.toFixed())).toHaveLength(8)
    expect(sinceSigned(sheet, signature)).toBeNull()
    const moved = sheetOf(project, [...entries, takeOff(project.id, '1.5')])
    const difference = sinceSigned(moved, signature)
    expect(difference !== null && difference !== 'incomplete' && difference.toFixed(2)).toBe('-1.50')
    expect(sinceSigned(sheetOf(project, []), signature)).toBe('incomplete')
    expect(sinceSigned(moved, kept)).toBeNull()
  })

  it('are none while the sheet is 暂不完整', () => {
    expect(signedFigures(sheetOf(project, []))).toBeNull()
  })
})

describe('points off above a weight lowered afterwards', () => {
  it('count for the weight at most, and stand before the sign-off', () => {
    const id = (position: number) => `${project.id}/${position}`
    const off = takeOff(id(2), '8')
    const lowered = weigh(project.id, { [id(2)]: '5', [id(3)]: '20' }, '', '', LATER)
    const sheet = sheetOf(project, [...reportedAll(project), off, lowered, summarise(project.id)])
    expect(sheet.rows[2]?.points?.toFixed()).toBe('0')
    expect(sheet.problems).toEqual([{ kind: 'deduction-above-row', row: id(2) }])
    const none = sheetOf(project, [...reportedAll(project), off, summarise(project.id)])
    expect(none.problems).toEqual([])
  })
})

describe('money by source that no longer is the total', () => {
  const stated: Entry = {
    ...written(project.id),
    kind: 'spending-by-source',
    sources: {
      fiscal: { arrived: null, executed: wan('60'), budget: wan('60') },
      'carried-over': { arrived: null, executed: wan('40'), budget: wan('40') },
      other: { arrived: null, executed: null },
    },
  }
  const concerns = (entries: readonly Entry[]) =>
    concernsOf(sheetOf(project, entries), [], [], { id: null, name: '周评' }).map(({ kind }) => kind)
  it('is something to say a word about at the sign-off', () => {
    expect(concerns([...reportedAll(project), stated])).not.toContain('sources-sum')
    const more = pay(project.id, '2020-12-31', '5')
    expect(concerns([...reportedAll(project), stated, more])).toContain('sources-sum')
  })
})

describe('复评', () => {
  const id = (position: number) => `${project.id}/${position}`
  const full = [...reportedAll(project), actual(id(1), '2020-12-31', '45%')]
  const rowsOf = (entries: readonly Entry[]) => {
    const found = sheetOf(project, [...full, ...entries]).reEvaluation
    return (
      found && {
        rows: found.rows.map(
          ({ points, difference }) => `${points?.toFixed(2)} ${difference?.toFixed(2) ?? '—'}`,
        ),
        total: found.total?.toFixed(2) ?? null,
        difference: found.difference?.toFixed(2) ?? null,
        grade: found.grade,
        stale: found.stale,
      }
    )
  }

  it('is none where nobody re-evaluated', () => {
    expect(rowsOf([])).toBeNull()
  })

  it('keeps the points of rows it does not name, says the difference row by row and in the total', () => {
    const found = rowsOf([reEvaluate(project.id, { [id(1)]: ['5', '佐证只有一半'], [id(5)]: ['15', ''] })])
    expect(found?.rows).toEqual([
      '10.00 —',
      '5.00 -1.25',
      '12.50 —',
      '12.50 —',
      '12.50 —',
      '15.00 0.00',
      '15.00 —',
      '10.00 —',
    ])
    expect(found).toMatchObject({ total: '92.50', difference: '-1.25', grade: 'excellent', stale: [] })
  })

  it('goes by the last entry that names a row', () => {
    const found = rowsOf([
      reEvaluate(project.id, { [id(1)]: ['5', '佐证只有一半'], [id(2)]: ['10', '抽查不符'] }),
      reEvaluate(project.id, { [id(1)]: ['6.25', ''] }),
    ])
    expect(found).toMatchObject({ total: '91.25', difference: '-2.50' })
  })

  it('counts nothing above the weight, and then has no total', () => {
    const lower = weigh(project.id, { [id(2)]: '5', [id(3)]: '20' })
    const found = rowsOf([reEvaluate(project.id, { [id(2)]: ['12.5', ''] }), lower])
    expect(found).toMatchObject({ total: null, grade: null, stale: [id(2)] })
  })

  it('has no grade over an unreported row, though it gives that row points', () => {
    const open = sheetOf(project, [
      ...full.filter(({ subject }) => subject !== id(7)),
      reEvaluate(project.id, { [id(7)]: ['9', '现场核实'] }),
    ])
    expect(open.reEvaluation).toMatchObject({ total: null, grade: null, difference: null, stale: [] })
  })

  it.each<[string, readonly Entry[]]>([
    ['a lower weight', [weigh(project.id, { [id(2)]: '11', [id(3)]: '14' }, '', '', LATER)]],
    ['a raised weight', [weigh(project.id, { [id(2)]: '14', [id(3)]: '11' }, '', '', LATER)]],
    ['自评 that moved', [actual(id(2), '2020-12-31', '45%', LATER)]],
    ['points taken off', [takeOff(id(2), '1', '偏离度过大', LATER)]],
  ])('is to be made again after %s, and no difference is told', (_, after) => {
    const found = sheetOf(project, [
      ...full,
      reEvaluate(project.id, { [id(2)]: ['10', '抽查不符'] }),
      ...after,
    ])
    expect(found.reEvaluation).toMatchObject({ total: null, grade: null, stale: [id(2)] })
    expect(found.reEvaluation?.rows[2]).toMatchObject({ difference: null, entry: null, stale: true })
    const concerns = concernsOf(found, [], [], { id: null, name: '周评' })
    expect(concerns).toContainEqual({ kind: 'stale-re-evaluation', rows: [id(2)] })
  })

  it('stays while another row moves', () => {
    const moved = actual(id(3), '2020-12-31', '45%', LATER)
    const found = rowsOf([reEvaluate(project.id, { [id(2)]: ['10', '抽查不符'] }), moved])
    expect(found).toMatchObject({ difference: '-2.50', stale: [] })
  })

  it('has no total while a row is open', () => {
    const open = sheetOf(project, [
      ...full.filter(({ subject }) => subject !== id(7)),
      reEvaluate(project.id, { [id(1)]: ['5', '佐证只有一半'] }),
    ])
    expect(open.reEvaluation?.total).toBeNull()
  })
})
