import { describe, expect, it } from 'vitest'
import type { Entry, EntryKind } from '@/domain/ledger/entry'
import { concernsOf, type Concern } from '@/domain/scoring/concerns'
import { FLOOR_2021 } from '@/domain/scoring/scheme'
import { hasResults, type Sheet } from '@/domain/scoring/sheet'
import { signedFigures, signOffDraft } from '@/domain/scoring/signOff'
import { actual, dec, DECEMBER, inWan, pay, plain, split, step, total, zero } from '../build'
import {
  laidOut,
  projectWith,
  reEvaluate,
  reportedAll,
  rowOf,
  sheetOf,
  signOff,
  summarise,
  takeOff,
  weigh,
} from './sheets'

const project = projectWith()
const id = (position: number) => `${project.id}/${position}`
const full = reportedAll(project)
const proof = (name: string) => ({ name, place: null, size: null, sha256: null })
const because = { category: 'staff', text: '人手不足' } as const
const spendingReason = (on: string, text = '尾款待付'): Entry => ({
  ...signOff(project.id, {}, on),
  kind: 'spending-reason',
  category: 'other',
  text,
  nextStep: '',
  by: null,
  who: '',
})

describe('the row of 预算执行率', () => {
  const row = (...entries: Entry[]) => sheetOf(project, entries).execution

  it.each<[string, Entry[], [boolean, boolean]]>([
    ['unreported', [], [false, false]],
    ['exactly the budget', [pay(project.id, DECEMBER, '100')], [false, false]],
    ['a fen below', [pay(project.id, DECEMBER, '99.999999')], [false, true]],
    ['a fen above', [pay(project.id, DECEMBER, '100.000001')], [true, true]],
    ['zero', [zero(project.id, DECEMBER)], [false, true]],
  ])('%s', (_, entries, [over, asks]) => {
    expect([row(...entries).over, row(...entries).needsReason]).toEqual([over, asks])
  })

  it('has the last reason of the year’s last day, else the latest of the year, of the project itself', () => {
    const [first, last] = [spendingReason(DECEMBER, '先'), spendingReason(DECEMBER, '后')]
    expect(row(first, last).reason).toBe(last)
    const earlier = spendingReason('2020-06-30', '早')
    expect(row(earlier).reason).toBe(earlier)
    expect(row(earlier, first).reason).toBe(first)
    expect(row(spendingReason('2019-12-31')).reason).toBeNull()
    expect(row({ ...last, subject: id(1) }).reason).toBeNull()
  })

  it('a reason for a lag explains no overspending, and one for overspending no lag', () => {
    const [lag, over] = [spendingReason('2020-06-30', '慢'), spendingReason('2020-10-31', '超')]
    const paid = (on: string, wan: string) => pay(project.id, on, wan)
    expect(row(paid('2020-05-01', '10'), paid('2020-11-01', '100'), lag).reason).toBeNull()
    expect(row(paid('2020-05-01', '10'), paid('2020-09-01', '100'), lag, over).reason).toBe(over)
    expect(row(paid('2020-09-01', '110'), paid('2020-11-01', '-30'), over).reason).toBeNull()
  })

  it('names what the spending is made of', () => {
    const [paid, stated] = [pay(project.id, '2020-05-01', '1'), total(project.id, '2020-06-30', '2')]
    const own = row(paid, stated)
    expect([own.id, own.kind, own.entries, inWan(own.spent)]).toEqual([
      project.id,
      'execution',
      [paid, stated],
      '2',
    ])
  })
})

