import type { UnreadableFile } from '../sourceDocument'

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ENTRY = 128
const LONGEST_NAME = 64
const STREAMS: readonly { readonly name: string; readonly kind: UnreadableFile['kind'] }[] = [
  { name: 'EncryptedPackage', kind: 'encrypted' },
  { name: 'WordDocument', kind: 'old-doc' },
  { name: 'Workbook', kind: 'old-xls' },
  { name: 'Book', kind: 'old-xls' },
  { name: 'PowerPoint Document', kind: 'slides' },
]

/** Whether the bytes begin like a file of Office before 2007, or of a package behind a password ([MS-CFB] 2.2). */
export function isOleFile(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, index) => bytes[index] === byte)
}

/**
 * What such a file is, told by the streams it names: a .doc, an .xls, or a newer package behind a password.
 * Directory entries lie at multiples of 128 bytes ([MS-CFB] 2.6), so they are looked for there and no chain is followed.
 */
export function oleKind(bytes: Uint8Array): UnreadableFile['kind'] {
  for (const { name, kind } of STREAMS) {
    for (let at = 0; at + LONGEST_NAME <= bytes.length; at += ENTRY) {
      if (isNamed(bytes, at, name)) return kind
    }
  }
  return 'not-a-document'
}

function isNamed(bytes: Uint8Array, at: number, name: string): boolean {
  for (let index = 0; index <= name.length; index += 1) {
    const code = index === name.length ? 0 : name.charCodeAt(index)
    if (bytes[at + index * 2] !== code || bytes[at + index * 2 + 1] !== 0) return false
  }
  return true
}
