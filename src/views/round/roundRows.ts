import type { Entry } from '@/domain/ledger/entry'
import type { Day } from '@/domain/time/day'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import type { CheckpointRound, RoundState } from '@/domain/work/round'
import type { Standing } from '@/domain/status/standing'
import { reasonLine } from '@/format/board/reasonText'
import { rateText } from '@/format/figures'
import { awaitingWord } from '@/format/service/awaitingText'
import { changedText, passedLaterText, ROUND_WORD, roundStepText } from '@/format/roundText'
import { STANDING_WORD } from '@/format/words'

/** A checkpoint after the day looked at: as of that day nothing has come of it. */
export const AHEAD = 'ahead' as const

/** A project's round at one checkpoint; `state` is `null` where the checkpoint was not set or lies ahead, and `word` says which. */
export interface RoundCell {
  readonly key: string
  readonly current: boolean
  readonly state: RoundState | null
  readonly word: string
  readonly locked: boolean
  /** That a later checkpoint's acceptance passed or closed it. */
  readonly passed: string
  readonly note: string
  readonly changed: string
  /** One's own step that the shared service has not written yet, said. */
  readonly awaiting: string
}

/** A project as a row of 审核: who enters, how it stands, and its round at every checkpoint. */
export interface RoundRow {
  readonly id: string
  readonly position: number
  readonly name: string
  readonly manager: string | null
  /** Who reported last, where nobody is named; empty where nobody reported. */
  readonly reporter: string
  readonly state: Standing['kind']
  readonly money: string
  /** Why its spending is late; empty where it is not. */
  readonly why: string
  readonly indicators: readonly { readonly text: string; readonly show: string }[]
  readonly cells: readonly RoundCell[]
}

/** Lays out a project's rounds, one for each checkpoint of the department; `null` where the project has none set. */
export function roundRow(
  status: ProjectStatus,
  manager: string | null,
  rounds: readonly {
    readonly day: Day
    readonly round: CheckpointRound | typeof AHEAD | null
    readonly awaiting: Pick<Entry, 'kind'> | null
  }[],
  current: Day | null,
): RoundRow {
  const { project, standing, rate, indicators } = status
  const met = indicators.filter(({ light }) => light === 'met').length
  const open = indicators.filter(({ light }) => light === 'unreported').length
  return {
    id: project.id,
    position: project.position,
    name: project.name,
    manager,
    reporter: manager === null ? reporterOf(status) : '',
    state: standing.kind,
    money:
      rate.kind === 'rate'
        ? `${rateText(rate)} ${STANDING_WORD[standing.kind]}`
        : STANDING_WORD[standing.kind],
    why: reasonLine(status, manager, 'wan')?.reason ?? '',
    indicators: [
      { text: `达标 ${met}/${indicators.length}`, show: 'met' },
      ...(open > 0 ? [{ text: `未填报 ${open}`, show: 'open' }] : []),
    ],
    cells: rounds.map(({ day, round: own, awaiting }): RoundCell => {
      const round = own === AHEAD ? null : own
      return {
        key: day,
        current: day === current,
        state: round?.state ?? null,
        word: round ? ROUND_WORD[round.state] : own === AHEAD ? '未到期' : '未设定',
        locked: round?.closing?.kind === 'lock',
        passed: round ? passedLaterText(round) : '',
        note: round ? roundStepText(round) : '',
        changed: round ? changedText(round) : '',
        awaiting: awaitingWord(awaiting),
      }
    }),
  }
}

function reporterOf({ spending, indicators }: ProjectStatus): string {
  const reported = [
    ...spending.map(({ entry }) => entry),
    ...indicators.flatMap(({ parts }) => parts.flatMap(({ entry }) => entry ?? [])),
  ]
  return reported.reduce<{ recordedAt: string; author: string }>(
    (last, entry) => (entry.recordedAt > last.recordedAt ? entry : last),
    { recordedAt: '', author: '' },
  ).author
}
