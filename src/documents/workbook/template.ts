import type { Day } from '@/domain/time/day'
import type { EntryRow } from '@/domain/desk/entryGrid'
import { heldActual } from '@/domain/desk/cellEntry'
import { totalAt } from '@/domain/status/spending'
import { toWan } from '@/domain/number/money'
import type { ProjectDesk } from '@/domain/desk/projectDesk'
import { comparableName } from '@/domain/number/visibleText'
import { statedUnit } from '@/domain/sheets/pasteLabels'
import {
  differingCells,
  templateKey,
  type CopiedSheet,
  type HiddenPart,
  type TemplateRow,
} from '@/domain/sheets/templateSheet'
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
    readonly printed: string
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

/** The sheets of a template: a row for the spending of each project and for each of its indicators, what was entered for a checkpoint filled in (never what is carried on from before), text cells throughout; a hidden column keeps what each cell showed. */
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
      headings.printed,
    ].map((heading) => text(heading, 'heading')),
    ...projects.flatMap((project) => project.grid.rows.map((row) => rowCells(project, row, days, words))),
  ]
  const category = FIRST_CHECKPOINT + days.length
  const range = (column: number) => `${columnName(column)}2:${columnName(column)}${rows.length}`
  return [
    {
      name: words.sheet,
      widths: [14, 22, 28, 16, ...days.map(() => 14), 16, 32, 16, 14, 0],
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
      const after = grid.columns[index - 1]?.day ?? null
      const own = yearEnd.spending.some(
        ({ entry }) => entry.effectiveOn <= day && (after === null || entry.effectiveOn > after),
      )
      const total = own ? totalAt(yearEnd.spending, day) : null
      return text(total ? toWan(total).toFixed() : '', look)
    }
    const held = heldActual(status, row, grid.columns[index - 1]?.day ?? null)
    return text(held && !held.carried ? words.held(held.entry) : '', look)
  })
  const remark = row.kind === 'spending' ? CLOSED_LOOK : 'input'
  const labels = {
    row: rowName(row, words),
    target: row.kind === 'spending' ? words.budget(project) : words.target(row),
  }
  return [
    text(templateKey(grid.project.id, row), 'locked'),
    text(grid.project.name, 'locked'),
    text(labels.row, 'locked'),
    text(labels.target, 'locked'),
    ...cells,
    ...[0, 1, 2, 3].map(() => text('', remark)),
    text(printedText(days, cells, labels), 'locked'),
  ]
}

/** What the cells of a row show, by day, and its name and target, as the hidden column keeps them. */
function printedText(
  days: readonly Day[],
  cells: readonly BookCell[],
  labels: Readonly<Record<'row' | 'target', string>>,
): string {
  return JSON.stringify({
    ...Object.fromEntries(
      days.map((day, index) => {
        const cell = cells[index]
        return [day, cell?.kind === 'text' ? cell.text : '']
      }),
    ),
    ...labels,
  })
}

/** Reads the hidden column back; `null` where it is not what we wrote. */
function readPrinted(kept: string): Readonly<Record<string, string>> | null {
  try {
    const read: unknown = JSON.parse(kept)
    if (typeof read !== 'object' || read === null) return null
    return Object.fromEntries(
      Object.entries(read).flatMap(([day, own]) => (typeof own === 'string' ? [[day, own]] : [])),
    )
  } catch {
    return null
  }
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
  readonly hidden?: boolean
  readonly rows: readonly (readonly string[])[]
  readonly marks?: readonly SheetMark[]
}

/** Why a workbook is no template of these projects. */
export type NoTemplate =
  | { readonly kind: 'no-sheet' | 'hidden-sheet'; readonly wanted: string }
  /** A unit other than 万元 written above the table: `wanted` is where it stands. */
  | { readonly kind: 'other-unit'; readonly wanted: string; readonly sheet: string }
  | { readonly kind: 'no-heading' | 'hidden-heading'; readonly wanted: string; readonly sheet: string }

/** A template as it was found: its rows, what is hidden and not read, and other sheets like it (填报 (2)) that say something else. */
export interface FoundTemplate {
  readonly sheet: TextSheet
  readonly rows: readonly TemplateRow[]
  readonly hidden: readonly HiddenPart[]
  readonly copies: readonly CopiedSheet[]
}