describe('the row of an indicator', () => {
  it('has the words and the evidence of all its parts, and is explained when every part that asks is', () => {
    const part = (measure: string, text: string, deviation: typeof because | null) => ({
      ...actual(id(1), DECEMBER, text, { measure, deviation }),
      evidence: [proof(measure)],
    })
    const cut = split(id(1), '2020-01-01', [{}, {}])
    const row = (...entries: Entry[]) => rowOf(sheetOf(project, [...full, cut, ...entries]), 1)
    const both = row(part('m1', '50%', because), part('m2', '95%', null))
    expect([both.needsReason, both.explained]).toEqual([true, true])
    expect(both.deviations).toEqual([because])
    expect(both.evidence.map(({ name }) => name)).toEqual(['m1', 'm2'])
    expect(row(part('m1', '50%', null), part('m2', '95%', because)).explained).toBe(false)
    const [met] = [rowOf(sheetOf(project, full), 2)]
    expect([met.needsReason, met.explained, met.deviations, met.evidence]).toEqual([false, true, [], []])
  })

  it('knows its group by the scheme, and none where the scheme does not', () => {
    const odd = laidOut([
      ['产出指标', '成本指标', '≥90%'],
      ['投入指标', '资金', '≥90%'],
    ])
    const groups = (sheet: Sheet) => sheet.indicators.map(({ group }) => group)
    expect(groups(sheetOf(odd, []))).toEqual(['output', null])
    expect(groups(sheetOf(odd, [], { scheme: FLOOR_2021 }))).toEqual(['cost', null])
  })

  it('keeps what was taken off, or what lifted it', () => {
    const [off, lifted] = [takeOff(id(1), '2'), takeOff(id(1), '0', '已补佐证')]
    const taken = rowOf(sheetOf(project, [...full, off]), 1)
    expect([taken.deduction, taken.lifted, plain(taken.points)]).toEqual([off, null, '10.5'])
    const again = rowOf(sheetOf(project, [...full, off, lifted]), 1)
    expect([again.deduction, again.lifted, plain(again.points)]).toEqual([null, lifted, '12.5'])
    const none = rowOf(sheetOf(project, full), 1)
    expect([none.deduction, none.lifted]).toEqual([null, null])
    const open = rowOf(sheetOf(project, [off]), 1)
    expect([open.deduction, open.points, open.score]).toEqual([off, null, 'unreported'])
  })
})

describe('results of a project', () => {
  const at = (kind: EntryKind, recordedAt: string) => ({ ...full[0], kind, recordedAt }) as Entry
  it.each<[EntryKind, boolean]>([
    ['payment', true],
    ['zero-spending', true],
    ['spending-total', true],
    ['indicator-actual', true],
    ['comment', false],
    ['budget-adjustment', false],
    ['submit', false],
    ['measures', false],
  ])('%s is one: %s', (kind, counts) => {
    expect(hasResults([at(kind, '2020-05-01T00:00:00.000Z')], null)).toBe(counts)
  })

  it('are those recorded before a moment, which itself is not before it', () => {
    const entries = [at('payment', '2020-05-01T00:00:00.000Z')]
    expect(hasResults(entries, '2020-05-01T00:00:00.000Z')).toBe(false)
    expect(hasResults(entries, '2020-05-01T00:00:00.001Z')).toBe(true)
    expect(hasResults([], null)).toBe(false)
  })
})

describe('where the weights come from', () => {
  const set = (first: string, second: string, recordedAt: string) =>
    weigh(project.id, { [id(1)]: first, [id(2)]: second }, '', '', { recordedAt })
  const early = set('20', '5', '2019-12-01T00:00:00.000Z')
  const late = set('15', '10', '2021-01-09T00:00:00.000Z')

  it('an entry, with what stood until then and whether results were there', () => {
    const source = sheetOf(project, [...full, early, late]).weightSource
    if (source.kind !== 'set') throw new Error(source.kind)
    expect([source.entry, source.afterResults]).toEqual([late, true])
    expect([plain(source.before.get(id(1)) ?? null), plain(source.before.get(id(3)) ?? null)]).toEqual([
      '20',
      '12.5',
    ])
    const first = sheetOf(project, [...full, early]).weightSource
    if (first.kind !== 'set') throw new Error(first.kind)
    expect([first.entry, first.afterResults, plain(first.before.get(id(1)) ?? null)]).toEqual([
      early,
      false,
      '12.5',
    ])
  })

  it('the equal split, when the table prints none', () => {
    expect(sheetOf(project, full).weightSource).toEqual({ kind: 'equal', printed: { kind: 'none' } })
    expect([sheetOf(project, full).weights, sheetOf(project, full).lapsed]).toEqual([null, null])
  })

  it('are of the project itself, as the summary is', () => {
    const astray = { ...early, subject: id(1) }
    expect(sheetOf(project, [...full, astray]).weights).toBeNull()
    const summary = summarise(project.id)
    expect(sheetOf(project, [summary, { ...summarise(project.id, '新'), subject: id(1) }]).summary).toBe(
      summary,
    )
  })
})

