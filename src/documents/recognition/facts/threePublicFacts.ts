import type { Account } from './account'
import { type Paragraph, paragraphPlace } from '../documentRows'
import { statedAmounts } from './statedAmounts'
import { amountAt, figure, reasonIn, type Statement } from './statedFacts'
import { Leaf, NOT_STATED } from '../traced'

const ITEM = /^(?:[（(][一二三四五六七八九十][）)]|\d{1,2}[、.．])\s*/
const ITEM_NAME = /因公出国|公务用车|公务接待/

/** “三公”经费 (domain.md §1): this year against the last, and item by item with the change and its reason; `null` when the document states no total. */
export function threePublicFacts(
  paragraphs: readonly Paragraph[],
  statements: readonly Statement[],
  account: Account,
) {
  const words = /经费(?:预算)?(?:总额|合计)?(?:为|共计|共|是)?$/
  const statement = statements.find((one) => /三公/.test(one.paragraph.text) && amountAt(one, words) >= 0)
  if (!statement) return null
  const at = amountAt(statement, words)
  const total = figure(statement, at, account, 'facts.threePublic.total')
  if (total.value === null) return null
  const item = (one: Paragraph) => ITEM.test(one.text) && ITEM_NAME.test(one.text)
  const follows = paragraphs.slice(paragraphs.indexOf(statement.paragraph) + 1)
  const first = follows.findIndex(item)
  const run = first < 0 ? [] : follows.slice(first)
  const end = run.findIndex((one) => !item(one))
  return {
    total,
    previous: part(statement, /^[较比].*(?:预算数?的?|年度?的?|为)$/, at, account, 'previous'),
    reduction: part(statement, /(?:减少|下降|降低)了?$/, at, account, 'reduction'),
    items: (end < 0 ? run : run.slice(0, end)).flatMap((one) => threePublicItem(one, account) ?? []),
  }
}

function part(statement: Statement, words: RegExp, after: number, account: Account, key: string) {
  const index = statement.amounts.findIndex(({ label }, place) => place > after && words.test(label))
  return index < 0 ? NOT_STATED : figure(statement, index, account, `facts.threePublic.${key}`)
}

function threePublicItem(paragraph: Paragraph, account: Account) {
  const from = paragraphPlace(paragraph)
  const text = paragraph.text.replace(ITEM, '')
  const amounts = statedAmounts(text)
  const statement = { paragraph, amounts }
  const amount = figure(statement, 0, account, 'facts.threePublic.items')
  const first = amounts[0]
  if (!first || amount.value === null) {
    account.issue('fact-incomplete', from, 'facts.threePublic.items')
    return null
  }
  const change = /(增加|增长|减少|下降|降低)了?(\d[\d,]{0,15}(?:\.\d{1,6})?)万元/.exec(text.slice(first.ends))
  const level = /与(?:上年|去年|\d{4}年度?)(?:预算)?持平/.exec(text)
  const bracket = /^[（(]其中[:：]?/.test(text.slice(first.ends))
    ? text.slice(first.ends).search(/[）)]/)
    : -1
  const name = text
    .slice(0, first.begins)
    .trim()
    .replace(/(?:预算)?(?:为|共计|合计|是)$/, '')
  return {
    name: new Leaf(name, from),
    amount,
    change: new Leaf(change ? `${change[1]}${change[2]}` : (level?.[0] ?? null), from),
    reason: new Leaf(reasonIn(text, /[。]/), from),
    parts: amounts.flatMap(({ label, figure: value, ends, unit }, index) =>
      index > 0 && bracket >= 0 && ends <= first.ends + bracket && unit === '万元'
        ? [{ name: new Leaf(label.replace(/^其中[:：]?/, ''), from), amount: new Leaf(value, from) }]
        : [],
    ),
  }
}
