import { readAmountCell, type AmountReading } from '../desk/amountCell'
import { Decimal } from '../number/decimal'
import { money, NOTHING, type Money } from '../number/money'
import { capitalAmount } from './capitalAmount'
import type { LineDoubt, LineNote } from './paymentList'
import { flowOf, isIncome } from './paymentWords'
import type { RowCells } from './rowCells'

/** The amount of a row, in 元, negative for what came back; with what is asked and said of it. */
export interface AmountFound {
  readonly reading: AmountReading
  readonly said: string
  readonly doubts: readonly LineDoubt[]
  readonly notes: readonly LineNote[]
}

type Unit = 'wan' | 'yuan'

const PLAIN = /^-?(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.\d{1,2})?$/
const BARE_DAY = /^\d{5}$/

/** A figure as most systems print it, in 元: what `readAmountCell` makes of it, without asking everything that it may be besides. */
function plainAmount(text: string): Money | null {
  if (!PLAIN.test(text) || BARE_DAY.test(text)) return null
  const value = new Decimal(text.replaceAll(',', ''))
  return value.isZero() ? NOTHING : (value as Money)
}

/** Reads an amount as finance systems print it, `100-` for a negative one too; a bare number that is a day of `year` in a spreadsheet is doubtful. */
export function listAmount(text: string, unit: Unit, year: number | null = null): AmountReading {
  const plain = unit === 'yuan' ? plainAmount(text) : null
  if (plain) return { kind: 'accepted', amount: plain }
  return readAmountCell(text.trim().replace(/^(.*\d)\s*-$/, '-$1'), { unit, year })
}

/** What an amount reads as, whether it is doubtful or not. */
export function valueOf(reading: AmountReading): Money | null {
  if (reading.kind === 'accepted') return reading.amount
  return reading.kind === 'doubtful' ? reading.asRead : null
}

/** The amount of a row: 借方 less 贷方 where both stand, else the amount's column, turned by 方向. */
export function amountOfRow(
  cells: RowCells,
  row: number,
  unit: Unit,
  year: number | null = null,
): AmountFound {
  if (cells.has('debit') && cells.has('credit')) return twoSided(cells, row, unit, year)
  const columns = cells.columns('amount')
  const column = columns.find((own) => cells.at(row, own) !== '') ?? columns[0]
  return turned(cells, row, cellAmount(cells, row, column, unit, year))
}

/** A cell with what the reader said of it: a rounded one counts by the number behind it. */
function cellAmount(
  cells: RowCells,
  row: number,
  column: number | undefined,
  unit: Unit,
  year: number | null,
): AmountFound {
  const said = cells.at(row, column)
  const found = { reading: listAmount(said, unit, year), said, doubts: [], notes: [] }
  const mark = cells.marksOf(row).find((own) => own.column === column)
  if (mark?.kind === 'no-value') return { ...found, doubts: [{ kind: 'no-value' }] }
  if (mark?.kind !== 'rounded' || !mark.full) return found
  const exact = listAmount(mark.full.toFixed(), unit)
  return exact.kind === 'accepted'
    ? { ...found, reading: exact, notes: [{ kind: 'was-rounded', shown: said }] }
    : { ...found, doubts: [{ kind: 'rounded', shown: said }] }
}

/** What is credited to spending came back. */
function twoSided(cells: RowCells, row: number, unit: Unit, year: number | null): AmountFound {
  const out = cellAmount(cells, row, cells.columns('debit')[0], unit, year)
  const back = cellAmount(cells, row, cells.columns('credit')[0], unit, year)
  const sides = [out, back]
  const bad = sides.find(({ reading }) => reading.kind === 'refused')
  if (bad) return bad
  const doubts = sides.flatMap((side) => side.doubts)
  const notes = sides.flatMap((side) => side.notes)
  const said = sides.flatMap((side) => (side.said === '' ? [] : side.said)).join(' / ')
  const [paid, returned] = [valueOf(out.reading), valueOf(back.reading)]
  if (paid === null && returned === null) return { reading: { kind: 'empty' }, said, doubts, notes }
  if (paid?.isZero() === false && returned?.isZero() === false) doubts.push({ kind: 'both-sides' })
  for (const { reading } of sides)
    if (reading.kind === 'doubtful')
      doubts.push({ kind: reading.reason === 'scientific' ? 'scientific' : 'serial-amount' })
  const amount = money((paid ?? money(0)).minus(returned ?? 0))
  return { reading: { kind: 'accepted', amount }, said, doubts, notes }
}

function turned(cells: RowCells, row: number, found: AmountFound): AmountFound {
  const { reading } = found
  if (!cells.has('direction') || reading.kind !== 'accepted') return found
  const said = cells.text(row, 'direction')
  const flow = flowOf(said)
  if (flow === 'out') return found
  if (flow === 'unknown') return { ...found, doubts: [...found.doubts, { kind: 'flow', said }] }
  const amount = reading.amount.gt(0) ? money(reading.amount.neg()) : reading.amount
  const doubts: readonly LineDoubt[] =
    reading.amount.gt(0) && isIncome(said) ? [...found.doubts, { kind: 'came-back', said }] : found.doubts
  return { ...found, doubts, reading: { kind: 'accepted', amount } }
}

/** The amount a total states: in its column, else in words (伍佰万元整), else behind its label; `null` when none is read. */
export function totalAmount(cells: RowCells, row: number, unit: Unit, said: readonly string[]): Money | null {
  const own = valueOf(amountOfRow(cells, row, unit).reading)
  if (own) return own
  for (const text of said) {
    const words = capitalAmount(text)
    if (words) return words
    const figure = /[:：]\s*[￥¥]?\s*(-?[\d,，]+(?:\.\d+)?)\s*(?:元|万元)?$/.exec(text)?.[1]
    const plain = figure === undefined ? null : valueOf(listAmount(figure, unit))
    if (plain) return plain
  }
  return null
}
