import { describe, expect, it } from 'vitest'
import { HEBEI } from '@/domain/plan/preset'
import { attentionList } from '@/domain/status/attention'
import { attentionText } from '@/format/attentionText'
import { nothingToAttend } from '@/views/overview/beginText'
import { headline } from '@/format/headline'
import { phraseText } from '@/format/phrase'
import { DECEMBER, JUNE, MARCH, OCTOBER, actual, band, pay, retarget, zero } from '../domain/build'
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

  it('of one project alone does not say 均', () => {
    const one = { ...boardOf([], JUNE), projects: boardOf([], JUNE).projects.slice(0, 1) }
    expect(phraseText(headline(one, 'wan', HEBEI))).toContain('截至6月底，1 个项目未填报支出')
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

  it('says what was spent before the first checkpoint beside 序时进度, without a judgement', () => {
    expect(say([pay(`${P}/1`, '2020-02-10', '1000')], MARCH)).toBe(
      '截至3月底支出 1,000.00 万元（5 个项目未填报，未计入），执行率 15.20%（按全部项目的全年预算数计，已填报的 1 个为 24.86%），序时进度 24.9%，首个计划节点尚未到期；42 项指标均未到期。',
    )
  })

  it('never hides one 分 too little or too much in its rounding', () => {
    const spent = (more: string) => [pay(`${P}/1`, '2020-06-30', `3832.465${more}`)]
    expect(say(spent('0'), JUNE)).toContain('，与计划 58.24% 持平')
    expect(say([...spent('0'), pay(`${P}/1`, '2020-06-30', '-0.000001')], JUNE)).toContain(
      '低于计划 58.24%，差 0.00000002 个百分点（0.000001 万元）',
    )
    const all = [pay(`${P}/1`, '2020-12-31', '6580.51'), pay(`${P}/1`, '2020-12-31', '0.000001')]
    expect(say(all, DECEMBER)).toMatch(/执行率 100\.00000002%（.*），高于计划 100%，超 0\.00000002 个百分点/)
  })

  it('marks spending over the budget as bad news, ahead of plan as good', () => {
    const tone = (amount: string) =>
      headline(boardOf([pay(`${P}/1`, '2020-06-30', amount)], JUNE), 'wan', HEBEI).find(({ text }) =>
        text.startsWith('超'),
      )?.tone
    expect([tone('6000'), tone('6580.51'), tone('6580.510001')]).toEqual(['good', 'good', 'bad'])
  })

  it('leads each figure to its derivation', async () => {
    const phrase = headline(boardOf([pay(`${P}/1`, '2020-06-30', '1000')], JUNE), 'wan', HEBEI)
    const led = phrase.flatMap(({ text, why }) => (why ? [{ text, why }] : []))
    const said = await Promise.all(led.map(async ({ text, why }) => [text, (await why())?.title]))
    expect(said).toEqual([
      ['1,000.00 万元', '部门累计支出'],
      ['15.20%', '部门执行率'],
      ['58.24%', '部门计划应支'],
      ['差 43.0 个百分点（2,832.47 万元）', '与计划之差'],
      ['42 项指标均未填报', '指标达标情况'],
    ])
  })

  it('counts 94.996 against ≥95 as missed and a carried value as carried', () => {
    const sentence = say(
      [actual(`${P}/1/2`, '2020-06-30', '94.996%'), actual(`${P}/1/3`, '2020-06-30', '97%')],
      OCTOBER,
    )
    expect(sentence).toContain(
      '42 项指标达标 1 项（其中 1 项沿用上一节点填报）、未达标 1 项（其中 1 项沿用上一节点填报）、未填报 40 项。',
    )
  })
})

describe('需要关注', () => {
  const bodies = (entries: Parameters<typeof boardOf>[0], asOf: Parameters<typeof boardOf>[1]) =>
    attentionList(boardOf(entries, asOf).projects).map((item) => attentionText(item, 'wan'))

  it('says the late project in words with figures', () => {
    const item = bodies([pay(`${P}/3`, '2020-09-20', '52')], OCTOBER).find(({ state }) => state === '略滞后')
    expect(item?.title).toBe('办公楼修缮')
    expect(item?.body).toBe(
      '10月底应支 64.00 万元，实支 52.00 万元，滞后 15.0 个百分点；到12月底每月需支 14.00（目前每月 5.20）；未说明原因',
    )
  })

  it.each([
    ['64.0001', null],
    ['63.9999', '10月底应支 64.0000 万元，实支 63.9999 万元，滞后 0.0001 个百分点；'],
    ['80', '10月底应支 64.00 万元，实支 80.00 万元，为计划的 125.0%'],
    ['80.0001', '实支 80.0001 万元，超出全年预算 80.0000 万元 达 0.0001 万元'],
  ])('says what is out by little with the places it takes: %s of 64 and 80', (spent, body) => {
    const said = bodies([pay(`${P}/3`, '2020-09-20', spent)], OCTOBER).find(
      (item) => item.title === '办公楼修缮' && item.state !== '未填报',
    )
    expect(said?.body.slice(0, body?.length) ?? null).toBe(body)
  })

  it('says a missed indicator with the reason that was given', () => {
    const deviation = { category: 'staff' as const, text: '人员未到岗' }
    const item = bodies([actual(`${P}/1/2`, '2020-10-31', '94.996%', { deviation })], OCTOBER).find(
      ({ state }) => state === '接近',
    )
    expect(item?.body).toBe('94.996%，指标 ≥95%；人员保障：人员未到岗')
  })

  it('says by how much a target was exceeded, and never by nothing', () => {
    const body = (typed: string) =>
      bodies([actual(`${P}/1/1`, '2020-10-31', typed)], OCTOBER).find(({ state }) => state === '超额')?.body
    expect([body('104%'), body('100.01%'), body('100%')]).toEqual([
      '104%，指标 =100%，超出 4.0%；未说明原因',
      '100.01%，指标 =100%，超出 0.01%；未说明原因',
      undefined,
    ])
  })

  it('says who reported what where two differ, in numbers or in bands', () => {
    const conflict = (entries: Parameters<typeof boardOf>[0]) =>
      bodies(entries, OCTOBER).find(({ state }) => state === '填报不一致')?.body
    const other = { author: '李四' }
    expect(
      conflict([actual(`${P}/1/2`, '2020-10-31', '96%'), actual(`${P}/1/2`, '2020-10-31', '90%', other)]),
    ).toBe('10月底有不同填报：张三 96%、李四 90%，需核定')
    expect(
      conflict([
        retarget(`${P}/1/2`, '2020-02-01', '群众满意'),
        band(`${P}/1/2`, '2020-10-31', 'achieved', 90),
        band(`${P}/1/2`, '2020-10-31', 'not', 20, other),
      ]),
    ).toBe('10月底有不同填报：张三 达成预期指标、李四 未达成且效果较差，需核定')
  })

  it('says who owes what where nothing was reported', () => {
    expect(bodies([], JUNE).at(-1)).toMatchObject({
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
