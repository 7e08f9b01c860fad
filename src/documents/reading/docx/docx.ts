import { DocxBody } from './docxBody'
import { NumberedStyles, Numbering, NumberingReader } from './docxNumbering'
import { documentOf } from '../draftTable'
import { relationshipsOf } from '../archive/packageParts'
import { readXml, type XmlReader } from '../readXml'
import { READING_LIMITS, type ReadingLimits } from '../readingLimits'
import { rejoined } from '../rejoin'
import type { DocumentReading } from '../sourceDocument'
import type { OpenPackage } from '../archive/unpack'

/** Reads the main part of an opened .docx or .docm, with the numbers of its lists; macros are other parts of the package, which are never unpacked. */
export function readDocxPart(
  opened: OpenPackage,
  path: string,
  limits: ReadingLimits = READING_LIMITS,
): DocumentReading {
  const relationships = relationshipsOf(opened, path)
  if (!relationships.ok) return relationships
  const lists = new NumberingReader()
  const styles = new NumberedStyles()
  const body = new DocxBody(new Numbering(lists, styles), limits)
  const target = (wanted: string) => relationships.list.find(({ type }) => type === wanted)?.target
  const parts: [string | undefined, XmlReader][] = [
    [target('numbering'), lists],
    [target('styles'), styles],
    [path, body],
  ]
  for (const [part, reader] of parts) {
    const problem = part === undefined ? null : readXml(opened, part, reader)
    if (problem) return { ok: false, problem }
  }
  const { items, setAside } = rejoined(body.items)
  return documentOf('docx', items, [...body.setAside, ...setAside], limits, {
    attachments: [],
    frames: [],
    pictures: body.pictures,
  })
}
