import { decodeText } from './decodeText'
import { type DocumentFormat, documentFormat } from './documentFormat'
import type { DocumentReading } from './sourceDocument'
import { readTextDocument } from './textDocument'

type Reader = (bytes: Uint8Array) => DocumentReading | Promise<DocumentReading>

const READERS: Readonly<Record<DocumentFormat, Reader>> = {
  text: (bytes) => readDecoded(bytes, readTextDocument),
  html: async (bytes) => readDecoded(bytes, (await import('./html')).readHtmlDocument),
  docx: readOffice,
  xlsx: readOffice,
  zip: readOffice,
  'old-doc': (bytes) => readOld(bytes, 'old-doc'),
  'old-xls': (bytes) => readOld(bytes, 'old-xls'),
}

/** Reads a document file of any known format into the model that recognition works on; a failure is a kind, never an exception. */
export async function readDocument(bytes: Uint8Array, fileName: string): Promise<DocumentReading> {
  return READERS[documentFormat(bytes, fileName)](bytes)
}

/** Packages and the files of Office before them are told apart by what they hold. */
async function readOffice(bytes: Uint8Array): Promise<DocumentReading> {
  return (await import('./archive/officeFile')).readOfficeFile(bytes)
}

/** A file of Office before 2007: what its streams say, else what its name does. */
async function readOld(bytes: Uint8Array, named: 'old-doc' | 'old-xls'): Promise<DocumentReading> {
  const read = await readOffice(bytes)
  const unsaid = !read.ok && read.problem.kind === 'not-a-document'
  return unsaid ? { ok: false, problem: { kind: named, where: null } } : read
}

function readDecoded(bytes: Uint8Array, read: (text: string) => DocumentReading): DocumentReading {
  const text = decodeText(bytes)
  return text === null ? { ok: false, problem: { kind: 'encoding', where: null } } : read(text)
}
