import type { Evidence } from '@/domain/ledger/entry'

/** Names a file as evidence without keeping it: its name, its size in bytes and its SHA-256 (none where the browser offers no digest). */
export async function fileEvidence(file: File): Promise<Evidence> {
  const digest = globalThis.crypto?.subtle
    ? await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
    : null
  const sha256 =
    digest && [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return { name: file.name, place: null, size: file.size, sha256 }
}
