import { cleanCell } from '@/domain/number/cellText'
import { parseDecimal } from '@/domain/number/decimal'
import type { SourcePlace } from '../../outcome/recognitionIssue'
import type { SourceCell, SourceTable } from '../../reading/sourceDocument'
import type { Paragraph } from '../documentRows'

/** 元 in each unit that a table may state for its amounts (P); the longer name first, as it is looked for. */
export const YUAN_IN = {
  百万元: 1_000_000,
  亿元: 100_000_000,
  万元: 10_000,
  千元: 1_000,
  百元: 100,
  元: 1,
} as const

/** The unit of the amounts of a published table. */
export type BudgetUnit = keyof typeof YUAN_IN

/** Why amounts are not taken by the unit that is stated for them: it is a foreign currency, or none that is known. */
export type UnitRefusal = 'foreign-currency' | 'unit-unknown'

/** A unit stated over a table, in what, with the first table below it: it holds for the tables that follow until another is stated. */
export interface SaidUnit {
  /** `null` for one that no amount can be turned from. */
  readonly unit: BudgetUnit | null
  readonly refused: UnitRefusal | null
  readonly by: SourceCell | Paragraph
  readonly from: SourcePlace
  readonly table: SourceTable | null
  /** The table of the first project that used it; `null` before one has. */
  readonly usedBy: SourceTable | null
}

const LEAST_WAN = 0.1
const MOST_WAN = 1_000_000

/** Whether an amount in 万元 is less than 1000 元 or 100 亿元 and more, as one comes out that was read by a wrong unit (D); 0 is an amount like others. */
export function isImplausible(text: string): boolean {
  const value = parseDecimal(text)
  if (value === null || value.isZero()) return false
  return value.abs().lt(LEAST_WAN) || value.gte(MOST_WAN)
}

const NAMES = Object.keys(YUAN_IN).join('|')
const BRACKETED = new RegExp(`[([](?:[\\p{L}]{0,4}单位:?)?(?:人民币)?:?(${NAMES})(?:人民币)?[)\\]]$`, 'u')
const NOTED = new RegExp(`单位:(?:人民币)?:?(${NAMES})(?:\\([^()]{0,12}\\))?(?:[、,;][^:]{0,6}|/%)?$`)

const ENCLOSED = /^[([【](.*)[)\]】]$/
const REMARKED = new RegExp(
  `(?:金额|资金|预算|经费)[^。；;,]{0,8}单位(?:均|都|统一|全部)?[为是:](?:人民币)?(${NAMES})(?=[。；;,.、)]|$)`,
)
const REMARKED_BY = new RegExp(`(?:金额|资金|预算|经费)[^。；;,]{0,8}以(?:人民币)?(${NAMES})为(?:计量)?单位`)
const FOREIGN =
  /(?:[美港欧日加澳韩新]|新台|澳门|新加坡)元|新台币|[港日台澳外]币|美金|英镑|法郎|瑞郎|卢布|卢比|[日韩]圆|泰铢|比索|里拉|USD|HKD|EUR|JPY|GBP|[$€£]/i
const NOTE = /^((?:金额|货币|资金|预算)?单位):(.{1,12})$/
const MONEY_NAME = /[元币镑郎铢盾圆]$|^[百千万亿]+$/
const MEASURE =
  /\/|^[百千万亿]?(?:两|克|千克|公斤|吨|斤|个|人|人次|件|套|台|亩|公顷|平方米|米|公里|户|天|角|分|%|枚|张|处|项)$/
const FOREIGN_LABEL = new RegExp(
  `(?:[(\\[](?:[\\p{L}]{0,4}单位:?)?|单位:)[百千万亿]*(?:${FOREIGN.source})`,
  'iu',
)

function plainOf(text: string): string {
  return cleanCell(text)
    .replaceAll(' ', '')
    .replace(/([亿万千百])(?:人民币|RMB)/, '$1元')
}

/** The unit that a label, a heading or a title states for its amounts: 预算数（元）, （金额单位：千元）; `null` where none is. */
export function statedBudgetUnit(text: string): BudgetUnit | null {
  const plain = plainOf(text)
  const name = (BRACKETED.exec(plain) ?? NOTED.exec(noteIn(plain)))?.[1] ?? listedUnit(noteIn(plain))
  return (name as BudgetUnit | undefined) ?? null
}

/** The one unit of money in a note of several (单位：人、万元). */
function listedUnit(note: string): string | undefined {
  const [known, more] = (NOTE.exec(note)?.[2] ?? '').split(/[、,;]/).filter((name) => name in YUAN_IN)
  return more === undefined ? known : undefined
}

/** The unit of money that a text is and nothing else, in brackets or not: （元）; `null` for any other. */
export function unitAlone(text: string): BudgetUnit | null {
  const name = noteIn(plainOf(text))
  return name in YUAN_IN ? (name as BudgetUnit) : null
}

/** Whether a text is a note of the unit, in brackets or not, and no label of an amount. */
export function isUnitNote(text: string): boolean {
  return NOTED.test(noteIn(plainOf(text))) || unitRefusal(text) !== null
}

/** Why the unit that a note, a label or a title states cannot be taken: 单位：万美元, 金额单位：两; `null` where it can, or none is stated. */
export function unitRefusal(text: string): UnitRefusal | null {
  if (statesForeignCurrency(text)) return 'foreign-currency'
  const [, kind, name = ''] = NOTE.exec(noteIn(plainOf(text))) ?? []
  if (kind === undefined || statedBudgetUnit(text) !== null) return null
  return kind !== '单位' || MONEY_NAME.test(name) || MEASURE.test(name) ? 'unit-unknown' : null
}

/** The unit that a remark below a table says its amounts are in: 注：本表金额单位为元。 */
export function remarkedUnit(text: string): BudgetUnit | null {
  const plain = plainOf(text)
  return ((REMARKED.exec(plain) ?? REMARKED_BY.exec(plain))?.[1] as BudgetUnit | undefined) ?? null
}

/** Whether a label, a heading or a title states a foreign currency for its amounts: 预算数（万美元）. */
export function statesForeignCurrency(text: string): boolean {
  return FOREIGN_LABEL.test(plainOf(text))
}

/** Whether an amount is printed in a foreign currency: 66万美元. */
export function isForeignAmount(text: string): boolean {
  return /\d/.test(text) && FOREIGN.test(plainOf(text))
}

function noteIn(plain: string): string {
  return ENCLOSED.exec(plain)?.[1] ?? plain
}
