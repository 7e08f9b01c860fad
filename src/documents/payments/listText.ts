import { decodeMarked, type Encoding } from '../reading/decodeText'

/** The text of a list and how it was written; `damaged` when some letters could not be decoded and stand as U+FFFD. */
export interface ListText {
  readonly encoding: Encoding
  readonly text: string
  readonly damaged: boolean
}

const LOST = /\uFFFD/g
const BEYOND_ASCII = /[\u0080-\uFFFC]/g
const WHOLE_TO_LOST = 3
// oxlint-disable-next-line no-control-regex -- what no text holds tells a text from other bytes
const NO_LETTER = /[\u0000-\u0008\u000E-\u0019\u001C-\u001F]/

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0
}

/** UTF-16 without its mark: where figures and commas are common, every other byte is 0. */
function bareUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even + odd < head.length / 10) return null
  return odd > even * 10 ? 'utf-16le' : even > odd * 10 ? 'utf-16be' : null
}

/** Decodes a list as it was written; a text cut inside a letter or with damaged bytes is read all the same and its places said. `null` for bytes that are no text. */
export function decodeList(bytes: Uint8Array): ListText | null {
  const [first, second] = bytes
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  const wide = marked ?? bareUtf16(bytes)
  if (wide !== null) return lenient(bytes, wide, 'utf-16')
  const exact = decodeMarked(bytes)
  if (exact?.encoding === 'utf-8') return clean({ ...exact, damaged: false })
  const utf8 = lenient(bytes, 'utf-8', 'utf-8')
  if (utf8 && count(utf8.text, BEYOND_ASCII) >= WHOLE_TO_LOST * count(utf8.text, LOST)) return utf8
  if (exact) return clean({ ...exact, damaged: false })
  const national = lenient(bytes, 'gb18030', 'gb18030')
  return national && count(national.text, BEYOND_ASCII) >= WHOLE_TO_LOST * count(national.text, LOST)
    ? national
    : null
}

function lenient(bytes: Uint8Array, label: string, encoding: Encoding): ListText | null {
  const text = new TextDecoder(label).decode(bytes)
  return clean({ encoding, text, damaged: text.includes('\uFFFD') })
}

function clean(read: ListText): ListText | null {
  const text = read.text.replace(/^\uFEFF/, '')
  return NO_LETTER.test(text) ? null : { ...read, text }
}
