import type { TargetChange } from '@/domain/ledger/entry'
import type { ApprovedChange } from '@/domain/papers/approvedChanges'
import type { Target } from '@/domain/plan/target'
import type { MoneyFacts } from '@/domain/papers/paperFacts'
import type { Sheet } from '@/domain/scoring/sheet'
import { clauses, sentence } from '../clauses'
import {
  amountsApart,
  milestoneText,
  MONEY_UNIT_NAME,
  signedAmount,
  targetText,
  type MoneyUnit,
} from '../figures'
import { documentText, fullDay } from '../words'
import { head, nameAmong, text, type FormCell } from './formCells'

/** Approved changes on a paper, a line each: since when, what, old → new, by which document and why (domain.md §3, §6). */
export function changeLines(changes: readonly ApprovedChange[], unit: MoneyUnit = 'wan'): string[] {
  return changes.map((change) => {
    const { effectiveOn, document, reason } = change.entry
    return `${fullDay(effectiveOn)}，${changedText(change, unit)}，${documentText(document)}：${reason.trim()}`
  })
}

/** The same as one sentence for a report; empty where nothing was changed. */
export function changesSentence(changes: readonly ApprovedChange[], unit: MoneyUnit = 'wan'): string {
  return changes.length === 0 ? '' : `经批准的调整：${sentence(changeLines(changes, unit))}`
}

/** Why 全年预算数 is not 年初预算数, project by project, for the papers of the department; empty where no budget was adjusted. */
export function budgetChangesText(
  papers: readonly { readonly sheet: Sheet; readonly facts: Pick<MoneyFacts, 'changes'> }[],
): string {
  const all = papers.map(({ sheet }) => sheet.project)
  const said = papers.flatMap(({ sheet, facts }) => {
    const lines = changeLines(facts.changes.filter(({ kind }) => kind === 'budget'))
    return lines.length === 0 ? [] : [`${nameAmong(sheet.project, all)} ${clauses(lines)}`]
  })
  return said.length === 0 ? '' : `经批准的预算调整：${sentence(said)}`
}

function changedText(change: ApprovedChange, unit: MoneyUnit): string {
  switch (change.kind) {
    case 'budget': {
      const [before, after] = amountsApart(change.before, change.after, unit)
      return `全年预算数 ${before} → ${after} ${MONEY_UNIT_NAME[unit]}（${signedAmount(change.entry.amount, unit)}）`
    }
    case 'target':
      return `“${change.indicator.level3}”指标值 ${targetText(change.before)} → ${targetText(change.after)}`
    case 'schedule':
      return `资金支出计划${change.moved.length === 0 ? '未变' : ` ${change.moved.map(movedText).join('、')}`}`
  }
}

type Moved = Extract<ApprovedChange, { kind: 'schedule' }>['moved'][number]

function movedText({ month, before, after }: Moved): string {
  return `${month}月底 ${milestoneText(before)} → ${milestoneText(after)}`
}

/** The row 调整事项 of a form, its heading and its words merged over columns; none where nothing was changed. */
export function changesRow(
  changes: readonly ApprovedChange[],
  columns: readonly [heading: number, words: number],
  unit: MoneyUnit = 'wan',
): FormCell[][] {
  const lines = changeLines(changes, unit)
  return lines.length === 0 ? [] : [[head('调整事项', columns[0]), text(lines.join('\n'), columns[1])]]
}

/** What stands below a changed 指标值: the one that was published and by which document it was changed; empty where it was not. */
export function changedFrom(targetChange: TargetChange | null, published: Target): string {
  return targetChange ? `（原 ${targetText(published)}，${documentText(targetChange.document)}）` : ''
}

/** A 指标值 cell: the value in force, and below it what was published where it was changed. */
export function withChange({
  target,
  changed,
}: {
  readonly target: string
  readonly changed: string
}): string {
  return [target, changed].filter(Boolean).join('\n')
}
