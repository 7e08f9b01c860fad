import { cellDrafts, heldActual } from '../desk/cellEntry'
import { stateTotals } from '../desk/cumulative'
import { cleanCell, saysNothing } from '../number/cellText'
import type { Money } from '../number/money'
import type { Day } from '../time/day'
import type { CellValue, EntryRow } from '../desk/entryGrid'
import { askCell, falling } from '../desk/readCell'
import type { Draft } from '../ledger/draft'
import type { Project } from '../plan/plan'
import type { DeviationCategory, IndicatorActual, Likelihood } from '../ledger/entry'
import type { PasteDoubt, PasteRefusal } from './pastePlan'
import { statusAt, type ProjectDesk } from '../desk/projectDesk'

/** One row of an uploaded template: which row of which project it names, its texts by checkpoint day (`before`: what a template would show there now; `printed`: what it showed when it was made, `null` where that is not recorded), and the remarks. `differs` is a name beside the key that is another row's. */
export interface TemplateRow {
  readonly line: number
  readonly key: string
  readonly differs: { readonly column: number; readonly text: string } | null
  /** The row's name or target where it says something else than it did when the template was made. */
  readonly relabelled: { readonly column: number; readonly text: string; readonly printed: string } | null
  readonly cells: readonly {
    readonly day: Day
    readonly column: number
    readonly text: string
    readonly before: string
    readonly printed: string | null
    /** The number behind a cell that shows it rounded, written in full; `null` where the cell shows all of it. */
    readonly full: string | null
    /** Whether the cell is a formula saved without its result, which reads as blank and is none. */
    readonly unsaved: boolean
  }[]
  readonly remarks: {
    readonly column: number
    readonly category: string
    readonly text: string
    readonly fullYear: string
    readonly likelihood: string
  }
}

/** A sheet, row or column that is hidden and was not read; `line` counts from 1, `column` from 0, `text` is its name. */
export type HiddenPart =
  | { readonly kind: 'hidden-row'; readonly line: number; readonly text: string }
  | { readonly kind: 'hidden-sheet'; readonly text: string; readonly rows: number }
  | { readonly kind: 'hidden-column'; readonly column: number; readonly text: string }

/** Another sheet of an uploaded file that looks like the template: how many of its cells say something else than the one that is read; `null` where it cannot be read. */
export interface CopiedSheet {
  readonly name: string
  readonly differs: number | null
}

/** How many cells two sheets of a template fill differently, row by row; a row that one of them lacks says what was printed. */
export function differingCells(one: readonly TemplateRow[], other: readonly TemplateRow[]): number {
  const others = new Map(other.map((row) => [row.key, row]))
  const keys = new Set(one.map(({ key }) => key))
  const only = other.filter(({ key }) => !keys.has(key))
  const changed = (row: TemplateRow) => saidIn(row).filter((text, at) => text !== printedIn(row)[at]).length
  const pairs = one.map((row) => {
    const beside = others.get(row.key)
    if (!beside) return changed(row)
    const texts = saidIn(beside)
    return saidIn(row).filter((text, at) => text !== texts[at]).length
  })
  return [...pairs, ...only.map(changed)].reduce((sum, count) => sum + count, 0)
}

function saidIn({ cells, remarks: { category, text, fullYear, likelihood } }: TemplateRow): string[] {
  return [...cells.map((cell) => cell.full ?? cell.text), category, text, fullYear, likelihood].map((own) =>
    own.trim(),
  )
}

function printedIn({ cells }: TemplateRow): string[] {
  return [...cells.map(({ printed, before }) => (printed ?? before).trim()), '', '', '', '']
}

/** Why a row or cell of an uploaded template cannot be taken; `line` counts from 1, `column` from 0. */
export type TemplateIssue =
  | {
      readonly kind: 'unknown-row' | 'row-twice' | 'name-differs'
      readonly line: number
      readonly column: number
      readonly text: string
    }
  | {
      readonly kind: 'label-changed'
      readonly line: number
      readonly column: number
      readonly text: string
      readonly printed: string
    }
  | {
      readonly kind: 'refused'
      readonly line: number
      readonly column: number
      readonly text: string
      readonly why: PasteRefusal
    }
  | {
      readonly kind: 'doubtful'
      readonly line: number
      readonly column: number
      readonly text: string
      readonly doubts: readonly PasteDoubt[]
      readonly suggestion: CellValue
      readonly asRead: CellValue | null
    }
  | {
      readonly kind: 'not-a-choice' | 'remark-without-value' | 'no-value'
      readonly line: number
      readonly column: number
      readonly text: string
    }

