import { decodeText } from '../decodeText'

/** One part of a zip as its central directory states it (APPNOTE 4.3.12); nothing of it has been verified yet. */
export interface ZipEntry {
  readonly name: string
  readonly packed: number
  readonly unpacked: number
  readonly crc: number
  readonly method: number
  readonly encrypted: boolean
  readonly header: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_LENGTH = 22
const ENTRY_LENGTH = 46
const LOCAL_LENGTH = 30
const LONGEST_COMMENT = 0xffff
const STORED = 0
const DEFLATED = 8

/** Whether the bytes begin like a zip, whatever became of the rest. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && viewOf(bytes).getUint32(0, true) === LOCAL
}

/** Reads the central directory without unpacking anything, at most `most` entries and one more; `null` when it is broken or cut off. */
export function readZipDirectory(bytes: Uint8Array, most: number): readonly ZipEntry[] | null {
  const view = viewOf(bytes)
  const end = endRecord(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count && index <= most; index += 1) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY) return null
    const nameLength = view.getUint16(at + 28, true)
    const next =
      at + ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) return null
    entries.push({
      name: nameAt(bytes, at + ENTRY_LENGTH, nameLength),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      crc: view.getUint32(at + 16, true),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      header: view.getUint32(at + 42, true),
    })
    at = next
  }
  return entries
}

/** The packed bytes of a part, still packed; `null` when its own header does not bear out the directory or the method is none of Office's. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = viewOf(bytes)
  if (entry.header + LOCAL_LENGTH > bytes.length || view.getUint32(entry.header, true) !== LOCAL) return null
  if (entry.method !== STORED && entry.method !== DEFLATED) return null
  if (view.getUint16(entry.header + 8, true) !== entry.method) return null
  const nameLength = view.getUint16(entry.header + 26, true)
  const name = entry.header + LOCAL_LENGTH
  const from = name + nameLength + view.getUint16(entry.header + 28, true)
  const to = from + entry.packed
  if (to > bytes.length || nameAt(bytes, name, nameLength) !== entry.name) return null
  return bytes.subarray(from, to)
}

/** Whether a part is stored as it is. */
export function isStored(entry: ZipEntry): boolean {
  return entry.method === STORED
}

function endRecord(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at -= 1) {
    if (view.getUint32(at, true) === END) return at
  }
  return null
}

/** Archives packed on a Chinese Windows name their files in GB18030. */
function nameAt(bytes: Uint8Array, from: number, length: number): string {
  const name = bytes.subarray(from, from + length)
  return (decodeText(name) ?? new TextDecoder().decode(name)).replaceAll('\\', '/')
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
