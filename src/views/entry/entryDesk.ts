import type { AttainmentLight } from '@/domain/status/attainment'
import { attainmentLight, judge } from '@/domain/status/attainment'
import type { Day } from '@/domain/time/day'
import type { EntryGrid, EntryRow } from '@/domain/desk/entryGrid'
import type { HeldActual } from '@/domain/desk/cellEntry'
import { spentAt } from '@/domain/desk/cellEntry'
import { statedDifference } from '@/domain/desk/cumulative'
import { money, type Money } from '@/domain/number/money'
import type { PasteOutcome, PasteRefusal } from '@/domain/sheets/pastePlan'
import type { PasteAnswer } from '@/domain/sheets/pasteStep'
import type { Preset } from '@/domain/plan/preset'
import { reportedBy, type ProjectStatus } from '@/domain/status/projectStatus'
import { dueMilestone } from '@/domain/plan/schedule'
import { cellOutcomeText, cellValueText, refusalText } from '@/format/cellOutcomeText'
import { entryRowName } from './checkText'
import {
  amount,
  MONEY_UNIT_NAME,
  planPercent,
  reportedText,
  signedAmount,
  targetText,
} from '@/format/figures'
import { dayWord, LIGHT_WORD } from '@/format/words'

/** Amounts are typed and shown in 万元 in the grid, as in the published tables. */
export const GRID_UNIT = 'wan'

/** The state of a cell on the desk, in the shape the store keeps it. */
export type DeskState =
  | { readonly kind: 'saving' | 'failed'; readonly text: string }
  | {
      readonly kind: 'doubtful'
      readonly text: string
      readonly reason: string
      readonly suggestion: Extract<PasteOutcome, { kind: 'doubtful' }>['suggestion']
      readonly asRead: Extract<PasteOutcome, { kind: 'doubtful' }>['asRead']
    }
  | { readonly kind: 'refused'; readonly text: string; readonly reading: PasteRefusal }

/** A cell as the grid shows it. `edit` is the text the editor starts with; `why` says what is in the way, with its choices. */
export interface DeskCell {
  readonly key: string
  readonly day: Day
  readonly shown: string
  readonly edit: string
  readonly state: 'empty' | 'saved' | 'carried' | 'closed' | DeskState['kind']
  readonly word: string
  readonly light: AttainmentLight | null
  readonly why: string | null
  readonly choices: readonly { readonly answer: PasteAnswer; readonly text: string }[]
  readonly label: string
}

/** A row of the grid: what is entered, against which target. */
export interface DeskRow {
  readonly key: string
  readonly name: string
  readonly note: string
  readonly target: string
  readonly cells: readonly DeskCell[]
}

/** The heads of the grid's columns: the checkpoint and what its plan asks. */
export function deskColumns(
  grid: EntryGrid,
  yearEnd: ProjectStatus,
): { day: Day; name: string; note: string }[] {
  return grid.columns.map(({ day, month }) => {
    const percent = yearEnd.schedule.find((milestone) => milestone.month === month)?.percent
    return { day, name: dayWord(day), note: percent ? `计划 ${planPercent(percent)}` : '未设定' }
  })
}

/** Lays the desk out as rows of words: saved values, and over them what was typed and is not settled. */
export function deskRows(
  grid: EntryGrid,
  yearEnd: ProjectStatus,
  held: (row: EntryRow, day: Day, after: Day | null) => HeldActual | null,
  states: ReadonlyMap<string, DeskState>,
  preset: Preset,
): DeskRow[] {
  return grid.rows.map((row) => ({
    key: row.key,
    name: row.kind === 'spending' ? '累计支出' : entryRowName(row),
    note:
      row.kind === 'spending'
        ? `截至各节点，${MONEY_UNIT_NAME[GRID_UNIT]}`
        : `${row.indicator.level2} · ${row.indicator.description}`,
    target: row.kind === 'spending' ? `预算 ${amount(yearEnd.budget, GRID_UNIT)}` : targetText(row.target),
    cells: grid.columns.map(({ day, state: columnState }, index) => {
      const key = `${row.key}@${day}`
      const after = grid.columns[index - 1]?.day ?? null
      const state = states.get(key) ?? null
      const saved =
        row.kind === 'spending'
          ? spendingCell(yearEnd, day, after)
          : actualCell(row, held(row, day, after), yearEnd, day, preset)
      const cell = state ? stateCell(state, saved) : saved
      const closed = columnState === 'closed'
      return {
        ...cell,
        key,
        day,
        state: closed && !state ? 'closed' : cell.state,
        label: `${row.kind === 'spending' ? '累计支出' : entryRowName(row)}，${dayWord(day)}，${cell.shown || '未填报'}，${cell.word}${cell.why ? `，${cell.why}` : ''}`,
      }
    }),
  }))
}

