import { describe, expect, it } from 'vitest'
import type { Appraisal, Entry } from '@/domain/ledger/entry'
import { sum } from '@/domain/number/decimal'
import { appraised, partOf, type AppraisedProject } from '@/domain/papers/appraisal'
import { EVALUATION_FRAME, frameInForce, weighedFrame } from '@/domain/papers/evaluationFrame'
import { actual, day, dec, voidOf } from '../build'
import { laidOut, sheetOf, weigh, written } from '../scoring/sheets'

const ROWS = [
  ['产出指标', '数量指标', '≥90%'],
  ['产出指标', '质量指标', '≥90%'],
  ['产出指标', '时效指标', '≥90%'],
  ['产出指标', '成本指标', '≥90%'],
  ['效果指标', '社会效益指标', '≥90%'],
  ['效果指标', '可持续影响指标', '≥90%'],
  ['满意度指标', '服务对象满意度指标', '≥90%'],
] as const

const OURS = { rows: EVALUATION_FRAME, set: null }

function started(rows: readonly (readonly [string, string, string])[], values: readonly string[]) {
  const project = laidOut(rows)
  const entries = project.indicators.flatMap(({ id }, at): Entry[] =>
    values[at] ? [actual(id, '2020-12-31', values[at])] : [],
  )
  return appraised(sheetOf(project, entries), OURS, [])
}

const shown = ({ rows }: AppraisedProject) =>
  rows.map(({ points, state }) => points?.toFixed(2) ?? state).join(' ')
const OWN = 'to-judge to-judge to-judge to-judge to-judge'
const MET = Array.from({ length: 7 }, () => '95%')

describe('绩效评价 (domain.md §12)', () => {
  it('has 100 points: 决策 15, 过程 20, 产出 35, 效益 30', () => {
    const of = (part: string) =>
      sum(EVALUATION_FRAME.filter((row) => row.part === part).map(({ weight }) => weight))
    expect(['decision', 'process', 'output', 'benefit'].map((part) => of(part).toFixed())).toEqual([
      '15',
      '20',
      '35',
      '30',
    ])
  })

  it.each([
    ['all met', ROWS, MET, `${OWN} 8.75 8.75 8.75 8.75 10.00 10.00 10.00`, '65.00', '35.00'],
    [
      'half of the quantity, a third of satisfaction: 8.75 × 0.5 half up, 10 × 30 ÷ 90',
      ROWS,
      ['45%', ...MET.slice(0, 5), '30%'],
      `${OWN} 4.38 8.75 8.75 8.75 10.00 10.00 3.33`,
      '53.96',
      '35.00',
    ],
    [
      'one silent',
      ROWS,
      [...MET.slice(0, 6), ''],
      `${OWN} 8.75 8.75 8.75 8.75 10.00 10.00 open`,
      '55.00',
      '45.00',
    ],
    ['nothing reported', ROWS, [], `${OWN} open open open open open open open`, '0.00', '100.00'],
    [
      'no 成本 in the plan: the evaluator judges it',
      ROWS.filter(([, level2]) => level2 !== '成本指标'),
      MET.slice(1),
      `${OWN} 8.75 8.75 8.75 none 10.00 10.00 10.00`,
      '56.25',
      '43.75',
    ],
  ] as const)('%s', (_, rows, values, points, had, toJudge) => {
    const own = started(rows, values)
    expect(shown(own)).toBe(points)
    expect(own.points.toFixed(2)).toBe(had)
    expect(own.open.toFixed(2)).toBe(toJudge)
  })
})

describe('which 二级指标 a row starts from', () => {
  it.each([
    ['经济效益指标', 'benefit', '社会效益（含经济、生态效益）'],
    ['生态效益指标', 'benefit', '社会效益（含经济、生态效益）'],
    ['社会公众满意度指标', 'benefit', '满意度'],
    ['可持续影响指标', 'benefit', '可持续影响'],
    ['产出数量', 'output', '产出数量'],
    ['经济成本指标', 'output', '产出成本'],
    ['其他', 'output', ''],
  ])('%s', (level2, _, names) => {
    const { rows } = started([['产出指标', level2, '≥90%']], ['95%'])
    expect(
      rows
        .filter(({ state }) => state === 'started')
        .map(({ row }) => row.name)
        .join(' '),
    ).toBe(names)
  })

  it('all of them together, by their weights; one without weight is none', () => {
    const two = [
      ['产出指标', '数量指标', '≥90%'],
      ['产出指标', '数量指标', '≥90%'],
    ] as const
    const { rows } = started(two, ['90%', '45%'])
    const quantity = rows.find(({ row }) => row.name === '产出数量')
    expect([quantity?.indicators.length, quantity?.ratio?.toFixed()]).toEqual([2, '0.75'])
    const project = laidOut(two)
    const weights = { [`${project.id}/1`]: '50', [`${project.id}/2`]: '0' }
    const sheet = sheetOf(project, [
      weigh(project.id, weights, '统一', '字1号'),
      actual(`${project.id}/1`, '2020-12-31', '45%'),
    ])
    const own = appraised(sheet, OURS, []).rows.find(({ row }) => row.name === '产出数量')
    expect([own?.state, own?.indicators.length, own?.ratio?.toFixed()]).toEqual(['started', 1, '0.5'])
  })

  it('a frame of a place’s own, its rows in its order', () => {
    const rows = [{ id: 'own', part: 'output', name: '数量', weight: dec('100'), from: /数量/ }] as const
    const project = laidOut([['产出指标', '数量指标', '≥90%']])
    const sheet = sheetOf(project, [actual(`${project.id}/1`, '2020-12-31', '45%')])
    const own = appraised(sheet, { rows, set: null }, [])
    expect([own.points.toFixed(), own.open.toFixed(), own.total?.toFixed()]).toEqual(['50', '0', '50'])
    expect(own.sheet.project).toBe(project)
  })
})

