import type { AttainmentLight } from '@/domain/status/attainment'
import type { Reported } from '@/domain/status/attainment'
import type { Target } from '@/domain/plan/target'
import type { Day } from '@/domain/time/day'
import { targetAt, type CellValue, type EntryGrid, type EntryRow } from '@/domain/desk/entryGrid'
import { readAmountCell } from '@/domain/desk/amountCell'
import { heldActual, partOfRow } from '@/domain/desk/cellEntry'
import type { Meanwhile } from '@/domain/desk/meanwhile'
import { overtaken } from '@/domain/desk/overtaken'
import type { ProjectDesk } from '@/domain/desk/projectDesk'
import type { Stays } from '@/domain/desk/undone'
import type { Entry } from '@/domain/ledger/entry'
import type { Slice } from '@/domain/ledger/ledger'
import type { Project } from '@/domain/plan/plan'
import { isStated, statedDifference } from '@/domain/desk/cumulative'
import { totalAt } from '@/domain/status/spending'
import { money, type Money } from '@/domain/number/money'
import type { PasteOutcome, PasteRefusal } from '@/domain/sheets/pastePlan'
import type { PasteAnswer } from '@/domain/sheets/pasteStep'
import type { ValueConflict } from '@/domain/status/indicatorStatus'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import { cellOutcomeText, cellValueText, refusalText } from '@/format/cellOutcomeText'
import { NOT_YET } from '@/format/service/awaitingText'
import type { CellKeeping } from '@/format/ledger/cellKeeping'
import { recordedText } from '@/format/ledger/recordedText'
import { reachWord, SAVED } from '@/format/savedText'
import { totalRivals, valueRivals } from '@/format/ledger/conflictText'
import { entryRowName } from './deskCheckText'
import {
  amount,
  amountsApart,
  exactAmount,
  figure,
  MONEY_UNIT_NAME,
  planPercent,
  signedAmount,
  targetText,
  unitText,
} from '@/format/figures'
import { dayWord, LIGHT_WORD } from '@/format/words'

/** Amounts are typed and shown in 万元 in the grid, as in the published tables. */
export const GRID_UNIT = 'wan'

/** What Ctrl+Z says where nothing can be taken back: steps are of this visit only. */
export const NOTHING_TO_UNDO =
  '没有可以撤销的：刷新或重新打开以后，以前录入的不能撤销；请再填一次，或作废那一条。'

/** How what is typed into a cell is kept or given up. */
export const HOW_SAVED = '回车或 Tab 保存，Esc 放弃'

/** The state of a cell on the desk, in the shape the store keeps it. */
export type DeskState =
  | { readonly kind: 'typed' | 'saving' | 'failed'; readonly text: string }
  | ({ readonly text: string } & Extract<PasteOutcome, { kind: 'doubtful' }>)
  | { readonly kind: 'refused'; readonly text: string; readonly why: PasteRefusal }
  | {
      readonly kind: 'moved'
      readonly text: string
      readonly value: CellValue
      readonly meanwhile: Meanwhile
    }

/** A cell as the grid shows it. `edit` is the text the editor starts with, exactly what was entered; `why` says what is in the way, with its choices. */
export interface DeskCell {
  readonly key: string
  readonly day: Day
  readonly shown: string
  readonly edit: string
  /** What goes to the clipboard: the value with every place it has. */
  readonly copy: string
  /** What the cell is about where the head of its column does not say it; `null` where it does. */
  readonly about: { readonly name: string; readonly target: string } | null
  /** What stood at the same checkpoint a year earlier; `null` where nothing is certain. */
  readonly before: string | null
  /** In this page only, or behind a shared service kept here and not yet sent: its word is shown. */
  readonly unsent?: boolean
  /** What is shown was refused by the shared service and counts for nothing. */
  readonly unsynced?: boolean
  readonly state: 'empty' | 'saved' | 'carried' | 'closed' | Exclude<DeskState['kind'], 'moved'>
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
    if (month === null) return { day, name: '截至今日', note: dayWord(day) }
    const percent = yearEnd.schedule.find((milestone) => milestone.month === month)?.percent
    return { day, name: dayWord(day), note: percent ? `计划 ${planPercent(percent)}` : '未设定' }
  })
}

