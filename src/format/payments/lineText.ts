import type { LineDoubt, LineNote, ListLine, NamedAmount } from '@/domain/payments/paymentList'
import type { PaymentBar } from '@/domain/payments/paymentBars'
import type { Repeated } from '@/domain/payments/knownPayments'
import type { ProjectMatch } from '@/domain/payments/projectIndex'
import { permissionText } from '../permissionText'
import { fullDay } from '../words'

const quoted = (text: string) => `“${text.slice(0, 40)}”`

function projectDoubt(match: Extract<ProjectMatch, { kind: 'asked' }>): string {
  const said = quoted(match.said)
  const likely = match.likely?.name ?? ''
  const names = match.choices.map(({ name }) => name).join('、')
  switch (match.why) {
    case 'unnamed':
      return '这一行没有写项目，请选择项目或不录入'
    case 'unknown':
      return `${said}不属于任何项目，请选择项目或不录入`
    case 'suffix':
      return `${said}像是“${likely}”，确认一次后记住`
    case 'shared-code':
      return `项目编码由${names}共用，请选择是哪一个`
    case 'shared-name':
      return `同名的项目不止一个，请选择是哪一个`
    case 'contradiction':
      return `项目编码和名称说的不是同一个项目（${names}），请选择`
    case 'other-code':
      return `名称是“${likely}”，编码却不是它的，请确认是不是这个项目`
    case 'other-name':
      return `编码是“${likely}”的，名称却写作${said}，请确认是不是这个项目`
  }
}

/** Says why a payment may be there already. */
export function repeatedText(repeated: Repeated, nameOf: (id: string) => string): string {
  switch (repeated.kind) {
    case 'in-ledger':
      return '已在台账：日期、金额和凭证（没有凭证的看用途）都相同'
    case 'other-project':
      return `已在台账，记在“${nameOf(repeated.project)}”：日期、金额和凭证（没有凭证的看用途）都相同`
    case 'in-file':
      return '与本表前面一行相同，可能重复'
    case 'alike':
      return '台账中已有同一项目、日期和金额的一笔，只有凭证号不同，可能重复'
    case 'other-day':
      return '同一凭证、同样金额的一笔记在另一天，可能是同一笔（如制单日期与支付日期），请核对后再选'
    case 'other-amount':
      return '台账中已有同一凭证、日期的另一笔金额，请核对后再选'
  }
}

const amountsText = (amounts: readonly NamedAmount[]) =>
  amounts.map(({ heading, said }) => `${quoted(heading)}是 ${said.slice(0, 40)}`).join('、')

type Plain = Exclude<
  LineDoubt,
  | { readonly said: string }
  | { readonly amounts: unknown }
  | { readonly heading: string }
  | { readonly sheet: string }
  | { readonly kind: 'project' | 'repeated' | 'other-year' | 'future' | 'rounded' | 'shown-otherwise' }
>['kind']

const SAID: Readonly<Record<Plain, string>> = {
  scientific: '金额是科学计数法，原数可能已被 Excel 舍入，请核对',
  'serial-amount': '金额可能是 Excel 的日期序号，请核对',
  'unit-far': '与全年预算数相差约一万倍，可能把元与万元弄混了，请在上方核对金额单位',
  'unit-clash': '表中写的金额单位不一致，或者看不准，请在上方选定',
  'unit-other': '金额单位不是元或万元，请换算后再读，或在上方选定单位',
  'unit-unsaid': '这里没有写金额单位，同一文件的别处写的是另一种单位，请在上方选定',
  'far-over': '金额超过全年预算数的两倍，可能写错了单位或位数，请核对后再勾选',
  'far-over-total': '连同前面的各笔已超过全年预算数的两倍，可能有重复或单位写错，请核对后再勾选',
  'both-sides': '借方和贷方都有数，按相减列出，请核对',
  'other-side': '同一凭证的借方也有同样金额的一笔，可能是一笔分录的两边，不是退回，请核对后再勾选',
  'account-side': '这是资金科目的明细账，借贷方向与支出相反，请核对正负',
  damaged: '这一行有读不出来的字，文件可能没有拷完整，请核对',
  'more-cells': '这一行比表头多出一格，格子可能错了位（文本文件里，金额中的逗号会把一格拆成两格），请核对',
  'voucher-scientific': '凭证号是科学计数法，尾数已丢失，认不出是否重复，请核对',
  refund: '另有退款金额，请核对实际支付多少',
  'total-word': '这一行写有合计一类的字，请确认是不是一笔支付',
  'sums-above': '金额恰是上面几行之和，又没有凭证号，可能是合计，请确认是不是一笔支付',
  'no-value': '金额的公式没有保存计算结果，请用 Excel 打开后另存再读',
  'day-empty': '没有写支付日期',
}

function isPlain(doubt: LineDoubt): doubt is Extract<LineDoubt, { readonly kind: Plain }> {
  return doubt.kind in SAID
}

