import { wholeDocument, type LayoutBlock, type LayoutCell } from './formLayout'

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('≥', '&#8805;')
    .replaceAll('  ', "<span style='mso-spacerun:yes'>&nbsp; </span>")
}

function word(lines: readonly string[]): string {
  const kept = lines.length > 0 ? lines.map(escaped) : ['<o:p>&nbsp;</o:p>']
  return kept
    .map(
      (line) =>
        `<p class=MsoNormal><span\n  style='font-family:宋体'>${line}</span><span lang=EN-US><o:p></o:p></span></p>`,
    )
    .join('\n  ')
}

function wps(lines: readonly string[]): string {
  return lines.length > 0
    ? lines.map((line) => `<font face="宋体">${escaped(line)}</font>`).join('<br/>')
    : '&nbsp;'
}

function spans({ rowSpan, columnSpan }: LayoutCell): string {
  return `${columnSpan > 1 ? ` colspan=${columnSpan}` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`
}

function body(blocks: readonly LayoutBlock[], say: (lines: readonly string[]) => string): string {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return word(block.text === '' ? [] : [block.text])
      const rows = block.rows.map(
        (row) =>
          ` <tr style='mso-yfti-irow:0'>\n${row.map((cell) => `  <td width=142${spans(cell)} valign=top>\n  ${say(cell.lines)}\n  </td>`).join('\n')}\n </tr>`,
      )
      return `<table class=MsoNormalTable border=1 cellspacing=0>\n${rows.join('\n')}\n <![if !supportMisalignedColumns]>\n <tr height=0><td width=142></td></tr>\n <![endif]>\n</table>`
    })
    .join('\n\n')
}

const HEAD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta charset=utf-8><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-parent:"";} --></style></head>`

/** Writes blocks as Word puts them on the clipboard. */
export function wordHtmlOf(blocks: readonly LayoutBlock[]): string {
  return `${HEAD}<body lang=ZH-CN><!--StartFragment-->\n${body(blocks, word)}\n<!--EndFragment--></body></html>`
}

/** Writes blocks as WPS Writer does: fonts, line breaks in place of paragraphs. */
export function wpsHtmlOf(blocks: readonly LayoutBlock[]): string {
  return `<html><head><meta name="Generator" content="WPS Office"/></head><body><!--StartFragment-->${body(blocks, wps)}<!--EndFragment--></body></html>`
}

/** The published document as pasted from Word. */
export function sixTablesHtml(): string {
  return wordHtmlOf(wholeDocument())
}
