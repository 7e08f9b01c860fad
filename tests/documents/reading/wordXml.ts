import { strToU8, zipSync } from 'fflate'
import { readOfficeFile } from '@/documents/reading/archive/officeFile'
import type { ReadingLimits } from '@/documents/reading/readingLimits'
import type { DocumentReading, SourceDocument, SourceTable } from '@/documents/reading/sourceDocument'

/** The namespace of documents as Word writes them. */
export const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The namespaces a hand-written body may use. */
const PREFIXES = `xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:x="urn:unknown"`

/** A package of parts, its main part wherever it is said to be. */
export function packageOf(parts: Readonly<Record<string, string | Uint8Array>>, main: string): Uint8Array {
  const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="${main}"/></Relationships>`
  const files = Object.entries({ '_rels/.rels': rels, ...parts }).map(([name, part]) => [
    name,
    typeof part === 'string' ? strToU8(part) : part,
  ])
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>)
}

/** The XML of a document around a hand-written body. */
export function documentXml(body: string, namespace = TRANSITIONAL): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${namespace}" ${PREFIXES}><w:body>${body}<w:sectPr/></w:body></w:document>`
}

/** A .docx of a hand-written body. */
export function wordFile(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return packageOf({ ...parts, 'word/document.xml': documentXml(body) }, 'word/document.xml')
}

export function p(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

export function tc(content: string, properties = ''): string {
  const inside = content.startsWith('<') ? content : p(content)
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`
}

export function tr(cells: readonly string[], properties = ''): string {
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`
}

export function tbl(rows: readonly string[], grid: readonly number[] = []): string {
  const columns = grid.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  return `<w:tbl><w:tblPr/><w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`
}

export function documentIn(reading: DocumentReading): SourceDocument {
  if (!reading.ok) throw new Error(`not read: ${JSON.stringify(reading.problem)}`)
  return reading.document
}

/** Reads a hand-written body as a .docx. */
export function readWord(body: string, limits?: ReadingLimits): SourceDocument {
  return documentIn(readOfficeFile(wordFile(body), limits))
}

/** A document in short: paragraphs as they are, tables as rows of cells with their place and merges where they have any. */
export function short(document: SourceDocument): (string | string[][])[] {
  return document.blocks.map((block) => (block.kind === 'paragraph' ? block.text : shortTable(block.table)))
}

export function shortTable(table: SourceTable): string[][] {
  return table.rows.map((row) =>
    row.map(({ column, rowSpan, columnSpan, lines, tables }) => {
      const merged = rowSpan * columnSpan > 1 ? ` ${rowSpan}×${columnSpan}` : ''
      const inside = tables.map((one) => ` {${JSON.stringify(shortTable(one))}}`).join('')
      return `${column}${merged}:${lines.join('/')}${inside}`
    }),
  )
}
