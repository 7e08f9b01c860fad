import { describe, expect, it } from 'vitest'
import { chipsOf, groupWord, listOf, shownIndicators } from '@/format/board/shown'
import { actual, OCTOBER, pay } from '../../domain/build'
import { boardOf, PUBLISHED } from '../board'

const P = PUBLISHED.id
const { projects } = boardOf(
  [
    pay(`${P}/3`, '2020-10-01', '52'),
    actual(`${P}/3/2`, '2020-10-31', '98.996%'),
    actual(`${P}/1/2`, '2020-10-31', '94%'),
    actual(`${P}/4/2`, '2020-10-31', '20%'),
    actual(`${P}/1/3`, '2020-06-30', '99%'),
  ],
  OCTOBER,
)

describe('what a count opens', () => {
  it('lists just what it counts, the worst first, then by money', () => {
    expect(shownIndicators(projects, 'missed').map(({ position, light }) => [position, light])).toEqual([
      [4, 'far'],
      [1, 'near'],
      [3, 'near'],
    ])
    expect(shownIndicators(projects, 'nothing')).toEqual([])
  })

  it('law: every chip counts what it opens', () => {
    const chips = chipsOf(projects)
    for (const { show, count } of chips.indicators)
      expect(shownIndicators(projects, show ?? '')).toHaveLength(count)
    expect(chips.projects.slice(1).reduce((sum, { count }) => sum + count, 0)).toBe(chips.projects[0]?.count)
    expect(chips.indicators.map(({ word, count }) => [word, count])).toEqual([
      ['未达标', 3],
      ['未填报', 38],
      ['沿用', 1],
      ['达标', 1],
    ])
  })

  it('law: whatever a chip opens has a word for where it opens nothing', () => {
    const { projects: standing, indicators } = chipsOf(projects)
    for (const { show, word } of standing.slice(1)) expect(listOf(show ?? '')).toEqual({ of: '项目', word })
    for (const { show, word } of indicators) expect(listOf(show ?? '')).toEqual({ of: '指标', word })
    expect(['silent', 'contested', 'met-carried'].map((show) => listOf(show)?.word)).toEqual([
      '未填报支出',
      '累计支出有冲突',
      '达标、沿用',
    ])
    expect(['rubbish', 'behind-carried', 'to-string', 'constructor'].map(listOf)).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  it('has a word for groups only', () => {
    expect([groupWord('missed'), groupWord('behind'), groupWord(null)]).toEqual(['未达标', null, null])
    expect([groupWord('met-carried'), groupWord('behind-carried')]).toEqual(['达标、沿用', null])
  })
})
