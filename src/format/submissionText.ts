import type { ProjectStatus } from '@/domain/status/projectStatus'
import type { Submission, SubmittedPart } from '@/domain/work/submission'
import { asksFirst } from '@/domain/work/submission'
import { spendingReasonText } from './ledger/entryContent'
import { amount, differenceAmount, MONEY_UNIT_NAME, rateText, type MoneyUnit } from './figures'
import { placesApart } from './papers/formCells'
import { sourceFaultMend, sourceFaultText } from './papers/sourceFaultText'
import { STANDING_WORD, fullDay } from './words'

/** What is submitted of one project, in words: what it says, and what is asked about before it goes. */
export interface SubmissionText {
  readonly project: string
  readonly name: string
  readonly said: string
  readonly asks: readonly string[]
  /** Why it cannot be submitted; empty when it can. */
  readonly barred: string
  /** Whether its spending is off its plan and nobody said why. */
  readonly unreasoned: boolean
}

/** Says what submitting a project hands over; nothing missing says so by having no `asks`. */
export function submissionText(submission: Submission, unit: MoneyUnit): SubmissionText {
  const { status, filled, asked, spent, missing, carried, unreasoned, offPlan, reason, surpluses, unlisted } =
    submission
  const name = MONEY_UNIT_NAME[unit]
  const places = placesApart([spent, status.budget, unlisted], unit)
  return {
    project: status.project.id,
    name: status.project.name,
    said: [
      `已填 ${filled}/${asked} 项`,
      spent === null
        ? ''
        : `累计支出 ${amount(spent, unit, places)} ${name}（${STANDING_WORD[status.standing.kind]}）`,
      reason && offPlan ? `支出原因：${spendingReasonText(reason)}` : '',
      carried.length > 0 ? `沿用以前节点的 ${carried.length} 项：${names(carried)}` : '',
      unlisted ? `未逐笔说明 ${amount(unlisted, unit, places)} ${name}` : '',
    ]
      .filter(Boolean)
      .join('；'),
    asks: [
      spent === null ? '累计支出未填报（没有支出的，请填 0）' : '',
      missing.length > 0 ? `未填报 ${missing.length} 项指标：${names(missing)}` : '',
      unreasoned.length > 0 ? `未达标或超额、没有写原因的 ${unreasoned.length} 项：${names(unreasoned)}` : '',
      offPlan && reason === null ? `${offPlanText(status)}，没有写原因` : '',
      ...status.sourceFaults.map(
        (fault) => `分来源资金：${sourceFaultText(fault, unit)}，${sourceFaultMend(fault)}`,
      ),
      ...surpluses.map(
        ({ entry, total, unexplained }) =>
          `${fullDay(entry.effectiveOn)}累计 ${amount(total, unit)} ${name}，比逐笔支出合计少 ${unexplained ? differenceAmount(unexplained, unit) : ''} ${name}，请核对`,
      ),
      ...status.silentZeros.map(
        ({ effectiveOn, author }) =>
          `${author} 填报${fullDay(effectiveOn)}零支出，与已有支出不符，不计入，请核对`,
      ),
    ].filter(Boolean),
    barred:
      submission.conflicts > 0
        ? `有 ${submission.conflicts} 处不同的人填得不一样，请先在“审核”中核定，再报送`
        : '',
    unreasoned: offPlan && reason === null,
  }
}

/** How spending is off its plan: behind, above the budget, or at the year's end off the budget though no checkpoint is missed. */
export function offPlanText({ standing, rate }: Pick<ProjectStatus, 'standing' | 'rate'>): string {
  return standing.kind === 'on-plan' || standing.kind === 'ahead' || standing.kind === 'not-due'
    ? `全年执行率 ${rateText(rate, 2)}`
    : `支出${STANDING_WORD[standing.kind]}`
}

function names(parts: readonly SubmittedPart[]): string {
  return parts
    .map(({ indicator, part }) =>
      part.measure ? `${indicator.indicator.level3} · ${part.measure.name}` : indicator.indicator.level3,
    )
    .join('、')
}

/** What submitting a checkpoint asks, as a heading and the words of the button. */
export function submitQuestion(
  checkpoint: string,
  submissions: readonly Submission[],
): { readonly heading: string; readonly button: string; readonly asks: boolean } {
  const ready = submissions.filter(({ conflicts }) => conflicts === 0)
  const asking = submissions.filter(asksFirst).length
  return {
    heading: `报送${checkpoint}：${ready.length} 个项目${asking > 0 ? `，其中 ${asking} 个有缺项` : '，没有缺项'}`,
    button: asking > 0 ? `仍然报送（${ready.length} 个项目）` : `报送（${ready.length} 个项目）`,
    asks: asking > 0,
  }
}
