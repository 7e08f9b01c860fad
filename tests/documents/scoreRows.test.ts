import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreFile } from '@/documents/scoreRows'
import { scoredRows, scoreFileText } from '@/format/scoring/scoreRowText'
import { typed } from '../domain/arbitraries'
import { ACTUALS } from '../fixtures/actuals'

type Printed = Record<string, unknown>

function printed(rows: unknown): Printed[] {
  const scored = scoreFile(typeof rows === 'string' ? rows : JSON.stringify(rows))
  if (scored.kind === 'fault') throw new Error(scoreFileText(scored.fault))
  return scoredRows(scored.rows) as Printed[]
}

function one(row: unknown): Printed {
  const [first] = printed([row])
  if (!first) throw new Error('no row')
  return first
}

function fault(text: string): string {
  const scored = scoreFile(text)
  return scored.kind === 'fault' ? scoreFileText(scored.fault) : 'read'
}

const R = '≥95%'

describe('a scored row', () => {
  it.each<[unknown, Printed]>([
    [
      { target: R, actual: '92%', weight: 10 },
      { points: 9.68, met: false, ratio: 0.9684210526, formula: '92 ÷ 95 × 10 = 9.68' },
    ],
    [
      { budget: '65.66', spent: '65.07', weight: 10 },
      { points: 9.91, met: false, ratio: 0.9910143162, formula: '65.07 ÷ 65.66 × 10 = 9.91' },
    ],
    [
      { target: R, actual: 95, weight: '12.5' },
      { points: 12.5, met: true, ratio: 1 },
    ],
    [
      { target: R, actual: '94.99999999999999', weight: 10 },
      { met: false, ratio: 0.9999999999 },
    ],
    [
      { target: '>95%', actual: '95', weight: 10 },
      { points: 10, met: false, ratio: 1 },
    ],
    [
      { target: '≤5起', actual: '10起', weight: 10 },
      { points: 5, met: false, ratio: 0.5 },
    ],
    [
      { target: '=0次', actual: 1, weight: 10 },
      { points: 0, met: false, ratio: 0 },
    ],
    [
      { target: 100, actual: 80, weight: 10 },
      { points: 8, note: '指标值没有写比较符，按“=”判断' },
    ],
    [
      { target: '=100%', actual: '100.01%', weight: 10 },
      { points: 10, met: true, note: '完成值超过 100%，请核对；超过指标值 0.01%，不加分，须说明原因' },
    ],
    [
      { target: '逐步提高', actual: '达成 80', weight: 15 },
      { points: 12, met: true, ratio: 0.8 },
    ],
    [
      { target: '逐步提高', actual: '部分达成60', weight: 15 },
      { points: 9, met: false, ratio: 0.6 },
    ],
    [
      { target: '12月底前完成', actual: '11月30日', weight: 10, year: 2020 },
      { points: 10, met: true },
    ],
    [
      { target: '2020年12月底前完成', actual: '2021-01-01', weight: 10 },
      { points: 0, met: false, formula: '晚于指标值规定的时间，得 0.00' },
    ],
    [
      { budget: 65.66, spent: 70, weight: 10 },
      { points: 10, met: true, ratio: 1, note: '执行率 106.61%，超过全年预算数，不加分' },
    ],
    [
      { budget: '656600元', spent: '65.66', weight: 10 },
      { points: 10, met: true },
    ],
    [
      { budget: '150000000000', spent: '75000000000', weight: 10 },
      { points: 5, ratio: 0.5 },
    ],
    [
      { budget: '100', spent: 0, weight: 10 },
      { points: 0, met: false, ratio: 0 },
    ],
    [
      { target: R, actual: '50%', weight: 10, scheme: '财预〔2021〕101号' },
      { points: 0, ratio: 0.5263157895 },
    ],
    [
      { budget: '100', spent: '79.27', weight: 10, year: '2022' },
      { points: 7.93, ratio: 0.7927, formula: '79.27 ÷ 100.00 × 10 = 7.93' },
    ],
    [
      { budget: '100', spent: '79.27', weight: 10, year: '2022', scheme: '财预〔2021〕101号' },
      {
        points: 6,
        ratio: 0.7927,
        formula: '79.27 ÷ 100.00 = 79.27%，60%（含）至 80%，按 60% 计：60% × 10 = 6.00（分档为内部口径）',
        note: '按所选的财预〔2021〕101号计分，执行率分档 95%/80%/60% 为内部口径',
      },
    ],
    [{ target: R, actual: '95%', weight: 16.667 }, { points: 16.66 }],
    [{ target: R, actual: '92%', weight: 0 }, { points: 0 }],
  ])('%j', (row, expected) => {
    expect(one(row)).toMatchObject({ ...(row as Printed), ...expected })
    expect(one(row)).not.toHaveProperty('reason')
  })
})

