import { bareCell, maybeTotal, totalScope } from './paymentWords'

/** What may stand before a verb and leaves it the verb of the whole text: a period, 此笔, 将. */
const BEFORE = String.raw`^(?:\d{4}年度?|\d{1,2}月份?|[本当]?(?:年度?|期|月)[末终底]?|[年期月季](?:末|终|底)|[此本该这][笔项]|将|已|记?[:：,，、-])*`
/** Where a clause ends: what follows makes a state of it (未付), not a part of a name (未付工程款). */
const ENDS = String.raw`(?=$|[,，。;；、()（）/!！\d待])`

const union = (...parts: readonly string[]) => new RegExp(parts.join('|'), 'i')

/** Entries by which books are closed or balances carried: no money moved. */
const CLOSING = union(
  `${BEFORE}结转(?!器|结余|项目|资金|工程)`,
  '(?:年[终末底]|[期月季]末|年度)(?:结[账帐转平]|转[账帐销])',
  '转入(?:本[年期]|累计|当年)?(?:盈余|损益|结余|.{0,8}(?:结余|结转)$)',
  '自动(?:转[账帐]|结转)|损益结转|结转.{0,4}损益',
  `${BEFORE}(?:转销|结[账帐平]$|冲[销转回]?.{0,4}预提)`,
)

/** Acts on the budget or the quota, and money that came in: none of them is a payment. */
const QUOTA = union(
  '(?:指标|额度|预算|计划)内?(?:已|的)?(?:下达|追加|追减|调[增减整剂]|到[账帐]|批复|分配|收回|恢复|核减|冻结|注销|登记)(?!.*(?:费|款|合同|设备))',
  `${BEFORE}下达(?:.{0,14}(?:资金|指标|额度|预算|计划|经费|补助|拨?款))?$`,
  `${BEFORE}(?:追[加减]|调[增减]|核减)(?:.{0,10}(?:预算|指标|额度|计划|资金|经费))?$`,
  `${BEFORE}收到.{0,14}(?:拨付|资金|经费|补助|额度|收入|利息|(?<!付)款)$`,
  `${BEFORE}拨入`,
  '^(?:年初|全年|年度|本年|可用|剩余|未用|计划)?(?:预算|指标|额度|用款计划|用款额度)(?:数|安排|余额)?$',
  '^(?:支付|指标|额度|资金)?(?:冻结|解冻)$',
)

