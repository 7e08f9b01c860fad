import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { planFileText } from '@/documents/plan/planFileText'
import { realText } from '../realPlan'
import { PUBLISHED_TEXT, recognised } from './published'
import { planOf } from '../../../scripts/planOf'

const { draft, issues } = recognised(PUBLISHED_TEXT)

describe('the published document', () => {
  it('gives the plan file byte for byte', () => {
    expect(planFileText(draft.plan)).toBe(realText)
  })

  it('leaves nothing of the six tables unread', () => {
    expect(issues.filter(({ kind }) => !kind.startsWith('table-'))).toEqual([])
  })

  it('leads every value of a table back to its cell', () => {
    expect(draft.sources.get('projects[3].budget.total')).toMatchObject({ kind: 'cell', text: '10.00' })
    expect(draft.sources.get('projects[0].schedule.03')).toMatchObject({ kind: 'cell', text: '' })
    expect(draft.sources.get('projects[0].goals[1]')?.text).toBe(
      '1、确保养老保险费征缴\n2、按时发放养老保险待遇',
    )
    for (const [index, project] of draft.plan.projects.entries()) {
      for (const row of project.indicators.keys()) {
        for (const key of ['level1', 'level2', 'level3', 'description', 'target', 'basis'] as const) {
          const place = draft.sources.get(`projects[${index}].indicators[${row}].${key}`)
          expect(place?.text).toBe(project.indicators[row]?.[key])
        }
      }
    }
  })

  it('is made by the command from the file', async () => {
    const bytes = readFileSync(
      new URL('../../fixtures/source/2020-323002-budget-disclosure.txt', import.meta.url),
    )
    const plan = await planOf(new Uint8Array(bytes), '部门预算.txt', '部门预算.txt', {})
    expect(plan).toMatchObject({
      outcome: 'read',
      answer: null,
      found: { id: '2020-323002', stands: true, text: realText, lost: 0 },
    })
  })
})
