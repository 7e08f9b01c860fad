import { type Row, type Slot, textOf } from '../documentRows'
import { isHeading } from '../headings'
import type { IndicatorColumn } from '../labels'
import type { IndicatorHeading } from './indicatorHeading'
import { partsOf } from './nameAndValue'
import { quantityLines } from './numberedItems'
import { LEVEL1, LEVEL2 } from './levelNames'

/**
 * The columns of indicators printed without headings (D): a row that begins with a customary 一级 and 二级指标 has 三级指标 and 指标值 behind them; of several
 * columns the 指标值 is the only one that holds quantities with a sign. `null` for any other row.
 */
export function headlessColumns(row: Row): IndicatorHeading | null {
  return ofFour(row) ?? ofThree(row) ?? ofOneText(row)
}

function ofFour(row: Row): IndicatorHeading | null {
  if (!row.slots.some((slot) => slot && LEVEL1.test(textOf(slot.cell)))) return null
  const places = placesOf(row)
  const start = places.findIndex(({ text }) => LEVEL1.test(text))
  const [level1, level2, level3, ...rest] = places.slice(Math.max(0, start))
  if (start < 0 || start > 1 || !level1 || !level2 || !level3 || !LEVEL2.test(level2.text)) return null
  const signed = rest.filter(({ place }) => isSignedColumn(row, place))
  const target = rest.length === 1 ? rest[0] : signed.length === 1 ? signed[0] : undefined
  if (!target || level3.text === '' || isSignedColumn(row, level3.place)) return null
  return headingOf(row, [
    ['level1', level1.place],
    ['level2', level2.place],
    ['level3', level3.place],
    ['target', target.place],
  ])
}

/** The columns of a row of a 一级指标, a name and a value, without 二级指标: the last column alone holds quantities with a sign. */
function ofThree(row: Row): IndicatorHeading | null {
  const places = placesOf(row)
  const start = places.findIndex(({ text }) => LEVEL1.test(text) && !LEVEL2.test(text))
  const [level1, level3, target, more] = places.slice(Math.max(0, start))
  if (start < 0 || start > 1 || !level1 || !level3 || !target || more) return null
  if (level3.text === '' || LEVEL2.test(level3.text) || isHeading(level3.text)) return null
  if (!isSignedColumn(row, target.place) || isSignedColumn(row, level3.place)) return null
  return headingOf(row, [
    ['level1', level1.place],
    ['level3', level3.place],
    ['target', target.place],
  ])
}

/** The columns of a row that has a level, or two, and beside it one text of names and values (数量指标 | 演出场次≥60场). */
function ofOneText(row: Row): IndicatorHeading | null {
  const places = placesOf(row)
  const start = places.findIndex(({ text }) => LEVEL1.test(text) || LEVEL2.test(text))
  const [first, ...rest] = places.slice(Math.max(0, start))
  if (start < 0 || start > 1 || !first) return null
  const isFirst = LEVEL1.test(first.text) && !LEVEL2.test(first.text)
  const second = isFirst && rest[0] && LEVEL2.test(rest[0].text) ? rest[0] : undefined
  const [own, more] = second ? rest.slice(1) : rest
  if (!own || more) return null
  const cell = row.slots[own.place]?.cell
  if (!cell || !partsOf(cell).some(({ name, value }) => name !== null && value !== null)) return null
  return headingOf(
    row,
    [
      [isFirst ? 'level1' : 'level2', first.place],
      ...(second ? [['level2', second.place] as const] : []),
      ['level3', own.place],
    ],
    Array.from({ length: own.place + 1 }, (_, place) => (place === own.place ? cell : undefined)),
  )
}

function headingOf(
  row: Row,
  columns: readonly (readonly [IndicatorColumn, number])[],
  over: IndicatorHeading['over'] = [],
): IndicatorHeading {
  return {
    columns: new Map(columns),
    also: [],
    wide: [],
    down: false,
    named: new Map(),
    fields: new Map(),
    over,
    units: [],
    beside: new Map(),
    months: new Map(),
    worded: null,
    unsaid: false,
    left: null,
    width: row.slots.length,
    table: row.table,
    bottom: row.index,
  }
}

function placesOf(row: Row): { readonly place: number; readonly text: string }[] {
  return row.slots.flatMap((slot: Slot | undefined, place) =>
    slot && textsBelow(row, place).length > 0 && (slot.begins || slot.cell.column === place)
      ? [{ place, text: textOf(slot.cell) }]
      : [],
  )
}

/** Whether most cells of a column from a row on are quantities with a sign. */
function isSignedColumn(row: Row, place: number): boolean {
  const texts = textsBelow(row, place)
  return texts.filter((text) => quantityLines([text, text]) !== null).length * 2 > texts.length
}

function textsBelow(row: Row, place: number): string[] {
  return row.all
    .slice(row.index, row.index + 20)
    .flatMap(({ slots }) => (slots[place]?.cell.column === place ? [textOf(slots[place].cell)] : []))
    .filter((text) => text !== '')
}
