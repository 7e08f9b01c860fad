import { detectDelimiter, parseCsv } from 'hucre/csv'
import { decodeMarked, type Encoding } from '../reading/decodeText'

/** The rows of a .csv as texts, and how it was written; `null` for bytes that are no text. */
export function readCsv(
  bytes: Uint8Array,
): { readonly encoding: Encoding; readonly rows: readonly (readonly string[])[] } | null {
  const decoded = decodeMarked(bytes)
  if (!decoded || decoded.text.includes('\u0000')) return null
  const rows = parseCsv(decoded.text, { delimiter: detectDelimiter(decoded.text) })
  return {
    encoding: decoded.encoding,
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : String(cell ?? '')))),
  }
}
