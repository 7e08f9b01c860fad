import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { formParts, type FormCell, type FormPart, type FormTable } from './form'
import { plainXml } from './plainXml'

/** 仿宋 with Latin figures beside it, as official documents set their text. */
export const BODY_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' }

const ALIGNMENT = {
  head: AlignmentType.CENTER,
  number: AlignmentType.RIGHT,
  text: AlignmentType.LEFT,
} as const

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

const GAP = { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 }
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

/** A form as tables of a Word document, `line` wide (in twentieths of a point), with nothing to be seen between them: cells merged as it says, no row torn between pages, column headings repeated on each. */
export function documentTables(form: FormTable, line: number): (Table | Paragraph)[] {
  return formParts(form).flatMap((part, at) => [
    ...(at > 0 ? [new Paragraph({ spacing: GAP, children: [new TextRun({ text: '', size: 2 })] })] : []),
    documentTable(form, part, line),
  ])
}

function documentTable({ widths }: FormTable, { rows, heading, cells }: FormPart, line: number): Table {
  const all = widths.reduce((sum, width) => sum + width, 0)
  const columns = widths.map((width) => Math.floor((width / all) * line))
  const size = widths.length > MANY ? 16 : 18
  return new Table({
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns,
    rows: Array.from(
      { length: rows },
      (_, row) =>
        new TableRow({
          cantSplit: true,
          tableHeader: row < heading,
          children: cells
            .filter((own) => own.row === row)
            .sort((a, b) => a.column - b.column)
            .map(
              ({ column, cell, joined }) =>
                new TableCell({
                  rowSpan: cell.rows ?? 1,
                  columnSpan: cell.columns ?? 1,
                  verticalAlign: VerticalAlign.CENTER,
                  ...(joined ? { borders: joined === 'below' ? { bottom: NO_LINE } : { top: NO_LINE } } : {}),
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
