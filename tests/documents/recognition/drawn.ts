import type { RecognitionIssue } from '@/documents/outcome/recognitionIssue'
import type { SourceCell, SourceDocument, SourceTable } from '@/documents/reading/sourceDocument'
import type { LayoutBlock } from '../reading/formLayout'

/** A cell of a drawn table: its lines, and how far it is merged; `null` where another cell reaches in. */
export interface DrawnCell {
  readonly lines: readonly string[]
  readonly down: number
  readonly across: number
}

type Drawn = readonly (readonly DrawnCell[])[]
type Block = { readonly paragraph: string } | { readonly table: Drawn }

/** A document as a writer draws it: paragraphs and tables with merged cells. */
export type DrawnDocument = readonly Block[]

/** A cell of one line, merged down and across. */
export function cell(text: string, down = 1, across = 1): DrawnCell {
  return { lines: text === '' ? [] : text.split('\n'), down, across }
}

/** A row of cells parted by bars, `↓down` and `→across` behind a text where it is merged. */
export function row(line: string): DrawnCell[] {
  return line.split('|').map((text) => {
    const [, own = '', down = '1', across = '1'] = /^(.*?)(?:↓(\d))?(?:→(\d))?$/s.exec(text) ?? []
    return cell(own, Number(down), Number(across))
  })
}

/** What a reading says of its document: its kinds without what is not stated, and the texts that it names of one kind. */
export function said(issues: readonly RecognitionIssue[]) {
  return {
    kinds: [...new Set(issues.map(({ kind }) => kind))].filter((kind) => kind !== 'not-stated'),
    named: (kind: string) =>
      issues
        .filter((one) => one.kind === kind)
        .flatMap(({ from, more = [] }) => [from, ...more].map((place) => place?.text)),
  }
}

/** The document with its merged cells, as .docx, HTML and .xlsx show it. */
export function merged(blocks: DrawnDocument): SourceDocument {
  let position = 0
  return {
    origin: 'docx',
    blocks: blocks.map((block) => {
      if ('paragraph' in block) return { kind: 'paragraph', text: block.paragraph }
      position += 1
      return { kind: 'table', table: mergedTable(block.table, position) }
    }),
  }
}

function mergedTable(rows: Drawn, position: number): SourceTable {
  return { position, place: null, merges: true, rows: placed(rows).map((row) => row.cells) }
}

interface PlacedRow {
  readonly cells: SourceCell[]
  /** Columns that a cell from above reaches into, with the cell's width at its first column. */
  readonly covered: ReadonlyMap<number, number>
}

function placed(rows: Drawn): PlacedRow[] {
  const until: number[] = []
  const widths: number[] = []
  return rows.map((drawn, row) => {
    const cells: SourceCell[] = []
    const covered = new Map<number, number>()
    let column = 0
    const skip = (): void => {
      while ((until[column] ?? 0) > row) {
        const width = widths[column] ?? 1
        covered.set(column, width)
        column += width
      }
    }
    for (const { lines, down, across } of drawn) {
      skip()
      cells.push({ row, column, rowSpan: down, columnSpan: across, lines, tables: [] })
      for (let step = 0; step < across; step += 1) until[column + step] = row + down
      widths[column] = across
      column += across
    }
    skip()
    return { cells, covered }
  })
}

/** Each row's texts as a dump shows them: a cell covered from above is blank, one covered from the left is missing. */
function dumpedRows(rows: Drawn): string[][][] {
  return placed(rows).map(({ cells, covered }) =>
    [
      ...cells.map(({ column, lines }) => ({ column, lines: [...lines] })),
      ...[...covered.keys()].map((column) => ({ column, lines: [] as string[] })),
    ]
      .sort((a, b) => a.column - b.column)
      .map(({ lines }) => lines),
  )
}

/** The document as a Word file is dumped as text: a cell a line behind a tab, a blank line behind each row. */
export function dumped(blocks: DrawnDocument): string {
  return blocks
    .map((block) =>
      'paragraph' in block
        ? `${block.paragraph}\n`
        : `${dumpedRows(block.table)
            .map((row) => row.map((lines) => `\t${lines.join('\n')}\n`).join(''))
            .join('\n')}\n\n`,
    )
    .join('')
}

/** The document as a spreadsheet puts it on the clipboard: every column in every row, a cell of several lines quoted. */
export function tabbed(blocks: DrawnDocument): string {
  return blocks
    .map((block) => ('paragraph' in block ? `${block.paragraph}\n` : `${tabbedTable(block.table)}\n`))
    .join('')
}

function tabbedTable(rows: Drawn): string {
  return placed(rows)
    .map(({ cells, covered }) => {
      const width = Math.max(
        ...cells.map(({ column, columnSpan }) => column + columnSpan),
        ...[...covered].map(([column, across]) => column + across),
      )
      const texts = Array.from({ length: width }, () => '')
      for (const { column, lines } of cells) texts[column] = quoted(lines.join('\n'))
      return `${texts.join('\t')}\n`
    })
    .join('')
}

function quoted(text: string): string {
  return text.includes('\n') ? `"${text.replaceAll('"', '""')}"` : text
}

/** The same document in blocks that any writer of files takes. */
export function layoutOf(blocks: DrawnDocument): LayoutBlock[] {
  return blocks.map((block) =>
    'paragraph' in block
      ? { kind: 'paragraph', text: block.paragraph }
      : {
          kind: 'table',
          rows: block.table.map((row) =>
            row.map(({ lines, down, across }) => ({ lines: [...lines], rowSpan: down, columnSpan: across })),
          ),
        },
  )
}
