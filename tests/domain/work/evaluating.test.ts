import { describe, expect, it } from 'vitest'
import type { Draft } from '@/domain/ledger/draft'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import type { Role } from '@/domain/ledger/role'
import { HEBEI } from '@/domain/plan/preset'
import { decide } from '@/domain/work/decide'
import { saysSomething } from '@/domain/work/reason'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'
import { concernsOf } from '@/domain/scoring/concerns'
import { signedFigures, signOffDraft } from '@/domain/scoring/signOff'
import { actual, day, dec, DECEMBER, voidOf } from '../build'
import {
  reEvaluate,
  reportedAll,
  sheetOf,
  signOff,
  summarise,
  takeOff,
  weigh,
  written,
} from '../scoring/sheets'

function judged(draft: Draft, entries: readonly Entry[] = [], role: Role = 'evaluator'): string {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  const situation = { ledger, plan: SIX_PLAN, preset: HEBEI, today: day('2021-02-01') }
  return decide([draft], { id: null, name: '陈评', role }, situation)?.kind ?? 'allowed'
}

describe('a reason that says something', () => {
  it.each([
    ['佐证不全', true],
    ['未完成', true],
    ['no evidence', true],
    ['扣', false],
    ['扣分', false],
    ['啊啊啊啊', false],
    ['123456', false],
    ['。。。。', false],
    ['  \n ', false],
    ['', false],
  ])('%j: %s', (text, says) => {
    expect(saysSomething(text)).toBe(says)
  })
})

const project = SIX_PLAN.projects[2]
if (!project) throw new Error('no project')
const row = (position: number) => `${project.id}/${position}`

describe('weights', () => {
  const weighing = (reason: string, document: string, first = '13.5'): Draft => ({
    kind: 'weights',
    subject: project.id,
    effectiveOn: DECEMBER,
    weights: { [row(1)]: first, [row(2)]: '11.5' },
    document,
    reason,
  })
  const value = actual(row(1), '2020-06-30', '50')
  it.each<[string, Draft, Entry[], string]>([
    ['before any actual, without a word', weighing('', ''), [], 'allowed'],
    ['that do not add up', weighing('突出数量', '县财〔2021〕3号', '14'), [], 'bad-weights'],
    ['after an actual, without a document number', weighing('突出数量', ' '), [value], 'no-document'],
    ['after an actual, without a reason', weighing('', '县财〔2021〕3号'), [value], 'thin-reason'],
    ['after an actual, with both', weighing('突出数量', '县财〔2021〕3号'), [value], 'allowed'],
    [
      'after an actual that was voided',
      weighing('', ''),
      [value, voidOf(value, { author: value.author })],
      'allowed',
    ],
  ])('%s', (_, draft, entries, expected) => {
    expect(judged(draft, entries)).toBe(expected)
  })
})

describe('points off', () => {
  const taking = (
    points: string,
    replaces: string | null = null,
    reason = '佐证不全',
    subject = row(1),
  ): Draft => ({
    kind: 'score-adjustment',
    subject,
    effectiveOn: DECEMBER,
    pointsOff: dec(points),
    replaces,
    reason,
  })
  const first = takeOff(row(1), '2')
  const lifted = takeOff(row(1), '0', '已补佐证', { recordedAt: '2021-01-09T00:00:00.000Z' })
  it.each<[string, Draft, Entry[], string]>([
    ['as many as the row has', taking('12.5'), [], 'allowed'],
    ['one hundredth above the row', taking('12.51'), [], 'above-row'],
    [
      'above the row by a weight that was set',
      taking('12.5'),
      [weigh(project.id, { [row(1)]: '5', [row(2)]: '20' })],
      'above-row',
    ],
    ['off execution above its weight', taking('10.01', null, '佐证不全', project.id), [], 'above-row'],
    ['with one character', taking('1', null, '扣'), [], 'thin-reason'],
    ['of three places', taking('1.255'), [], 'too-fine'],
    ['of two places with a 0 behind', taking('1.250'), [], 'allowed'],
    ['a second one that says nothing of the first', taking('1'), [first], 'must-replace'],
    ['a second one that replaces the first', taking('1', first.id), [first], 'allowed'],
    ['lifting it', taking('0', first.id), [first], 'allowed'],
    ['lifting nothing', taking('0'), [], 'nothing-to-lift'],
    ['a new one after it was lifted', taking('1'), [first, lifted], 'allowed'],
    ['of another row', taking('1', null, '佐证不全', row(9)), [], 'no-subject'],
  ])('%s', (_, draft, entries, expected) => {
    expect(judged(draft, entries)).toBe(expected)
  })
})

