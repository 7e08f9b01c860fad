import type { Account } from './account'
import { assetFacts } from './assetFacts'
import { changeFacts, expenditureFacts, incomeFacts, operatingFact } from './budgetFacts'
import type { DepartmentGoalDrafts } from './departmentGoals'
import { departmentNames } from './departmentNames'
import type { Paragraph, Row } from '../documentRows'
import type { Section } from '../outline'
import { procurementFacts } from './procurementFacts'
import { statementsOf } from './statedFacts'
import { threePublicFacts } from './threePublicFacts'
import { settled } from '../traced'

interface FactSource {
  readonly paragraphs: readonly Paragraph[]
  readonly rows: readonly Row[]
  readonly sections: readonly Section[]
  readonly name: string | null
  readonly title: string | null
  readonly year: number | null
  readonly goals: DepartmentGoalDrafts
}

/** The department facts of a disclosure (domain.md §1), every figure with its sentence or cell; `null` when it states none at all. */
export function documentFacts(source: FactSource, account: Account) {
  const { paragraphs, rows, goals } = source
  const statements = statementsOf(paragraphs)
  const facts = {
    departmentNames: departmentNames(source.name, source.sections, source.title),
    overallGoals: goals.overall,
    measures: goals.measures,
    income: incomeFacts(statements, account),
    expenditure: expenditureFacts(statements, account),
    change: changeFacts(statements, source.year, account),
    operating: operatingFact(statements, account),
    threePublic: threePublicFacts(paragraphs, statements, account),
    procurement: procurementFacts({ paragraphs, statements, rows }, account),
    assets: assetFacts(statements, rows, account),
  }
  const { departmentNames: _, ...said } = facts
  return saysSomething(settled(said).value) ? facts : null
}

function saysSomething(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(saysSomething)
  return value !== null && value !== undefined
}
