import { cleanCell, looksLikeValue } from '../number/cellText'
import { comparableName } from '../number/visibleText'
import type { ProjectIndex } from '../payments/projectIndex'
import { holdsFigure } from './headingRows'

/** A project that a row of a block names: those of the plan it may be (none for one nobody here knows) and the name as it stands there or in the plan. */
export interface NamedProject {
  readonly ids: readonly string[]
  readonly name: string
}

const SAID = /^(?:[一二三]级|子)?项目(?:支出)?(?:名称)?: ?(.*)$/
const LABEL = /^项目(?:名称)?$/
const SHORTEST = 3

/**
 * The project that each row of a block belongs to by what the block says: a title or corner above the figures, a row 项目：X between them, or a project's name
 * among the row's own labels; `null` where nothing is said. `isOwn` tells texts that name a row of the grid and so no project.
 */
export function rowProjects(
  rows: readonly (readonly string[])[],
  labelsOf: (row: number) => readonly string[],
  isOwn: (text: string) => boolean,
  index: ProjectIndex,
): readonly (NamedProject | null)[] {
  const figures = rows.findIndex((cells) => cells.some(holdsFigure))
  let current: NamedProject | null = null
  return rows.map((cells, row) => {
    if (cells.some(holdsFigure)) return namedBy(labelsOf(row), isOwn, index, false) ?? current
    current = namedBy(cells, isOwn, index, figures < 0 || row < figures) ?? current
    return current
  })
}

function namedBy(
  cells: readonly string[],
  isOwn: (text: string) => boolean,
  index: ProjectIndex,
  inTitles: boolean,
): NamedProject | null {
  for (const [at, cell] of cells.entries()) {
    const plain = cleanCell(cell)
    if (plain === '' || looksLikeValue(plain)) continue
    const next = cells.slice(at + 1).find((text) => text.trim() !== '') ?? ''
    const said = SAID.exec(plain)?.[1]
    if (said !== undefined) {
      const name = said === '' ? next : said
      if (name.trim() !== '') return stated(name, index)
    } else if (LABEL.test(plain) && next !== '') {
      const known = knownBy(next, index)
      if (known) return known
    } else if (!isOwn(cell)) {
      const known = knownBy(cell, index) ?? (inTitles ? insideOf(cell, index) : null)
      if (known) return known
    }
  }
  return null
}

/** What 项目：X names: a project of the plan, one whose name is nearly that, or another. */
function stated(name: string, index: ProjectIndex): NamedProject {
  const known = knownBy(name, index) ?? insideOf(name, index)
  if (known) return known
  const own = comparableName(name)
  const near = index.projects.filter((project) => {
    const printed = comparableName(project.name)
    return own.length >= SHORTEST && (printed.includes(own) || own.includes(printed))
  })
  return { ids: near.map(({ id }) => id), name: cleanCell(name) }
}

function knownBy(text: string, index: ProjectIndex): NamedProject | null {
  const match = index.match('', text)
  if (match.kind === 'found') return { ids: [match.project.id], name: match.project.name }
  const [first] = match.choices
  return first ? { ids: match.choices.map(({ id }) => id), name: match.likely?.name ?? first.name } : null
}

function insideOf(text: string, index: ProjectIndex): NamedProject | null {
  const project = index.within(text)
  return project && { ids: [project.id], name: project.name }
}
