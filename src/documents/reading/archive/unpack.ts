import { Inflate } from 'fflate'
import { crc32 } from './crc32'
import { isOleFile, oleKind } from './oleFile'
import type { ReadingLimits } from '../readingLimits'
import type { UnreadableFile } from '../sourceDocument'
import { isStored, isZip, packedBytes, readZipDirectory, type ZipEntry } from './zipDirectory'

/** A package whose directory was read and found within the limits; parts are unpacked one by one when they are asked for. */
export interface OpenPackage {
  readonly names: ReadonlySet<string>
  /** Unpacks a part chunk by chunk until it ends or `take` returns false; a problem when it is missing, broken or larger than it says. */
  readonly unpack: (name: string, take: (chunk: Uint8Array) => boolean) => UnreadableFile | null
}

/** What opening a file as a zip package gives. */
export type PackageOpening =
  | { readonly ok: true; readonly package: OpenPackage }
  | { readonly ok: false; readonly problem: UnreadableFile }

const STEP = 8_192

/**
 * Opens a .docx or .xlsx without unpacking anything: the declared sizes are summed and held against the limits first.
 * Files that are no zip are told apart by their first bytes: old .doc and .xls, a package behind a password, anything else.
 */
export function openPackage(bytes: Uint8Array, limits: ReadingLimits): PackageOpening {
  if (bytes.length > limits.fileBytes) return refused('too-large')
  if (isOleFile(bytes)) return refused(oleKind(bytes))
  if (!isZip(bytes)) return refused('not-a-document')
  const entries = readZipDirectory(bytes, limits.parts)
  if (entries === null || entries.length === 0) return refused('damaged')
  const explosive = tooLarge(entries, limits)
  if (explosive) return explosive
  const parts = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  if (parts.size < entries.length) return refused('damaged')
  return {
    ok: true,
    package: {
      names: new Set(entries.map(({ name }) => name)),
      unpack: (name, take) => {
        const entry = parts.get(name.toLowerCase())
        const kind = entry ? unpackEntry(bytes, entry, take) : 'damaged'
        return kind && { kind, where: name }
      },
    },
  }
}

function refused(kind: UnreadableFile['kind'], where: string | null = null): PackageOpening {
  return { ok: false, problem: { kind, where } }
}

function tooLarge(entries: readonly ZipEntry[], limits: ReadingLimits): PackageOpening | null {
  if (entries.length > limits.parts) return refused('unpacks-too-large')
  let all = 0
  for (const { name, packed, unpacked, encrypted } of entries) {
    if (encrypted) return refused('encrypted', name)
    all += unpacked
    const steep = unpacked > limits.ratioFrom && unpacked > packed * limits.ratio
    if (unpacked > limits.partBytes || steep) return refused('unpacks-too-large', name)
    if (all > limits.allBytes) return refused('unpacks-too-large')
  }
  return null
}

/** Inflates in small steps and stops at the first byte beyond the declared size, so a directory that lies cannot fill the memory. */
function unpackEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  take: (chunk: Uint8Array) => boolean,
): UnreadableFile['kind'] | null {
  const packed = packedBytes(bytes, entry)
  if (!packed) return 'damaged'
  const seen = { size: 0, crc: 0, wanted: true }
  const pass = (chunk: Uint8Array) => {
    seen.size += chunk.length
    if (chunk.length === 0 || !seen.wanted || seen.size > entry.unpacked) return
    seen.crc = crc32(chunk, seen.crc)
    seen.wanted = take(chunk)
  }
  const inflate = isStored(entry) ? null : new Inflate(pass)
  try {
    for (let at = 0; at < packed.length && seen.wanted && seen.size <= entry.unpacked; at += STEP) {
      const step = packed.subarray(at, at + STEP)
      if (inflate) inflate.push(step, at + STEP >= packed.length)
      else pass(step)
    }
  } catch {
    return 'damaged'
  }
  if (!seen.wanted) return null
  if (seen.size > entry.unpacked) return 'unpacks-too-large'
  return seen.size === entry.unpacked && seen.crc === entry.crc ? null : 'damaged'
}
