import type { PaperFacts, PaperSheet } from '@/domain/papers/paperFacts'
import type { SignOff, SpendingReason } from '@/domain/ledger/entry'
import type { Concern } from '@/domain/scoring/concerns'
import { gradeOf, schemeNamed } from '@/domain/scoring/scheme'
import type { Sheet } from '@/domain/scoring/sheet'
import type { YearState } from '@/domain/ledger/yearState'
import { clauses } from '../clauses'
import { recordedDay } from '../ledger/recordedText'
import { sinceSignedText } from '../scoring/concernText'
import { outcomeText } from '../scoring/outcomeText'
import { pointsText } from '../scoring/scoreFormula'
import { GRADE_WORD } from '../scoring/scoreWord'
import { dayWord, DEVIATION_WORD, fullDay } from '../words'

/** Where somebody writes a day by hand. */
const BY_HAND = '　　　　年　　月　　日'

/** 填报日期: the day the sheet was signed; before that it is written by hand. */
export function filledOnText(state: YearState): string {
  return state.kind === 'signed-off' ? recordedDay(state.signOff.recordedAt) : BY_HAND
}

/** A reason for spending in one line: category, words, what comes next, by when and by whom; a reason about an earlier day says which. */
export function reasonText(reason: SpendingReason, day: string): string {
  const { category, text, nextStep, by, who, effectiveOn } = reason
  const next = [nextStep.trim(), by ? `${fullDay(by)}前` : '', who.trim()].filter(Boolean).join('，')
  return clauses([
    `${DEVIATION_WORD[category]}：${text}${effectiveOn === day ? '' : `（${dayWord(effectiveOn)}说明）`}`,
    next === '' ? '' : `改进措施：${next}`,
  ])
}

/** Why execution is off the budget: the reason given for the year's last day, else what was said about it at the sign-off; empty where nobody said. */
export function offBudgetText({ sheet, facts: { reason, state } }: PaperSheet): string {
  if (reason) return reasonText(reason, `${sheet.year}-12-31`)
  if (state.kind === 'open') return ''
  const { words, author } = state.signOff
  const said = words.find(({ concern }) => concern === OFF_BUDGET)?.text.trim() ?? ''
  return said === '' ? '' : `${said}（${author}签认时说明）`
}

const OFF_BUDGET: Concern['kind'] = 'off-budget'

/** Who accepted the figures of a sheet and who signed it: when, with which opinion, total and grade. */
export function signedLines(sheet: Sheet, { accepted, state, reopenings }: PaperFacts): string[] {
  const opinion = (words: string) => (words.trim() === '' ? '' : `，意见：${words.trim()}`)
  return [
    accepted
      ? `审核：${accepted.author} 于${recordedDay(accepted.recordedAt)}通过（${dayWord(accepted.effectiveOn)}${accepted.effectiveOn.endsWith('12-31') ? '' : '；年末节点尚未通过'}）${opinion(accepted.note)}`
      : '审核：没有通过的节点',
    ...reopenings.map(
      ({ author, recordedAt, reason }) => `重开：${author} 于${recordedDay(recordedAt)}重开，原因：${reason}`,
    ),
    state.kind === 'signed-off'
      ? `签认：${state.signOff.author} 于${recordedDay(state.signOff.recordedAt)}签认${opinion(state.signOff.text)}；${signedOutcome(sheet, state.signOff)}`
      : `签认：${state.reopened ? '重开以后尚未重新签认' : '未签认'}`,
  ]
}

/** Total and grade as they were signed, and how far the ledger has moved since; a sign-off that kept no figures has those of the sheet. */
function signedOutcome(sheet: Sheet, signOff: SignOff): string {
  const { sheet: signed } = signOff
  if (!signed) return outcomeText(sheet).text
  const scheme = schemeNamed(signed.scheme)
  const total = `${pointsText(signed.total)} 分${scheme ? `，${GRADE_WORD[gradeOf(signed.total, scheme)]}` : ''}`
  return clauses([total, sinceSignedText(sheet, signOff)])
}
