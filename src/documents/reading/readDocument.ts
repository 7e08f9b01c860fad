import { decodeText } from './decodeText'
import { type DocumentFormat, documentFormat } from './documentFormat'
import { foreignKind } from './foreignFile'
import type { DocumentReading } from './sourceDocument'
import { readTextDocument } from './textDocument'
import { withoutTable } from './withoutTable'

type Reader = (bytes: Uint8Array, fileName: string) => DocumentReading | Promise<DocumentReading>

const READERS: Readonly<Record<DocumentFormat, Reader>> = {
  text: (bytes) => readDecoded(bytes, readText),
  html: async (bytes) => readDecoded(bytes, (await import('./html')).readHtmlDocument),
  package: readOffice,
  container: readContainer,
}

/** Reads a document file of any known format into the model that recognition works on; a failure is a kind, never an exception. */
export async function readDocument(bytes: Uint8Array, fileName: string): Promise<DocumentReading> {
  const foreign = foreignKind(bytes)
  if (foreign !== null) return { ok: false, problem: { kind: foreign, where: null } }
  return READERS[documentFormat(bytes)](bytes, fileName)
}

/** Packages and the files of Office before them are told apart by what they hold. */
async function readOffice(bytes: Uint8Array): Promise<DocumentReading> {
  return (await import('./archive/officeFile')).readOfficeFile(bytes)
}

/** A container of Office before 2007: what its streams say; only where they say nothing, what its name does. */
async function readContainer(bytes: Uint8Array, fileName: string): Promise<DocumentReading> {
  const read = await readOffice(bytes)
  if (read.ok || read.problem.kind !== 'not-a-document') return read
  const named = /\.(?:xls|xlsx|et)$/i.test(fileName) ? 'old-xls' : 'old-doc'
  return { ok: false, problem: { kind: named, where: null } }
}

/** A text without a table says what became of it, as every other format does. */
function readText(text: string): DocumentReading {
  const reading = readTextDocument(text)
  if (!reading.ok || reading.document.blocks.some(({ kind }) => kind === 'table')) return reading
  const lines = reading.document.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text : []))
  return { ok: false, problem: withoutTable(lines) }
}

function readDecoded(bytes: Uint8Array, read: (text: string) => DocumentReading): DocumentReading {
  const text = decodeText(bytes)
  return text === null ? { ok: false, problem: { kind: 'encoding', where: null } } : read(text)
}
