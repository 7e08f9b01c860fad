import { readAmountCell, type AmountReading } from '../desk/amountCell'
import { Decimal } from '../number/decimal'
import { money, NOTHING, sumMoney, type Money } from '../number/money'
import { capitalAmount } from './capitalAmount'
import { headingUnit } from './listUnit'
import type { LineDoubt, LineNote, NamedAmount } from './paymentList'
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

const NONE: readonly never[] = Object.freeze([])

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
  const { parts } = cells.amounts()
  return turned(
    cells,
    row,
    parts.length > 0 ? inParts(cells, row, unit, year) : inColumn(cells, row, unit, year),
  )
}

const named = (cells: RowCells, row: number, column: number): NamedAmount => ({
  heading: cells.layout.headings[column]?.replaceAll(/\s+/g, '') || `第${column + 1}列`,
  said: cells.at(row, column),
})

/** The value of a cell beside the amount, in 元, where it reads as one that is not 0; with the step its last place stands for. */
function beside(cells: RowCells, row: number, column: number, unit: Unit) {
  const said = cells.at(row, column)
  if (!/[1-9]/.test(said)) return null
  const own = headingUnit(cells.layout.headings[column] ?? '') ?? unit
  if (own === 'other') return null
  const value = valueOf(listAmount(said, own))
  const places = /\.(\d+)/.exec(said)?.[1]?.length ?? 0
  return (
    value && {
      column,
      value,
      own,
      step: new Decimal(`1e${(own === 'wan' ? 4 : 0) - places}`),
    }
  )
}

const TO_THE_CENT = /^-?[\d,]{1,15}\.\d{2}$/

/** The amount in its own column; another amount of the row that says something else is asked about, never dropped. */
function inColumn(cells: RowCells, row: number, unit: Unit, year: number | null): AmountFound {
  const { column, rivals, strange } = cells.amounts()
  const found = cellAmount(cells, row, column, unit, year)
  if (rivals.length + strange.length === 0 || found.reading.kind === 'refused') return found
  const to = strange.filter((own) => TO_THE_CENT.test(cells.at(row, own)))
  if (rivals.length + to.length === 0) return found
  const others = [...rivals, ...to].flatMap((own) => beside(cells, row, own, unit) ?? [])
  const value = valueOf(found.reading)
  if (value === null) {
    const [other] = others
    if (!other || column === undefined || cells.at(row, column) !== '') return found
    const taken = cellAmount(cells, row, other.column, other.own, year)
    return {
      ...taken,
      doubts: [...taken.doubts, { kind: 'two-amounts', amounts: [named(cells, row, other.column)] }],
    }
  }
  const step = column === undefined ? null : beside(cells, row, column, unit)
  const other = others.find(
    (own) =>
      !own.value.eq(value) &&
      (own.own === (step?.own ?? unit) ||
        own.value
          .minus(value)
          .abs()
          .gte(Decimal.max(own.step, step?.step ?? 0))),
  )
  if (!other || column === undefined) return found
  const amounts = [named(cells, row, column), named(cells, row, other.column)]
  return { ...found, doubts: [...found.doubts, { kind: 'two-amounts', amounts }] }
}

/** An amount in parts that stand side by side: one of them alone, or their sum, which is asked about unless a column states it. */
function inParts(cells: RowCells, row: number, unit: Unit, year: number | null): AmountFound {
  const { column, parts, whole } = cells.amounts()
  const given = parts.filter((own) => /[1-9]/.test(cells.at(row, own)))
  const [only = parts.find((own) => cells.at(row, own) !== '') ?? column] = given
  const found = given.map((own) => cellAmount(cells, row, own, unit, year))
  const bad = found.find(({ reading }) => valueOf(reading) === null)
  if (bad) return bad
  const single = cellAmount(cells, row, only, unit, year)
  const values = found.flatMap(({ reading }) => valueOf(reading) ?? [])
  const stated = whole === undefined ? null : valueOf(listAmount(cells.at(row, whole), unit))
  if (values.length === 0)
    return stated && !stated.isZero() ? cellAmount(cells, row, whole, unit, year) : single
  const sum = sumMoney(values)
  const agrees = stated?.eq(sum)
  if (agrees === true || (agrees === undefined && values.length === 1)) {
    return values.length === 1 ? single : { ...single, reading: { kind: 'accepted', amount: sum } }
  }
  const amounts = [...given, ...(stated && whole !== undefined ? [whole] : [])].map((own) =>
    named(cells, row, own),
  )
  const doubt: LineDoubt = { kind: values.length > 1 ? 'in-parts' : 'two-amounts', amounts }
  return {
    ...single,
    reading: { kind: 'accepted', amount: sum },
    doubts: [...found.flatMap(({ doubts }) => doubts), doubt],
  }
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
  const found = { reading: listAmount(said, unit, year), said, doubts: NONE, notes: NONE }
  const mark = cells.marksOf(row).find((own) => own.column === column)
  if (mark?.kind === 'no-value') return { ...found, doubts: [{ kind: 'no-value' }] }
  if (mark?.kind !== 'rounded' || !mark.full) return found
  const full = mark.full.toFixed()
  const shown = valueOf(found.reading)
  const step = new Decimal(`1e${(unit === 'wan' ? 4 : 0) - (/\.(\d+)/.exec(said)?.[1]?.length ?? 0)}`)
  const readings = (unit === 'wan' ? (['wan', 'yuan'] as const) : (['yuan'] as const)).map((own) =>
    listAmount(full, own),
  )
  const near = readings.find((reading) => {
    const value = valueOf(reading)
    return value !== null && (shown === null || value.minus(shown).abs().lt(step))
  })
  if (near?.kind === 'accepted')
    return { ...found, reading: near, notes: [{ kind: 'was-rounded', shown: said }] }
  const [exact] = readings
  return exact?.kind === 'accepted'
    ? { ...found, reading: exact, doubts: [{ kind: 'shown-otherwise', shown: said, full }] }
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

/** Whether a row has an amount besides the one that is read, which says something else: what such a row states is not compared. */
export function hasOtherAmount(cells: RowCells, { doubts }: AmountFound): boolean {
  const { whole } = cells.amounts()
  return doubts.some(({ kind }) => kind === 'two-amounts' || (kind === 'in-parts' && whole !== undefined))
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
