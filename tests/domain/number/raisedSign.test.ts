import { describe, expect, it } from 'vitest'
import { marksFigure } from '@/domain/number/raisedSign'

describe('a raised sign', () => {
  it.each([
    ['1', '≥95%'],
    ['2', '≥3'],
    ['1', '≥120件'],
    ['①', '≥120件'],
    ['[1]', '≥500m'],
    ['注1', '参保率'],
    ['（注2）', '≥95%'],
    ['*', '参保率'],
    ['1', '面积≥5米'],
    ['1、2', '≥95%'],
  ])('%s behind %s is none of it', (sign, before) => {
    expect(marksFigure(sign, before)).toBe(true)
  })

  it.each([
    ['2', '≥500m'],
    ['3', '≥20km'],
    ['2', '≥500米'],
    ['3', '≥9万立方厘米'],
    ['2.5', 'PM'],
    ['th', '5'],
    ['', '≥5'],
    ['下标', '参保'],
  ])('%s behind %s belongs to it', (sign, before) => {
    expect(marksFigure(sign, before)).toBe(false)
  })
})