/** A changed cell of a closed checkpoint: it is left out and said, the others stay takeable (domain.md §6). */
export type ClosedCell = Extract<TemplateIssue, { kind: 'refused' }>

/** A cell that was emptied over a value that stands, or given a dash or 无. */
export interface BlankedCell {
  readonly line: number
  readonly column: number
  readonly text: string
  readonly before: string
}

/** One cell that a template would change. `asked` says that it is taken only when somebody says so: the ledger has moved since the template was made, or what the template showed is not recorded. */
export interface TemplateChange {
  readonly line: number
  readonly column: number
  readonly project: Project
  readonly row: EntryRow
  readonly day: Day
  readonly before: string
  readonly value: CellValue
  readonly over: '100' | 'budget' | null
  readonly asked: { readonly printed: string | null } | null
}

/** What is said of changes that are asked about, by `changeKey`. */
export type ChangeAnswers = ReadonlyMap<string, 'take' | 'skip'>

/** Names a change in the answers. */
export function changeKey({ line, column }: { readonly line: number; readonly column: number }): string {
  return `${line}:${column}`
}

/** What a template comes to: drafts to write as one step, how many cells they are and which are closed, or what stands in the way. All or nothing but what is closed. */
export type TemplateReading =
  | {
      readonly kind: 'step'
      readonly drafts: readonly Draft[]
      readonly cells: number
      readonly unchanged: number
      readonly changes: readonly TemplateChange[]
      /** Changes that are asked about and not answered yet: nothing is taken before. */
      readonly open: number
      readonly over100: readonly { readonly line: number; readonly column: number; readonly text: string }[]
      readonly closed: readonly ClosedCell[]
      /** Values that were printed, stand and are blank in the file: a blank takes nothing away. */
      readonly blanked: readonly BlankedCell[]
    }
  | { readonly kind: 'refused'; readonly issues: readonly TemplateIssue[] }

/** The words that a template offers for a choice, each with what it means. */
export interface TemplateChoices {
  readonly categories: Readonly<Record<string, DeviationCategory>>
  readonly likelihoods: Readonly<Record<string, Likelihood>>
}

interface Read {
  readonly project: ProjectDesk
  readonly row: EntryRow
  readonly day: Day
  readonly value: CellValue
  readonly line: number
  readonly cell: TemplateRow['cells'][number]
  readonly over100: boolean
}

interface Aside {
  readonly closed: ClosedCell[]
  readonly blanked: BlankedCell[]
  readonly over100: { readonly line: number; readonly column: number; readonly text: string }[]
}

interface Remarked {
  readonly project: ProjectDesk
  readonly row: EntryRow
  readonly day: Day
  readonly said: Partial<IndicatorActual>
}

/** The key of a row in a template: the project's id for its spending, else the key of the indicator's row. */
export function templateKey(project: string, row: EntryRow): string {
  return row.kind === 'spending' ? project : row.key
}

