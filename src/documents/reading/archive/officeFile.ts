import { readDocxPart } from '../docx/docx'
import { mainPartOf } from './packageParts'
import { READING_LIMITS, type ReadingLimits } from '../readingLimits'
import type { DocumentReading } from '../sourceDocument'
import { openPackage } from './unpack'
import { readXlsxPart } from '../xlsx/xlsx'

/**
 * Reads a .docx, .docm, .xlsx or .xlsm by what it holds, not by its name; macros lie in parts that are never unpacked, let alone run.
 * Never throws: what cannot be read is answered with a kind, within the limits of time and memory.
 */
export function readOfficeFile(bytes: Uint8Array, limits: ReadingLimits = READING_LIMITS): DocumentReading {
  const opening = openPackage(bytes, limits)
  if (!opening.ok) return opening
  const main = mainPartOf(opening.package)
  if (!main.ok) return main
  return main.kind === 'docx'
    ? readDocxPart(opening.package, main.path, limits)
    : readXlsxPart(opening.package, main.path, limits)
}
