import * as v from 'valibot'
import { parseDay } from '@/domain/time/day'
import { type Decimal, HUNDRED, parseDecimal } from '@/domain/number/decimal'
import { visibleText } from '@/domain/number/visibleText'
import { parseWan } from '@/domain/number/money'
import type { IssueDetail } from '../outcome/planIssue'
import { isDoubtfulTarget } from './doubtfulTarget'

/** Reads a 资金支出计划 cell in percent (`60.00`, `60%`); `null` when it is no number. */
export function readRate(text: string): Decimal | null {
  return parseDecimal(visibleText(text).replace(/%$/, ''))
}

/** Whether a rate lies within 0 to 100, as a cumulative share must. */
export function isShare(rate: Decimal | null): rate is Decimal {
  return rate !== null && rate.gte(0) && rate.lte(HUNDRED)
}

function isShareOrNone(rate: Decimal | null): boolean {
  return rate === null || isShare(rate)
}

/** What a check finds wrong in one cell; with `note:` the table stands all the same. */
type CellCheck = IssueDetail['kind'] | `note:${IssueDetail['kind']}`

function that<T>(holds: (value: T) => boolean, otherwise: CellCheck) {
  return v.check<T, CellCheck>(holds, otherwise)
}

/** Whether a JSON value is an object with keys, not a list. */
export function isRow(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const ANY_ROW = v.custom<Record<string, unknown>>(isRow)

function row<const T extends v.ObjectEntries>(cells: T) {
  return v.pipe(ANY_ROW, v.object(cells))
}

const TEXT = v.pipe(
  v.string(),
  that((text) => text.trim() !== '', 'blank-cell'),
)
const BLANKABLE = v.nullable(v.string())
const YEAR = v.pipe(
  v.number(),
  that((year) => Number.isInteger(year) && year >= 2000 && year <= 2100, 'not-a-year'),
)
const DAY = v.pipe(
  v.string(),
  that((text) => parseDay(text) !== null, 'not-a-day'),
)
const BUDGET = v.pipe(
  v.string(),
  that((text) => parseWan(text) !== null, 'not-an-amount'),
  that((text) => parseWan(text)?.isNegative() !== true, 'negative-amount'),
)
const BUDGET_PART = v.nullable(
  v.pipe(
    v.string(),
    that((text) => parseWan(text) !== null, 'note:not-an-amount'),
  ),
)
const RATE = v.nullable(
  v.pipe(
    v.string(),
    that((text) => readRate(text) !== null, 'not-a-rate'),
    that((text) => isShareOrNone(readRate(text)), 'rate-out-of-range'),
  ),
)
const TARGET = v.pipe(
  v.string(),
  that((text) => text.trim() !== '', 'blank-cell'),
  that((text) => !isDoubtfulTarget(text), 'unknown-comparator'),
)

/** One row of a 绩效目标表 (domain.md §2). */
const INDICATOR = row({
  id: TEXT,
  level1: TEXT,
  level2: TEXT,
  level3: TEXT,
  description: BLANKABLE,
  target: TARGET,
  basis: BLANKABLE,
  weight: v.optional(BLANKABLE),
})

const PROJECT = row({
  id: TEXT,
  code: BLANKABLE,
  name: TEXT,
  budget: row({ total: BUDGET, fiscal: BUDGET_PART, other: BUDGET_PART }),
  purpose: BLANKABLE,
  schedule: v.pipe(ANY_ROW, v.record(v.string(), RATE)),
  goals: v.array(TEXT),
  indicators: v.array(INDICATOR),
})

const GOAL = row({ id: TEXT, title: TEXT, goal: BLANKABLE, indicators: v.array(TEXT) })

const STATED = v.pipe(
  v.string(),
  that((text) => parseDecimal(visibleText(text)) !== null, 'note:not-an-amount'),
)
const FIGURE = v.nullable(STATED)
const CHANGE = row({ direction: TEXT, amount: STATED, reason: BLANKABLE })

const FACTS = row({
  departmentNames: v.array(row({ name: TEXT, where: TEXT })),
  overallGoals: v.array(TEXT),
  measures: v.array(TEXT),
  income: row({
    total: FIGURE,
    generalBudget: FIGURE,
    governmentFund: FIGURE,
    fiscalAccount: FIGURE,
    other: FIGURE,
  }),
  expenditure: row({
    total: FIGURE,
    basic: FIGURE,
    personnel: FIGURE,
    dailyPublic: FIGURE,
    projects: FIGURE,
    other: FIGURE,
    projectItems: v.array(row({ name: TEXT, amount: STATED })),
  }),
  change: v.nullable(row({ againstYear: YEAR, total: CHANGE, basic: CHANGE, projects: CHANGE })),
  operating: FIGURE,
  threePublic: v.nullable(
    row({
      total: STATED,
      previous: FIGURE,
      reduction: FIGURE,
      items: v.array(
        row({
          name: TEXT,
          amount: STATED,
          change: BLANKABLE,
          reason: BLANKABLE,
          parts: v.array(row({ name: TEXT, amount: STATED })),
        }),
      ),
    }),
  ),
  procurement: v.nullable(
    row({
      total: STATED,
      generalBudget: FIGURE,
      governmentFund: FIGURE,
      other: FIGURE,
      items: v.array(
        row({
          source: TEXT,
          name: TEXT,
          catalogue: TEXT,
          unit: TEXT,
          quantity: STATED,
          unitPrice: STATED,
          amount: STATED,
        }),
      ),
      mentioned: v.array(TEXT),
    }),
  ),
  assets: v.nullable(
    row({
      asOf: DAY,
      total: STATED,
      items: v.array(row({ name: TEXT, quantity: FIGURE, value: FIGURE })),
      plannedPurchase: FIGURE,
    }),
  ),
})

/** The plan file as it is written: verbatim cells, `null` where the document has a blank (domain.md §2). */
export const PLAN = row({
  schema: v.number(),
  id: TEXT,
  year: YEAR,
  department: row({ code: TEXT, name: TEXT }),
  source: row({ title: TEXT, published: v.nullable(DAY) }),
  facts: v.nullable(FACTS),
  departmentGoals: v.array(GOAL),
  projects: v.array(PROJECT),
})

export type PlanShape = v.InferOutput<typeof PLAN>

const FILE_NAME = v.pipe(
  v.string(),
  that((text) => /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.json$/u.test(text), 'not-a-file-name'),
)

/** The list of published plans (domain.md §2); a file name is a plain one, it leads nowhere else. */
export const PLAN_INDEX = row({
  plans: v.array(row({ id: TEXT, year: YEAR, department: TEXT, file: FILE_NAME })),
})

export type PlanIndexShape = v.InferOutput<typeof PLAN_INDEX>

/** A stated fact that could not be read is as if the document did not state it. */
export const UNSTATED: Readonly<Record<string, unknown>> = {
  departmentNames: [],
  overallGoals: [],
  measures: [],
  income: { total: null, generalBudget: null, governmentFund: null, fiscalAccount: null, other: null },
  expenditure: {
    total: null,
    basic: null,
    personnel: null,
    dailyPublic: null,
    projects: null,
    other: null,
    projectItems: [],
  },
  change: null,
  operating: null,
  threePublic: null,
  procurement: null,
  assets: null,
}