/** Lays the desk out as rows of words: saved values with the light the board gives them, and over them what was typed and is not settled. */
export function deskRows(
  { grid, statuses, yearEnd, slice }: ProjectDesk,
  states: ReadonlyMap<string, DeskState>,
  keeping: CellKeeping | null = null,
): DeskRow[] {
  return grid.rows.map((row) => ({
    key: row.key,
    name: row.kind === 'spending' ? '累计支出' : entryRowName(row),
    note:
      row.kind === 'spending'
        ? `截至各节点，${MONEY_UNIT_NAME[GRID_UNIT]}`
        : `${row.indicator.level2} · ${row.indicator.description}`,
    target: row.kind === 'spending' ? `预算 ${amount(yearEnd.budget, GRID_UNIT)}` : targetText(row.target),
    cells: grid.columns.flatMap(({ day, state: columnState }, index) => {
      const status = statuses[index]
      if (!status) return []
      const key = `${row.key}@${day}`
      const after = grid.columns[index - 1]?.day ?? null
      const state = states.get(key) ?? null
      const found = row.kind === 'spending' ? spendingCell(status, after) : actualCell(row, status, after)
      const ahead = columnState === 'future' && (found.state === 'carried' || found.state === 'empty')
      const own = ahead ? { ...BLANK, word: '未到期' } : found
      const saved = keeping ? reached(own, row, status, after, slice, keeping) : own
      const cell = state ? stateCell(state, saved) : saved
      const closed = columnState === 'closed'
      return {
        ...cell,
        key,
        day,
        state: closed && !state ? 'closed' : cell.state,
        label: `${row.kind === 'spending' ? '累计支出' : entryRowName(row)}，${dayWord(day)}，${[cell.shown, cell.word].filter(Boolean).join('，')}${cell.state === 'carried' && cell.light ? `，${LIGHT_WORD[cell.light]}` : ''}${cell.why ? `，${cell.why}` : ''}`,
      }
    }),
  }))
}

/** The word of a cell into which something was entered that the shared service did not take. */
const UNSYNCED = '未能同步'

/** A cell as its entries are kept; behind a shared service 未能同步 and why where what was refused is newer than what stands. */
function reached(
  cell: Saved,
  row: EntryRow,
  status: ProjectStatus,
  after: Day | null,
  slice: Slice,
  keeping: CellKeeping,
): Saved {
  const held = row.kind === 'indicator' ? heldActual(status, row, after) : null
  const own: readonly Entry[] =
    row.kind === 'spending'
      ? status.spending.flatMap(({ entry }) => (after === null || entry.effectiveOn > after ? entry : []))
      : !held || held.carried
        ? []
        : [held.entry]
  const id = own.at(-1)?.id
  const subject = row.kind === 'spending' ? status.project.id : row.indicator.id
  const part = row.kind === 'indicator' ? (row.measure?.id ?? null) : null
  const refused = keeping.refusedAt(subject, status.asOf, part)
  if (refused && (id === undefined || refused.entry.id > id)) {
    const typed = enteredText(refused.entry)
    const now = cell.shown ? `现为 ${cell.shown}` : '现未填报'
    return {
      ...cell,
      shown: typed || cell.shown,
      state: 'failed',
      word: typed ? `${UNSYNCED}，${now}` : UNSYNCED,
      unsynced: true,
      why: `刚才录入的${typed ? ` ${typed} ` : ''}没有计入：${refused.why}`,
    }
  }
  if (own.some((entry) => keeping.voiding(entry.id))) return { ...cell, word: `作废${NOT_YET}`, unsent: true }
  const reach = keeping.reachOf(own.map((entry) => entry.id))
  if (reach === null) return cell
  const reachedCell = {
    ...cell,
    word: cell.word.replace(SAVED, reachWord(reach)),
    unsent: reach !== 'server',
  }
  const standing = own.filter(({ kind }) => kind !== 'payment').at(-1)
  const lost = standing && cell.why === null ? overtaken(standing, slice, keeping.positions) : null
  if (!standing || !lost) return reachedCell
  return { ...reachedCell, word: OVERTAKEN, why: overtakenText(lost, standing) }
}

/** The word of a cell in which something of one's own that arrived later counts for nothing, being written earlier. */
const OVERTAKEN = '另有未采用'

function overtakenText(lost: Entry, standing: Entry): string {
  const said = (entry: Entry) => `${recordedText(entry.recordedAt)} 填报的 ${enteredText(entry)}`
  return `${lost.author} ${said(lost)} 后到服务器，但填得早于 ${said(standing)}，未采用。如应以前者为准，请重新填入；否则请在下面作废前者`
}

function enteredText(entry: Entry): string {
  if (entry.kind === 'spending-total')
    return cellValueText({ kind: 'amount', amount: entry.amount }, GRID_UNIT)
  return entry.kind === 'indicator-actual'
    ? cellValueText({ kind: 'actual', value: entry.value }, GRID_UNIT)
    : ''
}

