import { totalScope } from '../payments/paymentWords'
import type { ProjectIndex } from '../payments/projectIndex'
import { cleanCell, looksLikeValue, saysNothing } from '../number/cellText'
import { holdsFigure } from './headingRows'
import { isUnitAlone, parseHeading } from './pasteLabels'
import type { PastedBlock } from './pastedBlock'

/** A place in a block. */
interface Place {
  readonly row: number
  readonly column: number
}

/** A block as it is read: turned where it lay on its side, and where a cell of it stood before. */
export interface Upright {
  readonly block: PastedBlock
  readonly turned: boolean
  readonly back: (place: Place) => Place
}

/**
 * Turns a block that lies on its side: its checkpoints stand one below the other, or projects beside each other and no row begins with one. Titles above
 * stay above. Any other block is as it is.
 */
export function upright(block: PastedBlock, index: ProjectIndex): Upright {
  const titles = titleRows(block)
  const rows = block.rows.slice(titles)
  if (!liesOnItsSide(rows, index)) return { block, turned: false, back: (place) => place }
  const below = <Of extends Place>(places: readonly Of[]) => places.filter(({ row }) => row >= titles)
  const place = ({ row, column }: Place) => ({ row: titles + column, column: row - titles })
  return {
    block: {
      rows: [
        ...block.rows.slice(0, titles).map((cells) => rows.map((_, column) => cells[column] ?? '')),
        ...(rows[0] ?? []).map((_, column) => rows.map((cells) => cells[column] ?? '')),
      ],
      merged: below(block.merged).map((own) => ({ ...place(own), rows: own.columns, columns: own.rows })),
      underlying: below(block.underlying).map((own) => ({ ...own, ...place(own) })),
    },
    turned: true,
    back: place,
  }
}

/** How many rows of one text, a title or a unit, a block begins with. */
function titleRows({ rows }: PastedBlock): number {
  const isTitle = (cells: readonly string[]) => {
    const said = cells.filter((text) => text.trim() !== '')
    const [text = ''] = said
    return (
      cells.length > 1 && said.length === 1 && (cells[0] === text || isUnitAlone(text)) && !holdsFigure(text)
    )
  }
  const end = rows.findIndex((cells) => !isTitle(cells))
  return Math.max(0, end)
}

function liesOnItsSide(rows: PastedBlock['rows'], index: ProjectIndex): boolean {
  const figures = rows.filter((cells) => cells.some(holdsFigure))
  if (figures[0] === undefined) return false
  const above = rows.slice(0, rows.indexOf(figures[0]))
  const named = figures
    .map(([text = '']) => text)
    .filter((text) => !saysNothing(cleanCell(text)) && totalScope(text, true) === null)
  if (named.length > 0 && named.every(isCheckpoint))
    return !above.some((cells) => cells.slice(1).some(isCheckpoint))
  const isProject = (text: string) => namesProject(text, index)
  return above.some((cells) => cells.filter(isProject).length > 1) && !named.some(isProject)
}

function isCheckpoint(text: string): boolean {
  return parseHeading(text).kind === 'checkpoint'
}

/** Whether a text is the name of a project, or of one of several, but for its year and brackets. */
export function namesProject(text: string, index: ProjectIndex): boolean {
  if (looksLikeValue(text)) return false
  const match = index.match('', text)
  return match.kind === 'found' || match.choices.length > 0
}