describe('复评', () => {
  const again = (...rows: [string, string, string][]): Draft => ({
    kind: 're-evaluation',
    subject: project.id,
    effectiveOn: DECEMBER,
    rows: rows.map(([of, points, text]) => ({ row: of, points: dec(points), text })),
  })
  const full = reportedAll(project, '100')
  it.each<[string, Draft, Entry[], string]>([
    ['below the own points, with its words', again([row(1), '10', '抽查不符']), full, 'allowed'],
    ['without words', again([row(1), '10', '']), full, 'thin-reason'],
    ['of three places', again([row(1), '9.999', '抽查不符']), full, 'too-fine'],
    ['the same points need none', again([row(1), '12.5', '']), full, 'allowed'],
    ['above the weight', again([row(1), '12.51', '应当加分']), full, 'above-row'],
    ['a row of another sheet', again([row(9), '1', '抽查不符']), full, 'no-row'],
    ['a row twice', again([row(1), '1', '抽查不符'], [row(1), '2', '抽查不符']), full, 'no-row'],
    ['no row', again(), full, 'no-row'],
    ['of an open row without words', again([row(1), '5', '']), [], 'thin-reason'],
    ['of an open row with its words', again([row(1), '5', '抽查不符']), [], 'allowed'],
    ['two rows, each once', again([row(1), '12.5', ''], [row(2), '12.5', '']), full, 'allowed'],
    [
      'what stands already, again',
      again([row(1), '10', '抽查不符']),
      [...full, reEvaluate(project.id, { [row(1)]: ['10', '抽查不符'] })],
      'same-again',
    ],
    [
      'what stands, with another row',
      again([row(1), '10', '抽查不符'], [row(2), '9', '抽查不符']),
      [...full, reEvaluate(project.id, { [row(1)]: ['10', '抽查不符'] })],
      'allowed',
    ],
    ['after the sign-off', again([row(1), '10', '抽查不符']), [...full, signOff(project.id)], 'allowed'],
  ])('%s', (_, draft, entries, expected) => {
    expect(judged(draft, entries)).toBe(expected)
  })
})

describe('绩效评价', () => {
  const judging = (
    rows: Readonly<Record<string, string>>,
    basis = '查阅立项批复',
    seen: string[] = [],
  ): Draft => ({
    kind: 'appraisal',
    subject: project.id,
    effectiveOn: DECEMBER,
    rows: Object.entries(rows).map(([id, points]) => ({ row: id, points: dec(points), basis })),
    seen,
  })
  const other: Entry = {
    ...written(project.id, { author: '王评' }),
    kind: 'appraisal',
    rows: [{ row: 'goals', points: dec('3'), basis: '目标未细化' }],
    seen: [],
  }
  const framing = (weights: Readonly<Record<string, string>>, document = '县财〔2021〕7号'): Draft => ({
    kind: 'appraisal-frame',
    subject: PLAN_ID,
    effectiveOn: DECEMBER,
    weights,
    document,
    reason: '县里统一调整',
  })
  const framed: Entry = { ...written(PLAN_ID), ...framing({ initiation: '4', goals: '6' }) }
  it.each<[string, Draft, Entry[], Role, string]>([
    ['a row with its basis', judging({ goals: '4.5' }), [], 'evaluator', 'allowed'],
    ['by a leader', judging({ goals: '4.5' }), [], 'leader', 'role'],
    ['by a manager', judging({ goals: '4.5' }), [], 'manager', 'role'],
    ['without a basis', judging({ goals: '5' }, '好'), [], 'evaluator', 'thin-reason'],
    ['of three places', judging({ goals: '4.125' }), [], 'evaluator', 'too-fine'],
    ['above the row', judging({ goals: '5.01' }), [], 'evaluator', 'above-row'],
    ['above what the row now has', judging({ initiation: '5' }), [framed], 'evaluator', 'above-row'],
    ['up to what the row now has', judging({ goals: '6' }), [framed], 'evaluator', 'allowed'],
    ['a row of no frame', judging({ others: '1' }), [], 'evaluator', 'no-row'],
    ['no row', judging({}), [], 'evaluator', 'no-row'],
    ["over another's word unread", judging({ goals: '4' }), [other], 'evaluator', 'not-seen'],
    [
      "over another's word, read",
      judging({ goals: '4' }, '目标已细化', [other.id]),
      [other],
      'evaluator',
      'allowed',
    ],
    ['after the sign-off', judging({ goals: '4' }), [signOff(project.id)], 'evaluator', 'allowed'],
    ['the points of the frame', framing({ initiation: '4', goals: '6' }), [], 'evaluator', 'allowed'],
    ['points that are not 100', framing({ initiation: '4' }), [], 'evaluator', 'bad-weights'],
    [
      'points without a document',
      framing({ initiation: '4', goals: '6' }, ' '),
      [],
      'evaluator',
      'no-document',
    ],
    ['points by a leader', framing({ initiation: '4', goals: '6' }), [], 'leader', 'role'],
  ])('%s', (_, draft, entries, role, expected) => {
    expect(judged(draft, entries, role)).toBe(expected)
  })
})

