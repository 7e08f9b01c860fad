import { AlignmentType, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType } from 'docx'
import { placed, type FormCell, type FormTable, type PlacedCell } from './form'
import { plainXml } from './plainXml'

/** 仿宋 with Latin figures beside it, as official documents set their text. */
export const BODY_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' }

const ALIGNMENT = {
  head: AlignmentType.CENTER,
  number: AlignmentType.RIGHT,
  text: AlignmentType.LEFT,
} as const

/** More rows than this are no heading to repeat. */
const MOST_HEADING_ROWS = 3

/** With more columns than this the signs are smaller, in half points. */
const MANY = 11

const ALIGNED = { right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const

function paragraphs({ kind, text, align }: FormCell, size: number): Paragraph[] {
  return plainXml(text)
    .split('\n')
    .map(
      (line) =>
        new Paragraph({
          alignment: align ? ALIGNED[align] : ALIGNMENT[kind],
          children: [new TextRun({ text: line, font: BODY_FONT, size, bold: kind === 'head' })],
        }),
    )
}

/** How many rows from the top are repeated: the first, with those its merged cells reach into; none where they reach too far to be repeated. */
function headingRows(cells: readonly PlacedCell[]): number {
  let rows = 1
  for (const { row, cell } of cells) if (row < rows) rows = Math.max(rows, row + (cell.rows ?? 1))
  return rows <= MOST_HEADING_ROWS ? rows : 0
}

/** A form as a table of a Word document, `line` wide (in twentieths of a point): cells merged as it says, no row torn between pages, the heading repeated on each. */
export function documentTable(form: FormTable, line: number): Table {
  const all = form.widths.reduce((sum, width) => sum + width, 0)
  const columns = form.widths.map((width) => Math.floor((width / all) * line))
  const size = form.widths.length > MANY ? 16 : 18
  const cells = placed(form)
  const heading = headingRows(cells)
  return new Table({
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns,
    rows: form.rows.map(
      (_, row) =>
        new TableRow({
          cantSplit: true,
          tableHeader: row < heading,
          children: cells
            .filter((own) => own.row === row)
            .map(
              ({ column, cell }) =>
                new TableCell({
                  rowSpan: cell.rows ?? 1,
                  columnSpan: cell.columns ?? 1,
                  verticalAlign: VerticalAlign.CENTER,
                  width: {
                    size: columns
                      .slice(column, column + (cell.columns ?? 1))
                      .reduce((sum, width) => sum + width, 0),
                    type: WidthType.DXA,
                  },
                  children: paragraphs(cell, size),
                }),
            ),
        }),
    ),
  })
}
