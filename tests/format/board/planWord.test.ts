import { describe, expect, it } from 'vitest'
import { headline } from '@/format/headline'
import { planOfWord } from '@/format/board/planWord'
import { phraseText } from '@/format/phrase'
import { HEBEI } from '@/domain/plan/preset'
import { day, DECEMBER, MARCH, OCTOBER } from '../../domain/build'
import { demoAt } from '../demoAt'

describe('of which checkpoint a plan is', () => {
  it.each([
    [MARCH, ''],
    [day('2020-07-15'), '6月底'],
    [OCTOBER, ''],
    [day('2020-11-30'), '10月底'],
    [DECEMBER, ''],
  ])('on %s: %s', (asOf, word) => {
    const { department } = demoAt(asOf)
    expect(planOfWord(asOf, department.projects)).toBe(word)
    if (word !== '') expect(phraseText(headline(department, 'wan', HEBEI))).toContain(`于${word}计划 `)
  })

  it('is 到期节点 where the last due ones differ', () => {
    const asOf = day('2020-11-30')
    const [first, ...others] = demoAt(asOf).department.projects
    const { standing } = first!
    if (!('due' in standing)) throw new Error('nothing is due')
    const other = { ...first!, standing: { ...standing, due: { ...standing.due, day: day('2020-09-30') } } }
    expect(planOfWord(asOf, [other, ...others])).toBe('到期节点')
  })
})