describe('a sign-off', () => {
  const ready = [...reportedAll(project, '100', '80'), summarise(project.id)]
  const signing = (
    entries: readonly Entry[],
    word = '已当面核对',
    change: Partial<Extract<Draft, { kind: 'sign-off' }>> = {},
  ): Draft => {
    const sheet = sheetOf(project, entries)
    const concerns = concernsOf(sheet, [], [], { id: null, name: '陈评' })
    const words = concerns.map(({ kind: concern }) => ({ concern, text: word }))
    const made = signOffDraft(sheet, concerns, { text: '', words, covers: [] })
    if (made.kind === 'ready') return { ...made.draft, ...change } as Draft
    return {
      kind: 'sign-off',
      subject: project.id,
      effectiveOn: DECEMBER,
      text: '',
      covers: [],
      sheet: signedFigures(sheet),
      words,
      ...change,
    }
  }
  it.each<[string, Draft, Entry[], string]>([
    ['with nothing open and a word on everything', signing(ready), ready, 'allowed'],
    ['with something open', signing(ready), ready.slice(1), 'not-ready'],
    ['with a word that says nothing', signing(ready, '好'), ready, 'no-word'],
    [
      'with a word on something else',
      signing(ready, '', { words: [{ concern: 'same-person', text: '已当面核对' }] }),
      ready,
      'no-word',
    ],
    [
      'with a word on one of two',
      signing(ready, '', { words: [{ concern: 'not-accepted', text: '已当面核对' }] }),
      ready,
      'no-word',
    ],
    ['with figures of before', signing(ready), [...ready, takeOff(row(1), '1')], 'other-figures'],
    ['without figures', signing(ready, '已当面核对', { sheet: null }), ready, 'other-figures'],
  ])('%s', (_, draft, entries, expected) => {
    expect(judged(draft, entries)).toBe(expected)
  })
})

describe('the scheme of a plan', () => {
  const choosing = (over: { scheme?: string; document?: string; reason?: string }): Draft => ({
    kind: 'scheme',
    subject: PLAN_ID,
    effectiveOn: DECEMBER,
    scheme: '2021-101',
    document: '县财〔2022〕5号',
    reason: '县里统一采用',
    ...over,
  })
  it.each<[string, Draft, Entry[], Role, string]>([
    ['by an evaluator', choosing({}), [], 'evaluator', 'allowed'],
    ['by its document number', choosing({ scheme: '财预〔2021〕101号' }), [], 'evaluator', 'allowed'],
    ['by a leader', choosing({}), [], 'leader', 'role'],
    ['one that is not known', choosing({ scheme: '2031-7' }), [], 'evaluator', 'unknown-scheme'],
    ['without a document number', choosing({ document: ' ' }), [], 'evaluator', 'no-document'],
    ['with a reason that says nothing', choosing({ reason: '换' }), [], 'evaluator', 'thin-reason'],
    ['over a signed sheet', choosing({}), [signOff(`${PLAN_ID}/3`)], 'evaluator', 'signed-project'],
  ])('%s', (_, draft, entries, role, expected) => {
    expect(judged(draft, entries, role)).toBe(expected)
  })
})

describe('a project that the plan in use does not have', () => {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), [])
  const weighing: Draft = {
    kind: 'weights',
    subject: `${PLAN_ID}/9`,
    effectiveOn: DECEMBER,
    weights: { x: '1' },
    document: '',
    reason: '',
  }
  it.each([
    ['not in the plan', SIX_PLAN, { kind: 'no-subject' }],
    ['no plan', null, null],
  ])('%s: nothing is written about it, unless no plan is known', (_, plan, refusal) => {
    const situation = { ledger, plan, preset: HEBEI, today: day('2021-02-01') }
    expect(decide([weighing], { id: null, name: '陈评', role: 'evaluator' }, situation)).toEqual(refusal)
  })

  it('a scheme is chosen without a plan as with one', () => {
    const choosing: Draft = {
      kind: 'scheme',
      subject: PLAN_ID,
      effectiveOn: DECEMBER,
      scheme: '2021-101',
      document: '县财〔2022〕5号',
      reason: '县里统一采用',
    }
    const situation = { ledger, plan: null, preset: HEBEI, today: day('2021-02-01') }
    expect(decide([choosing], { id: null, name: '陈评', role: 'evaluator' }, situation)).toBeNull()
  })
})
