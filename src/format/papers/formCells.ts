import type { Decimal } from '@/domain/number/decimal'
import { toWan, type Money } from '@/domain/number/money'
import type { Rate } from '@/domain/number/rate'
import { figure as printed, rateText, type MoneyUnit } from '../figures'

/** A cell of an official form: a heading, a text, or a figure that workbooks keep as a number (`percent`: 58.24 means 58.24 %). */
export interface FormCell {
  readonly kind: 'head' | 'text' | 'number'
  readonly text: string
  readonly value?: Decimal
  readonly places?: number
  readonly percent?: boolean
  readonly align?: 'right' | 'center'
  readonly rows?: number
  readonly columns?: number
}

/** An official form: its title, the lines above and below it (each of parts spread over the width), how wide its columns are (in characters), and its rows. */
export interface FormTable {
  readonly name: string
  readonly title: string
  /** Printed on a page upright instead of across. */
  readonly upright?: boolean
  readonly lead?: readonly (readonly string[])[]
  readonly foot?: readonly (readonly string[])[]
  readonly widths: readonly number[]
  /** Where column headings stand (from which row, how many, over how many rows if not all the rest), to be repeated on later pages; left out: the first row, with those its merged cells reach into. */
  readonly heads?: readonly { readonly from: number; readonly rows: number; readonly under?: number }[]
  readonly rows: readonly (readonly FormCell[])[]
}

/** A heading, merged over columns and rows. */
export function head(words: string, columns = 1, rows = 1): FormCell {
  return { kind: 'head', text: words, columns, rows }
}

/** A text, merged over columns and rows. */
export function text(words: string, columns = 1, rows = 1): FormCell {
  return { kind: 'text', text: words, columns, rows }
}

/** A word that stands where there is no figure. */
export function word(words: string, columns = 1): FormCell {
  return { kind: 'text', text: words, align: 'right', columns }
}

/** 「—」 where the form has no figure to fill in. */
export function dash(columns = 1): FormCell {
  return { kind: 'text', text: '—', align: 'center', columns }
}

/** A figure with its exact value; what was not reported stays a word and is never 0. */
export function figure(words: string, value: Decimal | null, places: number): FormCell {
  return value ? { kind: 'number', text: words, value, places } : word(words)
}

/** A number at fixed places, printed alike in every file; a word where there is none. */
export function numberCell(value: Decimal | null, none: string, places = 2, columns = 1): FormCell {
  return value
    ? { kind: 'number', text: printed(value, places), value, places, columns }
    : word(none, columns)
}

/** An amount in the unit of the form; a word where nobody stated it. */
export function amountCell(
  value: Money | null,
  none: string,
  columns = 1,
  unit: MoneyUnit = 'wan',
  places = 2,
): FormCell {
  return numberCell(value && (unit === 'wan' ? toWan(value) : value), none, places, columns)
}

/** The places at which amounts read beside each other do not read alike unless they are: 2, or as many more as it takes (79.9999 of 80.00). */
export function placesApart(amounts: readonly (Money | null)[], unit: MoneyUnit = 'wan'): number {
  const shown = amounts.flatMap((own) => (own ? (unit === 'wan' ? toWan(own) : own) : []))
  const alike = (places: number) =>
    shown.some((a) => shown.some((b) => !a.eq(b) && printed(a, places) === printed(b, places)))
  let places = 2
  while (alike(places)) places += 1
  return places
}

/** Notes below a form, several of them numbered, the empty ones left out. */
export function notes(lines: readonly string[]): string {
  const said = lines.filter((line) => line !== '')
  return `注：${said.map((line, index) => (said.length > 1 ? `${index + 1}. ${line}` : line)).join(' ')}`
}

/** How sums stand to the rows above them, said once on every paper that adds up (domain.md §3). */
export const ROUNDING_RULE =
  '金额按精确到分的原数求和后四舍五入列示，合计与所列各数相加可能有尾差；执行率按原数计算。'

/** A rate as a percentage, with the places it takes not to be rounded onto 100, `least` at least; a word where there is none. */
export function rateCell(rate: Rate, none: string, columns = 1, least = 2): FormCell {
  if (rate.kind !== 'rate') return word(none, columns)
  const words = rateText(rate, least)
  const places = words.split('.')[1]?.replace('%', '').length ?? 0
  return { kind: 'number', text: words, value: rate.percent, places, percent: true, columns }
}

/** More places than these no reader types into a calculator. */
const MOST_PLACES = 8

/** The places of a rate at which rate × 分值, as printed, comes out as the points printed beside it. */
export function ratePlaces(ratio: Decimal, weight: Decimal, points: Decimal | null): number {
  const comesOut = (places: number) =>
    points === null ||
    ratio.times(100).toDecimalPlaces(places).times(weight).div(100).toDecimalPlaces(2).eq(points)
  let places = 2
  while (places < MOST_PLACES && !comesOut(places)) places += 1
  return places
}

/** Rows that end at one edge, the figures of each column in one format: as many places as the one that takes the most, percentages and numbers apart. Where a rate of the column stands elsewhere on the paper too, `percentages` keep their own places. */
export function columnsAlike(
  rows: readonly (readonly FormCell[])[],
  percentages: 'alike' | 'own' = 'alike',
): FormCell[][] {
  const most = new Map<string, number>()
  const keyed = rows.map((row) => {
    let edge = 0
    return [...row].reverse().map((cell) => {
      const key = `${edge}${cell.percent === true ? '%' : ''}`
      edge += cell.columns ?? 1
      if (cell.kind === 'number') most.set(key, Math.max(most.get(key) ?? 0, cell.places ?? 0))
      return { cell, key }
    })
  })
  return keyed.map((row) =>
    row.reverse().map(({ cell, key }): FormCell => {
      const places = most.get(key) ?? 0
      if (cell.kind !== 'number' || !cell.value || cell.places === places) return cell
      if (cell.percent === true && percentages === 'own') return cell
      return { ...cell, places, text: `${printed(cell.value, places)}${cell.percent === true ? '%' : ''}` }
    }),
  )
}

/** A form of a demonstration, said above it. */
export function marked(form: FormTable, demo: boolean): FormTable {
  return demo ? { ...form, lead: [['演示数据，均为虚构'], ...(form.lead ?? [])] } : form
}

/** The name of a project's sheet; what a workbook refuses in a name is left to its writer. */
export function sheetName({ position, name }: { readonly position: number; readonly name: string }): string {
  return `${position}.${name}`
}

/** A project's name where several stand together, in a paper or among saved files: with its number before it where another bears the same name (a name is no key, domain.md §1). */
export function nameAmong(
  project: { readonly position: number; readonly name: string },
  all: readonly { readonly name: string }[],
): string {
  const same = all.filter(({ name }) => name.trim() === project.name.trim())
  return same.length > 1 ? sheetName(project) : project.name
}
