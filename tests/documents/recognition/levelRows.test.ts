import { describe, expect, it } from 'vitest'
import { isExecution, levelNames } from '@/documents/recognition/indicators/levelNames'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { cell, type DrawnCell, type DrawnDocument, merged } from './drawn'

const TITLE = { paragraph: '2025年度项目支出绩效目标表（单位：万元）' }
const cells = (texts: readonly string[]): DrawnCell[] => texts.map((text) => cell(text))
const split = (line: string): DrawnCell[] => cells(line.split('|'))
const head = (width: number): DrawnCell[][] =>
  [
    ['项目名称', '绿化'],
    ['预算数', '66'],
    ['绩效目标', '新增绿地'],
  ].map(([label = '', value = '']) => [cell(label), cell(value, 1, width - 1)])

function read(blocks: DrawnDocument) {
  const { draft, issues } = recogniseDocument(merged(blocks))
  return {
    rows: draft.plan.projects.flatMap(({ indicators }) =>
      indicators.map(({ level1, level2, level3, target }) =>
        [level1, level2, level3, target].map((text) => text ?? '').join('|'),
      ),
    ),
    kinds: issues.map(({ kind }) => kind).filter((kind) => kind !== 'not-stated'),
    texts: (kind: string) =>
      issues
        .filter((one) => one.kind === kind)
        .flatMap(({ from, more = [] }) => [from, ...more].map((place) => place?.text)),
  }
}

const whole = (text: string, width: number): DrawnCell[] => [cell(text, 1, width)]

describe('the levels that a heading over rows names', () => {
  it.each<[string, string | null, string | null, string | null]>([
    ['一、产出指标', null, '产出指标', null],
    ['一、产出指标（50分）', null, '产出指标', null],
    ['（一）数量指标', '产出指标', null, '数量指标'],
    ['1.质量指标：', '产出指标', null, '质量指标'],
    ['产出指标—数量指标', null, '产出指标', '数量指标'],
    ['效益指标（社会效益指标）', null, '效益指标', '社会效益指标'],
    ['一级指标：效益指标', null, '效益指标', null],
    ['（三）成本指标', '产出指标', null, '成本指标'],
    ['成本指标', '产出指标', null, '成本指标'],
    ['三、成本指标', '产出指标', '成本指标', null],
    ['四、预算执行率（10分）', '满意度指标', '预算执行率', null],
  ])('%s under %s', (text, within, level1, level2) => {
    expect(levelNames(text, within)).toEqual({ level1, level2 })
  })

  it.each(['绿地', '一、基本情况', '产出指标完成情况', '数量指标—产出指标', ''])('%s names none', (text) => {
    expect(levelNames(text)).toBeNull()
  })
})