/** Words by which an amount was not paid, is entered wrongly or twice, or is owed only. */
const UNPAID = union(
  '(?:[此本该这][笔项]|[已被予])取消|^取消(?!.*(?:费|补[贴助]|款$))',
  `(?:[未没待]|不予|暂不|暂?缓|停止|暂停|拒绝?)(?:支付|付款?|拨付|付讫|发放?|到[账帐]|领取?|入[账帐]|清算|兑付|报销|处理|办理|审批|结算)${ENDS}`,
  `${BEFORE}(?:预计|计划|预估|暂定|暂按)(?:\\d{1,2}月份?)?[初中末底]?(?:支付|付款?|支出|拨付)?${ENDS}`,
  `${BEFORE}(?:应付|欠付|尚欠|未付余款)${ENDS}`,
  `[不未](?:成功|计入?|作数)${ENDS}|不算${ENDS}`,
  `^(?:[此本该这][笔项]|已|支付|凭证|单据)*(?:无效|注销|核销|抵[消销]|冲抵?|冲[账帐]|对冲|撤单|重复)${ENDS}`,
  `(?:已|此笔|本笔)(?:冲|抵[消销]|注销|撤单?)${ENDS}`,
  `[付转汇打记列录发]错(?:了|人|项目|科目|单位|[账帐][户号套]?|户名?)?${ENDS}|^(?:重新?|再次|二次)(?:支付|付款?|汇款?)${ENDS}`,
  '补[记登录列](?:.{0,2}[去上前往]年|.{0,2}以前年度|(?:19|20)\\d{2}年(?:度|\\d|$))',
  `(?:重复|[误错])(?:录入?|支付|付款?|记[账帐]?|登记?|列支?|入[账帐]|汇款?)${ENDS}`,
  '^挂[账帐]|挂[账帐]$|^应付(?:未|[账帐]?款$)|应付未付',
  `${BEFORE}(?:计提|预提)`,
  `${BEFORE}收回(?!.*(?:补偿|补助|费))|归还(?:.{0,6}(?:借|暂付|垫付)款?)?$`,
  '^拟[支拨]?付|^待(?:确认|核实|核对|支付)|^退单|暂估|^挂起|^转回|测试(?:数据|记录|用)',
  '(?:上期|上月|上年|此前|以前|前期)(?:已)?(?:报送|上报|填报|录入|列报|入[账帐])|已在.{0,6}(?:报送|上报|填报|录入|列支)',
  '(?:退(?![休役伍耕])还?|返还|归还).{0,8}(?:保证金|质保金|押金)|^(?:缴纳?|交纳?|支?付|存入)[^,，。;；]{0,6}(?<!质量)(?:保证金|押金)',
  '列(?:入)?(?:19|20)?\\d{2}年?度?(?:支出|预算|决算)|^(?:属于|应属|系)|分[摊配].*\\d+(?:\\.\\d+)?[%％]|履约保证金|利息收入',
  '^(?:分摊|平摊|摊销|按比例|部分|改正|替换|反结[账帐]|跨年|估列|约|概算)$',
  `^更正|应[为是]\\d|^(?:调[账帐整]|测试|试算|内部转[账帐]|[×✗])$`,
)

/** Money lent, advanced, put aside or moved on, which may come back or be accounted for later; interest on a loan is paid, and 修缮预付款 is a payment under a contract. */
const ADVANCE = union(
  '(?:借款|借支|暂借|暂付款?)(?!.{0,2}(?:利息|贴息|合同))',
  `${BEFORE}(?:预付(?!费?卡)|预支)`,
  '备用金|周转金|划转|(?:资金|款项)(?:调拨|归集)',
  '^(?:往来款?|代垫款?|垫付款?|还垫款|代收代付|缴存|暂存款?|押金)$',
  `${BEFORE}(?:冲抵?|抵扣|核销|结清|清理)(?:预付|预支|借款|借支|暂付)`,
  '(?:购买|认购|申购)(?:.{0,6}(?:理财|国债|存单|存款))|(?:转存?|存入?)定期|(?:定期|通知|协定|结构性)存款',
)

/** Money received, in the words of whoever receives it: no payment by itself, nor one that came back. */
const INCOME = union(
  `${BEFORE}收款${ENDS}`,
  '^(?:[省市区县]|本级|上级|同级)*财政[局厅]?(?:拨款|拨入|下达)$',
  '^(?:利息|事业|经营|租金|其他|非税|补助|投资|捐赠|(?:财政)?拨款|财政补助|上级补助)?收入$',
  '^(?:(?:银行|存款|活期|账户)?(?:利息|结息)|(?:上级|财政)+(?:补助|拨款)(?:款|资金)?)$',
)

/** A period and nothing else: such a row may sum up what others list. */
const PERIOD =
  /^(?:(?:19|20)\d{2}年度?)?(?:全年|全年度|[上下]半年度?|第?[一二三四1-4]季度?|\d{1,2}(?:月份?)?[-—–~～至到]\d{1,2}月份?|\d{1,2}月份?)(?:合计|小计|累计|汇总|支出|支付)?$/

