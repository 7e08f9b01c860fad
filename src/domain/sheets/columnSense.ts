import {
  DONE,
  headingText,
  parseHeading,
  statedUnit,
  statesForeignUnit,
  statesPercent,
  UNIT_NOTE,
} from './pasteLabels'
import { isOnePeriod } from './periodSense'

/** Why a headed column is not taken: what it holds is no cumulative actual of this year. */
export type LeftOutColumn = 'plan' | 'flow' | 'before' | 'year' | 'rest' | 'rate' | 'unit'

/** What a column of a pasted block holds by its headings, one below the other; `year` where they name one. `sure` is false where they name the place and not plainly the cumulative actual; `rate` where they head rates (进度, 完成率, %), which are no money; `bare` where a month is all they say, `monthly` where it is one of a monthly table. */
export type ColumnSense =
  | {
      readonly kind: 'checkpoint'
      readonly month: number
      readonly year: number | null
      readonly sure: boolean
      readonly rate?: true
      readonly bare?: true
      readonly monthly?: true
    }
  | { readonly kind: 'total'; readonly year: number | null; readonly sure: boolean; readonly rate?: true }
  | { readonly kind: 'left-out'; readonly why: LeftOutColumn }
  | { readonly kind: 'label' | 'blank' | 'unknown' }

const LONGEST = 40
const LEFT_OUT: readonly (readonly [LeftOutColumn, RegExp])[] = [
  ['before', /上年|去年|同期|前年|往年|上一年/],
  ['rest', /差额|差异|结余|余额|剩余|增减|增长|同比|环比|未(?:支|完|执|付|拨)|缺口/],
  ['rate', /(?:支出|执行|支付|拨付)(?:进度|率|比例)|占比|比重|百分比|^%$|序时/],
  [
    'plan',
    /计划|预算|预计|预期|应(?:支|付|完成|达)|安排|下达|概算|批复|年初(?!至|到|以来)|目标[值数]?$|指标值|任务数/,
  ],
]
const RATE = /(?:进度|率|比例)$/
/** What alone heads rates; longer ones may be the names of indicators. */
const BARE_RATE = /^(?:完成|工作|实际|累计)*(?:进度|完成率|比例)$/
const ACTUAL =
  /^(?:本年度?|今年|当年|累计|实际|实绩|已|资金|经费|项目|预算|目标|支出|执行|完成|支付|拨付|发生|实现|合计|总|数|值|额|金额|情况)+$/
const TOTAL =
  /^(?:(?:截[至止]到?(?:目前|今日|本月|本期|现在)?底?末?|年初至今|(?:今年|年初)以来|本年度?|今年|当年|年度)?(?:项目|预算|资金|经费|累计|实际|已)*(?:支出|执行|支付|拨付|完成|发生|实现)(?:总|数|值|额|金额|合计|情况|累计)*|(?:截[至止]到?(?:目前|今日|本月|本期)?底?末?|年初至今|本年度?|今年)?(?:累计|实际)(?:数|值|额|金额|合计)?|本年度?|今年)$/
const VAGUE = /^(?:金额|数额|合计金额|总额|数值|数据|(?:支出)?决算(?:支出)?(?:数|额|金额)?)$/
const YEAR = /^((?:19|20)\d{2})(?:年度?|(?=累计|实际|支出|执行|支付|拨付|决算|预算|计划))/

function plainOf(text: string): string {
  return headingText(text).replace(UNIT_NOTE, '')
}

