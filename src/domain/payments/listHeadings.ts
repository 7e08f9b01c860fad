import { toHalfWidth } from '../number/halfWidth'
import { isNeverPaid, isOwnPayment, isPart, isWhole } from './amountWords'
import { isFlagHeading } from './listFlags'

/** What a column of a payment list holds. `requested` is an amount applied for, `refund` one that came back, `reversal` the voucher that a line reverses or is reversed by; `ignored` looks like an amount or a day and is none of the payment. */
export type ListRole =
  | 'day'
  | 'year'
  | 'month'
  | 'date'
  | 'amount'
  | 'requested'
  | 'refund'
  | 'debit'
  | 'credit'
  | 'direction'
  | 'status'
  | 'kind'
  | 'voucher'
  | 'reversal'
  | 'memo'
  | 'project'
  | 'code'
  | 'account'
  | 'unit'
  | 'ignored'

/** No heading has more characters; what has is a paragraph, or made to keep a reader busy. */
const LONGEST = 200

/** A heading as it is compared: half-width, no blanks, nothing invisible, brackets cut; empty for what is too long to be one. */
export function plainHeading(text: string): string {
  if (text.length > LONGEST) return ''
  return toHalfWidth(text)
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s*:：]+/g, '')
    .replace(/[(（[【].*?[)）\]】]/g, '')
    .replace(/[(（[【].*$/, '')
}

/** The headings that finance systems print (P), the more telling of a role first; between two columns of one role the earlier word wins. */
const WORDS: readonly (readonly [ListRole, string])[] = [
  ['year', '年 年度 年份 会计年度'],
  ['month', '月 月份'],
  ['date', '日 号'],
  [
    'day',
    '支付日期 实际支付日期 付款日期 拨付日期 拨款日期 支出日期 清算日期 到账日期 支付时间 付款时间 支付日 付款日 拨付日 支出日 清算日 交易日期 交易时间 入账日期 记账日期 过账日期 凭证日期 业务日期 发生日期 日期 时间 年月日 制单日期 编制日期 申请日期',
  ],
  ['requested', '申请金额 申请支付金额 用款申请金额 支付申请金额 计划金额 用款计划 收入 收款 收方'],
  ['refund', '退款金额 退回金额 退付金额 冲回金额 已退金额 冲销金额 红冲金额 冲正金额 退票金额 收回金额'],
  [
    'amount',
    '实际支付金额 实付金额 实际支付 实支金额 本次支付金额 本次支付 本次付款 支付金额 付款金额 已支付金额 支出金额 拨付金额 拨款金额 支付额 清算金额 支付数 支出数 借方金额 借方发生额 发生额 发生金额 交易金额 记账金额 本币金额 价税合计 金额 支出',
  ],
  ['debit', '借方 借方金额 借方发生额 借方本币 本期借方'],
  ['credit', '贷方 贷方金额 贷方发生额 贷方本币 本期贷方'],
  [
    'direction',
    '方向 借贷方向 借贷 借/贷 借贷标志 余额方向 收支 收/支 收付 收支标志 收支标识 收支方向 收付标志 收付方向',
  ],
  ['status', '支付状态 付款状态 单据状态 凭证状态 业务状态 状态 支付结果 是否作废 作废标志 清算状态'],
  [
    'kind',
    '交易类型 交易类别 交易种类 业务类型 业务类别 业务种类 收支类型 收支类别 支付类型 支付类别 付款类型 款项性质 款项类型 单据类型 凭证类型 支付方式 付款方式 结算方式 资金流向 类型',
  ],
  [
    'voucher',
    '支付凭证号 支付凭证编号 支付令编号 支付令号 记账凭证号 凭证编号 凭证号 凭证字号 凭证号码 凭证号数 凭证 支付申请编号 支付申请号 支付编号 支付单号 单据编号 单据号 交易流水号 流水号',
  ],
  ['memo', '摘要 用途 支付用途 资金用途 款项用途 款项内容 支出内容 事由 说明 备注'],
  ['code', '项目编码 项目代码 预算项目编码 预算项目代码 项目编号 指标编码 二级项目编码'],
  [
    'project',
    '项目名称 预算项目名称 预算项目 二级项目名称 专项名称 专项资金名称 指标名称 项目 支出项目 项目核算 核算项目 项目辅助核算',
  ],
  [
    'account',
    '科目 科目名称 会计科目 会计科目名称 支出功能分类 功能分类 功能科目 明细科目 经济分类 支出经济分类 辅助核算 辅助项',
  ],
  ['unit', '单位 金额单位 计量单位 货币单位 币种 币别'],
  [
    'ignored',
    '余额 结余 预算数 预算金额 全年预算 指标金额 可用额度 额度 累计支付 累计金额 累计支付金额 累计支出 打印日期 打印时间 审核日期 到期日期',
  ],
].map(([role, words]) => [role as ListRole, words ?? ''] as const)

const RANKS = new Map<string, Map<ListRole, number>>()
for (const [role, words] of WORDS)
  for (const [rank, word] of words.split(' ').entries()) {
    const roles = RANKS.get(word) ?? new Map<ListRole, number>()
    RANKS.set(word, roles.set(role, roles.get(role) ?? rank))
  }

/** Headings no list knew: told by how they end, behind every known one. */
const ENDINGS: readonly (readonly [ListRole, RegExp])[] = [
  [
    'reversal',
    /^(?:已?被|所|原|对应)?(?:冲销|冲红|红冲|冲正|冲回|冲抵|退款|退票|退回|作废|撤销)的?(?:支付|记账)?(?:凭证|单据|单|流水)(?:字?号|编号|号码)?$|^原(?:支付|记账)?(?:凭证|单据|流水)(?:字?号|编号|号码)?$/,
  ],
  ['ignored', /余额|结余|预算|额度|累计|指标|审核|打印|税/],
  ['requested', /(?:申请|计划).*(?:金额|数额)$/],
  [
    'refund',
    /(?:退(?!休|役|伍|耕)|冲销|冲回|红冲|冲红|冲减|冲抵|冲借|冲正|收回|追回|扣回|核减).*(?:金额|数额|额|款|数)$/,
  ],
  ['day', /(?:日期|时间)$/],
  ['amount', /(?:支付|付款|支出|拨付).*(?:金额|数额|额|元)$|金额$/],
  ['voucher', /凭证.*号|(?:支付|付款|单据).*(?:编号|单号|号)$/],
  ['code', /项目.*(?:编码|代码|编号)$/],
  ['project', /项目.*名称$|项目$/],
  ['memo', /摘要|用途/],
]
const UNKNOWN = 100

/** The roles a heading may have, each with how telling it is (lower is more). */
export function rolesOf(heading: string): ReadonlyMap<ListRole, number> {
  const plain = plainHeading(heading)
  const known = RANKS.get(plain)
  if (known) return known
  if (plain === '' || plain.length > 20) return new Map()
  if (isOwnPayment(plain)) return new Map([['amount', 0]])
  if (isPart(plain)) return new Map([['amount', UNKNOWN + 1]])
  if (isNeverPaid(plain)) return new Map([['requested', UNKNOWN]])
  if (isWhole(plain)) return new Map([['amount', UNKNOWN + 2]])
  if (isFlagHeading(plain)) return new Map([['status', UNKNOWN]])
  const ending = ENDINGS.find(([, pattern]) => pattern.test(plain))
  return ending ? new Map([[ending[0], UNKNOWN]]) : new Map()
}
