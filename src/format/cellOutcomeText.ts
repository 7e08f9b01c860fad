import type { ActualValue } from '@/domain/desk/indicatorCell'
import type { CellValue } from '@/domain/desk/entryGrid'
import type { PasteDoubt, PasteOutcome, PasteRefusal } from '@/domain/sheets/pastePlan'
import type { PasteAnswer } from '@/domain/sheets/pasteStep'
import { exactAmount, MONEY_UNIT_NAME, plainNumber, unitText, type MoneyUnit } from './figures'
import { BAND_WORD, fullDay } from './words'

/** A pasted cell in words: its state, why, how to mend it, and for a doubtful one what can be answered. */
export interface CellOutcomeText {
  readonly state: string
  readonly why: string
  readonly mend: string
  readonly choices: readonly { readonly answer: PasteAnswer; readonly text: string }[]
}

/** Says what became of a pasted cell in the preview. */
export function cellOutcomeText(outcome: PasteOutcome, unit: MoneyUnit): CellOutcomeText {
  switch (outcome.kind) {
    case 'accepted':
      return {
        state: '可录入',
        why: outcome.over100 ? '超过 100%，请核对' : '',
        mend: '',
        choices: [],
      }
    case 'doubtful':
      return {
        state: '待确认',
        why: outcome.doubts.map((doubt) => DOUBT_WORD[doubt]).join('；'),
        mend: '请选择，或在原表改正后重新粘贴',
        choices: choicesOf(outcome.suggestion, outcome.asRead, unit),
      }
    case 'refused':
      return { state: '不能录入', ...refusalText(outcome.why), choices: [] }
    case 'empty':
      return {
        state: '空白',
        why: outcome.why === 'merged' ? '合并单元格的其余部分，不录入' : '空白不录入，也不记为 0',
        mend: '',
        choices: [],
      }
    case 'outside':
      return { state: '不在表内', ...outsideText(outcome), choices: [] }
  }
}

/** A value to be entered, in words: the exact amount, the text of an actual, or a band. */
export function cellValueText(value: CellValue, unit: MoneyUnit): string {
  return value.kind === 'amount'
    ? `${exactAmount(value.amount, unit)} ${MONEY_UNIT_NAME[unit]}`
    : actualText(value.value)
}

function actualText(value: ActualValue): string {
  if (value.kind === 'text') return value.text
  return `${BAND_WORD[value.band]}${value.percent ? ` ${plainNumber(value.percent)}%` : ''}`
}

function choicesOf(
  suggestion: CellValue,
  asRead: CellValue | null,
  unit: MoneyUnit,
): CellOutcomeText['choices'] {
  const suggested = cellValueText(suggestion, unit)
  const plain = asRead && cellValueText(asRead, unit)
  return [
    { answer: 'suggestion', text: `按 ${suggested} 录入` },
    ...(plain !== null && plain !== suggested
      ? [{ answer: 'as-read' as const, text: `按 ${plain} 录入` }]
      : []),
    { answer: 'skip', text: '不录入' },
  ]
}

const BELOW_ZERO = { why: '累计支出不会小于 0', mend: '退回的款项请在“逐笔支出”中记为负数' }

/** What is asked about a cell, in words. */
export const DOUBT_WORD: Readonly<Record<PasteDoubt, string>> = {
  scientific: '是科学计数法，原数可能已被 Excel 舍入',
  'serial-date': '可能是 Excel 的日期序号',
  'ten-thousand': '与全年预算数相差约一万倍，可能把元与万元弄混了',
  'far-over': '超过全年预算数的两倍，可能写错了单位或位数',
  'far-over-100': '远超过 100%，可能多写了一位',
  'far-over-target': '是指标值的十倍以上，可能多写了一位，或把年份写成了年数',
  fraction: '是小数，可能指百分比',
  negative: '是负数，该指标一般不会是负数，可能多了负号',
  'month-day': '没有写年份，可能是“月/日”',
  'band-word': '没有写明达成程度',
  'done-word': '写的是文字，指标值是一个确定的数',
  'month-only': '只写了月份，没有写日',
  'by-day': '写的是期限，不是完成的日期',
  rounded: '原表显示的是舍入后的数，格内另有更精确的数',
  merged: '在原表中与另一格合并，取同一个数',
  namesake: '有同名的指标，按先后顺序对应',
  heading: '表头没有写明是不是截至该节点的累计实际数',
  'no-heading': '没有能认出的表头，按位置对应，请核对是不是这一列',
  'near-name': '名称与项目名称相近，不完全相同，请核对是不是这个项目',
  'same-place': '另有一格粘到同一位置，只能录入一个',
  falls: '比此前的累计支出还少；退回的款项请在“逐笔支出”中记为负数，确是更正的可照此录入',
  'negative-total': `${BELOW_ZERO.why}；${BELOW_ZERO.mend}`,
}

type Outside = Extract<PasteOutcome, { kind: 'outside' }>

function outsideText({ why, named }: Outside): { why: string; mend: string } {
  return why === 'other-project'
    ? {
        why: `原表写的是“${named ?? ''}”，不是这个项目`,
        mend: '打开该项目再粘贴，或在“全部项目”里按名称粘贴',
      }
    : OUTSIDE_WORD[why]
}

const OUTSIDE_WORD: Readonly<
  Record<Exclude<Outside['why'], 'other-project'>, { why: string; mend: string }>