/** Reads the rows of an uploaded template against the projects it may speak of; blanks change nothing, cells as they were change nothing. */
export function readTemplate(
  projects: readonly ProjectDesk[],
  rows: readonly TemplateRow[],
  choices: TemplateChoices,
  answers: ChangeAnswers = new Map(),
): TemplateReading {
  const places = new Map(
    projects.flatMap((project) =>
      project.grid.rows.map((row) => [templateKey(project.grid.project.id, row), { project, row }] as const),
    ),
  )
  const issues: TemplateIssue[] = []
  const seen = new Set<string>()
  const read: Read[] = []
  const remarked: Remarked[] = []
  const aside: Aside = { closed: [], blanked: [], over100: [] }
  for (const line of rows) {
    const place = places.get(line.key)
    if (!place || seen.has(line.key)) {
      const kind = place ? 'row-twice' : 'unknown-row'
      issues.push({ kind, line: line.line, column: 0, text: line.key })
      continue
    }
    seen.add(line.key)
    if (line.differs) {
      issues.push({ kind: 'name-differs', line: line.line, ...line.differs })
      continue
    }
    if (line.relabelled && line.cells.some(isFilledIn)) {
      issues.push({ kind: 'label-changed', line: line.line, ...line.relabelled })
      continue
    }
    for (const cell of line.cells)
      if (isBlanked(cell))
        aside.blanked.push({ line: line.line, column: cell.column, text: cell.text, before: cell.before })
    let highest: Money | null = null
    const inTime = [...line.cells].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    const values = inTime.flatMap((cell) => {
      const found = readLine(place.project, place.row, line.line, cell, highest)
      const total = found && 'value' in found && found.value.kind === 'amount' ? found.value.amount : null
      if (total && (highest === null || total.gt(highest))) highest = total
      if (found === null) return []
      if ('issue' in found) {
        issues.push(found.issue)
        return []
      }
      if ('closed' in found) {
        aside.closed.push(found.closed)
        return []
      }
      if (found.over100) aside.over100.push({ line: line.line, column: cell.column, text: cell.text })
      return [{ ...place, day: cell.day, value: found.value, line: line.line, cell, over100: found.over100 }]
    })
    read.push(...values)
    const said = remarks(line, choices, issues)
    const last = line.cells.filter(({ text }) => text.trim() !== '').at(-1)
    if (said && last && place.row.kind === 'indicator') remarked.push({ ...place, day: last.day, said })
    else if (said)
      issues.push({
        kind: 'remark-without-value',
        line: line.line,
        column: line.remarks.column,
        text: line.remarks.text || line.remarks.category,
      })
  }
  if (issues.length > 0) return { kind: 'refused', issues }
  return step(projects, read, remarked, aside, answers)
}

type Cell = TemplateRow['cells'][number]

/** Whether a cell says something that the template did not print. */
function isFilledIn({ text, before, printed, full, unsaved }: Cell): boolean {
  if (unsaved || full !== null) return true
  return text.trim() !== '' && ![before, printed].some((own) => own !== null && own.trim() === text.trim())
}

function isBlanked({ text, before, printed, unsaved }: Cell): boolean {
  return (
    !unsaved && saysNothing(cleanCell(text)) && before.trim() !== '' && !saysNothing(cleanCell(printed ?? ''))
  )
}

type Line =
  | { readonly value: CellValue; readonly over100: boolean }
  | { readonly issue: TemplateIssue }
  | { readonly closed: ClosedCell }
  | null

function readLine(
  project: ProjectDesk,
  row: EntryRow,
  line: number,
  { day, column, text, before, printed, full, unsaved }: TemplateRow['cells'][number],
  highest: Money | null,
): Line {
  const at = { line, column, text }
  if (unsaved) return { issue: { kind: 'no-value', ...at } }
  if (full === null && [before, printed].some((own) => own !== null && text.trim() === own.trim()))
    return null
  const { grid } = project
  const place = grid.columns.find((own) => own.day === day)
  if (!place) return null
  const open = { ...place, state: place.state === 'closed' ? ('open' as const) : place.state }
  const asked = askCell(full ?? text, row, open, grid, 'wan')
  const fallen = asked.kind === 'accepted' && asked.value.kind === 'amount' && highest?.gt(asked.value.amount)
  const reading = fallen ? falling(asked) : asked
  if (reading.kind === 'empty') return null
  if (reading.kind === 'refused') return { issue: { kind: 'refused', ...at, why: reading.why } }
  const value = reading.kind === 'accepted' ? reading.value : reading.suggestion
  if (drafted(project, row, day, value).length > 0 && place.state === 'closed')
    return { closed: { kind: 'refused', ...at, why: { reason: 'closed' } } }
  if (reading.kind === 'accepted' && full === null) return { value, over100: reading.over100 }
  const doubts: readonly PasteDoubt[] = [
    ...(reading.kind === 'doubtful' ? reading.doubts : []),
    ...(full === null ? [] : ['rounded' as const]),
  ]
  const asRead = reading.kind === 'doubtful' ? reading.asRead : null
  return { issue: { kind: 'doubtful', ...at, doubts, suggestion: value, asRead } }
}