/** Says why a line is not ticked by itself. */
export function doubtText(doubt: LineDoubt, nameOf: (id: string) => string): string {
  if (isPlain(doubt)) return SAID[doubt.kind]
  switch (doubt.kind) {
    case 'project':
      return projectDoubt(doubt.match)
    case 'repeated':
      return repeatedText(doubt.repeated, nameOf)
    case 'day-asked':
      return `日期${quoted(doubt.said)}可能是${doubt.choices.map(fullDay).join('或')}，请选择`
    case 'day-elsewhere':
      return `没有支付日期，另一个日期是${quoted(doubt.said)}，可能尚未支付`
    case 'day-impossible':
      return `日期${quoted(doubt.said)}在日历上没有，请改正原表`
    case 'day-unread':
      return `日期${quoted(doubt.said)}读不出来，请写成 2020-06-30 一类`
    case 'other-year':
      return `日期${fullDay(doubt.day)}不在本年度内`
    case 'future':
      return `日期${fullDay(doubt.day)}还没有到，不能录入`
    case 'two-amounts':
      return doubt.amounts.length === 1
        ? `主要的金额一列是空的，${amountsText(doubt.amounts)}，请在上方选定金额是哪一列，或核对后再勾选`
        : `这一行的金额不一致：${amountsText(doubt.amounts)}，请在上方选定金额是哪一列，或核对后再勾选`
    case 'in-parts':
      return `这一行有几个金额：${amountsText(doubt.amounts)}，按各部分相加列出，请核对后再勾选`
    case 'requested-only':
      return `表中只有${quoted(doubt.heading)}，没有支付金额，请确认已经支付`
    case 'aside-amount':
      return `金额取自${quoted(doubt.heading)}一列，不像逐笔支付的金额，请核对后再勾选`
    case 'other-book':
      return `表的标题是${quoted(doubt.said)}，不像支付清单，请确认是已经支付的款项`
    case 'other-department':
      return `单位是${quoted(doubt.said)}，不是本部门`
    case 'state':
      return doubt.said === ''
        ? `${quoted(doubt.heading)}一列没有填，请确认已经支付`
        : `${quoted(doubt.heading)}一列写的是${quoted(doubt.said)}，请确认已经支付`
    case 'flag':
      return doubt.said === ''
        ? `${quoted(doubt.heading)}一列别的行填了，这一行是空的，看不出是否已经支付，请核对后再勾选`
        : `${quoted(doubt.heading)}一列写的是${quoted(doubt.said)}，与别的行不同，看不出是否已经支付，请核对后再勾选`
    case 'running-total':
      return `${quoted(doubt.heading)}一列像是累计数，不是这一笔的金额，请核对后再勾选`
    case 'aside-day':
      return `日期取自${quoted(doubt.heading)}一列，不像支付日期，请核对后再勾选`
    case 'reverses':
      return `这一行写明与凭证${quoted(doubt.said)}相互冲销，请核对后再勾选`
    case 'reversed':
      return `另有一行写明冲销这张凭证${quoted(doubt.said)}，请核对后再勾选`
    case 'sheet-sums':
      return `工作表${quoted(doubt.sheet)}像是其他工作表的汇总，一并录入会重复，请核对后再勾选`
    case 'sheet-repeats':
      return `工作表${quoted(doubt.sheet)}中有项目、日期和金额都相同的一笔，可能是同一笔，请核对后再勾选`
    case 'partly':
      return `${quoted(doubt.heading)}一列写的是${quoted(doubt.said)}，金额可能不是实际支付的数，请核对后再勾选；退回的部分可另记一笔负数`
    case 'flow':
      return `方向是${quoted(doubt.said)}，请核对正负`
    case 'came-back':
      return `这一行的类型是${quoted(doubt.said)}，按退回列为负数，请核对后再勾选`
    case 'spoken-against':
      return `这一行写有${quoted(doubt.said)}，可能不是一笔支付，或者不是实际支付的数，请核对后再勾选`
    case 'shown-otherwise':
      return `单元格显示为 ${doubt.shown}，格内的数却是 ${doubt.full}，按格内的数列出，请核对金额和单位后再勾选`
    case 'rounded':
      return `单元格显示为 ${doubt.shown}，实际的数细到分以下，请核对`
  }
}

function noteText(note: LineNote): string {
  switch (note.kind) {
    case 'year-supplied':
      return `日期${quoted(note.said)}没有写年份，按本年度读作${fullDay(note.day)}`
    case 'serial-day':
      return `日期 ${note.said} 是 Excel 的日期序号，读作${fullDay(note.day)}`
    case 'name-differs':
      return `按编码认项目，名称写作${quoted(note.said)}`
    case 'own-unit':
      return note.unit === 'wan'
        ? `金额写作 ${note.said}，按本行“单位”一列的“万元”换算成元`
        : `金额写作 ${note.said}，按本行“单位”一列读作元`
    case 'was-rounded':
      return `单元格显示为 ${note.shown}，按格内的实际数读`
  }
}

/** What is said of a line: what bars it, what is asked, what is worth knowing; `null` when there is nothing. */
export function lineWhy(
  line: ListLine,
  bar: PaymentBar | null,
  nameOf: (id: string) => string,
): string | null {
  const said = [
    ...(bar ? [permissionText(bar).replace(/。$/, '')] : []),
    ...line.doubts.map((doubt) => doubtText(doubt, nameOf)),
    ...line.notes.map(noteText),
  ]
  return said.length === 0 ? null : `${said.join('；')}。`
}
