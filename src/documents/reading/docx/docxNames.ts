/** Elements of WordprocessingML whose insides are no text of the page: properties as they were before a change, field codes, pinyin over a character, properties of content controls. */
export const SKIPPED: ReadonlySet<string> = new Set([
  'instrText',
  'delText',
  'delInstrText',
  'tabs',
  'tblPr',
  'tblPrEx',
  'sdtPr',
  'sdtEndPr',
  'ffData',
  'rt',
  'rPrChange',
  'pPrChange',
  'tblPrChange',
  'tblPrExChange',
  'tblGridChange',
  'trPrChange',
  'tcPrChange',
  'sectPrChange',
  'numberingChange',
])

/** Whether a namespace is that of formulas, in which WPS users write ≥ as well. */
export function isMath(uri: string): boolean {
  return uri.endsWith('/officeDocument/2006/math') || uri === 'http://purl.oclc.org/ooxml/officeDocument/math'
}
