import type { SaxesTagNS } from 'saxes'
import { Budget, documentOf, type FlowItem } from '../draftTable'
import { relationshipsOf } from '../archive/packageParts'
import { attributeOf, readXml, type XmlReader } from '../readXml'
import { READING_LIMITS, type ReadingLimits } from '../readingLimits'
import type { DocumentReading, SetAside } from '../sourceDocument'
import type { OpenPackage } from '../archive/unpack'
import { SheetReader } from './xlsxSheet'
import { sheetItems } from './xlsxTables'
import { SharedStrings } from './xlsxStrings'
import { CellFormats } from './xlsxStyles'

/**
 * Reads the main part of an opened .xlsx or .xlsm and its sheets in order, each cell as the sheet shows it; formulas by the value saved with them.
 * Hidden sheets, rows and columns are set aside, for the published workbook does not show them (D). Macros lie in parts that are never unpacked.
 */
export function readXlsxPart(
  opened: OpenPackage,
  path: string,
  limits: ReadingLimits = READING_LIMITS,
): DocumentReading {
  const workbook = new WorkbookReader()
  const strings = new SharedStrings(limits)
  const formats = new CellFormats()
  const relationships = relationshipsOf(opened, path)
  if (!relationships.ok) return relationships
  const parts: [string | undefined, XmlReader][] = [
    [path, workbook],
    [relationships.list.find(({ type }) => type === 'sharedStrings')?.target, strings],
    [relationships.list.find(({ type }) => type === 'styles')?.target, formats],
  ]
  for (const [part, reader] of parts) {
    const problem = part === undefined ? null : readXml(opened, part, reader)
    if (problem) return { ok: false, problem }
  }
  const budget = new Budget(limits)
  const items: FlowItem[] = []
  const setAside: SetAside[] = []
  for (const { name, id, hidden } of workbook.sheets) {
    const part = relationships.list.find((one) => one.id === id && one.type === 'worksheet')
    if (!part) continue
    if (hidden) {
      setAside.push({ kind: 'hidden-sheet', where: name, text: '' })
      continue
    }
    const sheet = new SheetReader(name, strings.list, formats, workbook.from1904, budget)
    const problem = readXml(opened, part.target, sheet)
    if (problem) return { ok: false, problem }
    for (const item of sheetItems(sheet.content, budget)) items.push(item)
    if (budget.problem !== null) return { ok: false, problem: { kind: budget.problem, where: name } }
    for (const aside of sheet.content.setAside) setAside.push(aside)
  }
  return documentOf('xlsx', items, setAside, limits, {
    attachments: [],
    frames: [],
    pictures: [...opened.names].some((name) => name.startsWith('xl/media/')),
  })
}

/** The sheets of a workbook in their order, and its system of days. */
export class WorkbookReader implements XmlReader {
  readonly problem = null
  readonly sheets: { readonly name: string; readonly id: string; readonly hidden: boolean }[] = []
  from1904 = false

  open(tag: SaxesTagNS): void {
    if (tag.local === 'workbookPr') this.from1904 = /^(?:1|true)$/.test(attributeOf(tag, 'date1904') ?? '')
    if (tag.local !== 'sheet') return
    const id = Object.values(tag.attributes).find(({ local, prefix }) => local === 'id' && prefix !== '')
    const state = attributeOf(tag, 'state') ?? 'visible'
    this.sheets.push({
      name: attributeOf(tag, 'name') ?? '',
      id: id?.value ?? '',
      hidden: state !== 'visible',
    })
  }

  close(): void {}

  text(): void {}
}