function drafted(project: ProjectDesk, row: EntryRow, day: Day, value: CellValue): readonly Draft[] {
  const status = statusAt(project, day)
  return status ? cellDrafts(status, project.yearEnd, row, day, value) : []
}

function remarks(
  { line, remarks: said }: TemplateRow,
  choices: TemplateChoices,
  issues: TemplateIssue[],
): Partial<IndicatorActual> | null {
  const [category, text, fullYear, likelihood] = [
    said.category.trim(),
    said.text.trim(),
    said.fullYear.trim(),
    said.likelihood.trim(),
  ]
  if ([category, text, fullYear, likelihood].every((own) => own === '')) return null
  const known = choices.categories[category]
  const chance = choices.likelihoods[likelihood]
  if (category !== '' && known === undefined)
    issues.push({ kind: 'not-a-choice', line, column: said.column, text: category })
  if (likelihood !== '' && chance === undefined)
    issues.push({ kind: 'not-a-choice', line, column: said.column + 3, text: likelihood })
  return {
    deviation: text === '' && known === undefined ? null : { category: known ?? 'other', text },
    fullYear: fullYear === '' ? null : fullYear,
    likelihood: chance ?? null,
  }
}

function step(
  projects: readonly ProjectDesk[],
  read: readonly Read[],
  remarked: readonly Remarked[],
  aside: Aside,
  answers: ChangeAnswers,
): TemplateReading {
  const changed = read.filter((cell) => drafted(cell.project, cell.row, cell.day, cell.value).length > 0)
  const changes = changed.map(changeOf)
  const answer = (change: TemplateChange) =>
    change.asked ? (answers.get(changeKey(change)) ?? null) : 'take'
  const taken = changed.filter((_, index) => {
    const change = changes[index]
    return change !== undefined && answer(change) === 'take'
  })
  const saidOf = ({ row, day }: Read) =>
    remarked.find((own) => own.row === row && own.day === day)?.said ?? null
  const alone = remarked.filter((own) => !read.some(({ row, day }) => row === own.row && day === own.day))
  const drafts = projects.flatMap((project): Draft[] => {
    const own = taken.filter((cell) => cell.project === project)
    const totals = own.flatMap(({ day, value, row }) =>
      row.kind === 'spending' && value.kind === 'amount' ? [{ day, total: value.amount }] : [],
    )
    return [
      ...stateTotals(project.grid.project.id, project.yearEnd.spending, totals),
      ...own.flatMap((cell) => {
        if (cell.row.kind !== 'indicator') return []
        const said = saidOf(cell)
        return drafted(project, cell.row, cell.day, cell.value).map(
          (draft) => ({ ...draft, ...said }) as Draft,
        )
      }),
      ...alone.filter((cell) => cell.project === project).flatMap(restated),
    ]
  })
  return {
    kind: 'step',
    drafts,
    cells: taken.length + alone.length,
    unchanged: read.length - changed.length,
    changes,
    open: changes.filter((change) => answer(change) === null).length,
    ...aside,
  }
}

function changeOf({ project, row, day, value, line, cell, over100 }: Read): TemplateChange {
  const { column, before, printed } = cell
  const moved = printed === null || printed.trim() !== before.trim()
  const overBudget = value.kind === 'amount' && value.amount.gt(project.yearEnd.budget)
  return {
    line,
    column,
    project: project.grid.project,
    row,
    day,
    before,
    value,
    over: over100 ? '100' : overBudget ? 'budget' : null,
    asked: moved ? { printed } : null,
  }
}

/** The value that is held, entered again with what is now said beside it; nothing when it is said already. */
function restated({ project, row, day, said }: Remarked): Draft[] {
  if (row.kind !== 'indicator') return []
  const status = statusAt(project, day)
  const entry = status ? heldActual(status, row, null)?.entry : null
  if (!entry) return []
  const { subject, effectiveOn, measure, value, evidence, deviation, fullYear, likelihood } = entry
  const held = { deviation, fullYear, likelihood }
  if (JSON.stringify(held) === JSON.stringify(said)) return []
  return [{ kind: 'indicator-actual', subject, effectiveOn, measure, value, evidence, ...held, ...said }]
}