type Saved = Omit<DeskCell, 'key' | 'day' | 'label'>

const BLANK: Saved = {
  shown: '',
  edit: '',
  copy: '',
  about: null,
  before: null,
  state: 'empty',
  word: '未填报',
  light: null,
  why: null,
  choices: [],
}

function spendingCell({ spent, spending, totalConflicts }: ProjectStatus, after: Day | null): Saved {
  if (spent === null) return BLANK
  const moved = spending.some(({ entry }) => after === null || entry.effectiveOn > after)
  const text = exactAmount(spent, GRID_UNIT)
  const cell = { ...BLANK, shown: text, copy: text }
  const rival = totalConflicts.find(({ day }) => after === null || day > after)
  if (rival)
    return {
      ...cell,
      edit: text,
      state: 'saved',
      word: '有冲突',
      why: `同一日有不同累计：${totalRivals(rival, GRID_UNIT)}。请在“审核”页核定其一，未核定前不能报送`,
    }
  return moved
    ? { ...cell, edit: text, state: 'saved', word: SAVED }
    : { ...cell, state: 'carried', word: '本期无新支出' }
}

function actualCell(
  row: Extract<EntryRow, { kind: 'indicator' }>,
  status: ProjectStatus,
  after: Day | null,
): Saved {
  const part = partOfRow(status, row)
  if (!part) return wholeCell(row, status)
  const { light, reported } = part
  const held = heldActual(status, row, after)
  if (!held) return { ...BLANK, light }
  const typed = cellValueText({ kind: 'actual', value: held.entry.value }, GRID_UNIT)
  const target = targetAt(row, status.asOf)
  const cell = { ...BLANK, light, shown: shownActual(typed, reported, target), copy: typed }
  const rival = conflictIn(row, status, after)
  if (rival)
    return {
      ...cell,
      edit: typed,
      state: 'saved',
      word: '有冲突',
      why: `同一日填报不同：${valueRivals(rival)}。请在“审核”页核定其一，未核定前不能报送`,
    }
  return held.carried
    ? { ...cell, state: 'carried', word: '沿用上一节点' }
    : { ...cell, edit: typed, state: 'saved', word: `${SAVED}，${LIGHT_WORD[light]}` }
}

/** Of a day before the split: what was reported of the whole, read only. */
function wholeCell(
  row: Extract<EntryRow, { kind: 'indicator' }>,
  { indicators, asOf }: ProjectStatus,
): Saved {
  const own = indicators.find(({ indicator }) => indicator.id === row.indicator.id)
  const [whole, ...others] = own?.parts ?? []
  const cell: Saved = { ...BLANK, state: 'closed', word: '拆分之前' }
  if (!whole?.entry || others.length > 0) return cell
  const typed = cellValueText({ kind: 'actual', value: whole.entry.value }, GRID_UNIT)
  const shown = `整项 ${shownActual(typed, whole.reported, targetAt(row, asOf))}`
  return { ...cell, shown, light: whole.light, word: `拆分之前，${LIGHT_WORD[whole.light]}` }
}

/** The rival values of a row's part in the period of a column that nobody has settled. */
function conflictIn(
  row: Extract<EntryRow, { kind: 'indicator' }>,
  { indicators }: ProjectStatus,
  after: Day | null,
): ValueConflict | null {
  const own = indicators.find(({ indicator }) => indicator.id === row.indicator.id)
  const found = own?.conflicts.find(
    ({ measure, day, rivals }) =>
      rivals[0]?.kind === 'indicator-actual' &&
      (measure?.id ?? null) === (row.measure?.id ?? null) &&
      (after === null || day > after),
  )
  return found ?? null
}

/** A number with the unit of its target and the places it was entered with: 44.01 is never shown as 44.0. */
function shownActual(typed: string, reported: Reported | null, target: Target): string {
  if (reported?.kind !== 'number') return typed
  const unit = 'unit' in target ? unitText(target.unit) : ''
  const places = /\.(\d+)/.exec(typed)?.[1]?.length ?? 0
  return `${figure(reported.value, Math.max(places, reported.value.decimalPlaces()))}${unit}`
}

