import {
  AlignmentType,
  Document,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Packer,
  Paragraph,
  TextRun,
} from 'docx'
import { BODY_FONT, documentTables } from './documentTable'
import type { FormTable } from './form'
import { pageFooter } from './pageFooter'
import { plainXml } from './plainXml'

/** A report as a file: its words part by part, then its tables, then its pictures (PNG, 16 to 9). */
export interface ReportFile {
  readonly title: string
  /** Whose it is, as of when, and 演示数据 where it is. */
  readonly lines: readonly string[]
  /** 落款: who, and the day; at the right under the words. */
  readonly end?: readonly string[]
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[]
  readonly tables: readonly FormTable[]
  readonly pictures: readonly { readonly title: string; readonly png: Uint8Array }[]
}

const TITLE_FONT = { ...BODY_FONT, eastAsia: '宋体' }
const HEADING_FONT = { ...BODY_FONT, eastAsia: '黑体' }
/** A4 upright with the margins of an official document (GB/T 9704), in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, top: 2_098, right: 1_474, bottom: 1_984, left: 1_587 }
const LINE = PAGE.width - PAGE.left - PAGE.right
/** 三号, its lines 28 points apart, two signs indented. */
const BODY = { size: 32, line: 560, indent: 640 }
/** As wide as the line, 16 to 9, in pixels of a 96th of an inch. */
const PICTURE = { width: 588, height: 331 }

function paragraph(words: string, keepNext: boolean): Paragraph {
  return new Paragraph({
    keepNext,
    alignment: AlignmentType.BOTH,
    spacing: { line: BODY.line, lineRule: LineRuleType.EXACT },
    indent: { firstLine: BODY.indent },
    children: [new TextRun({ text: plainXml(words), font: BODY_FONT, size: BODY.size })],
  })
}

function heading(words: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    spacing: { line: BODY.line, lineRule: LineRuleType.EXACT },
    indent: { firstLine: BODY.indent },
    children: [new TextRun({ text: plainXml(words), font: HEADING_FONT, size: BODY.size, color: '000000' })],
  })
}

function caption(words: string, pageBreakBefore = false): Paragraph {
  return new Paragraph({
    pageBreakBefore,
    keepNext: true,
    spacing: { before: 240, after: 120 },
    children: [new TextRun({ text: plainXml(words), font: HEADING_FONT, size: 24 })],
  })
}

/** Writes a report as a .docx, A4 upright, set as official documents are: 宋体 title, 黑体 headings, 仿宋 text; tables and pictures at the end. */
export async function reportDocument({
  title,
  lines,
  end = [],
  sections,
  tables,
  pictures,
}: ReportFile): Promise<Blob> {
  const centred = { alignment: AlignmentType.CENTER }
  const document = new Document({
    title,
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.top, right: PAGE.right, bottom: PAGE.bottom, left: PAGE.left },
          },
        },
        footers: { default: pageFooter() },
        children: [
          new Paragraph({
            ...centred,
            heading: HeadingLevel.TITLE,
            spacing: { after: 240 },
            children: [
              new TextRun({ text: plainXml(title), font: TITLE_FONT, size: 44, bold: true, color: '000000' }),
            ],
          }),
          ...lines.map(
            (line) =>
              new Paragraph({
                ...centred,
                spacing: { after: 120 },
                children: [new TextRun({ text: plainXml(line), font: BODY_FONT, size: 24 })],
              }),
          ),
          ...sections.flatMap((section, at) => {
            const own = section.paragraphs.flatMap((words) => words.split('\n'))
            const isEnd = end.length > 0 && at === sections.length - 1
            return [
              heading(section.heading),
              ...own.map((words, row) => paragraph(words, isEnd && row === own.length - 1)),
            ]
          }),
          ...end.map(
            (words, at) =>
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                keepLines: true,
                keepNext: at < end.length - 1,
                spacing: { line: BODY.line, lineRule: LineRuleType.EXACT },
                children: [new TextRun({ text: plainXml(words), font: BODY_FONT, size: BODY.size })],
              }),
          ),
          ...tables.flatMap((table, at) => [caption(table.title, at === 0), ...documentTables(table, LINE)]),
          ...pictures.flatMap((picture, at) => [
            caption(picture.title, at === 0),
            new Paragraph({
              ...centred,
              children: [
                new ImageRun({
                  type: 'png',
                  data: picture.png,
                  transformation: PICTURE,
                  altText: { name: picture.title, title: picture.title, description: picture.title },
                }),
              ],
            }),
          ]),
        ],
      },
    ],
  })
  return Packer.toBlob(document)
}
