import type { Account } from './facts/account'
import { type Paragraph, type Row, textOf } from './documentRows'
import type { HeadLabel } from './headings'
import { indicatorHeading } from './indicatorHeading'
import { headLabelsOf, ProjectTable } from './projectTable'
import { codedDepartment, titledProject } from './tableTitles'

const OPENING: readonly HeadLabel[] = ['code', 'name', 'total', 'schedule', 'goals']
const TELLING: readonly HeadLabel[] = ['total', 'schedule', 'goals']
const AHEAD = 24
const OVERALL = /^(?:部门|单位)?(?:整体|总体)/
const TOP_HEADING = /^[一二三四五六七八九十]{1,3}、/

/**
 * Finds the 绩效目标表 of a document by their headings, wherever they stand: one table or several each, many in one sheet, parted by pages, or below each other.
 * A project ends where the next one's title or head begins; a table that is none of them is left alone.
 */
export function performanceTables(items: readonly (Row | Paragraph)[], account: Account): ProjectTable[] {
  const projects: ProjectTable[] = []
  let open: ProjectTable | null = null
  let title: { text: string; from: Row | Paragraph } | null = null
  let above: Row[] = []
  let parted = false
  for (const [index, item] of items.entries()) {
    const named = titleOf(item)
    if (named !== null) {
      title = { text: named, from: item }
      open = null
      above = []
      continue
    }
    if (title !== null && OVERALL.test(title.text) && item.kind === 'row') continue
    if (item.kind === 'paragraph') {
      if (item.text === '' || open?.takeLine(item)) continue
      parted = true
      if (TOP_HEADING.test(item.text)) [open, title] = [null, null]
      continue
    }
    if (above[0] && above[0].table !== item.table) above = []
    const labels = headLabelsOf(item)
    const opens = OPENING.some((label) => labels.has(label)) || indicatorHeading(item) !== null
    if (opens && startsAnother(open, item, labels) && isHead(items, index)) {
      open = new ProjectTable(account, `projects[${projects.length}]`)
      projects.push(open)
      if (title) open.takeTitle(title.text, title.from)
      for (const row of above) open.take(row)
      title = null
    } else if (!open) {
      above = [...above, item].slice(-3)
      continue
    } else if (parted && !opens && item.index === 0) {
      open = null
      above = [item]
      continue
    } else if (open.heading && isAbove(item)) {
      open = null
      above = [item]
      continue
    }
    above = []
    parted = false
    open.take(item)
  }
  return projects
}

/** A title above a table, as a paragraph or as a row of one cell. */
function titleOf(item: Row | Paragraph): string | null {
  if (item.kind === 'paragraph') return titledProject(item.text)
  const filled = item.cells.filter((cell) => textOf(cell) !== '')
  return filled.length === 1 && filled[0] ? titledProject(textOf(filled[0])) : null
}

/** A row that stands above a head: the department with its code, the unit of the amounts. */
function isAbove(row: Row): boolean {
  const filled = row.cells.map(textOf).filter((text) => text !== '')
  return (
    filled.length > 0 &&
    filled.length <= 2 &&
    filled.every((text) => codedDepartment(text) !== null || /^(?:金额)?单位[:：]/.test(text))
  )
}

function startsAnother(open: ProjectTable | null, row: Row, labels: ReadonlySet<HeadLabel>): boolean {
  if (!open) return true
  if (indicatorHeading(row)) return false
  return (
    open.heading !== null || (labels.has('code') && open.hasAny(new Set(['code']))) || twice(open, labels)
  )
}

/** Whether a head repeats a label beyond the one that a second printing of it would: then it is another project's. */
function twice(open: ProjectTable, labels: ReadonlySet<HeadLabel>): boolean {
  return labels.has('name') && open.hasAny(new Set(['name'])) && open.hasAny(new Set(TELLING))
}

/** Whether a row begins a 绩效目标表: within the next rows stands what only such a table has. */
function isHead(items: readonly (Row | Paragraph)[], from: number): boolean {
  for (const item of items.slice(from, from + AHEAD)) {
    if (item.kind === 'paragraph') {
      if (titledProject(item.text) !== null || TOP_HEADING.test(item.text)) return false
      continue
    }
    if (indicatorHeading(item)) return true
    const labels = headLabelsOf(item)
    if (TELLING.some((label) => labels.has(label))) return true
  }
  return false
}
