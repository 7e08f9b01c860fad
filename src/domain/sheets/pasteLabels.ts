import { cleanCell } from '../number/cellText'
import type { ColumnUnit } from '../desk/amountCell'
import type { EntryGrid, EntryRow } from '../desk/entryGrid'

/** What a heading cell of a pasted table says: a checkpoint's month (the year where printed), a label column's name, or something unknown. */
export type Heading =
  | { readonly kind: 'checkpoint'; readonly month: number; readonly year: number | null }
  | { readonly kind: 'label' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'blank' }

const MONEY_WORD = '(?:人民币)?([十百千万亿]*元|[千万亿])'
/** A unit in brackets behind a heading or a name: （万元）, （单位：千元）, （%）. */
export const UNIT_NOTE = new RegExp(String.raw`[(\[](?:金额)?(?:单位)?:?(?:${MONEY_WORD}|%|百分比)[)\]]$`)
/** 预算执行数 and 预算支出 are what was spent; 目标完成情况 is what was reached. */
export const DONE = /(?:预算|计划|目标|任务)(?:资金|累计|实际)*(?:执行|支出|支付|完成|实现)/g
const LONGEST = 40
const CHINESE_MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const MONTH = String.raw`(\d{1,2}|十[一二]?|[一二三四五六七八九])`
const CHECKPOINT = new RegExp(
  `^(?:截[至止]到?)?(?:(\\d{4})年|(?:本|今|当)年度?)?(?:截[至止]到?|到|至|自?年初[至到])?(?:1月?(?:-|~|—|至|到)|前(?=[^月]+个月))?${MONTH}个?月(?:底|末|份|(\\d{1,2})日)?` +
    '(?:累计|实际|资金|预算|已)*(?:支出|执行|完成|支付|拨付|发生)?(?:累计|合计|总|数|值|金|额|率|情况|进度|比例)*$',
)
const DATED = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const PERIODS: Readonly<Record<string, number>> = {
  一季度: 3,
  第一季度: 3,
  上半年: 6,
  二季度: 6,
  第二季度: 6,
  前三季度: 9,
  三季度: 9,
  第三季度: 9,
  全年: 12,
  年底: 12,
  年末: 12,
  四季度: 12,
  第四季度: 12,
}
const LABEL_HEADING =
  /^(?:序号|编号|[一二三]级指标|指标|指标名称|指标描述|指标内容|指标解释|绩效指标|项目|项目名称|名称|内容|(?:年度|全年)?(?:指标值|目标值)|(?:计量|金额)?单位|备注|说明|评[价分]标准|指标值确定依据|依据|(?:项目)?(?:编码|代码)|(?:主管|预算|责任)?(?:部门|科室|处室)|(?:预算|实施|项目|责任|主管)单位|单位名称|(?:项目)?(?:负责人|责任人)|资金性质|资金来源)$/

function squeezed(text: string): string {
  return cleanCell(text).replaceAll(' ', '')
}

const YEAR_NOTE = /[([【〔]((?:19|20)\d{2})年?度?[)\]】〕]/

/** A text with the year it bears in brackets before what it is the year of: 支出（2019年） is 2019年支出. */
export function yearFirst(plain: string): string {
  const year = YEAR_NOTE.exec(plain)?.[1]
  return year === undefined ? plain : `${year}年${plain.replace(YEAR_NOTE, '')}`
}

const PERIOD_NOTE = /^([^(（[]+)[([]([^()[\]:]*月[^()[\]:]*|(?:本|今|当)年度?)[)\]]/

/** A text with the period it bears in brackets before what it is the period of: 累计支出（1-10月） is 1-10月累计支出. */
function periodFirst(plain: string): string {
  const [whole, what = '', period = ''] = PERIOD_NOTE.exec(plain) ?? []
  return whole === undefined ? plain : `${period}${what}${plain.slice(whole.length)}`
}

/** A heading as it is read: without blanks, its year and its period first. */
export function headingText(text: string): string {
  return periodFirst(yearFirst(squeezed(text)))
}

/** Reads one cell of a row that may be headings: 3月底, 1-6月, 截至6月底, 2020年10月31日, 上半年; 三级指标, 指标值 and their like are label columns. */
export function parseHeading(text: string): Heading {
  const plain = headingText(text)
  if (plain === '') return { kind: 'blank' }
  if (plain.length > LONGEST) return { kind: 'unknown' }
  const bare = plain.replace(UNIT_NOTE, '')
  if (LABEL_HEADING.test(bare)) return { kind: 'label' }
  const bareYear = bare.replace(/^(\d{4})年/, '')
  const period = PERIODS[bareYear] ?? quarterEnd(bareYear)
  const stated = /^(\d{4})年/.exec(bare)?.[1]
  if (period !== undefined) {
    return { kind: 'checkpoint', month: period, year: stated === undefined ? null : Number(stated) }
  }
  const dated = DATED.exec(bare)
  const match = dated ? null : CHECKPOINT.exec(bare)
  const month = dated ? Number(dated[2]) : monthNumber(match?.[2] ?? '')
  const date = dated?.[3] ?? match?.[3]
  if (month < 1 || month > 12 || (date !== undefined && !isMonthEnd(month, Number(date))))
    return { kind: 'unknown' }
  const year = dated?.[1] ?? match?.[1]
  return { kind: 'checkpoint', month, year: year === undefined ? null : Number(year) }
}

const QUARTER = /^(?:截[至止]到?)?(?:第([一二三四1-4])|(?:前)?([一二两三四1-4]))个?季度(?:末|底)?$/

function quarterEnd(text: string): number | undefined {
  const [, ordinal, plain] = QUARTER.exec(text) ?? []
  const quarter = ordinal ?? plain
  return quarter === undefined ? undefined : monthNumber(quarter.replace('两', '二')) * 3
}

function monthNumber(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : CHINESE_MONTHS.indexOf(text) + 1
}

function isMonthEnd(month: number, date: number): boolean {
  if (month === 2) return date === 28 || date === 29
  return date === ([4, 6, 9, 11].includes(month) ? 30 : 31)
}

const UNITS: Readonly<Record<string, ColumnUnit>> = {
  元: 'yuan',
  千: 'thousand',
  千元: 'thousand',
  万: 'wan',
  万元: 'wan',
  十万元: 'hundred-thousand',
  百万元: 'million',
  千万元: 'ten-million',
  亿: 'hundred-million',
  亿元: 'hundred-million',
}
const STATED = new RegExp(
  String.raw`[(\[](?:金额)?(?:单位)?:?${MONEY_WORD}[)\]]$|(?:金额)?单位:${MONEY_WORD}[)\]]?$`,
)

/** The unit of money a heading, a row's name or a title states: 支出（万元）, 金额单位：千元; `null` where none is. */
export function statedUnit(text: string): ColumnUnit | null {
  const note = STATED.exec(headingText(text))
  return UNITS[note?.[1] ?? note?.[2] ?? ''] ?? null
}

/** Whether a text states a unit of money that nobody here reckons in (美元): its figures are not taken. */
export function statesForeignUnit(text: string): boolean {
  return (
    statedUnit(text) === null &&
    /[([](?:金额)?(?:单位)?:?[^()[\]:]{0,4}[元币镑][)\]]$|单位:[^:]{0,4}[元币镑][)\]]?$/.test(
      headingText(text),
    )
  )
}

