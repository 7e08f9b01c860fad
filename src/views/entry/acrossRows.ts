import { acrossCell, type AcrossColumn, type AcrossGrid } from '@/domain/desk/acrossGrid'
import { targetAt } from '@/domain/desk/entryGrid'
import { comparableName } from '@/domain/number/visibleText'
import type { PasteCell } from '@/domain/sheets/pastePlan'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import { amount, exactAmount, MONEY_UNIT_NAME, targetText } from '@/format/figures'
import type { CellKeeping } from '@/format/ledger/cellKeeping'
import { dayWord } from '@/format/words'
import { entryRowName, reportedWords } from './deskCheckText'
import { deskRows, GRID_UNIT, type DeskCell, type DeskRow, type DeskState } from './entryDesk'

/** The heads of the grid of all projects: the spending, then the 二级指标 by their order in a project. */
export function acrossHeads(columns: readonly AcrossColumn[]): { name: string; note: string }[] {
  const names = columns.flatMap((column) => (column.kind === 'indicator' ? column.level2 : []))
  return columns.map((column) => {
    if (column.kind === 'spending') return { name: '累计支出', note: MONEY_UNIT_NAME[GRID_UNIT] }
    const alone = names.filter((name) => name === column.level2).length === 1
    return { name: alone ? column.level2 : `${column.level2} ${column.nth}`, note: '' }
  })
}

/** Lays out one checkpoint of all projects, each cell as the desk of its own project shows it, with the value of a year earlier where one is certain. */
export function acrossRows(
  grid: AcrossGrid,
  states: (project: string) => ReadonlyMap<string, DeskState>,
  lastYear: (project: AcrossGrid['rows'][number]['project']) => ProjectStatus | null,
  keeping: CellKeeping | null = null,
): DeskRow[] {
  return grid.rows.map((line, row) => {
    const { project, desk } = line
    const { budget } = desk.statuses[line.at] ?? desk.yearEnd
    const own = deskRows(desk, states(project.id), keeping)
    const then = lastYear(project)
    return {
      key: project.id,
      name: project.name,
      note: '',
      target: amount(budget, GRID_UNIT),
      cells: grid.columns.map((_, column): DeskCell => {
        const at = acrossCell(grid, row, column)
        const index = line.rows[column]
        const cell = at && typeof index === 'number' ? own[index]?.cells[line.at] : undefined
        if (!at || !cell) return nothingAt(`${project.id}:${column}`, grid.day)
        const about =
          at.row.kind === 'spending'
            ? null
            : { name: entryRowName(at.row), target: targetText(targetAt(at.row, grid.day)) }
        const before = then && lastYearText(then, at.row)
        return {
          ...cell,
          key: `${project.id}:${cell.key}`,
          about,
          before,
          label: [
            project.name,
            seen(about ? `${about.name} ${about.target}` : '累计支出', cell, before),
            cell.why,
          ]
            .filter(Boolean)
            .join('，'),
        }
      }),
    }
  })
}

/** A cell as it is read aloud, in the order in which it is seen. */
function seen(about: string, { shown, word }: DeskCell, before: string | null): string {
  const value = shown || (before ? '—' : word)
  return [about, value, before, value === word ? null : word].filter(Boolean).join(' ')
}

function nothingAt(key: string, day: AcrossGrid['day']): DeskCell {
  return {
    key,
    day,
    shown: '',
    edit: '',
    copy: '',
    about: null,
    before: null,
    state: 'closed',
    word: '无此项',
    light: null,
    why: null,
    choices: [],
    label: '无此项，本项目没有这一项指标',
  }
}

/** What a project had reached a year earlier in a row: its spending, or the indicator of the same name where that name stands once. */
export function lastYearText(
  { spent, indicators }: ProjectStatus,
  row: NonNullable<ReturnType<typeof acrossCell>>['row'],
): string | null {
  if (row.kind === 'spending') return spent && `上年 ${exactAmount(spent, GRID_UNIT)}`
  if (row.measure) return null
  const named = indicators.filter(
    ({ indicator }) => comparableName(indicator.level3) === comparableName(row.indicator.level3),
  )
  const [only] = named
  const part = named.length === 1 && only?.parts.length === 1 ? only.parts[0] : undefined
  return part?.reported && only ? `上年 ${reportedWords(part.reported, only.target)}` : null
}

/** Says where in the grid of all projects a pasted cell goes. */
export function placeAcross(grid: AcrossGrid): (cell: PasteCell) => string {
  return ({ row, column }) => {
    const line = row === null ? undefined : grid.rows[row]
    const at = row === null || column === null ? null : acrossCell(grid, row, column)
    return [
      line ? line.project.name : '无对应项目',
      at ? entryRowName(at.row) : '无此项',
      dayWord(grid.day),
    ].join(' · ')
  }
}
