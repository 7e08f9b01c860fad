import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx'
import { BODY_FONT } from './documentTable'

/** The foot of a page: which it is, of how many. */
export function pageFooter(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({
            font: BODY_FONT,
            size: 18,
            children: ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'],
          }),
        ],
      }),
    ],
  })
}
