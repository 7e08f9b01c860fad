import type { PaperFacts } from '@/domain/papers/paperFacts'
import type { SignOff, SpendingReason } from '@/domain/ledger/entry'
import { gradeOf, schemeNamed } from '@/domain/scoring/scheme'
import type { Sheet } from '@/domain/scoring/sheet'
import type { YearState } from '@/domain/ledger/yearState'
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
  return [
    `${DEVIATION_WORD[category]}：${text}${effectiveOn === day ? '' : `（${dayWord(effectiveOn)}说明）`}`,
    next === '' ? '' : `改进措施：${next}`,
  ]
    .filter(Boolean)
    .join('；')
}

/** Who accepted the figures of a sheet and who signed it: when, with which opinion, total and grade. */
export function signedLines(sheet: Sheet, { accepted, state }: PaperFacts): string[] {
  const opinion = (words: string) => (words.trim() === '' ? '' : `，意见：${words.trim()}`)
  return [
    accepted
      ? `审核：${accepted.author} 于${recordedDay(accepted.recordedAt)}通过（${dayWord(accepted.effectiveOn)}${accepted.effectiveOn.endsWith('12-31') ? '' : '；年末节点尚未通过'}）${opinion(accepted.note)}`
      : '审核：没有通过的节点',
    state.kind === 'signed-off'
      ? `签认：${state.signOff.author} 于${recordedDay(state.signOff.recordedAt)}签认${opinion(state.signOff.text)}；${signedOutcome(sheet, state.signOff)}`
      : `签认：${state.reopened ? `已重开（${state.reopened.reason}，${state.reopened.author}），` : ''}未签认`,
  ]
}

/** Total and grade as they were signed, and how far the ledger has moved since; a sign-off that kept no figures has those of the sheet. */
function signedOutcome(sheet: Sheet, signOff: SignOff): string {
  const { sheet: signed } = signOff
  if (!signed) return outcomeText(sheet).text
  const scheme = schemeNamed(signed.scheme)
  const total = `${pointsText(signed.total)} 分${scheme ? `，${GRADE_WORD[gradeOf(signed.total, scheme)]}` : ''}`
  return [total, sinceSignedText(sheet, signOff)].filter(Boolean).join('；')
}