describe('an incomplete sheet', () => {
  it('says what is scored, what is open, in which rows, and what no row has', () => {
    const sheet = sheetOf(project, [...full.slice(0, -1), weigh(project.id, { [id(1)]: '2.5' })])
    if (sheet.outcome.kind !== 'incomplete') throw new Error('complete')
    const { scored, open, rows, unassigned } = sheet.outcome
    expect([plain(scored), plain(open), rows.map((row) => row.id), plain(unassigned)]).toEqual([
      '80',
      '20',
      [id(7)],
      '10',
    ])
  })

  it('has nothing below 0 open where weights come to more than 100', () => {
    const sheet = sheetOf(project, [...full, weigh(project.id, { [id(1)]: '30' })])
    expect(
      sheet.outcome.kind === 'incomplete' && [plain(sheet.outcome.open), plain(sheet.outcome.unassigned)],
    ).toEqual(['0', '0'])
  })
})

describe('复评 beside the sheet', () => {
  it('keeps the words and the entry of each row it names; a row it does not name has none', () => {
    const said = reEvaluate(project.id, { [id(1)]: ['5', '佐证只有一半'] })
    const found = sheetOf(project, [...full, said]).reEvaluation
    expect(found?.last).toBe(said)
    expect(found?.rows.slice(0, 2)).toMatchObject([
      { text: '', entry: null, difference: null },
      { text: '佐证只有一半', entry: said },
    ])
    expect(found?.rows[0]?.row.id).toBe(project.id)
  })

  it('of an open row has points and no difference, and over what is 暂不完整 no total and no grade', () => {
    const rows = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [id(n), ['5', '按复评'] as const]))
    const found = sheetOf(project, [
      pay(project.id, DECEMBER, '100'),
      reEvaluate(project.id, rows),
    ]).reEvaluation
    expect(found).toMatchObject({ total: null, difference: null, grade: null })
    expect(plain(found?.rows[1]?.points ?? null)).toBe('5')
    expect(found?.rows[1]?.difference).toBeNull()
  })

  it('above the weight is stale and leaves the row its own points', () => {
    const found = sheetOf(project, [
      ...full,
      reEvaluate(project.id, { [id(2)]: ['12.5', '旧'] }),
      weigh(project.id, { [id(2)]: '5', [id(3)]: '20' }),
    ]).reEvaluation
    expect(found?.rows[2]).toMatchObject({ text: '', entry: null })
    expect([plain(found?.rows[2]?.points ?? null), found?.difference]).toEqual(['5', null])
  })
})

