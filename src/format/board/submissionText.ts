import type { ProjectChange } from '@/domain/status/compare'
import type { AttainmentLight } from '@/domain/status/attainment'
import type { Standing } from '@/domain/status/standing'
import type { CheckpointRound } from '@/domain/work/round'
import type { SpendingEstimate } from '@/domain/ledger/entry'
import { amountsApart, rateText, signed, targetText, type MoneyUnit } from '../figures'
import { reasonLine, type ReasonLine } from './reasonText'
import { recordedText } from '../ledger/recordedText'
import { indicatorWord } from '../partText'
import { indicatorValue } from '../project/projectRows'
import { changedText, ROUND_WORD, withLaterText } from '../roundText'
import { dayWord, DEVIATION_WORD, STANDING_WORD } from '../words'

/** One indicator of a submission: its value against last time and the target, why, and on what evidence. */
export interface SubmittedValue {
  readonly id: string
  readonly name: string
  readonly before: string
  readonly value: string
  readonly target: string
  readonly light: AttainmentLight
  readonly word: string
  readonly reason: string
  readonly evidence: string
}

/** What was submitted for one project and checkpoint, as whoever decides reads it. */
export interface SubmissionText {
  readonly key: string
  readonly title: string
  readonly position: number
  readonly day: string
  readonly by: string
  readonly money: string
  readonly state: Standing['kind']
  readonly word: string
  readonly changed: readonly SubmittedValue[]
  readonly unchanged: number
  readonly estimate: string
  readonly heed: readonly string[]
  /** Why its spending is off its plan, what next, who, by when; `null` where it is not. */
  readonly why: ReasonLine | null
}

/** Lays out a submission: `change` is the project at the checkpoint before and at this one, `earlier` the rounds of earlier checkpoints: those sent back are closed by an acceptance, those waiting are passed with it (domain.md §6). */
export function submissionText(
  change: ProjectChange,
  round: CheckpointRound,
  estimate: SpendingEstimate | null,
  manager: string | null,
  unit: MoneyUnit,
  earlier: readonly CheckpointRound[] = [],
): SubmissionText {
  const { now } = change
  const { standing } = now
  const values = change.indicators.map(
    ({ before, now: own }): SubmittedValue & { readonly fresh: boolean } => {
      const entries = own.parts.flatMap(({ entry }) => entry ?? [])
      const deviation = entries.find((entry) => entry.deviation)?.deviation
      const was = indicatorValue(before)
      return {
        id: own.indicator.id,
        name: own.indicator.level3,
        before: was === '—' ? '首次填报' : was,
        value: indicatorValue(own),
        target: targetText(own.target),
        light: own.light,
        word: indicatorWord(own),
        reason: deviation
          ? `${DEVIATION_WORD[deviation.category]}：${deviation.text}`
          : own.attainment.kind === 'missed'
            ? '未说明原因'
            : '',
        evidence: entries
          .flatMap(({ evidence }) => evidence)
          .map(({ name, place }) => (place ? `${name}（${place}）` : name))
          .join('、'),
        fresh: !own.carried && entries.length > 0,
      }
    },
  )
  const why = reasonLine(now, manager, unit)
  const [expected, budget] = amountsApart(estimate?.amount ?? now.budget, now.budget, unit)
  const changed = values.filter(({ fresh, light }) => fresh || ['near', 'partial', 'far'].includes(light))
  return {
    key: `${now.project.id}/${round.day}`,
    title: now.project.name,
    position: now.project.position,
    day: dayWord(round.day),
    by: round.submitted
      ? `${round.submitted.author} ${recordedText(round.submitted.recordedAt)} 报送${round.submitted.note.trim() ? `：${round.submitted.note}` : ''}`
      : '',
    money: moneyText(change, unit),
    state: standing.kind,
    word: STANDING_WORD[standing.kind],
    changed,
    unchanged: values.length - changed.length,
    estimate: estimate ? `全年预计 ${expected}，预算 ${budget}` : '',
    heed: [...earlierText(round, earlier), ...heedText(change, round, values, why)],
    why,
  }
}

function earlierText(round: CheckpointRound, earlier: readonly CheckpointRound[]): string[] {
  const heed = { returned: '已退回，尚未补正', submitted: ROUND_WORD.submitted } as const
  return earlier.flatMap(({ day, state }) =>
    state === 'returned' || state === 'submitted'
      ? `${dayWord(day)}${heed[state]}；通过${dayWord(round.day)}后，${withLaterText(state, round.day)}`
      : [],
  )
}

function moneyText({ before, now, spent }: ProjectChange, unit: MoneyUnit): string {
  const { standing } = now
  if (now.spent === null) return '支出未填报'
  const planned = 'planned' in standing ? standing.planned : now.budget
  const [paid, plan] = amountsApart(now.spent, planned, unit)
  const due = 'planned' in standing ? ` / 应支 ${plan}` : ''
  const points = 'points' in standing && standing.points ? `，差 ${signed(standing.points, 1)} 个百分点` : ''
  const since = spent
    ? `，较${dayWord(before.asOf)} ${signed(spent.div(unit === 'wan' ? 10_000 : 1), 2)}`
    : ''
  return `实支 ${paid}${due}，执行率 ${rateText(now.rate, 1)}${points}${since}`
}

function heedText(
  { now }: ProjectChange,
  round: CheckpointRound,
  values: readonly SubmittedValue[],
  why: ReasonLine | null,
): string[] {
  const count = (light: AttainmentLight) => values.filter((value) => value.light === light).length
  const carried = now.indicators.filter((own) => own.carried).length
  const unsaid = values.filter(({ reason }) => reason === '未说明原因').length
  return [
    changedText(round),
    count('unreported') > 0 ? `${count('unreported')} 项指标未填报` : '',
    carried > 0 ? `${carried} 项沿用以前的填报` : '',
    unsaid > 0 ? `${unsaid} 项未达标没有说明原因` : '',
    why && !why.stated ? '支出进度没有说明原因' : '',
    why?.stated && now.reason && now.reason.effectiveOn < round.day
      ? `支出原因是以前所述，${dayWord(round.day)}没有再说明`
      : '',
  ].filter(Boolean)
}
