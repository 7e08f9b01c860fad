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

/** The namespace of alternate content (ECMA-376-3). */
export const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006'

/** The extensions whose content is text in elements we read, so that a branch requiring them may be chosen: shapes, groups, canvases and Word's own. */
export const UNDERSTOOD: ReadonlySet<string> = new Set([
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing',
  'http://schemas.microsoft.com/office/word/2010/wordml',
  'http://schemas.microsoft.com/office/word/2012/wordml',
])

/** Whether a namespace is that of formulas, in which WPS users write ≥ as well. */
export function isMath(uri: string): boolean {
  return uri.endsWith('/officeDocument/2006/math') || uri === 'http://purl.oclc.org/ooxml/officeDocument/math'
}
