import { decodeText } from './decodeText'
import type { DocumentReading } from './sourceDocument'
import { readTextDocument } from './textDocument'

/** Reads a document file of any known format into the model recognition works on; the name only decides where the bytes do not. */
export async function readDocument(bytes: Uint8Array, fileName: string): Promise<DocumentReading> {
  const text = decodeText(bytes)
  if (text === null) return { ok: false, problem: { kind: 'encoding', where: fileName } }
  return readTextDocument(text)
}
