import { toHalfWidth } from '@/domain/number/halfWidth'
import { governmentIn, headLabel, isSum } from '../headings'
import { isMoney } from './moneyNames'

/** A budget that a sentence states (年初预算安排资金120万元，其中财政拨款100万元): each amount with the unit printed behind it; `null` for one it does not state. */
export interface SaidAmounts {
  readonly total: string
  readonly fiscal: string | null
  readonly other: string | null
}

const AMOUNT = /(\d[\d,]*(?:\.\d+)?)\s*((?:[亿千百]|百?万)?元)/g
const PARTS = /其中|包括|包含/
const LONGEST = 400
const OTHER_TOTAL =
  /总投资|投资总额|概算|估算|累计|上年|去年|以前年度|已[^经]|完成|执行|结余|结转|申请|申报|实际支出|支出$|追加|调[增减]|20\d{2}年?[-—~至到]/
const BUDGET = /预算|安排|本年|当年|年初|批复|下达|资金|经费|投入/
/** An amount that says more than its figure, or is spelt out beside it. */
const NOT_EXACT =
  /[壹贰叁肆伍陆柒捌玖拾佰仟]|大写|约\s*\d|不超过|不低于|元\s*(?![,，、;；。.()（）:：\s]|其中|包括|包含|共计|合计|总计|[一二三四五六七八九十]、|\d{1,2}[、.]\D|$)/
const WHOLE = /^(?:共计|合计|总计|总额为?|共)/
const JOINING = /^(?:[,，、;；。:：\s]|以及|和|及|与|另外?|由)+|(?:[:：\s]|为|安排|投入|承担)+$/g

/** Reads the one sentence of a money cell; `null` where it does not state a single amount for the year's budget, or speaks of another total (总投资, 累计, 上年). */
export function amountsInWords(text: string): SaidAmounts | null {
  const plain = toHalfWidth(text).replace(/\s+/g, ' ').trim()
  if (plain.length > LONGEST || NOT_EXACT.test(plain)) return null
  const cut = PARTS.exec(plain)?.index ?? plain.length
  const said = saidIn(plain.slice(0, cut))
  const parts = saidIn(plain.slice(cut).replace(PARTS, ''))
  const totals = said.length === 1 && cut < plain.length ? said : said.filter(({ label }) => isWhole(label))
  const [total] = said.length === 1 ? said : totals
  if (!total || (said.length > 1 && totals.length !== 1)) return null
  if (
    OTHER_TOTAL.test(total.label) ||
    !(total.label === '' || BUDGET.test(total.label) || isWhole(total.label))
  )
    return null
  const others = [...said.filter((one) => one !== total), ...parts]
  const named = (name: 'fiscal' | 'other') => others.filter(({ label }) => headLabel(label) === name)
  const [fiscal, moreFiscal] = named('fiscal')
  const [other, moreOther] = named('other')
  const isKnown = others.every(({ label }) => isMoney(headLabel(label)) || governmentIn(label) !== null)
  return {
    total: total.amount,
    fiscal: moreFiscal ? null : (fiscal?.amount ?? null),
    other: moreOther || !isKnown ? null : (other?.amount ?? null),
  }
}

interface Said {
  readonly label: string
  readonly amount: string
}

function saidIn(text: string): Said[] {
  let from = 0
  return [...text.matchAll(AMOUNT)].map(({ 0: whole, index, 1: figure = '', 2: unit = '' }) => {
    const label = text.slice(from, index).replace(JOINING, '')
    from = index + whole.length
    return { label, amount: `${figure}${unit}` }
  })
}

function isWhole(label: string): boolean {
  return WHOLE.test(label) || isSum(label)
}
