import type { HistoryPoint, PartHistory, ProjectHistory } from '@/domain/status/history'
import type { AttainmentLight } from '@/domain/status/attainment'
import type { Day } from '@/domain/time/day'
import { reportedText, targetText } from '../figures'
import { BAND_WORD, dayWord, LIGHT_WORD, typedText } from '../words'

/** One day of a trend in words: what stands over it, what it is read as; `now` is the day looked at. */
export interface TrendDay {
  readonly day: string
  readonly text: string
  readonly note: string
  readonly light: AttainmentLight | null
  readonly now: boolean
}

/** The trend of one measured thing: its history for the drawing, its days in words, and all of it as one sentence. */
export interface TrendText {
  readonly history: PartHistory
  readonly days: readonly TrendDay[]
  readonly description: string
}

/** The days of every trend, for the heading over them. */
export function trendHeads(history: ProjectHistory, asOf: Day): readonly { day: string; now: boolean }[] {
  const points = [...history.values()][0]?.[0]?.points ?? []
  return points.map(({ day }) => ({ day: dayWord(day), now: day === asOf }))
}

/** Says a part's history day by day. */
export function trendText(name: string, history: PartHistory, asOf: Day): TrendText {
  const last = history.points.at(-1)
  const days = history.points.map((point): TrendDay => {
    const guessed = point === last && point.kind === 'to-come' && history.estimate !== null
    return {
      day: dayWord(point.day),
      ...said(point),
      ...(guessed && history.estimate
        ? { text: reportedText(history.estimate.value, point.target), note: '全年预计' }
        : {}),
      light: point.kind === 'stood' ? point.light : null,
      now: point.day === asOf,
    }
  })
  const target = targetText((history.points.find(({ day }) => day === asOf) ?? last)?.target ?? EMPTY)
  return {
    history,
    days,
    description: `${name}走势，指标 ${target}：${days.map(({ day, text, note }) => `${day} ${[text, note].filter(Boolean).join(' ')}`).join('，')}`,
  }
}

const EMPTY = { kind: 'qualitative', text: '' } as const

function said({ kind, light, reported, target, carried }: HistoryPoint): { text: string; note: string } {
  if (kind === 'to-come') return { text: '', note: '未到期' }
  if (kind === 'unset') return { text: '', note: '未设定' }
  if (reported === null) return { text: '', note: LIGHT_WORD[light] }
  const text =
    reported.kind === 'number'
      ? reportedText(reported.value, target)
      : reported.kind === 'band'
        ? BAND_WORD[reported.band]
        : typedText(dayWord(reported.day))
  return { text, note: carried ? '沿用' : '' }
}
