import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { agendaOf } from '@/domain/work/agenda'
import { heatSentence, mattersSentence, matterText } from '@/format/board/agendaText'
import { actual, DECEMBER, explain, OCTOBER, pay, rectify, step } from '../../domain/build'
import { boardOf, PUBLISHED } from '../board'

const P = PUBLISHED.id
const paid = ['3300', '760', '64', '8.5', '376', '880'].map((sum, index) =>
  pay(`${P}/${index + 1}`, '2020-06-01', sum),
)
const agenda = (entries: readonly Entry[]) =>
  agendaOf(boardOf(entries, OCTOBER).projects, addEntries(emptyLedger(P), entries).ledger, OCTOBER)
const said = (entries: readonly Entry[]) =>
  agenda(entries).matters.map((matter, place) => {
    const { what, ask, who, by } = matterText(matter, 'wan', place)
    return [what, ask, who, by].join(' | ')
  })

describe('the matters of a meeting in words', () => {
  it.each([
    [
      'late money',
      [pay(`${P}/3`, '2020-06-02', '-12')],
      [
        '支出略滞后，差 12.00 万元，未说明原因 | 到12月底还需支出 28.00 万元，如何支出 | 未指定 | 2020年12月31日',
      ],
    ],
    [
      'over budget',
      [pay(`${P}/3`, '2020-06-02', '17')],
      ['实支超出全年预算数 1.00 万元，未说明原因 | 是否调整预算，超出部分如何处理 | 未指定 | 2020年12月31日'],
    ],
    [
      'late money with its reason',
      [
        pay(`${P}/3`, '2020-06-02', '-12'),
        explain(`${P}/3`, OCTOBER, { text: '工程款待验收', who: '王工', by: DECEMBER }),
      ],
      [
        '支出略滞后，差 12.00 万元，原因：经费保障：工程款待验收 | 到12月底还需支出 28.00 万元，如何支出 | 王工 | 2020年12月31日',
      ],
    ],
    [
      'submitted',
      [step('submit', `${P}/3`, OCTOBER)],
      ['10月底已报送，待审核 | 通过还是退回 | 分管领导 | 会上定'],
    ],
    [
      'missed',
      [actual(`${P}/3/1`, OCTOBER, '80')],
      ['1 项指标未达标，其中 1 项未说明原因 | 补充原因和改进措施 | 未指定 | 会上定'],
    ],
    [
      '整改, whose day only its words have',
      [rectify('rectification', `${P}/3`, OCTOBER, '9月底前补齐佐证')],
      ['整改要求未答复：9月底前补齐佐证 | 何时整改到位 | 未指定 | 见整改要求'],
    ],
  ] as const)('%s', (_, entries, expected) => {
    expect(said([...paid, ...entries])).toEqual(expected)
  })

  it('says that nothing is to be decided', () => {
    expect(mattersSentence(agenda(paid), 6)).toBe('6 个项目均没有需要议定的事项。')
    expect(mattersSentence(agenda([]), 6)).toBe('6 个项目共 6 项。')
  })

  it.each([
    [['89'], [], '1 个项目共 1 项，其余 5 个项目没有需要议定的。指标未达标 1 项，均已列入。'],
    [
      [],
      ['89'],
      '6 个项目均没有需要议定的事项。指标未达标 1 项，列入 0 项；另有 1 项为“接近”且已说明原因，未列入。',
    ],
    [
      ['89', '50'],
      ['89', '88'],
      '1 个项目共 1 项，其余 5 个项目没有需要议定的。指标未达标 4 项，列入 2 项；另有 2 项为“接近”且已说明原因，未列入。',
    ],
  ] as const)(
    'unexplained %j and explained %j: every missed indicator is counted',
    (bare, told, expected) => {
      const deviation = { category: 'other', text: '天气' } as const
      const entries = [
        ...paid,
        ...bare.map((value, index) => actual(`${P}/3/${index + 1}`, OCTOBER, value)),
        ...told.map((value, index) => actual(`${P}/5/${index + 1}`, OCTOBER, value, { deviation })),
      ]
      const { missed } = agenda(entries)
      const { near, partial, far } = boardOf(entries, OCTOBER).indicators
      expect(missed.listed + missed.left).toBe(near + partial + far)
      expect(mattersSentence(agenda(entries), 6)).toBe(expected)
    },
  )

  it('counts the indicators over the heat map', () => {
    const board = boardOf([...paid, actual(`${P}/3/1`, OCTOBER, '80')], OCTOBER)
    expect(heatSentence(board, 10)).toBe('达标 0 项，未达标 1 项，未填报 41 项。')
    expect(heatSentence(board, 4)).toContain('；列出滞后在前的 4 个项目。')
  })
})
