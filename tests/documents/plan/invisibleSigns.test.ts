import { describe, expect, it } from 'vitest'
import { decodePlan } from '@/documents/plan/planFile'
import { planFileText } from '@/documents/plan/planFileText'
import { readActual } from '@/domain/status/actual'
import type { Target } from '@/domain/plan/target'
import { PUBLISHED_TEXT, recognised } from '../recognition/published'
import { PLAN_FILE, realText } from '../realPlan'

/** How documents print `≥90百分比` with signs nobody sees, or of another width (domain.md §5). */
const PRINTED = [
  '≥90\u200B百分比',
  '≥\u200B90百分比',
  '≥90百\u2060分比',
  '\uFEFF≥90百分比',
  '≥90百分比\u200E',
  '≥90\u00AD百分比',
  '≥90\u3164百分比',
  '≥90﹪',
  '≥90％',
  '≥９０﹪',
  '≥90٪',
  '≥\u00A090\u3000百分比',
] as const

function expectPlain(target: Target | undefined, text: string) {
  expect(target).toMatchObject({ kind: 'threshold', comparator: '>=', unit: { kind: 'percent' }, text })
  expect(target?.kind === 'threshold' && target.value.toFixed()).toBe('90')
  for (const typed of ['95%', '95', '95﹪', '95百分比'])
    expect(target && readActual(typed, target)).toMatchObject({ kind: 'accepted' })
}

describe('signs nobody sees and percent signs of every width make a plain target of 百分比', () => {
  it.each(PRINTED)('%j in a plan file', (text) => {
    const { plan } = decodePlan(realText.replace('≥95百分比', text), PLAN_FILE)
    const targets = plan?.projects.flatMap(({ indicators }) => indicators.map(({ target }) => target))
    expectPlain(
      targets?.find((target) => target.text === text),
      text,
    )
  })

  it.each(PRINTED)('%j in a published text, read and written as a plan file', (text) => {
    const written = planFileText(recognised(PUBLISHED_TEXT.replace('≥99百分比', text)).draft.plan)
    const { plan } = decodePlan(written, PLAN_FILE)
    const targets = (plan?.projects ?? []).flatMap(({ indicators }) => indicators.map(({ target }) => target))
    expect(targets).toHaveLength(42)
    const found = targets.filter((target) => target.kind === 'threshold' && target.value.eq(90))
    expect(found).toHaveLength(20)
    for (const target of found) expectPlain(target, target.text)
  })
})
