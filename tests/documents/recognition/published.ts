import { readFileSync } from 'node:fs'
import type { SourceDocument } from '@/documents/reading/sourceDocument'
import { readTextDocument } from '@/documents/reading/textDocument'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'

/** The department's disclosure as published, dumped as text. */
export const PUBLISHED_TEXT = readFileSync(
  new URL('../../fixtures/source/2020-323002-budget-disclosure.txt', import.meta.url),
  'utf8',
)

/** The document of a text; throws when there is none. */
export function documentOf(text: string): SourceDocument {
  const reading = readTextDocument(text)
  if (!reading.ok) throw new Error(reading.problem.kind)
  return reading.document
}

/** What recognition makes of a text. */
export function recognised(text: string) {
  return recogniseDocument(documentOf(text))
}
