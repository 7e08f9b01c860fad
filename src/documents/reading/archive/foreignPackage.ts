import type { UnreadableFile } from '../../outcome/unreadableFile'
import { listed } from '../withoutTable'
import type { OpenPackage } from './unpack'

const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.'
const ENDS_AS_DOCUMENT = /\.(?:docx?|xlsx?|wps|et|pdf|html?|txt|csv)$/i
const LONGEST_TYPE = 128

/** What a zip package is that holds no document and no workbook: OFD, ODF, slides, a binary workbook, or an archive with the names of what is in it. `where` is the part that was looked at. */
export function foreignPackage(opened: OpenPackage, where: string | null): UnreadableFile {
  const names = [...opened.names]
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/^OFD\.xml$/i)) return { kind: 'ofd', where: null }
  if (opened.names.has('mimetype')) {
    const type = typeOf(opened)
    if (type.startsWith(OPEN_DOCUMENT)) return { kind: openKind(type), where: null }
  }
  if (has(/^ppt\//)) return { kind: 'slides', where: null }
  if (has(/^xl\/workbook\.bin$/)) return { kind: 'binary-sheet', where: null }
  const office = where !== null || has(/^\[Content_Types\]\.xml$/i)
  return office ? { kind: 'not-a-document', where } : { kind: 'archive', where: contents(names) }
}

function typeOf(opened: OpenPackage): string {
  let type = ''
  opened.unpack('mimetype', (chunk) => {
    type += new TextDecoder('latin1').decode(chunk)
    return type.length < LONGEST_TYPE
  })
  return type
}

function openKind(type: string): 'open-text' | 'open-sheet' | 'open-other' {
  const kind = type.slice(OPEN_DOCUMENT.length)
  if (kind.startsWith('text')) return 'open-text'
  return kind.startsWith('spreadsheet') ? 'open-sheet' : 'open-other'
}

/** The files of an archive, those that may hold a table first. */
function contents(names: readonly string[]): string | null {
  const files = names.filter((name) => !name.endsWith('/') && !name.startsWith('__MACOSX/'))
  const documents = files.filter((name) => ENDS_AS_DOCUMENT.test(name))
  const shown = documents.length > 0 ? documents : files
  return shown.length === 0 ? null : listed(shown.map((name) => name.slice(name.lastIndexOf('/') + 1)))
}
