import type { Reported } from '@/domain/status/attainment'
import type { DeskCheck, CellRef } from '@/domain/desk/checks'
import type { EntryRow } from '@/domain/desk/entryGrid'
import { ZERO } from '@/domain/number/decimal'
import { money } from '@/domain/number/money'
import type { Target, Unit } from '@/domain/plan/target'
import {
  amount,
  amountsApart,
  differenceAmount,
  MONEY_UNIT_NAME,
  percent,
  plainNumber,
  reportedText,
  targetText,
  unitText,
  type MoneyUnit,
} from '@/format/figures'
import { sourceFaultMend, sourceFaultText } from '@/format/papers/sourceFaultText'
import { BAND_WORD, dayWord, fullDay } from '@/format/words'

/** A finding in words: what was found, and the way to mend it or to leave it. */
export interface DeskCheckText {
  readonly sentence: string
  readonly mend: string
}

/** The name of a row of 录入: 支出, the 三级指标, or a measure of it. */
export function entryRowName(row: EntryRow): string {
  if (row.kind === 'spending') return '支出'
  return row.measure ? `${row.indicator.level3} · ${row.measure.name}` : row.indicator.level3
}

/** Says a check while typing: never an alarm, always with figures and a way on. */
export function deskCheckText(check: DeskCheck, unit: MoneyUnit): DeskCheckText {
  const name = MONEY_UNIT_NAME[unit]
  switch (check.kind) {
    case 'over-budget': {
      const [total, budget] = amountsApart(check.total, check.budget, unit)
      return {
        sentence: `${dayWord(check.day)}累计支出 ${total} ${name}，超出全年预算数 ${budget} ${name} 达 ${differenceAmount(money(check.total.minus(check.budget)), unit)} ${name}`,
        mend: '核对金额与单位；预算确有调整的，先登记预算调整并注明文号',
      }
    }
    case 'decreasing': {
      const [total, before] = amountsApart(check.total, check.before, unit)
      return {
        sentence: `${dayWord(check.day)}累计支出 ${total} ${name}，比${dayWord(check.beforeDay)}的 ${before} ${name} 少 ${differenceAmount(money(check.before.minus(check.total)), unit)} ${name}`,
        mend: '累计数应包含此前全部支出；有退回的，在支出明细中记一笔负数支出',
      }
    }
    case 'silent-zero':
      return {
        sentence: `${check.author} 填报${fullDay(check.day)}零支出，但当日以前已有大于 0 的支出，这一条不计入`,
        mend: '确无支出的，先作废有误的支出；零支出填错的，作废这一条',
      }
    case 'same-payment':
      return {
        sentence: `${fullDay(check.day)}有 ${check.authors.length} 笔 ${amount(check.amount, unit)} ${name} 的支出（${[...new Set(check.authors)].join('、')}记入），可能是同一笔`,
        mend: '核对凭证；是同一笔的，作废其中一条',
      }
    case 'surplus':
      return {
        sentence: `${fullDay(check.day)}累计 ${amount(check.total, unit)} ${name}，比当日以前逐笔支出合计少 ${differenceAmount(check.over, unit)} ${name}`,
        mend: '核对累计数与逐笔支出；累计填少了的重新填报，多记的作废',
      }
    case 'source-faults':
      return {
        sentence: `${dayWord(check.day)}分来源资金存疑：${check.faults.map((fault) => sourceFaultText(fault, unit)).join('；')}`,
        mend: `在“分来源资金”中重新填报；${[...new Set(check.faults.map(sourceFaultMend))].join('；')}`,
      }
    case 'negative-total':
      return {
        sentence: `${dayWord(check.day)}累计支出 ${amount(check.total, unit)} ${name}，是负数`,
        mend: '退回的金额不会多于已支出的；核对退回与支出的金额和日期',
      }
    case 'outside-year':
      return {
        sentence: `${subjectName(check.cells)}的日期 ${fullDay(check.day)} 不在 ${check.year} 年度内`,
        mend: `改为 ${check.year} 年内的日期；其他年度的支出记入所属年度`,
      }
    case 'over-100':
      return {
        sentence: `${subjectName(check.cells)}的完成值 ${plainNumber(check.value)}%，超过 100%`,
        mend: '核对分子与分母；该比率确可超过 100% 的，可以保留',
      }
    case 'unit-mismatch':
      return unitMismatch(check.cells, check.entered, check.expected)
    case 'lost-unit':
      return {
        sentence: `${subjectName(check.cells)}的指标值由 ${targetText(check.before)} 改为 ${targetText(check.after)}，改后没有写单位`,
        mend: '与原来单位相同的，请分管领导带单位另行登记一次；确实没有单位的，可以保留',
      }
    case 'missed-unexplained':
      return {
        sentence: `${subjectName(check.cells)}的完成值 ${reportedWords(check.reported, check.target)}，未达到指标值 ${targetText(check.target)}，尚未说明原因`,
        mend: '选择偏差原因类别并写明情况；填错的，改正完成值',
      }
    case 'exceeded-unexplained':
      return {
        sentence: `${subjectName(check.cells)}的完成值 ${reportedWords(check.reported, check.target)}，比指标值 ${targetText(check.target)} 超出 ${percent(check.percent, 1, ZERO)}，尚未说明原因`,
        mend: '说明超额的原因，如指标值定得偏低；填错的，改正完成值',
      }
    case 'same-in-all':
      return {
        sentence: `${dayWord(check.day)} ${check.cells.length} 项指标的完成值都是 ${sharedValue(check.cells, check.reported)}`,
        mend: '逐项核对；确实相同的，可以保留',
      }
    case 'spent-but-unreported':
      return {
        sentence: `${dayWord(check.day)}支出已达全年预算数，还有 ${check.cells.length} 项产出指标未填报：${check.cells.map(({ row }) => entryRowName(row)).join('、')}`,
        mend: '补填这些产出指标的完成值；尚未形成产出的，核对支出',
      }
    case 'same-as-last':
      return {
        sentence: `${dayWord(check.day)}填的 ${check.cells.length} 个数与${dayWord(check.lastDay)}完全相同`,
        mend: '核对是否沿用了上一节点的数；确无变化的，可以保留',
      }
  }
}

function subjectName(cells: readonly CellRef[]): string {
  const row = cells[0]?.row
  return row ? `「${entryRowName(row)}」` : ''
}

function unitMismatch(cells: readonly CellRef[], entered: Unit, expected: Unit | 'money'): DeskCheckText {
  const typed = `${subjectName(cells)}填的单位是「${unitText(entered)}」`
  if (expected === 'money')
    return { sentence: `${typed}，这里填金额`, mend: '填写累计支出金额，单位用元或万元' }
  const own = unitText(expected)
  return own === ''
    ? {
        sentence: `${typed}，指标值没有单位`,
        mend: '核对后去掉单位；指标值漏写单位的，请分管领导带单位另行登记',
      }
    : { sentence: `${typed}，指标值的单位是「${own}」`, mend: `换算成以「${own}」为单位的数再填` }
}

/** What was reported, in words, beside its target. */
export function reportedWords(reported: Reported, target: Target): string {
  if (reported.kind === 'number') return reportedText(reported.value, target)
  if (reported.kind === 'day') return fullDay(reported.day)
  return `${BAND_WORD[reported.band]}${reported.percent ? ` ${plainNumber(reported.percent)}%` : ''}`
}

function sharedValue(cells: readonly CellRef[], reported: Reported): string {
  const row = cells[0]?.row
  return row?.kind === 'indicator' ? reportedWords(reported, row.target) : ''
}
