import { detectDelimiter, parseCsv } from 'hucre/csv'

/** How the text of a list is written: told by its bytes, never guessed from its words (DOMAIN.md §10). */
export type Encoding = 'utf-8' | 'utf-16' | 'gb18030'

/** The rows of a .csv as texts, and how it was written; `null` for bytes that are no text. */
export function readCsv(
  bytes: Uint8Array,
): { readonly encoding: Encoding; readonly rows: readonly (readonly string[])[] } | null {
  const decoded = decodeText(bytes)
  if (!decoded || decoded.text.includes('\u0000')) return null
  const rows = parseCsv(decoded.text, { delimiter: detectDelimiter(decoded.text) })
  return {
    encoding: decoded.encoding,
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : String(cell ?? '')))),
  }
}

/** Text from bytes: a byte order mark decides, else strict UTF-8, else strict GB18030. */
export function decodeText(bytes: Uint8Array): { readonly encoding: Encoding; readonly text: string } | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strictly('utf-16le', 'utf-16', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strictly('utf-16be', 'utf-16', bytes)
  return strictly('utf-8', 'utf-8', bytes) ?? strictly('gb18030', 'gb18030', bytes)
}

function strictly(
  label: string,
  encoding: Encoding,
  bytes: Uint8Array,
): { readonly encoding: Encoding; readonly text: string } | null {
  try {
    return { encoding, text: new TextDecoder(label, { fatal: true }).decode(bytes) }
  } catch {
    return null
  }
}
