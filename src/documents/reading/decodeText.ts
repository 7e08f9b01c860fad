/** How a text is written: told by its bytes, never guessed from its words (domain.md §10). */
export type Encoding = 'utf-8' | 'utf-16' | 'gb18030'

const UTF16_MARKS: readonly (readonly [number, number, string])[] = [
  [0xff, 0xfe, 'utf-16le'],
  [0xfe, 0xff, 'utf-16be'],
]

/** Decodes the bytes of a text file and says how: UTF-16 with its mark, strict UTF-8, else strict GB18030 as Chinese Windows saves it; `null` when it is none of them. */
export function decodeMarked(
  bytes: Uint8Array,
): { readonly encoding: Encoding; readonly text: string } | null {
  const marked = UTF16_MARKS.find(([first, second]) => bytes[0] === first && bytes[1] === second)
  if (marked) return decodedAs(bytes, marked[2], 'utf-16')
  return decodedAs(bytes, 'utf-8', 'utf-8') ?? decodedAs(bytes, 'gb18030', 'gb18030')
}

/** The text of such a file, however it is written. */
export function decodeText(bytes: Uint8Array): string | null {
  return decodeMarked(bytes)?.text ?? null
}

function decodedAs(bytes: Uint8Array, label: string, encoding: Encoding) {
  try {
    return { encoding, text: new TextDecoder(label, { fatal: true }).decode(bytes) }
  } catch {
    return null
  }
}
