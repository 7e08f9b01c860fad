import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sumMoney } from '@/domain/number/money'
import { SIX, SIX_PROJECTS } from '../../fixtures/sixProjects'
import { inWan } from '../build'

interface Printed {
  readonly projects: readonly {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly budget: { readonly total: string }
    readonly schedule: Readonly<Record<string, string | null>>
    readonly indicators: readonly { readonly id: string; readonly target: string }[]
  }[]
}

const published = JSON.parse(
  readFileSync(new URL('../../../public/data/2020-323002.json', import.meta.url), 'utf8'),
) as Printed

describe('the six projects the tests use', () => {
  it('are those of the published plan file, cell by cell', () => {
    const typedIn = SIX_PROJECTS.map(({ id, indicators }, index) => ({
      id,
      code: SIX[index]?.code,
      name: SIX[index]?.name,
      total: SIX[index]?.budget,
      schedule: SIX[index]?.schedule,
      targets: indicators.map(({ target }) => target.text),
    }))
    expect(
      published.projects.map(({ id, code, name, budget, schedule, indicators }) => ({
        id,
        code,
        name,
        total: budget.total,
        schedule,
        targets: indicators.map(({ target }) => target),
      })),
    ).toEqual(typedIn)
  })

  it('have 42 indicators, seven each, and a budget of 6580.51 万元', () => {
    expect(SIX_PROJECTS.map(({ indicators }) => indicators.length)).toEqual([7, 7, 7, 7, 7, 7])
    expect(inWan(sumMoney(SIX_PROJECTS.map(({ budget }) => budget)))).toBe('6580.51')
  })

  it('have ids of their own where codes repeat', () => {
    expect(new Set(SIX_PROJECTS.map(({ code }) => code)).size).toBe(5)
    expect(new Set(SIX_PROJECTS.map(({ id }) => id)).size).toBe(6)
    expect(new Set(SIX_PROJECTS.flatMap(({ indicators }) => indicators.map(({ id }) => id))).size).toBe(42)
  })
})
