import type { Day } from '@/domain/time/day'
import { mayStep, type CheckpointRound, type RectificationCase, type RoundState } from '@/domain/work/round'
import { recordedText } from './ledger/recordedText'
import type { Phrase } from './phrase'
import { dayWord } from './words'

export const ROUND_WORD: Readonly<Record<RoundState, string>> = {
  open: '未报送',
  submitted: '待审核',
  returned: '已退回',
  accepted: '已通过',
  reopened: '已重开',
}

/** What becomes of a checkpoint when a later one is accepted: what was submitted is passed with it, the rest is closed by it (domain.md §6). */
export function withLaterText(state: RoundState, later: Day): string {
  if (state === 'accepted' || state === 'submitted') return `随${dayWord(later)}通过并关闭`
  return `随${dayWord(later)}关闭${state === 'returned' ? '，不再补正' : ''}`
}

/** That a later checkpoint's acceptance passed or closed this one; empty where its own act, or a lock, did. */
export function passedLaterText({ day, state, step, closing }: CheckpointRound): string {
  const passed = state === 'accepted' ? step : closing?.kind === 'accept' ? closing : null
  return passed !== null && passed.effectiveOn > day ? withLaterText(state, passed.effectiveOn) : ''
}

/** What the last act of a round was: who, when and with which words. */
export function roundStepText(round: CheckpointRound): string {
  const { step } = round
  if (step === null) return ''
  const said = 'note' in step ? step.note : step.reason
  return `${step.author} ${recordedText(step.recordedAt)}${said.trim() === '' ? '' : `：${said}`}`
}

/** A round as the desk shows it: its state in words, and whether it can be submitted from there. */
export interface RoundAtDesk {
  readonly day: Day
  readonly name: string
  readonly state: RoundState
  readonly word: string
  readonly locked: boolean
  readonly said: string
  readonly submittable: boolean
  /** What was changed since it was submitted; empty when nothing was. */
  readonly changed: string
}

/** Lays out one checkpoint's round for the one who enters; before its day it cannot be submitted. */
export function roundAtDesk(round: CheckpointRound, reached: boolean): RoundAtDesk {
  return {
    day: round.day,
    name: dayWord(round.day),
    state: round.state,
    word: ROUND_WORD[round.state],
    locked: round.closing?.kind === 'lock',
    said: [passedLaterText(round), roundStepText(round)].filter(Boolean).join('；'),
    submittable: reached && mayStep('submit', round),
    changed: changedText(round),
  }
}

/** What has changed since a checkpoint was submitted, for whoever accepts it. */
export function changedText(round: CheckpointRound): string {
  return round.changedSince > 0 && round.state === 'submitted'
    ? `报送后又有 ${round.changedSince} 条改动`
    : ''
}

/** How many projects are where in the round of a checkpoint, as one sentence; a count opens those by the name of their state. */
export function roundHeadline(day: Day, rounds: readonly CheckpointRound[]): Phrase {
  if (rounds.length === 0) return [{ text: `${dayWord(day)}未设定节点，无须报送` }]
  const counts = (['accepted', 'submitted', 'returned', 'reopened', 'open'] as const)
    .map((state) => ({ state, count: rounds.filter((round) => round.state === state).length }))
    .filter(({ count }) => count > 0)
  return [
    { text: `${dayWord(day)}共 ${rounds.length} 个项目：` },
    ...counts.flatMap(({ state, count }, index): Phrase => [
      { text: `${index > 0 ? '，' : ''}${ROUND_WORD[state]} ` },
      { text: String(count), show: state },
      { text: ' 个' },
    ]),
  ]
}

/** That no checkpoint is due on a day, and which comes next; `next` is `null` where none was set. */
export function nothingDueText(asOf: Day | null, next: Day | null): string {
  return asOf === null || next === null
    ? '本年各项目均未设定资金支出节点，无须报送'
    : `截至${dayWord(asOf)}没有到期的节点，无须报送；下一节点是${dayWord(next)}`
}

/** A 整改 as asked and as answered. */
export function rectificationText({ asked, answer }: RectificationCase): {
  readonly asked: string
  readonly answer: string | null
} {
  const line = (entry: RectificationCase['asked']) =>
    `${entry.text}（${entry.author}，${recordedText(entry.recordedAt)}）`
  return { asked: `${dayWord(asked.effectiveOn)}：${line(asked)}`, answer: answer && line(answer) }
}
