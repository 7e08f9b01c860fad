import type { Day } from '@/domain/time/day'
import type { EntryRow } from '@/domain/desk/entryGrid'
import { heldActual } from '@/domain/desk/cellEntry'
import { totalAt } from '@/domain/status/spending'
import { toWan } from '@/domain/number/money'
import type { ProjectDesk } from '@/domain/desk/projectDesk'
import { templateKey, type HiddenPart, type TemplateRow } from '@/domain/sheets/templateSheet'
import { columnName, text, type BookCell, type BookSheet } from './book'

/** The words of a template, which are the interface's. */
export interface TemplateWords {
  readonly sheet: string
  readonly help: string
  readonly lines: readonly string[]
  readonly headings: {
    readonly key: string
    readonly project: string
    readonly row: string
    readonly target: string
    readonly category: string
    readonly reason: string
    readonly fullYear: string
    readonly likelihood: string
  }
  readonly spending: string
  readonly checkpoint: (day: Day) => string
  readonly target: (row: Extract<EntryRow, { kind: 'indicator' }>) => string
  readonly budget: (project: ProjectDesk) => string
  readonly held: (entry: NonNullable<ReturnType<typeof heldActual>>['entry']) => string
  readonly categories: readonly string[]
  readonly likelihoods: readonly string[]
}

const KEY = 0
const FIRST_CHECKPOINT = 4
const CLOSED_LOOK = 'locked'

/** Every checkpoint any of the projects has, in the order of the year. */
function daysOf(projects: readonly ProjectDesk[]): Day[] {
  return [...new Set(projects.flatMap(({ grid }) => grid.columns.map(({ day }) => day)))].sort()
}

/** The sheets of a template: a row for the spending of each project and for each of its indicators, what is held filled in, text cells throughout. */
export function templateSheets(projects: readonly ProjectDesk[], words: TemplateWords): BookSheet[] {
  const days = daysOf(projects)
  const { headings } = words
  const rows: BookCell[][] = [
    [
      headings.key,
      headings.project,
      headings.row,
      headings.target,
      ...days.map(words.checkpoint),
      headings.category,
      headings.reason,
      headings.fullYear,
      headings.likelihood,
    ].map((heading) => text(heading, 'heading')),
    ...projects.flatMap((project) => project.grid.rows.map((row) => rowCells(project, row, days, words))),
  ]
  const category = FIRST_CHECKPOINT + days.length
  const range = (column: number) => `${columnName(column)}2:${columnName(column)}${rows.length}`
  return [
    {
      name: words.sheet,
      widths: [14, 22, 28, 16, ...days.map(() => 14), 16, 32, 16, 14],
      rows,
      frozen: { rows: 1, columns: FIRST_CHECKPOINT },
      choices: [
        { range: range(category), values: words.categories },
        { range: range(category + 3), values: words.likelihoods },
      ],
      protected: true,
      repeatRows: 1,
    },
    {
      name: words.help,
      widths: [100],
      rows: words.lines.map((line) => [text(line)]),
      bordered: false,
      landscape: false,
    },
  ]
}

function rowCells(
  project: ProjectDesk,
  row: EntryRow,
  days: readonly Day[],
  words: TemplateWords,
): BookCell[] {
  const { grid, yearEnd, statuses } = project
  const cells = days.map((day): BookCell => {
    const index = grid.columns.findIndex((own) => own.day === day)
    const column = grid.columns[index]
    const status = statuses[index]
    if (!column || !status) return text('', CLOSED_LOOK)
    const look = column.state === 'closed' ? CLOSED_LOOK : 'input'
    if (row.kind === 'spending') {
      const total = totalAt(yearEnd.spending, day)
      return text(total ? toWan(total).toFixed() : '', look)
    }
    const held = heldActual(status, row, grid.columns[index - 1]?.day ?? null)
    return text(held && !held.carried ? words.held(held.entry) : '', look)
  })
  const remark = row.kind === 'spending' ? CLOSED_LOOK : 'input'
  return [
    text(templateKey(grid.project.id, row), 'locked'),
    text(grid.project.name, 'locked'),
    text(row.kind === 'spending' ? words.spending : (row.measure?.name ?? row.indicator.level3), 'locked'),
    text(row.kind === 'spending' ? words.budget(project) : words.target(row), 'locked'),
    ...cells,
    ...[0, 1, 2, 3].map(() => text('', remark)),
  ]
}

