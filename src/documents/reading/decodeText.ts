const UTF16_MARKS: readonly (readonly [number, number, string])[] = [
  [0xff, 0xfe, 'utf-16le'],
  [0xfe, 0xff, 'utf-16be'],
]

/** Decodes the bytes of a text file: UTF-16 with its mark, UTF-8, else GB18030 as Chinese Windows saves it; `null` when it is none of them (DOMAIN.md §10). */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = UTF16_MARKS.find(([first, second]) => bytes[0] === first && bytes[1] === second)
  for (const encoding of marked ? [marked[2]] : ['utf-8', 'gb18030']) {
    const text = decodedAs(bytes, encoding)
    if (text !== null) return text
  }
  return null
}

function decodedAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