/** Whether a text says that its figures are in percent: 6月底（%）, 单位：%. */
export function statesPercent(text: string): boolean {
  return /[([](?:单位)?:?(?:%|百分比)[)\]]$|^单位:(?:%|百分比)$/.test(headingText(text))
}

/** Whether a text says nothing but a unit of money: 单位：元, （万元）. */
export function isUnitAlone(text: string): boolean {
  return (
    statedUnit(text) !== null &&
    /^(?:金额)?(?:单位)?:?[([]?(?:金额)?(?:单位)?:?[^:()[\]]{1,7}[)\]]?$/.test(headingText(text))
  )
}

/** The column of the grid a heading names; `null` when the grid has none such or the heading is of another year. */
export function headingColumn(heading: Heading, grid: EntryGrid): number | null {
  if (heading.kind !== 'checkpoint' || (heading.year !== null && heading.year !== grid.year)) return null
  const index = grid.columns.findIndex((column) => column.month === heading.month)
  return index < 0 ? null : index
}

/** A name as it is compared: without spaces, closing punctuation and a unit in brackets. */
function nameKey(text: string): string {
  return squeezed(text)
    .replace(/[。.;,、:]+$/, '')
    .replace(UNIT_NOTE, '')
    .replace(/^\d{1,2}[、.]/, '')
}

const SPENDING_NAME =
  /^(?:项目|预算|资金|年度)?(?:资金)?(?:累计|实际|全年)?(?:支出|执行数|支出数|支出金额|支出合计|支出额|资金支出|执行金额|预算执行|预算执行数|支付金额|支付数|拨付金额)$/

const NAME_WEIGHT = 4
const CATEGORY_WEIGHT = 2
const LONGEST_NAME = 400

/** The names a grid's rows go by: 三级指标, description and measure weigh more than the 二级指标, which only tells namesakes apart. */
export interface RowNames {
  readonly names: readonly ReadonlySet<string>[]
  readonly categories: readonly string[]
  readonly spending: number
}

/** Gathers the names of a grid's rows once, for finding many pasted rows. */
export function rowNames(grid: EntryGrid): RowNames {
  return {
    names: grid.rows.map(
      (row) =>
        new Set(
          namesOf(row, grid)
            .map(nameKey)
            .filter((name) => name !== ''),
        ),
    ),
    categories: grid.rows.map((row) => (row.kind === 'indicator' ? nameKey(row.indicator.level2) : '')),
    spending: grid.rows.findIndex((row) => row.kind === 'spending'),
  }
}

function namesOf(row: EntryRow, grid: EntryGrid): readonly string[] {
  if (row.kind === 'spending') return [grid.project.name]
  const { indicator, measure } = row
  return [indicator.level3, indicator.description, ...(measure ? [measure.name] : [])]
}

/** The rows of the grid that the label cells of one pasted row name best, in the grid's order: one is a match, several are namesakes, none is unknown. */
export function namedRows(labels: readonly string[], rows: RowNames): readonly number[] {
  const keys = new Set(labels.filter((label) => label.length <= LONGEST_NAME).map(nameKey))
  keys.delete('')
  if (keys.size === 0) return []
  const weights = rows.names.map((names, index) => {
    let total = 0
    for (const key of keys) {
      if (names.has(key) || (index === rows.spending && SPENDING_NAME.test(key))) total += NAME_WEIGHT
      else if (key === rows.categories[index]) total += CATEGORY_WEIGHT
    }
    return total
  })
  const best = Math.max(0, ...weights)
  return best === 0 ? [] : weights.flatMap((weight, index) => (weight === best ? [index] : []))
}
