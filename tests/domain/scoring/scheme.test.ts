import { describe, expect, it } from 'vitest'
import { sum } from '@/domain/number/decimal'
import { FLOOR_2021, gradeOf, groupOf, LINEAR_2020, schemeNamed, SCHEMES } from '@/domain/scoring/scheme'
import { dec } from '../build'

describe('grades', () => {
  it.each([
    ['100', 'excellent'],
    ['90.01', 'excellent'],
    ['90', 'excellent'],
    ['89.99', 'good'],
    ['80.01', 'good'],
    ['80', 'good'],
    ['79.99', 'fair'],
    ['60.01', 'fair'],
    ['60', 'fair'],
    ['59.99', 'poor'],
    ['0', 'poor'],
  ])('%s is %s', (total, grade) => {
    for (const scheme of SCHEMES) expect(gradeOf(dec(total), scheme)).toBe(grade)
  })
})

describe('a scheme by its name', () => {
  it.each([
    ['2020-10', '2020-10'],
    ['财预〔2020〕10号', '2020-10'],
    ['财预[2021]101号', '2021-101'],
    ['财预(２０２１)101号', '2021-101'],
    ['财预〔2022〕1号', null],
    ['', null],
    ['2021', null],
  ])('%s: %s', (name, id) => {
    expect(schemeNamed(name)?.id ?? null).toBe(id)
  })

  it.each(SCHEMES)('$document is worth 100', ({ execution, groups }) => {
    expect(sum([execution.weight, ...groups.map(({ weight }) => weight)]).toFixed()).toBe('100')
  })
})

describe('the group of an indicator', () => {
  it.each([
    ['产出指标', '数量指标', 'output', 'output'],
    ['产出', '质量', 'output', 'output'],
    ['产出指标', '成本指标', 'output', 'cost'],
    ['成本指标', '经济成本指标', 'output', 'cost'],
    ['成本指标', '生态环境成本指标', 'output', 'cost'],
    ['效果指标', '社会效益指标', 'benefit', 'benefit'],
    ['效益指标', '可持续影响指标', 'benefit', 'benefit'],
    ['效益 指标', '', 'benefit', 'benefit'],
    ['满意度指标', '服务对象满意度指标', 'satisfaction', 'satisfaction'],
    ['服务对象满意度指标', '', 'satisfaction', 'satisfaction'],
    ['投入指标', '资金管理', null, null],
    ['', '', null, null],
  ])('%s / %s: %s in 2020, %s in 2021', (level1, level2, linear, floor) => {
    expect(groupOf({ level1, level2 }, LINEAR_2020)?.id ?? null).toBe(linear)
    expect(groupOf({ level1, level2 }, FLOOR_2021)?.id ?? null).toBe(floor)
  })
})
