import { cleanCell } from '../number/cellText'

/** What a row of a payment list is, before it is read: a payment, a total, a balance carried, a line under the table, or numbers of columns. */
export type RowKind = 'payment' | 'total' | 'carried' | 'footer' | 'numbers'

/** How much of the list a total sums: a group, a page, a month, the year, or everything. */
export type TotalScope = 'group' | 'page' | 'month' | 'year' | 'all'

/** A sum's word in brackets of its own, as behind a project's name: 办公楼修缮（小计）. */
const BRACKETED = /[(（【[]([本当]?[页日周月季年]?(?:小计|合计|总计|共计))[)）】\]]/
/** A cell as its words are compared: cleaned, without blanks, a sum's word without its brackets. */
export const bareCell = (text: string) =>
  cleanCell(text)
    .replaceAll(/\s+/g, '')
    .replace(BRACKETED, '$1')
    .replace(/^[【[]|[】\]]$/g, '')
/** What may follow a total's word: its amount, or what says that one follows; anything else makes it another word (总计划). */
const AFTER_TOTAL = String.raw`(?:(?:[(（:：￥¥\d-]|金额|人民币|大写).*)?$`
const TOTAL = new RegExp(
  String.raw`^(?:(?:本|当|该)?(?:页|日|周|旬|月|季度?|年|年度|全年|项目|部门|单位|科目|类|款)?|\d{1,2}月份?|[一二三四五六七八九十]+(?:月份?|季度)|\d{4}年度?)(?:小计|合计|总计|共计|累计|总合计|合计数|总额|发生额合计)${AFTER_TOTAL}|^[日月年页]计${AFTER_TOTAL}|^本[月年]累计`,
)
const SUMMED =
  '(?:以上|上述|前述|截[至止]到?|至|本|当|该|月|年|季|度|期|末|底|日|页|各项|全部|所有|累计|\\d{1,2}月份?|\\d{4}年)*'
const SPENT = '(?:项目)?(?:资金)?(?:支出|支付|付款|发生额?|拨付|金额)*'
/** A cell that is nothing but the word of a sum and what it sums: 以上合计, 截至本月累计, 累计支出, 月末合计, 汇总. */
const WHOLE_TOTAL = new RegExp(
  `^${SUMMED}${SPENT}(?:小计|合计|总计|共计|累计|汇总|总和)${SPENT}(?:数|额)?[:：]?$`,
)
/** What may be a sum and may be what was paid: 本月支出, 截至6月底, 其中：…. */
const MAYBE_TOTAL = /^(?:(?:本|当)[月年季期](?:支出|支付|付款|发生额?|金额|数)?|截[至止].{0,12})$|^其中[:：]?/
const OF_NAME = /^(.+?)[\s:：—-]*(?:小计|合计|总计|共计|汇总|累计)(?:数|金额)?[:：]?$/
const NAMED_TOTAL = /(?:小计|合计|总计|共计)$/
const CARRIED =
  /^(?:上年|上月|上期|上页|年初|期初|月初|本年年初|期末|月末|本期|本月|年末)?(?:结转|余额|结余|承前页|过次页)(?:[:：].*)?$|^(?:承前页|过次页|上年结转|结转下年|结转下页|转次页|期初余额|期末余额|年初余额|期初|期末)/
const FOOTER =
  /^(?:制表|制单|填表|填报|审核|复核|经办|记账|出纳|会计|负责|打印|主管|财务|单位负责|编制|审批|批准)(?:人|人员|员|单位|主管|日期|时间|负责人)?[:：]|^(?:单位负责人|财务负责人|会计主管|备注|说明|注|附注|注意)[:：]|^第\d+页|^共\d+页|^[-—]?\d+\/\d+[-—]?$/

