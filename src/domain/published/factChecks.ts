import { type Decimal, parseDecimal, sum } from '../number/decimal'
import { WAN } from '../number/money'
import type { DepartmentFacts, Plan } from '../plan/plan'

/** A check of the document against itself. `sum`: terms that should add up to what is stated, in 万元; `difference` is terms − stated. The others are things the document says unevenly (domain.md §1). */
export type FactCheck =
  | {
      readonly kind: 'sum'
      readonly name: FactSum
      readonly terms: readonly { readonly label: string; readonly value: Decimal }[]
      readonly stated: Decimal
      readonly difference: Decimal
    }
  | {
      readonly kind: 'names-differ'
      readonly names: readonly { readonly name: string; readonly where: string }[]
    }
  | { readonly kind: 'mentioned-not-listed'; readonly items: readonly string[] }
  | {
      readonly kind: 'listed-without-value'
      readonly items: readonly { readonly name: string; readonly quantity: string }[]
    }
  | {
      readonly kind: 'same-code'
      readonly code: string
      readonly projects: readonly { readonly position: number; readonly name: string }[]
    }

/** Which sum a check is about. */
export type FactSum =
  | 'projects'
  | 'project-items'
  | 'expenditure'
  | 'basic'
  | 'income'
  | 'change'
  | 'three-public'
  | 'three-public-change'
  | 'procurement'
  | 'assets'

interface Term {
  readonly label: string
  readonly text: string | null | undefined
  readonly minus?: boolean
}

function sumCheck(name: FactSum, terms: readonly Term[], stated: Decimal | null): FactCheck[] {
  const read = terms.flatMap(({ label, text, minus }) => {
    const value = parseDecimal(text ?? '')
    return value ? { label, value: minus ? value.negated() : value } : []
  })
  if (stated === null || read.length === 0) return []
  return [
    { kind: 'sum', name, terms: read, stated, difference: sum(read.map(({ value }) => value)).minus(stated) },
  ]
}

function figureOf(text: string | null | undefined): Decimal | null {
  return parseDecimal(text ?? '')
}

function change({ direction, amount }: { direction: string; amount: string }): Term {
  return { label: direction, text: amount, minus: /减|降/.test(direction) }
}

function signedChange(term: Term): Decimal | null {
  const value = figureOf(term.text)
  return value && (term.minus ? value.negated() : value)
}

/** All checks of a plan's department facts; what a document does not state is not checked. */
export function factChecks(plan: Plan): FactCheck[] {
  return [...projectChecks(plan), ...(plan.facts ? statedChecks(plan.facts) : []), ...sameCodes(plan)]
}

function projectChecks({ projects, facts }: Plan): FactCheck[] {
  const terms = projects.map((project) => ({ label: project.name, value: project.budget.div(WAN) }))
  const stated = figureOf(facts?.expenditure.projects)
  return stated === null || terms.length === 0
    ? []
    : [
        {
          kind: 'sum',
          name: 'projects',
          terms,
          stated,
          difference: sum(terms.map(({ value }) => value)).minus(stated),
        },
      ]
}

function statedChecks(facts: DepartmentFacts): FactCheck[] {
  const { income, expenditure, threePublic, procurement, assets } = facts
  const wholes = facts.change && [change(facts.change.basic), change(facts.change.projects)]
  const [basic, projects] = wholes ?? []
  return [
    ...sumCheck(
      'project-items',
      expenditure.projectItems.map(({ name, amount }) => ({ label: name, text: amount })),
      figureOf(expenditure.projects),
    ),
    ...sumCheck(
      'expenditure',
      [
        { label: '基本支出', text: expenditure.basic },
        { label: '项目支出', text: expenditure.projects },
        { label: '其他', text: expenditure.other },
      ],
      figureOf(expenditure.total),
    ),
    ...sumCheck(
      'basic',
      [
        { label: '人员经费', text: expenditure.personnel },
        { label: '日常公用经费', text: expenditure.dailyPublic },
      ],
      figureOf(expenditure.basic),
    ),
    ...sumCheck(
      'income',
      [
        { label: '一般公共预算收入', text: income.generalBudget },
        { label: '基金拨款', text: income.governmentFund },
        { label: '财政专户核拨', text: income.fiscalAccount },
        { label: '其他来源收入', text: income.other },
      ],
      figureOf(income.total),
    ),
    ...(facts.change && basic && projects
      ? sumCheck(
          'change',
          [
            { ...basic, label: `基本支出${basic.label}` },
            { ...projects, label: `项目支出${projects.label}` },
          ],
          signedChange(change(facts.change.total)),
        )
      : []),
    ...(threePublic
      ? [
          ...sumCheck(
            'three-public',
            threePublic.items.map(({ name, amount }) => ({ label: name, text: amount })),
            figureOf(threePublic.total),
          ),
          ...sumCheck(
            'three-public-change',
            [
              { label: '上年', text: threePublic.previous },
              { label: '减少', text: threePublic.reduction, minus: true },
            ],
            figureOf(threePublic.total),
          ),
        ]
      : []),
    ...(procurement
      ? [
          ...sumCheck(
            'procurement',
            procurement.items.map(({ name, amount }) => ({ label: name, text: amount })),
            figureOf(procurement.total),
          ),
          ...notListed(procurement),
        ]
      : []),
    ...(assets
      ? [
          ...sumCheck(
            'assets',
            assets.items.map(({ name, value }) => ({ label: name, text: value })),
            figureOf(assets.total),
          ),
          ...withoutValue(assets),
        ]
      : []),
    ...(new Set(facts.departmentNames.map(({ name }) => name)).size > 1
      ? [{ kind: 'names-differ' as const, names: facts.departmentNames }]
      : []),
  ]
}

function notListed({ mentioned, items }: NonNullable<DepartmentFacts['procurement']>): FactCheck[] {
  const missing = mentioned.filter((word) => !items.some(({ name }) => name.includes(word)))
  return missing.length > 0 ? [{ kind: 'mentioned-not-listed', items: missing }] : []
}

function withoutValue({ items }: NonNullable<DepartmentFacts['assets']>): FactCheck[] {
  const blank = items.flatMap(({ name, quantity, value }) =>
    quantity !== null && value === null ? { name, quantity } : [],
  )
  return blank.length > 0 ? [{ kind: 'listed-without-value', items: blank }] : []
}

function sameCodes({ projects }: Plan): FactCheck[] {
  const codes = [...new Set(projects.map(({ code }) => code))].filter((code) => code !== '')
  return codes.flatMap((code): FactCheck[] => {
    const same = projects.filter((project) => project.code === code)
    return same.length > 1
      ? [{ kind: 'same-code', code, projects: same.map(({ position, name }) => ({ position, name })) }]
      : []
  })
}
