import type { Evidence } from '@/domain/ledger/entry'
import { fingerprintOf } from '@/documents/exchange/fingerprint'

/** A file as evidence: its description for the ledger and its content for the shelf. */
export interface ReadEvidence {
  readonly evidence: Evidence & { readonly sha256: string }
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Reads a file as evidence: its name, its size in bytes, its SHA-256 and its content; rejects when the file cannot be read. */
export async function readEvidence(file: File): Promise<ReadEvidence> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const sha256 = globalThis.crypto?.subtle
    ? [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('')
    : fingerprintOf(bytes)
  return { evidence: { name: file.name, place: null, size: bytes.length, sha256 }, bytes }
}
