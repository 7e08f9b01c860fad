import { writeXlsx } from 'hucre/xlsx'
import { wholeDocument, type LayoutBlock } from './formLayout'

type Merge = { startRow: number; startCol: number; endRow: number; endCol: number }
type Value = { readonly value: number | string; readonly style?: { readonly numFmt: string } }

const PLAIN_NUMBER = /^\d+(?:\.(\d+))?$/

/** A figure becomes a number whose format shows it as printed, as a clerk's workbook has it; anything else a text. */
function valueOf(text: string): Value {
  const [, places] = PLAIN_NUMBER.exec(text) ?? [null]
  if (!PLAIN_NUMBER.test(text)) return { value: text }
  return {
    value: Number(text),
    ...(places?.endsWith('0') ? { style: { numFmt: `0.${places.replaceAll(/\d/g, '0')}` } } : {}),
  }
}

function sheetOf(name: string, blocks: readonly LayoutBlock[]) {
  const cells = new Map<string, Value>()
  const merges: Merge[] = []
  let top = 0
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'paragraph') {
      const above = blocks[index + 1]?.kind === 'table'
      if (block.text !== '') {
        cells.set(`${top},0`, { value: block.text })
        merges.push({ startRow: top, startCol: 0, endRow: top, endCol: 12 })
      }
      top += above && block.text.endsWith('表') ? 1 : 2
      continue
    }
    const covered = new Set<string>()
    for (const [offset, row] of block.rows.entries()) {
      let column = 0
      for (const { lines, rowSpan, columnSpan } of row) {
        while (covered.has(`${offset},${column}`)) column += 1
        for (let down = 0; down < rowSpan; down += 1)
          for (let along = 0; along < columnSpan; along += 1)
            covered.add(`${offset + down},${column + along}`)
        if (lines.length > 0) cells.set(`${top + offset},${column}`, valueOf(lines.join('\n')))
        if (rowSpan * columnSpan > 1)
          merges.push({
            startRow: top + offset,
            startCol: column,
            endRow: top + offset + rowSpan - 1,
            endCol: column + columnSpan - 1,
          })
        column += columnSpan
      }
    }
    top += block.rows.length + 1
  }
  return { name, rows: [], cells, merges } as never
}

/** Writes blocks as a workbook: all on one sheet below each other, or each 绩效目标表 on a sheet of its own. */
export async function xlsxOf(
  blocks: readonly LayoutBlock[],
  arrangement: 'below' | 'sheets' = 'below',
): Promise<Uint8Array> {
  const sheets: LayoutBlock[][] = [[]]
  for (const block of blocks) {
    const titled = block.kind === 'paragraph' && block.text.endsWith('绩效目标表')
    if (arrangement === 'sheets' && titled && sheets.at(-1)?.length) sheets.push([])
    sheets.at(-1)?.push(block)
  }
  return writeXlsx({ sheets: sheets.map((part, index) => sheetOf(`表${index + 1}`, part)) })
}

/** The published document as a workbook, tables below each other. */
export function sixTablesXlsx(): Promise<Uint8Array> {
  return xlsxOf(wholeDocument())
}
