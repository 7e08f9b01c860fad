import type { MoneyFacts, PaperFacts, PaperSheet } from '@/domain/papers/paperFacts'
import type { SignOff, SpendingReason } from '@/domain/ledger/entry'
import type { Concern } from '@/domain/scoring/concerns'
import { gradeOf, schemeNamed } from '@/domain/scoring/scheme'
import type { Sheet } from '@/domain/scoring/sheet'
import type { YearState } from '@/domain/ledger/yearState'
import { clauses, unclosed } from '../clauses'
import { recordedDay } from '../ledger/recordedText'
import { saidText, sinceSignedText } from '../scoring/concernText'
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

/** Of which day a reason is, where it is not of this one: （10月底说明）; empty otherwise. */
export function saidOfText({ effectiveOn }: SpendingReason, day: string): string {
  return effectiveOn === day ? '' : `（${dayWord(effectiveOn)}说明）`
}

/** Why spending is off, category and words; a reason about an earlier day says which. */
function causeText(reason: SpendingReason, day: string): string {
  return `${DEVIATION_WORD[reason.category]}：${unclosed([reason.text])}${saidOfText(reason, day)}`
}

/** What comes next, by when and by whom; empty where nobody wrote it. */
function nextStepText({ nextStep, by, who }: SpendingReason): string {
  return [unclosed([nextStep]), by ? `${fullDay(by)}前` : '', who.trim()].filter(Boolean).join('，')
}

/** A reason for spending in one line: category, words, what comes next, by when and by whom; a reason about an earlier day says which, and a deadline of it that has passed is nothing to come. */
export function reasonText(reason: SpendingReason, day: string): string {
  const next = nextStepText(reason)
  const passed = reason.by && isPassed(reason, day) ? reason.by : null
  return clauses([
    causeText(reason, day),
    next === '' || passed ? '' : `改进措施：${next}`,
    passed ? `原定措施：${unclosed([reason.nextStep])}（期限${fullDay(passed)}已过）` : '',
  ])
}

/** Whether a reason about an earlier day promised something by a day that has passed. */
function isPassed({ effectiveOn, by }: SpendingReason, day: string): boolean {
  return effectiveOn !== day && by !== null && by < day
}

/** What a reason says is still to come on a day, and of which day it is where it is an earlier one's; empty where nothing is, or its deadline has passed. */
export function measureText(reason: SpendingReason, day: string): string {
  const next = isPassed(reason, day) ? '' : nextStepText(reason)
  return next === '' ? '' : `${next}${saidOfText(reason, day)}`
}

/** Why spending is off on a day: the reason in force, and where that is of an earlier day or none what was said about it at the sign-off; empty where nobody said. */
export function offPlanText({ reason, state }: Pick<MoneyFacts, 'reason' | 'state'>, day: string): string {
  if (reason?.effectiveOn === day) return reasonText(reason, day)
  return clauses([reason ? reasonText(reason, day) : '', signedReason(state)])
}

/** The same of a sheet, about the year's last day. */
export function offBudgetText({ sheet, facts }: PaperSheet): string {
  return offPlanText(facts, `${sheet.year}-12-31`)
}

/** The same without what comes next. */
export function offBudgetCause({ sheet, facts: { reason, state } }: PaperSheet): string {
  const day = `${sheet.year}-12-31`
  if (reason?.effectiveOn === day) return causeText(reason, day)
  return clauses([reason ? causeText(reason, day) : '', signedReason(state)])
}

function signedReason(state: YearState | undefined): string {
  if (state?.kind !== 'signed-off') return ''
  const { words, author } = state.signOff
  const said = words.find(({ concern }) => concern === OFF_BUDGET)?.text.trim() ?? ''
  return said === '' ? '' : `${said}（${author}签认时说明）`
}

const OFF_BUDGET: Concern['kind'] = 'off-budget'

/** Who accepted the figures of a sheet and who signed it, every time: when, with which opinion, total and grade; who opened it again, and which sign-off. */
export function signedLines(sheet: Sheet, { accepted, state, signOffs, reopenings }: PaperFacts): string[] {
  const inForce = state.kind === 'signed-off' ? state.signOff : null
  const opened = new Set(reopenings.map((entry) => (entry.kind === 'reopen' ? entry.signOff : entry.entry)))
  const earlier = signOffs.filter(({ id }) => id !== inForce?.id)
  return [
    accepted
      ? `审核：${accepted.author} 于${recordedDay(accepted.recordedAt)}通过（${dayWord(accepted.effectiveOn)}${accepted.effectiveOn.endsWith('12-31') ? '' : '；年末节点尚未通过'}）${opinion(accepted.note)}`
      : '审核：没有通过的节点',
    ...earlier.map(
      (signOff) =>
        `${opened.has(signOff.id) ? '原签认' : '另有签认'}：${clauses([signedBy(signOff), givenOutcome(signOff)])}${opened.has(signOff.id) ? '，已重开' : '，以后签的为准'}`,
    ),
    ...reopenings.map(
      ({ author, recordedAt, reason }) => `重开：${author} 于${recordedDay(recordedAt)}重开，原因：${reason}`,
    ),
    inForce
      ? `签认：${signedBy(inForce)}；${signedOutcome(sheet, inForce)}`
      : `签认：${state.kind === 'open' && state.reopened ? '重开以后尚未重新签认' : '未签认'}`,
    ...signedWords(state).map((words) => `签认时说明：${words}`),
  ]
}

function opinion(words: string): string {
  return words.trim() === '' ? '' : `，意见：${words.trim()}`
}

function signedBy({ author, recordedAt, text }: SignOff): string {
  return `${author} 于${recordedDay(recordedAt)}签认${opinion(text)}`
}

/** Total and grade that a sign-off kept; nothing where it kept none. */
function givenOutcome({ sheet }: SignOff): string {
  const scheme = sheet && schemeNamed(sheet.scheme)
  if (!sheet) return ''
  return `${pointsText(sheet.total)} 分${scheme ? `，${GRADE_WORD[gradeOf(sheet.total, scheme)]}` : ''}`
}

/** What the signer wrote on each thing that stood out (domain.md §7); nothing where nothing did, or nobody signed. */
export function signedWords(state: YearState): string[] {
  if (state.kind !== 'signed-off') return []
  const words = saidText(state.signOff)
  return words === '' ? [] : [words]
}

/** Total and grade as they were signed, and how far the ledger has moved since; a sign-off that kept no figures has those of the sheet. */
function signedOutcome(sheet: Sheet, signOff: SignOff): string {
  if (!signOff.sheet) return outcomeText(sheet).text
  return clauses([givenOutcome(signOff), sinceSignedText(sheet, signOff)])
}
