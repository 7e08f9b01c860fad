import { pointsSplit, type PointsSplit } from '@/domain/scoring/lostPoints'
import type { Place } from '@/domain/scoring/ranking'
import type { Sheet } from '@/domain/scoring/sheet'
import type { YearState } from '@/domain/ledger/yearState'
import { recordedText } from '../ledger/recordedText'
import type { Phrase } from '../phrase'
import { gradeText } from './carriedText'
import { pointsText } from './scoreFormula'
import { sumOf } from './sheetText'

/** The rule of the ranking, shown beside it. */
export const RANKING_RULE =
  '按自评总分由高到低；同分同名次，次序依公开文本；暂不完整的不排名次，列在最后（内部口径）'

const OUTCOMES = [
  { show: 'complete', word: '完整' },
  { show: 'incomplete', word: '暂不完整' },
] as const satisfies readonly { show: Sheet['outcome']['kind']; word: string }[]

/** How many sheets are complete, as one sentence; a count opens those sheets. */
export function rankingHeadline(year: number, sheets: readonly Sheet[]): Phrase {
  return [
    { text: `${year} 年 ${sheets.length} 个项目自评：` },
    ...OUTCOMES.flatMap(({ show, word }, index): Phrase => [
      { text: index > 0 ? '，' : '' },
      {
        text: String(sheets.filter(({ outcome }) => outcome.kind === show).length),
        tone: 'figure',
        show,
      },
      { text: ` 个${word}` },
    ]),
  ]
}

/** The word of an outcome by its name in the address; `null` where the name is none. */
export function outcomeWord(show: string | null): string | null {
  return OUTCOMES.find((outcome) => outcome.show === show)?.word ?? null
}

/** A project in the department's ranking. */
export interface PlaceText {
  readonly position: number
  readonly rank: string
  readonly name: string
  readonly execution: string
  readonly indicators: string
  readonly total: string
  readonly grade: string
  readonly state: string
  readonly split: PointsSplit
  readonly splitText: string
}

/** Lays out the ranking; an incomplete sheet has neither rank nor grade. */
export function placeText({ rank, sheet }: Place, state: YearState): PlaceText {
  const { outcome, execution, indicators, project } = sheet
  const scored = indicators.flatMap((row) => row.points ?? [])
  return {
    position: project.position,
    rank: rank === null ? '—' : String(rank),
    name: project.name,
    execution: execution.points ? pointsText(execution.points) : '未定',
    indicators: scored.length === indicators.length ? pointsText(sumOf(scored)) : '未定',
    total: outcome.kind === 'complete' ? pointsText(outcome.total) : '暂不完整',
    grade: gradeText(sheet),
    state: yearStateText(state),
    split: pointsSplit(sheet),
    splitText: splitText(pointsSplit(sheet)),
  }
}

function splitText({ had, lost, open }: PointsSplit): string {
  return [
    `得 ${pointsText(had)} 分`,
    ...(lost.gt(0) ? [`失 ${pointsText(lost)} 分`] : []),
    ...(open.gt(0) ? [`未定 ${pointsText(open)} 分`] : []),
  ].join('，')
}

/** Whether a year is signed off, in words. */
export function yearStateText(state: YearState): string {
  if (state.kind === 'signed-off') {
    return `${state.signOff.author} 于 ${recordedText(state.signOff.recordedAt)} 签认`
  }
  return state.reopened ? `已重开：${state.reopened.reason}（${state.reopened.author}）` : '未签认'
}
