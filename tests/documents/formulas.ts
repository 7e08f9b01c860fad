import { columnName, type BookCell } from '@/documents/workbook/book'
import { Decimal } from '@/domain/number/decimal'

const NUMBER = new Set(['number', 'formula'])

/** What a spreadsheet would make of the formulas we write, worked out exactly from the cells of the sheet: the few kinds there are, and no other. */
export function evaluate(text: string, rows: readonly (readonly BookCell[])[]): Decimal {
  const cell = (name: string) => {
    const [, letters = '', line = ''] = /^([A-Z]+)(\d+)$/.exec(name) ?? []
    const column = Array.from({ length: 40 }, (_, index) => columnName(index)).indexOf(letters)
    return rows[Number(line) - 1]?.[column] ?? null
  }
  const figure = (name: string): Decimal => {
    const own = cell(name)
    if (own?.kind === 'number') return own.value
    if (own?.kind === 'formula') return evaluate(own.formula, rows)
    throw new Error(`${name} of ${text} is no number`)
  }
  const shown = (name: string) => {
    const own = cell(name)
    return own?.kind === 'text' ? own.text : ''
  }
  const range = (area: string): string[] => {
    const [, column = '', first = '', last = ''] = /^([A-Z]+)(\d+):\1(\d+)$/.exec(area) ?? []
    return Array.from(
      { length: Number(last) - Number(first) + 1 },
      (_, at) => `${column}${Number(first) + at}`,
    )
  }
  const add = (names: readonly string[]) =>
    names
      .filter((name) => NUMBER.has(cell(name)?.kind ?? ''))
      .reduce((sum, name) => sum.plus(figure(name)), new Decimal(0))

  const sum = /^SUM\(([^)]+)\)$/.exec(text)
  if (sum) return add(range(sum[1]!))
  const countIf = /^COUNTIF\(([^,]+),([A-Z]+\d+)\)$/.exec(text)
  if (countIf)
    return new Decimal(range(countIf[1]!).filter((name) => shown(name) === shown(countIf[2]!)).length)
  const sumIfs = /^SUMIFS\(([^,]+),([^,]+),"([^"]+)",([^,]+),"([^"]+)"\)$/.exec(text)
  if (sumIfs) {
    const [, amounts = '', kinds = '', kind, states = '', state] = sumIfs
    const [asKind, asState] = [range(kinds), range(states)]
    return add(range(amounts).filter((_, at) => shown(asKind[at]!) === kind && shown(asState[at]!) === state))
  }
  const pair = /^([A-Z]+\d+)([-*/])([A-Z]+\d+)$/.exec(text)
  if (!pair) throw new Error(`no rule for ${text}`)
  const [, left = '', sign, right = ''] = pair
  const [a, b] = [figure(left), figure(right)]
  return sign === '-' ? a.minus(b) : sign === '*' ? a.times(b) : a.div(b)
}