describe('a row that only names a level gives it to the rows below', () => {
  it.each<[string, DrawnCell[][], number]>([
    [
      'over the whole width',
      [
        split('序号|指标名称|指标值|备注'),
        whole('一、产出指标', 4),
        whole('（一）数量指标', 4),
        split('1|绿地|≥3公顷|'),
        whole('（二）质量指标', 4),
        split('1|成活率|≥95%|'),
        whole('二、效益指标', 4),
        whole('（一）社会效益指标', 4),
        split('1|受益人数|≥3000人|'),
      ],
      4,
    ],
    [
      'beside its number',
      [
        split('序号|绩效指标|目标值|分值'),
        split('一|产出指标||60'),
        split('（一）|数量指标||'),
        split('1|绿地|≥3公顷|30'),
        split('（二）|质量指标||'),
        split('1|成活率|≥95%|30'),
        split('二|效益指标||30'),
        split('（一）|社会效益指标||'),
        split('1|受益人数|≥3000人|30'),
      ],
      4,
    ],
    [
      'above headings that are printed again',
      [
        whole('产出指标—数量指标', 3),
        split('指标名称|指标值|备注'),
        split('绿地|≥3公顷|'),
        whole('产出指标—质量指标', 3),
        split('指标名称|指标值|备注'),
        split('成活率|≥95%|'),
        whole('效益指标—社会效益指标', 3),
        split('指标名称|指标值|备注'),
        split('受益人数|≥3000人|'),
      ],
      3,
    ],
    [
      'beside a column of 二级指标',
      [
        split('二级指标|三级指标|指标值'),
        whole('一、产出指标（50分）', 3),
        split('数量指标|绿地|≥3公顷'),
        split('质量指标|成活率|≥95%'),
        whole('二、效益指标（30分）', 3),
        split('社会效益指标|受益人数|≥3000人'),
      ],
      3,
    ],
    [
      'in its own column, numbered',
      [
        split('一级指标|二级指标|三级指标|指标值'),
        split('一、产出指标|||'),
        split('|数量指标|绿地|≥3公顷'),
        split('|质量指标|成活率|≥95%'),
        split('二、效益指标|||'),
        split('|社会效益指标|受益人数|≥3000人'),
      ],
      4,
    ],
  ])('%s', (_, rows, width) => {
    const found = read([TITLE, { table: [...head(width), ...rows] }])
    expect(found.rows).toEqual([
      '产出指标|数量指标|绿地|≥3公顷',
      '产出指标|质量指标|成活率|≥95%',
      '效益指标|社会效益指标|受益人数|≥3000人',
    ])
    expect(found.kinds).not.toContain('cell-not-understood')
    expect(found.kinds).not.toContain('row-not-aligned')
    expect(found.kinds).not.toContain('blank-row')
  })

  it('between tables of their own', () => {
    const part = (name: string, target: string): DrawnDocument[number] => ({
      table: [split('指标名称|指标值'), split(`${name}|${target}`)],
    })
    const found = read([
      TITLE,
      { table: [...head(2), split('指标名称|指标值'), split('甲|≥1个')] },
      { paragraph: '一、产出指标' },
      { paragraph: '（一）数量指标' },
      part('绿地', '≥3公顷'),
      { paragraph: '二、效益指标' },
      { paragraph: '（一）社会效益指标' },
      part('受益人数', '≥3000人'),
    ])
    expect(found.rows.slice(1)).toEqual([
      '产出指标|数量指标|绿地|≥3公顷',
      '效益指标|社会效益指标|受益人数|≥3000人',
    ])
  })

  it('a 满意度指标 alone is its 二级指标 too, and that is said', () => {
    const rows = [split('指标名称|指标值|备注'), whole('三、满意度指标', 3), split('满意率|≥90%|')]
    const found = read([TITLE, { table: [...head(3), ...rows] }])
    expect([found.rows, found.kinds]).toEqual([['满意度指标|满意度指标|满意率|≥90%'], ['level2-from-level1']])
  })

  it('one that nothing stands under is listed, the points of a level too', () => {
    const rows = [
      split('指标名称|指标值|分值'),
      split('产出指标||60'),
      whole('数量指标', 3),
      split('绿地|≥3公顷|60'),
      whole('效益指标', 3),
    ]
    const found = read([TITLE, { table: [...head(3), ...rows] }])
    expect([found.rows, found.texts('blank-row'), found.texts('label-left')]).toEqual([
      ['产出指标|数量指标|绿地|≥3公顷'],
      ['效益指标'],
      ['产出指标', '60'],
    ])
  })

  it('a column beside them is one line, though its heading is printed again', () => {
    const rows = ['产出指标', '效益指标'].flatMap((level) => [
      whole(level, 3),
      split('指标名称|指标值|备注'),
      split(`${level}甲|≥1个|${level}乙`),
    ])
    expect(read([TITLE, { table: [...head(3), ...rows] }]).texts('column-left')).toEqual([
      '备注',
      '产出指标乙',
      '效益指标乙',
    ])
  })
})

describe('the 预算执行率 of the scores is no indicator, and that is said', () => {
  const levels = '一级指标|二级指标|三级指标|指标值|分值'
  const own = '产出指标|数量指标|绿地|≥3公顷|50'

  it.each<[string, DrawnCell[]]>([
    ['as all levels', split('预算执行率|预算执行率|预算执行率|100%|10')],
    ['over all levels', [cell('预算执行率', 1, 3), cell('100%'), cell('10')]],
    ['with its points', split('预算执行率（10分）|||≥95%|10')],
    ['as an 一级指标', split('预算执行指标|预算执行率|执行率|100%|10')],
    ['as a 二级指标 beside none', split('|预算执行率||100%|10')],
    ['of the money', split('资金执行率|||100%|10')],
  ])('%s', (_, row) => {
    for (const rows of [
      [split(own), row],
      [row, split(own)],
    ]) {
      const found = read([TITLE, { table: [...head(5), split(levels), ...rows] }])
      expect([found.rows, found.kinds]).toEqual([['产出指标|数量指标|绿地|≥3公顷'], ['execution-row']])
    }
  })

  it.each(['产出指标|时效指标|预算执行率|≥90%|10', '过程指标|资金管理|预算执行率|100%|10'])(
    'but one printed under another 一级指标 stays: %s',
    (row) => {
      const found = read([TITLE, { table: [...head(5), split(levels), split(own), split(row)] }])
      expect([found.rows.length, found.kinds]).toEqual([2, []])
    },
  )

  it.each(['预算执行率', '项目预算执行率', '资金执行率（10分）', '1.预算执行率'])('%s is one', (text) => {
    expect(isExecution(text)).toBe(true)
  })

  it.each(['法律执行率', '预算执行率达标的单位数', '预算编制'])('%s is none', (text) => {
    expect(isExecution(text)).toBe(false)
  })
})
