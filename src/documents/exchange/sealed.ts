import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { FileRefusal, OwnFile } from '../outcome/fileRefusal'
import type { Json } from '../entries/json'
import { readJsonText } from '../jsonText'
import { isRow } from '../plan/planShape'
import { pathText } from '../plan/planIssue'

/** The largest file that is opened: a ledger of 10,000 entries has some 4 MB. */
export const LARGEST = 32 * 1024 * 1024

const SCHEMA = 1

type Row = Readonly<Record<string, unknown>>

/** The fingerprint of what a file says: keys sorted, blanks not counted, so that only a change of content changes it. */
function fingerprint(content: Row): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(JSON.stringify(content, sorted))))}`
}

function sorted(_key: string, part: unknown): unknown {
  return isRow(part)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
    : part
}

/** Writes a file of ours with its version and its fingerprint, an entry a line. */
export function seal(
  kind: OwnFile,
  head: { readonly [key: string]: Json },
  entries: readonly Json[],
): string {
  const content = { schema: SCHEMA, kind, ...head, entries }
  const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')
  const cells = Object.entries({ schema: SCHEMA, kind, ...head, checksum: fingerprint(content) })
    .map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(',\n')
  return `{\n${cells},\n  "entries": [\n${lines}\n  ]\n}\n`
}

/** A file opened: its kind, its content, and whether its fingerprint was there and right. */
export type Opened =
  | { readonly ok: true; readonly kind: OwnFile; readonly content: Row; readonly sealed: boolean }
  | { readonly ok: false; readonly refusal: FileRefusal }

const KINDS: ReadonlySet<unknown> = new Set<OwnFile>(['handover', 'backup', 'ledger'])

function refused(refusal: FileRefusal): Opened {
  return { ok: false, refusal }
}

/** Opens the bytes of a file of ours: size, text, JSON, version and fingerprint, in this order; what fails names its place. */
export function openSealed(bytes: Uint8Array): Opened {
  if (bytes.length > LARGEST) return refused({ kind: 'too-large', size: bytes.length, limit: LARGEST })
  const text = decoded(bytes)
  if (text === null) return refused({ kind: 'not-text' })
  if (text.trim() === '') return refused({ kind: 'empty' })
  const json = readJsonText(text)
  if (json.kind === 'fault') {
    const { line, column, character, deep } = json
    if (deep) return refused({ kind: 'too-deep', line, column })
    return refused({
      kind: 'not-json',
      line,
      column,
      ends: character === null || !text.trimEnd().endsWith('}'),
    })
  }
  const content = json.value
  if (!isRow(content) || !isOwnKind(content.kind)) return refused({ kind: 'not-ours' })
  const { kind } = content
  if (typeof content.schema === 'number' && content.schema > SCHEMA)
    return refused({ kind: 'newer', schema: content.schema })
  if (content.schema !== SCHEMA) return refused({ kind: 'not-ours' })
  const [twice] = json.repeated
  if (twice) return refused({ kind: 'repeated', path: pathText(twice) })
  if (kind === 'ledger' && content.checksum === undefined) return { ok: true, kind, content, sealed: false }
  const { checksum, ...rest } = content
  if (checksum !== fingerprint(rest)) return refused({ kind: 'checksum' })
  return { ok: true, kind, content: rest, sealed: true }
}

function isOwnKind(kind: unknown): kind is OwnFile {
  return KINDS.has(kind)
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
