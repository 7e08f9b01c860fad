import { AlignmentType, Document, Packer, PageOrientation, Paragraph, TextRun } from 'docx'
import { BODY_FONT, documentTable } from './documentTable'
import type { FormTable } from './form'
import { pageFooter } from './pageFooter'

const TITLE_FONT = { ...BODY_FONT, eastAsia: '宋体' }
/** A4 across with margins of 2 cm, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_134 }
const LINE = PAGE.height - 2 * PAGE.margin

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
      footers: { default: pageFooter() },
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [new TextRun({ text: form.title, font: TITLE_FONT, size: 32, bold: true })],
        }),
        new Paragraph({ children: [new TextRun({ text: note, font: BODY_FONT, size: 18 })] }),
        documentTable(form, LINE),
      ],
    })),
  })
  return Packer.toBlob(document)
}