/** Reads the headings over one column, from the top down: 6月底 over 计划 is left out, over 实际 it is taken, over anything else it is asked about. */
export function columnSense(stack: readonly string[]): ColumnSense {
  const plain = stack.map(plainOf)
  const year =
    plain
      .flatMap((text) => YEAR.exec(text)?.[1] ?? [])
      .map(Number)
      .at(-1) ?? null
  const texts = plain
    .map((text) => (parseHeading(text).kind === 'checkpoint' ? text : text.replace(YEAR, '')))
    .filter((text, index, all) => text !== '' && text !== all[index - 1])
  if (texts.length === 0) return year === null ? { kind: 'blank' } : { kind: 'total', year, sure: false }
  if (texts.some((text) => text.length > LONGEST)) return { kind: 'unknown' }
  const headings = texts.map(parseHeading)
  if (headings.every(({ kind }) => kind === 'label')) return { kind: 'label' }
  if (stack.some(statesForeignUnit)) return { kind: 'left-out', why: 'unit' }
  const at = headings.findIndex(({ kind }) => kind === 'checkpoint')
  const own = ownWords(texts)
  const why = leftOut(own) ?? (at < 0 && own.some((text) => BARE_RATE.test(text)) ? 'rate' : null)
  if (why) return { kind: 'left-out', why }
  const found = headings[at]
  const ofRates =
    stack.some(statesPercent) || (own.some((text) => RATE.test(text)) && !stack.some(statedUnit))
  const rate = ofRates ? ({ rate: true } as const) : {}
  const rest = texts.filter((_, index) => index !== at)
  if (found?.kind === 'checkpoint')
    return {
      ...found,
      ...rate,
      year: found.year ?? year,
      sure:
        rest.every((text) => ACTUAL.test(text) || TOTAL.test(text) || (ofRates && RATE.test(text))) &&
        !(BARE_MONTH.test(texts[at] ?? '') && rest.some((text) => SPENT.test(text) && !/累计|截/.test(text))),
    }
  const whole = parseHeading(texts.join(''))
  if (whole.kind === 'checkpoint') return { ...whole, ...rate, year: whole.year ?? year, sure: true }
  const known = texts.filter((text) => TOTAL.test(text) || ACTUAL.test(text) || VAGUE.test(text))
  if (known.length < texts.length && known.length === 0) return { kind: 'unknown' }
  const [first = ''] = texts
  if (first.startsWith('全年') && ACTUAL.test(first.slice(2)))
    return { kind: 'checkpoint', month: 12, year, sure: true, ...rate }
  return known.some((text) => TOTAL.test(text) || VAGUE.test(text))
    ? {
        kind: 'total',
        year,
        sure: known.length === texts.length && texts.some((text) => TOTAL.test(text)),
        ...rate,
      }
    : { kind: 'unknown' }
}

/** Without a title such as 6月支出进度 above a heading that is plainly the cumulative actual. */
function ownWords(texts: readonly string[]): readonly string[] {
  if (!TOTAL.test(texts.at(-1) ?? '')) return texts
  return texts.filter((text) => !text.endsWith('进度') || parseHeading(text).kind !== 'checkpoint')
}

/** Why a figure of another year is not taken; `null` for one of this year or of none. */
export function ofAnotherYear(sense: ColumnSense, year: number): 'before' | 'year' | null {
  if (!('year' in sense) || sense.year === null || sense.year === year) return null
  return sense.year < year ? 'before' : 'year'
}

const BARE_MONTH = /^(?:\d{4}年|[本今当]年度?)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?$/
const SPENT = /支出|执行|支付|拨付/

/** `6月支出` is what one month spent; what reaches from the year's start or to the month's end is cumulative. */
const ONE_MONTH =
  /^(?:\d{4}年|[本今当]年度?)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?(?:实际|资金|预算|已)*(?:支出|执行|支付|拨付|发生)(?:合计|总|数|额|值|金额)*$/

function leftOut(texts: readonly string[]): LeftOutColumn | null {
  const found = LEFT_OUT.find(([, form]) => texts.some((text) => form.test(text.replaceAll(DONE, ''))))
  if (found) return found[0]
  if (isOnePeriod(texts.join(' ').replaceAll(DONE, ''))) return 'flow'
  return ONE_MONTH.test(texts.join('')) ? 'flow' : null
}