type Saved = Omit<DeskCell, 'key' | 'day' | 'label'>

const BLANK: Saved = {
  shown: '',
  edit: '',
  state: 'empty',
  word: '未填报',
  light: null,
  why: null,
  choices: [],
}

function spendingCell(yearEnd: ProjectStatus, day: Day, after: Day | null): Saved {
  const total = spentAt(yearEnd, day)
  if (total === null) return BLANK
  const moved = yearEnd.spending.some(
    ({ entry }) => entry.effectiveOn <= day && (after === null || entry.effectiveOn > after),
  )
  const text = amount(total, GRID_UNIT)
  return moved
    ? { ...BLANK, shown: text, edit: text, state: 'saved', word: '已保存' }
    : { ...BLANK, shown: text, edit: '', state: 'carried', word: '本期无新支出' }
}

function actualCell(
  row: EntryRow,
  held: HeldActual | null,
  yearEnd: ProjectStatus,
  day: Day,
  preset: Preset,
): Saved {
  if (!held || row.kind !== 'indicator') return BLANK
  const typed = cellValueText({ kind: 'actual', value: held.entry.value }, GRID_UNIT)
  const reported = reportedBy(held.entry, row.target)
  const shown = reported?.kind === 'number' ? reportedText(reported.value, row.target) : typed
  if (held.carried) return { ...BLANK, shown, state: 'carried', word: '沿用上一节点' }
  const share = row.measure?.buildsUp ? (dueMilestone(yearEnd.schedule, day)?.percent ?? null) : null
  const light = reported ? attainmentLight(judge(row.target, reported, preset, share), preset) : 'not-judged'
  return { ...BLANK, shown, edit: typed, state: 'saved', word: `已保存，${LIGHT_WORD[light]}`, light }
}

function stateCell(state: DeskState, saved: Saved): Saved {
  const base = { ...saved, shown: state.text, edit: state.text, state: state.kind, light: null }
  switch (state.kind) {
    case 'saving':
      return { ...base, word: '正在保存' }
    case 'failed':
      return { ...base, word: '未保存', why: '没有存入本机，内容仍在本页；请看上方提示' }
    case 'refused': {
      const { why, mend } = refusalText(state.reading)
      return { ...base, word: '不能录入', why: `${why}。${mend}` }
    }
    case 'doubtful': {
      const text = cellOutcomeText(
        {
          kind: 'doubtful',
          doubts: [state.reason as never],
          suggestion: state.suggestion,
          asRead: state.asRead,
        },
        GRID_UNIT,
      )
      return { ...base, word: '待确认', why: text.why, choices: text.choices }
    }
  }
}

/** What typing a cumulative total will write, said before it is saved. */
export function differenceText(yearEnd: ProjectStatus, day: Day, total: Money): string {
  const difference = statedDifference(yearEnd.spending, { day, total })
  const before = spentAt(yearEnd, day)
  if (before !== null && difference.isZero()) return '与已保存的累计相同，不会新增记录'
  if (before === null && total.isZero()) return `将记为：截至${dayWord(day)}零支出`
  return `将记一笔 ${signedAmount(difference, GRID_UNIT)} ${MONEY_UNIT_NAME[GRID_UNIT]}（${dayWord(day)}，原累计 ${before === null ? '未填报' : amount(before, GRID_UNIT)}）`
}

/** What a budget adjustment will bring the year's budget to, said before it is entered. */
export function budgetAfterText(yearEnd: ProjectStatus, adjustment: Money): string {
  const after = money(yearEnd.budget.plus(adjustment))
  return `全年预算数将由 ${amount(yearEnd.budget, GRID_UNIT)} 变为 ${amount(after, GRID_UNIT)} ${MONEY_UNIT_NAME[GRID_UNIT]}`
}