describe('what evaluators say', () => {
  const project = laidOut(ROWS)
  const sheet = sheetOf(
    project,
    project.indicators.map(({ id }) => actual(id, '2020-12-31', '95%')),
  )
  let said = 0
  const say = (
    rows: Readonly<Record<string, string>>,
    over: Partial<Pick<Appraisal, 'author' | 'recordedAt' | 'seen'>> = {},
  ): Appraisal => {
    said += 1
    return {
      ...written(project.id, { recordedAt: `2021-01-1${said % 10}T08:00:00.000Z`, ...over }, '2020-12-31'),
      kind: 'appraisal',
      rows: Object.entries(rows).map(([row, points]) => ({
        row,
        points: dec(points),
        basis: '查阅立项批复',
      })),
      seen: over.seen ?? [],
    }
  }
  const FIVE = { initiation: '4.5', goals: '5', funding: '4', money: '11.5', organisation: '7' }

  it('adds up to a total with its grade when every row has points', () => {
    const all = appraised(sheet, OURS, [say(FIVE)])
    expect(all.total?.toFixed(2)).toBe('97.00')
    expect(all.grade).toBe('excellent')
    expect(partOf(all, 'process').points?.toFixed(2)).toBe('18.50')
  })

  it('stands instead of what a row started from, and 0 points are points', () => {
    const all = appraised(sheet, OURS, [say({ ...FIVE, quantity: '0' })])
    expect(all.rows.find(({ row }) => row.id === 'quantity')).toMatchObject({ state: 'judged' })
    expect(all.total?.toFixed(2)).toBe('88.25')
  })

  it('has no total while one row is open', () => {
    const all = appraised(sheet, OURS, [say({ initiation: '5' })])
    expect([all.total, all.points.toFixed(2), all.open.toFixed(2)]).toEqual([null, '70.00', '30.00'])
  })

  it('takes no points above what a row now has', () => {
    const { rows } = weighedFrame({ initiation: '4', goals: '6' })
    const all = appraised(sheet, { rows, set: null }, [say(FIVE)])
    expect(all.rows[0]).toMatchObject({ state: 'stale', points: null })
    expect(all.total).toBe(null)
  })

  it.each(['4', '6'])('says 须重评 when the row goes from 5 points to %s afterwards', (initiation) => {
    const { rows } = weighedFrame({ initiation, goals: String(10 - Number(initiation)) })
    const all = appraised(sheet, { rows, set: null }, [say({ ...FIVE, initiation: '3' })], () => OURS)
    expect(all.rows[0]).toMatchObject({ state: 'stale', points: null })
    expect(all.rows[2]?.state).toBe('judged')
    expect(all.total).toBe(null)
  })

  describe('of one row by two', () => {
    const first = say(FIVE, { author: '陈评' })
    const second = say({ initiation: '3' }, { author: '王评' })
    const stateOf = (entries: readonly Appraisal[]) => appraised(sheet, OURS, entries).rows[0]?.state
    it.each<[string, readonly Appraisal[], string]>([
      ['differing: a conflict, in any order', [second, first], 'conflict'],
      ['the same points', [first, say({ initiation: '4.50' }, { author: '王评' })], 'judged'],
      ['the later having read the other', [first, { ...second, seen: [first.id] }], 'judged'],
      [
        'settled by one who read both',
        [first, second, say({ initiation: '4' }, { seen: [first.id, second.id] })],
        'judged',
      ],
      ['his own later word', [first, say({ initiation: '2' }, { author: '陈评' })], 'judged'],
    ])('%s', (_, entries, state) => {
      expect(stateOf(entries)).toBe(state)
      expect(stateOf([...entries].reverse())).toBe(state)
    })
  })
})

describe('the points of the frame', () => {
  const standpoint = { asOf: day('2020-12-31'), knownAt: null }
  const set = (weights: Readonly<Record<string, string>>): Entry => ({
    ...written('2020-323002', {}, '2020-12-31'),
    kind: 'appraisal-frame',
    weights,
    document: '县财〔2021〕7号',
    reason: '县里统一调整',
  })
  it.each([
    ['moved between rows', { initiation: '10', goals: '0' }, []],
    ['not 100', { initiation: '6' }, ['total']],
    ['a row that is not there', { others: '5' }, ['unknown-row']],
    ['not points', { initiation: '五' }, ['not-points']],
    ['more than two places', { initiation: '4.999', goals: '5.001' }, ['not-points', 'not-points']],
  ])('%s', (_, weights, kinds) => {
    expect(weighedFrame(weights).problems.map(({ kind }) => kind)).toEqual(kinds)
  })

  it('are those of the last entry that adds up; a row without points is not judged', () => {
    const good = set({ initiation: '10', goals: '0' })
    const found = frameInForce([good, set({ initiation: '6' })], standpoint)
    expect(found.set).toBe(good)
    expect(found.rows.map(({ id }) => id)).not.toContain('goals')
    expect(frameInForce([good, voidOf(good)], standpoint).set).toBe(null)
  })
})
