import { comparableName } from '@/domain/number/visibleText'
import type { SourceCell } from '../reading/sourceDocument'
import { isAfterChange } from './changeColumns'
import type { Account } from './facts/account'
import { cellPlace, type Paragraph, paragraphPlace, type Row, textOf } from './documentRows'
import { headLabel, isActual, isHeading, isOtherYear, periodOf } from './headings'
import { isRank } from './indicators/levelNames'
import { Leaf } from './traced'

type Kind = 'goal' | 'changed-left' | 'longer-term-left' | 'other-year-left' | 'goal-left'

interface Column {
  readonly place: number
  readonly kind: Kind
  readonly heading: SourceCell
}

/** The goals of one project: beside their label, or below sub-headings that tell what was planned from what was done, and the year from a longer term. */
export class GoalRows {
  readonly goals: Leaf[] = []
  private columns: readonly Column[] = []
  private width = 0
  private open = false
  private annual = false
  /** Whether the table shows where the cell of the goals ends. */
  private laidOut = false
  private kind: Kind = 'goal'
  /** The column of the next project where the table prints one in each column; `null` where it is of one. */
  private next: number | null = null
  private readonly account: Account
  private readonly year: number | null

  constructor(account: Account, year: number | null) {
    this.account = account
    this.year = year
  }

  get isOpen(): boolean {
    return this.open
  }

  close(): void {
    this.open = false
    this.columns = []
  }

  /** Another project's column begins there: what stands from it on is none of this one's goals. */
  endAt(column: number): void {
    this.next = column
  }

  /** Takes a row that bears a label of goals: sub-headings in it, or the text itself. */
  takeLabelled(row: Row): void {
    const cells = row.cells
    const at = cells.findIndex((cell) => headLabel(textOf(cell)) === 'goals' || isNumberedGoal(textOf(cell)))
    const label = cells[at]
    if (!label) return
    this.open = true
    this.laidOut = row.table.merges
    this.columns = []
    this.account.understood(label)
    const rest = cells.slice(at + 1)
    const below = rest.filter((cell, index) => {
      const next = rest[index + 1]
      return isSubHeading(textOf(cell)) && (!next || textOf(next) === '' || isAnyHeading(textOf(next)))
    })
    const filled = rest.filter((cell) => textOf(cell) !== '')
    if (below.length > 0 && filled.every((cell) => isSubHeading(textOf(cell)))) {
      for (const cell of below) this.account.understood(cell)
      this.columns = below.map((cell) => ({
        place: cell.column,
        kind: kindOf(textOf(cell), this.year),
        heading: cell,
      }))
      this.width = row.slots.length
      this.kind = 'goal'
      return
    }
    this.takeBeside(row, label, rest)
  }

  /** Takes the texts below sub-headings; `false` when none are awaited or the row has labels of its own. */
  takeBelow(row: Row): boolean {
    const { columns } = this
    if (columns.length === 0) return false
    const shift = row.table.merges ? 0 : this.width - row.slots.length
    const fresh = row.cells.filter((cell) => textOf(cell) !== '')
    this.columns = []
    if (shift < 0 || fresh.some((cell) => headLabel(textOf(cell)) !== null)) return false
    for (const { place, kind, heading } of columns) {
      const slot = row.slots[place - shift]
      if (!slot?.begins || textOf(slot.cell) === '') continue
      this.put(row, heading, slot.cell, kind)
    }
    return true
  }

  /** Takes a further row of the goals that a sub-heading of its own begins (目标2, 全年目标); `false` for any other. */
  takePart(row: Row): boolean {
    const at = row.cells.findIndex((cell) => textOf(cell) !== '')
    const label = row.cells[at]
    const rest = row.cells.slice(at + 1).filter((cell) => textOf(cell) !== '')
    if (!this.open || !label || rest.length === 0 || !isPart(textOf(label))) return false
    this.account.understood(label)
    this.takeBeside(row, label, rest)
    return true
  }

  /** A further row without a label goes on with the goals. */
  takeMore(row: Row, cell: SourceCell): void {
    if (!this.isOfNext(cell)) this.put(row, null, cell, this.kind)
  }

  /** Whether a line behind the table may be one of its goals: only where the layout does not tell cells from lines, or no cell held any. */
  goesOnIn(text: string): boolean {
    return (!this.laidOut || this.goals.length === 0) && !isNoGoal(text)
  }

  /** A line behind the goals' cell: text put on the clipboard by Word breaks a cell's lines like paragraphs. */
  takeLine(paragraph: Paragraph, text = paragraph.text): void {
    this.account.understood(paragraph)
    this.goals.push(new Leaf(text, paragraphPlace(paragraph)))
  }

