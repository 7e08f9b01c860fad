import { describe, expect, it } from 'vitest'
import { strayLink } from '@/views/project/strayLink'

const page = {
  indicators: ['p/1', 'p/2', 'p/3'].map((id, index) => ({ id, position: index + 1 })),
  listed: new Set(['p/1', 'p/2', 'p/3']),
  only: null,
  entries: [{ id: 'e1' }],
}

describe('a link to something that is not on the page of a project', () => {
  it.each([
    ['', '', ''],
    ['1', '', ''],
    ['3', 'e1', ''],
    ['4', '', '链接所指的第 4 项指标不在此项目：本项目有 3 项，列在下面。'],
    ['0', '', '链接所指的第 0 项指标不在此项目：本项目有 3 项，列在下面。'],
    ['abc', '', '链接所指的指标“abc”不在此项目：本项目有 3 项，列在下面。'],
    ['1', 'e9', '链接所指的填报记录不在此项目截至日及以前的记录中。'],
  ])('%s %s: %s', (indicator, entry, said) => {
    expect(strayLink({ indicator, entry }, page)).toBe(said)
  })

  it('says that the indicator is not among those picked', () => {
    const picked = { ...page, only: '未达标', listed: new Set(['p/1']) }
    expect(strayLink({ indicator: '1', entry: '' }, picked)).toBe('')
    expect(strayLink({ indicator: '2', entry: '' }, picked)).toBe(
      '链接所指的第 2 项指标不在“未达标”之列，点“看全部”可以看到。',
    )
  })
})
