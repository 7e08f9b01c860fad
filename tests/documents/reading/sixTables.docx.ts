import {
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from 'docx'
import { wholeDocument, type LayoutBlock, type LayoutTable } from './formLayout'

const COLUMN = 700

function paragraphs(lines: readonly string[]): Paragraph[] {
  const kept = lines.length > 0 ? lines : ['']
  return kept.map((text) => new Paragraph({ children: [new TextRun({ text, font: '宋体' })] }))
}

/** Lays a table out row by row with real merged cells: w:gridSpan across, w:vMerge down. */
function tableOf(rows: LayoutTable): Table {
  const below: { column: number; columnSpan: number; rows: number }[] = []
  let width = 0
  const written = rows.map((cells) => {
    const children: TableCell[] = []
    let column = 0
    const goOn = () => {
      for (let open = find(); open; open = find()) {
        open.rows -= 1
        const { columnSpan } = open
        children.push(
          new TableCell({ columnSpan, verticalMerge: VerticalMergeType.CONTINUE, children: paragraphs([]) }),
        )
        column += columnSpan
      }
    }
    const find = () => below.find((one) => one.column === column && one.rows > 0)
    for (const { lines, columnSpan, rowSpan } of cells) {
      goOn()
      children.push(
        new TableCell({
          columnSpan,
          ...(rowSpan > 1 ? { verticalMerge: VerticalMergeType.RESTART } : {}),
          children: paragraphs(lines),
        }),
      )
      if (rowSpan > 1) below.push({ column, columnSpan, rows: rowSpan - 1 })
      column += columnSpan
    }
    goOn()
    width = Math.max(width, column)
    return new TableRow({ children })
  })
  return new Table({
    rows: written,
    columnWidths: Array.from({ length: width }, () => COLUMN),
    width: { size: width * COLUMN, type: WidthType.DXA },
  })
}

/** Writes blocks as a .docx with the library the product exports with. */
export async function docxOf(blocks: readonly LayoutBlock[]): Promise<Uint8Array> {
  const children = blocks.map((block) =>
    block.kind === 'table'
      ? tableOf(block.rows)
      : new Paragraph({
          children: block.text === '' ? [] : [new TextRun({ text: block.text, font: '宋体' })],
        }),
  )
  const file = new Document({ sections: [{ children }] })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

/** The published document, its six tables merged as on the form, as a .docx. */
export function sixTablesDocx(): Promise<Uint8Array> {
  return docxOf(wholeDocument())
}