function stateCell(state: DeskState, saved: Saved): Saved {
  const base = {
    ...saved,
    shown: state.text,
    edit: state.text,
    copy: state.text,
    state: state.kind === 'moved' ? ('doubtful' as const) : state.kind,
    light: null,
  }
  switch (state.kind) {
    case 'typed':
      return {
        ...base,
        word: '未录入',
        why: '以前输入过，还没有录入：回车录入，F2 或双击接着改，Esc 不要了',
        choices: [
          { answer: 'as-read' as const, text: `录入 ${state.text}` },
          { answer: 'skip' as const, text: '不要了' },
        ],
      }
    case 'saving':
      return { ...base, word: '正在保存' }
    case 'failed':
      return { ...base, word: '未保存', why: '没有存入本机，内容仍在本页；请看上方提示' }
    case 'refused': {
      const { why, mend } = refusalText(state.why)
      return { ...base, word: '不能录入', why: `${why}。${mend}` }
    }
    case 'moved': {
      const entered = cellValueText(state.value, GRID_UNIT)
      return {
        ...base,
        word: '待确认',
        why: `${meanwhileText(state.meanwhile)}；仍录入 ${entered}？`,
        choices: [
          { answer: 'suggestion', text: `仍录入 ${entered}` },
          { answer: 'skip', text: '不录入，保留现在的' },
        ],
      }
    }
    case 'doubtful': {
      const { doubts, suggestion, asRead } = state
      const text = cellOutcomeText({ kind: 'doubtful', doubts, suggestion, asRead }, GRID_UNIT)
      return { ...base, word: '待确认', why: text.why, choices: text.choices }
    }
  }
}

/** Says what came into a cell while it was being typed into: by whom, what, when. */
function meanwhileText({ value, by }: Meanwhile): string {
  const now = value ? cellValueText(value, GRID_UNIT) : '未填报'
  if (!by) return `录入期间此格已变为 ${now}`
  const at = recordedText(by.at)
  return by.void && !value
    ? `录入期间此格原来的值已由 ${by.author} 作废（${at}），现为未填报`
    : `录入期间此格已由 ${by.author} ${by.void ? '作废一条，变为' : '改为'} ${now}（${at}）`
}

/** Says what 撤销 or 恢复 has done, and of figures that are what they were which entry covers them. */
export function turnedText(word: string, { projects, stays }: TurnedBack): string {
  if (projects.length === 0) return ''
  const still = stays.map(({ project, row, day, value, entry }) => {
    const now = value ? cellValueText(value, GRID_UNIT) : '未填报'
    const about = row.kind === 'spending' ? '累计支出' : entryRowName(row)
    const by = entry ? `（${entry.author} ${recordedText(entry.recordedAt)} 录入）` : ''
    return `${projects.length > 1 ? `${project.name} ` : ''}${dayWord(day)} ${about} 现在仍是 ${now}${by}`
  })
  return [
    `${word}：${projects.map(({ name }) => name).join('、')}`,
    ...(still.length > 0 ? [`但显示的数没有变：${still.join('；')}`] : []),
  ].join('。')
}

/** What 撤销 or 恢复 has done, as the desk tells it. */
export interface TurnedBack {
  readonly projects: readonly Project[]
  readonly stays: readonly Stays[]
}

/** What typing a cumulative total will write, said before it is saved. */
export function differenceText(yearEnd: ProjectStatus, day: Day, total: Money): string {
  const difference = statedDifference(yearEnd.spending, { day, total })
  const before = totalAt(yearEnd.spending, day)
  if (isStated(yearEnd.spending, { day, total })) return '与现在的累计相同，不会新增记录'
  if (before === null && total.isZero()) return `将记为：截至${dayWord(day)}零支出`
  const [after, was] = amountsApart(total, before ?? total, GRID_UNIT)
  return `将记为截至${dayWord(day)}累计 ${after} ${MONEY_UNIT_NAME[GRID_UNIT]}（原累计 ${before === null ? '未填报' : `${was}，相差 ${signedAmount(difference, GRID_UNIT)}`}），其他各日的累计不变`
}

/** What an amount typed into a cell of spending will be saved as; in any other cell, how it is saved. */
export function typingHint(
  yearEnd: ProjectStatus,
  { row, day }: { readonly row: EntryRow; readonly day: Day },
  year: number,
  text: string,
): string {
  if (row.kind !== 'spending') return HOW_SAVED
  const reading = readAmountCell(text, { unit: GRID_UNIT, budget: yearEnd.budget, year })
  return reading.kind === 'accepted'
    ? differenceText(yearEnd, day, reading.amount)
    : '截至该节点的累计支出，单位万元'
}

/** What a budget adjustment will bring the year's budget to, said before it is entered. */
export function budgetAfterText(yearEnd: ProjectStatus, adjustment: Money): string {
  const [was, after] = amountsApart(yearEnd.budget, money(yearEnd.budget.plus(adjustment)), GRID_UNIT)
  return `全年预算数将由 ${was} 变为 ${after} ${MONEY_UNIT_NAME[GRID_UNIT]}`
}
