import { bareCell } from './paymentWords'

/** What a payment's state says: it was paid, it is none (void, refused, not yet paid), it came back, only a part of it did or was paid, or words nobody knows. */
export type PaymentState = 'paid' | 'none' | 'refunded' | 'partly' | 'unknown'

const STATES: readonly (readonly [PaymentState, RegExp])[] = [
  ['partly', /(?<!全)部分|(?<!全)部份|余额退|差额退/],
  [
    'refunded',
    /(?<![未无非不])退(?:款|回|票|付|汇)|已退|(?<![未无非])(?:冲销|冲回|冲红|冲正|红冲|撤销|撤回)/,
  ],
  [
    'none',
    /(?<![未无非])(?:作废|废弃|注销|删除|取消)|[无失]效|失败|未支付|待支付|未付|未清算|待清算|未记账|待审|待确认|审核中|审批中|送审|未审|不通过|未通过|不同意|未确认|未提交|驳回|否决|终止|挂起|在途|未入账|编制|草稿|申请中|支付中|处理中/,
  ],
  [
    'paid',
    /成功|已支付|已付|已清算|已记账|已入账|已完成|完成|正常|有效|已确认|已回单|终审|已审|通过|同意|支付完|已办结|[未无]作废|未退|未冲|^支付$|^清算$|^记账$/,
  ],
]

/** A heading under which 是 takes the payment away. */
const AGAINST =
  /作废|废弃|冲销|冲红|冲回|冲正|红冲|红字|退(?!休|役|伍|耕)|无效|注销|驳回|撤[销回]|删除|取消|失败|终止|停用|冻结|重复|剔除/
/** A heading under which 否 takes it away. */
const FOR =
  /有效|生效|成功|通过|审[批核]|复核|同意|确认|(?:是否|已)(?:经|已)?(?:支付|付款|拨付|清算|入账|记账|到账|完成|办结)|终审|启用|^(?:支付|付款|拨付|清算|入账|记账|到账|完成|办结)(?:标志|标识|标记|与否|否)$/
/** Headings of yes and no, or of states, that tell something else about a payment (D). */
const ASIDE =
  /采购|密|公开|专项|预付|授权|直接|工资|个人|公务卡|三公|扶贫|乡村|重点|打印|导出|来源|对账|附件|发票|合同|农|民生|直达|基建|本级|往来|跨|零星|公用|人员|性质|急|代发|同城|行内|转移|归档|项目状态|指标状态/
const YES_OR_NO = /^是否|是否$|(?:标志|标识|标记|与否)$/
const YES = /^(?:是|y|yes|1|t|true|√|✓|✔|☑|■|●|v|有|真)$/i
const NO = /^(?:否|n|no|0(?:\.0+)?|f|false|无|没有|假|不是|未|-|--|—|——|\/)$/i
/** A cell that is nothing but a yes or a no. */
export const YES_NO = new RegExp(`${YES.source}|${NO.source}`, 'i')
const CROSS = /^(?:×|x|✗|✘|☐|□)$/i

/** Whether a heading names a column of states, flags or decisions, read by `paymentStateOf`; 作废日期, 退款原因 are some too. */
export function isFlagHeading(plain: string): boolean {
  if (
    /(?:金额|数额|额|款|元|单号|编号|文号|流水号|号|人|员|岗|机构|部门|单位)$/.test(plain) &&
    !plain.startsWith('是否')
  )
    return false
  if (/(?:状态|标志|标识|标记|是否|与否)$|^是否/.test(plain)) return true
  if (
    /^(?:已|全部|部分)?(?:作废|冲销|红冲|冲红|冲正|冲回|退票|退款|退回|退汇|注销|驳回|撤销|撤回|无效|删除)/.test(
      plain,
    )
  )
    return /(?:作废|冲销|红冲|冲红|冲正|冲回|退票|退款|退回|退汇|注销|驳回|撤销|撤回|无效|删除|原因|理由|说明|日期|时间|情况|结果)$/.test(
      plain,
    )
  return /^(?:.{0,4}(?:有效|生效)|.{0,4}(?:审批|审核|复核|终审|支付|付款|退款|清算|处理)(?:结果|结论|意见|情况)|审批|审核)$/.test(
    plain,
  )
}

/** Whether 是 under a heading takes the payment away (作废, 红字). */
export function isAgainst(heading: string): boolean {
  return AGAINST.test(heading)
}

/** Whether a heading says which way its 是 and 否 are meant, or that they tell something else. */
export function isDecided(heading: string): boolean {
  return AGAINST.test(heading) || FOR.test(heading) || ASIDE.test(heading)
}

/** Whether words say by themselves that something was paid. */
export function statedPaid(plain: string): boolean {
  return stateSaid(plain) === 'paid'
}

function stateSaid(plain: string): PaymentState | null {
  return STATES.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}

function underAgainst(plain: string, heading: string): PaymentState {
  if (plain === '' || NO.test(plain) || /^[未没无非不]/.test(plain)) return 'paid'
  if (YES.test(plain)) return /[退冲撤]|红字/.test(heading) ? 'refunded' : 'none'
  const said = stateSaid(plain)
  return said ?? 'unknown'
}

function underFor(plain: string, heading: string): PaymentState {
  if (YES.test(plain)) return 'paid'
  if (NO.test(plain) || CROSS.test(plain)) return 'none'
  if (plain === '') return /^是否|有效|生效|启用|(?:标志|标识|标记|与否)$/.test(heading) ? 'unknown' : 'paid'
  return stateSaid(plain) ?? 'unknown'
}

/**
 * Reads a cell of a column of states or flags by its heading and its words together: 是 under 作废 and 否 under 有效 say the same. Blank is paid in a column of
 * states, for many systems mark only what is not; words nobody knows, and 是 under a 是否 nobody knows, are `unknown` and asked.
 */
export function paymentStateOf(text: string, heading: string): PaymentState {
  const plain = bareCell(text)
  if (AGAINST.test(heading)) return underAgainst(plain, heading)
  if (FOR.test(heading)) return underFor(plain, heading)
  if (plain === '' || plain === '-') return 'paid'
  const said = stateSaid(plain)
  if (ASIDE.test(heading))
    return said === 'none' && !/作废|删除|失败|终止|无效/.test(plain) ? 'paid' : (said ?? 'paid')
  if (YES_OR_NO.test(heading) && NO.test(plain)) return 'paid'
  return said ?? 'unknown'
}

/** What one row's columns of states say together: a flag decides; where one state says paid and another none, it is asked. */
export function statesOf(
  cells: readonly { readonly heading: string; readonly text: string }[],
): { readonly state: PaymentState; readonly heading: string; readonly said: string } | null {
  const read = cells.map(({ heading, text }) => ({
    heading,
    said: text,
    state: paymentStateOf(text, heading),
  }))
  const against = read.filter(({ state }) => state === 'none' || state === 'refunded')
  const paid = read.some(({ state, said }) => state === 'paid' && said !== '')
  const flag = against.find(({ heading }) => AGAINST.test(heading) || FOR.test(heading))
  if (flag) return flag
  const [first] = against
  if (first) return paid ? { ...first, state: 'unknown' } : first
  return read.find(({ state }) => state === 'partly') ?? read.find(({ state }) => state === 'unknown') ?? null
}
