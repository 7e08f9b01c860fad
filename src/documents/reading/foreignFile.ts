import type { ForeignKind } from '../outcome/unreadableFile'

const HEAD = 1024
const SIGNATURES: readonly (readonly [ForeignKind, string, number])[] = [
  ['archive', 'Rar!\u001A\u0007', 0],
  ['archive', '7z\u00BC\u00AF\u0027\u001C', 0],
  ['archive', '\u001F\u008B', 0],
  ['archive', 'BZh', 0],
  ['archive', 'MSCF', 0],
  ['archive', 'ustar', 257],
  ['picture', '\u0089PNG', 0],
  ['picture', '\u00FF\u00D8\u00FF', 0],
  ['picture', 'GIF8', 0],
  ['picture', 'II*\u0000', 0],
  ['picture', 'MM\u0000*', 0],
  ['picture', 'WEBP', 8],
  ['picture', 'ftypheic', 4],
  ['picture', 'ftypmif1', 4],
  ['picture', 'ftypavif', 4],
  ['rtf', '{\\rtf', 0],
]

/** What a file is that begins like none we read: PDF, a picture, an archive, RTF, a page in one file (MHT), XML of Office 2003; `null` when its first bytes say nothing of the kind. A letter is a byte: a browser decodes `latin1` as windows-1252, where 0x89 is ‰. */
export function foreignKind(bytes: Uint8Array): ForeignKind | null {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD))
  const signed = SIGNATURES.find(([, mark, at]) => head.startsWith(mark, at))
  if (signed) return signed[0]
  const start = head.replace(/^(?:\u00EF\u00BB\u00BF)?\s*/, '')
  if (/^(?:[^\n]{0,64}\n)?%PDF-\d/.test(start)) return 'pdf'
  if (isBitmap(bytes)) return 'picture'
  if (/^(?:MIME-Version|From|Subject|Date|Message-ID|Content-(?:Type|Location))\s*:/i.test(start)) {
    if (/multipart\/(?:related|alternative|mixed)|text\/html/i.test(head)) return 'mht'
  }
  return start.startsWith('<?xml') || /^<(?:\w+:)?Workbook[\s>]/.test(start) ? officeXml(head) : null
}

/** `BM`, the size of the file and four zeros: two letters alone also begin a text. */
function isBitmap(bytes: Uint8Array): boolean {
  if (bytes.length < 14 || bytes[0] !== 0x42 || bytes[1] !== 0x4d) return false
  return [6, 7, 8, 9].every((at) => bytes[at] === 0)
}

function officeXml(head: string): ForeignKind | null {
  if (/urn:oasis:names:tc:opendocument/.test(head)) return 'open-other'
  const office =
    /progid="(?:Word|Excel)|office\/word\/2003\/wordml|office\/2006\/xmlPackage|<(?:\w+:)?Workbook[\s>]|<uof:/
  return office.test(head) ? 'office-xml' : null
}