describe('what stands out, in figures', () => {
  const sheet = (entries: readonly Entry[]) => sheetOf(project, entries)
  const signer = { id: null, name: '陈评' }
  const concern = <K extends Concern['kind']>(
    entries: readonly Entry[],
    kind: K,
    who: { id: string | null; name: string } = signer,
  ) =>
    concernsOf(
      sheet(entries),
      entries.filter(({ subject }) => subject === project.id) as never,
      [],
      who,
    ).find((own) => own.kind === kind)

  it('names the day, the rate, the rows, the entry and the person', () => {
    expect(concern(full, 'not-accepted')).toEqual({ kind: 'not-accepted', day: DECEMBER })
    const off = concern([...full, pay(project.id, DECEMBER, '-20')], 'off-budget')
    expect(off?.kind === 'off-budget' && plain(off.percent)).toBe('80')
    const proven = full.map((entry, index) =>
      entry.kind === 'indicator-actual' && index > 2 ? { ...entry, evidence: [proof('验收单')] } : entry,
    )
    expect(concern(proven, 'no-evidence')).toEqual({ kind: 'no-evidence', rows: [id(1), id(2)] })
    expect(concern(full, 'same-person', { id: null, name: '张三' })).toEqual({
      kind: 'same-person',
      person: '张三',
    })
  })

  it('evidence is not asked of what nobody reported, nor of a part that is not judged', () => {
    const cut = split(id(1), '2020-01-01', [{}, { judged: false }])
    const value = { ...actual(id(1), DECEMBER, '95%', { measure: 'm1' }), evidence: [proof('单')] }
    const marked = actual(id(1), DECEMBER, '95%', { measure: 'm2' })
    const rest = full.filter(({ subject }) => subject === project.id)
    expect(concern([...rest, cut, value, marked], 'no-evidence')).toBeUndefined()
  })

  it('one person is told by the account where there is one', () => {
    const same = full.map((entry) => ({ ...entry, account: 'u1' }))
    expect(concern(same, 'same-person', { id: 'u1', name: '张三' })).toBeDefined()
    expect(concern(same, 'same-person', { id: 'u2', name: '张三' })).toBeUndefined()
    expect(concern([], 'same-person', { id: null, name: '张三' })).toBeUndefined()
    const accepted = [...full, step('accept', project.id, DECEMBER, { author: '李领导' })]
    expect(concern(accepted, 'same-person', { id: null, name: '张三' })).toBeUndefined()
  })
})

describe('the draft of a sign-off', () => {
  const ready = sheetOf(project, [...full, summarise(project.id)])
  const concerns: Concern[] = [{ kind: 'not-accepted', day: DECEMBER }]
  const words = [
    { concern: 'not-accepted', text: '已当面核对' },
    { concern: 'no-evidence', text: '原件已看' },
  ]

  it('is about the year’s last day, with its figures, what it covers and the words on what stands out', () => {
    expect(signOffDraft(ready, concerns, { text: '同意', words, covers: ['a', 'b'] })).toEqual({
      kind: 'ready',
      draft: {
        kind: 'sign-off',
        subject: project.id,
        effectiveOn: DECEMBER,
        text: '同意',
        covers: ['a', 'b'],
        sheet: signedFigures(ready),
        words: words.slice(0, 1),
      },
    })
    const figures = signedFigures(ready)
    expect([figures?.scheme, plain(figures?.total ?? null), figures?.rows[1]?.row]).toEqual([
      '2020-10',
      '100',
      id(1),
    ])
    expect([plain(figures?.rows[1]?.weight ?? null), plain(figures?.rows[1]?.points ?? null)]).toEqual([
      '12.5',
      '12.5',
    ])
  })

  it('is refused with everything that stands before it', () => {
    const open = sheetOf(project, full)
    expect(
      signOffDraft(open, concerns, { text: '', words: [{ concern: 'not-accepted', text: ' ' }], covers: [] }),
    ).toEqual({
      kind: 'refused',
      problems: [{ kind: 'missing-summary' }],
      silent: ['not-accepted'],
    })
    expect(signOffDraft(open, [], { text: '', words, covers: [] })).toMatchObject({
      kind: 'refused',
      silent: [],
    })
    expect(signOffDraft(ready, [], { text: '', words, covers: [] })).toMatchObject({
      kind: 'ready',
      draft: { words: [] },
    })
  })

  it('a row without points is signed with 0 where its weight is 0', () => {
    const marked = sheetOf(project, [
      ...full.filter(({ subject }) => subject !== id(1)),
      split(id(1), '2020-01-01', [{ judged: false }]),
      weigh(project.id, { [id(1)]: '0', [id(2)]: '25' }),
    ])
    expect(signedFigures(marked)?.rows[1]?.points.toFixed()).toBe(dec(0).toFixed())
  })
})