/** Finds the template in an uploaded file, in the sheet of its name or the one that was `chosen`, and the copies of it that are not read. */
export function templateRows(
  sheets: readonly TextSheet[],
  projects: readonly ProjectDesk[],
  words: TemplateWords,
  chosen: string = words.sheet,
): ({ readonly ok: true } & FoundTemplate) | { readonly ok: false; readonly problem: NoTemplate } {
  const found = rowsOf(sheets, projects, words, chosen)
  if (!found.ok) return found
  const copies = sheets.flatMap((own): CopiedSheet[] => {
    const like = own.rows.some((row) => row.some((cell) => cell.trim() === words.headings.key))
    if (own.name === chosen || own.hidden || !like) return []
    const copy = rowsOf([own], projects, words, own.name)
    const differs = copy.ok ? differingCells(copy.rows, found.rows) : null
    return differs === 0 ? [] : [{ name: own.name, differs }]
  })
  return { ...found, copies }
}

/** Finds the rows of an uploaded template by their headings and hidden keys, whatever was moved, hidden or added; rows without a key and without a text are nobody's. */
function rowsOf(
  sheets: readonly TextSheet[],
  projects: readonly ProjectDesk[],
  words: TemplateWords,
  chosen: string,
):
  | ({ readonly ok: true } & Omit<FoundTemplate, 'copies'>)
  | { readonly ok: false; readonly problem: NoTemplate } {
  const sheet = sheets.find(({ name, hidden }) => name === chosen && !hidden)
  if (!sheet) {
    const kind = sheets.some(({ name }) => name === chosen) ? 'hidden-sheet' : 'no-sheet'
    return { ok: false, problem: { kind, wanted: chosen } }
  }
  const problem = (kind: 'no-heading' | 'hidden-heading', wanted: string) =>
    ({ ok: false, problem: { kind, wanted, sheet: sheet.name } }) as const
  const marks = sheet.marks ?? []
  const unseen = marks.filter(({ kind }) => kind === 'hidden-column')
  const isHidden = (heading: string) => unseen.some(({ text: own }) => own.trim() === heading)
  const top = sheet.rows.findIndex((row) => row.some((cell) => cell.trim() === words.headings.key))
  if (top < 0)
    return problem(isHidden(words.headings.key) ? 'hidden-heading' : 'no-heading', words.headings.key)
  const headings = sheet.rows[top]?.map((cell) => cell.trim()) ?? []
  const unit = sheet.rows
    .slice(0, top + 1)
    .flat()
    .find((cell) => (statedUnit(cell) ?? 'wan') !== 'wan')
  if (unit !== undefined)
    return { ok: false, problem: { kind: 'other-unit', wanted: unit.trim(), sheet: sheet.name } }
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
  const names = rowTexts(projects, words)
  const keptAt = at(words.headings.printed)
  const keptColumn = unseen.find(
    ({ row, text: own }) => row === top && own.trim() === words.headings.printed,
  )?.column
  const keptOf = (row: readonly string[], index: number) =>
    keptAt >= 0
      ? (row[keptAt] ?? '')
      : (unseen.find((own) => own.row === index && own.column === keptColumn)?.text ?? '')
  const marked = (kind: SheetMark['kind'], row: number, column: number) =>
    marks.find((own) => own.kind === kind && own.row === row && own.column === column)
  const rows = sheet.rows.slice(top + 1).flatMap((row, below): TemplateRow[] => {
    const index = top + 1 + below
    const key = (row[at(words.headings.key)] ?? row[KEY] ?? '').trim()
    if (key === '' && row.every((own) => own.trim() === '')) return []
    const printed = readPrinted(keptOf(row, index))
    return [
      {
        line: index + 1,
        key,
        differs: differing(names, key, {
          project: { column: at(words.headings.project), text: cell(row, words.headings.project) },
          row: { column: at(words.headings.row), text: cell(row, words.headings.row) },
        }),
        relabelled: relabelled(names.get(key), printed, {
          row: { column: at(words.headings.row), text: cell(row, words.headings.row) },
          target: { column: at(words.headings.target), text: cell(row, words.headings.target) },
        }),
        cells: days.map(({ day, column, index: place }) => ({
          day,
          column,
          text: row[column] ?? '',
          before: shown.get(key)?.[place] ?? '',
          printed: printed?.[day] ?? null,
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
  const whole = keptColumn === undefined ? sheet : withColumn(sheet, unseen, keptColumn)
  const seen = marks.filter(({ kind, column }) => kind !== 'hidden-column' || column !== keptColumn)
  const hiddenSheets = sheets.flatMap(({ name, hidden, rows: all }) => {
    const count = all.filter((row) => row.some((own) => own.trim() !== '')).length
    return hidden && count > 0 ? { kind: 'hidden-sheet' as const, text: name, rows: count } : []
  })
  return { ok: true, sheet: whole, rows, hidden: [...hiddenSheets, ...hiddenParts(seen, top)] }
}

/** A sheet with the texts of one hidden column in their places, for a copy that keeps them. */
function withColumn(sheet: TextSheet, unseen: readonly SheetMark[], column: number): TextSheet {
  const kept = new Map(unseen.flatMap((own) => (own.column === column ? [[own.row, own.text] as const] : [])))
  return {
    ...sheet,
    rows: sheet.rows.map((row, index) => {
      const text = kept.get(index)
      if (text === undefined) return row
      const whole = [...row]
      while (whole.length <= column) whole.push('')
      whole[column] = text
      return whole
    }),
  }
}

/** The project and the name that stand beside each key. */
function rowTexts(
  projects: readonly ProjectDesk[],
  words: TemplateWords,
): ReadonlyMap<string, { readonly project: string; readonly row: string }> {
  return new Map(
    projects.flatMap(({ grid }) =>
      grid.rows.map((row) => [
        templateKey(grid.project.id, row),
        { project: grid.project.name, row: rowName(row, words) },
      ]),
    ),
  )
}

function rowName(row: EntryRow, words: TemplateWords): string {
  return row.kind === 'spending' ? words.spending : (row.measure?.name ?? row.indicator.level3)
}

interface NamedCell {
  readonly column: number
  readonly text: string
}

/** The cell beside a key that names another project, or another row of the project; a blank or a column that is not there contradicts nothing. */
function differing(
  names: ReadonlyMap<string, { readonly project: string; readonly row: string }>,
  key: string,
  said: { readonly project: NamedCell; readonly row: NamedCell },
): NamedCell | null {
  const own = names.get(key)
  if (!own) return null
  const [project, row] = [comparableName(said.project.text), comparableName(said.row.text)]
  if (project !== '' && project !== comparableName(own.project)) return said.project
  if (row === '' || row === comparableName(own.row)) return null
  const others = [...names.values()].filter((other) => other.project === own.project)
  return others.some((other) => comparableName(other.row) === row) ? said.row : null
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

/** The cell of a row's name or target that says something else than when the template was made (where that is not recorded, than the name now): another unit changes what its figures mean. A blank or a missing column says nothing. */
function relabelled(
  own: { readonly row: string } | undefined,
  printed: Readonly<Record<string, string>> | null,
  said: Readonly<Record<'row' | 'target', NamedCell>>,
): TemplateRow['relabelled'] {
  const wanted = { row: printed?.row ?? own?.row ?? null, target: printed?.target ?? null }
  for (const key of ['row', 'target'] as const) {
    const [now, then] = [said[key].text.trim(), wanted[key]]
    if (then !== null && now !== '' && comparableName(now) !== comparableName(then))
      return { ...said[key], printed: then }
  }
  return null
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
  words: {
    readonly summary: string
    readonly headings: readonly string[]
    readonly note: string
    readonly hidden: string
  },
): BookSheet[] {
  const width = Math.max(1, ...sheet.rows.map((row) => row.length))
  return [
    {
      name: sheet.name,
      widths: [
        14,
        22,
        28,
        16,
        ...Array.from({ length: Math.max(0, width - 4) }, (_, index) =>
          sheet.rows.some((row) => row[index + 4]?.trim() === words.hidden) ? 0 : 14,
        ),
        48,
      ],
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
