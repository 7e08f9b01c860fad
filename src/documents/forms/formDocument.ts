import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { placed, type FormCell, type FormTable } from './form'

const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' }
const TITLE_FONT = { ...FONT, eastAsia: '宋体' }
/** A4 across with margins of 2 cm, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_134 }
const LINE = PAGE.height - 2 * PAGE.margin

function paragraphs(cell: FormCell): Paragraph[] {
  const alignment =
    cell.kind === 'head'
      ? AlignmentType.CENTER
      : cell.kind === 'number'
        ? AlignmentType.RIGHT
        : AlignmentType.LEFT
  return cell.text.split('\n').map(
    (line) =>
      new Paragraph({
        alignment,
        children: [new TextRun({ text: line, font: FONT, size: 18, bold: cell.kind === 'head' })],
      }),
  )
}

function table(form: FormTable): Table {
  const all = form.widths.reduce((sum, width) => sum + width, 0)
  const columns = form.widths.map((width) => Math.floor((width / all) * LINE))
  const cells = placed(form)
  return new Table({
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns,
    rows: form.rows.map(
      (_, row) =>
        new TableRow({
          cantSplit: true,
          tableHeader: row === 0,
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
                  children: paragraphs(cell),
                }),
            ),
        }),
    ),
  })
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      new TextRun({
        font: FONT,
        size: 18,
        children: ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'],
      }),
    ],
  })
}

/** Writes forms as a .docx, each on a page of its own: A4 across, 宋体 and 仿宋 named, cells merged as on the official form. */
export async function formDocument(forms: readonly FormTable[], note: string): Promise<Blob> {
  const document = new Document({
    sections: forms.map((form) => ({
      properties: {
        page: {
          size: { width: PAGE.width, height: PAGE.height, orientation: PageOrientation.LANDSCAPE },
          margin: { top: PAGE.margin, right: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin },
        },
      },
      footers: { default: new Footer({ children: [pageNumber()] }) },
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [new TextRun({ text: form.title, font: TITLE_FONT, size: 32, bold: true })],
        }),
        new Paragraph({ children: [new TextRun({ text: note, font: FONT, size: 18 })] }),
        table(form),
      ],
    })),
  })
  return Packer.toBlob(document)
}
