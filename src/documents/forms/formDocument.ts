import { AlignmentType, Document, Packer, PageOrientation, Paragraph, TabStopType, TextRun } from 'docx'
import { documentFit, SIGNING_LINES, type Signs } from './documentFit'
import { BODY_FONT, documentTables, evenLines } from './documentTable'
import type { FormTable } from './form'
import { pageFooter } from './pageFooter'
import { plainXml } from './plainXml'

const TITLE_FONT = { ...BODY_FONT, eastAsia: '宋体' }
/** A4 across with margins of 1.27 cm, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, margin: 720 }
const lineOf = ({ upright = false }: FormTable) => (upright ? PAGE.width : PAGE.height) - 2 * PAGE.margin
const heightOf = ({ upright = false }: FormTable) => (upright ? PAGE.height : PAGE.width) - 2 * PAGE.margin

/** 三号. */
const TITLE: Signs = { size: 32, line: 432 }

/** How much of the line above a form the unit's name and seal take. */
const UNIT_SHARE = 0.45

/** A line above or below a form, its parts spread over the width by tab stops; above, the last one ends at the right edge. */
function spread(
  parts: readonly string[],
  line: number,
  signs: Signs,
  where: 'lead' | 'foot',
  keepNext: boolean,
): Paragraph {
  return new Paragraph({
    keepNext,
    keepLines: true,
    spacing: {
      ...evenLines(signs),
      ...(where === 'foot' && parts.length > 1 ? { before: signs.line * SIGNING_LINES } : {}),
    },
    tabStops: parts.slice(1).map((_, at) =>
      where === 'lead' && at === parts.length - 2
        ? { type: TabStopType.RIGHT, position: line }
        : {
            type: TabStopType.LEFT,
            position: Math.floor(where === 'lead' ? line * UNIT_SHARE : (line * (at + 1)) / parts.length),
          },
    ),
    children: parts.flatMap((part, at) => [
      ...(at > 0 ? [new TextRun({ text: '\t' })] : []),
      new TextRun({ text: plainXml(part), font: BODY_FONT, size: signs.size }),
    ]),
  })
}

function page(form: FormTable) {
  const line = lineOf(form)
  const fit = documentFit(form, line, heightOf(form))
  const { lead = [], foot = [] } = form
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: evenLines(TITLE),
      children: [new TextRun({ text: plainXml(form.title), font: TITLE_FONT, size: TITLE.size, bold: true })],
    }),
    ...lead.map((parts) => spread(parts, line, fit.signs, 'lead', false)),
    ...documentTables(form, line, fit),
    ...foot.map((parts, at) => spread(parts, line, fit.signs, 'foot', at < foot.length - 1)),
  ]
}

/** Writes forms as a .docx, each on one page where its signs can be made small enough, else on a page of its own: A4 across (or upright), 宋体 and 仿宋 named, cells merged as on the official form. */
export async function formDocument(forms: readonly FormTable[]): Promise<Blob> {
  const document = new Document({
    sections: forms.map((form) => ({
      properties: {
        page: {
          size: {
            width: PAGE.width,
            height: PAGE.height,
            orientation: form.upright ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
          },
          margin: {
            top: PAGE.margin,
            right: PAGE.margin,
            bottom: PAGE.margin,
            left: PAGE.margin,
            footer: PAGE.margin / 2,
          },
        },
      },
      footers: { default: pageFooter() },
      children: page(form),
    })),
  })
  return Packer.toBlob(document)
}
