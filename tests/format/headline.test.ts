import { describe, expect, it } from 'vitest'
import { HEBEI } from '@/domain/preset'
import { attentionList } from '@/domain/attention'
import { attentionText } from '@/format/attentionText'
import { nothingToAttend } from '@/format/beginText'
import { headline } from '@/format/headline'
import { phraseText } from '@/format/phrase'
import { DECEMBER, JUNE, MARCH, OCTOBER, actual, pay, zero } from '../domain/build'
import { boardOf, PUBLISHED } from './board'

const P = PUBLISHED.id
const say = (
  entries: Parameters<typeof boardOf>[0],
  asOf: Parameters<typeof boardOf>[1],
  unit: 'wan' | 'yuan' = 'wan',
) => phraseText(headline(boardOf(entries, asOf), unit, HEBEI))

describe('the headline on the real six tables', () => {
  it.each([
    [MARCH, '截至3月底，6 个项目均未填报支出，首个计划节点尚未到期；42 项指标均未到期。'],
    [JUNE, '截至6月底，6 个项目均未填报支出，按计划应支 3,832.47 万元（58.24%）；42 项指标均未填报。'],
    [OCTOBER, '截至10月底，6 个项目均未填报支出，按计划应支 5,264.91 万元（80.01%）；42 项指标均未填报。'],
    [DECEMBER, '截至12月底，6 个项目均未填报支出，按计划应支 6,580.51 万元（100%）；42 项指标均未填报。'],
  ])('with nothing reported, as of %s', (asOf, sentence) => {
    expect(say([], asOf)).toBe(sentence)
  })

  it('is exact in 元', () => {
    expect(say([], JUNE, 'yuan')).toContain('38,324,650.00 元')
  })

  it('leaves unreported projects out and says so; zero is a report', () => {
    const sentence = say([pay(`${P}/3`, '2020-10-01', '52'), zero(`${P}/4`, '2020-10-01')], OCTOBER)
    expect(sentence).toContain('支出 52.00 万元（4 个项目未填报，未计入）')
  })

  it('says behind, ahead and level with the figures on screen', () => {
    const all = (share: (budget: string) => string) =>
      PUBLISHED.projects.map((project) =>
        pay(project.id, '2020-06-30', share(project.budget.div(10_000).toFixed())),
      )
    expect(
      say(
        all((budget) => budget),
        JUNE,
      ),
    ).toContain('高于计划 58.24%，超 41.8 个百分点（2,748.05 万元）')
    const level = PUBLISHED.projects.map((project) =>
      pay(
        project.id,
        '2020-06-30',
        project.budget
          .times(project.schedule[1]?.percent ?? 0)
          .div(1_000_000)
          .toFixed(),
      ),
    )
    expect(say(level, JUNE)).toContain('，与计划 58.24% 持平')
    expect(say(level, OCTOBER)).toContain('低于计划 80.01%，差 21.8 个百分点（1,432.44 万元）')
  })

  it('counts 94.996 against ≥95 as missed and a carried value as carried', () => {
    const sentence = say(
      [actual(`${P}/1/2`, '2020-06-30', '94.996%'), actual(`${P}/1/3`, '2020-06-30', '97%')],
      OCTOBER,
    )
    expect(sentence).toContain('42 项指标达标 1 项、未达标 1 项、未填报 40 项（2 项沿用上一节点填报）')
  })
})

describe('需要关注', () => {
  const bodies = (entries: Parameters<typeof boardOf>[0], asOf: Parameters<typeof boardOf>[1]) =>
    attentionList(boardOf(entries, asOf).projects).map((item) => attentionText(item, 'wan'))

  it('says the late project in words with figures', () => {
    const item = bodies([pay(`${P}/3`, '2020-09-20', '52')], OCTOBER).find(({ state }) => state === '略滞后')
    expect(item?.title).toBe('办公楼修缮')
    expect(item?.body).toBe(
      '10月底应支 64.00 万元，实支 52.00 万元，滞后 15.0 个百分点；到12月底每月需支 14.00（目前每月 5.20）',
    )
  })

  it('says who owes what where nothing was reported', () => {
    expect(bodies([], JUNE)[3]).toMatchObject({
      title: '人员招聘费用',
      state: '未填报',
      body: '6月底支出与 7 项指标未填报，按计划应支 6.00 万元',
    })
  })

  it('says a missed indicator with its target and that no reason was given', () => {
    const item = bodies([actual(`${P}/6/2`, '2020-10-31', '0.8年')], OCTOBER).find(({ title }) =>
      title.includes('就业人员稳定率'),
    )
    expect(item?.body).toBe('0.8年，指标 ≥1年；未说明原因')
  })

  it('does not call all well where nothing is due', () => {
    expect(nothingToAttend(boardOf([], MARCH))).toBe(
      '尚无到期的计划节点，暂不判断快慢。下一节点 6月底，还有 91 天。',
    )
    expect(nothingToAttend(boardOf([], JUNE))).toBe('各项目支出与指标均按计划，无需关注。')
  })
})