describe('a row that cannot be scored says why', () => {
  it.each<[unknown, string]>([
    [{ target: R, weight: 10 }, '未填报实际完成值'],
    [{ target: R, actual: null, weight: 10 }, '未填报实际完成值'],
    [{ target: R, actual: ' ', weight: 10 }, '未填报实际完成值'],
    [{ target: R, actual: '—', weight: 10 }, '未填报实际完成值'],
    [{ actual: '92%', weight: 10 }, '缺少指标值'],
    [{ target: '', actual: '92%', weight: 10 }, '缺少指标值'],
    [{ target: R, actual: '92人', weight: 10 }, '填的单位是“人”，指标值的单位是“%”'],
    [{ target: R, actual: '####', weight: 10 }, '####'],
    [{ target: R, actual: '<92%', weight: 10 }, '比较符号与指标值的不同'],
    [{ target: R, actual: 0.95, weight: 10 }, '请写明是 95% 还是 0.95%'],
    [{ target: R, actual: true, weight: 10 }, '应写成数字或文字'],
    [{ target: R, actual: '92%' }, '缺少分值'],
    [{ target: R, actual: '92%', weight: -1 }, '分值“-1”不是 0 到 100 的数'],
    [{ target: R, actual: '92%', weight: 100.01 }, '分值“100.01”不是'],
    [{ target: R, actual: '92%', weight: '十' }, '分值“十”不是'],
    [{ target: R, actual: '92%', weight: 10, year: '去年' }, '年度“去年”不是四位年份'],
    [
      { target: R, actual: '92%', weight: 10, scheme: '财预〔2022〕1号' },
      '没有“财预〔2022〕1号”这一评分方案；可写 财预〔2020〕10号 或 财预〔2021〕101号',
    ],
    [{ target: '逐步提高', actual: '92', weight: 10 }, '按达成程度填报'],
    [{ target: '逐步提高', actual: '达成', weight: 10 }, '没有写分值'],
    [{ target: '逐步提高', actual: '达成 79.99', weight: 10 }, '分值应在 80%–100%'],
    [{ target: '逐步提高', actual: '完成 95', weight: 10 }, '没有写明达成程度'],
    [{ target: '12月底前完成', actual: '2020-11-30', weight: 10 }, '请加上年度'],
    [{ target: '12月底前完成', actual: '95', weight: 10, year: 2020 }, '指标值是完成时间'],
    [{ budget: '0', spent: '5', weight: 10 }, '没有执行率'],
    [{ budget: 0, spent: 0, weight: 10 }, '没有执行率'],
    [{ budget: '-5', spent: '5', weight: 10 }, '没有执行率'],
    [{ budget: '65.66', weight: 10 }, '未填报全年执行数'],
    [{ spent: '65.66', weight: 10 }, '缺少全年预算数'],
    [{ budget: '65.66', spent: '92%', weight: 10 }, '这里填金额'],
    [{ budget: '65.66', spent: '5人', weight: 10 }, '不是金额的单位'],
    [{ budget: '6.5E+05', spent: '5', weight: 10 }, '科学计数法'],
    [{ target: R, actual: '92%', budget: '5', spent: '5', weight: 10 }, '请分成两行'],
    [{ name: 'x', weight: 10 }, '缺少可评分的内容'],
    [{}, '缺少可评分的内容'],
    [5, '不是 { … } 形式'],
    [null, '不是 { … } 形式'],
    [[], '不是 { … } 形式'],
  ])('%j: %s', (row, reason) => {
    const result = one(row)
    expect(result.reason).toContain(reason)
    expect(result).not.toHaveProperty('points')
    expect(JSON.stringify(result)).not.toMatch(/undefined|NaN/)
  })

  it('and one that names a field twice', () => {
    const [row] = printed('[{"target":"≥95%","actual":"92%","actual":"99%","weight":10}]')
    expect(row?.reason).toBe('“actual”写了两次，不知道以哪个为准')
  })
})

describe('the array', () => {
  it('keeps the rows, their order and their own fields', () => {
    const rows = [
      { no: 1, target: R, actual: '92%', weight: 10, remark: { by: '张三' } },
      { no: 2, target: R, weight: 10 },
      { no: 3, budget: '65.66', spent: '65.07', weight: 10 },
    ]
    const result = printed(rows)
    expect(result).toHaveLength(3)
    rows.forEach((row, index) => expect(result[index]).toMatchObject(row))
    expect(printed([])).toEqual([])
    expect(printed('\uFEFF[]')).toEqual([])
  })

  it('takes any text for an actual without throwing, points or a reason, within the weight', () => {
    fc.assert(
      fc.property(
        fc.oneof(typed(), fc.constantFrom(...ACTUALS.map(({ text }) => text))),
        fc.constantFrom(...ACTUALS.map(({ target }) => target)),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (actual, target, weight) => {
          const row = one({ target, actual, weight: weight.toFixed(3) })
          expect('points' in row).toBe(!('reason' in row))
          if (!('points' in row)) return
          expect(Number(row.points)).toBeGreaterThanOrEqual(0)
          expect(Number(row.points)).toBeLessThanOrEqual(Number(weight.toFixed(3)))
          expect(Number(row.ratio)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})

describe('a file that cannot be read', () => {
  it.each([
    ['', '文件不是完整的 JSON'],
    ['[{]', '文件不是 JSON：第 1 行第 3 个字符“]”不对'],
    ['[\n{"target"}]', '第 2 行'],
    ['{"target":"≥95%"}', '应是一个 JSON 数组'],
    ['null', '应是一个 JSON 数组'],
    [
      '[\n{"target":"≥95%","actual":94.99999999999999999999,"weight":10}]',
      '第 2 行的数 94.99999999999999999999',
    ],
    ['[{"budget":1e999,"spent":1,"weight":1}]', '位数过多'],
  ])('%s', (text, sentence) => {
    expect(fault(text)).toContain(sentence)
  })

  it('but digits inside texts are texts', () => {
    expect(fault('[{"target":"≥95%","actual":"94.99999999999999999999","weight":10.10}]')).toBe('read')
    expect(fault('[{"a\\"1":"\\\\","b":0.10,"c":1E2}]')).toBe('read')
  })
})
