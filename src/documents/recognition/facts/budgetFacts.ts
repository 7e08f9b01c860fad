import type { Account } from './account'
import { paragraphPlace } from '../documentRows'
import { amountAt, figure, reasonIn, type Statement } from './statedFacts'
import { Leaf, NOT_STATED } from '../traced'

const VERB = '(?:为|共计|合计|总计|是|共|计)?'
const INCOME = new RegExp(`(?:预算(?:总)?收入|收入(?:总)?预算|收入总额|总收入)(?:总额|合计|总计)?${VERB}$`)
const EXPENDITURE = new RegExp(
  `(?:支出(?:总)?预算|预算(?:总)?支出|支出总额|总支出)(?:总额|合计|总计)?${VERB}$`,
)

/** 收入说明 (domain.md §1): the total and its sources. */
export function incomeFacts(statements: readonly Statement[], account: Account) {
  const statement = statements.find((one) => amountAt(one, INCOME) >= 0)
  const at = statement ? amountAt(statement, INCOME) : -1
  const part = (words: RegExp, key: string) =>
    statement
      ? figure(statement, amountAt(statement, words, at + 1), account, `facts.income.${key}`)
      : NOT_STATED
  return {
    total: statement ? figure(statement, at, account, 'facts.income.total') : NOT_STATED,
    generalBudget: part(/一般公共预算/, 'generalBudget'),
    governmentFund: part(/基金/, 'governmentFund'),
    fiscalAccount: part(/财政专户|专户/, 'fiscalAccount'),
    other: part(/其[他它]/, 'other'),
  }
}

/** 支出说明 (domain.md §1): the total, 基本支出 with its parts, 项目支出 item by item. */
export function expenditureFacts(statements: readonly Statement[], account: Account) {
  const statement = statements.find((one) => amountAt(one, EXPENDITURE) >= 0)
  const at = statement ? amountAt(statement, EXPENDITURE) : -1
  const part = (words: RegExp, key: string) =>
    statement
      ? figure(statement, amountAt(statement, words, at + 1), account, `facts.expenditure.${key}`)
      : NOT_STATED
  return {
    total: statement ? figure(statement, at, account, 'facts.expenditure.total') : NOT_STATED,
    basic: part(/基本支出/, 'basic'),
    personnel: part(/人员(?:经费|支出)/, 'personnel'),
    dailyPublic: part(/公用(?:经费|支出)/, 'dailyPublic'),
    projects: part(/项目支出/, 'projects'),
    other: part(/其[他它](?:经费)?支出/, 'other'),
    projectItems: statement ? projectItems(statement, account) : [],
  }
}

/** The items named behind 项目支出, up to the end of that clause. */
function projectItems(statement: Statement, account: Account) {
  const { paragraph, amounts } = statement
  const at = amountAt(statement, /项目支出/)
  const whole = amounts[at]
  if (!whole) return []
  const rest = paragraph.text.slice(whole.ends)
  const stop = rest.search(/[;；。]/)
  const until = stop < 0 ? paragraph.text.length : whole.ends + stop
  return amounts.flatMap(({ label, ends }, index) => {
    if (index <= at || ends > until) return []
    const name = label
      .replace(/^(?:其中|主要(?:为|是|用于)|包括|和|及|以及|分别(?:为|是))[:：]?/, '')
      .replace(/(?:为|是)$/, '')
    const amount = figure(statement, index, account, 'facts.expenditure.projectItems')
    if (name === '' || amount.value === null) return []
    return [{ name: new Leaf(name, paragraphPlace(paragraph)), amount }]
  })
}

const AGAINST = /较(?:(\d{4})年|上年|去年)/
const CHANGE = /(增长|增加|减少|下降|降低)(?:了)?$/

/** 比上年增减情况 (domain.md §1): the change of the whole, of 基本支出 and of 项目支出; `null` when the document does not state all three. */
export function changeFacts(statements: readonly Statement[], year: number | null, account: Account) {
  const statement = statements.find(
    (one) => AGAINST.test(one.paragraph.text) && amountAt(one, /基本支出/) >= 0 && amountAt(one, CHANGE) >= 0,
  )
  if (!statement) return null
  const from = paragraphPlace(statement.paragraph)
  const stated = AGAINST.exec(statement.paragraph.text)?.[1]
  const against = stated === undefined ? (year === null ? null : year - 1) : Number(stated)
  const parts = [/^较|^比/, /基本支出/, /项目支出/].map((words) => changeOf(statement, words, account))
  const [total, basic, projects] = parts
  if (against === null || !total || !basic || !projects) {
    account.issue('fact-incomplete', from, 'facts.change')
    return null
  }
  return { againstYear: new Leaf(against, from), total, basic, projects }
}

function changeOf(statement: Statement, words: RegExp, account: Account) {
  const { paragraph, amounts } = statement
  const index = amounts.findIndex(({ label }) => words.test(label) && CHANGE.test(label))
  const amount = amounts[index]
  if (!amount) return null
  const from = paragraphPlace(paragraph)
  const value = figure(statement, index, account, 'facts.change')
  if (value.value === null) return null
  const next = amounts[index + 1]
  const clause = paragraph.text.slice(amount.ends, next?.begins)
  return {
    direction: new Leaf(CHANGE.exec(amount.label)?.[1] ?? '', from),
    amount: value,
    reason: new Leaf(/^[，,]?其中/.test(clause) ? null : reasonIn(clause, /[;；。]/), from),
  }
}

/** 机关运行经费 (domain.md §1). */
export function operatingFact(statements: readonly Statement[], account: Account) {
  const words = /机关运行经费/
  const statement = statements.find((one) => amountAt(one, words) >= 0)
  return statement ? figure(statement, amountAt(statement, words), account, 'facts.operating') : NOT_STATED
}
