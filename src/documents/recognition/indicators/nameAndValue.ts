import { visibleText } from '@/domain/number/visibleText'
import { parseTarget } from '@/domain/plan/target'
import type { SourceCell } from '../../reading/sourceDocument'
import { linesOf, textOf } from '../documentRows'
import { filledLines, numberedItems } from './numberedItems'

/** An indicator that one text holds: its name, and its 指标值 where one stands behind it; a 指标值 alone has no name. */
export interface NameAndValue {
  readonly name: string | null
  readonly value: string | null
}

const SIGN =
  /[≥≤≧≦⩾⩽<>＜＞=＝﹦═]|不低于|不少于|不小于|不超过|不高于|不大于|不多于|大于|小于|低于|高于|超过|等于/
const BARE = /^([^\d０-９]*[率度数量额积长])([\d０-９].*)$/u
const BOUNDED = /^([^\d０-９]{2,})([\d０-９].*(?:以上|以下|以内))$/u

/** Parts a text into the name and the 指标值 of an indicator (演出场次≥60场, 合格率：100%) where what stands behind is a figure or a day; else all of it is one of the two. */
export function nameAndValue(text: string): NameAndValue {
  const plain = text.trim()
  if (isValue(plain)) return { name: null, value: plain }
  const sign = SIGN.exec(plain)
  const colon = /[:：]/.exec(plain)
  const cuts = [
    ...(sign && sign.index > 0 ? [[plain.slice(0, sign.index), plain.slice(sign.index)]] : []),
    ...(colon ? [[plain.slice(0, colon.index), plain.slice(colon.index + 1)]] : []),
    ...[BARE, BOUNDED].flatMap((form) => {
      const [, name, value] = form.exec(plain) ?? []
      return name === undefined || value === undefined ? [] : [[name, value]]
    }),
  ]
  for (const [name = '', value = ''] of cuts) {
    const bare = name.replace(/(?:达到?|[为:：,，\s])+$/, '').trim()
    if (bare !== '' && isValue(value.trim())) return { name: bare, value: value.trim() }
  }
  return { name: plain, value: null }
}

/** The indicators of a cell that holds names and values in one: each behind its number, or on its line. */
export function partsOf(cell: SourceCell): readonly NameAndValue[] {
  return (numberedItems(linesOf(cell)) ?? namedLines(cell.lines) ?? [textOf(cell)]).map(nameAndValue)
}

/** The lines of a cell that each hold a name and its 指标值; `null` where one does not, or there is one. */
function namedLines(lines: readonly string[]): readonly string[] | null {
  const parts = filledLines(lines.flatMap((line) => line.split(/[;；]/))).map((line) =>
    line.replace(/[。，,]$/, ''),
  )
  const isNamed = (text: string) => {
    const { name, value } = nameAndValue(text)
    return name !== null && value !== null
  }
  return parts.length > 1 && parts.every(isNamed) ? parts : null
}

function isValue(text: string): boolean {
  return /[\d０-９]/.test(text) && parseTarget(visibleText(text)).kind !== 'qualitative'
}
