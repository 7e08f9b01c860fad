import { unzipSync, zipSync } from 'fflate'
import type { FileRefusal } from '../outcome/fileRefusal'
import { fingerprintOf } from './fingerprint'
import { LARGEST } from './sealed'

/** The largest bundle that is opened, packed or unpacked, in bytes. */
export const LARGEST_BUNDLE = 256 * 1024 * 1024

/** How much evidence one bundle carries, in bytes, so that with a ledger beside it it is always opened again. */
export const MOST_EVIDENCE = LARGEST_BUNDLE - 2 * LARGEST

const FOLDER = '佐证'
const NAMED = /^佐证\/([0-9a-f]{64})\//

/** A file that entries name as evidence, with the name it has there. */
export interface BundledFile {
  readonly name: string
  readonly sha256: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A hand-over or backup as it arrived: its text, and the evidence it carries; `wrong` are files whose content is not what their fingerprint says. */
export type BundleReading =
  | {
      readonly ok: true
      readonly text: Uint8Array
      readonly files: readonly BundledFile[]
      readonly wrong: readonly string[]
    }
  | { readonly ok: false; readonly refusal: FileRefusal }

/** Puts a file of ours and the evidence it names into one archive that any computer opens; the files lie under their fingerprint, with their own names. */
export function packBundle(
  name: string,
  text: string,
  files: readonly BundledFile[],
): Uint8Array<ArrayBuffer> {
  const parts = files.map(
    (file) => [`${FOLDER}/${file.sha256}/${file.name.replaceAll(/[/\\]/g, '_')}`, file.bytes] as const,
  )
  const packed = zipSync(Object.fromEntries([[name, new TextEncoder().encode(text)] as const, ...parts]), {
    level: 1,
  })
  return new Uint8Array(packed)
}

/** Opens what was handed over: an archive of ours, or the bare file that an older version wrote, which carries no evidence. */
export function openBundle(bytes: Uint8Array): BundleReading {
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b))
    return bytes.length > LARGEST
      ? { ok: false, refusal: { kind: 'too-large', size: bytes.length, limit: LARGEST } }
      : { ok: true, text: bytes, files: [], wrong: [] }
  const parts = unpacked(bytes)
  if (!Array.isArray(parts)) return { ok: false, refusal: parts }
  const texts = parts.filter(({ path }) => path.endsWith('.json') && !path.includes('/'))
  const [text] = texts
  if (!text || texts.length > 1) return { ok: false, refusal: { kind: 'not-ours' } }
  const read = parts.flatMap(({ path, content }) => {
    const [folder = '', sha256 = ''] = NAMED.exec(path) ?? []
    return sha256 === '' || path === folder
      ? []
      : [{ name: path.slice(folder.length), sha256, bytes: content }]
  })
  const files = read.filter(({ sha256, bytes: content }) => fingerprintOf(content) === sha256)
  return {
    ok: true,
    text: text.content,
    files,
    wrong: read.filter((file) => !files.includes(file)).map(({ name }) => name),
  }
}

interface Part {
  readonly path: string
  readonly content: Uint8Array<ArrayBuffer>
}

function unpacked(bytes: Uint8Array): Part[] | FileRefusal {
  let size = 0
  try {
    const parts = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize
        return size <= LARGEST_BUNDLE
      },
    })
    if (size > LARGEST_BUNDLE) return { kind: 'too-large', size, limit: LARGEST_BUNDLE }
    return Object.entries(parts).map(([path, content]) => ({ path, content: new Uint8Array(content) }))
  } catch {
    return { kind: 'damaged-archive' }
  }
}
