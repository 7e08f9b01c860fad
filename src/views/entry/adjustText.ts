import { lostUnit, type ScheduleReading } from '@/domain/plan/adjustment'
import { parseTarget, type Target } from '@/domain/plan/target'
import type { Splitting } from '@/domain/desk/splitting'
import { reportedBy } from '@/domain/status/indicatorStatus'
import { targetText } from '@/format/figures'
import { BAND_WORD, dayWord, fullDay, typedText } from '@/format/words'
import { reportedWords } from './deskCheckText'

type Refused = Extract<ScheduleReading, { kind: 'refused' }>

/** Says why a typed schedule is not taken, and how to mend it. */
export function scheduleRefusalText({ reason, month }: Refused): string {
  switch (reason) {
    case 'not-a-rate':
      return `${month}月底填的不是 0 到 100 的百分数，请改为数字，例如 80；不设定就留空。`
    case 'falls':
      return `${month}月底低于前一节点。计划是累计比例，不应下降，请核对。`
    case 'not-100':
      return '最后一个节点应为 100。'
    case 'passed':
      return `${month}月底早于批准日期，仍按原计划考核，请恢复原来的比例；确应从该节点起调整的，请核对批准日期。`
    case 'unchanged':
      return '与现行计划相同，没有需要调整的。'
  }
}

/** Says how a new 指标值 will be read, before it is entered. */
export function targetReadingText(text: string): string {
  if (text.trim() === '') return ''
  const target = parseTarget(text.trim())
  if (target.kind === 'qualitative') return '将作为定性指标，按达成程度填报'
  if (target.kind === 'threshold' && target.assumed)
    return `没有写比较符，将按“等于”处理：${targetText(target)}`
  return `将按 ${targetText(target)} 判断`
}

/** What is asked where a new 指标值 leaves out the unit of the one that stands, with the same value written with it and without; `null` where nothing is lost. */
export function unitQuestion(
  before: Target,
  text: string,
): { readonly sentence: string; readonly same: string; readonly bare: string } | null {
  const after = parseTarget(text)
  const unit = lostUnit(before, after)
  if (unit === null || !('unit' in after)) return null
  return {
    sentence: `原指标值 ${targetText(before)} 有单位，新的没有写。单位是否相同？`,
    same: targetText({ ...after, unit }),
    bare: targetText(after),
  }
}

/** What a split of an indicator comes to, as it is typed: how many parts, and which of them decide. */
export function splitWords(parts: readonly { readonly judged: boolean }[]): string {
  const judged = parts.filter((part) => part.judged).length
  const decides =
    judged === 0
      ? '各项都不评判'
      : judged === parts.length
        ? '各项都达到才算达标'
        : `评判的 ${judged} 项都达到才算达标`
  return `将分为 ${parts.length} 项分别填报，${decides}`
}

/** What a split does to the values that were reported: those before its day keep it, those from it on count no more and are asked about (domain.md §5, §6). */
export function splitValuesText(
  { day, stays, falls }: Splitting,
  target: Target,
): { readonly stays: string; readonly falls: string } {
  const said = (entries: Splitting['stays']) =>
    entries
      .map((entry) => `${dayWord(entry.effectiveOn)} ${actualWords(entry, target)}（${entry.author}）`)
      .join('、')
  return {
    stays:
      stays.length > 0
        ? `自${fullDay(day)}起各项分别填报；以前填报的数和评判不变：${said(stays)}`
        : `自${fullDay(day)}起各项分别填报`,
    falls: falls.length > 0 ? `登记后，下列填报值不再计入，该节点须按各项重新填报：${said(falls)}` : '',
  }
}

function actualWords(entry: Splitting['stays'][number], target: Target): string {
  const reported = reportedBy(entry, target)
  if (reported) return reportedWords(reported, target)
  return entry.value.kind === 'band' ? BAND_WORD[entry.value.band] : typedText(entry.value.text)
}
