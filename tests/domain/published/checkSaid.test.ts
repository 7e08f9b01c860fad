import { describe, expect, it } from 'vitest'
import type { IndicatorId, Plan, Project, ProjectId } from '@/domain/plan/plan'
import { checkSaid, saidTexts } from '@/domain/published/checkSaid'
import { planCheckKey, type PlanCheck } from '@/domain/published/planCheck'
import { dec } from '../build'
import { PLAN_ID, projectOf, SIX_PLAN } from '../../fixtures/sixProjects'

const FIRST = projectOf(1, '甲', '80', { '03': null, '06': '50.00' }, ['≥90%', '≥95%'], 'X')
const PROJECT: Project = {
  ...FIRST,
  goals: ['一、修好', '二、管好'],
  printed: { ...FIRST.printed, budget: { total: '80.00', fiscal: '70', other: '10' } },
  indicators: FIRST.indicators.map((row, index) => ({ ...row, weight: index === 0 ? '50' : null })),
}
const PLAN: Plan = { ...SIX_PLAN, projects: [projectOf(2, '乙', '1', {}, []), PROJECT] }
const ID = PROJECT.id
const cellOf = (cell: string, indicator: IndicatorId | null = null, project: ProjectId = ID): PlanCheck => ({
  kind: 'copied-goals',
  where: [{ project, indicator, cell }],
})
const says = (check: PlanCheck) => saidTexts(checkSaid(check, PLAN))

describe('what the document says in a cell, verbatim', () => {
  it.each<[string, IndicatorId | null, string]>([
    ['name', null, '甲'],
    ['goals', null, '一、修好\n二、管好'],
    ['budget.total', null, '80.00'],
    ['budget.fiscal', null, '70'],
    ['budget.other', null, '10'],
    ['schedule.06', null, '50.00'],
    ['schedule.03', null, ''],
    ['schedule.12', null, ''],
    ['schedule', null, ''],
    ['schedule.061', null, ''],
    ['x.schedule.06', null, ''],
    ['level3', `${ID}/2`, '甲 指标2'],
    ['target', `${ID}/2`, '甲 指标2 ≥95%'],
    ['weight', `${ID}/1`, '甲 指标1 50'],
    ['weight', `${ID}/2`, '甲 指标2'],
  ])('%s of %s: %j', (cell, indicator, text) => {
    expect(says(cellOf(cell, indicator))).toEqual([text])
  })

  it('is a blank where a part of the budget is, and where the plan has no such project', () => {
    const bare = {
      ...PROJECT,
      printed: { ...PROJECT.printed, budget: { total: '1', fiscal: null, other: null } },
    }
    const plan = { ...PLAN, projects: [bare] }
    for (const cell of ['budget.fiscal', 'budget.other'])
      expect(saidTexts(checkSaid(cellOf(cell), plan))).toEqual([''])
    expect(says(cellOf('name', null, `${PLAN_ID}/9`))).toEqual([''])
  })

  it('names the row of a figure beside it, and the cell it stands in', () => {
    const [said] = checkSaid(cellOf('target', `${ID}/1`), PLAN)
    expect(said).toEqual({
      cell: { project: ID, indicator: `${ID}/1`, cell: 'target' },
      label: '甲 指标1',
      text: '≥90%',
    })
    expect(checkSaid(cellOf('level3', `${ID}/1`), PLAN)[0]).toMatchObject({ label: '', text: '甲 指标1' })
  })
})

describe('what the document states elsewhere', () => {
  it.each<[PlanCheck, string[], string]>([
    [
      {
        kind: 'sum',
        name: 'basic',
        terms: [
          { label: '人员经费', value: dec('389.28') },
          { label: '日常公用经费', value: dec('31.96') },
        ],
        stated: dec('421.24'),
        difference: dec(0),
      },
      ['人员经费 389.28', '日常公用经费 31.96', '421.24'],
      'sum:basic',
    ],
    [
      {
        kind: 'names-differ',
        names: [
          { name: '社保局', where: '标题' },
          { name: '社会保障局', where: '正文' },
        ],
      },
      ['标题 社保局', '正文 社会保障局'],
      'names-differ',
    ],
    [
      { kind: 'mentioned-not-listed', items: ['办公座椅', '碎纸机'] },
      ['办公座椅', '碎纸机'],
      'mentioned-not-listed',
    ],
    [
      { kind: 'listed-without-value', items: [{ name: '车辆', quantity: '1' }] },
      ['车辆 1'],
      'listed-without-value',
    ],
    [
      {
        kind: 'same-code',
        code: 'X',
        projects: [
          { position: 1, name: '甲' },
          { position: 3, name: '丙' },
        ],
      },
      ['甲 X', '丙 X'],
      'same-code:X',
    ],
  ])('%o', (check, texts, key) => {
    expect(says(check)).toEqual(texts)
    expect(checkSaid(check, PLAN).every(({ cell }) => cell === null)).toBe(true)
    expect(planCheckKey(check)).toBe(key)
  })
})

it('a check of cells is known by its kind and its cells, those of the head by their project', () => {
  const check: PlanCheck = {
    kind: 'copied-goals',
    where: [
      { project: ID, indicator: null, cell: 'goals' },
      { project: ID, indicator: `${ID}/2`, cell: 'level3' },
    ],
  }
  expect(planCheckKey(check)).toBe(`copied-goals:${ID}.goals,${ID}/2.level3`)
})