/** What a reader says of one cell, rows and columns from 0: shown rounded (`text` is the number in full), a formula saved without its result, or text that nobody sees. */
export interface SheetMark {
  readonly kind: 'rounded' | 'no-value' | 'hidden-row' | 'hidden-column'
  readonly row: number
  readonly column: number
  readonly text: string
}

/** A sheet as the texts of its cells, row by row, and what is to be said of them. */
export interface TextSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  readonly marks?: readonly SheetMark[]
}

/** Why a workbook is no template of these projects. */
export type NoTemplate =
  | { readonly kind: 'no-sheet'; readonly wanted: string }
  | { readonly kind: 'no-heading' | 'hidden-heading'; readonly wanted: string; readonly sheet: string }

/** A template as it was found: its rows, and what is hidden and not read. */
export interface FoundTemplate {
  readonly sheet: TextSheet
  readonly rows: readonly TemplateRow[]
  readonly hidden: readonly HiddenPart[]
}

/** Finds the rows of an uploaded template by their headings and hidden keys, whatever was moved, hidden or added; rows without a key and without a text are nobody's. */
export function templateRows(
  sheets: readonly TextSheet[],
  projects: readonly ProjectDesk[],
  words: TemplateWords,
): ({ readonly ok: true } & FoundTemplate) | { readonly ok: false; readonly problem: NoTemplate } {
  const sheet = sheets.find(({ name }) => name === words.sheet)
  if (!sheet) return { ok: false, problem: { kind: 'no-sheet', wanted: words.sheet } }
  const problem = (kind: 'no-heading' | 'hidden-heading', wanted: string) =>
    ({ ok: false, problem: { kind, wanted, sheet: sheet.name } }) as const
  const marks = sheet.marks ?? []
  const unseen = marks.filter(({ kind }) => kind === 'hidden-column')
  const isHidden = (heading: string) => unseen.some(({ text: own }) => own.trim() === heading)
  const top = sheet.rows.findIndex((row) => row.some((cell) => cell.trim() === words.headings.key))
  if (top < 0)
    return problem(isHidden(words.headings.key) ? 'hidden-heading' : 'no-heading', words.headings.key)
  const headings = sheet.rows[top]?.map((cell) => cell.trim()) ?? []
  const at = (heading: string) => headings.indexOf(heading)
  const all = daysOf(projects)
  const missing = [words.headings.category, ...all.map(words.checkpoint)].find(
    (heading) => at(heading) < 0 && !isHidden(heading),
  )
  if (missing !== undefined) return problem('no-heading', missing)
  const days = all.flatMap((day, index) => {
    const column = at(words.checkpoint(day))
    return column < 0 ? [] : [{ day, column, index }]
  })
  const cell = (row: readonly string[], heading: string) => row[at(heading)] ?? ''
  const shown = shownTexts(projects, words)
  const marked = (kind: SheetMark['kind'], row: number, column: number) =>
    marks.find((own) => own.kind === kind && own.row === row && own.column === column)
  const rows = sheet.rows.slice(top + 1).flatMap((row, below): TemplateRow[] => {
    const index = top + 1 + below
    const key = (row[at(words.headings.key)] ?? row[KEY] ?? '').trim()
    if (key === '' && row.every((own) => own.trim() === '')) return []
    return [
      {
        line: index + 1,
        key,
        cells: days.map(({ day, column, index: place }) => ({
          day,
          column,
          text: row[column] ?? '',
          before: shown.get(key)?.[place] ?? '',
          full: marked('rounded', index, column)?.text ?? null,
          unsaved: marked('no-value', index, column) !== undefined,
        })),
        remarks: {
          column: at(words.headings.category),
          category: cell(row, words.headings.category),
          text: cell(row, words.headings.reason),
          fullYear: cell(row, words.headings.fullYear),
          likelihood: cell(row, words.headings.likelihood),
        },
      },
    ]
  })
  return { ok: true, sheet, rows, hidden: hiddenParts(marks, top) }
}

