import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** The SHA-256 of a content in hexadecimal, also where the browser offers no digest of its own (plain http). */
export function fingerprintOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}
