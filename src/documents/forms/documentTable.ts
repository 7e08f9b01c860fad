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
  VerticalMergeType,
  WidthType,
} from 'docx'
import { runningFit, type DocumentFit, type Signs } from './documentFit'
import { formParts, type FormCell, type FormPart, type FormTable } from './form'
import { plainXml } from './plainXml'

/** 仿宋 with Latin figures beside it, as official documents set their text. */
export const BODY_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' }

const ALIGNMENT = {
  head: AlignmentType.CENTER,
  number: AlignmentType.RIGHT,
  text: AlignmentType.LEFT,
} as const

const ALIGNED = { right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const

/** The spacing of lines that are equally high with every font. */
export function evenLines({ line }: Pick<Signs, 'line'>) {
  return { line, lineRule: LineRuleType.EXACT, before: 0, after: 0 }
}

function paragraphs({ kind, text, align }: FormCell, signs: Signs, keepNext: boolean): Paragraph[] {
  return plainXml(text)
    .split('\n')
    .map(
      (line) =>
        new Paragraph({
          keepNext,
          spacing: evenLines(signs),
          alignment: align ? ALIGNED[align] : ALIGNMENT[kind],
          children: [new TextRun({ text: line, font: BODY_FONT, size: signs.size, bold: kind === 'head' })],
        }),
    )
}

const GAP = { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 }
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

/** A form as tables of a Word document, `line` wide (in twentieths of a point), with nothing to be seen between them: cells merged as it says, no row torn between pages, column headings repeated on each over at least two rows. Where it takes several pages, its last row stands on the page of the lines below it: these never stand alone. */
export function documentTables(
  form: FormTable,
  line: number,
  { signs, columns, onePage }: DocumentFit = { ...runningFit(form, line), onePage: true },
): (Table | Paragraph)[] {
  const tables = formParts(form, onePage)
  return tables.flatMap((part, at) => {
    const isLast = at === tables.length - 1
    const kept = (row: number) => !onePage && (isKept(part, row) || (isLast && row === part.rows - 1))
    return [
      ...(at > 0 ? [new Paragraph({ spacing: GAP, children: [new TextRun({ text: '', size: 2 })] })] : []),
      documentTable(part, columns, signs, kept),
    ]
  })
}

/** Whether a row stays on the page of the next: a heading with two rows under it, and the last two. Programs ask the first cell of the row, also where that goes on from above. */
function isKept({ rows, heading }: FormPart, row: number): boolean {
  return heading > 0 && rows - heading > 1 && (row <= heading || row === rows - 2)
}

function documentTable(
  { rows, heading, cells }: FormPart,
  columns: readonly number[],
  signs: Signs,
  kept: (row: number) => boolean,
): Table {
  return new Table({
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...columns],
    rows: Array.from(
      { length: rows },
      (_, row) =>
        new TableRow({
          cantSplit: true,
          tableHeader: row < heading,
          children: cells
            .filter((own) => own.row <= row && row < own.row + (own.cell.rows ?? 1))
            .sort((a, b) => a.column - b.column)
            .map(
              ({ column, cell, joined, row: first }) =>
                new TableCell({
                  ...((cell.rows ?? 1) > 1
                    ? { verticalMerge: row > first ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART }
                    : {}),
                  columnSpan: cell.columns ?? 1,
                  verticalAlign: VerticalAlign.CENTER,
                  ...(joined ? { borders: joined === 'below' ? { bottom: NO_LINE } : { top: NO_LINE } } : {}),
                  width: {
                    size: columns
                      .slice(column, column + (cell.columns ?? 1))
                      .reduce((sum, width) => sum + width, 0),
                    type: WidthType.DXA,
                  },
                  children: paragraphs(row > first ? { ...cell, text: '' } : cell, signs, kept(row)),
                }),
            ),
        }),
    ),
  })
}