/** The scope of a total's label; `null` for any other text. `lone` takes a label that ends with the word (办公楼修缮小计), for rows that are no payment anyhow. */
export function totalScope(text: string, lone: boolean): TotalScope | null {
  const plain = bareCell(text)
  if (plain === '' || plain.length > 60) return null
  if (
    !TOTAL.test(plain) &&
    !WHOLE_TOTAL.test(plain) &&
    !(lone && NAMED_TOTAL.test(plain.replace(/[:：(（].*$/, '')))
  )
    return null
  if (/^(?:本|当)?页|^页/.test(plain)) return 'page'
  if (/累计|年计|^(?:本|当)年|全年/.test(plain)) return 'year'
  if (/^(?:本|当)月|月计|^\d{1,2}月|^[一二三四五六七八九十]+月/.test(plain)) return 'month'
  if (/^(?:合计|总计|共计|总合计|合计数|总额)/.test(plain)) return 'all'
  return 'group'
}

/** The name that a total is of (办公楼修缮小计); `null` where a text is no name with such a word behind it. */
export function totalOf(text: string): string | null {
  const plain = bareCell(text)
  return plain.length > 60 ? null : (OF_NAME.exec(plain)?.[1] ?? null)
}

/** Whether a text may name a sum and may name a payment (本月支出, 其中：): it is asked about, never taken by itself. */
export function maybeTotal(text: string): boolean {
  return MAYBE_TOTAL.test(bareCell(text))
}

/** Whether a text names a balance that is carried and no payment (上年结转, 期初余额, 过次页). */
export function isCarried(text: string): boolean {
  return CARRIED.test(bareCell(text))
}

/** Whether a text belongs under a table: who made and checked it, when it was printed, which page it is. */
export function isFooter(text: string): boolean {
  return FOOTER.test(bareCell(text))
}

/** Whether a row only numbers the columns (1, 2, 3 … or 栏次). */
export function isNumbering(cells: readonly string[]): boolean {
  const plain = cells.map(bareCell).filter((cell) => cell !== '')
  const figures = plain[0] === '栏次' || plain[0] === '行次' ? plain.slice(1) : plain
  return (
    figures.length >= 2 &&
    figures.every((cell, index) => /^\d{1,2}$/.test(cell) && Number(cell) === index + 1)
  )
}

/** Which way money went by a cell of 方向 or 收支标志: out, back in, or words nobody knows. */
export function flowOf(text: string): 'out' | 'in' | 'unknown' {
  const plain = bareCell(text)
  if (/^(?:借方?|支出?|付款?|付出|d|dr|-|支付)?$/i.test(plain)) return 'out'
  return /^(?:贷方?|收入?|收款|退|退款|退回|c|cr)$/i.test(plain) ? 'in' : 'unknown'
}

/** Whether a cell of 方向 or 收支 says that money was received (收, 收入): no payment by itself, where 贷 is a spending turned back. */
export function isIncome(text: string): boolean {
  return bareCell(text).startsWith('收')
}

/** What a column of kinds (交易类型, 收支类型) says of a row: nothing against a payment, money that came back, no payment at all, or only a part of one. */
export type PaymentKind = 'payment' | 'back' | 'none' | 'partly'

const CAME_BACK =
  /(?<![未不非无清辞腾征])退(?:款|回|票|付|汇|库)(?!手续费|费)|已退(?:还|货|$|[,，。;；、()（）\d])|冲销|冲回|冲正|红冲|红字|(?<![未不非无])(?:撤销(?!建制|机构|单位|合并|乡|镇|村|学校)|撤回)/
const VOID = /(?<![未不非无])作废|(?:支付|付款)失败/
const IN_PART =
  /部[分份](?:退(?:款|回|票|付|还|汇|库)|冲|作废|撤销)|(?<![余他人位承政套这该此前后期全一二三四五六七八九十])部[分份](?:支付|付款|拨付)/
const INCOME = /^(?:贷方?|收|收入[类款]?|收款|退)$/
/** Letters without which no text speaks against a payment: most need no closer look. */
const AGAINST = /[退冲红撤废败部收贷]/

/** Reads a cell of 交易类型, 业务类型 or 收支类型; words nobody knows say nothing, for most such columns tell 授权支付 from 直接支付. */
export function paymentKindOf(text: string): PaymentKind {
  if (!AGAINST.test(text)) return 'payment'
  const plain = bareCell(text)
  if (IN_PART.test(plain)) return 'partly'
  if (VOID.test(plain)) return 'none'
  return CAME_BACK.test(plain) || INCOME.test(plain) ? 'back' : 'payment'
}

/** Headings of types whose values are a closed world: what is not known there as a payment is asked. */
const TYPES = /^(?:交易|业务|收支|支付|付款)(?:类型|类别|种类)$|^资金流向$|^类型$/
const KNOWN_TYPE =
  /支付|支出|付款|支用|付出|报销|转[账帐]|电汇|汇款|汇兑|支票|现金|公务卡|还款|代发|工资|^(?:财政)?(?:直接|授权)$|^借方?$/
const NO_TYPE = /内部|收入|收款|利息|结息|拨款|下达|调[整增减剂]|计提|预提|结转|指标|额度|存[入款]/

/** Whether a value of a column of types (业务类型, 收支类型) is none that is known as a payment (利息, 内部转账, 财政拨款收入): asked, for such columns are a closed world. */
export function isStrangeType(heading: string, text: string): boolean {
  const plain = bareCell(text)
  return plain !== '' && TYPES.test(heading) && (!KNOWN_TYPE.test(plain) || NO_TYPE.test(plain))
}

/** Whether a 摘要 or 备注 speaks against the amount beside it (已退票, 此笔作废, 部分支付): such a line is asked about. */
export function speaksAgainst(text: string): boolean {
  if (!AGAINST.test(text)) return false
  const plain = bareCell(text)
  return [IN_PART, VOID, CAME_BACK, /^退$/].some((pattern) => pattern.test(plain))
}
