/** How a file begins: a zip package, a container of Office before 2007, a page, or text. */
export type DocumentFormat = 'package' | 'container' | 'html' | 'text'

const ZIP = [0x50, 0x4b]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const HEAD = 1024
const PAGE =
  /^[^<]{0,8}<(?:!doctype|html|head|body|title|meta|link|frameset|table|div|span|center|font|style|script|p|b|h[1-6]|br|a|ul|img|\?xml|!--)[\s/>!-]/i

/** Tells the format of a file from its bytes, not from what it is called: a page saved as .doc is a page. */
export function documentFormat(bytes: Uint8Array): DocumentFormat {
  if (begins(bytes, ZIP)) return 'package'
  if (begins(bytes, OLE)) return 'container'
  return PAGE.test(headOf(bytes).trimStart()) ? 'html' : 'text'
}

/** The first characters, whichever way the text is written; what is no ASCII does not matter. */
function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HEAD)
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head)
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head)
  return new TextDecoder('latin1').decode(head)
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}
