import { describe, expect, it } from 'vitest'
import { bulletPicture, curvePicture, framed, type Caption } from '@/charts/picture'
import { parseTarget } from '@/domain/plan/target'
import { dec } from '../domain/build'

const palette = {
  ink: 'ink',
  quiet: 'quiet',
  line: 'line',
  faint: 'faint',
  accent: 'accent',
  pale: 'pale',
  surface: 'surface',
  track: 'track',
  good: 'good',
  near: 'near',
  partial: 'partial',
  bad: 'bad',
}
const caption: Caption = {
  title: '办公楼修缮 <一期>',
  lines: ['2020年 · 截至 2020年6月30日'],
  mark: '演示数据',
}
const rows = [
  {
    name: '综合保障率',
    value: dec(92),
    text: '92%',
    target: parseTarget('≥90百分比'),
    targetText: '≥90%',
    light: 'met' as const,
    word: '达标',
  },
  {
    name: '社会影响力',
    value: null,
    text: '未填报',
    target: parseTarget('≥90百分比'),
    targetText: '≥90%',
    light: 'unreported' as const,
    word: '未填报',
  },
]

describe('a picture', () => {
  it('says what it is, of when, and that it is a demonstration; signs of markup are text', () => {
    const svg = framed('', caption, palette)
    expect(svg).toContain('办公楼修缮 &#60;一期&#62;')
    expect(svg).toContain('截至 2020年6月30日')
    expect(svg).toContain('演示数据')
    expect(framed('', { ...caption, mark: null }, palette)).not.toContain('演示数据')
  })

  it('draws every indicator with its threshold; one that was not reported has no bar', () => {
    const svg = bulletPicture(rows, caption, palette)
    expect(svg.match(/stroke-width="4"/g)).toHaveLength(2)
    expect(svg.match(/fill="accent"\/>/g)).toHaveLength(1)
    expect(svg).toContain('>未填报</text>')
    expect(svg).not.toContain('NaN')
  })

  it('draws the curve without a page', () => {
    const svg = curvePicture(
      () => ({
        xAxis: { type: 'value' },
        yAxis: { type: 'value' },
        series: [{ type: 'line', data: [[0, 0]] }],
      }),
      caption,
      palette,
    )
    expect(svg.startsWith('<svg xmlns')).toBe(true)
    expect(svg).toContain('序时进度')
    expect(svg.match(/<svg /g)).toHaveLength(2)
  })
})
