import { DocxBody } from './docxBody'
import { documentOf } from './draftTable'
import { readXml } from './readXml'
import { READING_LIMITS, type ReadingLimits } from './readingLimits'
import { rejoined } from './rejoin'
import type { DocumentReading } from './sourceDocument'
import type { OpenPackage } from './unpack'

/** Reads the main part of an opened .docx or .docm; macros are other parts of the package, which are never unpacked. */
export function readDocxPart(
  opened: OpenPackage,
  path: string,
  limits: ReadingLimits = READING_LIMITS,
): DocumentReading {
  const body = new DocxBody(limits)
  const problem = readXml(opened, path, body)
  if (problem) return { ok: false, problem }
  const { items, setAside } = rejoined(body.items)
  return documentOf('docx', items, [...body.setAside, ...setAside])
}
