/** A part of a zip written by hand, its stated size and CRC free to lie. */
export interface RawPart {
  readonly name: string
  readonly packed: Uint8Array
  readonly size: number
  readonly crc?: number
  readonly method?: number
  readonly flags?: number
}

/** Writes a zip as the parts say, whatever they say. */
export function rawZip(parts: readonly RawPart[]): Uint8Array {
  const encoder = new TextEncoder()
  const locals: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { name, packed, size, crc = 0, method = 8, flags = 0 } of parts) {
    const bytes = encoder.encode(name)
    const common = (view: DataView, at: number) => {
      view.setUint16(at, 20, true)
      view.setUint16(at + 2, flags, true)
      view.setUint16(at + 4, method, true)
      view.setUint32(at + 10, crc, true)
      view.setUint32(at + 14, packed.length, true)
      view.setUint32(at + 18, size, true)
      view.setUint16(at + 22, bytes.length, true)
    }
    const local = new Uint8Array(30 + bytes.length)
    const localView = new DataView(local.buffer)
    localView.setUint32(0, 0x04034b50, true)
    common(localView, 4)
    local.set(bytes, 30)
    const entry = new Uint8Array(46 + bytes.length)
    const entryView = new DataView(entry.buffer)
    entryView.setUint32(0, 0x02014b50, true)
    common(entryView, 6)
    entryView.setUint32(42, offset, true)
    entry.set(bytes, 46)
    locals.push(local, packed)
    directory.push(entry)
    offset += local.length + packed.length
  }
  const end = new Uint8Array(22)
  const view = new DataView(end.buffer)
  view.setUint32(0, 0x06054b50, true)
  view.setUint16(8, parts.length, true)
  view.setUint16(10, parts.length, true)
  view.setUint32(
    12,
    directory.reduce((sum, { length }) => sum + length, 0),
    true,
  )
  view.setUint32(16, offset, true)
  return joined([...locals, ...directory, end])
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** An old file of Office with the stream it names: the header and one directory sector. */
export function oleFile(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  for (const [at, name] of [
    [1024, 'Root Entry'],
    [1152, stream],
  ] as const) {
    for (let index = 0; index < name.length; index += 1) bytes[at + index * 2] = name.charCodeAt(index)
  }
  return bytes
}
