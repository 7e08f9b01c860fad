/** What a file is by its first bytes; the name decides only between formats that begin alike. */
export type DocumentFormat = 'docx' | 'xlsx' | 'zip' | 'old-doc' | 'old-xls' | 'html' | 'text'

const ZIP = [0x50, 0x4b]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const HEAD = 1024

/** Tells the format of a file from its bytes, not from what it is called: a page saved as .doc is a page. */
export function documentFormat(bytes: Uint8Array, fileName: string): DocumentFormat {
  const name = fileName.toLowerCase()
  if (begins(bytes, ZIP)) {
    return /\.xls[xm]?$|\.et$/.test(name) ? 'xlsx' : /\.do[ct][xm]?$|\.wps$/.test(name) ? 'docx' : 'zip'
  }
  if (begins(bytes, OLE)) return /\.(?:xls|xlsx|et)$/.test(name) ? 'old-xls' : 'old-doc'
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  return /^[^<]{0,8}<(?:!doctype|html|head|body|meta|table|\?xml|!--)/i.test(head.trimStart())
    ? 'html'
    : 'text'
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}
