import { cleanCell, saysNothing } from '@/domain/number/cellText'
import { parseDecimal } from '@/domain/number/decimal'
import { visibleText } from '@/domain/number/visibleText'
import { WAN } from '@/domain/number/money'
import { type BudgetUnit, YUAN_IN } from './budgetUnit'
import { yuanInWords } from './yuanInWords'

/** What a money cell of a table comes to in 万元: as printed, turned exactly from another unit, blank, or no amount at all; `own` is the unit that the cell prints itself. */
export type BudgetReading =
  | { readonly kind: 'printed' | 'converted'; readonly text: string; readonly own: BudgetUnit | null }
  | { readonly kind: 'not-an-amount'; readonly text: string }
  | { readonly kind: 'blank' }

const SIGNED = /^(?:人民币)?[:：]?\s*[¥￥]?\s*(?=[-+\d])/
const FIGURE =
  /^(.*?\d)\s*(?:\((?:单位[:：])?(百万元|[亿万千百]元|元)\)|(百万元|[亿万千百]元|[亿万元]))?[整正]?\s*(?:\((?:人民币)?(?:大写)?[:：]?\s*([^()\d]+)\))?$/

const WORDS_FIRST =
  /^(?:人民币)?(?:\(?大写\)?)?[:：]?\s*([零〇壹贰叁肆伍陆柒捌玖一二三四五六七八九十拾佰百仟千万亿元圆角分整正]+)\s*\((?:小写)?[:：]?\s*[¥￥]?\s*(\d[\d,]*(?:\.\d+)?)\s*元?\)$/

/** Reads a money cell by the unit its table or label states, 万元 where none is; a unit printed behind the figure comes first, and an amount repeated in words (大写) must be the same. */
export function readBudgetCell(text: string, unit: BudgetUnit): BudgetReading {
  const plain = visibleText(text)
  if (plain === '' || saysNothing(cleanCell(text))) return { kind: 'blank' }
  const [, spelt, counted] = WORDS_FIRST.exec(plain) ?? []
  if (spelt !== undefined && counted !== undefined) {
    const read = readBudgetCell(`${counted}元(${spelt})`, '元')
    return read.kind === 'not-an-amount' ? { ...read, text } : read
  }
  const [, figure = plain, enclosed, own = enclosed, words] = FIGURE.exec(plain.replace(SIGNED, '')) ?? []
  const value = parseDecimal(figure)
  if (value === null) return { kind: 'not-an-amount', text }
  const said = own === undefined ? null : unitNamed(own)
  const by = said ?? unit
  const yuan = value.times(YUAN_IN[by])
  if (words !== undefined && yuanInWords(words)?.eq(yuan) !== true) return { kind: 'not-an-amount', text }
  if (by !== '万元') return { kind: 'converted', text: yuan.div(WAN).toFixed(), own: said }
  return { kind: 'printed', text: figure === plain ? text : figure, own: said }
}

function unitNamed(own: string): BudgetUnit {
  return (own.endsWith('元') ? own : `${own}元`) as BudgetUnit
}
