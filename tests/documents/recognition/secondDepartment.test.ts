import { describe, expect, it } from 'vitest'
import { decodePlan } from '@/documents/plan/planFile'
import { planFileText } from '@/documents/plan/planFileText'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { toWan } from '@/domain/number/money'
import { dumped, merged, tabbed } from './drawn'
import { documentOf } from './published'
import { SECOND_DEPARTMENT } from './secondDepartment'

const whole = recogniseDocument(merged(SECOND_DEPARTMENT))
const { plan, issues } = decodePlan(planFileText(whole.draft.plan), '2023-415007.json')

describe('the disclosure of another department', () => {
  it('goes from document to plan', () => {
    expect(issues).toEqual([])
    expect(plan).toMatchObject({
      id: '2023-415007',
      year: 2023,
      department: { code: '415007', name: '青云县农业农村局' },
      source: { title: '青云县农业农村局2023年部门预算信息公开', published: '2023-03-01' },
    })
    expect(plan?.projects.map(({ name, budget }) => [name, toWan(budget).toString()])).toEqual([
      ['高标准农田建设', '1200.5'],
      ['农机购置补贴', '86'],
    ])
  })

  it('keeps its own months, a blank one in its place', () => {
    expect(whole.draft.plan.projects[0]?.schedule).toEqual({
      '02': null,
      '05': '30',
      '08': '55.5%',
      '11': '90',
      '12': '100',
    })
  })

  it('carries groups down and keeps every target as printed, weights too', () => {
    expect(
      whole.draft.plan.projects[0]?.indicators.map(({ level1, level2, target, weight }) => [
        level1,
        level2,
        target,
        weight,
      ]),
    ).toEqual([
      ['产出指标', '数量指标', '≥１２０００亩', '20'],
      ['产出指标', '数量指标', '45眼', '10'],
      ['产出指标', '质量指标', '＝100％', '10'],
      ['产出指标', '时效指标', '11月底前', '10'],
      ['效益指标', '经济效益指标', '不低于50公斤', '15'],
      ['效益指标', '生态效益指标', '明显提升', '15'],
      ['满意度指标', '服务对象满意度指标', '≥90%', '10'],
      ['成本指标', '经济成本指标', '≤0.3万元', null],
    ])
    expect(plan?.projects[0]?.indicators.map(({ target }) => target.kind)).toEqual([
      'threshold',
      'threshold',
      'threshold',
      'date',
      'threshold',
      'qualitative',
      'threshold',
      'threshold',
    ])
  })

  it('lists only the code that is not written', () => {
    expect(whole.issues).toEqual([{ kind: 'not-stated', path: 'projects[1].code', from: null }])
  })
})

describe('the same document in other layouts', () => {
  it.each([
    ['dumped as text', dumped(SECOND_DEPARTMENT)],
    ['tab-separated', tabbed(SECOND_DEPARTMENT)],
    ['tab-separated by Windows', tabbed(SECOND_DEPARTMENT).replaceAll('\n', '\r\n')],
  ])('%s gives the same draft, cell for cell', (_, text) => {
    const { draft, issues: found } = recogniseDocument(documentOf(text))
    expect(draft.plan).toEqual(whole.draft.plan)
    expect(found).toEqual(whole.issues)
  })
})
