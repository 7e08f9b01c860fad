import { describe, expect, it } from 'vitest'
import { amountsInWords } from '@/documents/recognition/money/amountsInWords'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { cell, merged } from './drawn'

describe('a budget said in a sentence', () => {
  it.each([
    ['本项目年初预算安排资金120万元，其中中央补助80万元、地方资金40万元', '120万元', null, null],
    ['120万元，其中：财政拨款100万元，其他资金20万元', '120万元', '100万元', '20万元'],
    ['2025年预算安排1,200,000元', '1,200,000元', null, null],
    ['财政拨款100万元，自筹资金20万元，共计120万元。', '120万元', '100万元', '20万元'],
    ['资金总额：１２０万元；其中：财政拨款：１００万元', '120万元', '100万元', null],
    [
      '总额10606.7522万元 一、财政拨款:6923.3552万元(其中:上级财政资金:6923.3552万元)二、自有资金:0万元三、其他:3683.397万元',
      '10606.7522万元',
      '6923.3552万元',
      null,
    ],
    ['经费0.5亿元', '0.5亿元', null, null],
  ])('%s', (text, total, fiscal, other) => {
    expect(amountsInWords(text)).toEqual({ total, fiscal, other })
  })

  it.each([
    '项目总投资500万元，2025年安排120万元',
    '项目总投资500万元',
    '累计安排资金300万元',
    '上年预算80万元',
    '中央补助80万元、地方资金40万元',
    '申请资金120万元',
    '按规定使用',
    '约120万元',
    '安排资金120万元左右',
    '安排资金120万元/年',
    '安排资金120万元（大写：壹佰贰拾万元）',
    '预算不超过120万元',
    '120',
    '第一年100万元，第二年200万元',
  ])('%s states none', (text) => {
    expect(amountsInWords(text)).toBeNull()
  })

  it.each(['项目资金', '预算数', '年度资金总额（元）', '资金来源'])(
    'is read beside %s, and said',
    (label) => {
      const text = '年初预算安排资金120万元，其中财政拨款1000000元'
      const { draft, issues } = recogniseDocument(
        merged([
          { paragraph: '2025年度项目支出绩效目标表' },
          {
            table: [
              ['项目名称', '加固'],
              [label, text],
              ['绩效目标', '固'],
            ].map((row) => row.map((one) => cell(one))),
          },
        ]),
      )
      expect(draft.plan.projects[0]?.budget).toEqual({ total: '120', fiscal: '100', other: null })
      const kinds = issues.map(({ kind }) => kind)
      expect(kinds).toEqual(expect.arrayContaining(['amounts-in-words', 'converted-from-yuan']))
      expect(kinds).not.toContain('unit-not-stated')
    },
  )
})

describe('money by source', () => {
  it('in a row of labels over the amounts of 年初预算数: the total is the budget, each source is named', () => {
    const { draft, issues } = recogniseDocument(
      merged([
        { paragraph: '2025年度项目支出绩效目标表（万元）' },
        {
          table: [
            '项目名称|加固||||',
            '项目资金|合计|中央补助|省级资金|县级配套|自筹',
            '年初预算数|120|60|20|35|5',
            '绩效目标|固||||',
          ].map((line) => line.split('|').map((one) => cell(one))),
        },
      ]),
    )
    expect(draft.plan.projects[0]?.budget).toEqual({ total: '120', fiscal: null, other: '5' })
    expect(
      issues
        .filter(({ kind }) => kind === 'column-left')
        .map(({ from, more = [] }) => [from, ...more].map((one) => one?.text)),
    ).toEqual([
      ['中央补助', '60'],
      ['省级资金', '20'],
      ['县级配套', '35'],
    ])
  })
})