  /** Labels and texts by turns: a text belongs to the last heading before it. */
  private takeBeside(row: Row, label: SourceCell, rest: readonly SourceCell[]): void {
    let heading = label
    for (const [index, cell] of rest.entries()) {
      const text = textOf(cell)
      if (text === '') continue
      const before = rest[index - 1]
      if (before && before !== heading && this.isOfNext(cell)) {
        this.account.leave('label-left', row.table, [heading, cell])
        continue
      }
      const next = rest[index + 1]
      if (heading === label && next && isNumberOf(cell, next)) {
        this.account.understood(cell)
        continue
      }
      if (isAnyHeading(text)) {
        heading = cell
        if (isSubHeading(text)) this.account.understood(cell)
        continue
      }
      if (!isSubHeading(textOf(heading))) {
        this.account.leave('label-left', row.table, [heading, cell])
        continue
      }
      this.kind = kindOf(textOf(heading), this.year)
      this.put(row, heading, cell, this.kind)
    }
  }

  private isOfNext({ column }: SourceCell): boolean {
    return this.next !== null && column >= this.next
  }

  put(row: Row, heading: SourceCell | null, cell: SourceCell, kind: Kind): void {
    if (kind !== 'goal') {
      this.account.leave(kind, row.table, heading ? [heading, cell] : [cell])
      return
    }
    const lines = cell.lines.map((line) => line.trim()).filter((line) => line !== '')
    const again = lines.length === this.goals.length
    if (again && lines.every((line, at) => this.goals[at]?.value === line))
      return this.account.understood(cell)
    const annual = heading !== null && periodOf(textOf(heading)) === 'annual'
    if (heading && this.goals.length > 0 && annual !== this.annual) {
      if (!annual) return this.account.leave('goal-left', row.table, [heading, cell])
      for (const { from } of this.goals.splice(0)) this.account.issue('goal-left', from)
    }
    if (heading) this.annual = annual
    this.account.understood(cell)
    for (const line of lines) this.goals.push(new Leaf(line, cellPlace(row.table, cell)))
  }
}

/** What a sub-heading says of a part of the year, whose goal is none of the year's. */
const PART_OF_YEAR =
  /^(?:[上下前后]半年|第?[一二三四1-4]季度|前三季度|1?\d月份?|阶段性?)(?:(?:绩效|工作|预期|阶段性?|进度)?(?:目标|任务))$/

/** A sub-heading of the goals before or after a change of the plan. */
const OF_CHANGE = /^(?:调整|变更)[前后]的?(?:(?:年度|绩效|年度绩效|工作|预期)?目标)?$/

/** A sub-heading that numbers one of several goals of the year. */
const NUMBERED =
  /^(?:年度|绩效|年度绩效|总体|具体|工作|分项|子)?目标(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳])$/

/** A remark, a signature, a unit or the heading of another part, which may follow goals and is none. */
const NO_GOAL =
  /^(?:(?:备?注|说明|(?:金额)?单位|(?:填|编)(?:报|表|制)[^:]{0,4}|审核人?|负责人|联系(?:人|电话|方式)|日期|经办人)\d?[:;]|[[(（]?(?:金额)?单位:|第\s*\d+\s*页)|^.{0,12}(?:指标|情况|计划|目标)(?:表|明细表?|设定)?(?:具体)?(?:分解)?如下[:;]?$|^(?:\(?[一二三四五六七八九十]{1,3}[)、].{0,12}|(?:年度|项目)?绩效)(?:指标|情况)表?[:;]?$/

/** Whether a line that follows goals is none of them: 注：…, 编报人：…, （二）绩效指标. */
export function isNoGoal(text: string): boolean {
  return NO_GOAL.test(comparableName(text))
}

function plainLabel(text: string): string {
  return text.length > 24 ? '' : comparableName(text).replace(/[:;]+$/, '')
}

/** Whether a cell is the number of the goal beside it and no more. */
export function isNumberOf(number: SourceCell, goal: SourceCell): boolean {
  const [text, beside] = [textOf(number), textOf(goal)]
  return (
    text.length <= 4 &&
    !/\d{3}/.test(text) &&
    isRank(text) &&
    /\p{L}{2}/u.test(beside) &&
    !isAnyHeading(beside)
  )
}

/** Whether a text is the sub-heading of one of several numbered goals (年度绩效目标1). */
export function isNumberedGoal(text: string): boolean {
  return NUMBERED.test(plainLabel(text))
}

function isPart(text: string): boolean {
  const plain = plainLabel(text)
  return (
    PART_OF_YEAR.test(plain) || OF_CHANGE.test(plain) || NUMBERED.test(plain) || /^20\d{2}年?度?$/.test(plain)
  )
}

function isAnyHeading(text: string): boolean {
  return isHeading(text) || isPart(text)
}

function isSubHeading(text: string): boolean {
  return headLabel(text) === 'goals' || isPart(text) || (isHeading(text) && isActual(text))
}

function kindOf(text: string, year: number | null): Kind {
  if (isAfterChange(text)) return 'changed-left'
  if (isActual(text) || PART_OF_YEAR.test(plainLabel(text))) return 'goal-left'
  if (isOtherYear(text, year)) return 'other-year-left'
  return periodOf(text) === 'midterm' ? 'longer-term-left' : 'goal'
}
