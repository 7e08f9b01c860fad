import { decodeText } from './decodeText'
import { type DocumentFormat, documentFormat } from './documentFormat'
import type { DocumentReading, UnreadableFile } from './sourceDocument'
import { readTextDocument } from './textDocument'

type Reader = (bytes: Uint8Array, fileName: string) => DocumentReading | Promise<DocumentReading>

const READERS: Readonly<Record<DocumentFormat, Reader>> = {
  text: readTextFile,
  html: unread('not-a-document'),
  docx: unread('not-a-document'),
  xlsx: unread('not-a-document'),
  zip: unread('not-a-document'),
  'old-doc': unread('old-doc'),
  'old-xls': unread('old-xls'),
}

/** Reads a document file of any known format into the model that recognition works on; a failure is a kind, never an exception. */
export async function readDocument(bytes: Uint8Array, fileName: string): Promise<DocumentReading> {
  return READERS[documentFormat(bytes, fileName)](bytes, fileName)
}

function unread(kind: UnreadableFile['kind']): Reader {
  return () => ({ ok: false, problem: { kind, where: null } })
}

function readTextFile(bytes: Uint8Array): DocumentReading {
  const text = decodeText(bytes)
  return text === null ? { ok: false, problem: { kind: 'encoding', where: null } } : readTextDocument(text)
}
