const PAID = String.raw`(?:支付|付款|支出|拨付|拨款|支用|发放|清算|实付|实支)`
const MONEY = '(?:金额|数额|总额|额|数|款)?$'
const OWN = new RegExp(
  String.raw`^(?:(?:实际|本期|本次|本月|当期|当月|本笔|此次)(?:已|实)?(?:${PAID}|[付支])|实[付支发拨]|已付)${MONEY}`,
)
const SOURCES =
  '一般公共预算|政府性基金预算|政府性基金|国有资本经营预算|国有资本经营|社会保险基金|财政专户|财政|自筹|自有|(?:其[他它]|单位|往来)(?=资金)|(?:事业|经营)(?=支出|资金)|非财政|专户资金|上级|中央|省级|市级|县级|区级|本级|地方|配套|直接支付|授权支付|现金|转账|公务卡|银行存款'
const PART = new RegExp(
  `(?:${SOURCES}).*(?:${PAID}|资金|金额|数额|基金|预算|资本|配套)${MONEY}|^(?:其中)?(?:财政)?(?:直接支付|授权支付|自筹|现金支付|转账支付|公务卡支付)$`,
)
const NO_PART =
  /余额|结余|累计|指标|额度|预算(?!支付|支出|付款|拨付|资金|金额|数额|拨款|$)|计划|申请|批复|比例|占比|收入|名称|编[码号]|单位$|退|冲/
const WHOLE =
  /^(?:小计|合计|总计|共计|金额合计|金额小计|合计金额|支付合计|合计支付|支出合计|合计支出|总金额|总额|支付总额|支付金额合计)$/
/** Amounts that are no payments by themselves: what was agreed, invoiced, planned, granted or received. */
const NEVER =
  /(?:合同|发票|开票|结算|报销|借款|预借|暂估|质保|保证金|中标|概算|决算|造价|到账|下达|收款|收入|应付|欠付).*(?:金额|数额|总额|额|款|价|数)$|^(?:合同|结算)(?:总价|价款?)$|(?:批[复准]|同意|核准|核定|审批|审定|审减|计划|应支付|应付|拟支付|拟付).*(?:金额|数额|额|数|款)$/
const PAYS = /合同.*(?:支付|付款)|(?:结算|报销|发票).*(?:支付|付款)/
const ASIDE =
  /余额|结余|累计|预算|额度|指标|单价|数量|[税利汇费]率|比例|占比|进度|年初|期初|期末|打印|序号|账号|账户|编[码号]|电话|面积|未付|未支付|待付|待支付|尚欠|剩余|可用|税额|不含税|人数|次数|页|[号人码]$/
/** Whether a heading names an amount that is no payment by itself (合同金额, 批复金额, 到账金额): asked about where nothing else is paid. */
export function isNeverPaid(plain: string): boolean {
  return NEVER.test(plain) && !PAYS.test(plain) && !ASIDE.test(plain) && !/退(?!休|役|伍|耕)|冲/.test(plain)
}

/** Whether a heading names what was received (收入, 收入金额, 收款金额): beside a column of payments, what came back. */
export function isReceived(plain: string): boolean {
  return /^(?:本期|本月|实际)?收(?:入|款|方)(?:金额|数额|额|数)?$/.test(plain)
}

/** Whether a heading names one part of a payment, by how or from which source it was paid (直接支付金额, 自筹资金). */
export function isPart(plain: string): boolean {
  return PART.test(plain) && !NO_PART.test(plain.replaceAll(/一般公共预算|基金预算|经营预算/g, ''))
}

/** Whether a heading names the payment of this line itself (实际支付金额, 本期支付, 实付), before any other amount. */
export function isOwnPayment(plain: string): boolean {
  return OWN.test(plain)
}

/** Whether a heading names what is taken off an amount before it is paid (代扣税金, 扣款): with it, what was spent is another figure than what was paid out. */
export function isDeducted(plain: string): boolean {
  return /^(?:[代应预实已]?扣(?!回)|.*代扣)/.test(plain)
}

/** Whether a heading names the sum of the amounts beside it. */
export function isWhole(plain: string): boolean {
  return WHOLE.test(plain)
}

/** Whether a heading names a figure that is known to be no amount of this line: a balance, a plan, a price, a number. */
export function isAside(plain: string): boolean {
  return ASIDE.test(plain)
}
