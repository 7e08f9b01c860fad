import { describe, expect, it } from 'vitest'
import { HEBEI } from '@/domain/plan/preset'
import type { Day } from '@/domain/time/day'
import { headline } from '@/format/headline'
import { monitorHeadline, periodText } from '@/format/monitoring/monitorPage'
import { phraseText } from '@/format/phrase'
import { projectHeadline } from '@/format/project/projectHeadline'
import { asOfText } from '@/format/words'
import { DECEMBER, JUNE, OCTOBER, pay } from '../domain/build'
import { boardOf, PUBLISHED } from './board'

const SEPTEMBER = '2020-09-20' as Day
const paid = [pay(`${PUBLISHED.id}/1`, '2020-06-10', '1000')]
const whole = (entries: typeof paid, asOf: Day, reached?: Day) =>
  phraseText(headline(boardOf(entries, asOf), 'wan', HEBEI, reached))
const first = (entries: typeof paid, asOf: Day, reached?: Day) => {
  const [status] = boardOf(entries, asOf).projects
  return status ? phraseText(projectHeadline(status, 'wan', HEBEI, reached)) : ''
}

describe('a day that has not come is looked ahead to', () => {
  it('the department: what was reported so far, how far it is to the plan of that day', () => {
    expect(whole([], DECEMBER, SEPTEMBER)).toContain(
      '提前看12月底（尚未到）：6 个项目均未填报支出，届时按计划应支 6,580.51 万元',
    )
    const said = whole(paid, OCTOBER, SEPTEMBER)
    expect(said).toMatch(/^提前看10月底（尚未到）：已填报支出 1,000\.00 万元/)
    expect(said).toMatch(/，距计划 \S+ 还差 /)
    expect(said).not.toMatch(/截至|低于|缺口主要/)
  })

  it('a project likewise, in the tone of what is to be done and not of what is late', () => {
    const said = first(paid, OCTOBER, SEPTEMBER)
    expect(said).toMatch(/^提前看10月底（尚未到）：已填报支出 1,000\.00 万元/)
    expect(said).toMatch(/，距计划 80% 还差 /)
    expect(said).not.toContain('滞后')
    expect(first([], OCTOBER, SEPTEMBER)).toContain('提前看10月底（尚未到）：支出未填报，10月底计划应支 ')
    const phrase = headline(boardOf(paid, OCTOBER), 'wan', HEBEI, SEPTEMBER)
    expect(phrase.filter(({ tone }) => tone === 'bad' || tone === 'warn')).toEqual([])
  })

  it('what is measured by a checkpoint already past stays late', () => {
    const between = '2020-10-15' as Day
    expect(whole(paid, between, SEPTEMBER)).toMatch(/低于6月底计划 \S+，差 /)
    expect(first(paid, between, SEPTEMBER)).toMatch(/低于6月底计划 60%，滞后 /)
  })

  it.each([
    [DECEMBER, SEPTEMBER, '提前看 2020年12月31日（尚未到，今天 2020年9月20日）', '1–12月至今'],
    [JUNE, JUNE, '截至 2020年6月30日', '1–6月'],
    [JUNE, SEPTEMBER, '截至 2020年6月30日', '1–6月'],
  ])('%s on %s: %s', (asOf, today, head, period) => {
    expect(asOfText(asOf, today)).toBe(head)
    expect(periodText(asOf, today)).toBe(period)
    expect(whole(paid, asOf, today).startsWith('截至')).toBe(asOf <= today)
    expect(phraseText(monitorHeadline([], asOf, today)).startsWith('提前看12月底（尚未到）：')).toBe(
      asOf > today,
    )
  })
})