/** What a template would show now in the cells of the checkpoints, by the key of the row. */
function shownTexts(
  projects: readonly ProjectDesk[],
  words: TemplateWords,
): ReadonlyMap<string, readonly string[]> {
  const days = daysOf(projects)
  return new Map(
    projects.flatMap((project) =>
      project.grid.rows.map((row) => {
        const cells = rowCells(project, row, days, words).slice(FIRST_CHECKPOINT)
        return [
          templateKey(project.grid.project.id, row),
          cells.map((own) => (own?.kind === 'text' ? own.text : '')),
        ] as const
      }),
    ),
  )
}

/** The hidden rows and columns that hold something, each once: a row by its first texts, a column by its heading. */
function hiddenParts(marks: readonly SheetMark[], top: number): HiddenPart[] {
  const rows = new Map<number, string[]>()
  const columns = new Map<number, string>()
  for (const { kind, row, column, text: own } of marks) {
    if (kind === 'hidden-row') rows.set(row, [...(rows.get(row) ?? []), own])
    if (kind === 'hidden-column' && (!columns.has(column) || row === top)) columns.set(column, own)
  }
  return [
    ...[...rows].map(([row, texts]) => ({
      kind: 'hidden-row' as const,
      line: row + 1,
      text: texts.slice(1, 3).join(' · '),
    })),
    ...[...columns].map(([column, own]) => ({ kind: 'hidden-column' as const, column, text: own })),
  ]
}

/** One fault of an uploaded file in words, at its cell. */
export interface Annotation {
  readonly line: number
  readonly column: number
  readonly text: string
  readonly said: string
  readonly mend: string
}

/** A copy of an uploaded sheet with each wrong cell marked, what is wrong written at the end of its row, and all of it on a sheet of its own. */
export function annotatedSheets(
  sheet: TextSheet,
  faults: readonly Annotation[],
  words: { readonly summary: string; readonly headings: readonly string[]; readonly note: string },
): BookSheet[] {
  const width = Math.max(1, ...sheet.rows.map((row) => row.length))
  return [
    {
      name: sheet.name,
      widths: [14, 22, 28, 16, ...Array.from({ length: Math.max(0, width - 4) }, () => 14), 48],
      rows: sheet.rows.map((row, index) => {
        const own = faults.filter(({ line }) => line === index + 1)
        const note = index === 0 ? words.note : own.map(({ said, mend }) => `${said}。${mend}`).join('；')
        const cells = Array.from({ length: width }, (_, column): BookCell => {
          const wrong = own.some((fault) => fault.column === column)
          const look = wrong
            ? 'wrong'
            : index === 0
              ? 'heading'
              : column < FIRST_CHECKPOINT
                ? 'locked'
                : 'input'
          return text(row[column] ?? '', look)
        })
        return [...cells, text(note, index === 0 ? 'heading' : own.length > 0 ? 'wrong' : 'plain')]
      }),
      frozen: { rows: 1, columns: FIRST_CHECKPOINT },
    },
    {
      name: words.summary,
      widths: [8, 10, 24, 44, 44],
      rows: [
        words.headings.map((heading) => text(heading, 'heading')),
        ...faults.map((fault) => [
          text(String(fault.line)),
          text(`${columnName(fault.column)}${fault.line}`),
          text(fault.text),
          text(fault.said),
          text(fault.mend),
        ]),
      ],
      frozen: { rows: 1, columns: 0 },
    },
  ]
}
