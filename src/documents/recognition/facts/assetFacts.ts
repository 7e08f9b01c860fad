import { parseDay } from '@/domain/time/day'
import { parseDecimal } from '@/domain/number/decimal'
import { toHalfWidth } from '@/domain/number/halfWidth'
import type { Account } from './account'
import { cellPlace, type Row, textOf } from '../documentRows'
import { printedDay } from './printedDay'
import { amountAt, figure, type Statement } from './statedFacts'
import { Leaf, NOT_STATED } from '../traced'

const WHOLE = /^(?:资产总额|资产合计|固定资产总额|合计|总计)$/

/** 国有资产信息 (domain.md §1): the table of 固定资产 at a day and the purchases planned; `null` when the document states no total or no day. */
export function assetFacts(statements: readonly Statement[], rows: readonly Row[], account: Account) {
  const planned = /拟购置固定资产(?:总额|金额)?(?:为|共计|共|合计|是)?$/
  const whole = /固定资产(?:总额|金额|总值|价值)?(?:为|共计|共|合计|是)$/
  const plan = statements.find((one) => amountAt(one, planned) >= 0)
  const said = statements.find((one) =>
    one.amounts.some(({ label }) => whole.test(label) && !planned.test(label)),
  )
  const saidAt = said?.amounts.findIndex(({ label }) => whole.test(label) && !planned.test(label)) ?? -1
  const saidTotal = said ? figure(said, saidAt, account, 'facts.assets.total') : NOT_STATED
  const table = assetTable(rows, account)
  const total = table && table.total.value !== null ? table.total : saidTotal
  const asOf = table?.asOf ?? NOT_STATED
  if (saidTotal.value !== null && total.value !== null && !sameFigure(saidTotal.value, total.value)) {
    account.issue('stated-twice', saidTotal.from, 'facts.assets.total')
  }
  if (total.value === null && !table) return null
  if (total.value === null || asOf.value === null) {
    account.issue('fact-incomplete', total.from ?? asOf.from, 'facts.assets')
    return null
  }
  return {
    asOf,
    total,
    items: table?.items ?? [],
    plannedPurchase: plan
      ? figure(plan, amountAt(plan, planned), account, 'facts.assets.plannedPurchase')
      : NOT_STATED,
  }
}

function sameFigure(a: string, b: string): boolean {
  const [first, second] = [a, b].map((text) => parseDecimal(toHalfWidth(text)))
  return a === b || Boolean(first && second?.eq(first))
}

function assetTable(rows: readonly Row[], account: Account) {
  const begins = rows.findIndex((row) => row.cells.some((cell) => /资产总额|固定资产/.test(textOf(cell))))
  const source = rows[begins]?.table
  if (!source) return null
  const own = rows.filter((row) => row.table === source)
  const head = own.findIndex(
    (row) =>
      row.cells.some((cell) => textOf(cell) === '数量') &&
      row.cells.some((cell) => /价值|金额/.test(textOf(cell))),
  )
  if (head < 0) return null
  const at = (words: RegExp) =>
    own[head]?.slots.findIndex((slot) => slot !== undefined && words.test(textOf(slot.cell))) ?? -1
  const [quantityAt, valueAt] = [at(/^数量$/), at(/价值|金额/)]
  let total: Leaf = NOT_STATED
  const items = own.slice(head + 1).flatMap((row) => {
    const name = row.cells[0]
    if (!name || textOf(name) === '') return []
    const cell = (place: number) => {
      const slot = row.slots[place]
      return slot ? dashless(account.value(source, slot.cell)) : NOT_STATED
    }
    if (WHOLE.test(textOf(name))) {
      account.understood(name)
      total = cell(valueAt)
      return []
    }
    return { name: account.value(source, name), quantity: cell(quantityAt), value: cell(valueAt) }
  })
  return { asOf: assetDay(own.slice(0, head), account), total, items }
}

function dashless(leaf: Leaf): Leaf {
  return leaf.value !== null && /^[-—–/]+$/.test(leaf.value) ? new Leaf(null, leaf.from) : leaf
}

function assetDay(rows: readonly Row[], account: Account): Leaf {
  for (const row of rows) {
    for (const cell of row.cells) {
      const day = /截[止至]/.test(textOf(cell)) ? printedDay(textOf(cell)) : null
      if (day === null || parseDay(day) === null) continue
      account.understood(cell)
      return new Leaf(day, cellPlace(row.table, cell))
    }
  }
  return NOT_STATED
}
