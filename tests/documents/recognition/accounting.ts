import type { SourceCell, SourceDocument, SourceTable } from '@/documents/reading/sourceDocument'
import type { SourcePlace } from '@/documents/outcome/recognitionIssue'
import type { Recognition } from '@/documents/recognition/draft'
import { isHeading } from '@/documents/recognition/headings'
import { codedDepartment, isYearLine, titledProject } from '@/documents/recognition/tableTitles'
import { parseHeading, statedUnit } from '@/domain/sheets/pasteLabels'

const SIGN = /^(?:[≥≤<>=＞＜＝≧≦]{1,2}|定性|定量|大于等于|小于等于|大于|小于|等于|[-—/无]+)$/
const NUMBER = /^\(?(?:\d{1,2}|[①-⑳]|[A-Z]|[甲乙丙丁戊]|栏次)\)?$/

/** The cells of the tables that stand neither in the draft nor in an issue, and are no heading, title, unit or sign joined to a value: what was dropped in silence. */
export function unaccounted(document: SourceDocument, { draft, issues }: Recognition): string[] {
  const places = new Set<string>()
  const left = new Set<number>()
  const add = (place: SourcePlace | null): void => {
    if (place?.kind === 'cell') places.add(`${place.table} ${place.row} ${place.column}`)
  }
  for (const place of draft.sources.values()) add(place)
  const sourced = [...draft.sources.values()].map(({ text }) => text)
  for (const { kind, from, more = [] } of issues) {
    for (const place of [from, ...more]) add(place)
    if (kind.startsWith('table-') && from?.kind === 'cell') left.add(from.table)
  }
  const values = new Set([...leavesOf(draft.plan), ...sourced])
  const targets = draft.plan.projects.flatMap(({ indicators }) =>
    indicators.map(({ target }) => target ?? ''),
  )
  const { code, name } = draft.plan.department
  const isKnown = (table: SourceTable, { row, column, lines }: SourceCell): boolean => {
    const text = lines.join('').trim()
    const printed = lines.join('\n').trim()
    return (
      text === '' ||
      places.has(`${table.position} ${row} ${column}`) ||
      values.has(printed) ||
      values.has(text) ||
      isDepartment(text, code, name) ||
      isHeading(text) ||
      SIGN.test(text) ||
      NUMBER.test(text) ||
      targets.some((target) => target.endsWith(text)) ||
      parseHeading(text).kind === 'checkpoint' ||
      titledProject(text) !== null ||
      isYearLine(text) ||
      statedUnit(text) !== null ||
      /^资产总额$/.test(text)
    )
  }
  return tablesOf(document).flatMap((table) =>
    left.has(table.position)
      ? []
      : table.rows.flat().flatMap((cell) => (isKnown(table, cell) ? [] : [cell.lines.join('\n').trim()])),
  )
}

function isDepartment(text: string, code: string | null, name: string | null): boolean {
  const coded = codedDepartment(text)
  return coded !== null && coded.code === code && coded.name === name
}

function tablesOf(document: SourceDocument): SourceTable[] {
  const nested = (table: SourceTable): SourceTable[] => [
    table,
    ...table.rows.flatMap((row) => row.flatMap(({ tables }) => tables.flatMap(nested))),
  ]
  return document.blocks.flatMap((block) => (block.kind === 'table' ? nested(block.table) : []))
}

function leavesOf(node: unknown): string[] {
  if (typeof node === 'string') return [node]
  if (typeof node !== 'object' || node === null) return []
  return Object.values(node).flatMap(leavesOf)
}