> = {
  'beyond-rows': { why: '超出本项目的行', mend: '从更靠上的单元格开始粘贴，或只复制需要的行' },
  'beyond-columns': { why: '超出节点的列', mend: '从更靠左的单元格开始粘贴，或只复制需要的列' },
  'unknown-row': { why: '本项目没有这个名称的行', mend: '核对三级指标名称，或只复制数字区域' },
  'unknown-column': { why: '表头不是这里的节点或指标', mend: '核对表头，如“6月底”，或只复制数字区域' },
  'unknown-project': { why: '名称不是本年的项目', mend: '改成与项目一致的名称后重新粘贴，或直接填入' },
  'total-row': { why: '是合计行，不是项目', mend: '合计由各项目相加，不用录入' },
  'plan-column': { why: '表头写的是计划或预算数，不是实际数', mend: '只录实际发生的累计数' },
  'flow-column': { why: '表头写的是一个月、一个季度或一期的数，不是累计数', mend: '请用截至该节点的累计数' },
  'monthly-column': {
    why: '像是各月发生数，不是累计数',
    mend: '请换成累计数，或在表头写明“6月底累计”后再粘贴',
  },
  'before-column': { why: '表头写的是上年数', mend: '只录本年的数' },
  'year-column': { why: '表头写的不是本年度', mend: '只录本年的数' },
  'rest-column': { why: '表头写的是差额、结余一类的数', mend: '只录实际发生的累计数' },
  'rate-column': {
    why: '表头写的是进度、执行率一类的比率，不是金额',
    mend: '执行率由系统计算，请用累计支出金额',
  },
  'unit-column': { why: '表头、标题或“单位”一列写的金额单位不认识或没有写', mend: '换算成元或万元后再粘贴' },
}

/** The percentages of each band, as printed (R 财预〔2020〕10号). */
export const BAND_RANGE = {
  achieved: '80%–100%',
  partly: '60%–80%（不含 80%）',
  not: '0–60%（不含 60%）',
} as const

/** Says why a typed or pasted cell is refused, and how to mend it. */
export function refusalText(why: PasteRefusal): { why: string; mend: string } {
  switch (why.reason) {
    case 'too-narrow':
      return { why: '显示为 ####：Excel 列太窄，没有复制到数值', mend: '在 Excel 中把列拉宽，再复制一次' }
    case 'error-value':
      return { why: '是公式的错误值（如 #N/A）', mend: '在原表改正公式后再复制，或直接填写数值' }
    case 'date':
      return {
        why: '像是日期：Excel 会把 3/4 一类的内容变成日期',
        mend: '在原表把单元格设为文本后重填，或直接填写数值',
      }
    case 'not-a-number':
      return { why: '不是能识别的数', mend: '只填数字，可以带单位' }
    case 'grouping':
      return { why: '千分位逗号的位置不对', mend: '去掉逗号再填' }
    case 'percent':
      return { why: '这里填金额，不填比例', mend: '填写累计支出金额' }
    case 'too-fine':
      return { why: '金额细到分以下', mend: '按实际支付金额填到分' }
    case 'too-large':
      return { why: '金额过大', mend: '核对位数与单位' }
    case 'needs-number':
      return { why: '指标值是数，不能只填“完成”一类的文字', mend: '填写完成的数值' }
    case 'needs-band':
      return {
        why: '该指标按达成程度填报',
        mend: '填写“达成”“部分达成”或“未达成”，可加百分比，如“达成 95”；也可在该格旁的“达成程度”中选择',
      }
    case 'needs-date':
      return { why: '该指标值是完成时间', mend: '填写完成日期，如“11月20日”；也可在该格旁的“完成日期”中选择' }
    case 'other-sign':
      return { why: '比较符号与指标值的不同，说的不是完成值', mend: '只填完成的数值' }
    case 'other-unit':
      return otherUnit(why)
    case 'outside-band':
      return {
        why: `“${BAND_WORD[why.band]}”的分值应在 ${BAND_RANGE[why.band]}，填的是 ${plainNumber(why.percent)}%`,
        mend: '改正分值，或改选达成程度',
      }
    case 'closed':
      return { why: '该节点已关闭', mend: '请分管领导退回或解锁后再填' }
    case 'negative-total':
      return BELOW_ZERO
    case 'before-split':
      return {
        why: '该节点在指标拆分之前，按整项填报，没有这一分项',
        mend: '要改整项的数，先作废“指标拆分”那一条，改后再拆分',
      }
    case 'future':
      return { why: '该节点还没有到，不能填作已经发生的数', mend: '预计要支出或完成的，请填“全年预计”' }
    case 'says-nothing':
      return {
        why: '这样写不是填报，也不记为 0，格里原来的值没有变',
        mend: '要清除原来的值，按 Delete，写明理由作废；不清除的，按 Esc',
      }
    case 'not-zero':
      return {
        why: `${fullDay(why.day)}已有大于 0 的支出，不能填为零支出`,
        mend: '照实填累计数；那一条填错的，请先作废它',
      }
  }
}

function otherUnit(why: Extract<PasteRefusal, { reason: 'other-unit' }>): { why: string; mend: string } {
  const entered = unitText(why.entered)
  if (!('expected' in why)) return { why: `“${entered}”不是金额的单位`, mend: '用元或万元' }
  const own = unitText(why.expected)
  return own === ''
    ? { why: `填的单位是“${entered}”，指标值没有单位`, mend: '核对后去掉单位' }
    : { why: `填的单位是“${entered}”，指标值的单位是“${own}”`, mend: `换算成以“${own}”为单位的数再填` }
}