const SPAN = String.raw`(?:(?:19|20)\d{2}年度?)?(?:全年|全年度|[上下]半年|第?[一二三四1-4]季度?|\d{1,2}(?:月份?)?(?:[-—–~～至到]\d{1,2}月份?)?|[上本当][期月季年]度?|截[至止]到?.{1,8}|自?年初至今)`
/** What was spent in a span of time or altogether, a page or a period that is closed: the words of rows that sum up others. */
const SUMMARY = union(
  `^${SPAN}(?:份|末|底)?(?:的|共|累计|实际|资金|项目|经费)*(?:发生额?|支出|支付|付款|拨付)?(?:总?[数额]|金额|情况|合计|小计|累计)+$`,
  `^${SPAN}(?:发生|支付)$`,
  '发生额$|累计(?:实际)?(?:发生|支出|支付|付款|拨付)(?:[数额]|金额|总额)?$',
  String.raw`(?:合计|总计|共计|小计)(?:数|额|金额)?(?:[:：(（].*|\d+[笔项行条])?$|(?:费|费用|款|资金|经费|支出|项目)计$`,
  String.raw`(?:^|项目|经费|资金)(?:一?共|总共?|合共|全部)计?(?:支出|支付|付款|拨付)(?:[数额]|金额|总额)?(?:[:：(（\d].*)?$`,
  '^(?:承[上前]|接上|[转过][次下])页|^[日月季年旬]结$|^季度?结[算账]$|^(?:期初|期末|年初|年末|月初|月末)(?:[数额]|余额|结余)?$|^(?:.{0,4}结余|余额)$',
)

/** A sum's word, or the words of an amount, alone in the words of a row that is dated like a payment. */
const SUM_WORD =
  /^(?:计|(?:sub|grand)?total|sum|[大小]写[:：].*|(?:人民币)?[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[元圆].*)[:：]?$/i

/** Letters without which a text is of no family here: most need no closer look. */
const HINT =
  /[拟退暂利摊分列报属履年月季结转拨达额度预指冻追调收消未没待缓停拒不无销冲抵重误错挂应归更测试写计元圆tsX×✗借备周划撤欠押证理下共总累页截期往垫代缴存部改替反跨估约概次余]|全部|上级/i

/** Whether words name a closing entry, an act on the budget or the quota, or money that came in (结转本年支出, 指标下达, 收到拨款): no payment and no refund. */
export function namesNoPayment(text: string): boolean {
  if (!HINT.test(text)) return false
  const plain = bareCell(text)
  return CLOSING.test(plain) || QUOTA.test(plain)
}

/** Whether words say that an amount was not paid or should not count (未付, 此笔取消, 重复录入), as verb of the text and not as part of a name (补付未付工程款). */
export function saysUnpaid(text: string): boolean {
  if (!HINT.test(text)) return false
  const plain = bareCell(text)
  return plain === 'X' || UNPAID.test(plain)
}

/** Whether words name money lent, advanced or moved on (借款, 预付款, 备用金, 划转): perhaps no spending yet. */
export function namesAdvance(text: string): boolean {
  return HINT.test(text) && ADVANCE.test(bareCell(text))
}

/** Whether a 摘要 is but a sum's word, an amount in words or what sums up others (计, Total, 大写：叁万元整, 5月份发生额, 共支付). */
export function isSumWord(text: string): boolean {
  if (!HINT.test(text)) return false
  const plain = bareCell(text)
  return (
    SUM_WORD.test(plain) || (SUMMARY.test(plain) && totalScope(text, false) === null && !maybeTotal(text))
  )
}

/** Whether words name money received by whoever keeps the list (收款, 利息收入, 财政拨款): asked where a payment is expected. */
export function namesIncome(text: string): boolean {
  return HINT.test(text) && INCOME.test(bareCell(text))
}

/** Whether a 摘要 is but a period (全年, 1-3月, 第一季度): the row may be a sum of others. */
export function isPeriodWord(text: string): boolean {
  return HINT.test(text) && PERIOD.test(bareCell(text))
}

/** Whether words on the credit side name money received (拨款, 利息收入) or who gives it (财政局): no refund by itself. */
export function namesReceipt(text: string): boolean {
  return /拨款|拨入|收入|利息|结息|财政[局厅部所]|国库/.test(text) && !/退|冲|红字|追回|收回/.test(text)
}
